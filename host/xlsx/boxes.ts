import { type Box, boxToA1, parseA1 } from '../../src/domain/values/a1';

/** `A2:A100 C2:C5`, as .xlsx lists ranges. */
export function toSqref(boxes: readonly Box[]): string {
  return boxes.map(boxToA1).join(' ');
}

/** Boxes of such a list inside a grid; an open edge ends with the grid. */
export function fromSqref(text: string, grid: { rows: number; cols: number }): Box[] {
  const boxes: Box[] = [];
  for (const part of text.split(/\s+/)) {
    const bounds = parseA1(part);
    if (!bounds) continue;
    const row = bounds.row ?? 1;
    const col = bounds.col ?? 1;
    const lastRow = Math.min(bounds.lastRow ?? grid.rows, grid.rows);
    const lastCol = Math.min(bounds.lastCol ?? grid.cols, grid.cols);
    if (row <= lastRow && col <= lastCol) {
      boxes.push({ row, col, rows: lastRow - row + 1, cols: lastCol - col + 1 });
    }
  }
  return boxes;
}

/** Cells gathered into few boxes: runs down each column, joined with an equal run of the column before. */
export class BoxGatherer {
  private readonly runs = new Map<number, { row: number; rows: number }[]>();

  /** Cells must come row by row. */
  add(row: number, col: number): void {
    const runs = this.runs.get(col) ?? [];
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
    this.runs.set(col, runs);
  }

  boxes(): Box[] {
    const done: { row: number; col: number; rows: number; cols: number }[] = [];
    for (const [col, runs] of [...this.runs].sort(([a], [b]) => a - b)) {
      for (const { row, rows } of runs) {
        const left = done.find((box) => box.row === row && box.rows === rows && box.col + box.cols === col);
        if (left) left.cols += 1;
        else done.push({ row, col, rows, cols: 1 });
      }
    }
    return done;
  }
}
