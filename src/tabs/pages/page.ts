/** A page is a tab that Svodka builds as a whole: one rectangle of cells, written in one call. */

import type { Cell } from '../../domain/values/cell';
import { beginsLikeFormula } from '../../domain/values/formulaText';

export interface FormulaCell {
  readonly formula: string;
}
/** Dates on pages are written as text: their place varies, so no column can carry a date format. */
export type PageCell = Exclude<Cell, object> | FormulaCell;
export type PageRow = readonly PageCell[];

export interface Page {
  /** Rows of any length up to `columns`; the writer fills them up with blanks. */
  readonly rows: readonly PageRow[];
  readonly columns: number;
  /** Changes when column widths or formats must be laid anew, e.g. with the number of stages. */
  readonly layout: string;
  /** Tables of figures: where each cell stands is written too. A call more, so not for each district's page. */
  readonly aligned?: boolean;
}

/**
 * Text that came from people, made safe to write: a leading `= + - @`, tab or newline never becomes a
 * formula, digits and dates are not turned into numbers. The apostrophe is Sheets' own mark for text; should
 * `setValues` keep it (unconfirmed), it is seen and does no harm.
 */
export const safe = (text: string): string => (beginsLikeFormula(text) ? `'${text}` : figuresAsText(text));

/**
 * A date or a share that is meant as text must not be read as a number: its cell would keep that format, and
 * the count that stands there after the next rebuild would be shown as a day.
 */
export const figuresAsText = (text: string): string => (/^[\d\s.,:/%-]+$/.test(text) ? `'${text}` : text);

/** A link into the book. The label is ours, never people's text, so nothing needs quoting. */
export const linkTo = (sheetId: number, range: string | null, label: string): FormulaCell => ({
  formula: `=HYPERLINK("#gid=${sheetId}${range === null ? '' : `&range=${range}`}";"${label}")`,
});

/** A link into another book, by its id and the id of one of its sheets. */
export const linkToBook = (book: string, sheetId: number | null, label: string): FormulaCell => ({
  formula: `=HYPERLINK("https://docs.google.com/spreadsheets/d/${book}/edit${sheetId === null ? '' : `#gid=${sheetId}`}";"${label}")`,
});

/** A row with cells at given columns, blanks between. */
export function cellsAt(places: Readonly<Record<number, PageCell>>): PageCell[] {
  const row: PageCell[] = [];
  for (const [column, cell] of Object.entries(places)) {
    while (row.length < Number(column)) row.push('');
    row[Number(column)] = cell;
  }
  return row;
}
