/** What is to be done with a form that was sent, once its row was read. */

import { typeOf } from '../schema/columnTypes';
import type { References } from '../schema/columnTypes/columnType';
import { repaired } from '../schema/repair';
import type { Column } from '../schema/schema';
import { type Cell, cellText } from '../values/cell';
import { saysTheSame, unmarked } from '../values/formulaText';

export interface SentForm {
  readonly values: Readonly<Record<string, Cell>>;
  readonly seen: Readonly<Record<string, Cell>>;
}

/** The cell as it will be written: without spaces around it, dates and numbers as values, text columns as text. */
export function cleaned(cell: Cell, column: Column, references: References): Cell {
  if (typeof cell !== 'string' && typeOf(column).holds !== 'text') return cell;
  const text = unmarked(
    cellText(cell)
      .replace(/\r\n?/g, '\n')
      // Control characters are invisible and of no use; marks of writing direction reorder the text beside them.
      .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
        sign === '\n' || sign === '\t' ? sign : '',
      )
      .replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, ''),
  ) as string;
  return repaired(text, column, references) ?? text;
}

export interface Change {
  readonly column: string;
  readonly to: Cell;
}

/**
 * Cells that somebody else changed since they were seen, with what stands there now; and those that are still to be
 * written. A cell that already holds what was sent is neither: an earlier attempt succeeded.
 */
export function compare(
  { values, seen }: SentForm,
  now: (column: string) => Cell,
): { readonly theirs: readonly Change[]; readonly write: readonly Change[] } {
  const theirs: Change[] = [];
  const write: Change[] = [];
  for (const [column, to] of Object.entries(values)) {
    const present = now(column);
    if (saysTheSame(present, to)) continue;
    if (saysTheSame(present, seen[column] ?? '')) write.push({ column, to });
    else theirs.push({ column, to: unmarked(present) });
  }
  return { theirs, write };
}
