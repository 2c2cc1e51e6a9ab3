/** «Настройки» of the control book: one setting a row, each with a default, so that none is needed. */
import { type Cell, cellText, dayOf, isEmpty, isErrorCell } from './cell';
import type { CivilDate } from './civil';
import { readDateText } from './dateText';
import type { Issue } from './issue';
import { issueAt } from './schema/check';
import { columnOf } from './schema/schema';
import { isEmail } from './schema/types';
import { cellAt, rowCount, type Table, textAt } from './table';
import { clip, listItems, sameKey, tidy } from './text';

export interface Settings {
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
};

type Parse<T> = (cell: Cell) => T | null;

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

const PARSERS: { readonly [K in SettingName]: Parse<Settings[K]> } = {
  programmeTitle: (cell) => (isErrorCell(cell) ? null : clip(tidy(cellText(cell)), 200)),
  programmeStart: day,
  soonDays: wholeNumber(0, 60),
  // A region and a city; whether Google knows the zone is found when it is used.
  timeZone: (cell) =>
    /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_+-]+){1,2}$/.test(tidy(cellText(cell))) ? tidy(cellText(cell)) : null,
  repairHour: wholeNumber(0, 23),
  rebuildMinutes: wholeNumber(10, 1440),
  administrators: (cell) => {
    const items = listItems(cellText(cell));
    return items.every(isEmail) ? items : null;
  },
};

export interface SettingWords {
  readonly names: Readonly<Record<SettingName, string>>;
  /** Rows whose name begins so name a reporting book. */
  readonly bookPrefix: string;
}

/** A spreadsheet's id from its address or the id itself; null when it is neither. */
export function bookIdIn(text: string): string | null {
  const address = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{10,})/.exec(text);
  if (address?.[1]) return address[1];
  return /^[\w-]{10,}$/.test(tidy(text)) ? tidy(text) : null;
}

/** Values that make no sense are said as issues, and the default is used. */
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
    if (setting && !assign(result, setting, cell)) complain(row, defaultText(setting));
  }
  return { settings: { ...result, books }, issues };
}

function assign<K extends SettingName>(
  target: { -readonly [P in keyof Settings]: Settings[P] },
  name: K,
  cell: Cell,
): boolean {
  const value = PARSERS[name](cell);
  if (value === null) return false;
  target[name] = value as (typeof target)[K];
  return true;
}

const defaultText = (name: SettingName): string => String(DEFAULT_SETTINGS[name] ?? '—') || '—';
