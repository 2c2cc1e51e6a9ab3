/**
 * Days of the calendar, without time and without time zone.
 *
 * A `CivilDate` is the text 'YYYY-MM-DD': it compares with `<`, survives JSON and
 * `google.script.run`, and cannot slip by a day as a `Date` does. Only this file makes one.
 */
export type CivilDate = string & { readonly __civil: unique symbol };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Google Sheets counts days from 1899-12-30, this file from 1970-01-01. */
const SERIAL_OF_EPOCH = 25569;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const write = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;

/** The date, or null where there is no such day or the year is outside 1900–2100. Month and day from 1. */
export function civil(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= lengthOfMonth(year, month) ? write(year, month, day) : null;
}

/** Reads exactly 'YYYY-MM-DD' and nothing around it; null for anything else. */
export function parseIso(text: string): CivilDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? civil(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export const partsOf = (date: CivilDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Days since 1970-01-01. The year begins in March, so that the leap day is the last of its year. */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const century = Math.floor(marchYear / 100);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * marchYear + Math.floor(marchYear / 4) - century + Math.floor(century / 4) + dayOfYear - 719468;
}

/**
 * The date so many days after 1970-01-01; the way back from {@link dayNumber}.
 * @throws RangeError outside 1900-01-01 … 2100-12-31 or for a fraction: a programmer's error, never a person's.
 */
export function fromDayNumber(days: number): CivilDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const date = civil(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
  if (date === null) throw new RangeError(`no civil date for day number ${days}`);
  return date;
}

/** @throws RangeError when the result leaves 1900–2100. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export const weekday = (date: CivilDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The number that Google Sheets keeps for a date cell: days since 1899-12-30. */
export const toSerial = (date: CivilDate): number => dayNumber(date) + SERIAL_OF_EPOCH;

/**
 * The day of a Google Sheets serial number; the fraction (a time of day) is dropped.
 * @throws RangeError outside 1900–2100.
 */
export const fromSerial = (serial: number): CivilDate => fromDayNumber(Math.floor(serial) - SERIAL_OF_EPOCH);

/** '05.10.2020', as Russian tables write it. */
export const formatRu = (date: CivilDate): string =>
  `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** @throws RangeError when there is no such month. */
export function lastDayOfMonth(year: number, month: number): CivilDate {
  const date = civil(year, month, lengthOfMonth(year, month));
  if (date === null) throw new RangeError(`no month ${month} in year ${year}`);
  return date;
}
