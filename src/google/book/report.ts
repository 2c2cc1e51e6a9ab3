/** Applies a plan to «Отчёт»: Svodka's own columns only, as few and as small rectangles as do it. */

import type { Relabel, ReportPlan } from '../../domain/report/plan';
import { textValue } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Application {
  readonly status: { readonly column: number; readonly formula: string } | null;
  /** Labels are replaced only where their text still stands. */
  readonly careful: boolean;
  /** May stop the run between two writes (it throws to stop). */
  beforeEach(): void;
}

export function applyReportPlan(
  sheet: Sheet,
  plan: ReportPlan,
  { status, careful, beforeEach }: Application,
): void {
  for (const block of plan.blocks) {
    beforeEach();
    const width = block.values[0]?.length ?? 0;
    sheet
      .getRange(block.row + 2, block.column + 1, block.values.length, width)
      .setValues(block.values.map((row) => row.map(textValue)));
  }
  relabel(sheet, plan.relabels, careful, beforeEach);
  let { rowsNeeded } = plan;
  // Rows that came since the reading may be the very ones that were missing: then they are read again first.
  if (plan.appends.length > 0 && sheet.getLastRow() === plan.rowsRead + 1) {
    for (const row of plan.appends) {
      beforeEach();
      sheet.appendRow(row.map(textValue));
    }
  } else rowsNeeded -= plan.appends.length;
  if (status !== null && rowsNeeded > 0) {
    beforeEach();
    sheet.getRange(2, status.column + 1, rowsNeeded, 1).setFormulaR1C1(status.formula);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/text-finder */
function relabel(sheet: Sheet, relabels: readonly Relabel[], careful: boolean, beforeEach: () => void): void {
  const replaced = new Set<string>();
  for (const { column, row, from, to, everywhere } of relabels) {
    const cell = () => sheet.getRange(row + 2, column + 1);
    const text = textValue(to);
    if (!careful || typeof from !== 'string' || from === '' || text !== to) {
      beforeEach();
      cell().setValue(text);
      continue;
    }
    const name = `${column}|${from}`;
    if (replaced.has(name)) continue;
    if (everywhere) replaced.add(name);
    beforeEach();
    const range = everywhere ? sheet.getRange(2, column + 1, sheet.getMaxRows() - 1, 1) : cell();
    range.createTextFinder(from).matchEntireCell(true).matchCase(true).replaceAllWith(to);
  }
}
