/** Names of cells and ranges, rows and columns from 1. */
import type { Box } from '../../../workbook/grid/a1';

function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const cellName = (row: number, col: number): string => `${columnName(col)}${row}`;

export function rangeName({ row, col, rows, cols }: Box): string {
  const first = cellName(row, col);
  return rows * cols === 1 ? first : `${first}:${cellName(row + rows - 1, col + cols - 1)}`;
}

/** `B5`, `B5:C7`, `B`, `5:7` in a sheet of that size; null for what is no range. */
export function boxOf(a1: string, size: { readonly rows: number; readonly columns: number }): Box | null {
  const match = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/i.exec(a1.replaceAll('$', ''));
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, fromCol = '', fromRow = '', toCol, toRow] = match;
  const row = fromRow === '' ? 1 : Number(fromRow);
  const col = fromCol === '' ? 1 : columnNumber(fromCol);
  const single = toCol === undefined;
  const lastRow = single ? (fromRow === '' ? size.rows : row) : toRow ? Number(toRow) : size.rows;
  const lastCol = single ? (fromCol === '' ? size.columns : col) : toCol ? columnNumber(toCol) : size.columns;
  if (row > size.rows || col > size.columns) return null;
  return { row, col, rows: Math.max(1, lastRow - row + 1), cols: Math.max(1, lastCol - col + 1) };
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
