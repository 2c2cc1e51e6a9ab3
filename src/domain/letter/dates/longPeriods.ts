/** Reads the stretches longer than a day: months and their parts, quarters, half-years, seasons, years, school years. */

import { ORDINALS } from '../../values/ordinals';
import { isFigure, isText, type Token } from '../text/tokens';
import { fullYear, passYearMark, readYear, type WrittenYear } from './day';
import { readMonth } from './months';
import { type DateProblem, monthsPeriod, type Period } from './period';

const stem = (tokens: readonly Token[], index: number, ...stems: readonly string[]): boolean => {
  const token = tokens[index];
  return token?.kind === 'word' && token.gap < 3 && stems.some((one) => token.text.startsWith(one));
};

const yearProblem = (year: WrittenYear | null): DateProblem | null =>
  year === null ? null : year.yearByWord ? 'this-year' : year.doubt ? 'scan' : null;

/** «учебный год», «уч. год», «уч.г.», «у.г.»; the index after it or -1. */
function passSchoolYear(tokens: readonly Token[], index: number): number {
  let at = index;
  if (stem(tokens, at, 'учебн')) at += 1;
  else if (isText(tokens, at, 'уч', 'у')) at = isText(tokens, at + 1, '.') ? at + 2 : at + 1;
  else return -1;
  const next = passYearMark(tokens, at);
  return next > at ? next : isText(tokens, at, 'годы', 'годов') ? at + 1 : -1;
}

/** «2020/2021», «2020-21», «20/21»: the first year and the index after the pair. */
function yearPair(
  tokens: readonly Token[],
  index: number,
): { year: number; over: number; next: number } | null {
  const [one, two] = [tokens[index], tokens[index + 2]];
  if (!isFigure(one, 2, 4) || one.text.length === 3 || !isFigure(two, 2, 4) || two.text.length === 3)
    return null;
  if (!isText(tokens, index + 1, '-', '/', '\\') || two.gap > 1) return null;
  const year = fullYear(one);
  const over = (two.text.length === 2 ? Math.floor(year / 100) * 100 + two.value : two.value) - year;
  return year >= 1900 && over > 0 && over <= 60 ? { year, over, next: index + 3 } : null;
}

/** The school year at this token: «2020/2021 учебный год», «текущий учебный год», «учебный год». */
export function readSchoolYear(tokens: readonly Token[], index: number): Period | null {
  const pair = yearPair(tokens, index);
  if (pair !== null) {
    const next = passSchoolYear(tokens, pair.next);
    return next > 0 && pair.over === 1
      ? monthsPeriod('school-year', 9, 8, { year: pair.year, school: true, next })
      : null;
  }
  const said = stem(tokens, index, 'текущ', 'нов', 'следующ', 'будущ', 'эт', 'сего');
  const next = passSchoolYear(tokens, said ? index + 1 : index);
  if (next < 0) return null;
  return monthsPeriod('school-year', 9, 8, {
    year: null,
    school: true,
    problem: said ? 'this-year' : null,
    next,
  });
}

/** The year of a month, a quarter or a half-year: plain, by word, or a school year. */
function yearOf(
  tokens: readonly Token[],
  index: number,
): Pick<Period, 'year' | 'school' | 'problem' | 'next'> {
  const from =
    isText(tokens, index, '(', ',') && readSchoolYear(tokens, index + 1) !== null ? index + 1 : index;
  const school = readSchoolYear(tokens, from);
  if (school !== null && (tokens[from]?.gap ?? 3) < 3) {
    const closed = from > index && isText(tokens, school.next, ')') ? 1 : 0;
    return { year: school.year, school: true, problem: school.problem, next: school.next + closed };
  }
  const year = yearPair(tokens, index) === null ? readYear(tokens, index) : null;
  return { year: year?.year ?? null, school: false, problem: yearProblem(year), next: year?.next ?? index };
}

/** Quarters are counted to four. */
const QUARTERS = ORDINALS.slice(0, 4);
const ORDINAL_ENDINGS = ['й', 'я', 'е', 'м', 'ый', 'ой', 'ое', 'ая', 'ом', 'ем', 'го', 'ого', 'му', 'ому'];
/** How scanners write II and III. */
const SCANNED_ROMAN: Readonly<Record<string, number>> = { п: 2, ш: 3 };

/** «I», «1», «1-й», «1-ом», «первом»: its value up to four and the index after it. */
function readOrdinal(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const token = tokens[index];
  if (token === undefined || token.kind === 'mark') return null;
  const word = QUARTERS.find(([start]) => token.kind === 'word' && token.text.startsWith(start));
  if (word !== undefined) return { value: word[1], next: index + 1 };
  const scanned = token.capital ? SCANNED_ROMAN[token.text] : undefined;
  if (scanned !== undefined) return { value: scanned, next: index + 1 };
  if (token.value < 1 || token.value > 4 || token.text.length > 3) return null;
  const ending = isText(tokens, index + 1, '-') && isText(tokens, index + 2, ...ORDINAL_ENDINGS);
  return { value: token.value, next: ending ? index + 3 : index + 1 };
}

/** The last of «I–II», «1, 2», «I и II»; the first when there is only one. */
function ordinalPair(
  tokens: readonly Token[],
  index: number,
): { first: number; last: number; next: number } | null {
  const one = readOrdinal(tokens, index);
  if (one === null) return null;
  const two = isText(tokens, one.next, '-', ',', 'и', 'по') ? readOrdinal(tokens, one.next + 1) : null;
  return two === null || two.value <= one.value
    ? { first: one.value, last: one.value, next: one.next }
    : { first: one.value, last: two.value, next: two.next };
}

/** «IV квартал 2020 года», «I–II кварталы», «3 кв. 2021 г.», «первое полугодие 2020/2021 учебного года» */
export function readQuarterOrHalf(tokens: readonly Token[], index: number): Period | null {
  const pair = ordinalPair(tokens, index);
  if (pair === null) return null;
  const dotted = isText(tokens, pair.next + 1, '.') ? 2 : 1;
  if (stem(tokens, pair.next, 'квартал') || (isText(tokens, pair.next, 'кв') && dotted === 2)) {
    const at = stem(tokens, pair.next, 'квартал') ? pair.next + 1 : pair.next + 2;
    return monthsPeriod('quarter', pair.first * 3 - 2, pair.last * 3, yearOf(tokens, at));
  }
  if (!stem(tokens, pair.next, 'полугоди') || pair.last > 2) return null;
  const year = yearOf(tokens, pair.next + 1);
  if (!year.school) return monthsPeriod('half', pair.first * 6 - 5, pair.last * 6, year);
  // The first half of a school year ends with the calendar year; the second ends as each school decides.
  if (pair.last === 1) return monthsPeriod('half', 9, 12, year);
  return monthsPeriod('half', pair.first === 1 ? 9 : 1, 5, {
    ...year,
    problem: year.problem ?? 'school-part',
  });
}

const PARTS: readonly (readonly [ordinal: number, noun: string, first: number, last: number])[] = [
  [1, 'декад', 1, 10],
  [2, 'декад', 11, 20],
  [3, 'декад', 21, 0],
  [1, 'половин', 1, 15],
  [2, 'половин', 16, 0],
];

/** «октябрь 2020 г.», «I декада октября», «вторая половина мая 2021 года», «в конце октября», «10.2020» */
export function readMonthPeriod(tokens: readonly Token[], index: number): Period | null {
  const ordinal = readOrdinal(tokens, index);
  const part = PARTS.find(([value, noun]) => ordinal?.value === value && stem(tokens, ordinal.next, noun));
  const week = ordinal !== null && stem(tokens, ordinal.next, 'недел', 'числ');
  const vague =
    week || (stem(tokens, index, 'начал', 'середин', 'конец', 'конц', 'последн', 'первы') && !part);
  const edge = stem(tokens, index, 'последн', 'первы') ? 2 : 1;
  const at = part || week ? (ordinal?.next ?? index) + 1 : vague ? index + edge : index;
  const month = at > index && (tokens[at]?.gap ?? 3) > 2 ? null : readMonth(tokens, at);
  if (month === null) return at === index ? readMonthInFigures(tokens, index) : null;
  const year = yearOf(tokens, month.next);
  const whole = monthsPeriod('month', month.month, month.month, year);
  if (part) return { ...whole, unit: 'part', day: part[2], lastDay: part[3] };
  return vague ? { ...whole, problem: whole.problem ?? 'vague' } : whole;
}

function readMonthInFigures(tokens: readonly Token[], index: number): Period | null {
  const [month, year] = [tokens[index], tokens[index + 2]];
  if (!isFigure(month, 1, 2) || month.value < 1 || month.value > 12 || !isText(tokens, index + 1, '.', '/'))
    return null;
  if (!isFigure(year, 4, 4) || year.value < 1900 || year.value > 2100 || year.gap > 0) return null;
  return monthsPeriod('month', month.value, month.value, {
    year: year.value,
    next: passYearMark(tokens, index + 3),
  });
}

const SEASONS: readonly (readonly [stems: readonly string[], first: number, last: number])[] = [
  [['весна', 'весной', 'весну', 'весны', 'весенний', 'весеннего'], 3, 5],
  [['лето', 'летом', 'лета', 'летний', 'летнего'], 6, 8],
  [['осень', 'осенью', 'осени', 'осенний', 'осеннего'], 9, 11],
  [['зима', 'зимой', 'зиму', 'зимы', 'зимний', 'зимнего'], 12, 2],
];

/** «весна 2021», «летний период 2021 года»; which winter a year means is not certain. */
export function readSeason(tokens: readonly Token[], index: number): Period | null {
  const season = SEASONS.find(([words]) => isText(tokens, index, ...words));
  if (season === undefined) return null;
  const at = stem(tokens, index + 1, 'период') ? index + 2 : index + 1;
  const year = yearOf(tokens, at);
  if (year.next === at) return null;
  return monthsPeriod(
    'season',
    season[1],
    season[2],
    season[1] === 12 ? { ...year, problem: year.problem ?? 'vague' } : year,
  );
}

/** «2020 год», «2020–2024 годы», «в 2023-2024 годах», «2020 - 2024 гг.»; a bare year only where `bare`. */
export function readYears(tokens: readonly Token[], index: number, bare: boolean): Period | null {
  const token = tokens[index];
  const pair = yearPair(tokens, index);
  const plural = ['годы', 'годов', 'годах', 'годам', 'гг', 'года', 'год', 'году', 'г'];
  const at = pair?.next ?? index + 1;
  if (pair === null && !(isFigure(token, 4, 4) && token.value >= 1900 && token.value <= 2100)) return null;
  let next = isText(tokens, at, ...plural) && (tokens[at]?.gap ?? 3) < 3 ? at + 1 : passYearMark(tokens, at);
  // «г.г.» and «гг.»
  const short = isText(tokens, at, 'г', 'гг');
  while (short && isText(tokens, next, '.', 'г') && tokens[next]?.gap === 0) next += 1;
  if (next === at && !(bare && (pair === null || pair.over < 20))) return null;
  const year = pair?.year ?? token?.value ?? 0;
  return monthsPeriod('year', 1, 12, { year, over: pair?.over ?? 0, next });
}
