/** Between Sheets' values and the domain's cells. */

import { toSerial } from '../../domain/dates/civil';
import { type Cell, type Grid, isDateCell } from '../../domain/values/cell';
import { beginsLikeFormula } from '../../domain/values/formulaText';
import type { Calendar } from './calendar';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What `setValues` takes from us. A date goes out as its serial number into a column of date format. */
export type OutValue = string | number | boolean;

export const outValue = (cell: Cell): OutValue => (isDateCell(cell) ? toSerial(cell.date) : cell);

/**
 * Text of ours that a cell must keep as text. Keys and names stand in plain-text columns, but `appendRow` may
 * write below the formatted rows, so a leading sign is marked as text in any case.
 */
export const textValue = (cell: Cell): OutValue =>
  typeof cell === 'string' && beginsLikeFormula(cell) ? `'${cell}` : outValue(cell);

/** Tells the day of an instant. */
type DayReader = Pick<Calendar, 'cellOf'>;

function cellOf(value: unknown, calendar: DayReader): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // Not `instanceof Date`: what getValues gives need not be of this script's realm.
  if (Object.prototype.toString.call(value) === '[object Date]') return calendar.cellOf(value as Date);
  return '';
}

/** All cells of a tab that hold anything, the header first. Two service calls. */
export function readGrid(sheet: Sheet, calendar: DayReader): Grid {
  return cellsOf(sheet.getDataRange().getValues(), calendar);
}

export const cellsOf = (values: readonly (readonly unknown[])[], calendar: DayReader): Cell[][] =>
  values.map((row) => row.map((value) => cellOf(value, calendar)));
