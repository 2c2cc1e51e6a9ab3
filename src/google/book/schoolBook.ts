/**
 * The reporting book as the schools' half sees it: runs as the person at the keyboard, keeps no memory of tabs, and
 * spends as few calls as can be, for a person waits. What is where stands in «Служебное», which the jobs write.
 */

import type { CivilDate } from '../../domain/dates/civil';
import type { TabSchema } from '../../domain/schema/schema';
import { readTable } from '../../domain/schema/table';
import { readManifest, type SchoolManifest } from '../../domain/school/manifest';
import { renamedColumns } from '../../domain/school/rows';
import { type Cell, cellText } from '../../domain/values/cell';
import { sameKey } from '../../domain/values/text';
import { service } from '../../messages/jobs/setup';
import { BOOK_VERSION } from '../../tabs/migrations';
import { serviceSchema } from '../../tabs/schemas';
import { reportSchema } from '../../tabs/schemas/report';
import { readPlaces } from '../../tabs/schemas/schoolPlaces';
import { SERVICE_ROWS } from '../../tabs/schemas/serviceTab';
import { cellsOf } from './cells';
import { Days } from './days';
import { readRegistry } from './serviceSheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export class SchoolBook {
  private readonly sheets = new Map<number, Sheet | null>();

  constructor(
    readonly file: Spreadsheet,
    /** «Служебное» itself. */
    readonly service: Sheet,
    /** Code of the book, by which a person's memory of it is told apart. */
    readonly id: string,
    readonly manifest: SchoolManifest,
    readonly days: Days,
    readonly today: CivilDate,
    readonly soonDays: number,
    /** «Отчёт» with its declared columns, under the headers that stand in the sheet. */
    readonly schema: TabSchema,
    /** Column id → index from 0; columns that are gone are not there. */
    readonly at: ReadonlyMap<string, number>,
    private gridRows: number,
  ) {}

  /** A tab by its name in the registry; null when it is not there. One call, the first time. */
  sheet(name: string): Sheet | null {
    const id = this.manifest.tabs[name];
    if (id === undefined) return null;
    const known = this.sheets.get(id);
    if (known !== undefined) return known;
    const sheet = this.file.getSheetById(id);
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** Sheet ids of all tabs, those of districts (`district:<key>`) too. Two calls. */
  registry(): Record<string, number> {
    return readRegistry(this.service);
  }

  /** Columns that a row must be read up to. */
  get width(): number {
    return Math.max(...this.at.values()) + 1;
  }

  /** Texts of one column of «Отчёт», row by row; the first is row 2. One call. */
  column(sheet: Sheet, id: string): string[] {
    const index = this.at.get(id);
    if (index === undefined) return [];
    return this.read(sheet, 2, Number.MAX_SAFE_INTEGER, index + 1, 1).map((row) => String(row[0] ?? ''));
  }

  /** Whole rows of «Отчёт», `first` from 1; rows beyond the grid are left out. One call. */
  rows(sheet: Sheet, first: number, count: number): Cell[][] {
    return this.cells(this.read(sheet, first, first + count - 1, 1, this.width));
  }

  /**
   * «Отчёт» as it stands, the header first: all of it, or down to a row (from 1) and some below. One call; two more
   * where rows or columns were deleted since the book was opened.
   */
  wholeReport(sheet: Sheet, last = Number.MAX_SAFE_INTEGER): Cell[][] {
    try {
      return this.cells(this.read(sheet, 1, last, 1, this.width));
    } catch {
      return this.grid(sheet);
    }
  }

  /** Whether the columns stand where they are taken to be; null where a header tells nothing of it. */
  standsUnder(header: readonly Cell[]): boolean | null {
    const shown = (index: number) => sameKey(cellText(header[index] ?? ''));
    const ids = new Map(this.schema.columns.map(({ id, header: text }) => [sameKey(text), id]));
    const all = [...this.at].map(([id, index]) => [id, ids.get(shown(index))] as const);
    if (all.some(([id, found]) => found !== undefined && found !== id)) return false;
    return all.every(([, found]) => found !== undefined) ? true : null;
  }

  /** Where the columns stand under such a header. */
  placesUnder(header: readonly Cell[]): Map<string, number> {
    const at = new Map(readTable(this.schema, [header]).at);
    const taken = new Set(at.values());
    for (const [id, index] of this.at) if (!at.has(id) && !taken.has(index)) at.set(id, index);
    return at;
  }

  /** The same book with its columns elsewhere. */
  with(at: ReadonlyMap<string, number>): SchoolBook {
    const { file, service, id, manifest, days, today, soonDays, schema, gridRows } = this;
    return new SchoolBook(file, service, id, manifest, days, today, soonDays, schema, at, gridRows);
  }

  /** The size of the grid is known from «Служебное»; asked again only where rows were deleted since. */
  private read(sheet: Sheet, first: number, last: number, column: number, columns: number): unknown[][] {
    const values = (end: number): unknown[][] =>
      end < first ? [] : sheet.getSheetValues(first, column, Math.min(last, end) - first + 1, columns);
    if (this.gridRows > 1) {
      try {
        return values(this.gridRows);
      } catch (error) {
        const rows = sheet.getMaxRows();
        if (rows >= this.gridRows) throw error;
        this.gridRows = rows;
      }
    } else this.gridRows = sheet.getMaxRows();
    return values(this.gridRows);
  }

  /** All cells of a tab that hold anything, the header first. Two calls. */
  grid(sheet: Sheet): Cell[][] {
    return this.cells(sheet.getDataRange().getValues());
  }

  cells(values: readonly (readonly unknown[])[]): Cell[][] {
    return cellsOf(values, this.days);
  }

  /**
   * Whether this person decides for some district. Rows of organisations may be closed to the heads of others, so the
   * last row is asked, which the jobs keep free. Nobody decides in a column that is gone. Two calls.
   */
  mayDecide(sheet: Sheet): boolean {
    const index = this.at.get('decision');
    if (index === undefined) return false;
    try {
      return sheet.getRange(Math.max(2, this.gridRows), index + 1).canEdit();
    } catch {
      // Rows were deleted since the size of the grid was written down.
      return sheet.getRange(2, index + 1).canEdit();
    }
  }
}

/**
 * Null where this is no reporting book, `unbuilt` where the jobs have not written it yet, `newer` where a newer version
 * of the program has. Three calls.
 */
export function openSchoolBook(): SchoolBook | 'unbuilt' | 'newer' | null {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = serviceSheet(file);
  if (sheet === null) return null;
  const values: unknown[][] = sheet.getSheetValues(1, 2, SERVICE_ROWS.manifest, 1);
  const cell = (row: number) => values[row - 1]?.[0];
  if (Number(cell(SERVICE_ROWS.version)) > BOOK_VERSION) return 'newer';
  const manifest = readManifest(cell(SERVICE_ROWS.manifest));
  const schema = reportSchema(manifest?.declared.report);
  const places = readPlaces(cell(SERVICE_ROWS.places), schema.columns);
  if (manifest === null || places === null) return 'unbuilt';
  const today = cell(SERVICE_ROWS.today);
  const days = new Days(file, isDate(today) ? today : null);
  return new SchoolBook(
    file,
    sheet,
    String(cell(SERVICE_ROWS.book)),
    manifest,
    days,
    days.today(),
    Number(cell(SERVICE_ROWS.soonDays)),
    renamedColumns(schema, manifest.renamed.report),
    places.at,
    places.rows,
  );
}

/** By its title, which is nearly always right; else the tab that says so of itself. */
const serviceSheet = (file: Spreadsheet): Sheet | null =>
  file.getSheetByName(serviceSchema.title) ?? file.getSheets().find(isService) ?? null;

const isService = (sheet: Sheet): boolean =>
  sheet.getMaxRows() >= SERVICE_ROWS.manifest &&
  sheet.getSheetValues(SERVICE_ROWS.book, 1, 1, 1)[0]?.[0] === service.book;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';
