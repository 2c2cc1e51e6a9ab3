/** Between Sheets' values and the domain's cells. */
import { type Cell, type Grid, isDateCell } from '../domain/cell';
import { toSerial } from '../domain/civil';
import type { Calendar } from './calendar';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What `setValues` takes from us. A date goes out as its serial number into a column of date format. */
export type OutValue = string | number | boolean;

export const outValue = (cell: Cell): OutValue => (isDateCell(cell) ? toSerial(cell.date) : cell);

function cellOf(value: unknown, calendar: Calendar): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // Not `instanceof Date`: what getValues gives need not be of this script's realm.
  if (Object.prototype.toString.call(value) === '[object Date]') return calendar.cellOf(value as Date);
  return '';
}

/** All cells of a tab that hold anything, the header first. Two service calls. */
export function readGrid(sheet: Sheet, calendar: Calendar): Grid {
  const values: unknown[][] = sheet.getDataRange().getValues();
  return values.map((row) => row.map((value) => cellOf(value, calendar)));
}
