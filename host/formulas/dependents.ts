import type { Box } from '../../src/domain/values/a1';
import type { SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import type { Group } from './engine';
import type { Corner, PatternRef } from './pattern';

/** First and last line that an axis of a reference names for a formula at `own`. */
function span(from: Corner, to: Corner, axis: 'row' | 'col', own: number): [number, number] {
  const line = (corner: Corner, open: number) => {
    const value = corner[axis];
    if (value === null) return open;
    return (axis === 'row' ? corner.rowAbs : corner.colAbs) ? value : value + own;
  };
  const a = line(from, 1);
  const b = line(to, Number.MAX_SAFE_INTEGER);
  return a <= b ? [a, b] : [b, a];
}

/**
 * Marks the formulas that read a cell of the box, and what reads those. Dependencies are kept per pattern, not
 * per cell: from a relative reference and the changed rows follow the rows of the formulas that look at them.
 */
export function markDependents(workbook: Workbook, sheet: SheetModel, box: Box): void {
  const whole = new Set<Group>();
  const queue: { sheet: SheetModel; box: Box }[] = [{ sheet, box }];
  for (let change = queue.pop(); change; change = queue.pop()) {
    for (const other of workbook.sheets) {
      for (const group of other.readers) {
        if (whole.has(group)) continue;
        for (const ref of group.pattern.refs) {
          if ((ref.sheet ?? other.id) !== change.sheet.id) continue;
          markGroup(group, ref, change.box, whole, queue);
          if (whole.has(group)) break;
        }
      }
    }
  }
}

function markGroup(
  group: Group,
  ref: PatternRef,
  box: Box,
  whole: Set<Group>,
  queue: { sheet: SheetModel; box: Box }[],
): void {
  const { sheet } = group;
  const to = ref.to ?? ref.from;
  const lastRow = box.row + box.rows - 1;
  const relative = !ref.from.rowAbs && !to.rowAbs && ref.from.row !== null && to.row !== null;
  for (const col of group.columns) {
    const [c1, c2] = span(ref.from, to, 'col', col);
    if (c2 < box.col || c1 >= box.col + box.cols) continue;
    if (!relative) {
      // With one edge fixed the rows that a formula reads depend on where it is: take them all.
      const [r1, r2] = span(ref.from, to, 'row', 1);
      const fixed = (ref.from.rowAbs || ref.from.row === null) && (to.rowAbs || to.row === null);
      if (fixed && (r2 < box.row || r1 > lastRow)) continue;
      whole.add(group);
      group.epoch++;
      for (const column of group.columns) {
        const rows = rowsOf(group, column);
        if (rows) queue.push({ sheet, box: { ...rows, col: column, cols: 1 } });
      }
      return;
    }
    const [d1, d2] = span(ref.from, to, 'row', 0);
    markRows(group, col, Math.max(box.row - d2, 1), Math.min(lastRow - d1, sheet.rows.length), queue);
  }
}

/** From the first to the last row that holds the group's formula: a change elsewhere in the column is none of it. */
function rowsOf({ sheet, pattern }: Group, column: number): { row: number; rows: number } | null {
  const isOwn = (index: number) => sheet.rows[index]?.formulas?.[column - 1]?.group.pattern === pattern;
  let first = 0;
  let last = sheet.rows.length - 1;
  while (first <= last && !isOwn(first)) first += 1;
  while (last > first && !isOwn(last)) last -= 1;
  return first > last ? null : { row: first + 1, rows: last - first + 1 };
}

function markRows(
  group: Group,
  col: number,
  first: number,
  last: number,
  queue: { sheet: SheetModel; box: Box }[],
): void {
  let from = 0;
  let until = 0;
  for (let row = first; row <= last; row++) {
    const cell = group.sheet.rows[row - 1]?.formulas?.[col - 1];
    if (!cell || cell.group !== group || cell.epoch !== group.epoch) continue;
    cell.epoch = -1;
    if (from === 0) from = row;
    until = row;
  }
  if (from > 0) queue.push({ sheet: group.sheet, box: { row: from, col, rows: until - from + 1, cols: 1 } });
}
