/** What a wrong cell certainly means: the one mending that needs nobody's judgement. */

import { readDateText } from '../dates/dateText';
import { type Cell, cellText, dayOf } from '../values/cell';
import { listItems, sameKey, tidy } from '../values/text';
import { cellProblem } from './check';
import type { Column } from './schema';
import { numberOf, type References } from './types';

/** For telling allowed values apart: what people add to a word or leave out. */
const loose = (text: string): string => sameKey(text).replace(/[.,;:!?"'()\s-]/g, '');

/** The one allowed value that the text can only mean; null when none or several are like it. */
function allowedLike(text: string, allowed: readonly string[]): string | null {
  const wanted = loose(text);
  const [only, ...more] = wanted === '' ? [] : allowed.filter((each) => loose(each) === wanted);
  return only !== undefined && more.length === 0 ? only : null;
}

function meant(cell: Cell, column: Column): Cell | null {
  const text = tidy(cellText(cell));
  switch (column.type) {
    case 'date': {
      const read = typeof cell === 'string' ? readDateText(text) : null;
      return read?.ok && dayOf({ date: read.date }) !== null ? { date: read.date } : null;
    }
    case 'integer':
    case 'number':
    case 'share':
      return typeof cell === 'string' ? numberOf(text) : null;
    case 'choice':
    case 'yesNo':
      return allowedLike(text, column.allowed ?? []);
    case 'choices': {
      const items = listItems(cellText(cell)).map((item) => allowedLike(item, column.allowed ?? []));
      return items.includes(null) ? null : [...new Set(items)].join(', ');
    }
    default:
      return null;
  }
}

/**
 * The cell as it is certainly meant; null where nothing is wrong with it, or a person must decide. Text that is a
 * date becomes one, figures written as text a number, a word that is but one of the allowed values that value. What
 * is given has no problem of its own any more; whether it fits the rest of its row is another question.
 */
export function mended(cell: Cell, column: Column, references: References): Cell | null {
  if (cell === '' || cellProblem(cell, column, references) === null) return null;
  const result = meant(cell, column);
  return result === null || result === '' || cellProblem(result, column, references) !== null ? null : result;
}
