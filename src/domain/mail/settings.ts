/** When mails go out and in whose name: the part of «Настройки» that the schedule goes by. */
import { type CivilDate, weekday } from '../dates/civil';
import { readDateText } from '../dates/dateText';
import { listItems, sameKey, tidy } from '../values/text';
import type { Language } from './mail';

/** Both ends belong to it. */
export interface DayRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface MailSettings {
  readonly mailOn: boolean;
  /** Where answers go; '' to the owner of the schedule. */
  readonly mailReplyTo: string;
  /** The sender's name; '' is the programme's. */
  readonly mailSender: string;
  readonly mailLanguage: Language;
  /** Weekdays, 1 = Monday. None: only after deadlines. */
  readonly ministryDays: readonly number[];
  /** 0–23, in the programme's time zone. */
  readonly ministryHour: number;
  readonly districtDays: readonly number[];
  readonly districtHour: number;
  /** Digests also go out the morning after a stage's deadline. */
  readonly afterDeadline: boolean;
  /** A reminder goes out so many days before a deadline, unless an earlier one has named it already. */
  readonly remindDays: readonly number[];
  readonly remindHour: number;
  /** Who is late is reminded the day after the deadline, and then every so many days. */
  readonly lateEvery: number;
  /**
   * At most one reminder to an address in so many days, whatever it is about; a deadline that would pass unnamed, and a
   * head's request, do not wait for it.
   */
  readonly remindGap: number;
  /** Weekdays on which nothing is sent by the schedule. */
  readonly quietDays: readonly number[];
  readonly quietDates: readonly DayRange[];
  /** Of the day's quota, so much is left for what the administrator sends by hand. */
  readonly mailReserve: number;
}

export const DEFAULT_MAIL_SETTINGS: MailSettings = {
  mailOn: false,
  mailReplyTo: '',
  mailSender: '',
  mailLanguage: 'ru',
  ministryDays: [1],
  ministryHour: 9,
  districtDays: [1],
  districtHour: 9,
  afterDeadline: true,
  remindDays: [3],
  remindHour: 9,
  lateEvery: 7,
  remindGap: 7,
  quietDays: [6, 7],
  quietDates: [],
  mailReserve: 10,
};

/** Nothing is sent by the schedule before the first and from the last hour on; a day's look is over then. */
export const LAST_HOUR = 20;
/** A missed morning is caught up for so many days, then it is past. */
export const CATCH_UP_DAYS = 7;
/** What became of a mail can be seen for at least so many days, besides «Журнал». */
export const LEDGER_DAYS = 14;

export const isQuiet = (
  day: CivilDate,
  { quietDays, quietDates }: Pick<MailSettings, 'quietDays' | 'quietDates'>,
): boolean => quietDays.includes(weekday(day)) || quietDates.some(({ from, to }) => from <= day && day <= to);

/** Words in which weekdays are written, Monday first, each in its usual spellings; and the word for none. */
export interface DayWords {
  readonly weekdays: readonly (readonly string[])[];
  readonly none: string;
}

/** «пн, чт», «понедельник», «нет»; null for anything else. */
export function readWeekdays(text: string, words: DayWords): readonly number[] | null {
  if (sameKey(text) === sameKey(words.none)) return [];
  const days = listItems(text).map(
    (item) =>
      words.weekdays.findIndex((spellings) => spellings.some((each) => sameKey(each) === sameKey(item))) + 1,
  );
  return days.length > 0 && days.every((day) => day > 0) ? [...new Set(days)].sort((a, b) => a - b) : null;
}

/** «7, 1»; «нет» is none; null for anything but whole numbers of the range. */
export function readNumbers(
  text: string,
  words: DayWords,
  min: number,
  max: number,
): readonly number[] | null {
  if (sameKey(text) === sameKey(words.none)) return [];
  const numbers = listItems(text).map((item) => (/^\d{1,3}$/.test(item) ? Number(item) : Number.NaN));
  const good = numbers.length > 0 && numbers.every((each) => each >= min && each <= max);
  return good ? [...new Set(numbers)].sort((a, b) => b - a) : null;
}

const LONGEST_LIST = 60;

/** «04.11.2020, 31.12.2020–10.01.2021»; null when one of them is no date or a span is the wrong way round. */
export function readDayRanges(text: string): readonly DayRange[] | null {
  const ranges: DayRange[] = [];
  for (const item of listItems(text)) {
    const [from, to, ...more] = item.split(/[–—]|\s-\s|(?<=\d{4})-/).map((part) => readDateText(tidy(part)));
    if (from?.ok !== true || more.length > 0 || (to !== undefined && !to.ok)) return null;
    const end = to === undefined ? from.date : to.date;
    if (end < from.date) return null;
    ranges.push({ from: from.date, to: end });
  }
  return ranges.length <= LONGEST_LIST ? ranges : null;
}
