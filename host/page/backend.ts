/** What answers a page's requests: a host in this thread, or one in a thread of its own. */
import { toXlsxFile } from '../xlsx/write';
import { Desk, type DeskOptions, type DeskRequest } from './desk/desk';
import { faultText } from './desk/refusal';
import type { GivenAnswer } from './keep/journal';
import type { News, RequestName } from './protocol';

export interface BookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FramePage {
  readonly html: string;
  readonly names: readonly string[];
}

export interface Backend {
  /** @throws Error with a sentence for the person. */
  request(session: string, person: string, name: RequestName, request: object): Promise<unknown>;
  frame(id: string): Promise<FramePage | null>;
  /** @throws Error with a sentence for the person. */
  xlsx(book: string, person: string): Promise<BookFile>;
  /** Answers the question that a run of this session waits with. */
  answer(session: string, answer: GivenAnswer): void;
  /** Nobody looks at this session any more: what it is asked counts as closed. */
  gone(session: string): void;
  listen(listener: (news: News) => void): void;
  close(): Promise<void>;
}

/**
 * A desk over a host that the caller holds, for tests: the host can be looked at and changed between requests
 * (then `changed()`). It cannot wait for a person, so questions are answered from `host.answers`.
 */
export class LocalBackend implements Backend {
  private readonly listeners: ((news: News) => void)[] = [];
  private readonly desk: Desk;

  constructor(options: Omit<DeskOptions, 'news'>) {
    this.desk = new Desk({ ...options, news: (news) => this.tell(news) });
  }

  /** Tells pages what changed in the host behind their backs. */
  changed(): void {
    this.desk.tellChanges();
  }

  async request(_session: string, person: string, name: RequestName, request: object): Promise<unknown> {
    if (name === 'reset' || name === 'programme') throw new Error('not here');
    try {
      return this.desk.handle(name as DeskRequest, request as never, person);
    } catch (error) {
      throw new Error(faultText(error));
    }
  }

  async frame(id: string): Promise<FramePage | null> {
    return this.desk.frame(id);
  }

  async xlsx(book: string, person: string): Promise<BookFile> {
    return bookFile(this.desk, book, person);
  }

  answer(): void {}
  gone(): void {}

  listen(listener: (news: News) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {}

  private tell(news: News): void {
    for (const listener of this.listeners) listener(news);
  }
}

/** @throws Error where the person may not open the book. */
export async function bookFile(desk: Desk, book: string, person: string): Promise<BookFile> {
  const { workbook } = desk.file(book, person);
  return { name: workbook.name, bytes: await toXlsxFile(workbook) };
}
