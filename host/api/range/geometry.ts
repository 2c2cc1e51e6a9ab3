import { type Box, boxToA1, intersects } from '../../../src/domain/values/a1';
import { ScriptError } from '../../runtime/ports';
import type { SheetModel } from '../../workbook/grid/sheet';
import { mayEditBox } from '../../workbook/rules/protection';
import type { Context, Mirror } from '../context';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Where a range is. */
export class RangeGeometry
  implements
    Mirror<
      GoogleRange,
      | 'getA1Notation'
      | 'getRow'
      | 'getColumn'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getRowIndex'
      | 'getNumRows'
      | 'getNumColumns'
      | 'getWidth'
      | 'getHeight'
      | 'getSheet'
      | 'getGridId'
      | 'getCell'
      | 'offset'
      | 'canEdit'
      | 'activate'
    >
{
  constructor(
    readonly context: Context,
    readonly sheet: SheetModel,
    readonly box: Box,
  ) {}

  getA1Notation(): string {
    return boxToA1(this.box);
  }
  getRow(): number {
    return this.box.row;
  }
  getRowIndex(): number {
    return this.box.row;
  }
  getColumn(): number {
    return this.box.col;
  }
  getLastRow(): number {
    return this.box.row + this.box.rows - 1;
  }
  getLastColumn(): number {
    return this.box.col + this.box.cols - 1;
  }
  getNumRows(): number {
    return this.box.rows;
  }
  getHeight(): number {
    return this.box.rows;
  }
  getNumColumns(): number {
    return this.box.cols;
  }
  getWidth(): number {
    return this.box.cols;
  }
  getGridId(): number {
    return this.sheet.id;
  }
  getSheet() {
    return this.context.sheet(this.sheet);
  }
  getCell(row: number, column: number) {
    if (row < 1 || column < 1 || row > this.box.rows || column > this.box.cols) {
      throw new ScriptError('Cell reference out of range');
    }
    return this.context.range(this.sheet, {
      row: this.box.row + row - 1,
      col: this.box.col + column - 1,
      rows: 1,
      cols: 1,
    });
  }
  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number) {
    const box = {
      row: this.box.row + rowOffset,
      col: this.box.col + columnOffset,
      rows: numRows ?? this.box.rows,
      cols: numColumns ?? this.box.cols,
    };
    checkInside(this.sheet, box);
    return this.context.range(this.sheet, box);
  }
  canEdit(): boolean {
    const file = this.context.file(this.sheet.workbook);
    return mayEditBox(this.sheet, this.box, this.context.execution.user, file);
  }
  activate(): this {
    this.sheet.workbook.active = this.sheet;
    this.sheet.selection = this.box;
    return this;
  }

  /** The part of the range that holds rows at all, with the formulas in it up to date. */
  protected refreshed(): Box {
    this.context.file(this.sheet.workbook);
    this.sheet.workbook.engine.refresh(this.sheet, this.box);
    return this.box;
  }
  /** Checks the right to change the whole range. */
  protected writable(): Box {
    checkInside(this.sheet, this.box);
    this.context.requireEdit(this.sheet, this.box);
    return this.box;
  }
  protected touched(): void {
    this.sheet.workbook.engine.touched(this.sheet, this.box);
  }
  /** One value per cell of the range. */
  protected grid<T>(at: (row: number, col: number) => T): T[][] {
    const { row, col, rows, cols } = this.box;
    const result = new Array<T[]>(rows);
    for (let r = 0; r < rows; r++) {
      const line = new Array<T>(cols);
      for (let c = 0; c < cols; c++) line[c] = at(row + r, col + c);
      result[r] = line;
    }
    return result;
  }
  /** Checks a block of data against the range's size, with Google's texts. */
  protected checkSize(data: unknown): readonly (readonly unknown[])[] {
    if (!Array.isArray(data) || data.length === 0 || !data.every((line) => Array.isArray(line))) {
      throw new ScriptError(
        "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
      );
    }
    const { rows, cols } = this.box;
    if (data.length !== rows) {
      throw new ScriptError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rows}.`,
      );
    }
    for (const line of data as unknown[][]) {
      if (line.length !== cols) {
        throw new ScriptError(
          `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${cols}.`,
        );
      }
    }
    return data;
  }
  protected overlaps(box: Box): boolean {
    return intersects(this.box, box);
  }
}

/** Throws Google's text for coordinates outside the sheet. */
export function checkInside(sheet: SheetModel, box: Box): void {
  if (box.rows < 1) throw new ScriptError('The number of rows in the range must be at least 1.');
  if (box.cols < 1) throw new ScriptError('The number of columns in the range must be at least 1.');
  if (box.row < 1) throw new ScriptError('The starting row of the range is too small.');
  if (box.col < 1) throw new ScriptError('The starting column of the range is too small.');
  if (box.row + box.rows - 1 > sheet.maxRows || box.col + box.cols - 1 > sheet.maxColumns) {
    throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
  }
}
