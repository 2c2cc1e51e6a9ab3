/** One day as a person writes it: 05.10.2020, 5 октября 2020 г., «05» окт. 20 г., 2020-10-05, 05/10/20. */

import { isFigure, isText, type Token } from '../text/tokens';
import { passDay } from './dayOfMonth';
import { readMonth } from './months';

export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  /** Null when the year is not written, or only as «т.г.». */
  readonly year: number | null;
  /** The year is given only by words: «текущего года», «т.г.». */
  readonly yearByWord: boolean;
  /** Something was read only by correcting a scanning error. */
  readonly doubt: boolean;
  /** Could as well be year-month-day: «05-10-20». */
  readonly ambiguous: boolean;
  /** Index of the token after the date and its «г.» */
  readonly next: number;
}

export interface WrittenYear {
  readonly year: number | null;
  readonly yearByWord: boolean;
  readonly doubt: boolean;
  readonly next: number;
}

const YEAR_WORDS = ['г', 'год', 'года', 'году', 'годом'];
const THIS_YEAR = [
  'текущего',
  'сего',
  'этого',
  'нынешнего',
  'следующего',
  'будущего',
  'тек',
  'текущем',
  'следующем',
];
/** Two digits: 00–69 are of this century, for a birth date 70–99 are of the last. */
export const fullYear = (token: Token): number =>
  token.text.length === 4 ? token.value : token.value + (token.value < 70 ? 2000 : 1900);

const isYear = (token: Token | undefined): boolean =>
  isFigure(token, 4, 4) && token.value >= 1900 && token.value <= 2100;

/** Passes «*», then «г.», «года»; returns the index after them. */
export function passYearMark(tokens: readonly Token[], from: number): number {
  let index = from;
  while (isText(tokens, index, '*') && (tokens[index]?.gap ?? 3) < 2) index += 1;
  if (isText(tokens, index, '-') && isText(tokens, index + 1, 'го') && tokens[index]?.gap === 0) index += 2;
  const word = tokens[index];
  if (word === undefined || word.gap > 2 || !isText(tokens, index, ...YEAR_WORDS)) {
    // A full stop belongs to the date only when «г.» follows it.
    const dotted = isText(tokens, index, '.') && isText(tokens, index + 1, 'г', 'года');
    return dotted && (tokens[index + 1]?.gap ?? 3) < 2 ? passYearMark(tokens, index + 1) : index;
  }
  const dot = word.text === 'г' && isText(tokens, index + 1, '.') && (tokens[index + 1]?.gap ?? 3) < 2;
  return dot ? index + 2 : index + 1;
}

/** «т.г.», «с. г.», «текущего года», «сего года» */
function readYearByWord(tokens: readonly Token[], index: number): WrittenYear | null {
  if ((tokens[index]?.gap ?? 3) > 2) return null;
  if (isText(tokens, index, 'т', 'с') && isText(tokens, index + 1, '.') && isText(tokens, index + 2, 'г')) {
    return {
      year: null,
      yearByWord: true,
      doubt: false,
      next: isText(tokens, index + 3, '.') ? index + 4 : index + 3,
    };
  }
  if (!isText(tokens, index, ...THIS_YEAR)) return null;
  const word = isText(tokens, index + 1, '.') ? index + 2 : index + 1;
  if (!isText(tokens, word, 'года', 'году', 'г', 'учебного', 'календарного')) return null;
  const at = isText(tokens, word, 'учебного', 'календарного') ? word + 1 : word;
  const next = passYearMark(tokens, at);
  return next > at ? { year: null, yearByWord: true, doubt: false, next } : null;
}

/** The year after a day or a month: four digits, or two with «г.» or «года» behind them. */
export function readYear(tokens: readonly Token[], index: number): WrittenYear | null {
  const byWord = readYearByWord(tokens, index);
  if (byWord !== null) return byWord;
  let at = index;
  while (isText(tokens, at, '*', '.') && (tokens[at]?.gap ?? 3) < 2) at += 1;
  const token = tokens[at];
  if (token === undefined || token.gap > 2) return null;
  const next = passYearMark(tokens, at + 1);
  if (isYear(token)) return { year: token.value, yearByWord: false, doubt: token.doubt, next };
  const marked = next > at + 1 && tokens[at + 1]?.text !== '*';
  if (isFigure(token, 2, 2) && marked) {
    return { year: fullYear(token), yearByWord: false, doubt: token.doubt, next };
  }
  return null;
}

/** Passes the marks between two figures of a date: «.», «. », «..», «/», «-»; null where there is none. */
function passSeparator(tokens: readonly Token[], from: number): { sign: string; next: number } | null {
  const token = tokens[from];
  if (token === undefined || token.kind !== 'mark' || token.gap > 1) return null;
  if (token.text === '/' || token.text === '-') {
    return token.gap === 0 && tokens[from + 1]?.gap === 0 ? { sign: token.text, next: from + 1 } : null;
  }
  if (token.text === ',' && (token.gap !== 0 || tokens[from + 1]?.gap !== 0)) return null;
  if (token.text !== '.' && token.text !== ',') return null;
  let next = from + 1;
  while (isText(tokens, next, '.', '*') && tokens[next]?.gap === 0) next += 1;
  return (tokens[next]?.gap ?? 3) <= 1 ? { sign: '.', next } : null;
}

function readInFigures(tokens: readonly Token[], index: number): WrittenDay | null {
  const first = tokens[index];
  const one = isFigure(first, 1, 4) ? passSeparator(tokens, index + 1) : null;
  const second = one === null ? undefined : tokens[one.next];
  if (first === undefined || one === null || !isFigure(second, 1, 2)) return null;
  const two = passSeparator(tokens, one.next + 1);
  const third = two === null ? undefined : tokens[two.next];
  const base = {
    yearByWord: false,
    doubt: first.doubt || second.doubt || (third?.doubt ?? false),
    ambiguous: false,
  };
  if (two !== null && isFigure(third, 1, 4) && two.sign === one.sign) {
    if (isYear(first) && isFigure(third, 1, 2)) {
      return {
        ...base,
        day: third.value,
        month: second.value,
        year: first.value,
        next: passYearMark(tokens, two.next + 1),
      };
    }
    const isLong = isYear(third);
    if (first.text.length <= 2 && (isLong || third.text.length === 2) && notLonger(tokens, two.next + 1)) {
      const dashed = one.sign === '-' && !isLong;
      return {
        ...base,
        ambiguous: dashed,
        day: first.value,
        month: second.value,
        year: fullYear(third),
        next: passYearMark(tokens, two.next + 1),
      };
    }
    return null;
  }
  if (first.text.length > 2 || second.text.length !== 2 || one.sign === '-') return null;
  // «9.00», «12.30», «45.10» without a year are a time or a number.
  if (second.value < 1 || second.value > 12 || first.value < 1 || first.value > 31) return null;
  const byWord = readYear(tokens, one.next + 1);
  if (byWord !== null) return { ...base, ...byWord, day: first.value, month: second.value };
  return { ...base, day: first.value, month: second.value, year: null, next: one.next + 1 };
}

/** «1.2.3.4» is the number of a point, «10.10.20.30» a phone: a date does not continue like that. */
const notLonger = (tokens: readonly Token[], index: number): boolean =>
  !(
    isText(tokens, index, '.', '-') &&
    tokens[index]?.gap === 0 &&
    tokens[index + 1]?.kind === 'number' &&
    tokens[index + 1]?.gap === 0
  );

/** «05 10 2020»: a scan that lost its full stops. */
function readSpaced(tokens: readonly Token[], index: number): WrittenDay | null {
  const [day, month, year] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!isFigure(day, 2, 2) || !isFigure(month, 2, 2) || month.value > 12) return null;
  if (!isFigure(year, 4, 4) || !isYear(year)) return null;
  if (month.gap !== 1 || year.gap !== 1) return null;
  const next = passYearMark(tokens, index + 3);
  return {
    day: day.value,
    month: month.value,
    year: year.value,
    yearByWord: false,
    doubt: true,
    ambiguous: false,
    next,
  };
}

/** «"31" 08. 2020 г.», «"31".08.2020»: a form whose day was filled in. */
function readQuoted(tokens: readonly Token[], index: number): WrittenDay | null {
  if (!isText(tokens, index, '"') || !isText(tokens, index + 2, '"')) return null;
  const day = tokens[index + 1];
  const at = isText(tokens, index + 3, '.') ? index + 4 : index + 3;
  const month = tokens[at];
  if (!isFigure(day, 1, 2) || !isFigure(month, 2, 2)) return null;
  const year = readYear(tokens, at + 1);
  return year === null ? null : { ...year, day: day.value, month: month.value, ambiguous: false };
}

function readByName(tokens: readonly Token[], index: number): WrittenDay | null {
  const day = passDay(tokens, index);
  if (day === null) return null;
  const glued =
    isText(tokens, day.next, '.', '-') &&
    (tokens[day.next]?.gap ?? 3) === 0 &&
    tokens[day.next + 1]?.kind === 'word';
  const at = glued ? day.next + 1 : day.next;
  if ((tokens[at]?.gap ?? 3) > 2) return null;
  const month = readMonth(tokens, at, true);
  if (month === null) return null;
  const year = readYear(tokens, month.next);
  if (month.doubt && year === null) return null;
  return {
    day: day.value,
    month: month.month,
    year: year?.year ?? null,
    yearByWord: year?.yearByWord ?? false,
    doubt: month.doubt || (year?.doubt ?? false),
    ambiguous: false,
    next: year?.next ?? month.next,
  };
}

/** The day written at this token, whether or not it exists in the calendar; null when there is none. */
export function readDay(tokens: readonly Token[], index: number): WrittenDay | null {
  return (
    readByName(tokens, index) ??
    readInFigures(tokens, index) ??
    readQuoted(tokens, index) ??
    readSpaced(tokens, index)
  );
}
