/** What answers a page's requests: a host in this thread, or one in a thread of its own. */
import { toXlsxFile } from '../../xlsx/write';
import type { GivenAnswer } from '../persistence/journal';
import type { News, RequestName, Requests } from '../protocol/protocol';
import { Session, type SessionOptions, type SessionRequest } from '../session/session';
import { Walker, walkTo } from '../session/walk';

export interface BookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FramePage {
  readonly html: string;
  readonly names: readonly string[];
}

export interface Backend {
  /** @throws Refusal, or what went wrong: see `faultText`. */
  request(session: string, person: string, name: RequestName, request: object): Promise<unknown>;
  frame(id: string): Promise<FramePage | null>;
  /** @throws Refusal, or what went wrong: see `faultText`. */
  xlsx(book: string, person: string): Promise<BookFile>;
  /** Answers the question that a run of this session waits with. */
  answer(session: string, answer: GivenAnswer): void;
  /** Nobody looks at this session any more: what it is asked counts as closed. */
  gone(session: string): void;
  listen(listener: (news: News) => void): void;
  close(): Promise<void>;
}

/**
 * A session over a host that the caller holds, for tests: the host can be looked at and changed between requests
 * (then `changed()`). It cannot wait for a person, so questions are answered from `host.answers`.
 */
export class LocalBackend implements Backend {
  private readonly listeners: ((news: News) => void)[] = [];
  private readonly session: Session;
  private readonly walker = new Walker((news) => this.tell(news));

  constructor(options: Omit<SessionOptions, 'news'>) {
    this.session = new Session({ ...options, news: (news) => this.tell(news) });
  }

  /** Tells pages what changed in the host behind their backs. */
  changed(): void {
    this.session.tellChanges();
  }

  async request(_session: string, person: string, name: RequestName, request: object): Promise<unknown> {
    if (name === 'reset' || name === 'programme') throw new Error('not here');
    if (name === 'stop') {
      this.walker.stop();
      return {};
    }
    if (name === 'advance') return this.advance(request as Requests['advance']['in']);
    return this.session.handle(name as SessionRequest, request as never, person);
  }

  async frame(id: string): Promise<FramePage | null> {
    return this.session.frame(id);
  }

  async xlsx(book: string, person: string): Promise<BookFile> {
    return bookFile(this.session, book, person);
  }

  answer(): void {}
  gone(): void {}

  listen(listener: (news: News) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {}

  private async advance(request: Requests['advance']['in']): Promise<Requests['advance']['out']> {
    const asked = walkTo(this.session, this.walker, request);
    return 'until' in asked
      ? this.walker.walk(this.session.reached(), asked.until, async () => this.session.step(asked.until))
      : asked;
  }

  private tell(news: News): void {
    for (const listener of this.listeners) listener(news);
  }
}

/** The book as it looks today, also when it is opened another day. @throws Refusal where the person may not open it. */
export async function bookFile(session: Session, book: string, person: string): Promise<BookFile> {
  const { workbook } = session.file(book, person);
  return { name: workbook.name, bytes: await toXlsxFile(workbook, { today: 'value' }) };
}
