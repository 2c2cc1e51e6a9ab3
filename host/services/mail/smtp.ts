import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { messageOptions, type SentMail } from './message';
import { type Delivery, DeliveryFailure } from './outbox';

/** How long each step (connecting, greeting) may take; a silence within the message twice as long. */
const STEP_MS = 20_000;
/** A server that answers each step at the last moment is given up after so many of them. */
const STEPS = 4;

type Answer = { readonly refused: readonly string[] } | { readonly error: string; readonly certain: boolean };

/** Whether the text is the address of a mail server: `smtp://host:port`, `smtps://user:password@host`. */
export function isSmtpUrl(text: string): boolean {
  try {
    const url = new URL(text);
    return /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname);
  } catch {
    return false;
  }
}

/**
 * Hands messages to a mail server and comes back only when the server has answered. nodemailer's URL options work: `?ignoreTLS=true`, `?tls.rejectUnauthorized=false`.
 */
export class SmtpDelivery implements Delivery {
  /** @throws RangeError for no address; the text itself is not repeated, there may be a password in it. */
  constructor(
    private readonly url: string,
    private readonly stepMs = STEP_MS,
  ) {
    if (!isSmtpUrl(url)) throw new RangeError('Not the address of a mail server: smtp://host:port is');
  }

  deliver(mail: SentMail): readonly string[] {
    const job = { url: this.url, stepMs: this.stepMs, message: messageOptions(mail) };
    const answer = Postman.onDuty().carry(job, this.stepMs * STEPS);
    if ('error' in answer) throw new DeliveryFailure(answer.error, answer.certain);
    return answer.refused;
  }
}

/**
 * The thread that does the asynchronous work while this one stands still, as a script's run must. One serves
 * all hosts of the process: nothing of a message stays in it. It does not keep the process alive.
 */
class Postman {
  private static current: Postman | null = null;

  static onDuty(): Postman {
    Postman.current ??= new Postman();
    return Postman.current;
  }

  private readonly answered = new Int32Array(new SharedArrayBuffer(4));
  private readonly port: MessagePort;
  private readonly worker: Worker;

  private constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const file = fileURLToPath(new URL('./smtpWorker.js', import.meta.url));
    this.worker = new Worker(file, {
      workerData: { port: port2, signal: this.answered.buffer },
      transferList: [port2],
      // Without the loaders of the process, which may need this very thread to start.
      execArgv: [],
    });
    this.worker.unref();
    this.port.unref();
  }

  carry(job: unknown, limitMs: number): Answer {
    Atomics.store(this.answered, 0, 0);
    this.port.postMessage(job);
    if (Atomics.wait(this.answered, 0, 0, limitMs) === 'timed-out') return this.dismissed(limitMs);
    return receiveMessageOnPort(this.port)?.message as Answer;
  }

  /** The connection is cut with its thread; the next message gets a new one. */
  private dismissed(limitMs: number): Answer {
    Postman.current = null;
    this.port.close();
    void this.worker.terminate();
    return { error: `the mail server did not answer within ${Math.round(limitMs / 1000)} s`, certain: false };
  }
}
