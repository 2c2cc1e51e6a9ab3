/**
 * Whose report is it, when people's cells were moved without their key? A sort of some columns, cells inserted or
 * deleted in one column, a block cut and pasted one row down: the key, the organisation and the stage stay in order, and
 * one school's report stands in another's row. What the jobs last saw of each row tells: cells that left several rows
 * and appeared in others. An ordinary edit leaves nothing that appears elsewhere, and a person who moves her one report
 * to its right row moves one row.
 */

import { push } from '../../values/grouped';
import { filledOver, movedBlocks, reordered, stillForeign } from './blocks';
import type { CellPrints } from './cellMemory';
import type { DisplacedCell, ObservedRow } from './observed';

/** A cell to put right: it gets what stands in row `from`, or becomes blank, for what it holds goes to its own row. */
export interface CellReturn {
  readonly column: string;
  readonly to: number;
  readonly from: number | null;
}

export interface Displacement {
  readonly cells: readonly DisplacedCell[];
  /** What brings every cell that is still there to its row. Nothing that a person typed since is in it. */
  readonly returns: readonly CellReturn[];
  /** Cells of these rows whose own content is nowhere, or that hold something new: people are to look at them. */
  readonly left: readonly { readonly column: string; readonly row: number }[];
  /** By data row: the row whose cells stand there, and the row in which its own stand; null where there is none. */
  readonly rows: ReadonlyMap<number, { readonly holds: number | null; readonly ownIn: number | null }>;
}

interface Arc extends DisplacedCell {
  /** No other row held or holds the same: it can have come from there only. */
  readonly unique: boolean;
}

interface ColumnChange {
  readonly column: string;
  /** Cells that left a row, and cells that are new in one, blank ones not among them. */
  readonly lost: number;
  readonly found: number;
  readonly arcs: readonly Arc[];
}

/** So many cells that are not unique (dates, choices) must have changed places before the column is called disordered. */
const LEAST_ALIKE = 3;
/** Of what left the rows of the column, and of what is new there, this share must be the same. */
const SHARE_OF_LOST = 0.8;
const SHARE_OF_FOUND = 0.5;

export function displacement(rows: readonly ObservedRow[]): Displacement {
  const byRow = new Map(rows.map((each) => [each.row, each]));
  const columns = new Set(rows.flatMap(({ known }) => [...known.keys()]));
  const changes = [...columns].map((column) => changeOf(column, rows));
  const cells = new Map<string, DisplacedCell>();
  const homes = new Set<string>();
  const keep = (arc: DisplacedCell) => {
    const [at, home] = [`${arc.column} ${arc.at}`, `${arc.column} ${arc.home}`];
    if (cells.has(at) || homes.has(home)) return;
    cells.set(at, arc);
    homes.add(home);
  };
  for (const change of changes) {
    if (isDisordered(change, byRow)) change.arcs.forEach(keep);
    else
      change.arcs
        .filter(({ home, at }) => byRow.get(home)?.disputed && byRow.get(at)?.disputed)
        .forEach(keep);
  }
  movedBlocks(byRow).forEach(keep);
  reordered(byRow).forEach(keep);
  // In other columns of the same rows the cells went with them, whichever of several that look the same they are.
  const moved = new Set([...cells.values()].flatMap(({ home, at }) => [home, at]));
  for (const { arcs } of changes)
    for (const arc of arcs) if (moved.has(arc.home) && (moved.has(arc.at) || arc.unique)) keep(arc);
  const found: { holds: number | null; ownIn: number | null }[] = [];
  const touched = new Map<number, (typeof found)[number]>();
  const at = (row: number) => {
    const entry = touched.get(row) ?? { holds: null, ownIn: null };
    touched.set(row, entry);
    return entry;
  };
  for (const cell of cells.values()) {
    at(cell.at).holds ??= cell.home;
    at(cell.home).ownIn ??= cell.at;
  }
  const kept = [...cells.values()];
  const { returns, left } = returnsOf(kept, touched.keys(), byRow);
  const overwritten = [...filledOver(byRow), ...stillForeign(byRow)].filter(({ row }) => !touched.has(row));
  for (const { row, holds } of overwritten) at(row).holds = holds;
  const lost = overwritten.flatMap(({ row, columns: each }) => each.map((column) => ({ column, row })));
  return { cells: kept, returns, left: [...left, ...lost], rows: touched };
}

function returnsOf(
  cells: readonly DisplacedCell[],
  rows: Iterable<number>,
  byRow: ReadonlyMap<number, ObservedRow>,
): Pick<Displacement, 'returns' | 'left'> {
  const [ownIn, foreign] = [new Map<string, number>(), new Set<string>()];
  for (const { column, home, at } of cells) {
    ownIn.set(`${column} ${home}`, at);
    foreign.add(`${column} ${at}`);
  }
  const columns = [...new Set(cells.map(({ column }) => column))];
  const returns: CellReturn[] = [];
  const left: { column: string; row: number }[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const [known, now] = [byRow.get(row)?.known.get(column), byRow.get(row)?.now.get(column)];
      if (known === now) continue;
      const isForeign = foreign.has(`${column} ${row}`);
      const from = ownIn.get(`${column} ${row}`) ?? null;
      const isFree = now === undefined || isForeign;
      if (known !== undefined && (from === null || !isFree)) left.push({ column, row });
      if (isForeign || (isFree && from !== null)) returns.push({ column, to: row, from });
    }
  }
  return { returns, left };
}

function changeOf(column: string, rows: readonly ObservedRow[]): ColumnChange {
  const lost = new Map<string, ObservedRow[]>();
  const found = new Map<string, ObservedRow[]>();
  const held = new Map<string, number>();
  let [lostCount, foundCount] = [0, 0];
  for (const row of rows) {
    const [known, now] = [row.known.get(column), row.now.get(column)];
    if (known !== undefined) held.set(known, (held.get(known) ?? 0) + 1);
    if (known === now) continue;
    if (known !== undefined) {
      push(lost, known, row);
      lostCount += 1;
    }
    if (now !== undefined) {
      push(found, now, row);
      foundCount += 1;
    }
  }
  const arcs: Arc[] = [];
  for (const [print, homes] of lost) {
    const places = found.get(print) ?? [];
    const unique = homes.length === 1 && places.length === 1 && held.get(print) === 1;
    for (const [home, at] of matched(homes, places))
      arcs.push({ column, home: home.row, at: at.row, unique });
  }
  return { column, lost: lostCount, found: foundCount, arcs };
}

/** Comparing every row of a large book with every other takes minutes; cells that look the same may go either way. */
const MOST_COMPARED = 40_000;

/**
 * Who has whose of cells that look the same: first the ways that most other columns went too, then rows that lost
 * something themselves before rows that were blank.
 */
function matched(
  homes: readonly ObservedRow[],
  places: readonly ObservedRow[],
): (readonly [ObservedRow, ObservedRow])[] {
  const [home] = homes;
  const [place] = places;
  if (home === undefined || place === undefined) return [];
  if (homes.length === 1 && places.length === 1) return [[home, place]];
  const pairs: (readonly [ObservedRow, ObservedRow])[] = [];
  const free = new Set(places);
  const open = new Set(homes);
  for (const needed of homes.length * places.length > MOST_COMPARED ? [] : [2, 1]) {
    for (const from of open) {
      const signs = signsOf(from.known);
      for (const to of free) {
        if (countShared(signs, to.now) <= needed) continue;
        pairs.push([from, to]);
        open.delete(from);
        free.delete(to);
        break;
      }
    }
  }
  const rest = [...free].sort((a, b) => Number(b.known.size > 0) - Number(a.known.size > 0) || a.row - b.row);
  for (const from of open) {
    const to = rest.shift();
    if (to === undefined) break;
    pairs.push([from, to]);
  }
  return pairs;
}

const signsOf = (prints: CellPrints): ReadonlySet<string> =>
  new Set([...prints].map(([column, print]) => `${column}=${print}`));

function countShared(signs: ReadonlySet<string>, prints: CellPrints): number {
  let count = 0;
  for (const [column, print] of prints) if (signs.has(`${column}=${print}`)) count += 1;
  return count;
}

function isDisordered(change: ColumnChange, rows: ReadonlyMap<number, ObservedRow>): boolean {
  const organisation = (row: number) => rows.get(row)?.organisation ?? '';
  const crosses = ({ home, at }: DisplacedCell) => organisation(home) !== organisation(at);
  const unique = change.arcs.filter((arc) => arc.unique);
  const ways = new Set(
    unique.filter(crosses).map(({ home, at }) => `${organisation(home)} ${organisation(at)}`),
  );
  // From one school to another somebody may have moved what she had filed for the wrong one; not so both ways.
  if (ways.size >= 2) return true;
  if (unique.length >= LEAST_ALIKE && ways.size > 0 && chained(unique) >= 2) return true;
  // Within one school a person may shift her reports to their right rows; she does not turn them round in a ring.
  if (unique.length >= LEAST_ALIKE && isRing(unique)) return true;
  return isReordered(change, organisation);
}

/** Rows that received something and whose own stands elsewhere. */
function chained(arcs: readonly Arc[]): number {
  const homes = new Set(arcs.map(({ home }) => home));
  return arcs.filter(({ at }) => homes.has(at)).length;
}

const isRing = (arcs: readonly Arc[]): boolean =>
  chained(arcs) === new Set(arcs.map(({ home }) => home)).size;

/** Dates and choices repeat: the same ones in other rows, and little that is new, is what a sort leaves. */
function isReordered({ lost, found, arcs }: ColumnChange, organisation: (row: number) => string): boolean {
  if (arcs.length < LEAST_ALIKE) return false;
  if (arcs.length < SHARE_OF_LOST * lost || arcs.length < SHARE_OF_FOUND * found) return false;
  const organisations = new Set(arcs.flatMap(({ home, at }) => [organisation(home), organisation(at)]));
  return organisations.size >= 2 && (chained(arcs) >= 2 || organisations.size > 2);
}
