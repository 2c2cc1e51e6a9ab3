/**
 * What to do so that exactly the wanted rows are closed. All that lets somebody in comes before anything that shuts
 * somebody out: a run that is stopped between two steps leaves no one locked out of her own row.
 */
import { grouped } from '../values/grouped';
import type { Closing } from './closings';

/** A protection of ours as it stands. */
export interface Found {
  readonly organisation: string;
  readonly row: number;
  readonly rows: number;
  /** Whether it covers all columns that people write. */
  readonly whole: boolean;
  /** What it is called. */
  readonly name: string;
  /** Lower case. */
  readonly editors: readonly string[];
}

/** `found`: its place in the list of those that were found. */
export type Step =
  | { readonly kind: 'remove'; readonly found: number }
  | { readonly kind: 'rename'; readonly found: number; readonly name: string }
  | {
      readonly kind: 'admit';
      readonly found: number;
      readonly closing: Closing;
      readonly who: readonly string[];
    }
  /** Out of the way, where it shuts out nobody who may write there. */
  | { readonly kind: 'park'; readonly found: number }
  | { readonly kind: 'place'; readonly found: number; readonly closing: Closing }
  | { readonly kind: 'dismiss'; readonly found: number; readonly who: readonly string[] }
  | { readonly kind: 'create'; readonly closing: Closing };

export interface ClosingPlan {
  readonly open: readonly Step[];
  readonly close: readonly Step[];
}

/** Row of the header: closed to all but the administrators in any case. */
export const PARKED = 1;

/**
 * `nameOf`: what the protection of a block is to be called. `keeps`: accounts that Google lets nobody take off, the owner
 * of the book and the person who runs the job.
 */
export function planClosings(
  wanted: readonly Closing[],
  found: readonly Found[],
  nameOf: (closing: Closing) => string,
  keeps: readonly string[],
): ClosingPlan {
  const open: Step[] = [];
  const close: Step[] = [];
  const matched = match(wanted, found);
  found.forEach((present, index) => {
    const closing = matched.get(index);
    if (!closing) {
      open.push({ kind: 'remove', found: index });
      return;
    }
    const name = nameOf(closing);
    if (present.name !== name) open.push({ kind: 'rename', found: index, name });
    const missing = closing.editors.filter((who) => !present.editors.includes(who) && !keeps.includes(who));
    if (missing.length > 0) open.push({ kind: 'admit', found: index, closing, who: missing });
    if (present.row !== PARKED && !isWithin(present, closing)) open.push({ kind: 'park', found: index });
    const inPlace = present.row === closing.row && present.rows === closing.rows && present.whole;
    if (!inPlace) close.push({ kind: 'place', found: index, closing });
    const extra = present.editors.filter((who) => !closing.editors.includes(who) && !keeps.includes(who));
    if (extra.length > 0) close.push({ kind: 'dismiss', found: index, who: extra });
  });
  const closed = new Set(matched.values());
  for (const closing of wanted) if (!closed.has(closing)) close.push({ kind: 'create', closing });
  return { open, close };
}

type Rows = Pick<Closing, 'row' | 'rows'>;
const isWithin = (inner: Rows, outer: Rows): boolean =>
  outer.row <= inner.row && inner.row + inner.rows <= outer.row + outer.rows;

/** Which block each protection serves: that on which it lies, else any of its organisation that has none. */
function match(wanted: readonly Closing[], found: readonly Found[]): Map<number, Closing> {
  const free = grouped(wanted, ({ organisation }) => organisation);
  const result = new Map<number, Closing>();
  const take = (fits: (present: Found, closing: Closing) => boolean) =>
    found.forEach((present, index) => {
      const list = free.get(present.organisation) ?? [];
      const at = result.has(index) ? -1 : list.findIndex((closing) => fits(present, closing));
      const [closing] = at < 0 ? [] : list.splice(at, 1);
      if (closing) result.set(index, closing);
    });
  take((present, closing) => present.row === closing.row && present.rows === closing.rows);
  take(isWithin);
  take(() => true);
  return result;
}
