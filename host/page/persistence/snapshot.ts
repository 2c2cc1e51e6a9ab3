/** All books of a world and what its host remembers, in one folder that is either whole or not there. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalHost } from '../../runtime/localHost';
import { writeAtomically } from '../../xlsx/atomic';
import { openBook, openHost, saveBook, saveHost } from '../../xlsx/store';
import type { BookShown, PersonShown } from '../protocol/protocol';
import { current, DamagedError, folderOf, journalOf } from './files';

/** A host with its books and people: what one page shows. */
export interface World {
  readonly host: LocalHost;
  readonly title: string;
  readonly people: readonly PersonShown[];
  readonly books: readonly { readonly id: string; readonly kind: BookShown['kind'] }[];
}

interface Saved {
  readonly version: 1;
  readonly title: string;
  readonly people: readonly PersonShown[];
  readonly books: World['books'];
  readonly files: readonly {
    readonly id: string;
    readonly file: string;
    readonly scripts: readonly { readonly id: string; readonly name: string; readonly dir: string }[];
    /** Heights that somebody set, by sheet: the file gives every wrapped row a height. */
    readonly heights: Readonly<Record<number, readonly (readonly [row: number, pixels: number])[]>>;
  }[];
}

/** Writes everything beside what is there; it counts from `markCurrent` on. */
export async function writeSnapshot(dir: string, number: number, world: World): Promise<void> {
  const folder = folderOf(dir, number);
  rmSync(folder, { recursive: true, force: true });
  rmSync(journalOf(dir, number), { force: true });
  mkdirSync(folder, { recursive: true });
  const { host, title, people, books } = world;
  const files: Saved['files'][number][] = [];
  for (const id of host.drive.files.keys()) {
    if (!host.drive.get(id)) continue;
    const file = `book-${files.length + 1}.xlsx`;
    await saveBook(host, id, join(folder, file));
    const scripts = host
      .projectsOf(id)
      .map((project) => ({ id: project.id, name: project.name, dir: project.dir }));
    const { sheets } = host.file(id).workbook;
    const heights = Object.fromEntries(sheets.map((sheet) => [sheet.id, [...sheet.rowHeights]]));
    files.push({ id, file, scripts, heights });
  }
  saveHost(host, join(folder, 'host.json'));
  const saved: Saved = { version: 1, title, people, books, files };
  writeAtomically(join(folder, 'world.json'), JSON.stringify(saved, null, 1));
}

export function markCurrent(dir: string, number: number): void {
  writeAtomically(current(dir), JSON.stringify({ snapshot: number }));
}

/**
 * Clears the older snapshots and journals away, but those from `spare` on: they lead to the same state. What
 * cannot be cleared away now is by the next time.
 */
export function clearBut(dir: string, number: number, spare: number | null): void {
  for (const name of readdirSync(dir)) {
    const other = Number(/^(?:snapshot|journal)-(\d+)/.exec(name)?.[1] ?? number);
    if (other === number || (spare !== null && other >= spare)) continue;
    try {
      rmSync(join(dir, name), { recursive: true, force: true });
    } catch {}
  }
}

/** @throws DamagedError where a file is not whole or was written by another version. */
export async function readSnapshot(dir: string, number: number): Promise<World> {
  const folder = folderOf(dir, number);
  const whole = async <Result>(path: string, read: (path: string) => Result | Promise<Result>) => {
    try {
      return await read(path);
    } catch (error) {
      throw new DamagedError(dir, path, error);
    }
  };
  const saved = await whole(join(folder, 'world.json'), (path) => {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Saved;
    if (read.version !== 1) throw new Error('written by another version');
    return read;
  });
  const host = new LocalHost({ seed: `svodka-${number}` });
  // The books' clock is the host's: it stands right before they open.
  await whole(join(folder, 'host.json'), (path) => {
    if (!openHost(host, path)) throw new Error('not there');
  });
  for (const { file, scripts, id, heights } of saved.files) {
    const { workbook } = await whole(join(folder, file), (path) => openBook(host, path, { owner: '' }));
    for (const sheet of workbook.sheets) sheet.rowHeights = new Map(heights[sheet.id] ?? []);
    for (const { dir: project, ...script } of scripts) host.attach(project, { ...script, spreadsheetId: id });
  }
  return { host, title: saved.title, people: saved.people, books: saved.books };
}
