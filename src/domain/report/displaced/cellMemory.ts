/**
 * What the jobs last saw in people's cells of a row of «Отчёт», as fingerprints: «К-01/2: doneOn=k3x9a document=9abc1».
 * The text lies hidden in the row and names the report itself, so that neither a moved key nor moved cells deceive it.
 */
import { typeOf } from '../../schema/columnTypes';
import { isPersonWritten } from '../../schema/schema';
import { cellAt, type Table } from '../../schema/table';
import { type Cell, cellText } from '../../values/cell';
import { fingerprint } from '../../values/fingerprint';
import type { PairKey } from '../registry';

/** By the column's id; a blank cell has none. */
export type CellPrints = ReadonlyMap<string, string>;

/** 60 million values: a column of 10,000 rows has one chance in a hundred thousand for a given cell to be taken for another. */
const LENGTH = 5;
const MEMORY = /^(.+): ((?:[^\s=]+=[0-9a-z]+ ?)+)$/;

export function printsOf(table: Table, row: number): CellPrints {
  const prints = new Map<string, string>();
  for (const column of table.schema.columns) {
    if (!isPersonWritten(column)) continue;
    const text = typeOf(column).fingerprinted(cellAt(table, row, column.id));
    if (text !== '') prints.set(column.id, fingerprint(text).slice(-LENGTH));
  }
  return prints;
}

/** '' of a row in which people wrote nothing. */
export const printsText = (pair: PairKey, prints: CellPrints): string =>
  prints.size === 0 ? '' : `${pair}: ${[...prints].map(([column, print]) => `${column}=${print}`).join(' ')}`;

/** Of which report the text tells; null where it is none of ours. */
export const pairOfPrints = (cell: Cell): PairKey | null => MEMORY.exec(cellText(cell))?.[1] ?? null;

/** Null where somebody wrote over the memory: nothing is known of the row. */
export function readPrints(cell: Cell): CellPrints | null {
  const text = cellText(cell);
  if (text === '') return new Map();
  const parts = MEMORY.exec(text)?.[2]?.trimEnd().split(' ');
  return parts ? new Map(parts.map((part) => part.split('=') as [string, string])) : null;
}
