import type { Mirror } from '../context';
import type { Range } from './range';

type GoogleList = GoogleAppsScript.Spreadsheet.RangeList;

/** Several ranges of one sheet, changed in one call (https://developers.google.com/apps-script/reference/spreadsheet/range-list). */
export class RangeList
  implements
    Mirror<
      GoogleList,
      | 'getRanges'
      | 'activate'
      | 'clear'
      | 'clearContent'
      | 'clearFormat'
      | 'clearNote'
      | 'clearDataValidations'
      | 'setValue'
      | 'setFormula'
      | 'setFormulaR1C1'
      | 'setNumberFormat'
      | 'setBackground'
      | 'setFontColor'
      | 'setFontWeight'
      | 'setFontSize'
      | 'setFontStyle'
      | 'setFontFamily'
      | 'setFontLine'
      | 'setHorizontalAlignment'
      | 'setVerticalAlignment'
      | 'setWrap'
      | 'setWrapStrategy'
      | 'setNote'
      | 'breakApart'
      | 'insertCheckboxes'
    >
{
  constructor(private readonly ranges: readonly Range[]) {}
  getRanges(): Range[] {
    return [...this.ranges];
  }
  activate(): this {
    return this.each((range) => range.activate());
  }
  clear(options?: Parameters<Range['clear']>[0]): this {
    return this.each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.each((range) => range.clearNote());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }
  setNumberFormat(numberFormat: string): this {
    return this.each((range) => range.setNumberFormat(numberFormat));
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setFontWeight(fontWeight: string | null): this {
    return this.each((range) => range.setFontWeight(fontWeight));
  }
  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }
  setFontStyle(fontStyle: string | null): this {
    return this.each((range) => range.setFontStyle(fontStyle));
  }
  setFontFamily(fontFamily: string | null): this {
    return this.each((range) => range.setFontFamily(fontFamily));
  }
  setFontLine(fontLine: string | null): this {
    return this.each((range) => range.setFontLine(fontLine));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.each((range) => range.setWrap(isWrapEnabled));
  }
  setWrapStrategy(strategy: unknown): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }
  breakApart(): this {
    return this.each((range) => range.breakApart());
  }
  insertCheckboxes(...values: unknown[]): this {
    return this.each((range) => range.insertCheckboxes(...values));
  }
  private each(act: (range: Range) => unknown): this {
    for (const range of this.ranges) act(range);
    return this;
  }
}
