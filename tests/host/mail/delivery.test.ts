/** What a person finds in the mailbox: messages sent by a script, taken by a real mail server. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Outbox } from '../../../host/services/mail/outbox';
import { SmtpDelivery } from '../../../host/services/mail/smtp';
import { type Received, type SmtpServer, startSmtp } from '../../support/smtp';
import { Bench } from '../services/bench';

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterAll(() => server.stop());
beforeEach(() => server.forget());

async function received(script: string): Promise<Received> {
  const bench = new Bench({ outbox: new Outbox(new SmtpDelivery(server.url)) });
  bench.run(script);
  const [message, ...more] = await server.messages();
  if (!message || more.length > 0) throw new Error(`${more.length + (message ? 1 : 0)} messages`);
  return message;
}

describe('a message with everything', () => {
  let message: Received;
  beforeEach(async () => {
    message = await received(`
      MailApp.sendEmail({
        to: 'first@example.org, second@example.org', cc: 'copy@example.org', bcc: 'hidden@example.org',
        subject: 'Наставничество: сводка за неделю с 16 ноября 2020 года — просрочено у двух школ, ждут согласования три',
        name: 'Сводка, Екатеринбург', replyTo: 'office@example.org',
        body: 'Просрочено: 2\\nШкола № 5', htmlBody: '<p>Просрочено: <b>2</b></p>',
        attachments: [Utilities.newBlob('\\uFEFFШкола;Просрочено\\r\\nШкола № 5;2\\r\\n', 'text/csv', 'Сводка за неделю.csv')],
      });
    `);
  });

  test('has a text and an html part to choose from, and the attachment beside them', () => {
    expect(message.text?.trim()).toBe('Просрочено: 2\nШкола № 5');
    expect(message.html).toBe('<p>Просрочено: <b>2</b></p>');
    const parts = [...message.raw.matchAll(/^Content-Type: ([a-z/]+)/gm)].map(([, type]) => type);
    expect(parts).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/csv',
    ]);
  });

  test('shows subject and sender in Russian, and every header is plain ASCII on the way', () => {
    expect(message.subject).toBe(
      'Наставничество: сводка за неделю с 16 ноября 2020 года — просрочено у двух школ, ждут согласования три',
    );
    expect(message.from).toEqual([{ name: 'Сводка, Екатеринбург', address: 'admin@example.org' }]);
    const [head = ''] = message.raw.split('\r\n\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(head).toMatch(/^[\x09\x0a\x0d\x20-\x7e]+$/);
    expect(Math.max(...head.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  test('answers go to the office, and it bears the date of the host', () => {
    expect(message.replyTo).toEqual(['office@example.org']);
    expect(message.headers['date']).toBe('Date: Mon, 12 Jan 2026 06:00:00 +0000');
  });

  test('carries a .csv that opens in a Russian Excel: name, type, byte order mark', () => {
    const [csv] = message.attachments;
    expect(csv).toMatchObject({ name: 'Сводка за неделю.csv', contentType: 'text/csv' });
    expect(Buffer.from(csv?.content ?? []).toString('utf8')).toBe(
      '\uFEFFШкола;Просрочено\r\nШкола № 5;2\r\n',
    );
  });

  test('reaches everybody, and nobody sees the hidden recipient', () => {
    expect(message.envelope).toEqual({
      from: 'admin@example.org',
      to: ['first@example.org', 'second@example.org', 'copy@example.org', 'hidden@example.org'],
    });
    expect(message.headers['to']).toBe('To: first@example.org, second@example.org');
    expect(message.headers['cc']).toBe('Cc: copy@example.org');
    expect(message.headers['bcc']).toBeUndefined();
    expect(message.raw).not.toContain('hidden');
  });
});

test('a line end in a subject, a name or a file name adds no header', async () => {
  const message = await received(`
    MailApp.sendEmail({
      to: 'a@example.org', body: 'x',
      subject: 'Школа\\r\\nBcc: thief@example.org', name: 'Свод\\r\\nX-Evil: 1',
      attachments: [Utilities.newBlob('x', 'text/plain', 'a\\r\\nX-Evil: 2.txt')],
    });
  `);
  expect(message.envelope.to).toEqual(['a@example.org']);
  expect(message.headers['bcc']).toBeUndefined();
  expect(message.headers['x-evil']).toBeUndefined();
  expect(message.raw).not.toMatch(/^X-Evil/m);
});

test('a line of one dot and a very long line arrive whole', async () => {
  const message = await received(
    "MailApp.sendEmail('a@example.org', 's', ['before', '.', '..', 'я'.repeat(3000), 'after'].join('\\n'))",
  );
  expect(message.text?.trim().split('\n')).toEqual(['before', '.', '..', 'я'.repeat(3000), 'after']);
});

test.each([
  ['recipient, subject, body', "MailApp.sendEmail('a@example.org', 'S', 'B')", []],
  [
    'with options',
    "MailApp.sendEmail('a@example.org', 'S', 'B', { replyTo: 'r@example.org' })",
    ['r@example.org'],
  ],
  [
    'recipient, reply-to, subject, body',
    "MailApp.sendEmail('a@example.org', 'r@example.org', 'S', 'B')",
    ['r@example.org'],
  ],
])('the form %s sends the same message', async (_form, script, replyTo) => {
  const message = await received(script);
  expect(message).toMatchObject({ subject: 'S', replyTo });
  expect(message.text?.trim()).toBe('B');
  expect(message.envelope.to).toEqual(['a@example.org']);
});

test('a server that wants TLS and a password gets both', async () => {
  const auth = { user: 'svodka', password: 'p@ss:wörd' };
  const locked = await startSmtp({ secure: true, auth });
  try {
    const { protocol, host, search } = new URL(locked.url);
    const url = (password: string) =>
      `${protocol}//${auth.user}:${encodeURIComponent(password)}@${host}${search}`;
    const bench = new Bench({ outbox: new Outbox(new SmtpDelivery(url('wrong'))) });
    expect(() => bench.run("MailApp.sendEmail('a@example.org', 'S', 'B')")).toThrow(
      /^Failed to send email: Invalid login: 535 /,
    );
    bench.stores = { ...bench.stores, outbox: new Outbox(new SmtpDelivery(url(auth.password))) };
    bench.run("MailApp.sendEmail('a@example.org', 'S', 'B')");
    expect(await locked.counts()).toMatchObject({ accepted: 1 });
  } finally {
    await locked.stop();
  }
});

test("without a server the sender's copies lie as files, beside those of earlier runs", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  const names: string[] = [];
  for (const subject of ['Первое', 'Второе']) {
    const bench = new Bench();
    bench.run(`MailApp.sendEmail('a@example.org', '${subject}', 'B', { bcc: 'b@example.org' })`);
    names.push(...(await bench.stores.outbox.writeEml(folder)));
  }
  expect(names).toEqual([join(folder, '0001-a@example.org.eml'), join(folder, '0002-a@example.org.eml')]);
  expect(readFileSync(names[0] ?? '', 'utf8')).toContain('Bcc: b@example.org');
});
