import type { Box } from '../../../src/domain/values/a1';
import { compare } from '../../formulas/operators';
import { CellError, type Scalar } from '../cells/value';
import type { SheetModel } from './sheet';

export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

const MOVING = ['formulas', 'styles', 'notes', 'runs'] as const;

/**
 * Sorts the rows of a box: values, formulas (relative to their new rows), looks and notes of these columns move,
 * validation stays. Blanks go last in both directions (https://support.google.com/docs/answer/3540681 does not say: unconfirmed).
 */
export function sortRows(sheet: SheetModel, box: Box, keys: readonly SortKey[]): void {
  const { engine } = sheet.workbook;
  engine.refresh(sheet, box);
  const order = Array.from({ length: box.rows }, (_, index) => index);
  const valueAt = (index: number, column: number) => sheet.value(box.row + index, column);
  order.sort((a, b) => {
    for (const key of keys) {
      const difference = compareCells(valueAt(a, key.column), valueAt(b, key.column), key.ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  if (order.some((from, to) => from !== to)) sheet.moves += 1;
  permuteRows(sheet, box, order);
}

function compareCells(a: Scalar, b: Scalar, ascending: boolean): number {
  const blankA = a === null || a === '';
  const blankB = b === null || b === '';
  if (blankA || blankB) return Number(blankA) - Number(blankB);
  const difference =
    a instanceof CellError || b instanceof CellError
      ? Number(a instanceof CellError) - Number(b instanceof CellError)
      : compare(a, b);
  return ascending ? difference : -difference;
}

/** Row `index` of the box gets what stood in row `order[index]` of it. */
function permuteRows(sheet: SheetModel, box: Box, order: readonly number[]): void {
  const [from, until] = [box.col - 1, box.col - 1 + box.cols];
  const before = order.map((_, index) => {
    const row = sheet.rows[box.row - 1 + index];
    return (
      row && {
        values: row.values.slice(from, until),
        formulas: row.formulas?.slice(from, until),
        styles: row.styles?.slice(from, until),
        notes: row.notes?.slice(from, until),
        runs: row.runs?.slice(from, until),
      }
    );
  });
  order.forEach((source, index) => {
    const old = before[source];
    if (!old && !sheet.rows[box.row - 1 + index]) return;
    const row = sheet.row(box.row + index);
    for (let c = 0; c < box.cols; c++) {
      sheet.setValueSlot(row, from + c + 1, old?.values[c] ?? null);
      for (const layer of MOVING) {
        const moved = old?.[layer]?.[c];
        if (!row[layer] && moved === undefined) continue;
        row[layer] ??= [];
        const cells: unknown[] = row[layer];
        cells[from + c] = moved;
      }
      const formula = row.formulas?.[from + c];
      if (formula && row.formulas)
        row.formulas[from + c] = sheet.workbook.engine.place(sheet, from + c + 1, formula.group.pattern);
    }
  });
  sheet.workbook.engine.touched(sheet, box);
}
