/** All books of a world and what its host remembers, in one folder that is either whole or not there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalHost } from '../../localHost';
import { writeAtomically } from '../../xlsx/atomic';
import { openBook, openHost, saveBook, saveHost } from '../../xlsx/store';
import type { BookShown, PersonShown } from '../protocol';

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

const folderOf = (dir: string, number: number): string => join(dir, `snapshot-${number}`);
export const journalOf = (dir: string, number: number): string => join(dir, `journal-${number}.jsonl`);
const current = (dir: string): string => join(dir, 'current.json');

/** The number of the last whole snapshot, null when there is none. */
export function lastSnapshot(dir: string): number | null {
  if (!existsSync(current(dir))) return null;
  return (JSON.parse(readFileSync(current(dir), 'utf8')) as { snapshot: number }).snapshot;
}

/** Writes everything beside what is there, then makes it the one that counts, then clears the older ones away. */
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
  writeAtomically(current(dir), JSON.stringify({ snapshot: number }));
  for (const name of readdirSync(dir)) {
    const other = /^(?:snapshot|journal)-(\d+)/.exec(name)?.[1];
    if (other !== undefined && Number(other) !== number)
      rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/** @throws when the folder is not whole or was written by another version. */
export async function readSnapshot(dir: string, number: number): Promise<World> {
  const folder = folderOf(dir, number);
  const saved = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')) as Saved;
  if (saved.version !== 1) throw new Error(`${folder} was written by another version`);
  const host = new LocalHost({ seed: `svodka-${number}` });
  // The books' clock is the host's: it stands right before they open.
  openHost(host, join(folder, 'host.json'));
  for (const { file, scripts, id, heights } of saved.files) {
    const { workbook } = await openBook(host, join(folder, file), { owner: '' });
    for (const sheet of workbook.sheets) sheet.rowHeights = new Map(heights[sheet.id] ?? []);
    for (const { dir: project, ...script } of scripts) host.attach(project, { ...script, spreadsheetId: id });
  }
  return { host, title: saved.title, people: saved.people, books: saved.books };
}
