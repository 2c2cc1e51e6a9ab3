import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { LocalHost } from '../runtime/localHost';
import type { DriveFile } from '../services/storage/drive';
import { Workbook } from '../workbook/grid/workbook';
import { writeAtomically } from './atomic';
import { fillFromXlsx } from './read';
import { type BookState, dumpBook, dumpHost, type HostState, restoreBook, restoreHost } from './state';
import { toXlsxFile } from './write';

const FIRST_IMPORTED_ID = 100_000_000;
const IMPORTED_IDS = 1_000_000_000;

/** Where the JSON of `book.xlsx` lies. */
export function statePath(xlsxPath: string): string {
  return `${xlsxPath.replace(/\.xlsx$/i, '')}.svodka.json`;
}

/**
 * Saves a book as .xlsx, with a JSON beside it of what .xlsx cannot hold. Each is replaced whole, the JSON
 * first: an .xlsx opens without its JSON, and a sheet that the JSON knows and the file does not is passed over.
 */
export async function saveBook(host: LocalHost, spreadsheetId: string, path: string): Promise<void> {
  const file = host.file(spreadsheetId);
  const bytes = await toXlsxFile(file.workbook);
  writeAtomically(statePath(path), `${JSON.stringify(dumpBook(host.drive, spreadsheetId), null, 1)}\n`);
  writeAtomically(path, bytes);
}

export interface OpenOptions {
  /** Owner, locale and zone of a file that has no JSON beside it. */
  readonly owner: string;
  readonly locale?: string;
  readonly timeZone?: string;
}

/**
 * Opens an .xlsx into the host's drive, with its JSON if there is one. A file from elsewhere gets a name from
 * its path and no editors. Throws for a file that is missing or is no .xlsx; nothing enters the drive then.
 */
export async function openBook(host: LocalHost, path: string, options: OpenOptions): Promise<DriveFile> {
  const bytes = readFileSync(path);
  const state = readState<BookState>(statePath(path), 1);
  const workbook = new Workbook(
    state?.id ?? host.drive.newId(),
    state?.name ?? basename(path).replace(/\.xlsx$/i, ''),
    host.clock,
    state?.locale ?? options.locale ?? 'ru_RU',
    state?.timeZone ?? options.timeZone ?? 'Europe/Moscow',
  );
  // Ids that a book remembers from before must not be those of other tabs, as they never are after an import.
  if (!state) workbook.sheetIdsFrom(firstSheetId(bytes));
  await fillFromXlsx(workbook, bytes, (name) => state?.sheets.find((sheet) => sheet.name === name));
  if (state) restoreBook(workbook, state);
  const file = host.drive.add(workbook, state?.owner ?? options.owner);
  for (const editor of state?.editors ?? []) file.share(editor, 'edit');
  for (const viewer of state?.viewers ?? []) file.share(viewer, 'view');
  file.link = state?.link ?? 'none';
  return file;
}

/** By the file's bytes: the same file opens the same way twice, and a newer one with ids of its own. */
export const firstSheetId = (bytes: Buffer): number =>
  FIRST_IMPORTED_ID + (createHash('sha256').update(bytes).digest().readUInt32LE() % IMPORTED_IDS);

/** Saves what the host keeps besides its books. */
export function saveHost(host: LocalHost, path: string): void {
  writeAtomically(path, `${JSON.stringify(dumpHost(host), null, 1)}\n`);
}

/** Puts it back; false when there is no such file. */
export function openHost(
  host: LocalHost,
  path: string,
  options: { readonly keepClock?: boolean } = {},
): boolean {
  const state = readState<HostState>(path, 2);
  if (state) restoreHost(host, state, options);
  return state !== null;
}

function readState<T extends { readonly version: number }>(path: string, version: T['version']): T | null {
  if (!existsSync(path)) return null;
  const state = JSON.parse(readFileSync(path, 'utf8')) as T;
  if (state.version !== version) throw new Error(`${path} was written by another version of the host`);
  return state;
}
