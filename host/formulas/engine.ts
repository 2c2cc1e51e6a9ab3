import type { Box } from '../../src/domain/values/a1';
import { localeRules } from '../workbook/cells/locale';
import { epochToSerial } from '../workbook/cells/serial';
import { CellError, type Scalar } from '../workbook/cells/value';
import type { SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import { markDependents } from './dependents';
import { type Cells, Evaluation } from './evaluate';
import { FUNCTIONS } from './functions';
import { evaluateWithEngine } from './ironcalc';
import { callsIn, type Node, parseFormula } from './parse';
import { type PatternRef, patternKey, type Token, textA1, textR1C1, tokenise } from './pattern';

/** A relative formula, shared by all cells that hold it. */
export interface Pattern {
  readonly tokens: readonly Token[];
  readonly node: Node;
  readonly refs: readonly PatternRef[];
  /** `day` follows TODAY(), `instant` follows NOW(). */
  readonly volatile: 'no' | 'day' | 'instant';
  /** Holds a function that only the engine knows. */
  readonly foreign: boolean;
}

/** All cells of one sheet that hold one pattern. A cell whose epoch differs from the group's is out of date. */
export interface Group {
  readonly pattern: Pattern;
  readonly sheet: SheetModel;
  readonly columns: Set<number>;
  epoch: number;
}

export interface FormulaCell {
  readonly group: Group;
  /** The group's epoch at the last computation; -1 is never, or marked out of date. */
  epoch: number;
}

const CIRCULAR = CellError.of('#REF!');

/**
 * Computes a workbook's formulas on demand. A cell is computed when it is read and out of date; a change
 * marks what depends on it. Formulas of the host's own functions run as parsed; formulas with other functions
 * are handed to the engine one by one, with the values that they refer to.
 */
export class FormulaEngine implements Cells {
  private readonly patterns = new Map<string, Pattern>();
  private readonly computing = new Set<FormulaCell>();
  private clockSeen = Number.NaN;
  today = 0;
  now = 0;
  constructor(private readonly workbook: Workbook) {}

  get locale(): string {
    return this.workbook.locale;
  }
  get decimal(): string {
    return localeRules(this.workbook.locale).decimal;
  }

  /** `text` is the formula without its `=`. */
  pattern(text: string, row: number, col: number, style: 'A1' | 'R1C1' = 'A1'): Pattern {
    return this.intern(tokenise(text, { row, col }, this.workbook, style));
  }

  intern(tokens: readonly Token[]): Pattern {
    const key = patternKey(tokens);
    const known = this.patterns.get(key);
    if (known) return known;
    const node = parseFormula(tokens);
    const calls = callsIn(node);
    const pattern: Pattern = {
      tokens,
      node,
      refs: tokens.flatMap((token) => (token.kind === 'ref' ? [token.ref] : [])),
      volatile: calls.has('NOW') ? 'instant' : calls.has('TODAY') ? 'day' : 'no',
      foreign: [...calls].some((name) => !FUNCTIONS.has(name)),
    };
    this.patterns.set(key, pattern);
    return pattern;
  }

  place(sheet: SheetModel, col: number, pattern: Pattern): FormulaCell {
    let group = sheet.groups.get(pattern);
    if (!group) {
      group = { pattern, sheet, columns: new Set(), epoch: 0 };
      sheet.groups.set(pattern, group);
      if (pattern.refs.length > 0) sheet.readers.add(group);
    }
    group.columns.add(col);
    return { group, epoch: -1 };
  }

  textA1(cell: FormulaCell, row: number, col: number): string {
    return `=${textA1(cell.group.pattern.tokens, row, col, this.workbook)}`;
  }
  textR1C1(cell: FormulaCell): string {
    return `=${textR1C1(cell.group.pattern.tokens, this.workbook)}`;
  }

  /** To be called after cells of the box got other contents. */
  touched(sheet: SheetModel, box: Box): void {
    if (this.workbook.sheets.some((one) => one.readers.size > 0)) markDependents(this.workbook, sheet, box);
  }

  /** To be called after rows, columns, sheets or the time zone changed: all formulas are out of date. */
  invalidate(): void {
    for (const sheet of this.workbook.sheets) for (const group of sheet.groups.values()) group.epoch++;
  }

  /** Brings the formulas in the box up to date. Costs nothing on a sheet without formulas. */
  refresh(sheet: SheetModel, box: Box): void {
    if (sheet.groups.size === 0) return;
    this.followClock();
    const lastRow = Math.min(box.row + box.rows - 1, sheet.rows.length);
    const lastCol = box.col + box.cols - 1;
    for (let row = box.row; row <= lastRow; row++) {
      const formulas = sheet.rows[row - 1]?.formulas;
      if (!formulas) continue;
      const end = Math.min(lastCol, formulas.length);
      for (let col = box.col; col <= end; col++) {
        const cell = formulas[col - 1];
        if (cell && cell.epoch !== cell.group.epoch) this.compute(sheet, cell, row, col);
      }
    }
  }

  /** Evaluates a formula as if it stood in that cell, for rules of validation and conditional formats. */
  evaluateAt(sheet: SheetModel, pattern: Pattern, row: number, col: number): Scalar {
    this.followClock();
    if (pattern.foreign) return evaluateWithEngine(pattern, this, sheet.id, row, col);
    return new Evaluation(this, sheet.id, row, col).scalar(pattern.node);
  }

  read(sheetId: number, row: number, col: number): Scalar {
    const sheet = this.workbook.sheetById(sheetId);
    const cells = sheet?.rows[row - 1];
    if (!sheet || !cells) return null;
    const formula = cells.formulas?.[col - 1];
    if (formula && formula.epoch !== formula.group.epoch) this.compute(sheet, formula, row, col);
    return cells.values[col - 1] ?? null;
  }

  hasFormula(sheetId: number, row: number, col: number): boolean {
    return this.workbook.sheetById(sheetId)?.rows[row - 1]?.formulas?.[col - 1] !== undefined;
  }

  extent(sheetId: number): { rows: number; cols: number; maxRows: number; maxCols: number } | null {
    const sheet = this.workbook.sheetById(sheetId);
    if (!sheet) return null;
    return { rows: sheet.rows.length, cols: sheet.maxCols, maxRows: sheet.maxRows, maxCols: sheet.maxCols };
  }

  private compute(sheet: SheetModel, cell: FormulaCell, row: number, col: number): void {
    const cells = sheet.row(row);
    if (this.computing.has(cell)) {
      cells.values[col - 1] = CIRCULAR;
      return;
    }
    this.computing.add(cell);
    try {
      const value = this.evaluateAt(sheet, cell.group.pattern, row, col);
      sheet.setValueSlot(cells, col, value);
      cell.epoch = cell.group.epoch;
    } finally {
      this.computing.delete(cell);
    }
  }

  /** Makes TODAY() and NOW() those of the host's clock. */
  followClock(): void {
    const time = this.workbook.clock.now();
    if (time === this.clockSeen) return;
    this.clockSeen = time;
    this.now = epochToSerial(time, this.workbook.timeZone);
    const today = Math.floor(this.now);
    const dayChanged = today !== this.today;
    this.today = today;
    for (const sheet of this.workbook.sheets) {
      for (const group of sheet.groups.values()) {
        const { volatile } = group.pattern;
        if (volatile === 'no' || (volatile === 'day' && !dayChanged)) continue;
        group.epoch++;
        for (const col of group.columns)
          this.touched(sheet, { row: 1, col, rows: Math.max(sheet.rows.length, 1), cols: 1 });
      }
    }
  }

  /** To be called when the time zone changes. */
  forgetClock(): void {
    this.clockSeen = Number.NaN;
    this.today = 0;
    this.invalidate();
  }
}
