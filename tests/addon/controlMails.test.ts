/** The mails of «Пульт» through the shipped bundle: looked at, tried, switched, and decided about by a person. */
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import type { RunOutcome } from '../../host/runtime/outcome';
import type { ControlServer } from '../../src/contract/control';
import type { MailChoice } from '../../src/contract/mails';
import { SETTING_NAME_WORDS } from '../../src/messages/jobs/settings';
import { stateOf } from '../support/crash';
import { fork, type World } from '../support/fork';
import { ADMINISTRATOR, addAddress, controlTab, EKATERINBURG, makeOffice, reportingTab } from './office';

type Name = keyof ControlServer;
type Good<N extends Name> = Extract<ReturnType<ControlServer[N]>, { ok: true }>;

const call = (
  { host, books }: World,
  name: Name,
  input?: unknown,
  faults: readonly Fault[] = [],
): RunOutcome =>
  host.call(books.controlScript, name, [input], { user: ADMINISTRATOR, trigger: 'sidebar', faults });

function ask<N extends Name>(world: World, name: N, ...args: Parameters<ControlServer[N]>): Good<N> {
  const run = call(world, name, args[0]);
  expect(run.error).toBeNull();
  const answer = run.result as ReturnType<ControlServer[N]>;
  if (!answer.ok) throw new Error(`${name}: ${answer.sentence}\n${run.log.join('\n')}`);
  return answer as Good<N>;
}

function refused(run: RunOutcome): string {
  expect(run.error).toBeNull();
  const answer = run.result as { ok: boolean; sentence: string };
  expect(answer.ok).toBe(false);
  return answer.sentence;
}

const CURATOR = 'school@example.org';
const MINISTRY = 'ministry@example.org';

function office() {
  const made = makeOffice({ programme: EKATERINBURG });
  const [school] = reportingTab(made, 'Организации').rows();
  addAddress(made, CURATOR, 'куратор', school?.['Код организации']);
  addAddress(made, MINISTRY, 'получатель сводки');
  return made;
}
const start = office();
const REMINDER: MailChoice = { kind: 'reminder', whom: '' };

/** Next morning a tick sends, and Google does not say of the first mail whether it left. */
function doubtful(): World {
  const world = fork(start);
  ask(world, 'controlSchedule', true);
  ask(world, 'controlMailSwitch', true);
  world.host.clock.set(Date.UTC(2020, 9, 7, 6));
  world.host.call(world.books.controlScript, 'tick', [], {
    user: ADMINISTRATOR,
    faults: [{ at: { kind: /sendEmail/ }, when: 'after', fail: 'timeout' }],
  });
  return world;
}

describe('before anything is switched on', () => {
  test('looking sends nothing and writes nothing, also while the schedule is at work', () => {
    const before = [stateOf(start), start.host.properties.dump()];
    const release = start.host.locks.holdAsAnotherRun(`script:${start.books.controlScript.id}`);
    expect(ask(start, 'controlMails')).toMatchObject({ on: false, sending: false, unknown: [] });
    const dryRun = ask(start, 'controlMailDryRun');
    const told = [...dryRun.gets, ...dryRun.not].map(({ address }) => address);
    expect(told).toEqual(expect.arrayContaining([CURATOR, MINISTRY]));
    for (const { parts, kinds, why } of dryRun.gets) {
      expect([kinds.length, why.length]).toEqual([parts.length, parts.length]);
    }
    for (const kind of ['reminder', 'ministry'] as const) {
      const mail = ask(start, 'controlMailPreview', { kind, whom: '' });
      expect([mail.to, mail.subject !== '', mail.html.includes('<'), mail.text !== '']).toEqual([
        kind === 'reminder' ? CURATOR : MINISTRY,
        true,
        true,
        true,
      ]);
    }
    release();
    expect([stateOf(start), start.host.properties.dump()]).toEqual(before);
    expect(start.host.outbox.messages).toEqual([]);
  });

  test('a test goes to whoever presses and to nobody else', () => {
    const world = fork(start);
    expect(ask(world, 'controlMailTest', { kind: 'ministry', whom: MINISTRY }).sentence).toContain(
      ADMINISTRATOR,
    );
    expect(world.host.outbox.messages.map(({ to }) => String(to))).toEqual([ADMINISTRATOR]);
  });

  test('an address that «Адреса» does not list gets a sentence, not a mail', () => {
    const world = fork(start);
    const choice = { kind: 'reminder', whom: 'stranger@example.org' };
    for (const name of ['controlMailPreview', 'controlMailTest'] as const) {
      expect(refused(call(world, name, choice))).toContain('на вкладке «Адреса» нет');
    }
    expect(world.host.outbox.messages).toEqual([]);
  });
});

describe('switching', () => {
  test('on and off is a setting that the tab shows, and «Начало» knows', () => {
    const world = fork(start);
    const shown = () =>
      controlTab({ ...start, ...world }, 'Настройки')
        .rows()
        .find(({ Настройка }) => Настройка === SETTING_NAME_WORDS.mailOn)?.Значение;
    ask(world, 'controlMailSwitch', true);
    expect(shown()).toBe('да');
    // Without the schedule nothing goes out by itself, and that is said.
    expect(ask(world, 'controlOpen').mails).toMatchObject({ on: true, sending: false, confirmed: true });
    ask(world, 'controlSchedule', true);
    expect(ask(world, 'controlOpen').mails).toMatchObject({ on: true, sending: true });
    ask(world, 'controlMailSwitch', false);
    expect([shown(), ask(world, 'controlOpen').mails.on]).toEqual(['нет', false]);
  });

  test('in a copied control book mails stay at home until somebody confirms', () => {
    const world = fork(start);
    // A copy brings «Настройки» along, where mail is on; its script begins with an empty memory.
    const settings = controlTab({ ...start, ...world }, 'Настройки');
    const row = settings.rows().findIndex(({ Настройка }) => Настройка === SETTING_NAME_WORDS.mailOn) + 2;
    world.host.person(ADMINISTRATOR).type(settings.place, settings.cell(row, 'Значение'), 'да');
    expect(ask(world, 'controlOpen').mails).toMatchObject({ on: true, confirmed: false, sending: false });
    ask(world, 'controlMailConfirm');
    expect(ask(world, 'controlOpen').mails.confirmed).toBe(true);
  });
});

describe('a mail of which nobody knows whether it left', () => {
  test('is counted at the first look, and sent again once by a person’s press', () => {
    const world = doubtful();
    expect(ask(world, 'controlOpen').mails.unknown).toBeGreaterThan(0);
    const [record] = ask(world, 'controlMails').unknown;
    if (record === undefined) throw new Error('nothing is unknown');
    const before = world.host.outbox.messages.length;
    ask(world, 'controlMailResend', record.key);
    expect(world.host.outbox.messages.length).toBe(before + 1);
    expect(refused(call(world, 'controlMailResend', record.key))).not.toBe('');
    expect(world.host.outbox.messages.length).toBe(before + 1);
    expect(ask(world, 'controlMails').unknown.map(({ key }) => key)).not.toContain(record.key);
  });

  test('or taken off the list, and never sent', () => {
    const world = doubtful();
    const [record] = ask(world, 'controlMails').unknown;
    const before = world.host.outbox.messages.length;
    ask(world, 'controlMailForget', record?.key ?? '');
    expect(ask(world, 'controlMails').unknown.map(({ key }) => key)).not.toContain(record?.key);
    expect(world.host.outbox.messages.length).toBe(before);
  });

  test('waits while another run is at work', () => {
    const world = doubtful();
    const [record] = ask(world, 'controlMails').unknown;
    const before = [stateOf(world), world.host.properties.dump(), world.host.outbox.messages.length];
    const release = world.host.locks.holdAsAnotherRun(`script:${world.books.controlScript.id}`);
    const presses: [Name, unknown][] = [
      ['controlMailResend', record?.key],
      ['controlMailForget', record?.key],
      ['controlMailTest', REMINDER],
      ['controlMailSwitch', false],
      ['controlMailConfirm', undefined],
    ];
    for (const [name, input] of presses) {
      expect([name, refused(call(world, name, input))]).toEqual([name, expect.stringContaining('Подождите')]);
    }
    release();
    expect([stateOf(world), world.host.properties.dump(), world.host.outbox.messages.length]).toEqual(before);
  });
});

test.each<[Name, unknown]>([
  ['controlMailPreview', { kind: 'spam', whom: '' }],
  ['controlMailPreview', null],
  ['controlMailTest', { kind: 'reminder', whom: 'x'.repeat(400) }],
  ['controlMailTest', { kind: 'reminder' }],
  ['controlMailSwitch', 'да'],
  ['controlMailResend', ['key']],
  ['controlMailForget', 7],
])('%s with %j is refused before anything is asked of Google', (name, input) => {
  const run = call(start, name, input);
  expect(refused(run)).toContain('Запрос не прочитан');
  expect(run.meter.total).toBe(0);
});
