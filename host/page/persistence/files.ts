/** Which files of a world's folder hold what, and which of them count. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { server } from '../protocol/messages';
import { Refusal } from '../protocol/refusal';

export const folderOf = (dir: string, number: number): string => join(dir, `snapshot-${number}`);
export const journalOf = (dir: string, number: number): string => join(dir, `journal-${number}.jsonl`);
export const current = (dir: string): string => join(dir, 'current.json');
/** Where the lines of a journal lie that could not be done again. */
export const setAsideOf = (dir: string, number: number): string => join(dir, `not-repeated-${number}.jsonl`);

export class DamagedError extends Refusal {
  constructor(
    /** Folder of the world that the file is of. */
    dir: string,
    readonly path: string,
    cause: unknown,
  ) {
    super(server.damaged(path, dir), { cause });
  }
}

/** Numbers of the snapshots that a world can be opened from, the one that counts first; none in a new folder. */
export function snapshotsIn(dir: string): number[] {
  const there = numbered(dir, /^snapshot-(\d+)$/).filter((number) =>
    existsSync(join(folderOf(dir, number), 'world.json')),
  );
  const counts = currentIn(dir);
  // Without the mark the last one that was finished counts.
  if (counts === null) return there;
  const kept = there.filter((number) => number <= counts);
  return kept[0] === counts ? kept : [counts, ...kept];
}

/** Numbers of the journals from a snapshot on, in the order in which they were written. */
export const journalsFrom = (dir: string, number: number): number[] =>
  numbered(dir, /^journal-(\d+)\.jsonl$/)
    .filter((each) => each >= number)
    .reverse();

function numbered(dir: string, pattern: RegExp): number[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
}

/** Null when there is no mark, or it cannot be read and the folders tell. @throws DamagedError where they do not */
function currentIn(dir: string): number | null {
  const path = current(dir);
  if (!existsSync(path)) return null;
  try {
    const { snapshot } = JSON.parse(readFileSync(path, 'utf8')) as { snapshot: unknown };
    if (!Number.isInteger(snapshot)) throw new Error('no number');
    return snapshot as number;
  } catch (error) {
    if (numbered(dir, /^snapshot-(\d+)$/).length === 0) throw new DamagedError(dir, path, error);
    return null;
  }
}
