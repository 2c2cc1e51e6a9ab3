/** A tab's grid together with where each declared column stands in it. Columns are found by header. */
import { type Cell, type Grid, isBlank } from '../values/cell';
import { sameKey, tidy } from '../values/text';
import type { Column, TabSchema } from './schema';

export interface Table {
  readonly schema: TabSchema;
  readonly grid: Grid;
  /** Column id → index in the grid, from 0. A column that is not in the tab is not in the map. */
  readonly at: ReadonlyMap<string, number>;
  /** Column id → indexes of further columns with the same header. */
  readonly doubles: ReadonlyMap<string, readonly number[]>;
}

/** `renamed`: headers that people gave to columns, by column id, found by the column's metadata. */
export function readTable(
  schema: TabSchema,
  grid: Grid,
  renamed: Readonly<Record<string, string>> = {},
): Table {
  const header = grid[0] ?? [];
  const byText = new Map<string, number[]>();
  header.forEach((cell, index) => {
    const key = sameKey(String(typeof cell === 'object' ? cell.date : cell));
    if (key === '') return;
    const places = byText.get(key);
    if (places) places.push(index);
    else byText.set(key, [index]);
  });
  const at = new Map<string, number>();
  const doubles = new Map<string, readonly number[]>();
  for (const column of schema.columns) {
    const places =
      byText.get(sameKey(column.header)) ?? byText.get(sameKey(renamed[column.id] ?? column.header)) ?? [];
    const [first, ...more] = places;
    if (first === undefined) continue;
    at.set(column.id, first);
    if (more.length > 0) doubles.set(column.id, more);
  }
  return { schema, grid, at, doubles };
}

export const missingColumns = (table: Table): Column[] =>
  table.schema.columns.filter((column) => !table.at.has(column.id));

/** The cell of a data row (0 is the first row below the header); blank when the column is not there. */
export function cellAt(table: Table, row: number, columnId: string): Cell {
  const index = table.at.get(columnId);
  return index === undefined ? '' : (table.grid[row + 1]?.[index] ?? '');
}

export const rowCount = (table: Table): number => Math.max(0, table.grid.length - 1);

/** Row number in the sheet, from 1, of a data row. */
export const sheetRow = (row: number): number => row + 2;

export function textAt(table: Table, row: number, columnId: string): string {
  const cell = cellAt(table, row, columnId);
  return typeof cell === 'object' ? cell.date : tidy(String(cell));
}

/** Whether none of the declared columns holds anything in this row. */
export function isBlankRow(table: Table, row: number): boolean {
  for (const index of table.at.values()) {
    if (!isBlank(table.grid[row + 1]?.[index] ?? '')) return false;
  }
  return true;
}
