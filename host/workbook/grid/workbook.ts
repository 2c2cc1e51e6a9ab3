import { FormulaEngine } from '../../formulas/engine';
import type { SheetNames } from '../../formulas/pattern';
import type { Clock } from '../../runtime/ports';
import type { TypedContext } from '../cells/typed';
import type { ValidationRule } from '../rules/validation';
import { copySheet } from './copySheet';
import type { Metadata } from './metadata';
import { SheetModel } from './sheet';

/** Sheets refuses more (https://support.google.com/drive/answer/37603). */
export const MAX_CELLS = 10_000_000;

/** A spreadsheet: its sheets in order and what belongs to it as a whole. Sharing is the drive's. */
export class Workbook implements SheetNames {
  sheets: SheetModel[] = [];
  metadata: Metadata[] = [];
  readonly engine: FormulaEngine;
  /** Validation rules that name a range, which moves with rows and columns. */
  readonly rangedRules = new Set<ValidationRule>();
  /** The sheet that a person has open. */
  active: SheetModel | null = null;
  private zone: string;
  private nextSheetId = 1_000_000;
  private nextThingId = 1;

  constructor(
    readonly id: string,
    public name: string,
    readonly clock: Clock,
    public locale = 'en_US',
    timeZone = 'Etc/GMT',
  ) {
    this.zone = timeZone;
    this.engine = new FormulaEngine(this);
  }

  get timeZone(): string {
    return this.zone;
  }
  set timeZone(zone: string) {
    this.zone = zone;
    this.engine.forgetClock();
  }

  get typing(): TypedContext {
    return { locale: this.locale, timeZone: this.timeZone, now: this.clock.now() };
  }

  /** Ids of protections and metadata. */
  newId(): number {
    return this.nextThingId++;
  }
  /** Keeps ids that come from a file apart from new ones. */
  reserveId(id: number): void {
    this.nextThingId = Math.max(this.nextThingId, id + 1);
  }

  /** The next sheets get ids from this one on, the first one too: a file that is imported has none of its own. */
  sheetIdsFrom(id: number): void {
    this.nextSheetId = Math.max(this.nextSheetId, id);
  }

  /**
   * Adds an empty sheet. The first one gets id 0, as in Sheets (unconfirmed); later ids look random there, here
   * they grow and are never used twice. `index` counts from 0.
   */
  addSheet(name: string, index = this.sheets.length, id?: number): SheetModel {
    const chosen = id ?? (this.sheets.length === 0 && this.nextSheetId === 1_000_000 ? 0 : this.nextSheetId);
    this.nextSheetId = Math.max(this.nextSheetId, chosen) + 7919;
    const sheet = new SheetModel(this, chosen, name);
    this.sheets.splice(index, 0, sheet);
    this.engine.invalidate();
    return sheet;
  }

  /** Adds a copy of a sheet of any workbook, without its protections (unconfirmed). */
  addCopy(template: SheetModel, name: string, index: number): SheetModel {
    const sheet = this.addSheet(name, index);
    copySheet(template, sheet);
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    this.sheets = this.sheets.filter((other) => other !== sheet);
    if (this.active === sheet) this.active = null;
    this.engine.invalidate();
  }

  sheetById(id: number): SheetModel | null {
    for (const sheet of this.sheets) if (sheet.id === id) return sheet;
    return null;
  }
  sheetByName(name: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? null;
  }
  idOf(name: string): number | null {
    const lower = name.toLowerCase();
    return (
      (this.sheetByName(name) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === lower))?.id ?? null
    );
  }
  nameOf(id: number): string | null {
    return this.sheetById(id)?.name ?? null;
  }

  get cellCount(): number {
    return this.sheets.reduce((total, sheet) => total + sheet.maxRows * sheet.maxColumns, 0);
  }

  activeSheet(): SheetModel {
    const first = this.active ?? this.sheets.find((sheet) => !sheet.hidden) ?? this.sheets[0];
    if (!first) throw new Error('A workbook has at least one sheet');
    return first;
  }
}
