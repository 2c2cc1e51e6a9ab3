import { ScriptError } from '../../runtime/ports';
import { isDate } from '../../workbook/cells/entry';
import { epochToSerial, serialToEpoch } from '../../workbook/cells/serial';
import type { SheetModel } from '../../workbook/grid/sheet';
import { rangeText, type ValidationCriterion, type ValidationRule } from '../../workbook/rules/validation';
import type { Context, Mirror } from '../context';
import { enumValue } from '../enums';
import { RangeGeometry } from '../range/geometry';

type GoogleRule = GoogleAppsScript.Spreadsheet.DataValidation;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** A rule in a script's hands: dates are Dates, ranges are Ranges, formulas are text. */
export interface ValidationDraft {
  readonly criterion: ValidationCriterion | null;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** New rules show a warning rather than reject (https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#setallowinvalidallowinvaliddata: "true by default" is unconfirmed). */
const EMPTY: ValidationDraft = { criterion: null, values: [], allowInvalid: true, helpText: null };

export class DataValidation
  implements
    Mirror<GoogleRule, 'getCriteriaType' | 'getCriteriaValues' | 'getAllowInvalid' | 'getHelpText' | 'copy'>
{
  constructor(readonly draft: ValidationDraft) {}
  getCriteriaType() {
    return this.draft.criterion === null ? null : enumValue('DataValidationCriteria', this.draft.criterion);
  }
  getCriteriaValues(): unknown[] {
    return this.draft.values.map((value) => (Array.isArray(value) ? [...value] : value));
  }
  getAllowInvalid(): boolean {
    return this.draft.allowInvalid;
  }
  getHelpText(): string | null {
    return this.draft.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.draft);
  }
}

type Criterion = Exclude<keyof GoogleBuilder, 'withCriteria'>;

export class DataValidationBuilder implements Mirror<GoogleBuilder, Criterion> {
  constructor(private draft: ValidationDraft = EMPTY) {}
  build(): DataValidation {
    if (this.draft.criterion === null)
      throw new ScriptError('Cannot build a data validation rule without criteria.');
    return new DataValidation(this.draft);
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.draft);
  }
  getCriteriaType() {
    return new DataValidation(this.draft).getCriteriaType();
  }
  getCriteriaValues(): unknown[] {
    return new DataValidation(this.draft).getCriteriaValues();
  }
  getAllowInvalid(): boolean {
    return this.draft.allowInvalid;
  }
  getHelpText(): string | null {
    return this.draft.helpText;
  }
  setAllowInvalid(allowInvalidData: boolean): this {
    this.draft = { ...this.draft, allowInvalid: allowInvalidData };
    return this;
  }
  setHelpText(helpText: string): this {
    this.draft = { ...this.draft, helpText };
    return this;
  }
  withCriteria(criteria: unknown, args: unknown): this {
    return this.require(String(criteria) as ValidationCriterion, ...(Array.isArray(args) ? args : []));
  }
  requireValueInList(values: readonly string[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [...values], showDropdown);
  }
  requireValueInRange(range: unknown, showDropdown = true): this {
    return this.require('VALUE_IN_RANGE', range, showDropdown);
  }
  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): this {
    return this.require('CHECKBOX', ...[checkedValue, uncheckedValue].filter((value) => value !== undefined));
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', formula);
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE');
  }
  requireDateAfter(date: unknown): this {
    return this.require('DATE_AFTER', date);
  }
  requireDateBefore(date: unknown): this {
    return this.require('DATE_BEFORE', date);
  }
  requireDateBetween(start: unknown, end: unknown): this {
    return this.require('DATE_BETWEEN', start, end);
  }
  requireDateEqualTo(date: unknown): this {
    return this.require('DATE_EQUAL_TO', date);
  }
  requireDateNotBetween(start: unknown, end: unknown): this {
    return this.require('DATE_NOT_BETWEEN', start, end);
  }
  requireDateOnOrAfter(date: unknown): this {
    return this.require('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: unknown): this {
    return this.require('DATE_ON_OR_BEFORE', date);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require('NUMBER_BETWEEN', start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.require('NUMBER_EQUAL_TO', number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require('NUMBER_GREATER_THAN', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  requireNumberLessThan(number: number): this {
    return this.require('NUMBER_LESS_THAN', number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require('NUMBER_NOT_BETWEEN', start, end);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.require('NUMBER_NOT_EQUAL_TO', number);
  }
  requireTextContains(text: string): this {
    return this.require('TEXT_CONTAINS', text);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require('TEXT_DOES_NOT_CONTAIN', text);
  }
  requireTextEqualTo(text: string): this {
    return this.require('TEXT_EQUAL_TO', text);
  }
  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL');
  }
  requireTextIsUrl(): this {
    return this.require('TEXT_IS_VALID_URL');
  }
  private require(criterion: ValidationCriterion, ...values: unknown[]): this {
    this.draft = { ...this.draft, criterion, values };
    return this;
  }
}

/** The model's rule for cells of a sheet; formulas are relative to the cell at row, col. */
export function toRule(draft: ValidationDraft, sheet: SheetModel, row: number, col: number): ValidationRule {
  const { workbook } = sheet;
  const criterion = draft.criterion ?? 'CUSTOM_FORMULA';
  const [first, second] = draft.values;
  const list = criterion === 'VALUE_IN_LIST';
  const source = criterion === 'VALUE_IN_RANGE' && first instanceof RangeGeometry ? first : null;
  const rule: ValidationRule = {
    criterion,
    args: (list ? (first as unknown[]) : source ? [] : draft.values).map((value) =>
      isDate(value)
        ? epochToSerial(value.getTime(), workbook.timeZone)
        : typeof value === 'number' || typeof value === 'boolean'
          ? value
          : String(value),
    ),
    range: source ? { sheet: source.sheet, box: source.box } : null,
    showDropdown: list || source ? second !== false : false,
    allowInvalid: draft.allowInvalid,
    helpText: draft.helpText,
    pattern:
      criterion === 'CUSTOM_FORMULA'
        ? workbook.engine.pattern(String(first).replace(/^=/, ''), row, col)
        : null,
  };
  if (rule.range) workbook.rangedRules.add(rule);
  return rule;
}

/** What `getDataValidation` gives back for a cell's rule. */
export function fromRule(rule: ValidationRule, context: Context, sheet: SheetModel): DataValidation {
  const zone = sheet.workbook.timeZone;
  const dates = rule.criterion.startsWith('DATE_');
  const plain = rule.args.map((value) =>
    dates && typeof value === 'number' ? context.date(serialToEpoch(value, zone)) : value,
  );
  let values: unknown[] = plain;
  if (rule.criterion === 'VALUE_IN_LIST') values = [plain, rule.showDropdown];
  if (rule.range) {
    const { box } = rule.range;
    values = [box ? context.range(rule.range.sheet, box) : rangeText(rule.range), rule.showDropdown];
  }
  return new DataValidation({
    criterion: rule.criterion,
    values,
    allowInvalid: rule.allowInvalid,
    helpText: rule.helpText,
  });
}
