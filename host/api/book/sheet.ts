import { ScriptError } from '../../runtime/ports';
import { enter, readScriptValue } from '../../workbook/cells/entry';
import { ensureGrid } from '../../workbook/grid/structure';
import { MAX_CELLS } from '../../workbook/grid/workbook';
import type { Mirror } from '../context';
import { enumValue } from '../enums';
import { cssColor } from '../range/color';
import { RangeGeometry } from '../range/geometry';
import { RangeList } from '../range/rangeList';
import { ConditionalFormatRule, fromConditionalRule, toConditionalRule } from '../rules/conditionalFormat';
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  metadataOf,
} from '../rules/developerMetadata';
import { addProtection, Protection } from '../rules/protection';
import { boxFromA1, SheetGrid, tooManyCells } from './sheetGrid';
import { Spreadsheet } from './spreadsheet';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One sheet (https://developers.google.com/apps-script/reference/spreadsheet/sheet). */
export class Sheet
  extends SheetGrid
  implements
    Mirror<
      GoogleSheet,
      | 'getSheetId'
      | 'getName'
      | 'getSheetName'
      | 'setName'
      | 'getIndex'
      | 'getParent'
      | 'getType'
      | 'getSheetValues'
      | 'appendRow'
      | 'clear'
      | 'clearContents'
      | 'clearFormats'
      | 'clearNotes'
      | 'clearConditionalFormatRules'
      | 'getConditionalFormatRules'
      | 'setConditionalFormatRules'
      | 'protect'
      | 'getProtections'
      | 'hideSheet'
      | 'showSheet'
      | 'isSheetHidden'
      | 'setTabColor'
      | 'getTabColor'
      | 'setHiddenGridlines'
      | 'hasHiddenGridlines'
      | 'activate'
      | 'getActiveRange'
      | 'getActiveCell'
      | 'getCurrentCell'
      | 'setActiveRange'
      | 'setActiveSelection'
      | 'getRangeList'
      | 'getDeveloperMetadata'
      | 'addDeveloperMetadata'
      | 'createDeveloperMetadataFinder'
      | 'copyTo'
      | 'getFilter'
      | 'sort'
    >
{
  getSheetId(): number {
    return this.model.id;
  }
  getName(): string {
    return this.model.name;
  }
  getSheetName(): string {
    return this.model.name;
  }
  setName(name: string): this {
    this.context.requireSheet(this.model);
    checkSheetName(this.model.workbook, name, this.model);
    this.model.name = name;
    return this;
  }
  /** Counts from 1. */
  getIndex(): number {
    return this.model.workbook.sheets.indexOf(this.model) + 1;
  }
  getParent() {
    return this.context.spreadsheet(this.context.file(this.model.workbook));
  }
  getType() {
    return enumValue('SheetType', 'GRID');
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    return this.getRange(startRow, startColumn, numRows, numColumns).getValues();
  }

  /** Below the last row with content, in one call; the grid grows. */
  appendRow(rowContents: readonly unknown[]): this {
    const { model } = this;
    const row = model.lastRow() + 1;
    const box = { row, col: 1, rows: 1, cols: Math.max(rowContents.length, 1) };
    this.context.requireEdit(model, box);
    const growth = Math.max(row - model.maxRows, 0) * model.maxColumns;
    if (model.workbook.cellCount + growth > MAX_CELLS) throw tooManyCells();
    ensureGrid(model, row, box.cols);
    this.context.range(model, box);
    const cells = model.row(row);
    rowContents.forEach((value, index) => {
      const format = model.style(row, index + 1).numberFormat;
      enter(model, cells, row, index + 1, readScriptValue(value, format, model.workbook.typing));
    });
    model.workbook.engine.touched(model, box);
    return this;
  }

  clear(options?: { contentsOnly?: boolean | undefined; formatOnly?: boolean | undefined }): this {
    this.whole().clear(options);
    if (!options?.contentsOnly && !options?.formatOnly) this.model.conditionalRules = [];
    return this;
  }
  clearContents(): this {
    this.whole().clearContent();
    return this;
  }
  clearFormats(): this {
    this.whole().clearFormat();
    return this;
  }
  clearNotes(): this {
    this.whole().clearNote();
    return this;
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    this.context.file(this.model.workbook);
    return this.model.conditionalRules.map((rule) => fromConditionalRule(rule, this.context, this.model));
  }
  setConditionalFormatRules(rules: readonly unknown[]): void {
    this.context.requireSheet(this.model);
    this.model.conditionalRules = rules.map((rule) => {
      if (!(rule instanceof ConditionalFormatRule)) throw new ScriptError('Invalid argument: rules');
      return toConditionalRule(rule, this.model);
    });
  }
  clearConditionalFormatRules(): void {
    this.context.requireSheet(this.model);
    this.model.conditionalRules = [];
  }

  /** A sheet that is protected already gives its protection back (https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect). */
  protect(): Protection {
    this.context.requireEditor(this.model.workbook);
    const existing = this.model.protections.find((one) => one.type === 'SHEET');
    return existing
      ? new Protection(this.context, this.model, existing)
      : addProtection(this.context, this.model, null);
  }
  getProtections(type: unknown): Protection[] {
    this.context.file(this.model.workbook);
    return this.model.protections
      .filter((one) => one.type === String(type))
      .map((one) => new Protection(this.context, this.model, one));
  }

  hideSheet(): this {
    this.context.requireEditor(this.model.workbook);
    if (this.model.workbook.sheets.every((sheet) => sheet === this.model || sheet.hidden)) {
      throw new ScriptError("You can't hide all the sheets in a document.");
    }
    this.model.hidden = true;
    if (this.model.workbook.active === this.model) this.model.workbook.active = null;
    return this;
  }
  showSheet(): this {
    this.context.requireEditor(this.model.workbook);
    this.model.hidden = false;
    return this;
  }
  isSheetHidden(): boolean {
    return this.model.hidden;
  }
  setTabColor(color: string | null): this {
    this.context.requireSheet(this.model);
    this.model.tabColor = color === null ? null : cssColor(color);
    return this;
  }
  getTabColor(): string | null {
    return this.model.tabColor;
  }
  setHiddenGridlines(hideGridlines: boolean): this {
    this.context.requireSheet(this.model);
    this.model.hiddenGridlines = hideGridlines;
    return this;
  }
  hasHiddenGridlines(): boolean {
    return this.model.hiddenGridlines;
  }

  activate(): this {
    this.model.workbook.active = this.model;
    return this;
  }
  getActiveRange() {
    return this.context.range(this.model, this.model.selection);
  }
  getActiveCell() {
    return this.context.range(this.model, { ...this.model.selection, rows: 1, cols: 1 });
  }
  getCurrentCell() {
    return this.getActiveCell();
  }
  setActiveRange(range: unknown) {
    return this.setActiveSelection(range);
  }
  setActiveSelection(range: unknown) {
    const box = range instanceof RangeGeometry ? range.box : boxFromA1(this.model, String(range));
    return this.context.range(this.model, box).activate();
  }
  getRangeList(a1Notations: readonly string[]): RangeList {
    return new RangeList(a1Notations.map((a1) => this.context.range(this.model, boxFromA1(this.model, a1))));
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, this.model.workbook, this.model).filter(
      ({ model }) => model.place.type === 'SHEET',
    );
  }
  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.context, { workbook: this.model.workbook, sheet: this.model }, { type: 'SHEET' }, args);
    return this;
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, () =>
      metadataOf(this.context, this.model.workbook, this.model),
    );
  }

  /** Into another spreadsheet, named "Copy of …" (unconfirmed under other languages). */
  copyTo(spreadsheet: unknown): Sheet {
    if (!(spreadsheet instanceof Spreadsheet)) throw new ScriptError('Invalid argument: spreadsheet');
    const { workbook } = spreadsheet.file;
    this.context.requireEditor(workbook);
    let name = `Copy of ${this.model.name}`;
    for (let n = 2; workbook.sheetByName(name); n++) name = `Copy of ${this.model.name} ${n}`;
    return this.context.sheet(workbook.addCopy(this.model, name, workbook.sheets.length));
  }
  /** The host has no filters. */
  getFilter(): null {
    return null;
  }
  /** Sorts the rows below the frozen ones. */
  sort(columnPosition: number, ascending = true): this {
    const first = this.model.frozenRows + 1;
    const rows = this.model.lastRow() - first + 1;
    if (rows > 0)
      this.getRange(first, 1, rows, this.model.maxColumns).sort({ column: columnPosition, ascending });
    return this;
  }
  private whole() {
    return this.context.range(this.model, this.model.grid);
  }
}

/** Throws Google's texts for names that a sheet cannot have. */
export function checkSheetName(
  workbook: Sheet['model']['workbook'],
  name: string,
  self: Sheet['model'] | null,
): void {
  if (typeof name !== 'string' || name === '') throw new ScriptError('The sheet name cannot be empty.');
  if (name.length > 100) throw new ScriptError('The sheet name cannot be longer than 100 characters.');
  const other = workbook.idOf(name);
  if (other !== null && other !== self?.id) {
    throw new ScriptError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}
