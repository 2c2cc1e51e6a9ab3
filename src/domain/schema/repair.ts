/** What a wrong cell certainly means: the one repair that needs nobody's judgement. */
import type { Cell } from '../values/cell';
import { cellProblem } from './check';
import { typeOf } from './columnTypes';
import type { References } from './columnTypes/columnType';
import type { Column } from './schema';

/**
 * The cell as it is certainly meant; null where nothing is wrong with it, or a person must decide. Text that is a
 * date becomes one, figures written as text a number, a word that is but one of the allowed values that value. What
 * is given has no problem of its own any more; whether it fits the rest of its row is another question.
 */
export function repaired(cell: Cell, column: Column, references: References): Cell | null {
  if (cell === '' || cellProblem(cell, column, references) === null) return null;
  const result = typeOf(column).repair(cell, column);
  return result === null || result === '' || cellProblem(result, column, references) !== null ? null : result;
}
