/**
 * What one cell of a sheet holds, as the domain sees it: no `Date`, no time zone.
 * A blank cell is the empty text, an error such as #REF! is its text (as `Range.getValues` gives it).
 */
import { type CivilDate, fromSerial, parseIso, toSerial } from '../dates/civil';
import { tidy } from './text';

export interface DateCell {
  readonly date: CivilDate;
}

export type Cell = string | number | boolean | DateCell;

/** One tab's cells, row by row; the first row is the header. All rows are equally long. */
export type Grid = readonly (readonly Cell[])[];

export const isDateCell = (cell: Cell): cell is DateCell => typeof cell === 'object';

/** Nothing at all: a cell of spaces is not blank, it is something that a person typed. */
export const isBlank = (cell: Cell): boolean => cell === '';

const ERRORS = /^#(REF!|VALUE!|NAME\?|DIV\/0!|N\/A|NUM!|NULL!|ERROR!|SPILL!|CALC!|CIRC!)$/;

export const isErrorCell = (cell: Cell): boolean => typeof cell === 'string' && ERRORS.test(cell);

/**
 * A formula where a value belongs: a table is read with the formula itself in the place of its result (see
 * src/domain/schema/formulas.ts), for the result may be another one tomorrow.
 */
export const isFormula = (cell: Cell): cell is string =>
  typeof cell === 'string' && cell.startsWith(`${FORMULA_MARK}=`);

/** `formula`: with its «=». The mark, which nobody sees, tells it from a text that begins so. */
export const formulaCell = (formula: string): Cell => `${FORMULA_MARK}${formula}`;
const FORMULA_MARK = '\ufeff';

/** Reports before this day are typing errors: a «5» typed into a date column is the 4th of January 1900. */
const FIRST_DAY = parseIso('2000-01-01') as CivilDate;
export const LAST_DAY = parseIso('2100-12-31') as CivilDate;
export const FIRST_SERIAL = toSerial(FIRST_DAY);
export const LAST_SERIAL = toSerial(LAST_DAY);

/**
 * The day that a cell of a date column holds, or null when it holds none that can be one.
 * A plain number is the serial number of a day whose format somebody changed: Sheets' formulas read it
 * as that day, so the domain does too.
 */
export function dayOf(cell: Cell): CivilDate | null {
  if (isDateCell(cell)) return cell.date >= FIRST_DAY && cell.date <= LAST_DAY ? cell.date : null;
  if (typeof cell !== 'number') return null;
  return cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1 ? fromSerial(cell) : null;
}

const NUMBER = /^-?\d{1,12}([.,](?!\d{3}$)\d{1,6})?$/;

/**
 * A number that is certainly meant: a number cell, or digits that arrived as text. Null otherwise: «1.200» may be
 * a thousand and two hundred.
 */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/[\s\u00a0\u202f]/g, '');
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : null;
}

/** What a person would read in the cell; dates as dd.mm.yyyy. */
export function cellText(cell: Cell): string {
  if (isDateCell(cell)) {
    const { date } = cell;
    return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isFormula(cell)) return cell.slice(FORMULA_MARK.length);
  return String(cell);
}

/** Nothing that a person would see: blank, or spaces only. */
export const isEmpty = (cell: Cell): boolean => typeof cell === 'string' && tidy(cell) === '';

/** A date is the same as its serial number: somebody changed the format of the cell, not the cell. */
export const sameCell = (a: Cell, b: Cell): boolean =>
  a === b || (isDateCell(a) && sameDay(a, b)) || (isDateCell(b) && sameDay(b, a));

const sameDay = ({ date }: DateCell, cell: Cell): boolean =>
  isDateCell(cell) ? cell.date === date : cell === toSerial(date);
