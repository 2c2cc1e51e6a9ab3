/** Tables whose cells stand in one line: separated by tabs, by bars, or by runs of spaces as a PDF gives them. */

import type { Line } from '../text/lines';
import { readHeader } from './columns';
import { type LetterCell, type LetterRow, type LetterTable, letterTableOf, rowOf } from './letterTable';

type Separator = 'tab' | 'bar' | 'spaces';

const RULE = /^[\s|│┃+:=_─━┼├┤┬┴-]*$/;
const CUTS: Readonly<Record<Separator, RegExp>> = { tab: /\t/g, bar: /[|│┃¦]/g, spaces: /[ \u00a0]{3,}|\t/g };

/** The cells of one line with their places; outer bars are no cells. */
function cellsOf(line: Line, separator: Separator): LetterCell[] {
  const cells: LetterCell[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = line.text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    const from = line.start + start + (text === '' ? 0 : lead);
    cells.push({ text: unquoted(text, separator), start: from, end: from + text.length });
  };
  for (const match of line.text.matchAll(CUTS[separator])) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(line.text.length);
  if (separator === 'tab') return cells;
  if (cells[0]?.text === '') cells.shift();
  if (cells[cells.length - 1]?.text === '') cells.pop();
  return cells;
}

/** A sheet puts quotes around a cell with quotes or line breaks. */
const unquoted = (text: string, separator: Separator): string =>
  separator === 'tab' && /^".*"$/.test(text) ? text.slice(1, -1).replace(/""/g, '"') : text;

const BARS = /[|│┃¦]/g;
const GAPS = /[ \u00a0]{3,}/g;

/** Counts separators: one pattern for the whole line would take quadratic time on a long line. */
const separatorOf = (line: Line): Separator | null => {
  const text = line.text.trim();
  const bars = text.match(BARS)?.length ?? 0;
  if (bars > 1 || (bars === 1 && !/^[|│┃¦]|[|│┃¦]$/.test(text))) return 'bar';
  if (text.includes('\t')) return 'tab';
  return (text.match(GAPS)?.length ?? 0) > 1 ? 'spaces' : null;
};

const openQuote = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1;

const joined = (a: LetterCell, b: LetterCell): LetterCell =>
  b.text === ''
    ? a
    : a.text === ''
      ? b
      : { text: `${a.text}\n${b.text}`, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };

/** Cells of a line added to those of the row above, column by column. */
const merged = (row: LetterRow, cells: readonly LetterCell[]): LetterRow =>
  rowOf(
    row.cells.map((cell, index) =>
      joined(cell, cells[index] ?? { text: '', start: cell.start, end: cell.end }),
    ),
  );

/** In a PDF's table columns are known by position: each piece goes to the nearest heading. */
function aligned(header: readonly LetterCell[], headerLine: Line, line: Line): LetterCell[] {
  const left = header.map((cell) => cell.start - headerLine.start);
  const cells: LetterCell[] = header.map(() => ({ text: '', start: line.start, end: line.start }));
  for (const cell of cellsOf(line, 'spaces')) {
    const from = cell.start - line.start;
    const middle = from + (cell.end - cell.start) / 2;
    let best = 0;
    left.forEach((at, index) => {
      if (
        Math.min(Math.abs(at - from), Math.abs(at - middle)) <
        Math.min(Math.abs((left[best] ?? 0) - from), Math.abs((left[best] ?? 0) - middle))
      )
        best = index;
    });
    cells[best] = joined(cells[best] ?? cell, cell);
  }
  return cells;
}

export interface FoundTable {
  readonly table: LetterTable;
  /** Index of the line after it. */
  readonly next: number;
}

const STOP =
  /^\s*(?:приложение|начальник|глава|директор|заведующ|руководитель\s+[А-Я]\.|исп(?:олнитель)?\.?[:\s])/i;

/** Rows of a table that begins with the header in `lines[from]`. */
function collect(
  lines: readonly Line[],
  from: number,
  separator: Separator,
): { rows: LetterRow[]; next: number } {
  const headerLine = lines[from];
  const header = headerLine === undefined ? [] : cellsOf(headerLine, separator);
  const rows: LetterRow[] = header.length === 0 ? [] : [rowOf(header)];
  let next = from + 1;
  let blanks = 0;
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.blank) {
      blanks += 1;
      if (blanks > 2) break;
      continue;
    }
    if (RULE.test(line.text) && separator !== 'tab') continue;
    const own = separatorOf(line);
    const last = rows[rows.length - 1];
    if (separator === 'spaces') {
      if (
        headerLine === undefined ||
        last === undefined ||
        (own === null && (blanks > 0 || STOP.test(line.text) || !/^\s/.test(line.text)))
      ) {
        if (
          own === null &&
          blanks === 0 &&
          last !== undefined &&
          headerLine !== undefined &&
          !STOP.test(line.text)
        ) {
          rows.push(rowOf(aligned(header, headerLine, line)));
          next = index + 1;
          continue;
        }
        break;
      }
      rows.push(rowOf(aligned(header, headerLine, line)));
    } else if (own === separator) {
      rows.push(rowOf(cellsOf(line, separator)));
    } else if (
      last !== undefined &&
      (openQuote(last.cells[last.cells.length - 1]?.text ?? '') || (blanks === 0 && !STOP.test(line.text)))
    ) {
      // A line of its own inside a table goes on with the last cell, or is a section's heading.
      const cell: LetterCell = { text: line.text.trim(), start: line.start, end: line.end };
      const heading = /^\s*(?:[IVXІХ]{1,5}[.)\s]|раздел|блок|этап)/i.test(line.text);
      if (heading || rows.length === 1) rows.push(rowOf([cell]));
      else rows[rows.length - 1] = merged(last, [...last.cells.slice(0, -1).map(emptied), cell]);
    } else break;
    blanks = 0;
    next = index + 1;
  }
  return { rows: separator === 'spaces' ? unwrapped(rows) : rows, next };
}

const emptied = (cell: LetterCell): LetterCell => ({ text: '', start: cell.start, end: cell.end });

/** Joins lines that continue the cells above them, as a PDF wraps its columns. */
function unwrapped(rows: readonly LetterRow[]): LetterRow[] {
  const whole: LetterRow[] = [];
  const numbered = rows.slice(1).some((row) => /^\d+[.)]?$/.test(row.cells[0]?.text ?? ''));
  for (const row of rows) {
    const last = whole[whole.length - 1];
    const first = row.cells[0]?.text ?? '';
    const filledCells = row.cells.filter((cell) => cell.text !== '');
    const heading = filledCells.length === 1 && /^[IVXІХ]{1,5}[.)]\s/.test(filledCells[0]?.text ?? '');
    const goesOn = first === '' || (whole.length === 1 && numbered && !/^\d/.test(first));
    if (last !== undefined && goesOn && !heading) whole[whole.length - 1] = merged(last, row.cells);
    else whole.push(row);
  }
  return whole;
}

/** The table whose header is this line, or null. */
export function readDelimited(lines: readonly Line[], index: number): FoundTable | null {
  const line = lines[index];
  const separator = line === undefined || line.blank ? null : separatorOf(line);
  if (line === undefined || separator === null) return null;
  const header = cellsOf(line, separator);
  if (readHeader(header.map((cell) => cell.text)) === null) return null;
  const { rows, next } = collect(lines, index, separator);
  const table = letterTableOf(rows, { start: line.start, end: lines[next - 1]?.end ?? line.end });
  return table === null ? null : { table, next };
}
