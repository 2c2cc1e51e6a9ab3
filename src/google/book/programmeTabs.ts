/**
 * Writes an imported programme into tabs that the administrator fills: new rows below the last one, single
 * cells of rows that are there. Called under the lock, right after the tab was read.
 */

import type { Cells, RemainingChanges } from '../../domain/import/changes';
import type { TabSchema } from '../../domain/schema/schema';
import type { Cell } from '../../domain/values/cell';
import { placeRow } from '../../tabs/schemas/programmeRows';
import { formatColumns } from '../pages/paint';
import { outValue } from './cells';
import { columnsOf, type TabMemory } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Adds rows below everything that stands in the tab, in one write, so that a stopped run leaves all or none.
 * Only administrators may type in these tabs (their protection), and this one has our dialog open.
 */
export function appendRows(sheet: Sheet, schema: TabSchema, memory: TabMemory, rows: readonly Cells[]): void {
  if (rows.length === 0) return;
  const at = columnsOf(sheet, schema, memory);
  const width = Math.max(...at.values()) + 1;
  const values = rows.map((row) => {
    const cells = placeRow(row, at).map(outValue);
    return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  });
  const last = sheet.getLastRow();
  const missing = last + values.length - sheet.getMaxRows();
  if (missing > 0) {
    sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    formatColumns(sheet, schema.columns, at, null);
  }
  sheet.getRange(last + 1, 1, values.length, width).setValues(values);
}

/** Writes changed cells, those of one column that follow one another together. */
export function changeCells(
  sheet: Sheet,
  schema: TabSchema,
  memory: TabMemory,
  { changed }: RemainingChanges,
): void {
  if (changed.length === 0) return;
  const at = columnsOf(sheet, schema, memory);
  for (const { id } of schema.columns) {
    const index = at.get(id);
    if (index === undefined) continue;
    for (const { row, cells } of runsOf(changed, id)) {
      sheet.getRange(row + 2, index + 1, cells.length, 1).setValues(cells.map((cell) => [outValue(cell)]));
    }
  }
}

/** The changed cells of one column as runs of rows. */
function runsOf(changed: RemainingChanges['changed'], column: string): { row: number; cells: Cell[] }[] {
  const runs: { row: number; cells: Cell[] }[] = [];
  for (const { row, cells } of [...changed].sort((a, b) => a.row - b.row)) {
    const change = cells.find((cell) => cell.column === column);
    if (!change) continue;
    const last = runs[runs.length - 1];
    if (last && last.row + last.cells.length === row) last.cells.push(change.to);
    else runs.push({ row, cells: [change.to] });
  }
  return runs;
}
