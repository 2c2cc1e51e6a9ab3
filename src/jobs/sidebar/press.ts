/**
 * A person's press writes cells of one row, and whatever happens between its calls is told from two readings of the
 * whole tab: docs/design.md, «Rules that keep people's data safe», 3. What was written anywhere else than where it
 * belongs is put back as it was, and only where it still stands.
 */
import {
  hasBecome,
  type Identity,
  type Place,
  type Settlement,
  settle,
  type Written,
} from '../../domain/school/settle';
import { cellName } from '../../domain/values/a1';
import { type Grid, isBlank } from '../../domain/values/cell';
import { saysTheSame } from '../../domain/values/formulaText';
import { putBack, type RowCells } from '../../google/book/rowCells';
import { commit } from '../../google/services/app';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Somebody who moves rows all the time cannot keep a press busy. */
const MOST_LOOKS = 5;

/** Of a new row or column, which cannot be found again: taken for put back. */
const NOWHERE: Place = { row: -1, column: -1 };

export interface PressedTab {
  readonly sheet: Sheet;
  readonly identity: Identity;
  /** Columns of the tab as it stood before that hold formulas of Svodka's. */
  readonly formulas: ReadonlySet<number>;
  /** The tab as it stands: all of it, or down to a row (from 1) and perhaps further. */
  read(last?: number): Grid;
}

export interface Pressed {
  /** The tab as it stands now, and the row in it that was meant; null where that is gone. */
  readonly after: Grid;
  readonly row: number | null;
  /** Everything stands where it belongs. */
  readonly held: boolean;
  /** Cells that were hit instead: put back as they were. */
  readonly undone: readonly string[];
  /** Cells in which what was written may still stand over what is not known. */
  readonly left: readonly string[];
}

/**
 * `before`: read right before, by one call; `written`: cells of one of its rows, all those of the stretches that are
 * written. @throws what the service says, where nothing was moved and nothing was written.
 */
export function press(tab: PressedTab, before: Grid, written: readonly Written[], cells: RowCells): Pressed {
  const byColumn = new Map(written.map(({ column, cell }) => [column, cell]));
  const row = written[0]?.row ?? 0;
  let error: unknown = null;
  try {
    cells.write(new Set(byColumn.keys()), (column) => byColumn.get(column) ?? '');
    commit();
  } catch (thrown) {
    // It may have been carried out, or have met cells that are closed: the tab itself tells.
    error = thrown;
  }
  const near = tab.read(row + 1);
  if (isUndisturbed(before, near, row, tab.identity)) {
    const held = written.every((one) => hasBecome(near[row]?.[one.column] ?? '', one, before));
    if (held) return { after: near, row, held, undone: [], left: [] };
    if (error !== null) throw error;
  }
  return settled(tab, before, written);
}

/** The same row stands in the same place under the same headers. */
function isUndisturbed(before: Grid, after: Grid, row: number, { by, or }: Identity): boolean {
  const same = (at: number, columns: readonly number[]) =>
    columns.every((column) => saysTheSame(after[at]?.[column] ?? '', before[at]?.[column] ?? ''));
  return (
    same(
      0,
      (before[0] ?? []).map((_, column) => column),
    ) && same(row, [...by, ...or])
  );
}

function settled(tab: PressedTab, before: Grid, pressed: readonly Written[]): Pressed {
  const undone = new Set<string>();
  const written = [...pressed];
  let [after, found] = lookAgain(tab, before, written);
  const closed = new Set<string>();
  for (let count = 0; count < MOST_LOOKS && found.strays.length > 0; count += 1) {
    for (const stray of found.strays) {
      const { from, was, of } = stray;
      try {
        putBack(tab.sheet, stray, was, from !== null && tab.formulas.has(from.column));
        commit();
        undone.add(nameOf(stray));
        written.push({ ...(from ?? NOWHERE), cell: was, undoes: of });
      } catch {
        closed.add(nameOf(stray));
      }
    }
    if (closed.size > 0) break;
    [after, found] = lookAgain(tab, before, written);
  }
  const left = [...found.doubtful, ...found.strays].map(nameOf);
  const homes = found.homes.slice(0, pressed.length);
  const held = found.held.slice(0, pressed.length).every((each) => each);
  const row = homes.find((home) => home !== null)?.row ?? null;
  return { after, row, held, undone: [...undone], left: [...new Set(left)] };
}

function lookAgain(tab: PressedTab, before: Grid, written: readonly Written[]): [Grid, Settlement] {
  const after = tab.read();
  return [after, settle(before, after, written, tab.identity)];
}

const nameOf = ({ row, column }: Place): string => cellName(row + 1, column + 1);

/** Columns whose texts tell the rows of a table apart, but for one: for tables in which no column does. */
export const allBut = (header: Grid[number] | undefined, left: ReadonlySet<number>): Identity => ({
  by: (header ?? []).flatMap((text, column) => (left.has(column) || isBlank(text) ? [] : [column])),
  or: [],
});
