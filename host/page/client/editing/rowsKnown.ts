/** Knows a row again after rows or columns were inserted, deleted, moved or sorted. */
import type { Order } from '../../protocol/protocol';
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';

/** A cell and what its row is known by. */
export interface Known {
  readonly sheet: number;
  readonly cell: Cell;
  readonly header: string;
  /** The order of the tab in which the cell stands there. */
  readonly order: Order | undefined;
  readonly mark: Mark;
  /** How many rows and columns the tab had. */
  readonly size: string;
}

/** Texts that no other row has, of the frozen columns or of all but the cell's own; a blank row has none. */
type Mark = { readonly of: 'frozen' | 'row'; readonly text: string } | 'blank' | null;

export function know(grid: Grid, cell: Cell): Known | null {
  const shown = grid.sheet;
  if (!shown) return null;
  const { id } = shown;
  const header = grid.texts(id, 1)[cell.col - 1] ?? '';
  const order = grid.orderOf(id);
  return { sheet: id, cell, header, order, mark: markOf(grid, id, cell), size: grid.sizeOf(id) };
}

/** Where the cell is now; null where that cannot be told for sure. */
export function find(grid: Grid, { sheet, cell, header, order, mark, size }: Known): Cell | null {
  if (!grid.shape(sheet)) return null;
  if (order === grid.orderOf(sheet)) return cell;
  const col = columnOf(grid, sheet, cell, header);
  if (col === null || mark === null) return null;
  if (mark === 'blank') {
    const stays = size === grid.sizeOf(sheet) && grid.texts(sheet, cell.row).every((text) => text === '');
    return stays ? cell : null;
  }
  const [row, ...others] = rowsWith(grid, sheet, mark, col);
  return row === undefined || others.length > 0 ? null : { row, col };
}

/** The column with the same header, which may stand elsewhere. */
function columnOf(grid: Grid, sheet: number, { row, col }: Cell, header: string): number | null {
  const headers = grid.texts(sheet, 1);
  if (row === 1 || (headers[col - 1] ?? '') === header) return col;
  const found = headers.indexOf(header);
  return header === '' || found < 0 || headers.lastIndexOf(header) !== found ? null : found + 1;
}

function markOf(grid: Grid, sheet: number, { row, col }: Cell): Mark {
  for (const of of ['frozen', 'row'] as const) {
    const text = textOf(grid, sheet, row, col, of);
    if (text === null) continue;
    const mark = { of, text };
    if (rowsWith(grid, sheet, mark, col).length === 1) return mark;
  }
  return grid.texts(sheet, row).every((text) => text === '') ? 'blank' : null;
}

/** Null where these cells are blank, or the cell is one of those that tell. */
function textOf(grid: Grid, sheet: number, row: number, col: number, of: 'frozen' | 'row'): string | null {
  const frozen = grid.shape(sheet)?.frozenColumns ?? 0;
  if (of === 'frozen' && (frozen === 0 || col <= frozen)) return null;
  const texts = grid.texts(sheet, row);
  const parts = of === 'frozen' ? texts.slice(0, frozen) : texts.filter((_, at) => at !== col - 1);
  return parts.every((text) => text === '') ? null : JSON.stringify(parts);
}

function rowsWith(
  grid: Grid,
  sheet: number,
  { of, text }: Exclude<Mark, string | null>,
  col: number,
): number[] {
  const rows: number[] = [];
  for (let row = 1; row <= (grid.shape(sheet)?.rows ?? 0); row += 1)
    if (textOf(grid, sheet, row, col, of) === text) rows.push(row);
  return rows;
}
