/**
 * Forms that were begun and not sent. Each keystroke is kept in the page and, where the browser lets a page of
 * Google's frame do so, on this computer; a moment later on the server, from where it comes back on another one.
 */
import type { Answer } from '../../../src/contract/plain';
import type { Draft, DraftEntry } from '../../../src/domain/school/draft';

export interface Shelf {
  get(name: string): string | null;
  set(name: string, text: string): void;
  remove(name: string): void;
}

/** The browser's shelf, or one that forgets: a browser may forbid storage to frames of other sites. */
export const browserShelf = (): Shelf => ({
  get: (name) => attempt(() => localStorage.getItem(name)) ?? null,
  set: (name, text) => attempt(() => localStorage.setItem(name, text)),
  remove: (name) => attempt(() => localStorage.removeItem(name)),
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

type Send = (key: string, draft: Draft | null) => Promise<Answer<object>>;

interface Kept {
  readonly draft: Draft | null;
  /** The server has it: what the server says later is at least as new. */
  readonly sent: boolean;
}

const SEND_AFTER_MS = 1500;

export class Drafts {
  private readonly kept = new Map<string, Kept>();
  private readonly onServer = new Set<string>();
  /** Texts that look like personal data: this page has them while it is open, and nothing else ever. */
  private readonly staying = new Map<string, Draft>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** One call a form at a time: an older one that came later would bring back what is gone. */
  private readonly sending = new Map<string, Promise<void>>();
  private readonly reporting = new Map<string, Promise<unknown>>();
  /** Told when the server will not keep a form, and why. */
  onRefused: ((key: string, sentence: string) => void) | null = null;

  constructor(
    private readonly book: string,
    private readonly shelf: Shelf,
    private readonly send: Send,
  ) {}

  /** The newest that is known: from this page, this computer, or the server. */
  read(key: string, fromServer: Draft | null): Draft | null {
    if (fromServer !== null) this.onServer.add(key);
    const kept = this.known(key);
    const draft = kept === null || kept.sent ? fromServer : kept.draft;
    const staying = this.staying.get(key);
    return staying === undefined ? draft : { ...draft, ...staying };
  }

  /** Whether the form was begun, as this computer knows; what the server said counts where it knows nothing newer. */
  isBegun(key: string, onServer: boolean): boolean {
    const kept = this.known(key);
    return this.staying.has(key) || (kept === null || kept.sent ? onServer : kept.draft !== null);
  }

  /**
   * Null: nothing is left to keep.
   * @param personal ids of columns whose text looks like personal data: docs/design.md, «Rules that keep people's data safe», 7.
   */
  keep(key: string, draft: Draft | null, personal: ReadonlySet<string> = new Set()): void {
    const entries = Object.entries(draft ?? {});
    this.put(key, { draft: draftOf(entries.filter(([id]) => !personal.has(id))), sent: false });
    const staying = draftOf(entries.filter(([id]) => personal.has(id)));
    if (staying === null) this.staying.delete(key);
    else this.staying.set(key, staying);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.flush(key), SEND_AFTER_MS),
    );
  }

  /** The form was sent: what was kept goes everywhere. */
  forget(key: string): void {
    this.staying.delete(key);
    this.put(key, { draft: null, sent: !this.onServer.has(key) });
    void this.flush(key);
  }

  /** Sends what waits, at once. */
  flush(key: string): Promise<void> {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const next = (this.sending.get(key) ?? Promise.resolve()).then(() => this.push(key));
    this.sending.set(key, next);
    return next;
  }

  /** While a report is on its way its form is not opened anew: it would be typed over what is being sent. */
  during<T>(key: string, report: Promise<T>): Promise<T> {
    this.reporting.set(key, report);
    return report;
  }

  /** Ends when no report of this form is on its way. */
  async settled(key: string): Promise<void> {
    await this.reporting.get(key);
  }

  private async push(key: string): Promise<void> {
    const kept = this.kept.get(key);
    if (kept === undefined || kept.sent) return;
    this.onServer.add(key);
    const answer = await this.send(key, kept.draft);
    // What was typed while the call was under way goes with the next one.
    if (answer.ok && this.kept.get(key) === kept) this.put(key, { ...kept, sent: true });
    if (answer.ok && kept.draft === null) this.onServer.delete(key);
    if (!answer.ok && !answer.again) this.onRefused?.(key, answer.sentence);
  }

  private put(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    if (kept.draft === null && kept.sent) this.shelf.remove(this.name(key));
    else this.shelf.set(this.name(key), JSON.stringify(kept));
  }

  private known(key: string): Kept | null {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const text = this.shelf.get(this.name(key));
    const read = text === null ? null : attempt(() => JSON.parse(text) as unknown);
    return isKept(read) ? read : null;
  }

  private readonly name = (key: string): string => `svodka|${this.book}|${key}`;
}

const draftOf = (entries: readonly (readonly [string, DraftEntry])[]): Draft | null =>
  entries.length === 0 ? null : Object.fromEntries(entries);

const isKept = (value: unknown): value is Kept => {
  if (typeof value !== 'object' || value === null) return false;
  const { draft, sent } = value as Partial<Kept>;
  return typeof sent === 'boolean' && (draft === null || isDraft(draft));
};

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && Object.values(value).every(isEntry);

const isEntry = (value: unknown): value is DraftEntry => {
  if (typeof value !== 'object' || value === null) return false;
  const { text, over } = value as Partial<DraftEntry>;
  return typeof text === 'string' && typeof over === 'string';
};
