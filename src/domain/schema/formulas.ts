/**
 * Formulas in cells that people write. What a formula gives today it need not give tomorrow, and a figure must not move
 * by itself: where a value counts, a table is read with the formula itself in the place of its result, which is an
 * error in every column of days, numbers and choices.
 */
import { formulaCell } from '../values/cell';
import { typeOf } from './columnTypes';
import { type Column, isPersonWritten } from './schema';
import type { Table } from './table';

/** Gives another result on another day, or when something outside the book changes. */
const VOLATILE = /\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|GOOGLEFINANCE|IMPORT[A-Z]+)\s*\(/i;

export const isVolatile = (formula: string): boolean => VOLATILE.test(formula);

/** A cell that is read as its formula: data row and column of the grid, both from 0. */
export type FormulaPlace = readonly [row: number, index: number, formula: string];

/**
 * Schools and heads write values: in their columns of days, numbers and choices any formula is an error. In what the
 * administrator writes, and in texts, only those are that change by themselves: «=D2+14» moves when somebody moves D2.
 */
function isRefused(column: Column, formula: string): boolean {
  if (formula === '' || !isPersonWritten(column)) return false;
  const { holds, allowed } = typeOf(column);
  const isStrict = column.writer !== 'administrator' && (holds !== 'text' || allowed !== null);
  return isStrict || isVolatile(formula);
}

/** `formulas`: of all cells of the grid, the header too; '' where there is none. */
export function refusedFormulas(
  { schema, at }: Table,
  formulas: readonly (readonly string[])[],
): FormulaPlace[] {
  const places: FormulaPlace[] = [];
  for (const column of schema.columns) {
    const index = at.get(column.id);
    if (index === undefined) continue;
    for (let row = 1; row < formulas.length; row += 1) {
      const formula = formulas[row]?.[index] ?? '';
      if (isRefused(column, formula)) places.push([row - 1, index, formula]);
    }
  }
  return places;
}

/** The table with these formulas in the place of what they give. */
export function withFormulas(table: Table, places: readonly FormulaPlace[]): Table {
  if (places.length === 0) return table;
  const rows = new Map<number, Map<number, string>>();
  for (const [row, index, formula] of places) {
    rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(index, formula));
  }
  const grid = table.grid.map((cells, line) => {
    const found = rows.get(line - 1);
    return found === undefined
      ? cells
      : cells.map((cell, index) => {
          const formula = found.get(index);
          return formula === undefined ? cell : formulaCell(formula);
        });
  });
  return { ...table, grid };
}
