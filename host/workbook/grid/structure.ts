import type { Box } from '../../../src/domain/values/a1';
import { regroup, rewriteFormulas } from '../../formulas/rewrite';
import { cloneFormats, permuteColumns, spliceColumns } from './rows';
import type { SheetModel } from './sheet';

export type Axis = 'row' | 'col';

/** Where lines of an axis go: a single line (null is deleted), and a stretch of them (null is nothing left). */
export interface LineMap {
  line(at: number): number | null;
  span(first: number, count: number): [first: number, count: number] | null;
}

function insertion(at: number, count: number): LineMap {
  return {
    line: (line) => (line >= at ? line + count : line),
    span: (first, size) =>
      first >= at ? [first + count, size] : first + size > at ? [first, size + count] : [first, size],
  };
}

function deletion(at: number, count: number): LineMap {
  const end = at + count;
  const before = (line: number) => (line < at ? line : line < end ? at : line - count);
  return {
    line: (line) => (line >= at && line < end ? null : before(line)),
    span: (first, size) => {
      const from = before(first);
      const until = before(first + size);
      return until > from ? [from, until - from] : null;
    },
  };
}

/** Lines [at, at+count) move before line `to` (in the numbering before the move). A stretch follows if it moves whole. */
function moving(at: number, count: number, to: number): LineMap {
  const shift = (line: number) => {
    if (line >= at && line < at + count) return to > at ? line + (to - at - count) : line - (at - to);
    if (to > at && line >= at + count && line < to) return line - count;
    if (to <= at && line >= to && line < at) return line + count;
    return line;
  };
  return {
    line: shift,
    span: (first, size) => {
      const ends = [shift(first), shift(first + size - 1)];
      if (size === 1 || ends[1] === (ends[0] ?? 0) + size - 1) return [ends[0] ?? first, size];
      return [first, size];
    },
  };
}

function mapBox(box: Box, axis: Axis, map: LineMap): Box | null {
  const span = axis === 'row' ? map.span(box.row, box.rows) : map.span(box.col, box.cols);
  if (!span) return null;
  return axis === 'row' ? { ...box, row: span[0], rows: span[1] } : { ...box, col: span[0], cols: span[1] };
}

const present = <T>(value: T | null): value is T => value !== null;

/** Moves everything but the cells: rules, protections, merges, metadata, sizes and formulas of the whole workbook. */
function follow(sheet: SheetModel, axis: Axis, map: LineMap): void {
  sheet.moves += 1;
  const move = (boxes: readonly Box[]) => boxes.map((box) => mapBox(box, axis, map)).filter(present);
  rewriteFormulas(sheet, axis, map);
  sheet.merges = move(sheet.merges);
  for (const rule of sheet.conditionalRules) rule.ranges = move(rule.ranges);
  sheet.conditionalRules = sheet.conditionalRules.filter((rule) => rule.ranges.length > 0);
  for (const protection of sheet.protections) {
    if (protection.box)
      protection.box = mapBox(protection.box, axis, map) ?? { row: 0, col: 0, rows: 0, cols: 0 };
    protection.unprotected = move(protection.unprotected);
  }
  sheet.protections = sheet.protections.filter(({ box }) => box === null || box.rows > 0);
  for (const rule of sheet.workbook.rangedRules) {
    if (rule.range?.sheet === sheet && rule.range.box) rule.range.box = mapBox(rule.range.box, axis, map);
  }
  const type = axis === 'row' ? 'ROW' : 'COLUMN';
  sheet.metadata = sheet.metadata.filter(({ place }) => {
    if (place.type !== type) return true;
    const index = map.line(place.index);
    if (index !== null) place.index = index;
    return index !== null;
  });
  const sizes = axis === 'row' ? sheet.rowHeights : sheet.columnWidths;
  const moved = [...sizes].map(([line, size]) => [map.line(line), size] as const);
  sizes.clear();
  for (const [line, size] of moved) if (line !== null) sizes.set(line, size);
  const hidden = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
  const lines = [...hidden].map((line) => map.line(line)).filter(present);
  hidden.clear();
  for (const line of lines) hidden.add(line);
}

/** Boxes that end where the grid ends grow with rows added there, whose cells inherit the last row's look (unconfirmed). */
function growAtEnd(sheet: SheetModel, axis: Axis, count: number): void {
  const grow = (box: Box): Box => {
    if (axis === 'row')
      return box.row + box.rows - 1 === sheet.maxRows && box.rows > 1
        ? { ...box, rows: box.rows + count }
        : box;
    return box;
  };
  for (const rule of sheet.conditionalRules) rule.ranges = rule.ranges.map(grow);
  for (const protection of sheet.protections) {
    if (protection.box) protection.box = grow(protection.box);
    protection.unprotected = protection.unprotected.map(grow);
  }
}

/** Makes `count` new rows, the first of which is row `at`; they look like the row above, or below if `likeBelow`. */
export function insertRows(sheet: SheetModel, at: number, count: number, likeBelow = false): void {
  if (at > sheet.maxRows) growAtEnd(sheet, 'row', count);
  else follow(sheet, 'row', insertion(at, count));
  const model = cloneFormats(sheet.rows[(likeBelow ? at : at - 1) - 1]);
  if (model || sheet.rows.length >= at) {
    while (sheet.rows.length < at - 1) sheet.rows.push(undefined);
    const added = Array.from({ length: count }, () => cloneFormats(model));
    sheet.rows = sheet.rows.slice(0, at - 1).concat(added, sheet.rows.slice(at - 1));
  }
  sheet.maxRows += count;
  regroup(sheet);
}

export function deleteRows(sheet: SheetModel, at: number, count: number): void {
  follow(sheet, 'row', deletion(at, count));
  sheet.rows.splice(at - 1, count);
  sheet.maxRows -= count;
  sheet.frozenRows = Math.min(
    sheet.frozenRows,
    Math.max(sheet.frozenRows - Math.max(Math.min(sheet.frozenRows - at + 1, count), 0), 0),
  );
  regroup(sheet);
}

export function insertColumns(sheet: SheetModel, at: number, count: number, likeRight = false): void {
  if (at <= sheet.maxColumns) follow(sheet, 'col', insertion(at, count));
  const model = (likeRight ? at : at - 1) - 1;
  for (const row of sheet.rows) {
    if (!row) continue;
    const style = row.styles?.[model];
    const rule = row.validations?.[model];
    spliceColumns(row, at - 1, 0, count);
    for (let i = 0; i < count; i++) {
      if (style && row.styles) row.styles[at - 1 + i] = style;
      if (rule && row.validations) row.validations[at - 1 + i] = rule;
    }
  }
  sheet.maxColumns += count;
  regroup(sheet);
}

export function deleteColumns(sheet: SheetModel, at: number, count: number): void {
  follow(sheet, 'col', deletion(at, count));
  for (const row of sheet.rows) if (row) spliceColumns(row, at - 1, count, 0);
  sheet.maxColumns -= count;
  sheet.frozenColumns = Math.max(
    sheet.frozenColumns - Math.max(Math.min(sheet.frozenColumns - at + 1, count), 0),
    0,
  );
  regroup(sheet);
}

/** Moves columns before column `to`, numbered as before the move, as a person drags them. */
export function moveColumns(sheet: SheetModel, at: number, count: number, to: number): void {
  if (to >= at && to <= at + count) return;
  const map = moving(at, count, to);
  follow(sheet, 'col', map);
  const first = Math.min(at, to);
  const last = Math.max(at + count, to) - 1;
  const order = new Array<number>(last - first + 1);
  for (let col = first; col <= last; col++) order[(map.line(col) ?? col) - first] = col - 1;
  for (const row of sheet.rows) if (row) permuteColumns(row, first - 1, order);
  regroup(sheet);
}

/** Grows the grid so that it holds the cell. */
export function ensureGrid(sheet: SheetModel, rows: number, cols: number): void {
  if (rows > sheet.maxRows) insertRows(sheet, sheet.maxRows + 1, rows - sheet.maxRows);
  if (cols > sheet.maxColumns) insertColumns(sheet, sheet.maxColumns + 1, cols - sheet.maxColumns);
}
