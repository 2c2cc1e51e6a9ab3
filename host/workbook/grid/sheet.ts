import type { Box } from '../../../src/domain/values/a1';
import type { FormulaCell, Group, Pattern } from '../../formulas/engine';
import { inferredFormat } from '../../formulas/inferFormat';
import { GENERAL, isDateFormat } from '../cells/numberFormat';
import { DEFAULT_STYLE, type Style, withStyle } from '../cells/style';
import type { Scalar } from '../cells/value';
import type { ConditionalRule } from '../rules/conditional';
import type { ProtectionModel } from '../rules/protection';
import type { Metadata } from './metadata';
import { newRow, type Row } from './rows';
import type { Workbook } from './workbook';

/** A new sheet has this many rows and columns. */
export const NEW_ROWS = 1000;
export const NEW_COLUMNS = 26;
export const DEFAULT_COLUMN_WIDTH = 100;
export const DEFAULT_ROW_HEIGHT = 21;

/** One sheet of a workbook: its grid and everything that stands in it. Knows nothing of scripts and of rights. */
export class SheetModel {
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  hiddenGridlines = false;
  maxRows = NEW_ROWS;
  maxColumns = NEW_COLUMNS;
  /** Rows that hold anything, from index 0; missing ones are blank. */
  rows: (Row | undefined)[] = [];
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  hiddenColumns = new Set<number>();
  hiddenRows = new Set<number>();
  merges: Box[] = [];
  conditionalRules: ConditionalRule[] = [];
  protections: ProtectionModel[] = [];
  metadata: Metadata[] = [];
  /** How often rows or columns with cells changed their places. */
  moves = 0;
  selection: Box = { row: 1, col: 1, rows: 1, cols: 1 };
  /** The formulas' bookkeeping, kept by the formula engine. */
  readonly groups = new Map<Pattern, Group>();
  /** Those of them that read cells at all: a page of links has hundreds that do not. */
  readonly readers = new Set<Group>();

  constructor(
    readonly workbook: Workbook,
    readonly id: number,
    public name: string,
  ) {}

  get maxCols(): number {
    return this.maxColumns;
  }
  get grid(): Box {
    return { row: 1, col: 1, rows: this.maxRows, cols: this.maxColumns };
  }

  row(row: number): Row {
    const found = this.rows[row - 1];
    if (found) return found;
    while (this.rows.length < row - 1) this.rows.push(undefined);
    const made = newRow();
    this.rows[row - 1] = made;
    return made;
  }

  /** The stored value; call the engine's refresh first where formulas matter. */
  value(row: number, col: number): Scalar {
    return this.rows[row - 1]?.values[col - 1] ?? null;
  }
  formula(row: number, col: number): FormulaCell | undefined {
    return this.rows[row - 1]?.formulas?.[col - 1];
  }
  style(row: number, col: number): Style {
    return this.rows[row - 1]?.styles?.[col - 1] ?? DEFAULT_STYLE;
  }
  /** The format that the value shows under: a formula in a General cell takes its operands' date format. */
  numberFormat(row: number, col: number): string {
    const format = this.style(row, col).numberFormat;
    if (format !== GENERAL) return format;
    const formula = this.formula(row, col);
    if (!formula || typeof this.value(row, col) !== 'number') return format;
    return inferredFormat(this, formula.group.pattern.node, row, col) ?? format;
  }
  isDate(row: number, col: number): boolean {
    return isDateFormat(this.numberFormat(row, col));
  }

  setValueSlot(cells: Row, col: number, value: Scalar): void {
    const { values } = cells;
    while (values.length < col - 1) values.push(null);
    values[col - 1] = value;
  }

  /** Puts a value in place of whatever the cell held; tell the engine afterwards. */
  setScalar(cells: Row, col: number, value: Scalar): void {
    if (value !== null || cells.values.length >= col) this.setValueSlot(cells, col, value);
    if (cells.formulas?.[col - 1]) cells.formulas[col - 1] = undefined;
    if (cells.runs?.[col - 1]) cells.runs[col - 1] = undefined;
  }

  setFormula(cells: Row, col: number, pattern: Pattern): void {
    this.setScalar(cells, col, null);
    cells.formulas ??= [];
    cells.formulas[col - 1] = this.workbook.engine.place(this, col, pattern);
  }

  setStyle(cells: Row, col: number, patch: Partial<Style>): void {
    const before = cells.styles?.[col - 1] ?? DEFAULT_STYLE;
    const after = withStyle(before, patch);
    if (after === before) return;
    cells.styles ??= [];
    cells.styles[col - 1] = after;
  }

  /** Last row and column with content; formulas count even if they give "". 0 on an empty sheet. */
  lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) {
      const cells = this.rows[row - 1];
      if (cells && contentWidth(cells) > 0) return row;
    }
    return 0;
  }
  lastColumn(): number {
    let last = 0;
    for (const cells of this.rows) if (cells) last = Math.max(last, contentWidth(cells));
    return last;
  }

  /** Visits the cells of a box that exist. */
  eachRow(box: Box, visit: (cells: Row, row: number) => void): void {
    const last = Math.min(box.row + box.rows - 1, this.rows.length);
    for (let row = box.row; row <= last; row++) {
      const cells = this.rows[row - 1];
      if (cells) visit(cells, row);
    }
  }
}

function contentWidth(cells: Row): number {
  const { values, formulas } = cells;
  for (let col = Math.max(values.length, formulas?.length ?? 0); col > 0; col--) {
    const value = values[col - 1] ?? null;
    if ((value !== null && value !== '') || formulas?.[col - 1]) return col;
  }
  return 0;
}
