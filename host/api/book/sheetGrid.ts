import { type Box, parseA1 } from '../../../src/domain/values/a1';
import { ScriptError } from '../../runtime/ports';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type SheetModel } from '../../workbook/grid/sheet';
import * as structure from '../../workbook/grid/structure';
import { MAX_CELLS } from '../../workbook/grid/workbook';
import { type Context, type Mirror, requireInteger } from '../context';
import { checkInside, RangeGeometry } from '../range/geometry';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows and columns of a sheet: how many, how big, which are shown, making and removing them. */
export class SheetGrid
  implements
    Mirror<
      GoogleSheet,
      | 'getMaxRows'
      | 'getMaxColumns'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getRange'
      | 'getDataRange'
      | 'insertRows'
      | 'insertRowsAfter'
      | 'insertRowsBefore'
      | 'insertRowAfter'
      | 'insertRowBefore'
      | 'insertColumns'
      | 'insertColumnsAfter'
      | 'insertColumnsBefore'
      | 'insertColumnAfter'
      | 'insertColumnBefore'
      | 'deleteRow'
      | 'deleteRows'
      | 'deleteColumn'
      | 'deleteColumns'
      | 'moveColumns'
      | 'hideColumns'
      | 'showColumns'
      | 'hideColumn'
      | 'unhideColumn'
      | 'hideRows'
      | 'showRows'
      | 'isColumnHiddenByUser'
      | 'isRowHiddenByUser'
      | 'isRowHiddenByFilter'
      | 'setColumnWidth'
      | 'setColumnWidths'
      | 'getColumnWidth'
      | 'setRowHeight'
      | 'setRowHeights'
      | 'getRowHeight'
      | 'setFrozenRows'
      | 'setFrozenColumns'
      | 'getFrozenRows'
      | 'getFrozenColumns'
    >
{
  constructor(
    readonly context: Context,
    readonly model: SheetModel,
  ) {}

  getMaxRows(): number {
    return this.model.maxRows;
  }
  getMaxColumns(): number {
    return this.model.maxColumns;
  }
  getLastRow(): number {
    this.context.file(this.model.workbook);
    return this.model.lastRow();
  }
  getLastColumn(): number {
    this.context.file(this.model.workbook);
    return this.model.lastColumn();
  }

  getRange(a1Notation: string): ReturnType<Context['range']>;
  getRange(row: number, column: number, numRows?: number, numColumns?: number): ReturnType<Context['range']>;
  getRange(first: unknown, column?: unknown, numRows: unknown = 1, numColumns: unknown = 1) {
    if (typeof first === 'string' && column === undefined)
      return this.context.range(this.model, boxFromA1(this.model, first));
    const method = 'SpreadsheetApp.Sheet.getRange';
    const box = {
      row: requireInteger(first, method),
      col: requireInteger(column, method),
      rows: requireInteger(numRows, method),
      cols: requireInteger(numColumns, method),
    };
    checkInside(this.model, box);
    return this.context.range(this.model, box);
  }
  /** A1 at least, even on an empty sheet. */
  getDataRange() {
    const rows = Math.max(this.getLastRow(), 1);
    return this.context.range(this.model, {
      row: 1,
      col: 1,
      rows,
      cols: Math.max(this.model.lastColumn(), 1),
    });
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.insert('row', rowIndex, numRows, true);
  }
  insertRowsBefore(beforePosition: number, howMany: number): this {
    this.insert('row', beforePosition, howMany, true);
    return this;
  }
  insertRowsAfter(afterPosition: number, howMany: number): this {
    this.insert('row', afterPosition + 1, howMany, false);
    return this;
  }
  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }
  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insert('col', columnIndex, numColumns, true);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    this.insert('col', beforePosition, howMany, true);
    return this;
  }
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    this.insert('col', afterPosition + 1, howMany, false);
    return this;
  }
  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }
  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    const box = { row: rowPosition, col: 1, rows: howMany, cols: this.model.maxColumns };
    checkInside(this.model, box);
    this.context.requireEdit(this.model, box);
    if (howMany >= this.model.maxRows) throw new ScriptError("You can't delete all the rows on the sheet.");
    if (
      this.model.frozenRows > 0 &&
      rowPosition <= this.model.frozenRows + 1 &&
      rowPosition + howMany > this.model.maxRows
    ) {
      throw new ScriptError('Sorry, it is not possible to delete all non-frozen rows.');
    }
    structure.deleteRows(this.model, rowPosition, howMany);
  }
  deleteRow(rowPosition: number): this {
    this.deleteRows(rowPosition, 1);
    return this;
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    const box = { row: 1, col: columnPosition, rows: this.model.maxRows, cols: howMany };
    checkInside(this.model, box);
    this.context.requireEdit(this.model, box);
    if (howMany >= this.model.maxColumns)
      throw new ScriptError("You can't delete all the columns on the sheet.");
    structure.deleteColumns(this.model, columnPosition, howMany);
  }
  deleteColumn(columnPosition: number): this {
    this.deleteColumns(columnPosition, 1);
    return this;
  }
  moveColumns(columnSpec: unknown, destinationIndex: number): void {
    if (!(columnSpec instanceof RangeGeometry)) throw new ScriptError('Invalid argument: columnSpec');
    this.context.requireEdit(this.model, { ...columnSpec.box, row: 1, rows: this.model.maxRows });
    structure.moveColumns(this.model, columnSpec.box.col, columnSpec.box.cols, destinationIndex);
  }

  hideColumns(columnIndex: number, numColumns = 1): void {
    this.each(columnIndex, numColumns, (column) => this.model.hiddenColumns.add(column));
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.each(columnIndex, numColumns, (column) => this.model.hiddenColumns.delete(column));
  }
  hideColumn(column: unknown): void {
    if (column instanceof RangeGeometry) this.hideColumns(column.box.col, column.box.cols);
  }
  unhideColumn(column: unknown): void {
    if (column instanceof RangeGeometry) this.showColumns(column.box.col, column.box.cols);
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.each(rowIndex, numRows, (row) => this.model.hiddenRows.add(row));
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.each(rowIndex, numRows, (row) => this.model.hiddenRows.delete(row));
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.model.hiddenColumns.has(columnPosition);
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.model.hiddenRows.has(rowPosition);
  }
  /** The host has no filters. */
  isRowHiddenByFilter(_rowPosition: number): boolean {
    return false;
  }
  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    this.each(startColumn, numColumns, (column) => this.model.columnWidths.set(column, width));
    return this;
  }
  getColumnWidth(columnPosition: number): number {
    return this.model.columnWidths.get(columnPosition) ?? DEFAULT_COLUMN_WIDTH;
  }
  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }
  setRowHeights(startRow: number, numRows: number, height: number): this {
    this.each(startRow, numRows, (row) => this.model.rowHeights.set(row, height));
    return this;
  }
  getRowHeight(rowPosition: number): number {
    return this.model.rowHeights.get(rowPosition) ?? DEFAULT_ROW_HEIGHT;
  }
  setFrozenRows(rows: number): void {
    this.context.requireSheet(this.model);
    if (rows > 0 && rows >= this.model.maxRows)
      throw new ScriptError("You can't freeze all visible rows on the sheet.");
    this.model.frozenRows = rows;
  }
  setFrozenColumns(columns: number): void {
    this.context.requireSheet(this.model);
    if (columns > 0 && columns >= this.model.maxColumns)
      throw new ScriptError("You can't freeze all visible columns on the sheet.");
    this.model.frozenColumns = columns;
  }
  getFrozenRows(): number {
    return this.model.frozenRows;
  }
  getFrozenColumns(): number {
    return this.model.frozenColumns;
  }

  /** Inserting inside a range that is protected from the user is refused; adding at the end is not (unconfirmed). */
  protected insert(axis: 'row' | 'col', at: number, count: number, likeNext: boolean): void {
    const { model } = this;
    const max = axis === 'row' ? model.maxRows : model.maxColumns;
    if (at < 1 || at > max + 1) throw new ScriptError('Those rows are out of bounds.');
    if (count < 1) throw new ScriptError('The number of rows must be at least 1.');
    const added = count * (axis === 'row' ? model.maxColumns : model.maxRows);
    if (model.workbook.cellCount + added > MAX_CELLS) throw tooManyCells();
    if (at > max) this.context.requireSheet(model);
    else
      this.context.requireEdit(
        model,
        axis === 'row' ? { ...model.grid, row: at, rows: 1 } : { ...model.grid, col: at, cols: 1 },
      );
    if (axis === 'row') structure.insertRows(model, at, count, likeNext);
    else structure.insertColumns(model, at, count, likeNext);
  }
  private each(first: number, count: number, visit: (line: number) => void): void {
    this.context.requireSheet(this.model);
    for (let line = first; line < first + count; line++) visit(line);
  }
}

export function tooManyCells(): ScriptError {
  return new ScriptError(
    `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
  );
}

/** Open edges end at the grid's. Throws Google's texts. */
export function boxFromA1(sheet: SheetModel, a1: string): Box {
  const bounds = parseA1(a1);
  if (!bounds) throw new ScriptError('Range not found');
  const row = bounds.row ?? 1;
  const col = bounds.col ?? 1;
  const box = {
    row,
    col,
    rows: (bounds.lastRow ?? sheet.maxRows) - row + 1,
    cols: (bounds.lastCol ?? sheet.maxColumns) - col + 1,
  };
  if (row > sheet.maxRows || col > sheet.maxColumns)
    throw new ScriptError(
      `Range (${a1}) exceeds grid limits. Max rows: ${sheet.maxRows}, max columns: ${sheet.maxColumns}`,
    );
  checkInside(sheet, box);
  return box;
}
