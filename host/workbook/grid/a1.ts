/** A rectangle of cells; rows and columns count from 1, as in Apps Script. */
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

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
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
  return { sheet: quoted ? raw.slice(1, -1).replaceAll("''", "'") : raw, rest: a1.slice(bang + 1) };
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

export function quoteSheetName(name: string): string {
  return /^[A-Za-zА-Яа-яЁё_][\wА-Яа-яЁё]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export function boxToA1(box: Box): string {
  const first = columnLetters(box.col) + box.row;
  if (box.rows === 1 && box.cols === 1) return first;
  return `${first}:${columnLetters(box.col + box.cols - 1)}${box.row + box.rows - 1}`;
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
