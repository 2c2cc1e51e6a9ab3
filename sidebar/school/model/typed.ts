/** Between what stands in a cell and what a person types into a field. */
import { typeOf } from '../../../src/domain/schema/columnTypes';
import type { Column } from '../../../src/domain/schema/schema';
import { type Cell, isEmpty } from '../../../src/domain/values/cell';

/** The cell that the text is meant to be. What cannot be read stays text, so that the check can say why. */
export function cellOf(column: Column, typed: string): Cell {
  if (isEmpty(typed)) return '';
  const text = typed.trim();
  return typeOf(column).read(text) ?? text;
}

/** What the field shows for a cell: a date as 05.10.2020, a number with a comma. */
export const textOf = (column: Column, cell: Cell): string => typeOf(column).shown(cell, column);
