/** Text that begins like a formula is written with an apostrophe before it, which is no part of the text. */
import { type Cell, sameCell } from './cell';

/**
 * Whether a spreadsheet could take the text of a cell for a formula, or its first sign for a mark. The full-width
 * signs count too: Excel of an East Asian system reads them as the narrow ones.
 */
export const beginsLikeFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n']/.test(text);

/** Text from outside, without the leading signs that would make it a formula. */
export const withoutFormulaSigns = (text: string): string => text.replace(/^[=+\-@＝＋－＠'\s]+/, '');

export const unmarked = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.startsWith("'") && beginsLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;

/** Marks are taken off however many there are: a text that itself begins with an apostrophe is read with one less. */
const said = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.replace(/^'+(?=[=+\-@＝＋－＠\t\r\n]|'(?!'))/, '') : cell;

/** Whether two cells say the same, marked or not. */
export const saysTheSame = (a: Cell, b: Cell): boolean => sameCell(said(a), said(b));
