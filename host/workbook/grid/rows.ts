import type { FormulaCell } from '../../formulas/engine';
import type { RichRun } from '../cells/richText';
import type { Style } from '../cells/style';
import type { Scalar } from '../cells/value';
import type { ValidationRule } from '../rules/validation';

/**
 * One row of cells. Each layer is an array by column (from 0), made when first needed; looks and rules are
 * shared objects, so a formatted cell costs one pointer.
 */
export interface Row {
  values: Scalar[];
  formulas: (FormulaCell | undefined)[] | null;
  styles: (Style | undefined)[] | null;
  validations: (ValidationRule | undefined)[] | null;
  notes: (string | undefined)[] | null;
  runs: (readonly RichRun[] | undefined)[] | null;
}

export const LAYERS = ['formulas', 'styles', 'validations', 'notes', 'runs'] as const;

export function newRow(): Row {
  return { values: [], formulas: null, styles: null, validations: null, notes: null, runs: null };
}

/** Makes room in every layer for `count` columns at index `at` (from 0). */
export function spliceColumns(row: Row, at: number, removed: number, added: number): void {
  splice<Scalar>(row.values, at, removed, added, null);
  for (const layer of LAYERS) {
    const cells: unknown[] | null = row[layer];
    if (cells) splice<unknown>(cells, at, removed, added, undefined);
  }
}

function splice<T>(cells: T[], at: number, removed: number, added: number, blank: T): void {
  if (cells.length <= at) return;
  cells.splice(at, removed, ...new Array<T>(added).fill(blank));
}

/** Puts the columns of `order` (old indexes from 0, from index `at` on) in that order. */
export function permuteColumns(row: Row, at: number, order: readonly number[]): void {
  row.values = permuted<Scalar>(row.values, at, order, null);
  row.formulas = row.formulas && permuted(row.formulas, at, order, undefined);
  row.styles = row.styles && permuted(row.styles, at, order, undefined);
  row.validations = row.validations && permuted(row.validations, at, order, undefined);
  row.notes = row.notes && permuted(row.notes, at, order, undefined);
  row.runs = row.runs && permuted(row.runs, at, order, undefined);
}

function permuted<T>(cells: readonly T[], at: number, order: readonly number[], blank: T): T[] {
  if (cells.length <= at) return [...cells];
  const result = [...cells];
  while (result.length < at + order.length) result.push(blank);
  order.forEach((from, index) => {
    result[at + index] = cells[from] ?? blank;
  });
  return result;
}

/** The look of a row without its content, for rows inserted beside it. */
export function cloneFormats(row: Row | undefined): Row | undefined {
  if (!row?.styles && !row?.validations) return undefined;
  const made = newRow();
  made.styles = row.styles && [...row.styles];
  made.validations = row.validations && [...row.validations];
  return made;
}

export function cloneRow(row: Row): Row {
  return {
    values: [...row.values],
    formulas: null,
    styles: row.styles && [...row.styles],
    validations: row.validations && [...row.validations],
    notes: row.notes && [...row.notes],
    runs: row.runs && [...row.runs],
  };
}
