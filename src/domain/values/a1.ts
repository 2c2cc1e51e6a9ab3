/** A1 notation: names of cells and ranges. Rows and columns count from 1, as in Apps Script: column 1 is A, 27 is AA. */

/** A rectangle of cells. */
export interface Box {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** Bounds as written in A1 notation; null where the notation leaves an edge open (`A:C`, `1:1`, `A2:A`). */
export interface A1Bounds {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly lastRow: number | null;
  readonly lastCol: number | null;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Letters from A to Z, small ones too. */
export const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export const cellName = (row: number, column: number): string => columnLetters(column) + row;

/** «E15» is row 15, column 5; null for anything else. */
export function cellNumbers(name: string): { readonly row: number; readonly column: number } | null {
  const parts = /^([A-Z]+)(\d+)$/.exec(name);
  return parts ? { row: Number(parts[2]), column: columnNumber(parts[1] ?? '') } : null;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?$/;

function edge(text: string): { row: number | null; col: number | null } | null {
  const match = CELL.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return {
    col: match[1] === undefined ? null : columnNumber(match[1]),
    row: match[2] === undefined ? null : Number(match[2]),
  };
}

/** Splits `'My sheet'!A1` into the unquoted sheet name and the rest. */
export function splitSheet(a1: string): { sheet: string | null; rest: string } {
  const bang = a1.lastIndexOf('!');
  if (bang < 0) return { sheet: null, rest: a1 };
  const raw = a1.slice(0, bang);
  const quoted = raw.startsWith("'") && raw.endsWith("'") && raw.length > 1;
  return { sheet: quoted ? raw.slice(1, -1).replace(/''/g, "'") : raw, rest: a1.slice(bang + 1) };
}

/** Null for text that is not A1 notation of a cell or a range. */
export function parseA1(a1: string): A1Bounds | null {
  const { sheet, rest } = splitSheet(a1.trim());
  const [from, to, extra] = rest.split(':');
  if (from === undefined || extra !== undefined) return null;
  const first = edge(from);
  if (!first) return null;
  if (to === undefined) {
    if (first.row === null || first.col === null) return null;
    return { sheet, row: first.row, col: first.col, lastRow: first.row, lastCol: first.col };
  }
  const last = edge(to);
  if (!last) return null;
  const [row, lastRow] = ordered(first.row, last.row);
  const [col, lastCol] = ordered(first.col, last.col);
  return { sheet, row, col, lastRow, lastCol };
}

function ordered(a: number | null, b: number | null): [number | null, number | null] {
  return a !== null && b !== null && a > b ? [b, a] : a === null && b !== null ? [b, a] : [a, b];
}

/** Names of Latin and Cyrillic letters, digits and `_` need no quotes. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z\u0401\u0410-\u044f\u0451_][\w\u0401\u0410-\u044f\u0451]*$/.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

export function boxToA1({ row, col, rows, cols }: Box): string {
  const first = cellName(row, col);
  return rows === 1 && cols === 1 ? first : `${first}:${cellName(row + rows - 1, col + cols - 1)}`;
}

/** The box that a range names in a sheet of this size; null for text that is no range. */
export function boxOf(a1: string, size: { readonly rows: number; readonly columns: number }): Box | null {
  const bounds = parseA1(a1);
  if (!bounds) return null;
  const [row, col] = [bounds.row ?? 1, bounds.col ?? 1];
  return {
    row,
    col,
    rows: (bounds.lastRow ?? size.rows) - row + 1,
    cols: (bounds.lastCol ?? size.columns) - col + 1,
  };
}

export function intersects(a: Box, b: Box): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols && b.col < a.col + a.cols;
}

export function covers(outer: Box, inner: Box): boolean {
  return (
    outer.row <= inner.row &&
    outer.col <= inner.col &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.col + outer.cols >= inner.col + inner.cols
  );
}
