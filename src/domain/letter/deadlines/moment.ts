/**
 * A stretch of the calendar named by one expression: a day, a month or a part of it, a quarter,
 * a half-year, a season, a year, a school year. Years may be missing: who asks decides about that.
 */
import { type CivilDate, civil, lastDayOfMonth } from '../../dates/civil';

export type MomentUnit = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'school-year';

/** Why an expression is not certain; the words for it are in messages/letter.ts. */
export type DateProblem =
  | 'no-year'
  /** «т.г.», «текущего года» */
  | 'this-year'
  /** There is no such day. */
  | 'impossible'
  /** Read only by mending a scanning error. */
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

export interface Moment {
  readonly unit: MomentUnit;
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

export const firstYear = (moment: Moment, year: number): number =>
  moment.school && moment.month < SEPTEMBER ? year + 1 : year;

/** The first and last day in the given year; null when there is no such day. */
export function bounds(moment: Moment, year: number): Bounds | null {
  const begins = firstYear(moment, year);
  const ends =
    (moment.school && moment.lastMonth < SEPTEMBER ? year + 1 : year) + (moment.school ? 0 : moment.over);
  const start = civil(begins, moment.month, moment.day);
  if (start === null || civil(ends, moment.lastMonth, 1) === null) return null;
  const end =
    moment.lastDay === 0
      ? lastDayOfMonth(ends, moment.lastMonth)
      : civil(ends, moment.lastMonth, moment.lastDay);
  return end === null ? null : { start, end };
}

/** A moment of whole months. */
export const months = (
  unit: MomentUnit,
  first: number,
  last: number,
  rest: Pick<Moment, 'year' | 'next'> & Partial<Moment>,
): Moment => ({
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
