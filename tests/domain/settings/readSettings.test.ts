import { describe, expect, test } from '@jest/globals';

import type { Issue } from '../../../src/domain/schema/issue';
import { bookIdIn, readSettings } from '../../../src/domain/settings/readSettings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import type { Cell } from '../../../src/domain/values/cell';
import { BOOK_PREFIX, READING_WORDS, SETTING_NAME_WORDS } from '../../../src/messages/jobs/settings';

import { settingsSchema } from '../../../src/tabs/schemas/control';

import { on, tableOf } from '../../support/analysis';

const said = (issues: readonly Issue[]) =>
  issues.map(({ column, row, problem }) => `${column} ${row} ${problem.code}`);

describe('«Настройки»', () => {
  const settings = (rows: readonly (readonly [string, Cell])[]) =>
    readSettings(
      tableOf(
        settingsSchema,
        rows.map(([name, value]) => ({ name, value })),
      ),
      READING_WORDS,
    );
  test('none is needed', () => {
    expect(settings([])).toEqual({ settings: DEFAULT_SETTINGS, issues: [] });
  });
  test.each<[keyof typeof SETTING_NAME_WORDS, Cell, unknown]>([
    ['soonDays', 14, 14],
    ['soonDays', ' 0 ', 0],
    ['soonDays', -1, null],
    ['soonDays', 2.5, null],
    ['soonDays', 61, null],
    ['soonDays', 'неделя', null],
    ['soonDays', '#REF!', null],
    ['programmeStart', on('2020-09-22'), '2020-09-22'],
    ['programmeStart', '22 сентября 2020', '2020-09-22'],
    ['programmeStart', 'осень', null],
    ['timeZone', ' Asia/Yekaterinburg ', 'Asia/Yekaterinburg'],
    ['timeZone', 'Екатеринбург', null],
    ['timeZone', '+5', null],
    ['repairHour', 24, null],
    ['rebuildMinutes', 5, null],
    ['rebuildMinutes', 1440, 1440],
    ['administrators', 'a@b.ru, c@d.ru', ['a@b.ru', 'c@d.ru']],
    ['administrators', 'Иванов', null],
    ['programmeTitle', '  Наставничество  2020 ', 'Наставничество 2020'],
    ['programmeTitle', '#NAME?', null],
  ])('%s %j is %j', (name, value, expected) => {
    const { settings: found, issues } = settings([[SETTING_NAME_WORDS[name], value]]);
    expect(found[name]).toEqual(expected ?? DEFAULT_SETTINGS[name]);
    expect(said(issues)).toEqual(expected === null ? ['Значение 2 settingInvalid'] : []);
  });
  test('spaces are nothing, names may be spelt loosely, a nonsense row spoils no other', () => {
    const { settings: found, issues } = settings([
      ['СКОРО  срок, дней', 3],
      [SETTING_NAME_WORDS.repairHour, '   '],
      ['что-то своё', 'мимо'],
      [SETTING_NAME_WORDS.rebuildMinutes, 'часто'],
    ]);
    expect(found).toMatchObject({ soonDays: 3, repairHour: 3, rebuildMinutes: 60 });
    expect(said(issues)).toEqual(['Значение 5 settingInvalid']);
  });
  test('books by address or id, each once', () => {
    const id = '1AbC_def-1234567890';
    const { settings: found, issues } = settings([
      [`${BOOK_PREFIX} 1`, `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`],
      [`${BOOK_PREFIX} 2`, id],
      [`${BOOK_PREFIX} 3`, 'https://example.org/'],
    ]);
    expect(found.books).toEqual([id]);
    expect(said(issues)).toEqual(['Значение 4 settingInvalid']);
    expect(bookIdIn(`https://docs.google.com/spreadsheets/u/0/d/${id}`)).toBe(id);
  });
});
