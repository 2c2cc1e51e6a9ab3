/** Rows of a table, and the cells in which a row differs from a draft. */
import { cellAt, isBlankRow, rowCount, type Table } from '../schema/table';
import { isBlank } from '../values/cell';
import { type CellChange, type Cells, saysSame } from './changes';

export const rowsOf = (table: Table): number[] =>
  Array.from({ length: rowCount(table) }, (_, row) => row).filter((row) => !isBlankRow(table, row));

const CHOICE = { type: 'choice' } as const;

/** Cells that differ. A blank of the draft changes nothing, except the dates of a deadline whose kind changed. */
export function changesOf(table: Table, row: number, to: Cells): CellChange[] {
  const changes: CellChange[] = [];
  for (const column of table.schema.columns) {
    const cell = to[column.id];
    if (cell === undefined || !table.at.has(column.id)) continue;
    const from = cellAt(table, row, column.id);
    const isDate = column.id === 'start' || column.id === 'deadline';
    const clears = isDate && to.kind !== undefined && !saysSame(cellAt(table, row, 'kind'), to.kind, CHOICE);
    if ((isBlank(cell) && !clears) || saysSame(from, cell, column)) continue;
    changes.push({ column: column.id, from, to: cell });
  }
  return changes;
}
