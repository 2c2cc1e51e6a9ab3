/** `kill -9` in the middle of sending: the server has whole messages, each once, and nobody was passed over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { childPath } from '../../support/children';
import { type SmtpServer, startSmtp } from '../../support/smtp';

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterAll(() => server.stop());
beforeEach(() => server.forget());

const CSV_BYTES = Buffer.byteLength('строка;\n') * 20_000;

const sender = (...count: string[]): ChildProcess =>
  spawn(process.execPath, [childPath('sender'), server.url, ...count], {
    stdio: 'ignore',
  });

async function takenAtLeast(count: number): Promise<void> {
  while ((await server.counts()).accepted < count) await pause(5);
}

test.each([1, 4, 9])('a host killed when %i messages are taken', async (count) => {
  const host = sender();
  await takenAtLeast(count);
  host.kill('SIGKILL');
  await once(host, 'exit');
  // What is still under way in the server comes to its end.
  const before = await server.counts();
  await pause(50);
  const { accepted } = await server.counts();
  expect(accepted - before.accepted).toBeLessThanOrEqual(1);
  const messages = await server.messages();
  expect(messages).toHaveLength(accepted);
  expect(messages.map(({ envelope }) => envelope.to)).toEqual(
    Array.from({ length: accepted }, (_, n) => [`${n}@example.org`]),
  );
  for (const [n, { subject, text, attachments }] of messages.entries()) {
    expect([subject, text?.trim(), attachments[0]?.content.length]).toEqual([
      `Сводка ${n}`,
      'Начало\nКонец',
      CSV_BYTES,
    ]);
  }
});

test('a host that has sent its mail ends by itself, the open connection notwithstanding', async () => {
  const [code] = (await once(sender('2'), 'exit')) as [number];
  expect([code, (await server.counts()).accepted]).toEqual([0, 2]);
});

test('half a message is no message to this server', async () => {
  const client = connect(server.port, '127.0.0.1');
  const say = async (line: string) => {
    client.write(`${line}\r\n`);
    await once(client, 'data');
  };
  await once(client, 'data');
  await say('HELO x');
  await say('MAIL FROM:<a@example.org>');
  await say('RCPT TO:<b@example.org>');
  await say('DATA');
  client.write('Subject: half\r\n\r\nthe first line\r\n');
  await pause(20);
  client.destroy();
  await pause(50);
  expect(await server.counts()).toMatchObject({ connections: 1, accepted: 0 });
  expect(await server.messages()).toEqual([]);
});
