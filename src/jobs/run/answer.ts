/** How a page's call ends: with what it asked for, or with a sentence. Never with an error of Google's. */
import type { Answer, Refusal } from '../../contract/plain';
import { releaseLock, tryLock } from '../../google/services/app';
import { NewerVersion } from '../../google/state/versions';

/** The journal's words begin small and end open; a person reads a sentence. */
export const refuse = (why: string, again = false): Refusal => ({
  ok: false,
  sentence: why.charAt(0).toUpperCase() + why.slice(1).replace(/[^.!?]$/, '$&.'),
  again,
});

/** The sentence for an error that nobody foresaw; the trace goes to the script's log. */
export function wordsOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Error ? (error.stack ?? why) : why);
  return why;
}

export interface EndWords {
  readonly busy: string;
  failed(why: string): string;
}

/** An answer in words whatever happens. What a newer version of the program wrote is no failure of Google's. */
export function attempt<T>(words: EndWords, work: () => Answer<T>): Answer<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof NewerVersion) return refuse(error.message);
    return refuse(words.failed(wordsOf(error)), true);
  }
}

/** The same while no other run of the script writes; says so when one does. */
export function alone<T>(words: EndWords, work: () => Answer<T>): Answer<T> {
  let locked = false;
  try {
    return attempt(words, () => {
      locked = tryLock();
      return locked ? work() : refuse(words.busy, true);
    });
  } finally {
    if (locked) releaseLock();
  }
}
