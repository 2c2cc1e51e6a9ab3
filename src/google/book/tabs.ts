/**
 * Finds the tabs of a book and puts them in order. A tab is known by its sheet id; when the memory of it is
 * lost, by the developer metadata on the sheet, then by its title. Nothing that is there is destroyed.
 */

import { typeOf } from '../../domain/schema/columnTypes';
import type { TabSchema } from '../../domain/schema/schema';
import { readTable } from '../../domain/schema/table';
import { columnLetters } from '../../domain/values/a1';
import { sameKey } from '../../domain/values/text';
import { UNTITLED_TAB } from '../../messages/jobs/setup';
import { BOOK_VERSION, cameAfter, laidBefore } from '../../tabs/migrations';
import { tableColours } from '../../tabs/rules/colours';
import { districtProtections, type ProtectionSpec, protectionsOf } from '../../tabs/rules/protection';
import { applyColours, formatColumns, type GridSize, gridSize, paintHeader } from '../pages/paint';
import { applyProtections, type Rights, removeProtections } from '../pages/protect';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TAB_KEY = 'svodka.tab';
const COLUMN_KEY = 'svodka.column';
export const ROWS_OF_A_NEW_TABLE = 300;

/** What is remembered of a book's tabs; the caller keeps it. */
export interface TabMemory {
  readonly tabs: Record<string, number>;
  /** Names of tabs that were laid out to the end, with the layout they got. */
  readonly layouts: Record<string, string>;
  readonly renamed: Record<string, Record<string, string>>;
}

/** What a completion says before it puts something back that was there once. */
export interface Restoring {
  /** Version that the book was last completed for: a column of a later one is new, nobody deleted it. */
  readonly version: number;
  /** Told of each deleted column, and of a deleted tab by null. */
  before(header: string | null): void;
}

const NOTHING_TO_TELL: Restoring = { version: BOOK_VERSION, before: () => {} };

export interface Completed {
  readonly sheet: Sheet;
  readonly created: boolean;
  /** Headers of columns that had been deleted and were put back empty. */
  readonly restored: readonly string[];
  /** Whether it has rows that are closed to other organisations. */
  readonly closed: boolean;
}

/** The sheet that is remembered for a name, null when it is gone. One call. */
export function knownSheet(book: Spreadsheet, memory: TabMemory, name: string): Sheet | null {
  const id = memory.tabs[name];
  return id === undefined ? null : book.getSheetById(id);
}

/** Sheets by the name that their metadata carries: for a book whose memory was lost. */
export function sheetsByMetadata(book: Spreadsheet): Map<string, Sheet> {
  const found = new Map<string, Sheet>();
  for (const metadata of book.createDeveloperMetadataFinder().withKey(TAB_KEY).find()) {
    const sheet = metadata.getLocation().getSheet();
    const name = metadata.getValue();
    if (sheet && name !== null && !found.has(name)) found.set(name, sheet);
  }
  return found;
}

/** Finds a table's tab by memory, metadata or title, and remembers it. Null when it is not there. */
function findTab(
  book: Spreadsheet,
  memory: TabMemory,
  schema: TabSchema,
  byMetadata: () => ReadonlyMap<string, Sheet>,
): Sheet | null {
  const name = schema.id;
  const known = knownSheet(book, memory, name);
  if (known !== null) return known;
  delete memory.tabs[name];
  const sheet = byMetadata().get(name) ?? byTitle(book, schema);
  if (sheet === null) return null;
  mark(sheet, name);
  memory.tabs[name] = sheet.getSheetId();
  return sheet;
}

/** A tab of that title is ours when it is empty or has our headers: people may have a tab «Отчёт» of their own. */
function byTitle(book: Spreadsheet, schema: TabSchema): Sheet | null {
  const sheet = book.getSheetByName(schema.title);
  if (sheet === null || sheet.getLastRow() === 0) return sheet;
  const present = new Set(headerRow(sheet).map((value) => sameKey(String(value))));
  const ours = schema.columns.filter((column) => present.has(sameKey(column.header)));
  return ours.length * 2 > schema.columns.length ? sheet : null;
}

/** Marks a sheet as ours, once; a mark that a copied sheet brought along goes. */
function mark(sheet: Sheet, name: string): void {
  let marked = false;
  for (const metadata of sheet.getDeveloperMetadata()) {
    if (metadata.getKey() !== TAB_KEY) continue;
    if (metadata.getValue() === name) marked = true;
    else metadata.remove();
  }
  if (!marked) sheet.addDeveloperMetadata(TAB_KEY, name);
}

/** Cuts or grows the grid to that size; nothing that holds a value is cut off. */
function fitGrid(sheet: Sheet, rows: number, columns: number, empty: boolean): void {
  const keptRows = empty ? rows : Math.max(rows, sheet.getLastRow());
  const keptColumns = empty ? columns : Math.max(columns, sheet.getLastColumn());
  const { rows: maxRows, columns: maxColumns } = gridSize(sheet);
  if (maxRows > keptRows) sheet.deleteRows(keptRows + 1, maxRows - keptRows);
  else if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns > keptColumns) sheet.deleteColumns(keptColumns + 1, maxColumns - keptColumns);
  else if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

/** The title, or the first of «title (2)», «title (3)» … that no sheet bears. */
export function freeTitle(book: Spreadsheet, wanted: string): string {
  const base = tabTitle(wanted);
  let title = base;
  for (let number = 2; book.getSheetByName(title) !== null; number += 1) title = `${base} (${number})`;
  return title;
}

/** Titles are at most 100 characters, without `:\/?*[]`. */
export function tabTitle(wanted: string): string {
  const clean = Array.from(wanted, (character) =>
    character < ' ' || ":\\/?*[]'".includes(character) ? ' ' : character,
  );
  const title = clean.join('').replace(/\s+/g, ' ').trim();
  return Array.from(title).slice(0, 80).join('').trim() || UNTITLED_TAB;
}

/**
 * Creates a table's tab or completes the one that is there: missing columns are inserted where they belong,
 * formats, validation, colours and protections are laid anew. `rights`: null where everybody may write all.
 */
export function completeTable(
  book: Spreadsheet,
  memory: TabMemory,
  schema: TabSchema,
  index: number,
  rights: Rights | null,
  organisationNames: GoogleAppsScript.Spreadsheet.Range | null,
  byMetadata: () => ReadonlyMap<string, Sheet>,
  restoring: Restoring = NOTHING_TO_TELL,
): Completed {
  const wasThere = memory.tabs[schema.id] !== undefined;
  const known = findTab(book, memory, schema, byMetadata);
  if (known === null && wasThere) restoring.before(null);
  const sheet = known ?? book.insertSheet(freeTitle(book, schema.title), index);
  if (known === null) {
    delete memory.layouts[schema.id];
    sheet.addDeveloperMetadata(TAB_KEY, schema.id);
    memory.tabs[schema.id] = sheet.getSheetId();
  }
  const remembered = memory.layouts[schema.id] !== undefined;
  // Anchors are laid last: a tab that has them was laid out before the memory of it was lost.
  const laid = remembered || (known !== null && isAnchored(sheet, schema));
  if (!laid) fitGrid(sheet, ROWS_OF_A_NEW_TABLE, schema.columns.length, known === null);
  const restored =
    known === null
      ? writeHeaders(sheet, schema)
      : completeColumns(sheet, schema, memory, laid ? restoring : NOTHING_TO_TELL);
  const at = known === null ? inOrder(schema) : columnsOf(sheet, schema, memory);
  const size =
    known === null ? { rows: ROWS_OF_A_NEW_TABLE, columns: schema.columns.length } : gridSize(sheet);
  paintHeader(sheet, schema, at);
  formatColumns(sheet, schema.columns, at, organisationNames, size.rows);
  applyColours(sheet, tableColours(schema, at), known === null, size);
  let closed = false;
  if (rights === null) removeProtections(sheet);
  else {
    const specs = [
      ...protectionsOf(schema, at),
      ...protectionsByRow(sheet, schema, at, rights, known === null),
    ];
    closed = applyProtections(sheet, specs, rights, known === null);
  }
  sheet.setFrozenRows(1);
  if (!laid) layOut(sheet, schema, at, size);
  else renewLayout(sheet, schema, at, restoring.version);
  if (!remembered) {
    if (schema.hidden) sheet.hideSheet();
    anchorColumns(sheet, at, known === null);
    memory.layouts[schema.id] = 'table';
  }
  return { sheet, created: known === null, restored: laid ? restored : [], closed };
}

/** Protections of single rows; the rows are read only where there is somebody to tell apart. */
function protectionsByRow(
  sheet: Sheet,
  schema: TabSchema,
  at: ReadonlyMap<string, number>,
  { headsOf }: Rights,
  fresh: boolean,
): ProtectionSpec[] {
  const column = schema.districtColumn === undefined ? undefined : at.get(schema.districtColumn);
  if (column === undefined || fresh || headsOf.size === 0) return [];
  const rows = sheet.getLastRow() - 1;
  if (rows < 1) return [];
  const districts = sheet.getRange(2, column + 1, rows, 1).getValues();
  return districtProtections(
    schema,
    at,
    districts.map(([cell]) => String(cell)),
  );
}

/** The header of an empty tab. Nothing is put back, for nothing was there. */
function writeHeaders(sheet: Sheet, schema: TabSchema): string[] {
  const headers = schema.columns.map((column) => column.header);
  sheet.getRange(1, 1, 1, headers.length).setValues([headers]);
  return [];
}

const inOrder = (schema: TabSchema): Map<string, number> =>
  new Map(schema.columns.map((column, index) => [column.id, index]));

const headerRow = (sheet: Sheet): unknown[] =>
  sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];

/** Where each column stands now, by header, then by its metadata. */
export function columnsOf(sheet: Sheet, schema: TabSchema, memory: TabMemory): Map<string, number> {
  const header = headerRow(sheet).map((value) => String(value));
  return new Map(readTable(schema, [header], memory.renamed[schema.id]).at);
}

/** Columns whose header is not to be found: renamed ones are learned, deleted ones put back. */
function completeColumns(
  sheet: Sheet,
  schema: TabSchema,
  memory: TabMemory,
  { version, before }: Restoring,
): string[] {
  const present = columnsOf(sheet, schema, memory);
  const missing = schema.columns.filter((column) => !present.has(column.id));
  if (missing.length === 0) return [];
  if (headerRow(sheet).every((value) => value === '')) {
    const [present, wanted] = [sheet.getMaxColumns(), schema.columns.length];
    if (present < wanted) sheet.insertColumnsAfter(present, wanted - present);
    return writeHeaders(sheet, schema);
  }
  learnRenames(sheet, schema, memory);
  const restored: string[] = [];
  for (const column of schema.columns) {
    const at = columnsOf(sheet, schema, memory);
    if (at.has(column.id)) continue;
    const isNew = column.id.startsWith('own:') || cameAfter(version, schema.id, column.id);
    if (!isNew) {
      restored.push(column.header);
      before(column.header);
    }
    const position = placeFor(schema, column.id, at);
    if (!isUnused(sheet, position)) {
      if (position === 0) sheet.insertColumnBefore(1);
      else sheet.insertColumnAfter(position);
    }
    // An inserted column takes the formats of its neighbour; those of the column itself follow later.
    sheet.getRange(1, position + 1, sheet.getMaxRows(), 1).clearDataValidations();
    sheet.setColumnWidth(position + 1, column.width);
    if (column.hidden) sheet.hideColumns(position + 1);
    // Last: with its anchor alone a column gets its header back, without both it is taken for unused.
    anchor(sheet, position, column.id);
    sheet.getRange(1, position + 1).setValue(column.header);
  }
  return restored;
}

/** A column without a header or anything else, as a run leaves it that was stopped while it put a column back. */
function isUnused(sheet: Sheet, index: number): boolean {
  return index < sheet.getMaxColumns() && sheet.getRange(1, index + 1, sheet.getMaxRows(), 1).isBlank();
}

/** Behind the nearest column that precedes it in the schema; at the very left when none is there. */
function placeFor(schema: TabSchema, id: string, at: ReadonlyMap<string, number>): number {
  let place = 0;
  for (const column of schema.columns) {
    if (column.id === id) return place;
    const index = at.get(column.id);
    if (index !== undefined) place = index + 1;
  }
  return place;
}

const anchor = (sheet: Sheet, index: number, id: string): void => {
  const letters = columnLetters(index + 1);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_KEY, id);
};

/** Ids of the columns that carry their metadata. */
const anchoredIn = (sheet: Sheet): Set<string | null> =>
  new Set(
    sheet
      .createDeveloperMetadataFinder()
      .withKey(COLUMN_KEY)
      .find()
      .map((metadata) => metadata.getValue()),
  );

function isAnchored(sheet: Sheet, schema: TabSchema): boolean {
  const anchored = anchoredIn(sheet);
  return schema.columns.filter((column) => anchored.has(column.id)).length * 2 > schema.columns.length;
}

/** Metadata on each column, so that a renamed header is found again; once. */
function anchorColumns(sheet: Sheet, at: ReadonlyMap<string, number>, fresh: boolean): void {
  const anchored = fresh ? new Set<string | null>() : anchoredIn(sheet);
  for (const [id, index] of at) if (!anchored.has(id)) anchor(sheet, index, id);
}

/** A header that people changed is found by the metadata on its column and kept as they wrote it. */
function learnRenames(sheet: Sheet, schema: TabSchema, memory: TabMemory): void {
  const header = headerRow(sheet).map((value) => String(value));
  const own = new Set(schema.columns.map((column) => column.id));
  const renamed: Record<string, string> = { ...memory.renamed[schema.id] };
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(COLUMN_KEY).find()) {
    const [id, column] = [metadata.getValue(), metadata.getLocation().getColumn()];
    if (id === null || column === null || !own.has(id)) continue;
    const text = header[column.getColumn() - 1] ?? '';
    const taken = schema.columns.some((each) => sameKey(each.header) === sameKey(text));
    if (text.trim() === '') {
      const expected = schema.columns.find((each) => each.id === id);
      if (expected) sheet.getRange(1, column.getColumn()).setValue(expected.header);
    } else if (!taken) renamed[id] = text;
  }
  memory.renamed[schema.id] = renamed;
}

/** Widths and frozen columns of an earlier version that nobody changed since. */
function renewLayout(
  sheet: Sheet,
  schema: TabSchema,
  at: ReadonlyMap<string, number>,
  version: number,
): void {
  for (const { widths, frozen } of laidBefore(version, schema.id)) {
    for (const { id, width } of schema.columns) {
      const index = at.get(id);
      if (index === undefined || widths[id] === undefined) continue;
      if (sheet.getColumnWidth(index + 1) === widths[id]) sheet.setColumnWidth(index + 1, width);
    }
    if (frozen !== schema.frozenColumns && sheet.getFrozenColumns() === frozen)
      sheet.setFrozenColumns(schema.frozenColumns);
  }
}

/** Only when the tab is new: people's widths and hidden columns are theirs. */
function layOut(sheet: Sheet, schema: TabSchema, at: ReadonlyMap<string, number>, { rows }: GridSize): void {
  for (const column of schema.columns) {
    const index = at.get(column.id);
    if (index === undefined) continue;
    sheet.setColumnWidth(index + 1, column.width);
    if (column.hidden) sheet.hideColumns(index + 1);
  }
  if (schema.frozenColumns > 0) sheet.setFrozenColumns(schema.frozenColumns);
  const wrapped = sheet.getRange(2, 1, rows - 1, schema.columns.length);
  wrapped.setVerticalAlignment('top').setWrap(true);
  for (const column of schema.columns) {
    const { holds } = typeOf(column);
    const index = at.get(column.id);
    if (index === undefined || (holds !== 'day' && holds !== 'number')) continue;
    sheet.getRange(1, index + 1, rows, 1).setHorizontalAlignment(holds === 'day' ? 'center' : 'right');
  }
}
