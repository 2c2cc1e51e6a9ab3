import { tokenise } from '../../formulas/pattern';
import { cloneRow } from './rows';
import type { SheetModel } from './sheet';

/** Fills an empty sheet with another's content, formulas, looks, rules and sizes, and no protections. */
export function copySheet(from: SheetModel, to: SheetModel): void {
  to.maxRows = from.maxRows;
  to.maxColumns = from.maxColumns;
  to.frozenRows = from.frozenRows;
  to.frozenColumns = from.frozenColumns;
  to.tabColor = from.tabColor;
  to.hiddenGridlines = from.hiddenGridlines;
  to.columnWidths = new Map(from.columnWidths);
  to.rowHeights = new Map(from.rowHeights);
  to.hiddenColumns = new Set(from.hiddenColumns);
  to.hiddenRows = new Set(from.hiddenRows);
  to.merges = [...from.merges];
  const { engine } = from.workbook;
  to.conditionalRules = from.conditionalRules.map((rule) => ({ ...rule, ranges: [...rule.ranges] }));
  to.rows = from.rows.map((row) => row && cloneRow(row));
  if (from.groups.size === 0) return;
  from.rows.forEach((row, index) => {
    row?.formulas?.forEach((cell, column) => {
      if (!cell) return;
      const text = engine.textA1(cell, index + 1, column + 1).slice(1);
      const at = { row: index + 1, col: column + 1 };
      const pattern = to.workbook.engine.intern(tokenise(text, at, to.workbook));
      to.setFormula(to.row(index + 1), column + 1, pattern);
    });
  });
}
