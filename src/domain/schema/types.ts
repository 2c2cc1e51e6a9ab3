/** What each column type accepts. One small reader a type; each gives the problem, or null when all is well. */
import { type Cell, cellText, dayOf, isDateCell } from '../cell';
import { readDateText } from '../dateText';
import type { Problem } from '../issue';
import { listItems, sameKey, sameWord, tidy } from '../text';
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

export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);
export const isLink = (text: string): boolean => text.length <= 2000 && LINK.test(text);

/** A number that is certainly meant: a number cell, or digits that arrived as text. Null otherwise. */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/[\s\u00a0\u202f]/g, '');
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;
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

const YES_NO = new Set(['да', 'нет']);

const READERS: Readonly<Record<ColumnType, Reader>> = {
  text: () => null,
  date: (cell) => {
    if (dayOf(cell) !== null) return null;
    if (isDateCell(cell) || typeof cell === 'number') return { code: 'dateOutOfRange' };
    const read = typeof cell === 'string' ? readDateText(cell) : null;
    return { code: 'notDate', suggestion: read?.ok ? read.date : null };
  },
  integer: number({ code: 'notInteger' }, Number.isInteger),
  number: number({ code: 'notInteger' }, Number.isFinite),
  share: number({ code: 'notShare' }, (value) => value >= 0 && value <= 100),
  choice: (cell, column) =>
    amongAllowed(cellText(cell), column) ? null : { code: 'notChoice', allowed: column.allowed ?? [] },
  choices: (cell, column) =>
    listItems(cellText(cell)).every((item) => amongAllowed(item, column))
      ? null
      : { code: 'notChoice', allowed: column.allowed ?? [] },
  link: texts({ code: 'notLink' }, isLink),
  email: texts({ code: 'notEmail' }, isEmail),
  emails: texts({ code: 'notEmail' }, (text) => listItems(text).every(isEmail)),
  yesNo: (cell) =>
    typeof cell === 'boolean' || YES_NO.has(sameKey(cellText(cell))) ? null : { code: 'notYesNo' },
  code: texts({ code: 'notCode' }, (text) => /^\S{1,60}$/.test(text)),
  organisation: (cell, _column, references) =>
    references.organisations.has(sameKey(cellText(cell))) ? null : { code: 'unknownOrganisation' },
  stage: (cell, _column, references) =>
    references.stages.has(sameKey(cellText(cell))) ? null : { code: 'unknownStage' },
};

/** The problem of a cell that is not blank with the type of its column. */
export const typeProblem: Reader = (cell, column, references) =>
  READERS[column.type](cell, column, references);

export const isYes = (cell: Cell): boolean => cell === true || sameKey(cellText(cell)) === 'да';
