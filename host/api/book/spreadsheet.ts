import { splitSheet } from '../../../src/domain/values/a1';
import { ScriptError } from '../../runtime/ports';
import type { DriveFile } from '../../services/storage/drive';
import type { SheetModel } from '../../workbook/grid/sheet';
import { NEW_COLUMNS, NEW_ROWS } from '../../workbook/grid/sheet';
import { MAX_CELLS } from '../../workbook/grid/workbook';
import type { Context, Mirror } from '../context';
import { RangeGeometry } from '../range/geometry';
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  metadataOf,
} from '../rules/developerMetadata';
import { Protection } from '../rules/protection';
import { Selection } from './selection';
import { checkSheetName, type Sheet } from './sheet';
import { boxFromA1, SheetGrid, tooManyCells } from './sheetGrid';
import { emailOf, User } from './user';

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
export class Spreadsheet
  implements
    Mirror<
      GoogleSpreadsheet,
      | 'getId'
      | 'getUrl'
      | 'getName'
      | 'rename'
      | 'getSheets'
      | 'getNumSheets'
      | 'getSheetByName'
      | 'getSheetById'
      | 'insertSheet'
      | 'deleteSheet'
      | 'setActiveSheet'
      | 'moveActiveSheet'
      | 'getActiveSheet'
      | 'getActiveRange'
      | 'getActiveCell'
      | 'getCurrentCell'
      | 'getSelection'
      | 'setActiveRange'
      | 'setActiveSelection'
      | 'getSpreadsheetLocale'
      | 'setSpreadsheetLocale'
      | 'getSpreadsheetTimeZone'
      | 'setSpreadsheetTimeZone'
      | 'getRange'
      | 'toast'
      | 'getEditors'
      | 'getViewers'
      | 'getOwner'
      | 'addEditor'
      | 'addEditors'
      | 'removeEditor'
      | 'addViewer'
      | 'addViewers'
      | 'removeViewer'
      | 'addDeveloperMetadata'
      | 'getDeveloperMetadata'
      | 'createDeveloperMetadataFinder'
      | 'getProtections'
      | 'copy'
    >
{
  constructor(
    readonly context: Context,
    readonly file: DriveFile,
  ) {}
  private get workbook() {
    return this.file.workbook;
  }
  getId(): string {
    return this.workbook.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.workbook.id}/edit`;
  }
  getName(): string {
    return this.workbook.name;
  }
  rename(newName: string): void {
    this.context.requireEditor(this.workbook);
    this.workbook.name = newName;
  }
  getSheets(): Sheet[] {
    this.context.file(this.workbook);
    return this.workbook.sheets.map((sheet) => this.context.sheet(sheet));
  }
  getNumSheets(): number {
    return this.workbook.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    this.context.file(this.workbook);
    const sheet = this.workbook.sheetByName(name);
    return sheet && this.context.sheet(sheet);
  }
  getSheetById(id: number): Sheet | null {
    this.context.file(this.workbook);
    const sheet = this.workbook.sheetById(id);
    return sheet && this.context.sheet(sheet);
  }

  /** `(sheetName?, sheetIndex?, {template}?)`; the new sheet becomes the active one. The index counts from 0. */
  insertSheet(...args: readonly unknown[]): Sheet {
    const { workbook } = this;
    this.context.requireEditor(workbook);
    const name = args.find((arg) => typeof arg === 'string') ?? this.freeName();
    const active = workbook.sheets.indexOf(workbook.activeSheet()) + 1;
    const index = args.find((arg) => typeof arg === 'number') ?? active;
    const options = args.find((arg) => typeof arg === 'object' && arg !== null) as
      | { template?: unknown }
      | undefined;
    checkSheetName(workbook, name, null);
    const template = options?.template instanceof SheetGrid ? options.template.model : null;
    const cells = template ? template.maxRows * template.maxColumns : NEW_ROWS * NEW_COLUMNS;
    if (workbook.cellCount + cells > MAX_CELLS) throw tooManyCells();
    const sheet = template ? workbook.addCopy(template, name, index) : workbook.addSheet(name, index);
    workbook.active = sheet;
    return this.context.sheet(sheet);
  }
  deleteSheet(sheet: unknown): void {
    const model = this.own(sheet);
    this.context.requireSheet(model);
    this.context.requireEdit(model, model.grid);
    if (this.workbook.sheets.length === 1)
      throw new ScriptError("You can't remove all the sheets in a document.");
    this.workbook.removeSheet(model);
  }
  setActiveSheet(sheet: unknown, _restoreSelection?: boolean): Sheet {
    const model = this.own(sheet);
    this.workbook.active = model;
    return this.context.sheet(model);
  }
  /** The position counts from 1. */
  moveActiveSheet(pos: number): void {
    this.context.requireEditor(this.workbook);
    const sheet = this.workbook.activeSheet();
    if (pos < 1 || pos > this.workbook.sheets.length) throw new ScriptError('Invalid argument: pos');
    const rest = this.workbook.sheets.filter((other) => other !== sheet);
    rest.splice(pos - 1, 0, sheet);
    this.workbook.sheets = rest;
  }
  getActiveSheet(): Sheet {
    return this.context.sheet(this.workbook.activeSheet());
  }
  getActiveRange() {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell() {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell() {
    return this.getActiveCell();
  }
  getSelection(): Selection {
    return new Selection(this.context, this.workbook.activeSheet());
  }
  setActiveRange(range: unknown) {
    return this.setActiveSelection(range);
  }
  setActiveSelection(range: unknown) {
    return (
      range instanceof RangeGeometry
        ? this.context.range(range.sheet, range.box)
        : this.getRange(String(range))
    ).activate();
  }

  getSpreadsheetLocale(): string {
    return this.workbook.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.context.requireEditor(this.workbook);
    if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) throw new ScriptError(`Invalid argument: ${locale}`);
    this.workbook.locale = locale;
    this.workbook.engine.invalidate();
  }
  getSpreadsheetTimeZone(): string {
    return this.workbook.timeZone;
  }
  /** Wall-clock times in cells stay; the instants they name move. */
  setSpreadsheetTimeZone(timezone: string): void {
    this.context.requireEditor(this.workbook);
    try {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
    } catch {
      throw new ScriptError(`Invalid argument: ${timezone}`);
    }
    this.workbook.timeZone = timezone;
  }

  /** A1 notation with or without a sheet; without, of the active one. */
  getRange(a1Notation: string) {
    const { sheet: name } = splitSheet(a1Notation);
    const sheet = name === null ? this.workbook.activeSheet() : this.workbook.sheetByName(name);
    if (!sheet) throw new ScriptError('Range not found');
    return this.context.range(sheet, boxFromA1(sheet, a1Notation));
  }
  toast(_msg: string, _title?: string, _timeoutSeconds?: number | null): void {}

  getOwner(): User {
    return new User(this.file.owner);
  }
  getEditors(): User[] {
    return this.file.listEditors().map((email) => new User(email));
  }
  getViewers(): User[] {
    return [...this.file.viewers].map((email) => new User(email));
  }
  addEditor(user: unknown): this {
    return this.addEditors([user]);
  }
  addEditors(users: readonly unknown[]): this {
    this.context.requireEditor(this.workbook);
    for (const user of users) this.file.share(emailOf(user), 'edit');
    return this;
  }
  removeEditor(user: unknown): this {
    this.context.requireEditor(this.workbook);
    this.file.unshare(emailOf(user));
    return this;
  }
  addViewer(user: unknown): this {
    return this.addViewers([user]);
  }
  addViewers(users: readonly unknown[]): this {
    this.context.requireEditor(this.workbook);
    for (const user of users) this.file.share(emailOf(user), 'view');
    return this;
  }
  removeViewer(user: unknown): this {
    this.context.requireEditor(this.workbook);
    this.file.viewers.delete(emailOf(user));
    return this;
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.context, { workbook: this.workbook, sheet: null }, { type: 'SPREADSHEET' }, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, this.workbook, null);
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, () => [
      ...metadataOf(this.context, this.workbook, null),
      ...this.workbook.sheets.flatMap((sheet) => metadataOf(this.context, this.workbook, sheet)),
    ]);
  }
  getProtections(type: unknown): Protection[] {
    return this.workbook.sheets.flatMap((sheet) =>
      sheet.protections
        .filter((one) => one.type === String(type))
        .map((one) => new Protection(this.context, sheet, one)),
    );
  }
  copy(name: string): Spreadsheet {
    this.context.file(this.workbook);
    return this.context.spreadsheet(
      this.context.drive.copy(this.workbook.id, name, this.context.execution.user),
    );
  }

  private own(sheet: unknown): SheetModel {
    const model = sheet instanceof SheetGrid ? sheet.model : null;
    if (!model || !this.workbook.sheets.includes(model)) throw new ScriptError('Sheet not found');
    return model;
  }
  private freeName(): string {
    const word = this.workbook.locale.startsWith('ru') ? 'Лист' : 'Sheet';
    for (let n = this.workbook.sheets.length + 1; ; n++) {
      if (this.workbook.idOf(word + n) === null) return word + n;
    }
  }
}
