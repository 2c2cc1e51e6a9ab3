/** The control book: settings, addresses, journal. Private to the office that runs the programme. */
import type { Grid } from '../domain/cell';
import { type CivilDate, toSerial } from '../domain/civil';
import { sameKey } from '../domain/text';
import { BOOK_HELP, BOOK_PREFIX, SETTING_WORDS } from '../messages/settings';
import { controlSchemas } from '../tabs/schemas';
import type { Calendar, Moment } from './calendar';
import { readGrid } from './cells';
import type { Rights } from './protect';
import { columnsOf, completeTable, knownSheet, sheetsByMetadata, type TabMemory } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const JOURNAL_ROWS = 2000;
const MINUTES_A_DAY = 1440;

export interface JournalEntry {
  readonly moment: Moment;
  readonly job: string;
  readonly book: string;
  readonly result: string;
  readonly seconds: number;
  readonly details: string;
}

export class ControlBook {
  constructor(
    readonly file: Spreadsheet,
    readonly memory: TabMemory,
  ) {}

  private sheet(tab: 'settings' | 'addresses' | 'journal'): Sheet | null {
    return knownSheet(this.file, this.memory, tab);
  }

  grid(tab: 'settings' | 'addresses', calendar: Calendar): Grid | null {
    const sheet = this.sheet(tab);
    return sheet === null ? null : readGrid(sheet, calendar);
  }

  isSetUp(): boolean {
    return this.memory.tabs.settings !== undefined;
  }

  /** Creates or completes the tabs; rows of settings that are missing are added below, values are kept. */
  complete(rights: Rights): number {
    let created = 0;
    let marked: Map<string, Sheet> | null = null;
    controlSchemas.forEach((schema, index) => {
      const result = completeTable(this.file, this.memory, schema, index, rights, null, () => {
        marked ??= sheetsByMetadata(this.file);
        return marked;
      });
      if (result.created) created += 1;
    });
    this.completeSettings();
    return created;
  }

  private completeSettings(): void {
    const sheet = this.sheet('settings');
    if (sheet === null) return;
    const [schema] = controlSchemas;
    if (!schema) return;
    const at = columnsOf(sheet, schema, this.memory);
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
    this.sheet('settings')?.appendRow([BOOK_PREFIX, url, BOOK_HELP]);
  }

  /** Sets a value that is still blank. */
  fillSetting(label: string, value: string): void {
    const sheet = this.sheet('settings');
    const [schema] = controlSchemas;
    if (sheet === null || !schema) return;
    const at = columnsOf(sheet, schema, this.memory);
    const rows = sheet.getDataRange().getValues();
    const row = rows.findIndex((cells) => sameKey(String(cells[at.get('name') ?? 0])) === sameKey(label));
    const column = at.get('value') ?? 1;
    if (row > 0 && rows[row]?.[column] === '') sheet.getRange(row + 1, column + 1).setValue(value);
  }

  log(entry: JournalEntry): void {
    const sheet = this.sheet('journal');
    if (sheet === null) return;
    const at = toSerial(entry.moment.date as CivilDate) + entry.moment.minutes / MINUTES_A_DAY;
    sheet.appendRow([at, entry.job, entry.book, entry.result, entry.seconds, entry.details]);
  }

  /** Keeps the newest rows of the journal. */
  trimJournal(): void {
    const sheet = this.sheet('journal');
    if (sheet === null) return;
    const extra = sheet.getLastRow() - 1 - JOURNAL_ROWS;
    if (extra > 0) sheet.deleteRows(2, extra);
  }
}
