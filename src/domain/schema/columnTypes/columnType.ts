/** A type of column is one record; everything that depends on the type is a field of it. */
import type { CivilDate } from '../../dates/civil';
import { type Cell, cellText } from '../../values/cell';
import { tidy } from '../../values/text';
import type { Rule } from '../rule';

/** What a column adds to its type, as far as the type depends on it. */
export interface ColumnOptions {
  /** For `choice`, `choices` and `yesNo` (yes, then no). */
  readonly allowed?: readonly string[];
  /** The status formula compares this choice: dashes, quotes and no-break spaces that it tells apart are errors. */
  readonly exact?: boolean;
  /** What people write instead of an allowed value, by what they write. */
  readonly synonyms?: Readonly<Record<string, string>>;
  readonly rules?: readonly Rule[];
  /** Svodka writes formulas here. */
  readonly formula?: boolean;
  /** Dates are shown with the time of day. */
  readonly withTime?: boolean;
}

/** Names that a reference column may hold, as `sameKey` texts. */
export interface References {
  readonly organisations: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
}

/** The data validation that Google Sheets is asked for. */
export type ValidationSpec =
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly reject: boolean }
  | { readonly kind: 'organisations' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'link' }
  | { readonly kind: 'email' };

/** What can be wrong with a filled cell by its type alone. */
export type TypeProblem =
  /** The words of the type say what is expected (src/messages/words/columnTypes.ts). */
  | { readonly code: 'notOfType' }
  /** A sign that nobody sees, in an address; `after` is what stands before it, '' at the beginning. */
  | { readonly code: 'unseenSign'; readonly after: string }
  | { readonly code: 'notDate'; readonly suggestion: CivilDate | null }
  /** Written as a date, such as 31.02.2020, but the calendar has no such day. */
  | { readonly code: 'noSuchDay' }
  | { readonly code: 'dateOutOfRange' }
  | { readonly code: 'numberAsText' }
  /** `several`: a list of them, for which a sheet offers nothing to choose from. */
  | { readonly code: 'notChoice'; readonly allowed: readonly string[]; readonly several?: true };

export interface ColumnTypeRecord {
  /** What Sheets keeps in a right cell. Where that is a day or a number, a cell of spaces is an error, and text is coloured as one. */
  readonly holds: 'text' | 'number' | 'day' | 'yesNo';
  /** Whether names, phones and other personal data are looked for: people's free text is where they end up. */
  readonly searched: boolean;
  /** Whether «Столбцы» offers the type to the administrator. */
  readonly declarable: boolean;
  /** Where a declared column takes `allowed` from: «Допустимые значения», or the words for yes and no. */
  readonly allowed: 'declared' | 'yesNo' | null;
  /** Whose names the cells hold. */
  readonly refersTo: keyof References | null;
  /** Whether a summary adds up the cells of a declared column. */
  readonly summed: boolean;
  /** The field of the sidebar's form; `lines` grows with its text. */
  readonly control: 'line' | 'lines' | 'date' | 'choice' | 'choices';
  /** The keyboard that a phone shows. */
  readonly keyboard: 'text' | 'decimal' | 'url' | 'email';
  /** The number format of the column's cells, in Google's notation. */
  numberFormat(column: ColumnOptions): string;
  /** Null where Sheets lets anything stand. */
  validation(column: ColumnOptions): ValidationSpec | null;
  /** The problem of a cell that is not blank; null when all is well. */
  check(cell: Cell, column: ColumnOptions, references: References): TypeProblem | null;
  /** The value that typed text certainly is; null where the text stays text. */
  read(text: string): Cell | null;
  /** What a cell with a problem probably means; null where nobody can tell. The caller checks the result. */
  repair(cell: Cell, column: ColumnOptions): Cell | null;
  /** Whether two cells say the same to a reader. */
  same(a: Cell, b: Cell, column: ColumnOptions): boolean;
  /** The cell in the form that stored fingerprints are made of: must never change. */
  fingerprinted(cell: Cell): string;
  /** What a form's field shows for the cell. */
  shown(cell: Cell, column: ColumnOptions): string;
}

/**
 * A cell of text in a field that grows, with nothing to choose and nothing that Sheets could check. A type of
 * this kind adds whether personal data is looked for, and how a cell is checked.
 */
export const AS_TEXT: Omit<ColumnTypeRecord, 'searched' | 'check'> = {
  holds: 'text',
  declarable: true,
  allowed: null,
  refersTo: null,
  summed: false,
  control: 'lines',
  keyboard: 'text',
  // Plain text, so that the key «1/2» stays what it is; a formula would stay its own text.
  numberFormat: ({ formula }) => (formula ? 'General' : '@'),
  validation: () => null,
  read: () => null,
  repair: () => null,
  same: (a, b) => tidy(cellText(a)) === tidy(cellText(b)),
  fingerprinted: (cell) => tidy(cellText(cell)),
  shown: (cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cellText(cell)),
};

/** For types whose only problem is that a cell is not of the type. */
export const accepting =
  (
    accepts: (cell: Cell, column: ColumnOptions, references: References) => boolean,
  ): ColumnTypeRecord['check'] =>
  (cell, column, references) =>
    accepts(cell, column, references) ? null : { code: 'notOfType' };
