/** Conditional formats, data validation and number formats, as the declarations in src/tabs ask. */
import { STATUS_NAMES, STATUSES } from '../../domain/report/statuses';
import { typeOf } from '../../domain/schema/columnTypes';
import type { ValidationSpec } from '../../domain/schema/columnTypes/columnType';
import type { Column, TabSchema } from '../../domain/schema/schema';
import { helpOf, noteOf } from '../../messages/tabs/columnNotes';
import type { ColourRule } from '../../tabs/rules/colours';
import { PAINT } from '../../tabs/rules/look';
import { validationOf } from '../../tabs/rules/validation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Range = GoogleAppsScript.Spreadsheet.Range;

const OURS = new Set(
  [...STATUS_NAMES.flatMap((name) => STATUSES[name].paint ?? []), ...Object.values(PAINT)].map(
    (paint) => `${paint.background}|${paint.color}`,
  ),
);

/** Svodka's rules are told from people's by their colours; people's stay, after ours. */
function peoplesRules(sheet: Sheet): Rule[] {
  return sheet.getConditionalFormatRules().filter((rule) => {
    const condition = rule.getBooleanCondition();
    if (!condition) return true;
    return !OURS.has(`${condition.getBackground()}|${condition.getFontColor()}`.toLowerCase());
  });
}

/** Of a sheet's grid. Asked once and handed on: after a write each question is a round trip. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export const gridSize = (sheet: Sheet): GridSize => ({
  rows: sheet.getMaxRows(),
  columns: sheet.getMaxColumns(),
});

/** Replaces Svodka's rules of a sheet, in order. `fresh`: the sheet is new, there are no others to keep. */
export function applyColours(
  sheet: Sheet,
  rules: readonly ColourRule[],
  fresh: boolean,
  { rows, columns }: GridSize,
): void {
  const others = fresh ? [] : peoplesRules(sheet);
  const ranges = new Map<string, Range>();
  const rangeOf = (rule: ColourRule): Range => {
    const [first, last] = rule.columns ?? [0, columns - 1];
    const key = `${rule.fromRow}|${first}|${last}`;
    const known = ranges.get(key);
    if (known) return known;
    const range = sheet.getRange(rule.fromRow, first + 1, rows - rule.fromRow + 1, last - first + 1);
    ranges.set(key, range);
    return range;
  };
  sheet.setConditionalFormatRules([...rules.map((rule) => buildRule(rule, rangeOf(rule))), ...others]);
}

function buildRule(rule: ColourRule, range: Range): Rule {
  let builder = SpreadsheetApp.newConditionalFormatRule();
  const { when, paint } = rule;
  if ('textStartsWith' in when) builder = builder.whenTextStartsWith(when.textStartsWith);
  else if ('textIs' in when) builder = builder.whenTextEqualTo(when.textIs);
  else builder = builder.whenFormulaSatisfied(when.formula);
  builder = builder.setFontColor(paint.color).setRanges([range]);
  if (paint.background !== null) builder = builder.setBackground(paint.background);
  if (paint.bold) builder = builder.setBold(true);
  if (paint.underline) builder = builder.setUnderline(true);
  return builder.build();
}

/**
 * Number format and validation of all data rows of a table's columns. Three calls a column at most,
 * whatever the number of rows.
 */
export function formatColumns(
  sheet: Sheet,
  columns: readonly Column[],
  at: ReadonlyMap<string, number>,
  organisationNames: Range | null,
  gridRows = sheet.getMaxRows(),
): void {
  const rows = gridRows - 1;
  if (rows < 1) return;
  // Neighbours that need the same format and nothing else take one write.
  let plain = { next: -1, first: -1, format: '' };
  const writePlain = (next: typeof plain) => {
    const { first, next: end, format } = plain;
    if (first >= 0) sheet.getRange(2, first + 1, rows, end - first).setNumberFormat(format);
    plain = next;
  };
  for (const column of columns) {
    const index = at.get(column.id);
    if (index === undefined) continue;
    const format = typeOf(column).numberFormat(column);
    const spec = validationOf(column);
    if (spec === null && column.writer === 'svodka') {
      if (index === plain.next && format === plain.format) plain.next += 1;
      else writePlain({ next: index + 1, first: index, format });
      continue;
    }
    const range = sheet.getRange(2, index + 1, rows, 1);
    range.setNumberFormat(format);
    if (spec !== null) range.setDataValidation(buildValidation(spec, column, organisationNames));
    else range.setDataValidation(null);
  }
  writePlain({ next: -1, first: -1, format: '' });
}

function buildValidation(
  spec: ValidationSpec,
  column: Column,
  organisationNames: Range | null,
): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = SpreadsheetApp.newDataValidation().setHelpText(helpOf(column));
  switch (spec.kind) {
    case 'list':
      return builder
        .requireValueInList([...spec.values], true)
        .setAllowInvalid(!spec.reject)
        .build();
    case 'organisations':
      return organisationNames === null
        ? null
        : builder.requireValueInRange(organisationNames, true).setAllowInvalid(true).build();
    case 'date':
      return builder.requireDate().setAllowInvalid(true).build();
    case 'number':
      return builder.requireNumberBetween(spec.min, spec.max).setAllowInvalid(true).build();
    case 'link':
      return builder.requireTextIsUrl().setAllowInvalid(true).build();
    case 'email':
      return builder.requireTextIsEmail().setAllowInvalid(true).build();
  }
}

/** The header row: texts, notes, colours that tell who fills a column. */
export function paintHeader(sheet: Sheet, schema: TabSchema, at: ReadonlyMap<string, number>): void {
  const width = Math.max(0, ...[...at.values()].map((index) => index + 1));
  if (width === 0) return;
  const byIndex = new Map(schema.columns.map((column) => [at.get(column.id), column]));
  const columns = Array.from({ length: width }, (_, index) => byIndex.get(index) ?? null);
  const row = sheet.getRange(1, 1, 1, width);
  const paints = columns.map((column) => (column === null ? null : headerPaint(column, schema)));
  row.setBackgrounds([paints.map((paint) => paint?.background ?? null)] as string[][]);
  row.setFontColors([paints.map((paint) => paint?.color ?? null)] as string[][]);
  row.setNotes([columns.map((column) => (column === null ? '' : noteOf(column)))]);
  row.setFontWeight('bold').setWrap(true).setVerticalAlignment('middle');
}

const headerPaint = (column: Column, schema: TabSchema) => {
  if (column.writer === 'head') return PAINT.headHeader;
  return column.writer === 'svodka' && schema.id === 'report' ? PAINT.ownHeader : PAINT.header;
};
