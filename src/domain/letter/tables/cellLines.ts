/**
 * Tables pasted one cell a line, as Word and Google Docs give them: first the headings one below the
 * other, then cell after cell; an empty cell may be a line with a tab or nothing at all, and a cell may
 * have lines of its own.
 */

import type { Line } from '../text/lines';
import { assign, type CellLine } from './cellColumns';
import { type Role, readHeader, roleOf } from './columns';
import type { FoundTable } from './delimited';
import { type LetterCell, type LetterRow, rowOf } from './letterTable';

const LONGEST_HEADING = 60;

/** An unknown heading whose next one is known: it belongs to the header too. */
const knownNext = (lines: readonly Line[], index: number): boolean => {
  const [own, next] = [lines[index]?.text.trim() ?? '', lines[index + 1]?.text.trim() ?? ''];
  return (
    own.length < 40 &&
    next.length < 40 &&
    !/\d/.test(next) &&
    roleOf(next) !== 'unknown' &&
    /^\p{Lu}/u.test(own)
  );
};

/** Headings one below another: their roles and the index of the line after them; null when these are none. */
function readHeadings(
  lines: readonly Line[],
  from: number,
): { headings: string[]; roles: Role[]; next: number } | null {
  const headings: string[] = [];
  let next = from;
  let blanks = 0;
  let spread = false;
  for (let index = from; index < lines.length && headings.length < 12; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.blank) {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const text = line.text.trim();
    // A date, a label or a row of another kind of table is no heading.
    if (/\d|[:|]|\S\t/.test(text)) break;
    const role =
      text.length > LONGEST_HEADING || /[.;]$/.test(text.replace(/п\.?\s?п\.$/, ''))
        ? 'unknown'
        : roleOf(text);
    const previous = headings[headings.length - 1];
    const unknown = role === 'unknown' && !(headings.length > 1 && knownNext(lines, index));
    if (unknown || (blanks > 0 && role !== 'unknown' && role === roleOf(previous ?? ''))) break;
    // A title and an empty line stand above a table, not in its header.
    if (headings.length === 1 && blanks > 0) spread = true;
    else if (headings.length > 1 && blanks > 0 !== spread) {
      if (headings.length === 2 && spread) return null;
      break;
    }
    // «Ответственный» and «исполнитель» on two lines are one heading.
    if (
      previous !== undefined &&
      role === roleOf(previous) &&
      role !== 'private' &&
      role !== 'unknown' &&
      role !== 'note'
    )
      headings[headings.length - 1] = `${previous} ${text}`;
    else headings.push(text);
    blanks = 0;
    next = index + 1;
  }
  const roles = readHeader(headings);
  return roles === null || headings.length < 2 ? null : { headings, roles, next };
}

const END =
  /^(?:приложение\b|приложение\s*№?\s*\d|приложение$|начальник|глава\s|директор\s+[А-Я]|заведующ\S+\s+отдел|исп\.|исполнитель:)/i;
const SIGNED = /[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+\s*$/;

/** The lines of the table's body: to the next header, an appendix, a signature, a wide gap. */
function bodyOf(lines: readonly Line[], from: number, tabbed: boolean): { cells: CellLine[]; next: number } {
  const cells: CellLine[] = [];
  let blanks = 0;
  let next = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const tab = line.text.startsWith('\t');
    if (line.blank && !(tabbed && tab && blanks === 0)) {
      blanks += 1;
      continue;
    }
    const text = line.text.trim();
    if (blanks > 4 || (tabbed && !tab && blanks > 0) || END.test(text)) break;
    if (!tabbed && blanks > 0 && (SIGNED.test(text.slice(-60)) || readHeadings(lines, index) !== null)) break;
    cells.push({ line, text, blanks, goesOn: tabbed && !tab });
    blanks = 0;
    next = index + 1;
  }
  return { cells, next };
}

/** Rows of the assigned lines: a new one where the column steps back. */
function rowsOf(cells: readonly CellLine[], path: readonly number[], columns: number): LetterRow[] {
  const rows: LetterRow[] = [];
  let current: (LetterCell | null)[] = [];
  let last = columns;
  const close = (): void => {
    const first = current.find((cell) => cell !== null && cell !== undefined);
    if (first)
      rows.push(
        rowOf(
          Array.from(
            { length: columns },
            (_, i) => current[i] ?? { text: '', start: first.start, end: first.start },
          ),
        ),
      );
    current = [];
  };
  cells.forEach((cell, index) => {
    const column = path[index] ?? 0;
    const lead = cell.line.text.length - cell.line.text.trimStart().length;
    const own: LetterCell = { text: cell.text, start: cell.line.start + lead, end: cell.line.end };
    if (column === -1) {
      close();
      rows.push(rowOf([own]));
      last = columns;
      return;
    }
    if (column < last) close();
    const there = current[column];
    current[column] = there ? { text: `${there.text}\n${own.text}`, start: there.start, end: own.end } : own;
    last = column;
  });
  close();
  return rows;
}

/** The table whose headings begin at this line, one a line; null when there is none. */
export function readCellLines(lines: readonly Line[], index: number): FoundTable | null {
  const first = lines[index];
  if (first === undefined || first.blank || first.text.length > LONGEST_HEADING * 2) return null;
  const head = readHeadings(lines, index);
  if (head === null) return null;
  const { cells, next } = bodyOf(lines, head.next, first.text.startsWith('\t'));
  if (cells.length < head.roles.length - 1) return null;
  const rows = rowsOf(cells, assign(cells, head.roles), head.roles.length);
  const place = { start: first.start, end: lines[next - 1]?.end ?? first.end };
  return { table: { ...place, roles: head.roles, headings: head.headings, rows }, next };
}
