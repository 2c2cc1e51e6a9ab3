/**
 * One date that a person typed into a cell as text: «05.10.20», «5 октября 2020», «5 окт. 2020 г.»,
 * «2020-10-05», «05/10/2020» (day first). Nothing else may stand in the cell, and a year is never guessed.
 */

import { readDay } from '../letter/dates/day';
import { isText, tokenise } from '../letter/text/tokens';
import { type CivilDate, civil } from './civil';

export type DateTextReason =
  /** Not a date, or more than a date. */
  | 'not-a-date'
  /** A day and a month without a year in figures. */
  | 'no-year'
  /** Written like a date, but there is no such day. */
  | 'impossible'
  /** Two readings are possible, or a letter stands where a digit should. */
  | 'ambiguous';

export type DateTextResult =
  | { readonly ok: true; readonly date: CivilDate }
  | { readonly ok: false; readonly reason: DateTextReason };

const no = (reason: DateTextReason): DateTextResult => ({ ok: false, reason });
/** A longer text is no date in a cell: do not read it at all. */
const LONGEST = 60;

/** Reads the whole of `text` as one date. Never throws. */
export function readDateText(text: string): DateTextResult {
  if (text.length > LONGEST) return no('not-a-date');
  const tokens = tokenise(text);
  const written = readDay(tokens, 0);
  if (written === null) return no('not-a-date');
  let next = written.next;
  while (isText(tokens, next, '.', ',', ';')) next += 1;
  if (next < tokens.length) {
    const second = isText(tokens, next, '-', 'и', 'по') ? next + 1 : next;
    return no(readDay(tokens, second) === null ? 'not-a-date' : 'ambiguous');
  }
  if (written.ambiguous || written.doubt) return no('ambiguous');
  // A leap year lets 29 February pass here: which year it is, the person will say.
  const date = civil(written.year ?? 2000, written.month, written.day);
  if (date === null) return no('impossible');
  return written.year === null ? no('no-year') : { ok: true, date };
}
