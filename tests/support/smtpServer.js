/**
 * The mail server of the tests, a process of its own (see smtp.ts): the host under test stands still while it
 * sends, so a server in its process could not answer. Talks over the channel of `fork`.
 */
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const { secure, auth } = JSON.parse(process.argv[2] ?? '{}');
/** Whole messages that were accepted: envelope, bytes. */
const accepted = [];
const counts = { connections: 0, accepted: 0, refused: 0, cut: 0 };
let rules = [];

/** Does what the rules say at a step; true when the connection is cut. */
async function obey(at, session, text) {
  for (const rule of rules) {
    if (rule.at !== at || (rule.only !== undefined && !text.includes(rule.only))) continue;
    rule.seen = (rule.seen ?? 0) + 1;
    if (rule.nth !== undefined && rule.seen !== rule.nth) continue;
    if (rule.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
    if (rule.cut) {
      counts.cut += 1;
      for (const connection of server.connections)
        if (connection.id === session.id) connection._socket.destroy();
      return true;
    }
    if (rule.refuse) {
      counts.refused += 1;
      throw Object.assign(new Error(rule.refuse.text), { responseCode: rule.refuse.code });
    }
  }
  return false;
}

const step = (at, session, text, callback) =>
  obey(at, session, text).then((cut) => cut || callback(), callback);

/** Commands for which the library asks nobody. */
function listenIn(connection, session) {
  for (const [at, name] of [
    ['hello', 'handler_EHLO'],
    ['data', 'handler_DATA'],
  ]) {
    const usual = connection[name].bind(connection);
    connection[name] = (command, callback) =>
      obey(at, session, '').then(
        (cut) => cut || usual(command, callback),
        (error) => {
          connection.send(error.responseCode, error.message);
          callback();
        },
      );
  }
}

const server = new SMTPServer({
  secure: secure === true,
  disabledCommands: [...(secure ? [] : ['STARTTLS']), ...(auth ? [] : ['AUTH'])],
  authOptional: !auth,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  onConnect(session, callback) {
    counts.connections += 1;
    for (const connection of server.connections)
      if (connection.id === session.id) listenIn(connection, session);
    step('connect', session, '', callback);
  },
  onAuth(given, _session, callback) {
    if (given.username === auth.user && given.password === auth.password) callback(null, { user: auth.user });
    else callback(new Error('Invalid username or password'));
  },
  onMailFrom: ({ address }, session, callback) => step('from', session, address, callback),
  onRcptTo: ({ address }, session, callback) => step('recipient', session, address, callback),
  onData(stream, session, callback) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks);
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map(({ address }) => address);
      step('content', session, to.join(), (error) => {
        if (error) return callback(error);
        accepted.push({ from: mailFrom.address, to, raw });
        counts.accepted += 1;
        // A rule may keep the client from hearing that its message was taken.
        step('answer', session, to.join(), callback);
      });
    });
  },
});
// A client that vanishes in the middle of its message is what some tests are about.
server.on('error', () => {});

async function read({ from, to, raw }) {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  return {
    envelope: { from, to },
    subject: mail.subject ?? '',
    from: mail.from?.value ?? [],
    replyTo: mail.replyTo?.value.map(({ address }) => address) ?? [],
    text: mail.text ?? null,
    html: mail.html || null,
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line])),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? '',
      contentType,
      content,
    })),
    raw: raw.toString('latin1'),
  };
}

const orders = {
  messages: () => Promise.all(accepted.map(read)),
  recipients: () => accepted.map(({ to }) => to),
  counts: () => ({ ...counts }),
  behave(next) {
    rules = next;
  },
  hangUp() {
    for (const connection of server.connections) connection._socket.destroy();
  },
  forget() {
    accepted.length = 0;
    for (const name of Object.keys(counts)) counts[name] = 0;
  },
};

process.on('message', async ({ id, order, argument }) => {
  process.send({ id, value: await orders[order](argument) });
});
// The test is over, however it ended.
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ id: 0, value: server.server.address().port }));
