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
  /** The server has all of it: what the server says later is at least as new. */
  readonly sent: boolean;
}

const SEND_AFTER_MS = 1500;

export class Drafts {
  private readonly kept = new Map<string, Kept>();
  private readonly onServer = new Set<string>();
  private readonly staying = new Map<string, ReadonlySet<string>>();
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
    return kept === null || kept.sent ? fromServer : kept.typed;
  }

  /**
   * Null: nothing is left to keep.
   * @param stays ids of columns whose text must not leave this computer: it looks like personal data.
   */
  keep(key: string, typed: Typed | null, stays: ReadonlySet<string> = new Set()): void {
    this.put(key, { typed, sent: false });
    this.staying.set(key, stays);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.flush(key), SEND_AFTER_MS),
    );
  }

  /** The form was sent: what was kept goes everywhere. */
  forget(key: string): void {
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
    const stays = this.staying.get(key) ?? new Set();
    const leaving = Object.entries(kept.typed ?? {}).filter(([id]) => !stays.has(id));
    const arrived = await this.send(key, leaving.length === 0 ? null : Object.fromEntries(leaving));
    const whole = leaving.length === Object.keys(kept.typed ?? {}).length;
    // What was typed while the call was under way goes with the next one.
    if (arrived && whole && this.kept.get(key) === kept) this.put(key, { ...kept, sent: true });
    if (arrived && leaving.length === 0) this.onServer.delete(key);
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

const isKept = (value: unknown): value is Kept => {
  if (typeof value !== 'object' || value === null) return false;
  const { typed, sent } = value as Partial<Kept>;
  return typeof sent === 'boolean' && (typed === null || isTyped(typed));
};

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');
