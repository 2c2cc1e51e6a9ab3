/** Mails as a real mail server receives them, and a sender that is killed between two of them. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { saveBook, saveHost } from '../../host/xlsx/store';
import { readShard } from '../../src/google/state/ledger/shard';
import { childPath } from '../support/children';
import { fork } from '../support/fork';
import { must, mustRun, placeOf } from '../support/smallProgramme';
import { type SmtpServer, startSmtp } from '../support/smtp';
import { at, curatorOf, headOf, MINISTRY, mailing, PEOPLE, setSetting } from './world';

const HOSTILE = '<img src=x onerror=alert(1)> {{title}} & "Лицей"';

/** Five to nine on Monday; a school with a name that wants to be mark-up. */
function mondayMorning() {
  const world = mailing();
  const administrator = world.host.person(world.books.administrator);
  must(administrator.type(placeOf(world, 'Организации'), 'D4', HOSTILE));
  setSetting(world, 'Отправитель', 'Управление образования');
  setSetting(world, 'Адрес для ответов', 'office@example.org');
  setSetting(world, 'Название программы', 'Наставничество');
  // Also on the due day, which is this Monday.
  setSetting(world, 'Напоминать до срока, дней', '7, 0');
  setSetting(world, 'Одному человеку не чаще раза в … дней', '3');
  world.host.advance(at(4, 8, 55));
  return world;
}
const monday = mondayMorning();

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.behave();
  await server.forget();
});

describe('a real mail server gets', () => {
  it('each mail with both parts, Cyrillic names, the table, and nothing of a school’s name as mark-up', async () => {
    const world = fork(monday, { smtp: server.url });
    world.host.clock.set(at(4, 9, 5).getTime());
    mustRun(world, 'tick');
    const messages = await server.messages();
    expect(messages.flatMap(({ envelope }) => envelope.to)).toEqual(
      expect.arrayContaining([MINISTRY, headOf(1), headOf(2), headOf(3), curatorOf(2), curatorOf(3)]),
    );
    for (const { envelope, subject, from, replyTo, text, html, raw } of messages) {
      expect(envelope.to).toHaveLength(1);
      expect(subject).toMatch(/[а-я].*05\.10\.2020.*Наставничество/);
      expect(from[0]?.name).toContain('Управление образования');
      expect(replyTo).toEqual(['office@example.org']);
      expect(text).toMatch(/[а-я]/);
      expect(html).toContain('<table');
      expect(html).not.toContain('<img');
      expect(Buffer.byteLength(raw)).toBeLessThan(200_000);
    }
    const toMinistry = messages.find(({ envelope }) => envelope.to.includes(MINISTRY));
    expect(toMinistry?.attachments).toHaveLength(1);
    const [csv] = toMinistry?.attachments ?? [];
    expect([csv?.contentType, Buffer.from(csv?.content ?? []).toString('hex', 0, 3)]).toEqual([
      'text/csv',
      'efbbbf',
    ]);
    const toSchool = messages.find(({ envelope }) => envelope.to.includes(curatorOf(3)));
    expect(toSchool?.text).toContain('{{title}} & "Лицей"');
  });

  it('no second mail when it takes one and its answer is lost; the rest go out, the lost one is told', async () => {
    await server.behave({ at: 'answer', only: headOf(2), cut: true });
    const world = fork(monday, { smtp: server.url });
    world.host.clock.set(at(4, 9, 5).getTime());
    mustRun(world, 'tick');
    await server.behave();
    for (const hour of [10, 11, 12]) {
      world.host.clock.set(at(4, hour, 6).getTime());
      mustRun(world, 'tick');
    }
    const recipients = (await server.recipients()).flat();
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(recipients).toEqual(expect.arrayContaining([MINISTRY, headOf(1), headOf(3), curatorOf(3)]));
    expect(JSON.stringify(mustRun(world, 'menuState').seen)).toContain('Неизвестно, ушли ли: 1 письмо');
  });
});

describe('a sender that is killed with kill -9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'svodka-killed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sender = (minutesLater: number): ChildProcess =>
    spawn(process.execPath, [childPath('killedSender'), folder, server.url, String(minutesLater)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  /** Addresses that the ledger on the disk does not know the end of. */
  function inDoubt(): string[] {
    const state = JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8')) as {
      properties: Record<string, Record<string, string>>;
    };
    return Object.entries(state.properties['script:control-script'] ?? {})
      .filter(([name]) => name.startsWith('mail.'))
      .flatMap(([, text]) => readShard(text))
      .filter(({ records }) => records.some(({ state }) => state === 'unknown'))
      .map(({ address }) => address);
  }

  it.each([1, 3])(
    'after %i mails, and started again, has sent nobody two and forgotten nobody',
    async (count) => {
      const world = fork(monday);
      const { host, books } = world;
      host.clock.set(at(4, 9, 5).getTime());
      const memory = host.properties.store(`script:${books.controlScript.id}`);
      for (const [name, value] of memory) host.properties.store('script:control-script').set(name, value);
      await saveBook(host, books.control.workbook.id, join(folder, 'control.xlsx'));
      await saveBook(host, books.reporting.workbook.id, join(folder, 'report.xlsx'));
      saveHost(host, join(folder, 'host.json'));

      await server.behave({ at: 'answer', delayMs: 150 });
      const first = sender(0);
      while ((await server.counts()).accepted < count) await pause(5);
      first.kill('SIGKILL');
      await once(first, 'exit');
      await server.behave();
      const [code] = (await once(sender(10), 'exit')) as [number];
      expect(code).toBe(0);

      const recipients = (await server.recipients()).flat();
      expect(new Set(recipients).size).toBe(recipients.length);
      const doubtful = inDoubt();
      expect(doubtful.length).toBeLessThanOrEqual(1);
      const due = PEOPLE.map(([address]) => address).filter(
        (address) => ![curatorOf(1), curatorOf(5)].includes(address),
      );
      const forgotten = due.filter((address) => !recipients.includes(address) && !doubtful.includes(address));
      expect(forgotten).toEqual([]);
      expect(recipients.length).toBeGreaterThan(count);
    },
  );
});
