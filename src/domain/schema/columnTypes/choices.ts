/** One value of a list, several of them (separated by commas, semicolons or lines), and yes or no. */
import { type Cell, cellText } from '../../values/cell';
import { listItems, sameKey, sameWord, tidy } from '../../values/text';
import { AS_TEXT, accepting, type ColumnOptions, type ColumnTypeRecord } from './columnType';

/** `yes` is the word that stands for it in the cells. */
export const isYes = (cell: Cell, yes: string): boolean =>
  cell === true || sameKey(cellText(cell)) === sameKey(yes);

/** A choice that has no list yet takes anything: the list's absence is an issue of «Столбцы». */
const amongAllowed = (text: string, { allowed = [], exact }: ColumnOptions): boolean =>
  allowed.length === 0 ||
  allowed.some((each) => (exact ? sameWord(each, text) : sameKey(each) === sameKey(text)));

/** For telling allowed values apart: without what people add to a word or leave out. */
const loose = (text: string): string => sameKey(text).replace(/[.,;:!?"'()\s-]/g, '');

/** The one allowed value that the text can only mean; null when none or several are like it. */
function allowedLike(text: string, { allowed = [], synonyms = {} }: ColumnOptions): string | null {
  const wanted = loose(text);
  const [synonym] = Object.entries(synonyms).filter(([said]) => loose(said) === wanted);
  if (synonym) return synonym[1];
  const [only, ...more] = wanted === '' ? [] : allowed.filter((each) => loose(each) === wanted);
  return only !== undefined && more.length === 0 ? only : null;
}

export const choiceType: ColumnTypeRecord = {
  ...AS_TEXT,
  searched: false,
  allowed: 'declared',
  control: 'choice',
  // Sheets takes no list without values: a choice whose values are not declared yet is free. A word that the status
  // formula compares only warns: «Согласовано» and «да» reach onEdit, which writes the word that is meant.
  validation: ({ allowed, exact }) =>
    allowed?.length ? { kind: 'list', values: allowed, reject: !exact } : null,
  check: (cell, column) =>
    amongAllowed(cellText(cell), column) ? null : { code: 'notChoice', allowed: column.allowed ?? [] },
  repair: (cell, column) => allowedLike(tidy(cellText(cell)), column),
  same: (a, b) => sameKey(cellText(a)) === sameKey(cellText(b)),
};

const sorted = (cell: Cell): string => listItems(cellText(cell)).map(sameKey).sort().join('|');

export const choicesType: ColumnTypeRecord = {
  ...choiceType,
  control: 'choices',
  validation: () => null,
  check: (cell, column) =>
    listItems(cellText(cell)).every((item) => amongAllowed(item, column))
      ? null
      : { code: 'notChoice', allowed: column.allowed ?? [], several: true },
  repair: (cell, column) => {
    const items = listItems(cellText(cell)).map((item) => allowedLike(item, column));
    return items.includes(null) ? null : [...new Set(items)].join(', ');
  },
  same: (a, b) => sorted(a) === sorted(b),
};

export const yesNoType: ColumnTypeRecord = {
  ...choiceType,
  holds: 'yesNo',
  allowed: 'yesNo',
  // «Да» is understood as it stands.
  validation: ({ allowed }) => (allowed?.length ? { kind: 'list', values: allowed, reject: false } : null),
  check: accepting((cell, column) => typeof cell === 'boolean' || amongAllowed(cellText(cell), column)),
  // An empty cell says no.
  same: (a, b, { allowed }) => isYes(a, allowed?.[0] ?? '') === isYes(b, allowed?.[0] ?? ''),
  shown: (cell, column) =>
    typeof cell === 'boolean' ? (column.allowed?.[cell ? 0 : 1] ?? '') : AS_TEXT.shown(cell, column),
};
