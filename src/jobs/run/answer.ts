/** How a page's call ends: with what it asked for, or with a sentence. Never with an error of Google's. */
import type { Answer, Refusal } from '../../contract/plain';
import { type Reader, readInput } from '../../domain/values/pageInput';
import { NewerVersion } from '../../google/state/versions';

/** The journal's words begin small and end open; a person reads a sentence. */
export const refuse = (why: string, again = false): Refusal => ({
  ok: false,
  sentence: why.charAt(0).toUpperCase() + why.slice(1).replace(/[^.!?]$/, '$&.'),
  again,
});

/** The work with what the page sent; what has another shape or size is refused before anything else happens. */
export function given<Input, T>(
  words: { readonly badInput: string },
  reader: Reader<Input>,
  input: unknown,
  work: (value: Input) => Answer<T>,
): Answer<T> {
  const read = readInput(reader, input);
  return read === null ? refuse(words.badInput) : work(read.value);
}

export interface FailureWords {
  failed(why: string): string;
}

/** An answer in words whatever happens; the trace of an error that nobody foresaw goes to the script's log. */
export function attempt<T>(words: FailureWords, work: () => Answer<T>): Answer<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof NewerVersion) return refuse(error.message);
    const why = error instanceof Error ? error.message : String(error);
    console.error(error instanceof Error ? (error.stack ?? why) : why);
    return refuse(words.failed(why), true);
  }
}
