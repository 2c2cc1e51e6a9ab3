/** «Настройки» of the control book: one setting a row, each with a default, so that none is needed. */

import type { CivilDate } from '../dates/civil';
import { readDateText } from '../dates/dateText';
import type { Language } from '../mail/parts';
import {
  type DayWords,
  DEFAULT_MAIL_SETTINGS,
  LAST_HOUR,
  type MailSettings,
  readDayRanges,
  readNumbers,
  readWeekdays,
} from '../mail/settings';
import { issueAt } from '../schema/check';
import type { Issue } from '../schema/issue';
import { columnOf } from '../schema/schema';
import { cellAt, rowCount, type Table, textAt } from '../schema/table';
import { isEmail } from '../schema/types';
import { type Cell, cellText, dayOf, isEmpty, isErrorCell } from '../values/cell';
import { clip, listItems, sameKey, tidy } from '../values/text';

export interface Settings extends MailSettings {
  readonly programmeTitle: string;
  readonly programmeStart: CivilDate | null;
  /** «Скоро срок» begins so many days before the deadline. */
  readonly soonDays: number;
  readonly timeZone: string;
  /** Hour of the nightly repair, 0–23. */
  readonly repairHour: number;
  readonly rebuildMinutes: number;
  /** Accounts that may change the administrator's tabs besides the owner. */
  readonly administrators: readonly string[];
  /** Ids of the reporting books, in the order of the rows. */
  readonly books: readonly string[];
}

export const SETTING_NAMES = [
  'programmeTitle',
  'programmeStart',
  'soonDays',
  'timeZone',
  'repairHour',
  'rebuildMinutes',
  'administrators',
  'mailOn',
  'mailReplyTo',
  'mailSender',
  'mailLanguage',
  'ministryDays',
  'ministryHour',
  'districtDays',
  'districtHour',
  'afterDeadline',
  'remindDays',
  'remindHour',
  'lateEvery',
  'remindGap',
  'quietDays',
  'quietDates',
  'mailReserve',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export const DEFAULT_SETTINGS: Settings = {
  programmeTitle: '',
  programmeStart: null,
  soonDays: 7,
  timeZone: 'Europe/Moscow',
  repairHour: 3,
  rebuildMinutes: 60,
  administrators: [],
  books: [],
  ...DEFAULT_MAIL_SETTINGS,
};

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

const yesNo: Parse<boolean> = (cell, { yes, no }) => {
  if (typeof cell === 'boolean') return cell;
  const key = sameKey(cellText(cell));
  return key === sameKey(yes) ? true : key === sameKey(no) ? false : null;
};

const weekdays: Parse<readonly number[]> = (cell, words) => readWeekdays(cellText(cell), words);

/** The hour of a mail: early enough that the rest of the day is left to catch up. */
const morning = wholeNumber(0, LAST_HOUR - 1);

const LANGUAGES: readonly Language[] = ['ru', 'en'];
const MOST_SOON_DAYS = 60;

const PARSERS: { readonly [K in SettingName]: Parse<Settings[K]> } = {
  programmeTitle: (cell) => (isErrorCell(cell) ? null : clip(tidy(cellText(cell)), 200)),
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
  mailOn: yesNo,
  mailReplyTo: (cell) => {
    const text = tidy(cellText(cell));
    return isEmail(text) ? text.toLowerCase() : null;
  },
  mailSender: (cell) => (isErrorCell(cell) ? null : clip(tidy(cellText(cell)), 100)),
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

/** The words in which values are written. */
export interface ValueWords extends DayWords {
  readonly yes: string;
  readonly no: string;
  readonly languages: Readonly<Record<Language, string>>;
}

export interface SettingWords extends ValueWords {
  readonly names: Readonly<Record<SettingName, string>>;
  /** The default that is used instead of an invalid value, as people read it. */
  readonly defaults: Readonly<Record<SettingName, string>>;
  /** Rows whose name begins so name a reporting book. */
  readonly bookPrefix: string;
}

/** A spreadsheet's id from its address or the id itself; null when it is neither. */
export function bookIdIn(text: string): string | null {
  const address = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{10,})/.exec(text);
  if (address?.[1]) return address[1];
  return /^[\w-]{10,}$/.test(tidy(text)) ? tidy(text) : null;
}

/** Invalid values become issues, and the default is used. */
export function readSettings(
  table: Table,
  words: SettingWords,
): { readonly settings: Settings; readonly issues: readonly Issue[] } {
  const result: { -readonly [K in keyof Settings]: Settings[K] } = { ...DEFAULT_SETTINGS };
  const books: string[] = [];
  const issues: Issue[] = [];
  const complain = (row: number, used: string) =>
    issues.push(
      issueAt(table, row, columnOf(table.schema, 'value'), cellAt(table, row, 'value'), {
        code: 'settingInvalid',
        used,
      }),
    );
  const byName = new Map(SETTING_NAMES.map((name) => [sameKey(words.names[name]), name]));
  for (let row = 0; row < rowCount(table); row += 1) {
    const name = textAt(table, row, 'name');
    const cell = cellAt(table, row, 'value');
    if (isEmpty(cell)) continue;
    if (sameKey(name).startsWith(sameKey(words.bookPrefix))) {
      const id = bookIdIn(cellText(cell));
      if (id === null) complain(row, '—');
      else if (!books.includes(id)) books.push(id);
      continue;
    }
    const setting = byName.get(sameKey(name));
    if (setting && !assign(result, setting, cell, words)) complain(row, words.defaults[setting]);
  }
  return { settings: { ...result, books }, issues };
}

function assign<K extends SettingName>(
  target: { -readonly [P in keyof Settings]: Settings[P] },
  name: K,
  cell: Cell,
  words: ValueWords,
): boolean {
  const value = PARSERS[name](cell, words);
  if (value === null) return false;
  target[name] = value as (typeof target)[K];
  return true;
}
