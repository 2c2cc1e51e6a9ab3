/**
 * Where the columns of «Отчёт» stand now, as one cell of «Служебное» says: a formula that follows columns that
 * people move, insert, rename or delete, so that the schools' half need not read a header or metadata.
 */

import type { Column } from '../../domain/schema/schema';
import type { Table } from '../../domain/schema/table';
import { columnLetters } from '../../domain/values/a1';
import { fingerprint } from '../../domain/values/fingerprint';

export interface ColumnPlaces {
  /** Rows of the grid. */
  readonly rows: number;
  /** Column id → index from 0; a column that is gone is not there. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * «1000|a1b2=1|c3d4=2»: rows of the grid, then each column by the fingerprint of its id, from 1, 0 where it is gone.
 * A column is found by its header, as the jobs find it; under another header by the reference, which moves with it.
 */
export function placesFormula(reportName: string, { schema, grid, at }: Table): string {
  const sheet = `'${reportName.replace(/'/g, "''")}'!`;
  const parts = schema.columns.map(({ id, header }) => {
    const index = at.get(id);
    const shown = index === undefined ? '' : grid[0]?.[index];
    // In MATCH's text `*` and `?` stand for others.
    const text = (typeof shown === 'string' && shown !== '' ? shown : header).replace(/[~*?]/g, '~$&');
    const byHeader = `MATCH("${text.replace(/"/g, '""')}";${sheet}$1:$1;0)`;
    const byPlace = index === undefined ? '0' : `IFERROR(COLUMN(${sheet}${columnLetters(index + 1)}$1);0)`;
    return `"|${fingerprint(id)}="&IFERROR(${byHeader};${byPlace})`;
  });
  return `=IFERROR(ROWS(${sheet}$A:$A);0)&${parts.join('&')}`;
}

/** What the cell shows; null when it shows nothing of the kind. */
export function readPlaces(text: unknown, columns: readonly Column[]): ColumnPlaces | null {
  if (typeof text !== 'string' || !/^\d+(\|[a-z0-9]+=\d+)+$/.test(text)) return null;
  const [rows, ...parts] = text.split('|');
  const shown = new Map(parts.map((part) => part.split('=') as [string, string]));
  const at = new Map<string, number>();
  for (const { id } of columns) {
    const place = Number(shown.get(fingerprint(id)) ?? 0);
    if (place > 0) at.set(id, place - 1);
  }
  return { rows: Number(rows), at };
}
