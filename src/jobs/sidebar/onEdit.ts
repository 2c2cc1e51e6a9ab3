/**
 * What happens in the very edit of a cell: spaces at the ends go, a date written as text becomes a date, a choice
 * written in other words («Да», «Согласовано.») becomes the word of the list.
 * Runs as the person who edits, touches only the cells of that edit, and nothing depends on it: whatever it
 * did not see the scheduled check finds. Few calls, whatever the size of the sheet.
 */

import { type CivilDate, formatRu, fromDayNumber, fromSerial, toSerial } from '../../domain/dates/civil';
import { readDateText } from '../../domain/dates/dateText';
import { typeOf } from '../../domain/schema/columnTypes';
import { isVolatile } from '../../domain/schema/formulas';
import type { Rule } from '../../domain/schema/rule';
import { type Column, columnOf, isPersonWritten, type TabSchema } from '../../domain/schema/schema';
import { type Cell, FIRST_SERIAL, isErrorCell, LAST_SERIAL } from '../../domain/values/cell';
import { fingerprint } from '../../domain/values/fingerprint';
import { sameKey, tidy } from '../../domain/values/text';
import { type Edit, readEdit } from '../../google/services/edit';
import { futureDate } from '../../messages/sidebar/server';
import { coverageSchema, pairsSchema } from '../../tabs/schemas/coverage';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../tabs/schemas/programme';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { reportSchema } from '../../tabs/schemas/report';

/** Tables that people write; a table is known by its header, so no memory is needed. */
const TABLES: readonly TabSchema[] = [
  reportSchema(),
  coverageSchema(),
  pairsSchema,
  remindersSchema,
  stagesSchema,
  organisationsSchema,
  targetsSchema,
];
/** A paste larger than this is left to the scheduled check: a simple trigger has 30 seconds. */
const MOST_CELLS = 20_000;

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edit = readEdit(event);
  if (edit === null || edit.firstRow + edit.rows <= 2 || edit.rows * edit.columns > MOST_CELLS) return;
  const header = edit.header();
  const schema = TABLES.find((each) => isHeaderOf(each, header));
  if (!schema) return;
  const columns = Array.from({ length: edit.columns }, (_, index) =>
    columnFor(schema, header[edit.firstColumn + index - 1] ?? ''),
  );
  if (columns.every((column) => column === null)) return;
  // What is repaired has no call left to spend; the marks only ever tell of some edits.
  const isReport = schema.id === 'report';
  if (!repair(edit, columns, isReport) && isReport) leaveMark(edit, columns, header);
}

/** Most of the headers are there: some may be renamed or deleted. */
function isHeaderOf(schema: TabSchema, header: readonly string[]): boolean {
  const present = new Set(header.map(sameKey));
  const known = schema.columns.filter((column) => present.has(sameKey(column.header))).length;
  return known >= Math.min(schema.columns.length, Math.max(3, schema.columns.length * 0.6));
}

/** A column that people write: ours, or one that the administrator declared (its cells tell its type). */
function columnFor(schema: TabSchema, header: string): Column | 'declared' | null {
  if (header === '') return null;
  const known = schema.columns.find((column) => sameKey(column.header) === sameKey(header));
  if (!known) return 'declared';
  return isPersonWritten(known) ? known : null;
}

/**
 * Whose script this is, where Google tells: beside the row, as a fingerprint that says nothing to other schools. The
 * jobs, which know «Адреса», see by it that a row was filed or decided by somebody who belongs elsewhere.
 */
function leaveMark(
  edit: Edit,
  columns: readonly (Column | 'declared' | null)[],
  header: readonly string[],
): void {
  const decides = columns.some((column) => typeof column === 'object' && column?.writer === 'head');
  const { header: wanted } = columnOf(reportSchema(), decides ? 'decidedBy' : 'filedBy');
  const at = header.findIndex((each) => sameKey(each) === sameKey(wanted));
  const who = at < 0 || edit.firstRow < 2 ? '' : edit.who();
  if (who !== '') edit.mark(at + 1, fingerprint(who));
}

/** Whether the calls of an edit are spent. */
function repair(edit: Edit, columns: readonly (Column | 'declared' | null)[], isReport: boolean): boolean {
  const values = edit.values();
  const isDate = columns.map((column, index) =>
    column === 'declared'
      ? hasDateText(values, index) && edit.isDateColumn(index)
      : column !== null && typeOf(column).holds === 'day',
  );
  let changed = false;
  const repaired = values.map((row, rowIndex) =>
    row.map((cell, index) => {
      if (columns[index] === null || typeof cell !== 'string') return cell;
      if (edit.firstRow + rowIndex === 1) return cell;
      const next = repairCell(cell, columns[index] ?? null, isDate[index] ?? false);
      if (next !== cell) changed = true;
      return next;
    }),
  );
  const toCome = dayToCome(edit, columns[0], repaired[0]?.[0]);
  if (toCome !== null) edit.tell(futureDate(formatRu(toCome)));
  // In «Отчёт» the row's own status tells of a formula, and the calls are needed for the mark.
  const asks = !isReport && columns.some((column) => takesValuesOnly(column));
  if (!changed && !asks) return toCome !== null;
  const formulas = edit.formulas();
  // «=TODAY()» is meant as this day: where a school or a head writes a value, it is kept as one.
  const isReplaced = (row: number, index: number): boolean =>
    edit.firstRow + row > 1 &&
    takesValuesOnly(columns[index] ?? null) &&
    isVolatile(formulas[row]?.[index] ?? '') &&
    !isErrorCell(values[row]?.[index] ?? '');
  if (formulas.some((cells, row) => cells.some((_, index) => isReplaced(row, index)))) {
    edit.keepResults(isReplaced, values[0]?.[0] ?? '');
  }
  // The result of a formula is not what the person typed.
  if (changed) edit.writeChanged(values, repaired, formulas);
  return true;
}

/** A day of the calendar here, at the latest hour that it is anywhere in Russia: nobody is told that today is ahead. */
const LATEST_ZONE_MS = 12 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of the one cell that was edited, where no day to come may stand; null where all is well. */
function dayToCome(
  edit: Edit,
  column: Column | 'declared' | null | undefined,
  cell: Cell | undefined,
): CivilDate | null {
  if (edit.rows * edit.columns !== 1 || edit.firstRow < 2) return null;
  if (!column || column === 'declared' || !column.rules?.some(isUntilToday)) return null;
  const serial = typeof cell === 'number' ? cell : Number(cell || Number.NaN);
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  const latest = toSerial(fromDayNumber(Math.floor((Date.now() + LATEST_ZONE_MS) / DAY_MS)));
  return Math.floor(serial) > latest ? fromSerial(serial) : null;
}

const isUntilToday = (rule: Rule): boolean => rule.kind === 'dateRange' && rule.to === 'today';

/** Columns of days, numbers and choices that a school or a head writes; the administrator may compute a deadline. */
function takesValuesOnly(column: Column | 'declared' | null): boolean {
  if (column === null || column === 'declared' || column.writer === 'administrator') return false;
  const { holds, allowed } = typeOf(column);
  return holds !== 'text' || allowed !== null;
}

const hasDateText = (values: readonly (readonly Cell[])[], column: number): boolean =>
  values.some((row) => typeof row[column] === 'string' && readDateText(row[column]).ok);

/** The trimmed text, the serial number of the day that the text says, or the word of the list that is meant. */
function repairCell(text: string, column: Column | 'declared' | null, isDate: boolean): string | number {
  // Inner line breaks of a comment are the person's own.
  const trimmed = text.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, '');
  if (trimmed === '') return trimmed;
  if (column !== null && column !== 'declared' && column.allowed && !column.allowed.includes(trimmed)) {
    const meant = typeOf(column).repair(trimmed, column);
    return typeof meant === 'string' ? meant : trimmed;
  }
  if (!isDate) return trimmed;
  const read = readDateText(tidy(trimmed));
  return read.ok ? toSerial(read.date) : trimmed;
}
