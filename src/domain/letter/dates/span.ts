/** From one period to another: «1–15 октября 2020», «сентябрь – декабрь 2020 г.», «01.10 по 15.10.2020». */
import type { CivilDate } from '../../dates/civil';
import { isText, type Token } from '../text/tokens';
import { readDay, type WrittenDay } from './day';
import { passDay } from './dayOfMonth';
import { readMonthPeriod, readQuarterOrHalf, readSchoolYear, readSeason, readYears } from './longPeriods';
import { bounds, type DateProblem, firstYear, type Period } from './period';

export interface Span {
  readonly first: Period;
  /** The same period where there is only one. */
  readonly last: Period;
  /** Found while reading, not by resolving. */
  readonly problem: DateProblem | null;
  readonly next: number;
}

export interface SpanOptions {
  /** «2020» alone may be a year: in a cell, or after a preposition of time. */
  readonly bare: boolean;
  /** After «с», «до» leads to the end. */
  readonly from: boolean;
}

const periodOfDay = (day: WrittenDay): Period => ({
  unit: 'day',
  month: day.month,
  day: day.day,
  lastMonth: day.month,
  lastDay: day.day === 0 ? 99 : day.day,
  year: day.year,
  over: 0,
  school: false,
  problem: day.ambiguous ? 'two-readings' : day.doubt ? 'scan' : day.yearByWord ? 'this-year' : null,
  next: day.next,
});

/** One period at this token, or null. */
function readPeriod(tokens: readonly Token[], index: number, bare: boolean): Period | null {
  const token = tokens[index];
  if (token === undefined || (token.kind === 'mark' && token.text !== '"')) return null;
  const longer = readSchoolYear(tokens, index) ?? readQuarterOrHalf(tokens, index);
  if (longer !== null) return longer;
  const day = readDay(tokens, index);
  if (day !== null) return periodOfDay(day);
  return readMonthPeriod(tokens, index) ?? readSeason(tokens, index) ?? readYears(tokens, index, bare);
}

/** Index after what joins two periods, or -1. */
function passJoin(tokens: readonly Token[], stop: number, from: boolean): number {
  const index = isText(tokens, stop, '.') && isText(tokens, stop + 1, '-', 'по') ? stop + 1 : stop;
  if ((tokens[index]?.gap ?? 3) > 2) return -1;
  const dash = isText(tokens, index, '-')
    ? index + 1
    : isText(tokens, index, ',') && from
      ? index + 1
      : index;
  if (isText(tokens, dash, 'по') || (from && isText(tokens, dash, 'до'))) return dash + 1;
  return dash > index && isText(tokens, index, '-') ? dash : -1;
}

/** «1 по 15 октября», «1–15 октября», «05-15.10.2020»: the first day borrows the month. «1 и 15» are two dates. */
function readDays(tokens: readonly Token[], index: number, from: boolean): Span | null {
  const day = passDay(tokens, index);
  if (day === null) return null;
  const both = isText(tokens, day.next, 'и', ',') && !from;
  const at = both ? day.next + 1 : passJoin(tokens, day.next, from);
  const last = at < 0 || (tokens[at]?.gap ?? 3) > 2 ? null : readDay(tokens, at);
  if (last === null || day.value < 1 || day.value > 31) return null;
  const end = periodOfDay(last);
  return {
    first: { ...end, day: day.value, lastDay: day.value },
    last: end,
    problem: both ? 'two-dates' : null,
    next: last.next,
  };
}

/** «сентябрь, октябрь и ноябрь 2020 г.»: months in a row are one range, others are two dates. */
function readMonthList(tokens: readonly Token[], first: Period): Span | null {
  let last = first;
  let gapless = true;
  while (isText(tokens, last.next, ',', 'и')) {
    const following = readMonthPeriod(tokens, last.next + 1);
    if (following === null || following.unit !== 'month') break;
    gapless = gapless && following.month === (last.month % 12) + 1;
    last = following;
  }
  return last === first ? null : { first, last, problem: gapless ? null : 'two-dates', next: last.next };
}

const sameGrain = (a: Period, b: Period): boolean =>
  a.unit === b.unit || (a.unit !== 'day' && b.unit !== 'day') || a.year !== null;

/** The period or the pair of periods at this token; null where there is none. Looks at a bounded number of tokens. */
export function readSpan(tokens: readonly Token[], index: number, options: SpanOptions): Span | null {
  const days = readDays(tokens, index, options.from);
  if (days !== null) return days;
  const first = readPeriod(tokens, index, options.bare);
  if (first === null) return null;
  const list = first.unit === 'month' ? readMonthList(tokens, first) : null;
  const start = list?.last ?? first;
  const at = passJoin(tokens, start.next, options.from);
  const last = at < 0 || (tokens[at]?.gap ?? 3) > 2 ? null : readPeriod(tokens, at, options.bare);
  if (last !== null && sameGrain(first, last))
    return { first, last, problem: list?.problem ?? null, next: last.next };
  return list ?? { first, last: first, problem: null, next: first.next };
}

export interface SpanDates {
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  readonly problem: DateProblem | null;
  /** What the last day would be, where only the bound is unclear. */
  readonly proposal?: CivilDate | null;
}

const before = (a: Period, b: Period): boolean =>
  a.month < b.month || (a.month === b.month && a.day <= b.day);

/** The year of the first period when only the last has one: the nearest that keeps the order. */
function startYear(first: Period, last: Period): number | null {
  if (first.year !== null || last.year === null) return first.year;
  if (last.school) return last.year;
  return before(first, last) || last.unit === 'year' ? last.year : last.year - 1;
}

/** First and last day of a span. A problem that leaves the dates unknown comes with nulls. */
export function resolveSpan(span: Span): SpanDates {
  const nothing = (problem: DateProblem): SpanDates => ({ start: null, end: null, problem });
  const { first, last } = span;
  const whole = last.school && !first.school && first.year === null ? { ...first, school: true } : first;
  const year = startYear(whole, last);
  const leap = 2000;
  if (bounds(whole, year ?? leap) === null || bounds(last, last.year ?? leap) === null)
    return nothing('impossible');
  const problem = span.problem ?? first.problem ?? last.problem;
  if (problem !== null) return nothing(problem);
  const start = year === null ? null : bounds(whole, year);
  const end = last.year === null ? null : bounds(last, last.year);
  if (start === null || end === null)
    return { start: start?.start ?? null, end: end?.end ?? null, problem: 'no-year' };
  if (start.start > end.end) return nothing('reversed');
  const guessed =
    first.year === null && last.year !== null && firstYear(whole, year ?? 0) !== firstYear(last, last.year);
  return { start: start.start, end: end.end, problem: guessed && !last.school ? 'start-year' : null };
}
