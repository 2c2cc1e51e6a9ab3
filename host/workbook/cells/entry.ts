import { ScriptError } from '../../runtime/ports';
import type { Row } from '../grid/rows';
import type { SheetModel } from '../grid/sheet';
import { localeRules } from './locale';
import { GENERAL, PLAIN_TEXT } from './numberFormat';
import { epochToSerial } from './serial';
import { parseTyped, type Typed, type TypedContext } from './typed';

/** Sheets refuses longer cells. */
const MAX_CELL_CHARACTERS = 50_000;

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

export type Entered = { readonly formula: string } | Typed;

/**
 * What a script's value becomes in a cell (https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluevalue:
 * numeric, string, boolean or date; a string starting with = is a formula). That other strings are read as if
 * typed, and are left alone under the plain-text format `@`, is common experience and unconfirmed.
 */
export function readScriptValue(value: unknown, format: string, context: TypedContext): Entered {
  if (typeof value === 'string') return readText(value, format, context);
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: String(value) };
  if (typeof value === 'boolean') return { value };
  if (value === null || value === undefined) return { value: null };
  if (isDate(value)) {
    const serial = epochToSerial(value.getTime(), context.timeZone);
    const { dateFormat } = localeRules(context.locale);
    return { value: serial, format: Number.isInteger(serial) ? dateFormat : `${dateFormat} H:mm:ss` };
  }
  return { value: String(value) };
}

function readText(text: string, format: string, context: TypedContext): Entered {
  if (text.length > MAX_CELL_CHARACTERS) {
    throw new ScriptError(
      `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`,
    );
  }
  if (format === PLAIN_TEXT) return { value: text === '' ? null : text };
  if (text.charCodeAt(0) === 61 && text.length > 1) return { formula: text.slice(1) };
  return parseTyped(text, context);
}

/** Puts it into the cell. The engine is not told: the caller does that once for its whole block. */
export function enter(sheet: SheetModel, cells: Row, row: number, col: number, entered: Entered): void {
  if ('formula' in entered) {
    sheet.setFormula(cells, col, sheet.workbook.engine.pattern(entered.formula, row, col));
    return;
  }
  sheet.setScalar(cells, col, entered.value);
  if (entered.format !== undefined && sheet.style(row, col).numberFormat === GENERAL) {
    sheet.setStyle(cells, col, { numberFormat: entered.format });
  }
}
