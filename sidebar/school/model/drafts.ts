/**
 * Forms that were begun and not sent. Each keystroke is kept in the page and, where the browser lets a page of
 * Google's frame do so, on this computer; a moment later on the server, from where it comes back on another one.
 */
import type { Typed } from './fields';

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

type Send = (key: string, typed: Typed | null) => Promise<boolean>;

interface Kept {
  readonly typed: Typed | null;
  /** The server has it: what the server says later is at least as new. */
  readonly sent: boolean;
}

const SEND_AFTER_MS = 1500;

export class Drafts {
  private readonly kept = new Map<string, Kept>();
  private readonly onServer = new Set<string>();
  /** Texts that look like personal data: this page has them while it is open, and nothing else ever. */
  private readonly staying = new Map<string, Typed>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly book: string,
    private readonly shelf: Shelf,
    private readonly send: Send,
  ) {}

  /** The newest that is known: from this page, this computer, or the server. */
  read(key: string, fromServer: Typed | null): Typed | null {
    if (fromServer !== null) this.onServer.add(key);
    const kept = this.kept.get(key) ?? this.onShelf(key);
    const typed = kept === null || kept.sent ? fromServer : kept.typed;
    const staying = this.staying.get(key);
    return staying === undefined ? typed : { ...typed, ...staying };
  }

  /**
   * Null: nothing is left to keep.
   * @param personal ids of columns whose text looks like personal data: DESIGN, «Rules», 7.
   */
  keep(key: string, typed: Typed | null, personal: ReadonlySet<string> = new Set()): void {
    const texts = Object.entries(typed ?? {});
    this.put(key, { typed: textsOf(texts.filter(([id]) => !personal.has(id))), sent: false });
    const staying = textsOf(texts.filter(([id]) => personal.has(id)));
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
    this.put(key, { typed: null, sent: !this.onServer.has(key) });
    void this.flush(key);
  }

  /** Sends what waits, at once. */
  async flush(key: string): Promise<void> {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const kept = this.kept.get(key);
    if (kept === undefined || kept.sent) return;
    this.onServer.add(key);
    const arrived = await this.send(key, kept.typed);
    // What was typed while the call was under way goes with the next one.
    if (arrived && this.kept.get(key) === kept) this.put(key, { ...kept, sent: true });
    if (arrived && kept.typed === null) this.onServer.delete(key);
  }

  private put(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    if (kept.typed === null && kept.sent) this.shelf.remove(this.name(key));
    else this.shelf.set(this.name(key), JSON.stringify(kept));
  }

  private onShelf(key: string): Kept | null {
    const text = this.shelf.get(this.name(key));
    const read = text === null ? null : attempt(() => JSON.parse(text) as unknown);
    return isKept(read) ? read : null;
  }

  private readonly name = (key: string): string => `svodka|${this.book}|${key}`;
}

const textsOf = (texts: readonly (readonly [string, string])[]): Typed | null =>
  texts.length === 0 ? null : Object.fromEntries(texts);

const isKept = (value: unknown): value is Kept => {
  if (typeof value !== 'object' || value === null) return false;
  const { typed, sent } = value as Partial<Kept>;
  return typeof sent === 'boolean' && (typed === null || isTyped(typed));
};

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');
