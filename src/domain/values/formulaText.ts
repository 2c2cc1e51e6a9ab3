/** Text that begins like a formula is written with an apostrophe before it, which is no part of the text. */
import { type Cell, sameCell } from './cell';

export const unmarked = (cell: Cell): Cell =>
  typeof cell === 'string' && /^'[=+\-@\t\r\n']/.test(cell) ? cell.slice(1) : cell;

/** Whether two cells say the same, marked or not. */
export const saysTheSame = (a: Cell, b: Cell): boolean => sameCell(unmarked(a), unmarked(b));
