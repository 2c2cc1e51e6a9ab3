/**
 * Forms that were begun and not sent. Each keystroke is stored in the page and, where the browser lets a page of
 * Google's frame do so, on this computer; a moment later on the server, from which another computer gets it.
 */
import type { Answer } from '../../../src/contract/plain';
import type { FormDraft, FormDraftEntry } from '../../../src/domain/school/draft';

export interface DraftStorage {
  get(name: string): string | null;
  set(name: string, text: string): void;
  remove(name: string): void;
}

/** The browser's own storage, or one that forgets: a browser may forbid storage to frames of other sites. */
export const browserStorage = (): DraftStorage => ({
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

type Send = (key: string, draft: FormDraft | null) => Promise<Answer<object>>;

interface LocalDraft {
  readonly draft: FormDraft | null;
  /** The server has it: what the server says later is at least as new. */
  readonly sent: boolean;
}

const SEND_AFTER_MS = 1500;

export class Drafts {
  private readonly stored = new Map<string, LocalDraft>();
  private readonly onServer = new Set<string>();
  /** Texts that look like personal data: they live in this page only, and end with it. */
  private readonly inPageOnly = new Map<string, FormDraft>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** One call a form at a time: an older one that arrived later would restore a draft that was removed. */
  private readonly sending = new Map<string, Promise<void>>();
  private readonly reporting = new Map<string, Promise<unknown>>();
  /** Called when the server refuses to store a form, with the reason. */
  onRefused: ((key: string, sentence: string) => void) | null = null;

  constructor(
    private readonly book: string,
    private readonly storage: DraftStorage,
    private readonly send: Send,
  ) {}

  /** The newest that is known: from this page, this computer, or the server. */
  read(key: string, fromServer: FormDraft | null): FormDraft | null {
    if (fromServer !== null) this.onServer.add(key);
    const stored = this.known(key);
    const draft = stored === null || stored.sent ? fromServer : stored.draft;
    const inPage = this.inPageOnly.get(key);
    return inPage === undefined ? draft : { ...draft, ...inPage };
  }

  /** Whether the form was begun, as this computer knows; what the server said counts where it knows nothing newer. */
  isBegun(key: string, onServer: boolean): boolean {
    const stored = this.known(key);
    return this.inPageOnly.has(key) || (stored === null || stored.sent ? onServer : stored.draft !== null);
  }

  /**
   * A null draft: nothing is left to store.
   * @param personal ids of columns whose text looks like personal data: docs/design.md, «Rules that keep people's data safe», 7.
   */
  store(key: string, draft: FormDraft | null, personal: ReadonlySet<string> = new Set()): void {
    const entries = Object.entries(draft ?? {});
    this.put(key, { draft: draftOf(entries.filter(([id]) => !personal.has(id))), sent: false });
    const inPage = draftOf(entries.filter(([id]) => personal.has(id)));
    if (inPage === null) this.inPageOnly.delete(key);
    else this.inPageOnly.set(key, inPage);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.flush(key), SEND_AFTER_MS),
    );
  }

  /** The form was sent: it is removed from wherever it was stored. */
  forget(key: string): void {
    this.inPageOnly.delete(key);
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

  /** Remembers a save under way, so that its form is not opened again before the answer. */
  during<T>(key: string, report: Promise<T>): Promise<T> {
    this.reporting.set(key, report);
    return report;
  }

  /** Ends when no report of this form is on its way. */
  async settled(key: string): Promise<void> {
    await this.reporting.get(key);
  }

  private async push(key: string): Promise<void> {
    const stored = this.stored.get(key);
    if (stored === undefined || stored.sent) return;
    this.onServer.add(key);
    const answer = await this.send(key, stored.draft);
    // What was typed while the call was under way goes with the next one.
    if (answer.ok && this.stored.get(key) === stored) this.put(key, { ...stored, sent: true });
    if (answer.ok && stored.draft === null) this.onServer.delete(key);
    if (!answer.ok && !answer.again) this.onRefused?.(key, answer.sentence);
  }

  private put(key: string, stored: LocalDraft): void {
    this.stored.set(key, stored);
    if (stored.draft === null && stored.sent) this.storage.remove(this.name(key));
    else this.storage.set(this.name(key), JSON.stringify(stored));
  }

  private known(key: string): LocalDraft | null {
    const stored = this.stored.get(key);
    if (stored !== undefined) return stored;
    const text = this.storage.get(this.name(key));
    const read = text === null ? null : attempt(() => JSON.parse(text) as unknown);
    return isLocalDraft(read) ? read : null;
  }

  private readonly name = (key: string): string => `svodka|${this.book}|${key}`;
}

const draftOf = (entries: readonly (readonly [string, FormDraftEntry])[]): FormDraft | null =>
  entries.length === 0 ? null : Object.fromEntries(entries);

const isLocalDraft = (value: unknown): value is LocalDraft => {
  if (typeof value !== 'object' || value === null) return false;
  const { draft, sent } = value as Partial<LocalDraft>;
  return typeof sent === 'boolean' && (draft === null || isDraft(draft));
};

const isDraft = (value: unknown): value is FormDraft =>
  typeof value === 'object' && value !== null && Object.values(value).every(isEntry);

const isEntry = (value: unknown): value is FormDraftEntry => {
  if (typeof value !== 'object' || value === null) return false;
  const { text, over } = value as Partial<FormDraftEntry>;
  return typeof text === 'string' && typeof over === 'string';
};
