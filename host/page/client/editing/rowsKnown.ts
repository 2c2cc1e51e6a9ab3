/** Knows a row again after rows were inserted, deleted or sorted. */
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';

/** A cell and what its row is known by. */
export interface Known {
  readonly sheet: number;
  readonly cell: Cell;
  readonly header: string;
  /** Texts of the frozen columns, else of the whole row without the cell; null: there are none. */
  readonly mark: string | null;
  readonly alone: boolean;
  /** How many rows and columns the tab had. */
  readonly size: string;
}

export function know(grid: Grid, cell: Cell): Known | null {
  const shown = grid.sheet;
  if (!shown) return null;
  const mark = markOf(grid, shown.id, cell.row, cell.col);
  const alone = mark !== null && rowsWith(grid, shown.id, mark, cell.col).length === 1;
  const header = grid.texts(shown.id, 1)[cell.col - 1] ?? '';
  return { sheet: shown.id, cell, header, mark, alone, size: grid.sizeOf(shown.id) };
}

/** Where the cell is now; null where that cannot be told for sure. */
export function find(grid: Grid, { sheet, cell, header, mark, alone, size }: Known): Cell | null {
  if (!grid.shape(sheet)) return null;
  const sameHeader = (grid.texts(sheet, 1)[cell.col - 1] ?? '') === header || cell.row === 1;
  if (!sameHeader) return null;
  const stays = markOf(grid, sheet, cell.row, cell.col) === mark;
  if (stays && (alone || size === grid.sizeOf(sheet))) return cell;
  if (mark === null || !alone) return null;
  const [row, ...others] = rowsWith(grid, sheet, mark, cell.col);
  return row === undefined || others.length > 0 ? null : { row, col: cell.col };
}

function markOf(grid: Grid, sheet: number, row: number, col: number): string | null {
  const frozen = grid.shape(sheet)?.frozenColumns ?? 0;
  const texts = grid.texts(sheet, row);
  const parts =
    frozen > 0 && col > frozen ? texts.slice(0, frozen) : texts.filter((_, index) => index !== col - 1);
  return parts.every((text) => text === '') ? null : JSON.stringify(parts);
}

function rowsWith(grid: Grid, sheet: number, mark: string, col: number): number[] {
  const rows: number[] = [];
  for (let row = 1; row <= (grid.shape(sheet)?.rows ?? 0); row += 1)
    if (markOf(grid, sheet, row, col) === mark) rows.push(row);
  return rows;
}
