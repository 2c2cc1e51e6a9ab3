/**
 * The thread that talks to the mail server while the host waits (see smtp.ts). It keeps one connection, and asks
 * before each message whether it still stands: so a failure before the message is known from one within it, after
 * which nobody can say whether the message arrived. Nothing is ever sent a second time.
 */
import { Readable } from 'node:stream';
import { workerData } from 'node:worker_threads';

const { port, signal } = workerData;
const answered = new Int32Array(signal);
/** The open connection and the address it was opened for. */
let kept = null;

port.on('message', async (job) => {
  port.postMessage(await deliver(job));
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});

async function deliver({ url, stepMs, message }) {
  let connection;
  let envelope;
  let bytes;
  try {
    const attachments = message.attachments.map((one) => ({ ...one, content: Buffer.from(one.content) }));
    // Loaded here, so that a failure to load is an answer too.
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
    const composed = new MailComposer({ ...message, attachments }).compile();
    envelope = composed.getEnvelope();
    bytes = await composed.build();
    connection = (await stillOpen(url)) ?? (await connected(url, stepMs));
  } catch (error) {
    return { error: textOf(error), certain: true };
  }
  // Read only when the server has agreed to take the content: until then the message cannot have arrived.
  let begun = false;
  const content = Readable.from(
    (function* () {
      begun = true;
      yield bytes;
    })(),
  );
  try {
    const { rejected } = await called(connection, (done) => connection.send(envelope, content, done));
    return { refused: rejected };
  } catch (error) {
    // An answer of 4xx or 5xx to the content says that it was not taken, RFC 5321, 4.2.1 and 4.2.5.
    return { error: textOf(error), certain: error.responseCode >= 400 || !begun };
  }
}

async function stillOpen(url) {
  const candidate = kept;
  if (candidate?.url !== url) return null;
  try {
    await called(candidate.connection, (done) => candidate.connection.reset(done));
    return candidate.connection;
  } catch {
    candidate.connection.close();
    kept = null;
    return null;
  }
}

async function connected(url, stepMs) {
  kept?.connection.close();
  kept = null;
  const [{ default: SMTPConnection }, { parseConnectionUrl }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/shared'),
  ]);
  const { auth, ...server } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...server,
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    // Longer than the steps that have a limit of their own, so that theirs is the error told.
    socketTimeout: stepMs * 2,
  });
  // The caller that waits hears of it too; without a listener a lost idle connection would end the thread.
  connection.on('error', () => {});
  try {
    await called(connection, (done) => connection.connect(done));
    if (auth) await called(connection, (done) => connection.login(auth, done));
  } catch (error) {
    connection.close();
    throw error;
  }
  kept = { url, connection };
  return connection;
}

/** What a call answers; an error of the connection or its end is an answer as well. */
function called(connection, call) {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('Connection closed unexpectedly'));
    connection.once('error', reject);
    connection.once('end', ended);
    call((error, value) => {
      connection.off('error', reject);
      connection.off('end', ended);
      if (error) reject(error);
      else resolve(value);
    });
  });
}

const textOf = (error) => String(error?.message ?? error);
