import { ScriptError } from '../../runtime/ports';
import { type Entered, enter, readScriptValue } from '../../workbook/cells/entry';
import { displayText, GENERAL } from '../../workbook/cells/numberFormat';
import { refusalText, refusingRule } from '../../workbook/rules/checkEntry';
import type { Mirror } from '../context';
import { RangeGeometry } from './geometry';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** What stands in a range: values and formulas. */
export class RangeValues
  extends RangeGeometry
  implements
    Mirror<
      GoogleRange,
      | 'getValue'
      | 'getValues'
      | 'setValue'
      | 'setValues'
      | 'getDisplayValue'
      | 'getDisplayValues'
      | 'isBlank'
      | 'getFormula'
      | 'getFormulas'
      | 'setFormula'
      | 'setFormulas'
      | 'getFormulaR1C1'
      | 'getFormulasR1C1'
      | 'setFormulaR1C1'
      | 'setFormulasR1C1'
    >
{
  getValues(): unknown[][] {
    this.refreshed();
    const { sheet, context } = this;
    const { row, col, rows, cols } = this.box;
    const result = new Array<unknown[]>(rows);
    for (let r = 0; r < rows; r++) {
      const values = sheet.rows[row + r - 1]?.values;
      const line = new Array<unknown>(cols).fill('');
      result[r] = line;
      if (!values) continue;
      const last = Math.min(cols, values.length - col + 1);
      for (let c = 0; c < last; c++) {
        const value = values[col - 1 + c] ?? null;
        if (value !== null) {
          line[c] = typeof value === 'string' ? value : context.scriptValue(sheet, row + r, col + c, value);
        }
      }
    }
    return result;
  }
  getValue(): unknown {
    const { row, col } = this.box;
    this.context.file(this.sheet.workbook);
    this.sheet.workbook.engine.refresh(this.sheet, { row, col, rows: 1, cols: 1 });
    return this.context.scriptValue(this.sheet, row, col, this.sheet.value(row, col));
  }
  setValue(value: unknown): this {
    return this.write(() => value);
  }
  setValues(values: unknown): this {
    const data = this.checkSize(values);
    const { row: top, col: left } = this.box;
    return this.write((row, col) => data[row - top]?.[col - left]);
  }

  getDisplayValue(): string {
    return this.displayAt(this.refreshed().row, this.box.col);
  }
  getDisplayValues(): string[][] {
    this.refreshed();
    return this.grid((row, col) => this.displayAt(row, col));
  }
  isBlank(): boolean {
    this.refreshed();
    return this.grid((row, col) => this.sheet.value(row, col) ?? '').every((line) =>
      line.every((value) => value === ''),
    );
  }

  getFormula(): string {
    return this.formulaAt(this.box.row, this.box.col);
  }
  getFormulas(): string[][] {
    return this.grid((row, col) => this.formulaAt(row, col));
  }
  getFormulaR1C1(): string | null {
    const cell = this.sheet.formula(this.box.row, this.box.col);
    return cell ? this.sheet.workbook.engine.textR1C1(cell) : '';
  }
  getFormulasR1C1(): string[][] {
    const { engine } = this.sheet.workbook;
    return this.grid((row, col) => {
      const cell = this.sheet.formula(row, col);
      return cell ? engine.textR1C1(cell) : '';
    });
  }
  /** Written over several cells, relative references follow each cell, as the first cell's formula filled down would. */
  setFormula(formula: string): this {
    const { row, col } = this.box;
    const text = bare(formula);
    if (text === null) return this.setValue('');
    const pattern = this.sheet.workbook.engine.pattern(text, row, col);
    return this.fill(() => pattern);
  }
  setFormulas(formulas: unknown): this {
    const data = this.checkSize(formulas);
    const { engine } = this.sheet.workbook;
    return this.fill((row, col) => {
      const text = bare(data[row - this.box.row]?.[col - this.box.col]);
      return text === null ? null : engine.pattern(text, row, col);
    });
  }
  setFormulaR1C1(formula: string): this {
    const text = bare(formula);
    if (text === null) return this.setValue('');
    const pattern = this.sheet.workbook.engine.pattern(text, 1, 1, 'R1C1');
    return this.fill(() => pattern);
  }
  setFormulasR1C1(formulas: unknown): this {
    const data = this.checkSize(formulas);
    const { engine } = this.sheet.workbook;
    return this.fill((row, col) => {
      const text = bare(data[row - this.box.row]?.[col - this.box.col]);
      return text === null ? null : engine.pattern(text, 1, 1, 'R1C1');
    });
  }

  private displayAt(row: number, col: number): string {
    const value = this.sheet.value(row, col);
    if (value === null) return '';
    return typeof value === 'string'
      ? value
      : displayText(value, this.sheet.numberFormat(row, col), this.sheet.workbook.locale);
  }
  private formulaAt(row: number, col: number): string {
    const cell = this.sheet.formula(row, col);
    return cell ? this.sheet.workbook.engine.textA1(cell, row, col) : '';
  }

  /** All or nothing: one refused cell refuses the call (that Google writes none of the block is unconfirmed). */
  private write(at: (row: number, col: number) => unknown): this {
    const { row, col, rows, cols } = this.writable();
    const { sheet } = this;
    const { typing } = sheet.workbook;
    const entries: Entered[] = [];
    for (let r = row; r < row + rows; r++) {
      const cells = sheet.rows[r - 1];
      const guarded = cells?.validations;
      for (let c = col; c < col + cols; c++) {
        const format = cells?.styles?.[c - 1]?.numberFormat ?? GENERAL;
        const entered = readScriptValue(at(r, c), format, typing);
        if (guarded?.[c - 1]) {
          const rule = refusingRule(sheet, r, c, entered);
          if (rule) throw new ScriptError(refusalText(rule, r, c));
        }
        entries.push(entered);
      }
    }
    let index = 0;
    for (let r = row; r < row + rows; r++) {
      const cells = sheet.row(r);
      for (let c = col; c < col + cols; c++) {
        const entered = entries[index++];
        if (entered) enter(sheet, cells, r, c, entered);
      }
    }
    this.touched();
    return this;
  }

  private fill(at: (row: number, col: number) => Parameters<typeof this.sheet.setFormula>[2] | null): this {
    const { row, col, rows, cols } = this.writable();
    for (let r = row; r < row + rows; r++) {
      const cells = this.sheet.row(r);
      for (let c = col; c < col + cols; c++) {
        const pattern = at(r, c);
        if (pattern) this.sheet.setFormula(cells, c, pattern);
        else this.sheet.setScalar(cells, c, null);
      }
    }
    this.touched();
    return this;
  }
}

/** The formula without its `=`; null for ''. A text without `=` gets one (unconfirmed). */
function bare(formula: unknown): string | null {
  const text = String(formula ?? '');
  if (text === '') return null;
  return text.startsWith('=') ? text.slice(1) : text;
}
