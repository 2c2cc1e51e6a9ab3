/** Mail of the local page: out once, after what was done is saved. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { MailOut } from '../../../host/page/thread/mailOut';
import { LocalHost } from '../../../host/runtime/localHost';
import { type SmtpServer, startSmtp } from '../../support/smtp';

const folder = mkdtempSync(join(tmpdir(), 'svodka-mail-out-'));
let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterEach(() => server.forget());
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A host that has sent to these addresses. */
function hostThatSent(...addresses: string[]): LocalHost {
  const host = new LocalHost();
  send(host, ...addresses);
  return host;
}

function send(host: LocalHost, ...addresses: string[]): void {
  for (const to of addresses) {
    host.outbox.send({
      at: 0,
      from: 'office@example.org',
      name: null,
      replyTo: null,
      noReply: false,
      to: [to],
      cc: [],
      bcc: [],
      subject: 'Сводка',
      body: 'текст',
      htmlBody: null,
      attachments: [],
      projectId: 'script-1',
    });
  }
}

const received = async () => (await server.messages()).map(({ envelope }) => envelope.to.join());

test('each mail goes to the server once, and what was there at a start not at all', async () => {
  const host = hostThatSent('before@example.org');
  const out = new MailOut(server.url);
  out.skip(host);
  send(host, 'one@example.org', 'two@example.org');
  await out.send(host, folder);
  await out.send(host, folder);
  expect(await received()).toEqual(['one@example.org', 'two@example.org']);
});

test('a mail that the server refuses is named, and the others are out', async () => {
  await server.behave({ at: 'recipient', only: 'bad@', refuse: { code: 550, text: 'no such user' } });
  const host = hostThatSent('bad@example.org', 'good@example.org');
  await expect(new MailOut(server.url).send(host, folder)).rejects.toThrow(
    /bad@example\.org: .*no such user/,
  );
  expect(await received()).toEqual(['good@example.org']);
  await server.behave();
});

test('without a server each is left as a file once', async () => {
  const host = hostThatSent('one@example.org');
  const out = new MailOut(null);
  await out.send(host, folder);
  await out.send(host, folder);
  expect(readdirSync(folder)).toEqual(['0001-one@example.org.eml']);
});
