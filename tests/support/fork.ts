/**
 * A second host in the state of the first, so that a loop over every service call need not set up two books
 * each time. Books, properties, triggers and sent mail are copied; scripts are shared, they never change.
 */
import type { HostClock } from '../../host/runtime/clock';
import { LocalHost } from '../../host/runtime/localHost';
import type { Books } from '../../host/sample/books';
import type { DriveFile } from '../../host/services/storage/drive';
import { CellError } from '../../host/workbook/cells/value';

export interface World {
  readonly host: LocalHost;
  readonly books: Books;
}

/** Parts that equal ones share and nobody changes: looks, parsed formulas, errors. */
const isShared = (value: object): boolean =>
  value instanceof CellError ||
  ('numberFormat' in value && 'borders' in value) ||
  ('tokens' in value && 'node' in value);

function copied<T>(value: T, known: Map<object, object>): T {
  if (typeof value !== 'object' || value === null) return value;
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
    // Most of the cells in a row look like the one before.
    let last: unknown = null;
    let lastCopy: unknown = null;
    for (let index = 0; index < list.length; index += 1) {
      const entry = list[index];
      if (typeof entry !== 'object' || entry === null) continue;
      if (entry !== last) [last, lastCopy] = [entry, copied(entry, known)];
      list[index] = lastCopy;
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

export function fork(
  { host, books }: World,
  options: { readonly callsTakeTime?: boolean; readonly smtp?: string } = {},
): World {
  const twin = new LocalHost({ now: host.clock.now(), ...options });
  const known = new Map<object, object>();
  known.set(host.clock satisfies HostClock, twin.clock);
  for (const [id, file] of host.drive.files) twin.drive.files.set(id, copied(file, known));
  twin.properties.restore(host.properties.dump());
  twin.triggers.restore(host.triggers.dump());
  twin.outbox.restore(host.outbox.dump());
  const projects = (each: LocalHost) => (each as unknown as { projects: Map<string, unknown> }).projects;
  for (const [id, project] of projects(host)) projects(twin).set(id, project);
  const file = (of: DriveFile) => twin.file(of.workbook.id);
  return { host: twin, books: { ...books, control: file(books.control), reporting: file(books.reporting) } };
}
