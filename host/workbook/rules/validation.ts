import { type Box, boxToA1, quoteSheetName } from '../../../src/domain/values/a1';
import type { Pattern } from '../../formulas/engine';
import { isDateFormat } from '../cells/numberFormat';
import type { Scalar } from '../cells/value';
import type { SheetModel } from '../grid/sheet';

/** Names of SpreadsheetApp.DataValidationCriteria that the host checks. */
export type ValidationCriterion =
  | 'DATE_AFTER'
  | 'DATE_BEFORE'
  | 'DATE_BETWEEN'
  | 'DATE_EQUAL_TO'
  | 'DATE_IS_VALID_DATE'
  | 'DATE_NOT_BETWEEN'
  | 'DATE_ON_OR_AFTER'
  | 'DATE_ON_OR_BEFORE'
  | 'NUMBER_BETWEEN'
  | 'NUMBER_EQUAL_TO'
  | 'NUMBER_GREATER_THAN'
  | 'NUMBER_GREATER_THAN_OR_EQUAL_TO'
  | 'NUMBER_LESS_THAN'
  | 'NUMBER_LESS_THAN_OR_EQUAL_TO'
  | 'NUMBER_NOT_BETWEEN'
  | 'NUMBER_NOT_EQUAL_TO'
  | 'TEXT_CONTAINS'
  | 'TEXT_DOES_NOT_CONTAIN'
  | 'TEXT_EQUAL_TO'
  | 'TEXT_IS_VALID_EMAIL'
  | 'TEXT_IS_VALID_URL'
  | 'VALUE_IN_LIST'
  | 'VALUE_IN_RANGE'
  | 'CUSTOM_FORMULA'
  | 'CHECKBOX';

/** A validation rule as the model keeps it; dates are serials. One object may stand in many cells. */
export interface ValidationRule {
  readonly criterion: ValidationCriterion;
  readonly args: readonly (string | number | boolean)[];
  /** For VALUE_IN_RANGE; moves with inserted and deleted rows. Null box is #REF!. */
  readonly range: { readonly sheet: SheetModel; box: Box | null } | null;
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
  /** For CUSTOM_FORMULA: relative to the cell that is checked. */
  readonly pattern: Pattern | null;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_LIKE = /^(?:(?:https?|ftp):\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[:/?#]\S*)?$/iu;

/**
 * Whether a value satisfies a rule. A blank cell always does; a checkbox takes its two values only
 * (https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder).
 */
export function satisfies(
  rule: ValidationRule,
  value: Scalar,
  format: string,
  at: { sheet: SheetModel; row: number; col: number },
): boolean {
  if (value === null || value === '') return true;
  const text = typeof value === 'string' ? value : String(value);
  const lower = text.toLowerCase();
  const [a, b] = rule.args;
  const [low, high] = [Number(a), Number(b)];
  const number = typeof value === 'number' ? value : Number.NaN;
  const day = Math.floor(number);
  switch (rule.criterion) {
    case 'VALUE_IN_LIST':
      return rule.args.some((allowed) => String(allowed) === text);
    case 'VALUE_IN_RANGE':
      return rule.range?.box ? inRange(rule.range.sheet, rule.range.box, value) : false;
    case 'CHECKBOX':
      return rule.args.length === 0
        ? typeof value === 'boolean'
        : rule.args.some((allowed) => String(allowed) === text) || value === false;
    case 'DATE_IS_VALID_DATE':
      // A bare number is no date unless the cell shows it as one (unconfirmed).
      return typeof value === 'number' && isDateFormat(format);
    case 'DATE_AFTER':
      return day > low;
    case 'DATE_BEFORE':
      return day < low;
    case 'DATE_EQUAL_TO':
      return day === low;
    case 'DATE_ON_OR_AFTER':
      return day >= low;
    case 'DATE_ON_OR_BEFORE':
      return day <= low;
    case 'DATE_BETWEEN':
      return day >= low && day <= high;
    case 'DATE_NOT_BETWEEN':
      return day < low || day > high;
    case 'NUMBER_BETWEEN':
      return number >= low && number <= high;
    case 'NUMBER_NOT_BETWEEN':
      return number < low || number > high;
    case 'NUMBER_EQUAL_TO':
      return number === low;
    case 'NUMBER_NOT_EQUAL_TO':
      return typeof value === 'number' && number !== low;
    case 'NUMBER_GREATER_THAN':
      return number > low;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number >= low;
    case 'NUMBER_LESS_THAN':
      return number < low;
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number <= low;
    case 'TEXT_CONTAINS':
      return lower.includes(String(a).toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !lower.includes(String(a).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return text === String(a);
    case 'TEXT_IS_VALID_EMAIL':
      return EMAIL.test(text);
    case 'TEXT_IS_VALID_URL':
      return URL_LIKE.test(text);
    case 'CUSTOM_FORMULA':
      // The caller has put the value into the cell, because the formula reads it there.
      return (
        rule.pattern !== null &&
        at.sheet.workbook.engine.evaluateAt(at.sheet, rule.pattern, at.row, at.col) === true
      );
  }
}

function inRange(sheet: SheetModel, box: Box, value: Scalar): boolean {
  sheet.workbook.engine.refresh(sheet, box);
  for (let row = box.row; row < box.row + box.rows; row++) {
    const values = sheet.rows[row - 1]?.values;
    if (!values) continue;
    for (let col = box.col; col < box.col + box.cols; col++) {
      const allowed = values[col - 1] ?? null;
      if (allowed === null) continue;
      if (allowed === value || String(allowed) === String(value)) return true;
    }
  }
  return false;
}

export function rangeText(range: { sheet: SheetModel; box: Box | null }): string {
  return range.box ? `${quoteSheetName(range.sheet.name)}!${boxToA1(range.box)}` : '#REF!';
}
