/** A tab as tests and reports read it: columns by header, rows as text, what a person sees. */
import { cellName } from '../../src/domain/values/a1';
import type { SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import { effectiveCells, effectiveStyle } from '../workbook/rules/effectiveStyle';

export class SheetView {
  constructor(readonly sheet: SheetModel) {}

  static of(workbook: Workbook, name: string): SheetView {
    const sheet = workbook.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`${workbook.name} has no tab «${name}»`);
    return new SheetView(sheet);
  }

  /** Column number from 1, by header in the first row. */
  column(header: string): number {
    for (let column = 1; column <= this.sheet.maxColumns; column += 1) {
      if (this.sheet.value(1, column) === header) return column;
    }
    throw new Error(`«${this.sheet.name}» has no column «${header}»`);
  }

  /** What is shown in a cell: the text, with its colours after conditional formats. */
  seen(row: number, column: number) {
    return effectiveStyle(this.sheet, row, column);
  }

  text(row: number, column: number): string {
    return effectiveStyle(this.sheet, row, column).text;
  }

  /** Rows from 2 to the last one that holds anything. */
  dataRows(): number[] {
    let last = this.sheet.rows.length;
    const filled = (row: number) => {
      for (let column = 1; column <= this.sheet.maxColumns; column += 1) {
        const value = this.sheet.value(row, column);
        if (value !== null && value !== '') return true;
      }
      return false;
    };
    while (last > 1 && !filled(last)) last -= 1;
    return Array.from({ length: last - 1 }, (_, index) => index + 2);
  }

  /** First row from 2 whose cells under these headers show these texts; throws when there is none. */
  find(where: Readonly<Record<string, string>>): number {
    const wanted = Object.entries(where).map(([header, text]) => [this.column(header), text] as const);
    const row = this.dataRows().find((each) =>
      wanted.every(([column, text]) => this.text(each, column) === text),
    );
    if (row === undefined) throw new Error(`«${this.sheet.name}» has no row ${JSON.stringify(where)}`);
    return row;
  }

  cell(row: number, header: string): string {
    return cellName(row, this.column(header));
  }

  /** All that is shown, for comparing two states of a tab. */
  texts(): string[][] {
    const rows = 1 + this.dataRows().length;
    const cells = effectiveCells(this.sheet, { row: 1, col: 1, rows, cols: this.sheet.maxColumns });
    return cells.map((row) => row.map((cell) => cell.text));
  }
}
