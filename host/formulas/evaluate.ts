import type { Box } from '../../src/domain/values/a1';
import { CellError, type Scalar } from '../workbook/cells/value';
import { FUNCTIONS } from './functions';
import { operate, toNumber } from './operators';
import type { Node } from './parse';
import type { Corner, PatternRef } from './pattern';

/** What a formula may read: cells by sheet id, already computed, and the host's clock as serials. */
export interface Cells {
  read(sheet: number, row: number, col: number): Scalar;
  hasFormula(sheet: number, row: number, col: number): boolean;
  /** Last row and column that any cell of the sheet uses, and the grid's size. */
  extent(sheet: number): { rows: number; cols: number; maxRows: number; maxCols: number } | null;
  readonly today: number;
  readonly now: number;
  readonly locale: string;
  readonly decimal: string;
}

const REF = CellError.of('#REF!');

/** The box that a reference names for a formula at row, col; null is #REF!. Open edges end at the sheet's content. */
export function resolveRef(
  ref: PatternRef,
  own: number,
  row: number,
  col: number,
  cells: Cells,
): (Box & { sheet: number }) | null {
  const sheet = ref.sheet ?? own;
  const extent = cells.extent(sheet);
  if (!extent) return null;
  const to = ref.to ?? ref.from;
  let [r1, r2] = [line(ref.from, 'row', row) ?? 1, line(to, 'row', row) ?? Math.max(extent.rows, 1)];
  let [c1, c2] = [line(ref.from, 'col', col) ?? 1, line(to, 'col', col) ?? Math.max(extent.cols, 1)];
  if (ref.to) {
    if (r1 > r2 && to.row !== null) [r1, r2] = [r2, r1];
    if (c1 > c2 && to.col !== null) [c1, c2] = [c2, c1];
  }
  if (r1 < 1 || c1 < 1 || r1 > extent.maxRows || c1 > extent.maxCols) return null;
  return { sheet, row: r1, col: c1, rows: Math.max(r2 - r1 + 1, 0), cols: Math.max(c2 - c1 + 1, 0) };
}

/** The line that a corner names for a formula at `own`; null is an open edge. */
function line(corner: Corner, axis: 'row' | 'col', own: number): number | null {
  const value = corner[axis];
  if (value === null) return null;
  return (axis === 'row' ? corner.rowAbs : corner.colAbs) ? value : value + own;
}

/** One formula of one cell, being computed. */
export class Evaluation {
  readonly today: number;
  readonly now: number;
  readonly locale: string;
  readonly decimal: string;
  constructor(
    private readonly cells: Cells,
    private readonly sheet: number,
    private readonly row: number,
    private readonly col: number,
  ) {
    this.today = cells.today;
    this.now = cells.now;
    this.locale = cells.locale;
    this.decimal = cells.decimal;
  }

  scalar(node: Node): Scalar {
    switch (node.type) {
      case 'value':
        return node.value;
      case 'ref': {
        const box = resolveRef(node.ref, this.sheet, this.row, this.col, this.cells);
        if (!box) return REF;
        if (box.rows === 1 && box.cols === 1) return this.cells.read(box.sheet, box.row, box.col);
        // A range where one value is wanted gives the cell of the same row or column.
        if (box.cols === 1 && this.row >= box.row && this.row < box.row + box.rows)
          return this.cells.read(box.sheet, this.row, box.col);
        if (box.rows === 1 && this.col >= box.col && this.col < box.col + box.cols)
          return this.cells.read(box.sheet, box.row, this.col);
        return CellError.of('#VALUE!');
      }
      case 'unary': {
        const value = this.scalar(node.arg);
        if (node.op === '+') return value;
        const number = toNumber(value);
        if (number instanceof CellError) return number;
        return node.op === '-' ? -number : number / 100;
      }
      case 'binary':
        return operate(node.op, this.scalar(node.left), this.scalar(node.right), this.decimal);
      case 'call': {
        const call = FUNCTIONS.get(node.name);
        return call ? call(node.args, this) : CellError.of('#NAME?');
      }
    }
  }

  /** Visits each value of an argument until `visit` returns an error. */
  each(node: Node, visit: (value: Scalar, inRange: boolean) => CellError | null): CellError | null {
    if (node.type !== 'ref') return visit(this.scalar(node), false);
    const box = resolveRef(node.ref, this.sheet, this.row, this.col, this.cells);
    if (!box) return visit(REF, true);
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let col = box.col; col < box.col + box.cols; col++) {
        const fault = visit(this.cells.read(box.sheet, row, col), true);
        if (fault) return fault;
      }
    }
    return null;
  }

  isBlank(node: Node): boolean {
    if (node.type !== 'ref') return this.scalar(node) === null;
    const box = resolveRef(node.ref, this.sheet, this.row, this.col, this.cells);
    if (!box) return false;
    return (
      this.cells.read(box.sheet, box.row, box.col) === null &&
      !this.cells.hasFormula(box.sheet, box.row, box.col)
    );
  }

  /** Anything but a reference is an error there (unconfirmed which). */
  isFormula(node: Node): Scalar {
    if (node.type !== 'ref') return CellError.of('#N/A');
    const box = resolveRef(node.ref, this.sheet, this.row, this.col, this.cells);
    return box ? this.cells.hasFormula(box.sheet, box.row, box.col) : REF;
  }

  /** How many rows and columns a reference names; an open edge reaches the end of the grid, not of its content. */
  gridOf(node: Extract<Node, { type: 'ref' }>): { rows: number; cols: number } | null {
    const box = resolveRef(node.ref, this.sheet, this.row, this.col, this.cells);
    const extent = this.cells.extent(node.ref.sheet ?? this.sheet);
    if (!box || !extent) return null;
    const to = node.ref.to ?? node.ref.from;
    return {
      rows: to.row === null ? extent.maxRows - box.row + 1 : box.rows,
      cols: to.col === null ? extent.maxCols - box.col + 1 : box.cols,
    };
  }

  position(node: Node | undefined): { row: number; col: number } {
    if (node?.type !== 'ref') return { row: this.row, col: this.col };
    return (
      resolveRef(node.ref, this.sheet, this.row, this.col, this.cells) ?? { row: this.row, col: this.col }
    );
  }
}
