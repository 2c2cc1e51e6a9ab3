/** The control book: settings, addresses, journal. Private to the office that runs the programme. */

import { type CivilDate, toSerial } from '../../domain/dates/civil';
import { bookIdIn } from '../../domain/settings/readSettings';
import type { Grid } from '../../domain/values/cell';
import { sameKey } from '../../domain/values/text';
import { BOOK_HELP, BOOK_PREFIX, SETTING_WORDS } from '../../messages/jobs/settings';
import { NO, YES } from '../../messages/words/words';
import { CONTROL_VERSION } from '../../tabs/migrations';
import { controlSchemas } from '../../tabs/schemas';
import { addressesSchema, settingsSchema } from '../../tabs/schemas/control';
import { type CellsByColumn, placeRow } from '../../tabs/schemas/programmeRows';
import type { Rights } from '../pages/protect';
import type { Calendar, Moment } from './calendar';
import { outValue, readGrid } from './cells';
import { appendRows } from './programmeTabs';
import { columnsOf, completeTable, knownSheet, sheetsByMetadata, type TabMemory } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const JOURNAL_ROWS = 2000;
const JOURNAL_COLUMNS = 6;
const MINUTES_A_DAY = 1440;

export interface JournalEntry {
  readonly moment: Moment;
  readonly job: string;
  readonly book: string;
  readonly result: string;
  readonly seconds: number;
  readonly details: string;
}

export interface CompletedControl {
  readonly created: number;
  /** Headers of deleted columns that were put back. */
  readonly restored: readonly string[];
}

export class ControlBook {
  constructor(
    readonly file: Spreadsheet,
    readonly memory: TabMemory & { version: number },
  ) {}

  sheet(tab: 'settings' | 'addresses' | 'journal' | 'overall'): Sheet | null {
    return knownSheet(this.file, this.memory, tab);
  }

  grid(tab: 'settings' | 'addresses', calendar: Calendar): Grid | null {
    const sheet = this.sheet(tab);
    return sheet === null ? null : readGrid(sheet, calendar);
  }

  isSetUp(): boolean {
    return this.memory.tabs.settings !== undefined;
  }

  /** Looks for «Настройки» in a book of which nothing is remembered. */
  recall(): void {
    const sheet = sheetsByMetadata(this.file).get('settings');
    if (sheet) this.memory.tabs.settings = sheet.getSheetId();
  }

  /**
   * Creates or completes the tabs; rows of settings that are missing are added below, values are kept. `books`:
   * ids of the reporting books, to be written again when «Настройки» was deleted.
   */
  complete(rights: Rights | null, books: readonly string[]): CompletedControl {
    let created = 0;
    const restored: string[] = [];
    let marked: Map<string, Sheet> | null = null;
    controlSchemas.forEach((schema, index) => {
      const marks = () => {
        marked ??= sheetsByMetadata(this.file);
        return marked;
      };
      const restoring = { version: this.memory.version, before: () => {} };
      const result = completeTable(this.file, this.memory, schema, index, rights, null, marks, restoring);
      if (result.created) created += 1;
      restored.push(...result.restored);
    });
    this.memory.version = CONTROL_VERSION;
    this.completeSettings();
    for (const id of books) if (!this.namesBook(id)) this.addBook(id);
    return { created, restored };
  }

  /** Whether «Настройки» names this reporting book. */
  private namesBook(id: string): boolean {
    const { sheet, at } = this.settings();
    const column = at.get('value');
    if (sheet === null || column === undefined) return true;
    const cells = sheet.getRange(1, column + 1, Math.max(1, sheet.getLastRow()), 1).getValues();
    return cells.some(([cell]) => bookIdIn(String(cell)) === id);
  }

  private settings(): { sheet: Sheet | null; at: ReadonlyMap<string, number> } {
    const sheet = this.sheet('settings');
    return { sheet, at: sheet === null ? new Map() : columnsOf(sheet, settingsSchema, this.memory) };
  }

  private completeSettings(): void {
    const { sheet, at } = this.settings();
    if (sheet === null) return;
    const name = at.get('name') ?? 0;
    const rows = Math.max(1, sheet.getLastRow());
    const present = new Set(
      sheet
        .getRange(1, name + 1, rows, 1)
        .getValues()
        .map((row) => sameKey(String(row[0]))),
    );
    const missing = Object.values(SETTING_WORDS).filter((words) => !present.has(sameKey(words.name)));
    missing.forEach((words, index) => {
      const row = rows + 1 + index;
      sheet.getRange(row, name + 1).setValue(words.name);
      sheet.getRange(row, (at.get('help') ?? 2) + 1).setValue(words.help);
    });
  }

  /** Adds a reporting book's row to «Настройки». */
  addBook(url: string): void {
    const { sheet, at } = this.settings();
    if (sheet === null) return;
    sheet.appendRow(placeRow({ name: BOOK_PREFIX, value: url, help: BOOK_HELP }, at).map(outValue));
  }

  /** Sets a value that is still blank. */
  fillSetting(label: string, value: string): void {
    this.setValue(label, value, (present) => present === '');
  }

  /** Sets a value whatever stands there: on a person's press of a button only. */
  writeSetting(label: string, value: string): void {
    this.setValue(label, value, () => true);
  }

  private setValue(label: string, value: string, mayReplace: (present: unknown) => boolean): void {
    const { sheet, at } = this.settings();
    if (sheet === null) return;
    const rows = sheet.getDataRange().getValues();
    const row = rows.findIndex((cells) => sameKey(String(cells[at.get('name') ?? 0])) === sameKey(label));
    const column = at.get('value') ?? 1;
    if (row > 0 && mayReplace(rows[row]?.[column])) sheet.getRange(row + 1, column + 1).setValue(value);
  }

  /** Says in the row of a reporting book whether the rows of other organisations are closed there. */
  writeClosed(id: string, on: boolean): void {
    const { sheet, at } = this.settings();
    const [value, closed] = [at.get('value'), at.get('closed')];
    if (sheet === null || value === undefined || closed === undefined) return;
    sheet
      .getDataRange()
      .getValues()
      .forEach((cells, index) => {
        const isBook = sameKey(String(cells[at.get('name') ?? 0])).startsWith(sameKey(BOOK_PREFIX));
        if (isBook && bookIdIn(String(cells[value])) === id)
          sheet.getRange(index + 1, closed + 1).setValue(on ? YES : NO);
      });
  }

  /** Writes one column of a tab from row `first` (from 1) on: what Svodka says of these rows. */
  writeNotes(tab: 'settings' | 'addresses', column: number, first: number, notes: readonly string[]): void {
    const range = this.sheet(tab)?.getRange(first, column + 1, notes.length, 1);
    range?.setValues(notes.map((note) => [note]));
  }

  /** Adds rows below those of «Адреса». */
  addAddresses(rows: readonly CellsByColumn[]): void {
    const sheet = this.sheet('addresses');
    if (sheet !== null) appendRows(sheet, addressesSchema, this.memory, rows);
  }

  log(entry: JournalEntry): void {
    const sheet = this.sheet('journal');
    if (sheet === null) return;
    const at = toSerial(entry.moment.date as CivilDate) + entry.moment.minutes / MINUTES_A_DAY;
    sheet.appendRow([at, entry.job, entry.book, entry.result, entry.seconds, entry.details]);
  }

  /** The newest rows of the journal as they are shown, newest first. Three calls. */
  journal(most: number): string[][] {
    const sheet = this.sheet('journal');
    const last = sheet?.getLastRow() ?? 0;
    if (sheet === null || last < 2) return [];
    const first = Math.max(2, last - most + 1);
    return sheet
      .getRange(first, 1, last - first + 1, JOURNAL_COLUMNS)
      .getDisplayValues()
      .reverse();
  }

  /** Keeps the newest rows of the journal. */
  trimJournal(): void {
    const sheet = this.sheet('journal');
    if (sheet === null) return;
    const extra = sheet.getLastRow() - 1 - JOURNAL_ROWS;
    if (extra > 0) sheet.deleteRows(2, extra);
  }
}
