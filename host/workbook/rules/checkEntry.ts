import { cellName } from '../../../src/domain/values/a1';
import type { Pattern } from '../../formulas/engine';
import type { Entered } from '../cells/entry';
import { GENERAL } from '../cells/numberFormat';
import type { Scalar } from '../cells/value';
import type { SheetModel } from '../grid/sheet';
import { satisfies, type ValidationRule } from './validation';

/** The rule that refuses this entry in this cell, if one does. Formulas are checked by their value. */
export function refusingRule(
  sheet: SheetModel,
  row: number,
  col: number,
  entered: Entered,
): ValidationRule | null {
  const rule = sheet.rows[row - 1]?.validations?.[col - 1];
  if (!rule || rule.allowInvalid) return null;
  return entrySatisfies(rule, sheet, row, col, entered) ? null : rule;
}

export function entrySatisfies(
  rule: ValidationRule,
  sheet: SheetModel,
  row: number,
  col: number,
  entered: Entered,
): boolean {
  const { engine } = sheet.workbook;
  const own = sheet.style(row, col).numberFormat;
  if ('formula' in entered) {
    const value = engine.evaluateAt(sheet, engine.pattern(entered.formula, row, col), row, col);
    return satisfies(rule, value, own, { sheet, row, col });
  }
  const format = own === GENERAL ? (entered.format ?? own) : own;
  if (rule.criterion !== 'CUSTOM_FORMULA') return satisfies(rule, entered.value, format, { sheet, row, col });
  return (
    rule.pattern === null ||
    trial(sheet, row, col, entered.value, () => satisfies(rule, entered.value, format, { sheet, row, col }))
  );
}

/** Puts the value into the cell while `test` runs: a rule's formula reads it there. */
function trial(sheet: SheetModel, row: number, col: number, value: Scalar, test: () => boolean): boolean {
  const cells = sheet.row(row);
  const before = cells.values[col - 1] ?? null;
  const formula: { group: { pattern: Pattern } } | undefined = cells.formulas?.[col - 1];
  const box = { row, col, rows: 1, cols: 1 };
  sheet.setScalar(cells, col, value);
  sheet.workbook.engine.touched(sheet, box);
  const result = test();
  if (formula) sheet.setFormula(cells, col, formula.group.pattern);
  else sheet.setScalar(cells, col, before);
  sheet.workbook.engine.touched(sheet, box);
  return result;
}

/** Google's text for a refused entry. */
export function refusalText(rule: ValidationRule, row: number, col: number): string {
  const cell = cellName(row, col);
  const start = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
  if (rule.helpText) return `${start} ${rule.helpText}`;
  if (rule.criterion === 'VALUE_IN_LIST') {
    return `${start} Please enter one of the following values: ${rule.args.join(', ')}.`;
  }
  return start;
}
