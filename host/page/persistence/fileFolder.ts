/** The folder of a file's data, named by the file's whole path: files of one name from two places have two. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { firstSheetId, statePath } from '../../xlsx/store';
import { server } from '../protocol/messages';
import { folderOf, snapshotsIn } from './files';

const LONGEST_NAME = 60;
/** Tabs of one book have ids within this. */
const TABS = 1_000;

export function fileFolderName(path: string): string {
  const print = createHash('sha256').update(realPath(path)).digest('hex').slice(0, 12);
  return `file-${[...basename(path)].slice(0, LONGEST_NAME).join('')}-${print}`;
}

/** Where the data lay when folders were named by the file's name alone. */
const oldFolder = (data: string, path: string): string => join(data, `file-${basename(path)}`);

export const hasFileFolder = (data: string, path: string): boolean =>
  existsSync(join(data, fileFolderName(path)));

/**
 * Renames a folder from before, unless it belongs to another file of the same name. Gives what the person at the
 * terminal is told of it.
 */
export function adoptOldFolder(data: string, path: string): string[] {
  const before = oldFolder(data, path);
  const now = join(data, fileFolderName(path));
  if (existsSync(now) || snapshotsIn(before).length === 0) return [];
  if (!mayBeOf(before, path)) return [server.oldOfAnother(before, now)];
  renameSync(before, now);
  return [server.oldTaken(before, now, path)];
}

/** A book with a JSON beside it is known by its id, another by its bytes: its tabs got their ids from them. */
function mayBeOf(folder: string, path: string): boolean {
  try {
    const [number = 0] = snapshotsIn(folder);
    const saved = readJson(join(folderOf(folder, number), 'world.json')) as {
      books: { id: string; kind: string }[];
      files: { id: string; file: string }[];
    };
    const { id } = saved.books.find(({ kind }) => kind === 'reporting') ?? { id: '' };
    const own = statePath(path);
    if (existsSync(own)) return (readJson(own) as { id: string }).id === id;
    const file = saved.files.find((each) => each.id === id)?.file ?? '';
    const { sheets } = readJson(statePath(join(folderOf(folder, number), file))) as {
      sheets: { id: number }[];
    };
    const first = firstSheetId(readFileSync(path));
    return sheets.some((sheet) => sheet.id >= first && sheet.id < first + TABS);
  } catch {
    // A damaged snapshot: what opens the folder says so.
    return true;
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The same for every way to write it. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
