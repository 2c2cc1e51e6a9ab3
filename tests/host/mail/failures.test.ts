/** A mail server that refuses, is down, hangs or vanishes: what the script is told, and what really arrived. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../host/metering/faults';
import { Outbox } from '../../../host/services/mail/outbox';
import { SmtpDelivery } from '../../../host/services/mail/smtp';
import { type SmtpRule, type SmtpServer, startSmtp } from '../../support/smtp';
import { Bench } from '../services/bench';

/** Short enough for a test, long enough for a server on a busy machine that does answer. */
const STEP_MS = 1_000;

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterAll(() => server.stop());
afterEach(async () => {
  await server.behave();
  await server.forget();
});

const bench = (url = server.url) => new Bench({ outbox: new Outbox(new SmtpDelivery(url, STEP_MS)) });

/** What one send says, and how many messages the server and the outbox have after it, and what is left of the day. */
async function sending(by: Bench, to = 'a@example.org') {
  const said = by.run(
    `try { MailApp.sendEmail('${to}', 'Сводка', 'текст'); return 'sent' } catch (e) { return e.name + ': ' + e.message }`,
  );
  const { accepted } = await server.counts();
  const left = by.stores.outbox.remaining(by.user, by.clock.now());
  return { said, arrived: accepted, kept: by.stores.outbox.messages.length, left };
}

const KILLED = 'Exceeded maximum execution time';
const SURELY_NOT = { arrived: 0, kept: 0, left: 100 };

describe('what surely did not arrive begins with "Failed to send email", and costs nothing', () => {
  test.each<[string, SmtpRule, string]>([
    [
      'the sender is refused',
      { at: 'from', refuse: { code: 550, text: 'Чужих не принимаем' } },
      'Mail command failed: 550 Чужих не принимаем',
    ],
    [
      'the only recipient is refused',
      { at: 'recipient', refuse: { code: 550, text: 'No such user' } },
      "Can't send mail - all recipients were rejected: 550 No such user",
    ],
    [
      'the message is refused',
      { at: 'content', refuse: { code: 552, text: 'Mailbox full' } },
      'Message failed: 552 Mailbox full',
    ],
    [
      'the server is busy',
      { at: 'content', refuse: { code: 451, text: 'Try later' } },
      'Message failed: 451 Try later',
    ],
  ])('%s; the next message goes', async (_what, rule, words) => {
    const by = bench();
    await server.behave({ ...rule, nth: 1 });
    expect(await sending(by)).toEqual({ ...SURELY_NOT, said: `Exception: Failed to send email: ${words}` });
    expect(await sending(by)).toEqual({ said: 'sent', arrived: 1, kept: 1, left: 99 });
  });

  test.each<[string, SmtpRule]>([
    ['before the greeting', { at: 'connect', cut: true }],
    ['when the client says who it is', { at: 'hello', cut: true }],
    ['when the sender is named', { at: 'from', cut: true }],
    ['when the recipient is named', { at: 'recipient', cut: true }],
    ['when the content is offered', { at: 'data', cut: true }],
  ])('the connection is closed %s; the next message goes', async (_when, rule) => {
    const by = bench();
    await server.hangUp();
    await server.behave({ ...rule, nth: 1 });
    const { said, ...rest } = await sending(by);
    expect(said).toMatch(/^Exception: Failed to send email: .*(closed|ECONNRESET|hang up)/);
    expect(rest).toEqual(SURELY_NOT);
    expect(await sending(by)).toMatchObject({ said: 'sent', arrived: 1 });
  });

  test.each<[string, SmtpRule, RegExp]>([
    ['421 instead of a greeting', { at: 'connect', refuse: { code: 421, text: 'Too busy' } }, /421/],
    [
      '450 for the recipient',
      { at: 'recipient', refuse: { code: 450, text: 'Greylisted' } },
      /rejected: 450/,
    ],
    ['451 for the sender', { at: 'from', refuse: { code: 451, text: 'Local error' } }, /451/],
    ['452 for the content offered', { at: 'data', refuse: { code: 452, text: 'No room' } }, /452/],
    ['421 after the content', { at: 'content', refuse: { code: 421, text: 'Going down' } }, /421/],
  ])('%s', async (_what, rule, words) => {
    const by = bench();
    await server.hangUp();
    await server.behave({ ...rule, nth: 1 });
    const { said, ...rest } = await sending(by);
    expect(said).toMatch(/^Exception: Failed to send email: /);
    expect(said).toMatch(words);
    expect(rest).toEqual(SURELY_NOT);
    expect(await sending(by)).toMatchObject({ said: 'sent', arrived: 1 });
  });

  test('the server is down', async () => {
    const gone = await startSmtp();
    await gone.stop();
    const { said, ...rest } = await sending(bench(gone.url));
    expect(said).toBe(`Exception: Failed to send email: connect ECONNREFUSED 127.0.0.1:${gone.port}`);
    expect(rest).toEqual(SURELY_NOT);
  });

  test('the server takes the call and says nothing', async () => {
    const silent = await startSmtp();
    await silent.behave({ at: 'connect', delayMs: 60_000 });
    expect(await sending(bench(silent.url))).toEqual({
      ...SURELY_NOT,
      said: 'Exception: Failed to send email: Greeting never received',
    });
    await silent.stop();
  });
});

describe('what may have arrived begins with "Service error", and counts as spent', () => {
  test.each<[string, SmtpRule, number]>([
    ['the connection is cut when all was said', { at: 'answer', cut: true }, 1],
    ['the connection is cut before the message was taken', { at: 'content', cut: true }, 0],
    ['the answer never comes', { at: 'answer', delayMs: 60_000 }, 1],
  ])('%s; it is not sent again, and the next one goes', async (_what, rule, arrived) => {
    const by = bench();
    await server.behave({ ...rule, nth: 1 });
    const { said, ...rest } = await sending(by);
    expect(said).toMatch(/^Exception: Service error: Mail\. (Connection closed unexpectedly|Timeout)$/);
    expect(rest).toEqual({ arrived, kept: 0, left: 99 });
    expect(await sending(by)).toMatchObject({ said: 'sent', arrived: arrived + 1, kept: 1 });
  });

  test('a server that is slow at every step is given up, and the next message goes', async () => {
    const slow = await startSmtp();
    const stepMs = 600;
    const delayMs = 800;
    await slow.behave(
      ...(['from', 'recipient', 'content', 'answer'] as const).map((at) => ({ at, delayMs })),
    );
    const by = new Bench({ outbox: new Outbox(new SmtpDelivery(slow.url, stepMs)) });
    const { said, ...rest } = await sending(by);
    expect(said).toBe('Exception: Service error: Mail. the mail server did not answer within 2 s');
    expect(rest).toMatchObject({ kept: 0, left: 99 });
    await slow.behave();
    expect(await sending(by)).toMatchObject({ said: 'sent', kept: 1 });
    await slow.stop();
  });
});

test('a recipient whom the server refuses does not stop the others, and stands in the outbox', async () => {
  const by = bench();
  await server.behave({ at: 'recipient', only: 'gone', refuse: { code: 550, text: 'No such user' } });
  expect(await sending(by, 'a@example.org, gone@example.org')).toMatchObject({ said: 'sent', left: 98 });
  expect(await server.recipients()).toEqual([['a@example.org']]);
  expect(by.stores.outbox.messages[0]?.refused).toEqual(['gone@example.org']);
});

test('a connection that the server closed between two messages is opened anew', async () => {
  const by = bench();
  await sending(by);
  await server.hangUp();
  expect(await sending(by)).toEqual({ said: 'sent', arrived: 2, kept: 2, left: 98 });
  expect(await server.counts()).toMatchObject({ connections: 1, cut: 0 });
});

describe('failures made up for a test, with a real message behind them', () => {
  const at = { kind: /MailApp\.send/, nth: 2 };
  test.each<[string, Fault, string, string[]]>([
    ['refused by the service', { at, fail: 'service' }, '0,Service error: Mail,2', ['0', '2']],
    [
      'done, but reported as timed out',
      { at, when: 'after', fail: 'timeout' },
      '0,Service timed out: Mail,2',
      ['0', '1', '2'],
    ],
    ['killed before the call', { at, kill: true }, `0,${KILLED},${KILLED}`, ['0']],
    ['killed after the call', { at, kill: true, when: 'after' }, `0,${KILLED},${KILLED}`, ['0', '1']],
  ])('%s', async (_way, fault, said, arrived) => {
    const by = bench();
    by.faults = [fault];
    expect(
      by.run(`return [0, 1, 2].map((i) => {
        try { MailApp.sendEmail(i + '@example.org', 's', 'b'); return i } catch (e) { return e.message }
      }).join()`),
    ).toBe(said);
    expect(await server.recipients()).toEqual(arrived.map((name) => [`${name}@example.org`]));
    expect(by.stores.outbox.messages).toHaveLength(arrived.length);
  });
});
