import { displayText } from '../cells/numberFormat';
import { civilToSerial, serialToWall } from '../cells/serial';
import { CellError, type Scalar } from '../cells/value';
import type { SheetModel } from '../grid/sheet';
import type { BooleanRule } from './conditional';

/**
 * Whether a cell satisfies a rule's condition. Text is compared without regard to case; a date condition looks at
 * the day (both unconfirmed; the names are https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria).
 */
export function conditionHolds(
  rule: BooleanRule,
  sheet: SheetModel,
  row: number,
  col: number,
  value: Scalar,
): boolean {
  const { criterion, args } = rule;
  if (criterion === 'CUSTOM_FORMULA') {
    if (!rule.pattern) return false;
    const result = sheet.workbook.engine.evaluateAt(sheet, rule.pattern, row, col);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  const empty = value === null || value === '';
  if (criterion === 'CELL_EMPTY') return empty;
  if (criterion === 'CELL_NOT_EMPTY') return !empty;
  if (value instanceof CellError) return false;
  if (criterion.startsWith('TEXT_'))
    return textHolds(criterion, value, String(args[0] ?? ''), sheet, row, col);
  if (typeof value !== 'number') return false;
  if (criterion.startsWith('DATE_')) return dateHolds(criterion, Math.floor(value), args[0], sheet);
  return numberHolds(criterion, value, Number(args[0]), Number(args[1]));
}

function textHolds(
  criterion: string,
  value: Scalar,
  wanted: string,
  sheet: SheetModel,
  row: number,
  col: number,
): boolean {
  const text = displayText(value, sheet.numberFormat(row, col), sheet.workbook.locale).toLowerCase();
  const part = wanted.toLowerCase();
  if (criterion === 'TEXT_STARTS_WITH') return text !== '' && text.startsWith(part);
  if (criterion === 'TEXT_ENDS_WITH') return text !== '' && text.endsWith(part);
  if (criterion === 'TEXT_CONTAINS') return text !== '' && text.includes(part);
  if (criterion === 'TEXT_EQUAL_TO') return text === part;
  return criterion === 'TEXT_DOES_NOT_CONTAIN' && !text.includes(part);
}

function dateHolds(
  criterion: string,
  day: number,
  wanted: string | number | undefined,
  sheet: SheetModel,
): boolean {
  const relative = criterion.endsWith('_RELATIVE');
  const { today } = sheet.workbook.engine;
  const at = relative ? relativeDay(String(wanted), today) : Math.floor(Number(wanted));
  const kind = relative ? criterion.slice(0, -'_RELATIVE'.length) : criterion;
  if (kind === 'DATE_BEFORE') return day < at;
  if (kind === 'DATE_AFTER') return day > at;
  if (relative && String(wanted).startsWith('PAST_')) return day >= at && day <= today;
  return day === at;
}

function relativeDay(name: string, today: number): number {
  const { year, month, day } = serialToWall(today);
  if (name === 'TOMORROW') return today + 1;
  if (name === 'YESTERDAY') return today - 1;
  if (name === 'PAST_WEEK') return today - 7;
  if (name === 'PAST_MONTH') return civilToSerial(year, month - 1, day);
  return name === 'PAST_YEAR' ? civilToSerial(year - 1, month, day) : today;
}

function numberHolds(criterion: string, value: number, a: number, b: number): boolean {
  switch (criterion) {
    case 'NUMBER_BETWEEN':
      return value >= a && value <= b;
    case 'NUMBER_NOT_BETWEEN':
      return value < a || value > b;
    case 'NUMBER_EQUAL_TO':
      return value === a;
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== a;
    case 'NUMBER_GREATER_THAN':
      return value > a;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= a;
    case 'NUMBER_LESS_THAN':
      return value < a;
    default:
      return criterion === 'NUMBER_LESS_THAN_OR_EQUAL_TO' && value <= a;
  }
}
