/**
 * What became of cells that one press wrote while others moved rows and columns: told from the tab as it stood right
 * before and as it stands now, each read in one call. Rows and columns of grids count from 0, the header is row 0.
 */

import { toSerial } from '../dates/civil';
import { readDateText } from '../dates/dateText';
import { type Cell, cellText, type Grid, isBlank, isDateCell, numberOf } from '../values/cell';
import { saysTheSame } from '../values/formulaText';
import { joinedTexts, sameKey } from '../values/text';

/** How a row is known again: by the texts of its first columns; where these were changed, by those of `or`. */
export interface Identity {
  readonly by: readonly number[];
  readonly or: readonly number[];
}

/** A cell that was written, at the place of `before` where it belongs; below 0 where it cannot be found again. */
export interface Written {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  /** Of a cell that was put back: which of the written ones it puts right, by its index. */
  readonly undoes?: number;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell of the tab as it stands now that holds what belongs elsewhere. */
export interface Stray extends Place {
  /** What stood there before, and the place of `before` that it stood in; null for a new row or column. */
  readonly was: Cell;
  readonly from: Place | null;
  /** Which of the written cells it is, by its index. */
  readonly of: number;
}

export interface Settlement {
  /** Where each written cell belongs in the tab as it stands now; null where its row or column is gone. */
  readonly homes: readonly (Place | null)[];
  /** Whether each stands there. */
  readonly held: readonly boolean[];
  readonly strays: readonly Stray[];
  /** Cells that may hold what was written over something that is not known. */
  readonly doubtful: readonly Place[];
}

/** More cells that others changed in the moment of a press: somebody sorts these columns without the names of the rows. */
const MOST_CHANGED = 3;

export function settle(
  before: Grid,
  after: Grid,
  written: readonly Written[],
  identity: Identity,
): Settlement {
  const columns = matchColumns(before[0] ?? [], after[0] ?? []);
  const rows = matchRows(before, after, identity, columns);
  const [columnNow, rowNow] = [inverse(columns), inverse(rows)];
  const homes = written.map(({ row, column }): Place | null => {
    const [r, c] = [rowNow.get(row), columnNow.get(column)];
    return r === undefined || c === undefined ? null : { row: r, column: c };
  });
  const at = ({ row, column }: Place): Cell => after[row]?.[column] ?? '';
  const held = written.map((one, index): boolean => {
    const home = homes[index] ?? null;
    return one.row < 0 || (home !== null && hasBecome(at(home), one, before));
  });
  const taken = new Set(homes.flatMap((home, index) => (home !== null && held[index] ? [nameOf(home)] : [])));
  const strays = new Map<string, Stray>();
  const doubtful: Place[] = [];
  const search = new Search(before, after, { rows, columns, identity });
  const isUndone = (index: number): boolean =>
    written.some(({ undoes }, other) => undoes === index && held[other] === true);
  const hitsOf = written.map((one, index) => {
    if (held[index] || isUndone(index)) return [];
    const found = search.of(one.cell).filter((each) => !taken.has(nameOf(each)));
    // Where nothing moved after the write, it is the very place that was written to.
    const [only] = found.filter(({ row, column }) => row === one.row && column === one.column);
    if (only !== undefined) return [only];
    // Elsewhere it may be another person's, unless what was meant was certainly never reached.
    const home = homes[index] ?? null;
    const missed = home !== null && saysTheSame(at(home), before[one.row]?.[one.column] ?? '');
    return missed ? found : found.map((each) => ({ ...each, was: null }));
  });
  const known = new Set([...homes.flatMap((home) => home ?? []), ...hitsOf.flat()].map(nameOf));
  const isSorted = search.changedBeside(new Set(written.map(({ column }) => column)), known) > MOST_CHANGED;
  hitsOf.forEach((hits, index) => {
    const [hit] = hits;
    if (hits.length === 1 && hit !== undefined && hit.was !== null && !isSorted)
      strays.set(nameOf(hit), { ...hit, was: hit.was, of: index });
    else doubtful.push(...hits);
  });
  return { homes, held, strays: [...strays.values()], doubtful };
}

const nameOf = ({ row, column }: Place): string => `${row}|${column}`;

const inverse = (map: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...map].map(([now, then]) => [then, now]));

/** Columns now → columns before: by their headers; a header that is there twice or blank tells nothing. */
function matchColumns(before: readonly Cell[], after: readonly Cell[]): Map<number, number> {
  const texts = (header: readonly Cell[]) => header.map((cell) => sameKey(cellText(cell)));
  const [then, now] = [texts(before), texts(after)];
  if (then.join('\n') === now.join('\n')) return new Map(then.map((_, index) => [index, index]));
  const matched = pairs(unique(then), unique(now));
  const left = (header: readonly string[], known: Iterable<number>) => {
    const used = new Set(known);
    return header.flatMap((text, index) => (text !== '' && !used.has(index) ? [index] : []));
  };
  const [[lost, ...others], [come, ...more]] = [left(then, matched.values()), left(now, matched.keys())];
  // One header was written anew.
  if (lost !== undefined && come !== undefined && others.length + more.length === 0) matched.set(come, lost);
  return matched;
}

/** Rows now → rows before. */
function matchRows(
  before: Grid,
  after: Grid,
  { by, or }: Identity,
  columns: ReadonlyMap<number, number>,
): Map<number, number> {
  const columnNow = inverse(columns);
  const matched = new Map<number, number>([[0, 0]]);
  for (const wanted of [by, or]) {
    const places = wanted.map((column) => columnNow.get(column));
    if (wanted.length === 0 || places.includes(undefined)) continue;
    const rest = (grid: Grid, at: readonly (number | undefined)[], known: Iterable<number>) => {
      const used = new Set(known);
      return unique(grid.map((row, index) => (used.has(index) ? '' : nameIn(row, at))));
    };
    const found = pairs(rest(before, wanted, matched.values()), rest(after, places, matched.keys()));
    for (const [now, then] of found) matched.set(now, then);
  }
  return matched;
}

/** '' where nothing stands in any of the columns. */
function nameIn(row: readonly Cell[], columns: readonly (number | undefined)[]): string {
  const texts = columns.map((column) => sameKey(cellText(row[column ?? -1] ?? '')));
  return texts.every((text) => text === '') ? '' : joinedTexts(texts);
}

/** Texts that are there once, with their places. */
function unique(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  texts.forEach((text, index) => {
    if (places.has(text)) twice.add(text);
    else places.set(text, index);
  });
  for (const text of [...twice, '']) places.delete(text);
  return places;
}

const pairs = (then: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Map<number, number> =>
  new Map(
    [...now].flatMap(([text, index]): [number, number][] => {
      const other = then.get(text);
      return other === undefined ? [] : [[index, other]];
    }),
  );

interface Hit extends Place {
  /** Null where it is not known. */
  readonly was: Cell | null;
  readonly from: Place | null;
}

/** Looks for cells that came to hold a text between the two readings. */
class Search {
  constructor(
    private readonly before: Grid,
    private readonly after: Grid,
    private readonly same: {
      readonly rows: ReadonlyMap<number, number>;
      readonly columns: ReadonlyMap<number, number>;
      readonly identity: Identity;
    },
  ) {}

  of(cell: Cell): Hit[] {
    const hits: Hit[] = [];
    this.after.forEach((cells, row) => {
      if (row === 0) return;
      cells.forEach((now, column) => {
        if (!isLike(now, cell)) return;
        const hit = this.hitAt(row, column, cell);
        if (hit !== null) hits.push(hit);
      });
    });
    return hits;
  }

  /** Cells of these columns (of `before`) that hold something else now, but for those that are known. */
  changedBeside(columns: ReadonlySet<number>, known: ReadonlySet<string>): number {
    let count = 0;
    for (const [row, then] of this.same.rows) {
      if (row === 0) continue;
      for (const [column, place] of this.same.columns) {
        if (!columns.has(place) || known.has(nameOf({ row, column }))) continue;
        const [now, was] = [this.after[row]?.[column] ?? '', this.before[then]?.[place] ?? ''];
        if (!saysTheSame(now, was)) count += 1;
      }
    }
    return count;
  }

  private hitAt(row: number, column: number, cell: Cell): Hit | null {
    const { rows, columns } = this.same;
    const [then, place] = [rows.get(row), columns.get(column)];
    if (then !== undefined && place !== undefined) {
      const was = this.before[then]?.[place] ?? '';
      return isLike(was, cell) ? null : { row, column, was, from: { row: then, column: place } };
    }
    // A blank in what is new is nothing that was written.
    if (isBlank(cell)) return null;
    if (place === undefined) return { row, column, was: '', from: null };
    const name = this.nameNow(row);
    const former = this.before.filter((cells, index) => index > 0 && this.nameThen(cells) === name);
    if (former.some((cells) => isLike(cells[place] ?? '', cell))) return null;
    const blank = name === '' && former.every((cells) => isBlank(cells[place] ?? ''));
    return { row, column, was: blank ? '' : null, from: null };
  }

  private nameThen(cells: readonly Cell[]): string {
    return nameIn(cells, this.same.identity.by);
  }

  private nameNow(row: number): string {
    const columnNow = inverse(this.same.columns);
    return nameIn(
      this.after[row] ?? [],
      this.same.identity.by.map((column) => columnNow.get(column)),
    );
  }
}

/** Whether the cell in which something was written holds it, in whatever format: «05.10.20» may be what stood there before. */
export const hasBecome = (now: Cell, { row, column, cell }: Written, before: Grid): boolean =>
  saysTheSame(now, cell) || (isLike(now, cell) && !saysTheSame(now, before[row]?.[column] ?? ''));

/** Whether a cell may be what became of a value that was written there, whatever the format of the cell. */
function isLike(cell: Cell, written: Cell): boolean {
  if (isBlank(cell) || isBlank(written)) return isBlank(cell) && isBlank(written);
  if (saysTheSame(cell, written)) return true;
  const [a, b] = [numberIn(cell), numberIn(written)];
  return a !== null && a === b;
}

function numberIn(cell: Cell): number | null {
  if (isDateCell(cell)) return toSerial(cell.date);
  const number = numberOf(cell);
  if (number !== null || typeof cell !== 'string') return number;
  const read = readDateText(cell);
  return read.ok ? toSerial(read.date) : null;
}
