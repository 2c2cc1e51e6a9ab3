/** Cells and boxes of cells, rows and columns from 1. */
import type { Box } from '../../../../src/domain/values/a1';
import type { SheetShown } from '../../protocol/protocol';

export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** The box of this one cell. */
export const boxOfCell = ({ row, col }: Cell): Box => ({ row, col, rows: 1, cols: 1 });

/** The box, moved and cut so that it lies inside the tab. */
export function inside(box: Box, sheet: SheetShown | undefined): Box {
  const { rows, columns } = sheet ?? { rows: 1, columns: 1 };
  const row = Math.min(Math.max(box.row, 1), rows);
  const col = Math.min(Math.max(box.col, 1), columns);
  return { row, col, rows: Math.min(box.rows, rows - row + 1), cols: Math.min(box.cols, columns - col + 1) };
}
