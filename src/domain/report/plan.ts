/**
 * What to write into Svodka's own columns of «Отчёт», as plain data. A plan never names a column that
 * people write. A dry run shows the plan; once it was applied, the next plan is empty.
 */

import { isBlankRow, rowCount, type Table } from '../schema/table';
import { type Cell, sameCell } from '../values/cell';
import type { Analysis } from './analyse';
import { OWNED, type OwnedCells, type OwnedColumn } from './ownedCells';

/** One rectangle of neighbouring own columns. */
export interface Block {
  /** Column index in the sheet, from 0, of the first column. */
  readonly column: number;
  /** First data row, from 0. */
  readonly row: number;
  readonly values: readonly (readonly Cell[])[];
}

/**
 * A label to put right, only where the text that was read still stands: a row that somebody moved meanwhile
 * must never get the name of another school.
 */
export interface Relabel {
  /** Indexes in the sheet's columns and in the data rows, from 0. */
  readonly column: number;
  readonly row: number;
  readonly from: Cell;
  readonly to: string;
  /** All rows with this text get the new one, so it may be replaced in whatever row it stands when the plan is applied. */
  readonly everywhere: boolean;
}

export interface ReportPlan {
  readonly blocks: readonly Block[];
  readonly relabels: readonly Relabel[];
  /** Data rows that were read. */
  readonly rowsRead: number;
  /** Whether a block holds keys. */
  readonly writesKeys: boolean;
  /** Rows to append one by one, full width; blanks in people's columns of a row that does not exist yet. */
  readonly appends: readonly (readonly Cell[])[];
  /** Rows of the grid that the blocks need. */
  readonly rowsNeeded: number;
  /** The status formula is missing or changed in some row. */
  readonly formula: boolean;
}

export const isEmptyPlan = (plan: ReportPlan): boolean =>
  plan.blocks.length === 0 && plan.relabels.length === 0 && plan.appends.length === 0 && !plan.formula;

/** Rows between two changed ones are written along when they are so few: one call instead of two. */
const SMALLEST_GAP = 60;

/**
 * `formulas`: the status formulas of the data rows as Sheets gives them; `isRight` tells whether one is what
 * it ought to be.
 */
export function planReport(
  table: Table,
  analysis: Pick<Analysis, 'owned' | 'missing'>,
  formulas: readonly string[],
  isRight: (formula: string) => boolean,
): ReportPlan {
  const empty = Array.from({ length: rowCount(table) }, (_, row) => row).every((row) =>
    isBlankRow(table, row),
  );
  // Only a tab without data takes a block of new rows; where people work, rows are appended.
  const wanted: readonly (Partial<OwnedCells> | null)[] = empty ? analysis.missing : analysis.owned;
  const parts = empty ? strips(table, [OWNED]) : strips(table, APART);
  const blocks = parts.flatMap((strip) => blocksOf(table, strip, wanted));
  const key = table.at.get('key') ?? -1;
  const writesKeys = blocks.some(
    ({ column, values }) => column <= key && key < column + (values[0]?.length ?? 0),
  );
  const appends = empty ? [] : analysis.missing.map((cells) => fullRow(table, cells));
  const rows = empty ? analysis.missing.length : rowCount(table);
  const formula =
    table.at.has('status') &&
    (empty
      ? rows > 0
      : appends.length > 0 || formulas.length < rows || formulas.some((each) => !isRight(each)));
  const relabels = empty ? [] : LABELS.flatMap((id) => relabelsOf(table, id, analysis.owned));
  const rowsRead = rowCount(table);
  return { blocks, relabels, rowsRead, writesKeys, appends, rowsNeeded: rows + appends.length, formula };
}

const LABELS = ['organisation', 'stage'] as const;
/** Where people work, a key is never written along with other columns, and labels are replaced one by one. */
const APART: readonly (readonly OwnedColumn[])[] = [
  OWNED.filter((id) => id !== 'organisation' && id !== 'stage' && id !== 'key'),
  ['key'],
];

function relabelsOf(
  table: Table,
  id: (typeof LABELS)[number],
  owned: readonly (Partial<OwnedCells> | null)[],
): Relabel[] {
  const column = table.at.get(id);
  if (column === undefined) return [];
  const wanted = owned.map((cells, row) => {
    const from = table.grid[row + 1]?.[column] ?? '';
    const to = cells?.[id];
    return { row, from, to: typeof to === 'string' ? to : null };
  });
  const targets = new Map<Cell, Set<string | null>>();
  for (const { from, to } of wanted) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  return wanted.flatMap(({ row, from, to }) =>
    to === null || to === from ? [] : [{ column, row, from, to, everywhere: targets.get(from)?.size === 1 }],
  );
}

interface Strip {
  readonly column: number;
  readonly ids: readonly OwnedColumn[];
}

/** Own columns that stand next to each other are written together. */
function strips(table: Table, groups: readonly (readonly OwnedColumn[])[]): Strip[] {
  return groups.flatMap((ids) => stripsOf(table, ids));
}

function stripsOf(table: Table, ids: readonly OwnedColumn[]): Strip[] {
  const placed = ids
    .filter((id) => table.at.has(id))
    .map((id) => ({ id, index: table.at.get(id) ?? 0 }))
    .sort((a, b) => a.index - b.index);
  const result: { column: number; ids: OwnedColumn[] }[] = [];
  for (const { id, index } of placed) {
    const last = result[result.length - 1];
    if (last && last.column + last.ids.length === index) last.ids.push(id);
    else result.push({ column: index, ids: [id] });
  }
  return result;
}

function blocksOf(table: Table, strip: Strip, wanted: readonly (Partial<OwnedCells> | null)[]): Block[] {
  const present = (row: number, offset: number): Cell => table.grid[row + 1]?.[strip.column + offset] ?? '';
  const spans: { from: number; to: number; first: number; last: number }[] = [];
  wanted.forEach((cells, row) => {
    if (cells === null) return;
    let [first, last] = [-1, -1];
    strip.ids.forEach((id, offset) => {
      const cell = cells[id];
      if (cell === undefined || sameCell(cell, present(row, offset))) return;
      if (first < 0) first = offset;
      last = offset;
    });
    if (first < 0) return;
    const span = spans[spans.length - 1];
    if (!span || row - span.to > SMALLEST_GAP) {
      spans.push({ from: row, to: row, first, last });
      return;
    }
    span.to = row;
    span.first = Math.min(span.first, first);
    span.last = Math.max(span.last, last);
  });
  // Columns at either side in which nothing changes are not written: new rows have nothing to remember.
  return spans.map(({ from, to, first, last }) => ({
    column: strip.column + first,
    row: from,
    values: Array.from({ length: to - from + 1 }, (_, index) =>
      strip.ids
        .slice(first, last + 1)
        .map((id, offset) => wanted[from + index]?.[id] ?? present(from + index, first + offset)),
    ),
  }));
}

function fullRow(table: Table, cells: OwnedCells): Cell[] {
  const width = Math.max(...table.at.values()) + 1;
  const row: Cell[] = Array.from({ length: width }, () => '');
  for (const id of OWNED) {
    const index = table.at.get(id);
    if (index !== undefined) row[index] = cells[id];
  }
  return row;
}
