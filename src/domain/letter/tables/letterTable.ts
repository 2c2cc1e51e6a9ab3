/** A table as every source gives it: tabs, bars, one cell a line, a Word file, the clipboard. */

import type { TextRange } from '../text/textRange';
import { type Role, readHeader } from './columns';

export interface LetterCell extends TextRange {
  /** The cell's words. They may come from several places of the letter; the place covers them all. */
  readonly text: string;
}

export interface LetterRow extends TextRange {
  readonly cells: readonly LetterCell[];
}

export interface LetterTable extends TextRange {
  readonly roles: readonly Role[];
  readonly headings: readonly string[];
  readonly rows: readonly LetterRow[];
}

export const rowOf = (cells: readonly LetterCell[]): LetterRow => ({
  cells,
  start: Math.min(...cells.map((cell) => cell.start)),
  end: Math.max(...cells.map((cell) => cell.end)),
});

const isBlank = (text: string): boolean => /^[\s\u00a0\u200b_.–—-]*$/.test(text);
export const filled = (row: LetterRow): LetterCell[] => row.cells.filter((cell) => !isBlank(cell.text));

/** «1 2 3 4 5» under a header: the columns' numbers. */
const isCounting = (row: LetterRow): boolean =>
  row.cells.length > 2 &&
  row.cells.every((cell, index) => cell.text.trim().replace(/\.$/, '') === String(index + 1));

const HEADER_REACH = 6;

/**
 * The table in these rows: looks for the header in the first few, drops repeated headers and the row of
 * column numbers. Null when no header is found: then the rows say nothing certain about their columns.
 */
export function letterTableOf(rows: readonly LetterRow[], place: TextRange): LetterTable | null {
  for (let index = 0; index < Math.min(rows.length, HEADER_REACH); index += 1) {
    const row = rows[index];
    const roles = row === undefined ? null : readHeader(row.cells.map((cell) => cell.text));
    if (row === undefined || roles === null) continue;
    const headings = row.cells.map((cell) => cell.text.trim());
    const body = rows.slice(index + 1).filter((one) => !isCounting(one) && !isSameHeader(one, headings));
    return { ...place, roles, headings, rows: body };
  }
  return null;
}

const isSameHeader = (row: LetterRow, headings: readonly string[]): boolean =>
  row.cells.length === headings.length &&
  row.cells.every((cell, index) => cell.text.trim() === headings[index]);

/** The cell of a role, or null when the table has no such column or the cell is empty. */
export function cellOf(table: LetterTable, row: LetterRow, role: Role): LetterCell | null {
  const index = table.roles.indexOf(role);
  const cell = index < 0 ? undefined : row.cells[index];
  return cell === undefined || isBlank(cell.text) ? null : cell;
}

/** A row that is one text across the table (Word repeats a merged cell's text): a section's heading. */
export function sectionOf(table: LetterTable, row: LetterRow): string | null {
  const cells = filled(row);
  const first = cells[0];
  if (first === undefined || table.roles.length < 2) return null;
  const text = first.text.trim();
  const one = cells.every((cell) => cell.text.trim() === text);
  const roman = /^(?:[IVXІХ]{1,5}[.)\s]|раздел|блок|этап\s*[IVX\d]|направление)/i.test(text);
  // «I. | Организационные мероприятия»
  if (!one && !(cells.length === 2 && /^[IVXІХ]{1,5}[.)]?$/.test(text))) return null;
  if (!one) return `${text} ${cells[1]?.text.trim() ?? ''}`;
  if (/^[\d.]+[.)]?$/.test(text)) return null;
  const index = row.cells.indexOf(first);
  const inOwnColumn =
    cells.length === 1 && (table.roles[index] === 'title' || table.roles[index] === 'organisation');
  return roman || !inOwnColumn || row.cells.length < table.roles.length ? text : null;
}
