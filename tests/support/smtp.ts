/**
 * A real mail server for a test, in a process of its own, on a free port of 127.0.0.1.
 *
 *   const server = await startSmtp();
 *   const host = new LocalHost({ smtp: server.url });
 *   …
 *   expect(await server.messages()).toHaveLength(1);
 *   await server.stop();
 */
import { type ChildProcess, fork } from 'node:child_process';

/** A message as the server took it, read by mailparser. */
export interface Received {
  /** What the client told the server: hidden recipients stand only here. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly subject: string;
  readonly from: readonly { readonly name: string; readonly address?: string }[];
  readonly replyTo: readonly string[];
  readonly text: string | null;
  readonly html: string | null;
  /** Header lines as they came, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
  /** The whole message, one character a byte. */
  readonly raw: string;
}

/** What the server does at one step of each message (the n-th only with `nth`, from 1). */
export interface SmtpRule {
  /** `content`: all of it came; `answer`: the message is taken and only the answer is left. */
  readonly at: 'connect' | 'hello' | 'from' | 'recipient' | 'data' | 'content' | 'answer';
  /** Only where the address (of the sender or of a recipient) contains this. */
  readonly only?: string;
  readonly nth?: number;
  readonly delayMs?: number;
  readonly refuse?: { readonly code: number; readonly text: string };
  /** Cuts the connection without a word. */
  readonly cut?: true;
}

export interface SmtpCounts {
  readonly connections: number;
  /** Whole messages taken. */
  readonly accepted: number;
  readonly refused: number;
  readonly cut: number;
}

export interface SmtpOptions {
  /** TLS from the first byte, with a certificate nobody vouches for. */
  readonly secure?: boolean;
  readonly auth?: { readonly user: string; readonly password: string };
}

export interface SmtpServer {
  readonly url: string;
  readonly port: number;
  /** All messages taken so far, oldest first. */
  messages(): Promise<Received[]>;
  /** Recipients of each message, unparsed: quick for thousands. */
  recipients(): Promise<string[][]>;
  counts(): Promise<SmtpCounts>;
  /** From now on these rules hold; without rules it takes everything. */
  behave(...rules: readonly SmtpRule[]): Promise<void>;
  /** Cuts whatever connections clients keep open. */
  hangUp(): Promise<void>;
  /** Forgets messages and counts. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpServer> {
  const child = fork('tests/support/smtpServer.js', [JSON.stringify(options)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  // A server that a failed test forgot ends with the test's process, and does not keep it.
  child.unref();
  const ask = channel(child);
  const port = await ask<number>();
  const user = options.auth ? `${options.auth.user}:${options.auth.password}@` : '';
  const url = `${options.secure ? 'smtps' : 'smtp'}://${user}127.0.0.1:${port}`;
  return {
    url: options.secure ? `${url}?tls.rejectUnauthorized=false` : url,
    port,
    messages: () => ask('messages'),
    recipients: () => ask('recipients'),
    counts: () => ask('counts'),
    behave: (...rules) => ask('behave', rules),
    hangUp: () => ask('hangUp'),
    forget: () => ask('forget'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

/** Questions and answers by number; number 0 is the port the server tells of itself. */
function channel(child: ChildProcess) {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', ({ id, value }: { id: number; value: never }) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
    if (waiting.size === 0) child.channel?.unref();
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The mail server ended with ${code}`));
  });
  return <T>(order?: string, argument?: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = order === undefined ? 0 : ++asked;
      child.channel?.ref();
      waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      if (order !== undefined) child.send({ id, order, argument });
    });
}
