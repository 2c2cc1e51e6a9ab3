import { type Box, boxOf, boxToA1 } from '../../src/domain/values/a1';
import type { Drive, DriveFile } from '../services/storage/drive';
import { type Entered, enter, readScriptValue } from '../workbook/cells/entry';
import { CellError, type Scalar } from '../workbook/cells/value';
import { COPY_ALL, copyCells } from '../workbook/grid/copyCells';
import { moveCells } from '../workbook/grid/moveCells';
import type { SheetModel } from '../workbook/grid/sheet';
import { sortRows } from '../workbook/grid/sort';
import * as structure from '../workbook/grid/structure';
import { entrySatisfies, refusalText } from '../workbook/rules/checkEntry';
import { mayEditBox } from '../workbook/rules/protection';

/**
 * An edit as Apps Script's onEdit is told (https://developers.google.com/apps-script/guides/triggers/events#edit).
 * `value` and `oldValue` exist for single cells only and not for blanks; dates are serials (unconfirmed).
 */
export interface EditEvent {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly a1: string;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly value?: string | number | boolean;
  readonly oldValue?: string | number | boolean;
  /** '' for somebody who is not signed in. */
  readonly user: string;
}

export type Refusal = 'no access' | 'protected' | 'validation' | 'not found' | 'bad range';

export type PersonResult =
  | { readonly ok: true; readonly event: EditEvent | null; readonly warning?: string }
  | { readonly ok: false; readonly reason: Refusal; readonly message: string };

export interface Place {
  readonly spreadsheetId: string;
  readonly sheetId: number;
}

export interface PasteOptions {
  /** Brings the look of a plain cell along, as a paste from another program without formats does not. */
  readonly formats?: 'keep' | 'clear';
  /** What becomes of the cells' validation. That a paste replaces it is commonly said (unconfirmed). */
  readonly validation?: 'keep' | 'clear' | 'refuse';
}

const refuse = (reason: Refusal, message: string): PersonResult => ({ ok: false, reason, message });
const PROTECTED = refuse(
  'protected',
  "You're trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
);
const DONE: PersonResult = { ok: true, event: null };

/** A person at the grid: does what the menus and the keyboard of Sheets do, with that person's rights. */
export class Person {
  /** `onEdited` gets what Sheets would tell onEdit, after the change. */
  constructor(
    private readonly drive: Drive,
    readonly email: string,
    private readonly onEdited: (event: EditEvent) => void = () => {},
  ) {}

  /** Enters text as typed; '' clears the cell. */
  type(place: Place, cell: string, text: string): PersonResult {
    return this.inBox(place, cell, (file, sheet, box) => {
      const { row, col } = box;
      const format = sheet.style(row, col).numberFormat;
      const entered = readScriptValue(text, format, sheet.workbook.typing);
      const rule = sheet.rows[row - 1]?.validations?.[col - 1];
      const invalid = rule !== undefined && !entrySatisfies(rule, sheet, row, col, entered);
      if (invalid && !rule.allowInvalid) return refuse('validation', refusalText(rule, row, col));
      const old = this.valueOf(sheet, row, col);
      enter(sheet, sheet.row(row), row, col, entered);
      sheet.workbook.engine.touched(sheet, { ...box, rows: 1, cols: 1 });
      const result = this.edited(file, sheet, { row, col, rows: 1, cols: 1 }, old);
      return invalid && result.ok
        ? { ...result, warning: rule.helpText ?? 'Invalid: input does not match the rule' }
        : result;
    });
  }

  clear(place: Place, range: string): PersonResult {
    return this.inBox(place, range, (file, sheet, box) => {
      const old = this.valueOf(sheet, box.row, box.col);
      sheet.eachRow(box, (cells) => {
        for (let col = box.col; col < box.col + box.cols; col++) sheet.setScalar(cells, col, null);
      });
      sheet.workbook.engine.touched(sheet, box);
      return this.edited(file, sheet, box, old);
    });
  }

  /** Pastes text from outside: each cell is read as typed; the grid grows. */
  paste(
    place: Place,
    cell: string,
    block: readonly (readonly unknown[])[],
    options: PasteOptions = {},
  ): PersonResult {
    const rows = block.length;
    const cols = Math.max(...block.map((line) => line.length));
    return this.inBox(place, cell, (file, sheet, at) => {
      const box = { row: at.row, col: at.col, rows, cols };
      if (!this.may(file, sheet, box)) return PROTECTED;
      const old = this.valueOf(sheet, box.row, box.col);
      const entries: { row: number; col: number; entered: Entered }[] = [];
      for (const [r, line] of block.entries()) {
        for (const [c, value] of line.entries()) {
          const [row, col] = [box.row + r, box.col + c];
          const entered = readScriptValue(value, sheet.style(row, col).numberFormat, sheet.workbook.typing);
          const rule = sheet.rows[row - 1]?.validations?.[col - 1];
          if (
            options.validation === 'refuse' &&
            rule &&
            !rule.allowInvalid &&
            !entrySatisfies(rule, sheet, row, col, entered)
          ) {
            return refuse('validation', refusalText(rule, row, col));
          }
          entries.push({ row, col, entered });
        }
      }
      structure.ensureGrid(sheet, box.row + rows - 1, box.col + cols - 1);
      for (const { row, col, entered } of entries) {
        const cells = sheet.row(row);
        if (options.formats === 'clear' && cells.styles) cells.styles[col - 1] = undefined;
        if (options.validation === 'clear' && cells.validations) cells.validations[col - 1] = undefined;
        enter(sheet, cells, row, col, entered);
      }
      sheet.workbook.engine.touched(sheet, box);
      return this.edited(file, sheet, box, old);
    });
  }

  /** Copies cells within the sheet: values, formulas, looks, validation and notes. */
  copyPaste(place: Place, from: string, to: string): PersonResult {
    return this.inBox(place, to, (file, sheet, at) => {
      const source = boxIn(sheet, from);
      if (!source) return refuse('bad range', from);
      const box = { ...at, rows: Math.max(at.rows, source.rows), cols: Math.max(at.cols, source.cols) };
      if (!this.may(file, sheet, box)) return PROTECTED;
      const old = this.valueOf(sheet, box.row, box.col);
      structure.ensureGrid(sheet, box.row + box.rows - 1, box.col + box.cols - 1);
      copyCells(sheet, source, sheet, box, COPY_ALL);
      return this.edited(file, sheet, box, old);
    });
  }

  /** Cuts and pastes: the cells move with all they have. onEdit ignores moves (see docs on editor triggers). */
  cutPaste(place: Place, from: string, to: string): PersonResult {
    return this.inBox(place, to, (file, sheet, at) => {
      const source = boxIn(sheet, from);
      if (!source) return refuse('bad range', from);
      const box = { ...source, row: at.row, col: at.col };
      if (!this.may(file, sheet, box) || !this.may(file, sheet, source)) return PROTECTED;
      structure.ensureGrid(sheet, box.row + box.rows - 1, box.col + box.cols - 1);
      moveCells(sheet, source, box);
      return DONE;
    });
  }

  /** Ctrl+D: the top row of the range goes into the rows below it. */
  fillDown(place: Place, range: string): PersonResult {
    return this.inBox(place, range, (file, sheet, box) => {
      if (box.rows < 2) return DONE;
      const target = { ...box, row: box.row + 1, rows: box.rows - 1 };
      const old = this.valueOf(sheet, target.row, target.col);
      copyCells(sheet, { ...box, rows: 1 }, sheet, target, { ...COPY_ALL, notes: false });
      return this.edited(file, sheet, target, old);
    });
  }

  insertRows(place: Place, before: number, count = 1): PersonResult {
    return this.lines(place, 'row', before, 1, (sheet) => structure.insertRows(sheet, before, count, true));
  }
  deleteRows(place: Place, first: number, count = 1): PersonResult {
    return this.lines(place, 'row', first, count, (sheet) => structure.deleteRows(sheet, first, count));
  }
  insertColumns(place: Place, before: number, count = 1): PersonResult {
    return this.lines(place, 'col', before, 1, (sheet) =>
      structure.insertColumns(sheet, before, count, true),
    );
  }
  deleteColumns(place: Place, first: number, count = 1): PersonResult {
    return this.lines(place, 'col', first, count, (sheet) => structure.deleteColumns(sheet, first, count));
  }
  /** Drags columns to stand before column `to`. */
  moveColumns(place: Place, first: number, count: number, to: number): PersonResult {
    return this.lines(place, 'col', first, count, (sheet) => structure.moveColumns(sheet, first, count, to));
  }

  /** Sorts the rows of a range by one of the sheet's columns; cells outside the range, hidden ones too, stay. */
  sort(place: Place, range: string, column: number, ascending = true): PersonResult {
    return this.inBox(place, range, (_file, sheet, box) => {
      sortRows(sheet, box, [{ column, ascending }]);
      return DONE;
    });
  }

  recolour(place: Place, range: string, background: string): PersonResult {
    return this.inBox(place, range, (_file, sheet, box) => {
      for (let row = box.row; row < box.row + box.rows; row++) {
        const cells = sheet.row(row);
        for (let col = box.col; col < box.col + box.cols; col++) sheet.setStyle(cells, col, { background });
      }
      return DONE;
    });
  }

  renameSheet(place: Place, name: string): PersonResult {
    return this.withSheet(place, (file, sheet) => {
      if (!this.mayStructure(file, sheet)) return PROTECTED;
      const other = sheet.workbook.idOf(name);
      if (name === '' || name.length > 100 || (other !== null && other !== sheet.id)) {
        return refuse(
          'bad range',
          `A sheet with the name "${name}" already exists. Please enter another name.`,
        );
      }
      sheet.name = name;
      return DONE;
    });
  }
  deleteSheet(place: Place): PersonResult {
    return this.withSheet(place, (file, sheet) => {
      if (!this.may(file, sheet, sheet.grid)) return PROTECTED;
      if (sheet.workbook.sheets.length === 1)
        return refuse('bad range', "You can't remove all the sheets in a document.");
      sheet.workbook.removeSheet(sheet);
      return DONE;
    });
  }

  private may(file: DriveFile, sheet: SheetModel, box: Box): boolean {
    return mayEditBox(sheet, box, this.email, file);
  }
  private mayStructure(file: DriveFile, sheet: SheetModel): boolean {
    return sheet.protections.every((one) => one.type !== 'SHEET') || this.may(file, sheet, sheet.grid);
  }
  private withSheet(place: Place, act: (file: DriveFile, sheet: SheetModel) => PersonResult): PersonResult {
    const file = this.drive.get(place.spreadsheetId);
    const sheet = file?.workbook.sheetById(place.sheetId);
    if (!file || !sheet) return refuse('not found', 'The file or the sheet does not exist (any more).');
    if (!file.canEdit(this.email)) return refuse('no access', 'You can only view this document.');
    return act(file, sheet);
  }
  private inBox(
    place: Place,
    range: string,
    act: (file: DriveFile, sheet: SheetModel, box: Box) => PersonResult,
  ): PersonResult {
    return this.withSheet(place, (file, sheet) => {
      const box = boxIn(sheet, range);
      if (!box) return refuse('bad range', range);
      return this.may(file, sheet, box) ? act(file, sheet, box) : PROTECTED;
    });
  }
  private lines(
    place: Place,
    axis: structure.Axis,
    first: number,
    count: number,
    act: (sheet: SheetModel) => void,
  ): PersonResult {
    return this.withSheet(place, (file, sheet) => {
      const max = axis === 'row' ? sheet.maxRows : sheet.maxColumns;
      const box =
        axis === 'row'
          ? { ...sheet.grid, row: first, rows: count }
          : { ...sheet.grid, col: first, cols: count };
      if (first <= max && !this.may(file, sheet, box)) return PROTECTED;
      if (!this.mayStructure(file, sheet)) return PROTECTED;
      act(sheet);
      return DONE;
    });
  }
  private valueOf(sheet: SheetModel, row: number, col: number): Scalar {
    sheet.workbook.engine.refresh(sheet, { row, col, rows: 1, cols: 1 });
    return sheet.value(row, col);
  }
  private edited(file: DriveFile, sheet: SheetModel, box: Box, old: Scalar): PersonResult {
    const single = box.rows === 1 && box.cols === 1;
    const value = single ? plain(this.valueOf(sheet, box.row, box.col)) : undefined;
    const oldValue = single ? plain(old) : undefined;
    const event: EditEvent = {
      spreadsheetId: file.workbook.id,
      sheetId: sheet.id,
      a1: boxToA1(box),
      ...box,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
      user: this.email,
    };
    this.onEdited(event);
    return { ok: true, event };
  }
}

function plain(value: Scalar): string | number | boolean | undefined {
  if (value === null || value === '') return undefined;
  return value instanceof CellError ? value.code : value;
}

const boxIn = (sheet: SheetModel, range: string): Box | null =>
  boxOf(range, { rows: sheet.maxRows, columns: sheet.maxColumns });
