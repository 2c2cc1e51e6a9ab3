/** Reads «Настройки». */
import { issueAt } from '../schema/check';
import type { Issue } from '../schema/issue';
import { columnOf } from '../schema/schema';
import { cellAt, rowCount, type Table, textAt } from '../schema/table';
import { type Cell, cellText, isEmpty } from '../values/cell';
import { sameKey, tidy } from '../values/text';
import { DEFAULT_SETTINGS, SETTING_NAMES, type SettingName, type Settings } from './settings';
import { PARSERS, type ValueWords, yesNo } from './settingValues';

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
  const closedBooks: string[] = [];
  const complain = (row: number, used: string, column = 'value') =>
    issues.push(
      issueAt(table, row, columnOf(table.schema, column), cellAt(table, row, column), {
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
      const closed = cellAt(table, row, 'closed');
      if (id === null || isEmpty(closed)) continue;
      const isClosed = yesNo(closed, words);
      if (isClosed === null) complain(row, words.no, 'closed');
      else if (isClosed) closedBooks.push(id);
      continue;
    }
    const setting = byName.get(sameKey(name));
    if (setting && !assign(result, setting, cell, words)) complain(row, words.defaults[setting]);
  }
  return { settings: { ...result, books, closedBooks }, issues };
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
