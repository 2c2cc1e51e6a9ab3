/** Applies a plan to «Отчёт»: Svodka's own columns only, as few and as small rectangles as do it. */

import type { Cell } from '../domain/cell';
import type { ReportPlan } from '../domain/report/plan';
import { type OutValue, outValue } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Text of ours that a cell must keep as text. Key, organisation and stage stand in plain-text columns, but
 * `appendRow` may write below the formatted rows, so a leading sign is marked as text in any case.
 */
const plain = (cell: Cell): OutValue =>
  typeof cell === 'string' && /^[=+\-@\t\r\n']/.test(cell) ? `'${cell}` : outValue(cell);

/** `beforeEach` may stop the run between two writes (it throws to stop). */
export function applyReportPlan(
  sheet: Sheet,
  plan: ReportPlan,
  status: { readonly column: number; readonly formula: string } | null,
  beforeEach: () => void,
): void {
  const present = sheet.getMaxRows();
  if (present < plan.rowsNeeded + 1) sheet.insertRowsAfter(present, plan.rowsNeeded + 1 - present);
  for (const block of plan.blocks) {
    beforeEach();
    const width = block.values[0]?.length ?? 0;
    sheet
      .getRange(block.row + 2, block.column + 1, block.values.length, width)
      .setValues(block.values.map((row) => row.map(plain)));
  }
  for (const row of plan.appends) {
    beforeEach();
    sheet.appendRow(row.map(plain));
  }
  if (status !== null && plan.rowsNeeded > 0) {
    beforeEach();
    sheet.getRange(2, status.column + 1, plan.rowsNeeded, 1).setFormulaR1C1(status.formula);
  }
}
