/**
 * A second host in the state of the first, so that a loop over every service call need not set up two books
 * each time. All state is copied; scripts are shared, they never change.
 */
import type { HostClock } from '../../host/runtime/clock';
import { LocalHost } from '../../host/runtime/localHost';
import type { Books } from '../../host/sample/books';
import type { DriveFile } from '../../host/services/storage/drive';
import { CellError } from '../../host/workbook/cells/value';
import type { Row } from '../../host/workbook/grid/rows';

export interface World {
  readonly host: LocalHost;
  readonly books: Books;
}

/** Parts that equal ones share and nobody changes: looks, parsed formulas, errors. */
const isShared = (value: object): boolean =>
  value instanceof CellError ||
  ('numberFormat' in value && 'borders' in value) ||
  ('tokens' in value && 'node' in value);

const isRow = (value: object): value is Row => 'values' in value && 'validations' in value;

/** Rows are nearly all of a book: their looks, notes and texts are shared, only what stands in no other row is copied. */
function copiedRow(row: Row, known: Map<object, object>): Row {
  return {
    values: row.values.slice(),
    formulas: row.formulas && copiedList(row.formulas, known),
    styles: row.styles?.slice() ?? null,
    validations: row.validations && copiedList(row.validations, known),
    notes: row.notes?.slice() ?? null,
    runs: row.runs?.slice() ?? null,
  };
}

function copiedList<Item>(items: readonly Item[], known: Map<object, object>): Item[] {
  const list = items.slice();
  // Most of the cells in a row have the rule of the one before.
  let [last, lastCopy] = [list[0], copied(list[0] as Item, known)];
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (typeof item !== 'object' || item === null) continue;
    if (item !== last) [last, lastCopy] = [item, copied(item, known)];
    list[index] = lastCopy;
  }
  return list;
}

function copied<T>(value: T, known: Map<object, object>): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isRow(value)) return copiedRow(value, known) as T;
  const seen = known.get(value);
  if (seen) return seen as T;
  if (isShared(value)) return value;
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    known.set(value, map);
    for (const [key, entry] of value) map.set(copied(key, known), copied(entry, known));
    return map as T;
  }
  if (value instanceof Set) {
    const set = new Set<unknown>();
    known.set(value, set);
    for (const entry of value) set.add(copied(entry, known));
    return set as T;
  }
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice();
    known.set(value, list);
    for (let index = 0; index < list.length; index += 1) {
      const entry = list[index];
      if (typeof entry === 'object' && entry !== null) list[index] = copied(entry, known);
    }
    return list as T;
  }
  const copy: Record<string, unknown> = Object.create(
    Object.getPrototypeOf(value) as object | null,
  ) as Record<string, unknown>;
  known.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = copied((value as Record<string, unknown>)[key], known);
  return copy as T;
}

/** Parts of a host that hold nothing but state, besides those that have a `dump` of their own. */
interface Held {
  readonly projects: Map<string, unknown>;
  readonly refused: Map<string, unknown>;
  readonly menus: object;
  readonly caches: object;
  readonly scheduler: { readonly failures: unknown[]; readonly runtime: Map<string, unknown> };
  readonly drive: { made: number };
  readonly stores: { readonly uuids: object };
  readonly outbox: { written: number };
  readonly answers: unknown[];
  attached: number;
  readonly world: { namesEditors: boolean };
}

/** tests/host/fork.test.ts holds that nothing is forgotten. */
export function forkHost(
  host: LocalHost,
  options: { readonly callsTakeTime?: boolean; readonly smtp?: string } = {},
): LocalHost {
  const twin = new LocalHost({ now: host.clock.now(), ...options });
  const known = new Map<object, object>();
  known.set(host.clock satisfies HostClock, twin.clock);
  for (const [id, file] of host.drive.files) twin.drive.files.set(id, copied(file, known));
  twin.properties.restore(host.properties.dump());
  twin.triggers.restore(host.triggers.dump());
  twin.outbox.restore(host.outbox.dump());
  const [from, to] = [host, twin].map((each) => each as unknown as Held) as [Held, Held];
  for (const [id, project] of from.projects) to.projects.set(id, project);
  for (const [key, scopes] of from.refused) to.refused.set(key, copied(scopes, known));
  for (const [key, runtime] of from.scheduler.runtime) to.scheduler.runtime.set(key, copied(runtime, known));
  to.scheduler.failures.push(...copied(from.scheduler.failures, known));
  to.answers.push(...from.answers);
  Object.assign(to.menus, copied(from.menus, known));
  Object.assign(to.caches, copied(from.caches, known));
  Object.assign(to.stores.uuids, from.stores.uuids);
  to.drive.made = from.drive.made;
  to.outbox.written = from.outbox.written;
  to.attached = from.attached;
  to.world.namesEditors = from.world.namesEditors;
  return twin;
}

export function fork({ host, books }: World, options: Parameters<typeof forkHost>[1] = {}): World {
  const twin = forkHost(host, options);
  const file = (of: DriveFile) => twin.file(of.workbook.id);
  return { host: twin, books: { ...books, control: file(books.control), reporting: file(books.reporting) } };
}

/**
 * Makes a world once for each value of its options and gives a copy of it each time: setting up two books takes fifty
 * times longer than copying them.
 */
export function madeOnce<Options, W extends World>(
  make: (options?: Options) => W,
  copy: (world: W) => W = (world) => ({ ...world, ...fork(world) }),
): (options?: Options) => W {
  const made = new Map<string, W>();
  return (options) => {
    const key = JSON.stringify(options ?? {});
    const world = made.get(key) ?? make(options);
    made.set(key, world);
    return copy(world);
  };
}
