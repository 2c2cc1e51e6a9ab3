/** Brings back what a folder holds: the last whole snapshot, and what was done since. */
import { writeAtomically } from '../../xlsx/atomic';
import { server } from '../protocol/messages';
import { DamagedError, journalOf, journalsFrom, setAsideOf, snapshotsIn } from './files';
import { type Action, readJournal } from './journal';
import { readSnapshot, type World } from './snapshot';

export interface Restored {
  readonly from: 'sample' | 'disk';
  readonly replayed: number;
  /** What was done and could not be done again, and the file where it lies. */
  readonly notRepeated: { readonly count: number; readonly path: string } | null;
  /** A file that could not be read; the state was reached from an older one. */
  readonly damaged: string | null;
}

interface Steps {
  use(world: World): void;
  /** Whether it could be done again; an error counts as no. */
  again(action: Action): boolean;
}

/** Null for a folder that holds nothing yet. @throws DamagedError where no snapshot is whole. */
export async function restoreWorld(
  dir: string,
  { use, again }: Steps,
): Promise<{ restored: Restored; base: number; newest: number } | null> {
  const numbers = snapshotsIn(dir);
  const [newest] = numbers;
  if (newest === undefined) return null;
  const { base, world, damaged } = await firstWhole(dir, numbers);
  use(world);
  const notRepeated: string[] = [];
  let replayed = 0;
  let cut = false;
  for (const number of journalsFrom(dir, base)) {
    const { actions, rest } = readJournal(journalOf(dir, number));
    for (const { line, action } of actions) {
      if (!cut && succeeds(() => again(action))) replayed += 1;
      else notRepeated.push(line);
    }
    notRepeated.push(...rest);
    cut ||= rest.length > 0;
  }
  const path = setAsideOf(dir, newest);
  if (notRepeated.length > 0) writeAtomically(path, `${notRepeated.join('\n')}\n`);
  const aside = notRepeated.length === 0 ? null : { count: notRepeated.length, path };
  return { restored: { from: 'disk', replayed, notRepeated: aside, damaged }, base, newest };
}

async function firstWhole(dir: string, numbers: readonly number[]) {
  let first: DamagedError | null = null;
  for (const base of numbers) {
    try {
      return { base, world: await readSnapshot(dir, base), damaged: first?.path ?? null };
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      first ??= error;
    }
  }
  throw first;
}

function succeeds(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch {
    return false;
  }
}

/** What the person at the terminal is told of it. */
export function restoredLines(dir: string, { from, replayed, notRepeated, damaged }: Restored): string[] {
  return [
    ...(from === 'disk' ? [server.restored(dir)] : []),
    ...(damaged === null ? [] : [server.olderTaken(damaged)]),
    ...(replayed > 0 ? [server.replayed(replayed)] : []),
    ...(notRepeated ? [server.notRepeated(notRepeated.count, notRepeated.path)] : []),
  ];
}
