/**
 * What the importer's page asks the server to write, and what of it is still to be done. The page is never
 * trusted: shapes, sizes and every cell are checked. A cell is changed only where it still holds what the
 * administrator was shown, and a row is added only while its key is not there; so the same changes sent again
 * after a stop do what is left, and sent again after the end they do nothing.
 */

import { findPersonalData } from '../personal/personalData';
import { cellProblem, checkTable, issueAt } from '../schema/check';
import { COLUMN_TYPES, typeOf } from '../schema/columnTypes';
import type { Issue } from '../schema/issue';
import type { Column, TabSchema } from '../schema/schema';
import { cellAt, isBlankRow, readTable, rowCount, type Table } from '../schema/table';
import { type Cell, cellText, LAST_DAY } from '../values/cell';
import { sameKey } from '../values/text';

/** Cells of a row by column id. */
export type Cells = Readonly<Record<string, Cell>>;
export interface CellChange {
  readonly column: string;
  readonly from: Cell;
  readonly to: Cell;
}
export interface RowChange {
  readonly key: string;
  readonly cells: readonly CellChange[];
}
export interface TabChanges {
  readonly added: readonly Cells[];
  readonly changed: readonly RowChange[];
}

/** The tabs that an import writes, with the columns by which a row is known. */
export const IMPORT_KEYS = {
  stages: ['code'],
  organisations: ['id'],
  targets: ['title', 'date'],
  addresses: ['email', 'organisation', 'district'],
} as const;
export type ImportTab = keyof typeof IMPORT_KEYS;
export const IMPORT_TABS = Object.keys(IMPORT_KEYS) as ImportTab[];

export interface ImportChanges extends Readonly<Record<ImportTab, TabChanges>> {
  /** Id of the reporting book. */
  readonly book: string;
  /** Name of the programme, for settings that have none. */
  readonly programme: string;
}

/** The key of a row: the texts of its key columns. */
export const rowKey = (keys: readonly string[], at: (column: string) => Cell): string =>
  sameKey(keys.map((column) => cellText(at(column))).join('|'));

const NO_REFERENCES = { organisations: new Set<string>(), stages: new Set<string>() };
/** Columns with the letter's words, which may hold a name or a phone; names of organisations are no personal data. */
const WORDS = new Set(['section', 'title', 'responsible', 'result', 'phrase', 'unit']);

/** Rows as a table of their own, for the checks. */
export const tableOf = (schema: TabSchema, rows: readonly Cells[]): Table =>
  readTable(schema, [
    schema.columns.map(({ header }) => header),
    ...rows.map((row) => schema.columns.map(({ id }): Cell => row[id] ?? '')),
  ]);

/** Issues of new rows by the tab's own rules; rows are counted as in a tab, from 2. */
export function rowIssues(schema: TabSchema, rows: readonly Cells[]): Issue[] {
  const table = tableOf(schema, rows);
  const context = { today: LAST_DAY, programmeStart: null, references: NO_REFERENCES, ownerOf: () => null };
  const issues = checkTable(table, context);
  rows.forEach((cells, row) => {
    for (const column of schema.columns) {
      const kinds = personalIn(column.id, cells[column.id] ?? '');
      if (kinds.length > 0) issues.push(issueAt(table, row, column, '', { code: 'personalData', kinds }));
    }
  });
  return issues;
}

const personalIn = (column: string, value: Cell): string[] =>
  typeof value === 'string' && WORDS.has(column)
    ? [...new Set(findPersonalData(value).map(({ kind }) => kind))]
    : [];

/** How many cells of the changes may not stand in this tab. */
export function countRefused(schema: TabSchema, { added, changed }: TabChanges): number {
  const own = new Map(schema.columns.map((column) => [column.id, column]));
  const isForeign = (id: string): boolean => own.get(id)?.writer !== 'administrator';
  const cells = changed.flatMap((row) => row.cells);
  return (
    rowIssues(schema, added).length +
    added.filter((row) => Object.keys(row).some(isForeign)).length +
    cells.filter(({ column: id, to }) => {
      const column = own.get(id);
      return (
        !column ||
        isForeign(id) ||
        personalIn(id, to).length > 0 ||
        refuses(cellProblem(to, column, NO_REFERENCES))
      );
    }).length
  );
}

const refuses = (problem: unknown): boolean => problem !== null;

export interface RemainingChanges {
  readonly added: readonly Cells[];
  readonly changed: readonly { readonly row: number; readonly cells: readonly CellChange[] }[];
  /** Cells that hold neither what was shown nor what was to come, and rows that are gone. */
  readonly conflicts: number;
}

/** What of the changes is still to be done in this table. */
export function remainingChanges(keys: readonly string[], asked: TabChanges, table: Table): RemainingChanges {
  const rows = new Map<string, number>();
  for (let row = 0; row < rowCount(table); row += 1) {
    const key = rowKey(keys, (column) => cellAt(table, row, column));
    if (!isBlankRow(table, row) && !rows.has(key)) rows.set(key, row);
  }
  const added = asked.added.filter((cells) => !rows.has(rowKey(keys, (column) => cells[column] ?? '')));
  let conflicts = 0;
  const changed = asked.changed.flatMap((change) => {
    const row = rows.get(change.key);
    if (row === undefined) {
      conflicts += 1;
      return [];
    }
    const cells = change.cells.filter(({ column, from, to }) => {
      const own = table.schema.columns.find(({ id }) => id === column);
      const present = cellAt(table, row, column);
      if (saysSame(present, to, own)) return false;
      if (!saysSame(present, from, own)) conflicts += 1;
      return true;
    });
    return cells.length > 0 ? [{ row, cells }] : [];
  });
  return { added, changed, conflicts };
}

/** Whether two cells say the same to a reader of that column; an empty «да/нет» says «нет». */
export const saysSame = (a: Cell, b: Cell, column: Pick<Column, 'type' | 'allowed'> | undefined): boolean =>
  (column === undefined ? COLUMN_TYPES.text : typeOf(column)).same(a, b, column ?? {});
