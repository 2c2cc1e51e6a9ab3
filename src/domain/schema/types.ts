/** What each column type accepts. One small reader a type; each gives the problem, or null when all is well. */

import { readDateText } from '../dates/dateText';
import { type Cell, cellText, dayOf, isDateCell } from '../values/cell';
import { listItems, sameKey, sameWord, tidy } from '../values/text';
import type { Problem } from './issue';
import type { Column, ColumnType } from './schema';

/** Names that a reference column may hold, as `sameKey` texts. */
export interface References {
  readonly organisations: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
}

type Reader = (cell: Cell, column: Column, references: References) => Problem | null;

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:".]+(\.[^\s@<>()[\],;:".]+)+$/;
/** Google Docs and most sites; a bare «school.ru/page» is not a link that one can press. */
const LINK = /^https?:\/\/[^\s/$.?#][^\s]*\.[^\s]+$/i;

const NUMBER = /^-?\d{1,12}([.,](?!\d{3}$)\d{1,6})?$/;

/** A Cyrillic «а» among Latin letters looks the same and is another address, at which nobody is. */
const hasMixedLetters = (part: string): boolean => /\p{Script=Cyrillic}/u.test(part) && /[a-z]/i.test(part);
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : dots only between other signs; no label begins with «-». */
const isDotted = (part: string): boolean => !/^\.|\.\.|\.$/.test(part);

export function isEmail(text: string): boolean {
  if (text.length > 254 || !EMAIL.test(text)) return false;
  const [name = '', domain = ''] = text.split('@');
  return (
    isDotted(name) &&
    ![name, ...domain.split('.')].some(hasMixedLetters) &&
    domain.split('.').every((label) => !/^-|-$/.test(label))
  );
}
const isLink = (text: string): boolean => text.length <= 2000 && LINK.test(text);

/**
 * A number that is certainly meant: a number cell, or digits that arrived as text. Null otherwise: «1.200» may be
 * a thousand and two hundred.
 */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/[\s\u00a0\u202f]/g, '');
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : null;
}

const number =
  (problem: Problem, accepts: (value: number) => boolean): Reader =>
  (cell) => {
    const value = numberOf(cell);
    if (value === null || !accepts(value)) return problem;
    return typeof cell === 'number' ? null : { code: 'numberAsText' };
  };

const texts =
  (problem: Problem, accepts: (text: string) => boolean): Reader =>
  (cell) =>
    accepts(tidy(cellText(cell))) ? null : problem;

/** A choice that has no list yet takes anything: the list's absence is an issue of «Столбцы». */
const amongAllowed = (text: string, { allowed = [], exact }: Column): boolean =>
  allowed.length === 0 ||
  allowed.some((each) => (exact ? sameWord(each, text) : sameKey(each) === sameKey(text)));

const READERS: Readonly<Record<ColumnType, Reader>> = {
  text: () => null,
  date: (cell) => {
    if (dayOf(cell) !== null) return null;
    if (isDateCell(cell) || typeof cell === 'number') return { code: 'dateOutOfRange' };
    const read = typeof cell === 'string' ? readDateText(cell) : null;
    if (read?.ok === false && read.reason === 'impossible') return { code: 'noSuchDay' };
    return { code: 'notDate', suggestion: read?.ok ? read.date : null };
  },
  integer: number({ code: 'notInteger' }, Number.isInteger),
  number: number({ code: 'notNumber' }, Number.isFinite),
  share: number({ code: 'notShare' }, (value) => value >= 0 && value <= 100),
  choice: (cell, column) =>
    amongAllowed(cellText(cell), column) ? null : { code: 'notChoice', allowed: column.allowed ?? [] },
  choices: (cell, column) =>
    listItems(cellText(cell)).every((item) => amongAllowed(item, column))
      ? null
      : { code: 'notChoice', allowed: column.allowed ?? [] },
  link: texts({ code: 'notLink' }, isLink),
  email: texts({ code: 'notEmail' }, isEmail),
  emails: (cell) => (listItems(cellText(cell)).every(isEmail) ? null : { code: 'notEmail' }),
  yesNo: (cell, column) =>
    typeof cell === 'boolean' || amongAllowed(cellText(cell), column) ? null : { code: 'notYesNo' },
  // «1.4» typed into a column that lost its format is the first of April.
  code: (cell) => (!isDateCell(cell) && /^\S{1,60}$/.test(tidy(cellText(cell))) ? null : { code: 'notCode' }),
  organisation: (cell, _column, references) =>
    references.organisations.has(sameKey(cellText(cell))) ? null : { code: 'unknownOrganisation' },
  stage: (cell, _column, references) =>
    references.stages.has(sameKey(cellText(cell))) ? null : { code: 'unknownStage' },
};

/** The problem of a cell that is not blank with the type of its column. */
export const typeProblem: Reader = (cell, column, references) =>
  READERS[column.type](cell, column, references);

/** `yes` is the word that stands for it in the cells. */
export const isYes = (cell: Cell, yes: string): boolean =>
  cell === true || sameKey(cellText(cell)) === sameKey(yes);
