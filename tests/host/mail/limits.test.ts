/** What Google refuses, and how the day's allowance goes and comes back. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LocalHost } from '../../../host/runtime/localHost';
import type { SentMail } from '../../../host/services/mail/message';
import { openHost, saveHost } from '../../../host/xlsx/store';
import { Bench } from '../services/bench';

const HOUR_MS = 3_600_000;
const remaining = (bench: Bench) => bench.run('return MailApp.getRemainingDailyQuota()');
const send = (count: number) => `MailApp.sendEmail({ to: 'a@b.ru', subject: 's', body: 'b',
  bcc: Array.from({ length: ${count - 1} }, (_, i) => 'p' + i + '@b.ru').join() })`;

describe('one message', () => {
  test.each([
    [
      'more than 50 recipients of all three kinds',
      "MailApp.sendEmail({ to: 'a@b.ru', cc: Array(25).fill('c@b.ru').join(), bcc: Array(25).fill('d@b.ru').join(), body: 'b' })",
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [
      'a body above 200 kB in bytes, text and html together',
      "MailApp.sendEmail({ to: 'a@b.ru', body: 'я'.repeat(51200), htmlBody: 'я'.repeat(51201) })",
      'Limit Exceeded: Email Body Size.',
    ],
    [
      'more than 250 attachments',
      "const b = Utilities.newBlob('x', 'text/plain', 'x'); MailApp.sendEmail('a@b.ru', 's', 'b', { attachments: Array(251).fill(b) })",
      'Limit exceeded: Email Attachments Per Message.',
    ],
    [
      'attachments above 25 MB',
      "const b = Utilities.newBlob('x'.repeat(13 * 1024 * 1024), 'text/plain', 'x'); MailApp.sendEmail('a@b.ru', 's', 'b', { attachments: [b, b] })",
      'Limit Exceeded: Email Total Attachments Size.',
    ],
    [
      'a subject above 250 characters',
      "MailApp.sendEmail('a@b.ru', 'я'.repeat(251), 'b')",
      'Argument too large: subject',
    ],
    ['an address that is none', "MailApp.sendEmail('a@b.ru, школа', 's', 'b')", 'Invalid email: школа'],
    [
      'an answer address that is none',
      "MailApp.sendEmail('a@b.ru', 's', 'b', { replyTo: 'office' })",
      'Invalid email: office',
    ],
    [
      'no-reply from an account that is not of Workspace',
      "MailApp.sendEmail('a@b.ru', 's', 'b', { noReply: true })",
      'Invalid argument: noReply',
    ],
    [
      'two arguments',
      "MailApp.sendEmail('a@b.ru', 's')",
      "The parameters (String,String) don't match the method signature for MailApp.sendEmail.",
    ],
  ])('with %s is refused, and costs nothing', (_what, script, words) => {
    const bench = new Bench();
    expect(() => bench.run(script)).toThrow(words);
    expect(bench.stores.outbox.messages).toEqual([]);
    expect(remaining(bench)).toBe(100);
  });

  test('with 50 recipients and a body of exactly 200 kB goes', () => {
    const bench = new Bench();
    bench.run(send(50));
    bench.run(
      "MailApp.sendEmail({ to: 'a@b.ru', body: 'x'.repeat(1024), htmlBody: 'x'.repeat(199 * 1024) })",
    );
    expect(bench.stores.outbox.messages).toHaveLength(2);
  });

  test('with pictures inside is an error of the host, which has no such thing', () => {
    const bench = new Bench();
    bench.run(
      "try { MailApp.sendEmail({ to: 'a@b.ru', body: 'b', inlineImages: { logo: Utilities.newBlob('x') } }) } catch (e) {}",
    );
    expect(bench.last?.fatal?.message).toContain('inlineImages');
  });

  test('of a Workspace account may be larger and come from nobody', () => {
    const bench = new Bench();
    bench.stores.outbox.setAccountKind('admin@example.org', 'workspace');
    bench.run("MailApp.sendEmail('a@b.ru', 's', 'x'.repeat(400 * 1024), { noReply: true })");
    expect(bench.stores.outbox.messages[0]?.noReply).toBe(true);
    expect(remaining(bench)).toBe(1_499);
  });
});

describe('the allowance of a day', () => {
  test('counts recipients and refuses a message whole', () => {
    const bench = new Bench();
    bench.run(send(40));
    bench.run(send(40));
    expect(() => bench.run(send(21))).toThrow('Service invoked too many times for one day: email.');
    expect(remaining(bench)).toBe(20);
    bench.run(send(20));
    expect(remaining(bench)).toBe(0);
  });

  test('comes back share by share, each 24 hours after it was spent', () => {
    const bench = new Bench();
    bench.run(send(30));
    bench.clock.tick(10 * HOUR_MS);
    bench.run(send(50));
    bench.clock.tick(14 * HOUR_MS - 1);
    expect(remaining(bench)).toBe(20);
    bench.clock.tick(1);
    expect(remaining(bench)).toBe(50);
    bench.clock.tick(10 * HOUR_MS);
    expect(remaining(bench)).toBe(100);
  });

  test("is each account's own, and can be set", () => {
    const bench = new Bench();
    bench.stores.outbox.setDailyQuota('Admin@example.org', 7);
    bench.run(send(3));
    expect(remaining(bench)).toBe(4);
    bench.user = 'other@example.org';
    expect(remaining(bench)).toBe(100);
    bench.stores.outbox.setDailyQuota(5);
    expect(remaining(bench)).toBe(5);
  });

  test('and the sent mail with its attachments outlive the process', () => {
    const mail: SentMail = {
      at: Date.UTC(2026, 0, 12, 6),
      from: 'a@example.org',
      name: 'Сводка',
      replyTo: null,
      noReply: false,
      to: ['b@example.org'],
      cc: [],
      bcc: [],
      subject: 'Сводка',
      body: 'текст',
      htmlBody: null,
      attachments: [{ name: 'a.csv', contentType: 'text/csv', bytes: Buffer.from('\uFEFFа') }],
      projectId: 'script-1',
    };
    const host = new LocalHost({ now: mail.at });
    host.outbox.setDailyQuota('a@example.org', 10);
    host.outbox.setAccountKind('b@example.org', 'workspace');
    host.outbox.send(mail);
    const path = join(mkdtempSync(join(tmpdir(), 'host-')), 'host.json');
    saveHost(host, path);
    const again = new LocalHost();
    openHost(again, path);
    expect(again.outbox.messages).toEqual([mail]);
    expect(again.outbox.remaining('a@example.org', mail.at + 24 * HOUR_MS - 1)).toBe(9);
    expect(again.outbox.remaining('a@example.org', mail.at + 24 * HOUR_MS)).toBe(10);
    expect(again.outbox.remaining('b@example.org', mail.at)).toBe(1_500);
  });
});
