/** How the value of each setting is read from its cell. */
import type { CivilDate } from '../dates/civil';
import { readDateText } from '../dates/dateText';
import type { Language } from '../mail/mail';
import { type DayWords, LAST_HOUR, readDayRanges, readNumbers, readWeekdays } from '../mail/settings';
import { isEmail } from '../schema/columnTypes/emails';
import { type Cell, cellText, dayOf, isErrorCell } from '../values/cell';
import { clip, listItems, sameKey, tidy } from '../values/text';
import { beforeTurning } from '../values/unseen';
import type { SettingName, Settings } from './settings';

/** The words in which values are written. */
export interface ValueWords extends DayWords {
  readonly yes: string;
  readonly no: string;
  readonly languages: Readonly<Record<Language, string>>;
}

/** Null for an invalid value. */
type Parse<T> = (cell: Cell, words: ValueWords) => T | null;

const wholeNumber =
  (min: number, max: number): Parse<number> =>
  (cell) => {
    const text = tidy(cellText(cell));
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : null;
  };

const day: Parse<CivilDate> = (cell) => {
  const known = dayOf(cell);
  if (known !== null || typeof cell !== 'string') return known;
  const read = readDateText(cell);
  return read.ok ? read.date : null;
};

/** It stands in subjects and headers of mails. */
const name =
  (longest: number): Parse<string> =>
  (cell) => {
    const text = cellText(cell);
    return isErrorCell(cell) || beforeTurning(text) !== null ? null : clip(tidy(text), longest);
  };

export const yesNo: Parse<boolean> = (cell, { yes, no }) => {
  if (typeof cell === 'boolean') return cell;
  const key = sameKey(cellText(cell));
  return key === sameKey(yes) ? true : key === sameKey(no) ? false : null;
};

const weekdays: Parse<readonly number[]> = (cell, words) => readWeekdays(cellText(cell), words);

/** The hour of a mail: early enough that the rest of the day is left to catch up. */
const morning = wholeNumber(0, LAST_HOUR - 1);

const LANGUAGES: readonly Language[] = ['ru', 'en'];
const MOST_SOON_DAYS = 60;

export const PARSERS: { readonly [K in SettingName]: Parse<Settings[K]> } = {
  programmeTitle: name(200),
  programmeStart: day,
  soonDays: wholeNumber(0, MOST_SOON_DAYS),
  // A region and a city; whether Google knows the zone shows when it is used.
  timeZone: (cell) =>
    /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_+-]+){1,2}$/.test(tidy(cellText(cell))) ? tidy(cellText(cell)) : null,
  repairHour: wholeNumber(0, 23),
  rebuildMinutes: wholeNumber(10, 1440),
  administrators: (cell) => {
    const items = listItems(cellText(cell));
    return items.every(isEmail) ? items : null;
  },
  googleAccounts: (cell) => {
    const items = listItems(cellText(cell)).map((item) => item.toLowerCase().replace(/^@/, ''));
    return items.every((item) => isEmail(item) || isEmail(`x@${item}`)) ? items : null;
  },
  mailOn: yesNo,
  mailReplyTo: (cell) => {
    const text = tidy(cellText(cell));
    return isEmail(text) ? text.toLowerCase() : null;
  },
  mailSender: name(100),
  mailLanguage: (cell, { languages }) => {
    const key = sameKey(cellText(cell));
    return LANGUAGES.find((each) => sameKey(languages[each]) === key) ?? null;
  },
  ministryDays: weekdays,
  ministryHour: morning,
  districtDays: weekdays,
  districtHour: morning,
  afterDeadline: yesNo,
  remindDays: (cell, words) => readNumbers(cellText(cell), words, 0, MOST_SOON_DAYS),
  remindHour: morning,
  lateEvery: wholeNumber(1, 60),
  remindGap: wholeNumber(1, 60),
  quietDays: (cell, words) => {
    const days = readWeekdays(cellText(cell), words);
    // With every day quiet nothing would ever be sent: for that the mails are switched off.
    return days === null || days.length === 7 ? null : days;
  },
  quietDates: (cell, words) =>
    sameKey(cellText(cell)) === sameKey(words.none) ? [] : readDayRanges(cellText(cell)),
  mailReserve: wholeNumber(0, 1000),
};
