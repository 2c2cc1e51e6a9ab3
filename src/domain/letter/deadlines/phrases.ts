/** Every expression of time in a text, in its order and not overlapping. */

import type { Token } from '../text/tokens';
import { readDated } from './dated';
import { isPastOrReference } from './notDeadline';
import type { Reading } from './reading';
import { readRecurring } from './recurring';
import { readUndated } from './relative';

/** `cell`: the whole text stands in a column of deadlines, so a bare year or «по плану» is one. */
export type Setting = 'prose' | 'cell';

/** The expression that begins at this token, or null. Looks at a bounded number of tokens. */
export function readPhrase(tokens: readonly Token[], index: number, setting: Setting): Reading | null {
  const cell = setting === 'cell';
  const bound = (at: number): Reading | null => readDated(tokens, at, cell);
  return (
    readRecurring(tokens, index, bound) ?? readDated(tokens, index, cell) ?? readUndated(tokens, index, cell)
  );
}

/** All of them; in prose without dates of documents, of past events and of data. */
export function readPhrases(tokens: readonly Token[], setting: Setting): Reading[] {
  const readings: Reading[] = [];
  for (let index = 0; index < tokens.length; ) {
    const reading = readPhrase(tokens, index, setting);
    if (reading === null) index += 1;
    else {
      if (!isPastOrReference(tokens, reading)) readings.push(reading);
      index = Math.max(reading.next, index + 1);
    }
  }
  return readings;
}
