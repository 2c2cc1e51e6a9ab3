import type { SheetModel } from '../workbook/grid/sheet';
import type { Axis, LineMap } from '../workbook/grid/structure';
import type { Pattern } from './engine';
import type { Corner, PatternRef, Token } from './pattern';

/**
 * Points the workbook's formulas at where their cells go when lines of a sheet are inserted, deleted or moved.
 * A reference to a deleted cell becomes #REF!. To be called before the cells move.
 */
export function rewriteFormulas(sheet: SheetModel, axis: Axis, map: LineMap): void {
  const { workbook } = sheet;
  for (const other of workbook.sheets) {
    // Ten thousand status formulas need not be looked at when another tab of the book grows.
    if (!formulasName(other, sheet)) continue;
    other.rows.forEach((row, index) => {
      row?.formulas?.forEach((cell, column) => {
        if (!cell) return;
        const own = axis === 'row' ? index + 1 : column + 1;
        const moved = other === sheet ? map.line(own) : own;
        if (moved === null) return;
        const pattern = rewritePattern(cell.group.pattern, other, sheet, axis, map, own, moved);
        if (pattern !== cell.group.pattern && row.formulas) {
          row.formulas[column] = workbook.engine.place(other, column + 1, pattern);
        }
      });
    });
    for (const rule of other.conditionalRules) {
      const top = rule.ranges[0];
      if (!rule.condition?.pattern || !top) continue;
      const own = axis === 'row' ? top.row : top.col;
      const moved = other === sheet ? (map.span(own, axis === 'row' ? top.rows : top.cols)?.[0] ?? own) : own;
      rule.condition.pattern = rewritePattern(rule.condition.pattern, other, sheet, axis, map, own, moved);
    }
  }
}

/** Whether a formula of `home` can point into `sheet`: its own formulas, and those that name it. */
function formulasName(home: SheetModel, sheet: SheetModel): boolean {
  if (home.groups.size === 0) return false;
  if (home === sheet) return true;
  const names = (pattern: Pattern) => pattern.refs.some((ref) => ref.sheet === sheet.id);
  for (const pattern of home.groups.keys()) if (names(pattern)) return true;
  return home.conditionalRules.some(({ condition }) => condition?.pattern && names(condition.pattern));
}

function rewritePattern(
  pattern: Pattern,
  home: SheetModel,
  sheet: SheetModel,
  axis: Axis,
  map: LineMap,
  own: number,
  moved: number,
): Pattern {
  let changed = false;
  const tokens = pattern.tokens.map((token): Token => {
    if (token.kind !== 'ref' || (home !== sheet && token.ref.sheet !== sheet.id)) return token;
    const points = (token.ref.sheet ?? home.id) === sheet.id;
    const ref = rewriteRef(token.ref, axis, points ? map : null, own, moved);
    if (ref === token.ref) return token;
    changed = true;
    return ref ? { ...token, ref } : { kind: 'error', text: '#REF!' };
  });
  return changed ? sheet.workbook.engine.intern(tokens) : pattern;
}

function rewriteRef(
  ref: PatternRef,
  axis: Axis,
  map: LineMap | null,
  own: number,
  moved: number,
): PatternRef | null {
  const to = ref.to ?? ref.from;
  const [a, b] = [line(ref.from, axis, own), line(to, axis, own)];
  if (a === null || b === null) return openEnded(ref, axis, map, moved, a);
  let [x, y] = [a, b];
  if (map && ref.to === null) {
    const target = map.line(a);
    if (target === null) return null;
    x = y = target;
  } else if (map) {
    const span = map.span(Math.min(a, b), Math.abs(b - a) + 1);
    if (!span) return null;
    [x, y] = a <= b ? [span[0], span[0] + span[1] - 1] : [span[0] + span[1] - 1, span[0]];
  }
  if (x - a === 0 && y - b === 0 && own === moved) return ref;
  const from = withLine(ref.from, axis, x, moved);
  const end = ref.to ? withLine(ref.to, axis, y, moved) : null;
  if (from === ref.from && end === ref.to) return ref;
  return { ...ref, from, to: end };
}

/** `A2:A` and the like: only the written edge moves. */
function openEnded(
  ref: PatternRef,
  axis: Axis,
  map: LineMap | null,
  moved: number,
  a: number | null,
): PatternRef {
  if (a === null) return ref;
  const target = map ? (map.span(a, Number.MAX_SAFE_INTEGER - a)?.[0] ?? a) : a;
  const from = withLine(ref.from, axis, target, moved);
  return from === ref.from ? ref : { ...ref, from };
}

function line(corner: Corner, axis: Axis, own: number): number | null {
  const value = corner[axis];
  if (value === null) return null;
  return (axis === 'row' ? corner.rowAbs : corner.colAbs) ? value : value + own;
}

function withLine(corner: Corner, axis: Axis, target: number, own: number): Corner {
  const absolute = axis === 'row' ? corner.rowAbs : corner.colAbs;
  const value = absolute ? target : target - own;
  return corner[axis] === value ? corner : { ...corner, [axis]: value };
}

/** Rebuilds the engine's bookkeeping after cells moved: everything is out of date. */
export function regroup(sheet: SheetModel): void {
  const { engine } = sheet.workbook;
  if (sheet.groups.size > 0) {
    sheet.groups.clear();
    sheet.readers.clear();
    for (const row of sheet.rows) {
      row?.formulas?.forEach((cell, column) => {
        if (cell && row.formulas) row.formulas[column] = engine.place(sheet, column + 1, cell.group.pattern);
      });
    }
  }
  engine.invalidate();
}
