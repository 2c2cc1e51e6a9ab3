/**
 * A stretch of the calendar named by one expression: a day, a month or a part of it, a quarter,
 * a half-year, a season, a year, a school year. Years may be missing: the caller decides which year is meant.
 */
import { type CivilDate, civil, lastDayOfMonth } from '../../dates/civil';

export type PeriodUnit = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'school-year';

/** Why a date is not certain; the sentences for it are in messages/importer/letter.ts. */
export type DateProblem =
  | 'no-year'
  /** «т.г.», «текущего года» */
  | 'this-year'
  /** There is no such day. */
  | 'impossible'
  /** Read only by correcting a scanning error. */
  | 'scan'
  /** Day-month-year and year-month-day are both possible. */
  | 'two-readings'
  /** «до октября»: with October or without it? */
  | 'open-bound'
  /** «в конце октября», «первая неделя» */
  | 'vague'
  /** The second half of a school year has no agreed end. */
  | 'school-part'
  /** The end comes before the start. */
  | 'reversed'
  /** «с декабря по май 2021»: the first year follows only from the order of the months. */
  | 'start-year'
  /** «1 и 15 октября», «в сентябре и мае» */
  | 'two-dates';

export interface Period {
  readonly unit: PeriodUnit;
  readonly month: number;
  readonly day: number;
  readonly lastMonth: number;
  /** 0 = the last day of `lastMonth`. */
  readonly lastDay: number;
  /** The first year; null when it is not written. */
  readonly year: number | null;
  /** Years from the first year to that of the last day. */
  readonly over: number;
  /** Months belong to the school year that begins in `year`: January to August are of the next year. */
  readonly school: boolean;
  readonly problem: DateProblem | null;
  /** Index of the token after it. */
  readonly next: number;
}

export interface Bounds {
  readonly start: CivilDate;
  readonly end: CivilDate;
}

const SEPTEMBER = 9;

export const firstYear = (period: Period, year: number): number =>
  period.school && period.month < SEPTEMBER ? year + 1 : year;

/** The first and last day in the given year; null when there is no such day. */
export function bounds(period: Period, year: number): Bounds | null {
  const begins = firstYear(period, year);
  const ends =
    (period.school && period.lastMonth < SEPTEMBER ? year + 1 : year) + (period.school ? 0 : period.over);
  const start = civil(begins, period.month, period.day);
  if (start === null || civil(ends, period.lastMonth, 1) === null) return null;
  const end =
    period.lastDay === 0
      ? lastDayOfMonth(ends, period.lastMonth)
      : civil(ends, period.lastMonth, period.lastDay);
  return end === null ? null : { start, end };
}

/** A period of whole months. */
export const monthsPeriod = (
  unit: PeriodUnit,
  first: number,
  last: number,
  rest: Pick<Period, 'year' | 'next'> & Partial<Period>,
): Period => ({
  unit,
  month: first,
  day: 1,
  lastMonth: last,
  lastDay: 0,
  over: last < first ? 1 : 0,
  school: false,
  problem: null,
  ...rest,
});
