/**
 * What tells of moved cells besides what left one row and stands in another: a block that was cut and pasted some rows
 * further, a value that was dragged down over other schools' cells, and a row that still holds another's report after
 * that one was put right by hand.
 */
import { push } from '../../values/grouped';
import { splitKey } from '../registry';
import type { DisplacedCell, ObservedRow } from './observed';

/** A row that holds a copy of what row `holds` is known by; its own cells are nowhere. Data rows, from 0. */
export interface OverwrittenRow {
  readonly row: number;
  readonly holds: number;
  readonly columns: readonly string[];
}

/** A block is looked for so many rows away. */
const FARTHEST = 60;
const LEAST_ROWS = 2;
/** Dates repeat: of a block of nothing else so many rows must have moved. */
const LEAST_ALIKE = 3;
/** Heads decide and extend many rows at once, also over what they wrote before. */
const OF_HEADS: ReadonlySet<string> = new Set(['decision', 'extendedTo', 'reason']);

type Rows = ReadonlyMap<number, ObservedRow>;

/**
 * Cells that stand the same number of rows away from where they were, row by row. A person who had filed for the wrong
 * school moves her reports to the same stages of her own: that is no damage.
 */
export function movedBlocks(rows: Rows): DisplacedCell[] {
  const byOffset = new Map<number, DisplacedCell[]>();
  for (const cell of cellsThatCameFromNear(rows)) push(byOffset, cell.at - cell.home, cell);
  return [...byOffset].flatMap(([offset, cells]) =>
    blocksOf(cells, offset, rows)
      .filter((block) => isDamage(block, rows))
      .flat(),
  );
}

function* cellsThatCameFromNear(rows: Rows): Generator<DisplacedCell> {
  const lost = new Map<string, number[]>();
  for (const { row, known, now } of rows.values())
    for (const [column, print] of known) if (now.get(column) !== print) push(lost, `${column} ${print}`, row);
  if (lost.size === 0) return;
  for (const { row: at, known, now } of rows.values())
    for (const [column, print] of now) {
      if (known.get(column) === print) continue;
      for (const home of lost.get(`${column} ${print}`) ?? [])
        if (home !== at && Math.abs(home - at) <= FARTHEST) yield { column, home, at };
    }
}

/** Cells of one offset, in blocks between which some row does not fit the move. */
function blocksOf(cells: readonly DisplacedCell[], offset: number, rows: Rows): DisplacedCell[][] {
  const fits = (row: number, column: string) =>
    rows.get(row)?.now.get(column) === rows.get(row - offset)?.known.get(column);
  const blocks: DisplacedCell[][] = [];
  const open = new Map<string, { readonly block: DisplacedCell[]; readonly last: number }>();
  const blockAt = new Map<number, DisplacedCell[]>();
  for (const cell of [...cells].sort((a, b) => a.at - b.at)) {
    const { column, at } = cell;
    let { block, last } = open.get(column) ?? { block: undefined, last: at };
    for (let row = last + 1; row < at && block; row += 1) if (!fits(row, column)) block = undefined;
    // Cells of one row moved together.
    block ??= blockAt.get(at);
    if (block === undefined) {
      block = [];
      blocks.push(block);
    }
    block.push(cell);
    open.set(column, { block, last: at });
    blockAt.set(at, block);
  }
  return blocks;
}

function isDamage(block: readonly DisplacedCell[], rows: Rows): boolean {
  const moved = new Set(block.map(({ at }) => at)).size;
  const isTold = block.some((cell) => isOneOfAKind(cell, rows));
  if (moved < (isTold ? LEAST_ROWS : LEAST_ALIKE)) return false;
  return block.some(({ home, at }) => {
    const [from, to] = [rows.get(home), rows.get(at)];
    if (!from || !to || from.organisation === to.organisation) return false;
    return splitKey(from.pair)?.stage !== splitKey(to.pair)?.stage;
  });
}

function isOneOfAKind({ column, home }: DisplacedCell, rows: Rows): boolean {
  const print = rows.get(home)?.known.get(column);
  for (const each of rows.values()) if (each.row !== home && each.known.get(column) === print) return false;
  return true;
}

/** Rows so near to each other are what a person sorts who marks a few. */
const NEAR = 12;

/** A few neighbouring rows of several schools that hold in a column exactly what they held before, in another order. */
export function reordered(rows: Rows): DisplacedCell[] {
  const ordered = [...rows.values()].sort((a, b) => a.row - b.row);
  const columns = new Set(ordered.flatMap(({ known }) => [...known.keys()]));
  return [...columns].flatMap((column) => {
    const changed = ordered.filter(({ known, now }) => known.get(column) !== now.get(column));
    const cells: DisplacedCell[] = [];
    for (let first = 0; first < changed.length; first += 1) {
      const last = endOfOrder(changed, column, first);
      if (last === null) continue;
      cells.push(...whoseIs(changed.slice(first, last + 1), column));
      first = last;
    }
    return cells;
  });
}

/** The index of the last row of the shortest order that begins with this one; null where none does. */
function endOfOrder(changed: readonly ObservedRow[], column: string, first: number): number | null {
  const balance = new Map<string, number>();
  const add = (print: string | undefined, by: number) => {
    if (print === undefined) return;
    const sum = (balance.get(print) ?? 0) + by;
    if (sum === 0) balance.delete(print);
    else balance.set(print, sum);
  };
  let [moved, replaced] = [0, 0];
  const schools = new Set<string>();
  const start = changed[first]?.row ?? 0;
  for (let index = first; index < changed.length; index += 1) {
    const each = changed[index];
    if (!each || each.row - start > NEAR) return null;
    const [known, now] = [each.known.get(column), each.now.get(column)];
    add(known, -1);
    add(now, 1);
    moved += now === undefined ? 0 : 1;
    replaced += known !== undefined && now !== undefined ? 1 : 0;
    schools.add(each.organisation);
    if (balance.size === 0 && moved >= LEAST_ROWS && replaced > 0 && schools.size > 1) return index;
  }
  return null;
}

function whoseIs(changed: readonly ObservedRow[], column: string): DisplacedCell[] {
  const homes = new Map<string, number[]>();
  for (const { row, known } of changed) {
    const print = known.get(column);
    if (print !== undefined) push(homes, print, row);
  }
  return changed.flatMap(({ row: at, now }) => {
    const home = homes.get(now.get(column) ?? '')?.shift();
    return home === undefined ? [] : [{ column, home, at }];
  });
}

/** A value dragged down from its row over cells of other schools that held something else. */
export function filledOver(rows: Rows): OverwrittenRow[] {
  const found = new Map<number, OverwrittenRow>();
  const ordered = [...rows.values()].sort((a, b) => a.row - b.row);
  const columns = new Set(ordered.flatMap(({ now }) => [...now.keys()]));
  for (const column of columns) {
    if (OF_HEADS.has(column)) continue;
    let run: ObservedRow[] = [];
    const end = () => {
      const [source, ...filled] = run;
      const over = filled.filter(({ known }) => known.has(column));
      const others = over.some(({ organisation }) => organisation !== source?.organisation);
      if (source && filled.length >= LEAST_ALIKE && over.length >= LEAST_ROWS && others)
        for (const { row, organisation, known } of filled)
          if (known.has(column) || organisation !== source.organisation)
            found.set(row, {
              row,
              holds: source.row,
              columns: [...(found.get(row)?.columns ?? []), column],
            });
    };
    for (const each of ordered) {
      const print = each.now.get(column);
      const goes =
        print !== undefined && run[0]?.now.get(column) === print && each.known.get(column) !== print;
      if (goes && each.row === (run[run.length - 1]?.row ?? 0) + 1) run.push(each);
      else {
        end();
        run = print === undefined ? [] : [each];
      }
    }
    end();
  }
  return [...found.values()];
}

/** Rows that an earlier run did not count, and whose changed cells all are what another row was known by. */
export function stillForeign(rows: Rows): OverwrittenRow[] {
  const result: OverwrittenRow[] = [];
  for (const { row, known, now, disputed } of rows.values()) {
    if (!disputed) continue;
    const columns = [...now].filter(([column, print]) => known.get(column) !== print);
    if (columns.length === 0) continue;
    for (const other of rows.values()) {
      if (other.row === row || columns.some(([column, print]) => other.known.get(column) !== print)) continue;
      result.push({ row, holds: other.row, columns: columns.map(([column]) => column) });
      break;
    }
  }
  return result;
}
