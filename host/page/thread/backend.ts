/** The server's side of the host's thread. */
import { Worker } from 'node:worker_threads';
import type { GivenAnswer } from '../persistence/journal';
import type { Restored } from '../persistence/restore';
import { server } from '../protocol/messages';
import type { News, RequestName } from '../protocol/protocol';
import { Refusal, ToldError } from '../protocol/refusal';
import type { Backend, BookFile, FramePage } from '../server/backend';
import type { Source } from '../server/source';
import { AnswerSlot, type FromHost, type ToHost } from './messages';

type Unsent<Message> = Message extends unknown ? Omit<Message, 'id'> : never;

export class ThreadBackend implements Backend {
  private readonly slot = new AnswerSlot();
  private readonly waiting = new Map<number, { done(result: unknown): void; failed(error: Error): void }>();
  private readonly listeners: ((news: News) => void)[] = [];
  private readonly thread: Worker;
  private sent = 0;
  /** Session whose run sleeps until it is answered. */
  private asked: string | null = null;
  private stopped = false;

  private constructor(data: string, source: Source, smtp: string | null) {
    this.thread = new Worker(new URL('./start.mjs', import.meta.url), {
      workerData: { data, source, smtp, slot: this.slot.shared },
    });
  }

  /** Resolves when the books are open. @throws Error with a sentence for the person. */
  static async start(
    data: string,
    source: Source,
    smtp: string | null = null,
  ): Promise<{ backend: ThreadBackend; restored: Restored }> {
    const backend = new ThreadBackend(data, source, smtp);
    const restored = await new Promise<Restored>((done, failed) => {
      backend.thread.on('message', (message: FromHost) => {
        if (message.kind === 'ready') done(message.restored);
        else if (message.kind === 'failed') failed(new ToldError(message.message));
        else backend.received(message);
      });
      backend.thread.on('error', (error) => {
        failed(error);
        backend.dead(error);
      });
      backend.thread.on('exit', () => {
        failed(new ToldError(server.stopped));
        backend.dead(new ToldError(server.stopped));
      });
    }).catch(async (error: unknown) => {
      // A thread that waits for requests would keep the whole program.
      await backend.thread.terminate();
      throw error;
    });
    return { backend, restored };
  }

  request(session: string, person: string, name: RequestName, request: object): Promise<unknown> {
    return this.send({ what: 'request', session, person, name, request });
  }

  frame(frame: string): Promise<FramePage | null> {
    return this.send({ what: 'frame', frame }) as Promise<FramePage | null>;
  }

  xlsx(book: string, person: string): Promise<BookFile> {
    return this.send({ what: 'xlsx', book, person }) as Promise<BookFile>;
  }

  answer(session: string, answer: GivenAnswer): void {
    if (this.asked !== session) return;
    this.asked = null;
    this.slot.put(JSON.stringify(answer));
  }

  gone(session: string): void {
    this.answer(session, { button: 'CLOSE', text: '' });
  }

  listen(listener: (news: News) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    if (this.stopped) return;
    if (this.asked !== null) this.gone(this.asked);
    try {
      await this.send({ what: 'close' });
    } finally {
      this.stopped = true;
      await this.thread.terminate();
    }
  }

  private send(message: Unsent<ToHost>): Promise<unknown> {
    if (this.stopped) return Promise.reject(new ToldError(server.stopped));
    this.sent += 1;
    const id = this.sent;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.thread.postMessage({ ...message, id });
    });
  }

  private received(message: FromHost): void {
    if (message.kind === 'news') {
      if (message.news.kind === 'question') this.asked = message.news.session;
      if (message.news.kind === 'answered') this.asked = null;
      for (const listener of this.listeners) listener(message.news);
    } else if (message.kind === 'done' || message.kind === 'refused') {
      const waits = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.kind === 'done') waits?.done(message.result);
      else waits?.failed(new (message.fault ? ToldError : Refusal)(message.message));
    }
  }

  private dead(error: Error): void {
    this.stopped = true;
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}
