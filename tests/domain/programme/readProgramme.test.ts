import { describe, expect, test } from '@jest/globals';
import { readOrganisations, readStages, readTargets } from '../../../src/domain/programme/readProgramme';
import { makeRegistry, pairKey, splitKey } from '../../../src/domain/report/registry';
import { byDistrict } from '../../../src/domain/report/summary';
import { readDeclaredColumns } from '../../../src/domain/schema/declaredColumns';
import type { Issue } from '../../../src/domain/schema/issue';
import { missingColumns, readTable } from '../../../src/domain/schema/table';
import { bookIdIn, DEFAULT_SETTINGS, readSettings } from '../../../src/domain/settings/settings';
import type { Cell } from '../../../src/domain/values/cell';
import { BOOK_PREFIX, READING_WORDS, SETTING_NAME_WORDS } from '../../../src/messages/jobs/settings';
import { BOOK_WORDS, DECLARED_WORDS } from '../../../src/messages/words/bookWords';
import { validationOf } from '../../../src/tabs/rules/validation';
import { settingsSchema } from '../../../src/tabs/schemas/control';
import {
  columnsSchema,
  organisationsSchema,
  stagesSchema,
  targetsSchema,
} from '../../../src/tabs/schemas/programme';
import { reportSchema } from '../../../src/tabs/schemas/report';
import {
  analysisOf,
  bookOf,
  day,
  type Fields,
  gridOf,
  on,
  organisationOf,
  stageOf,
  TAKEN,
  tableOf,
} from '../../support/analysis';

const TODAY = day('2020-10-06');
const said = (issues: readonly Issue[]) =>
  issues.map(({ column, row, problem }) => `${column} ${row} ${problem.code}`);

describe('«Этапы»', () => {
  const stages = (...rows: Fields[]) => readStages(tableOf(stagesSchema, rows), TODAY, BOOK_WORDS);
  const right: Fields = {
    code: '1',
    title: 'Назначить куратора',
    kind: 'до даты',
    deadline: on('2020-10-05'),
  };

  test('a row becomes a stage', () => {
    const { items, issues } = stages({
      ...right,
      document: 'Да',
      approval: true,
      approvalInDeadline: 'нет',
      appliesTo: 'ШКОЛА;\nдетский  сад',
      dropped: '',
    });
    expect(issues).toEqual([]);
    expect(items).toEqual([
      stageOf({
        code: '1',
        title: 'Назначить куратора',
        documentNeeded: true,
        approval: 'yes',
        appliesTo: ['школа', 'детский сад'],
      }),
    ]);
  });

  test.each<[string, Fields[], string[], number]>([
    ['an empty tab', [], ['null null noStages'], 0],
    ['a stage without code', [{ ...right, code: '' }], ['Код 2 required', 'null null noStages'], 0],
    ['the same code twice: the first holds', [right, { ...right, title: 'Другое' }], ['Код 3 duplicate'], 1],
    ['no deadline where one belongs', [{ ...right, deadline: '' }], ['Срок 2 requiredWhen'], 1],
    ['a deadline as text', [{ ...right, deadline: 'до 05.10.2020' }], ['Срок 2 notDate'], 1],
    [
      'an end before the beginning',
      [{ ...right, kind: 'период', start: on('2020-11-01') }],
      ['Срок 2 before'],
      1,
    ],
    ['a kind that nobody knows', [{ ...right, kind: 'скоро' }], ['Вид срока 2 notChoice'], 1],
    ['an undated letter', [{ ...right, kind: 'не указан', deadline: '' }], ['Срок 2 stageUndated'], 1],
    [
      'an undated stage that was dropped',
      [{ ...right, kind: 'не указан', deadline: '', dropped: 'да' }],
      [],
      1,
    ],
    [
      'as the ministry sets: no date is expected',
      [{ ...right, kind: 'установит другой документ', deadline: '' }],
      [],
      1,
    ],
    ['yes or no in other words', [{ ...right, document: 'обязательно' }], ['Нужен документ 2 notYesNo'], 1],
    [
      'a kind of organisation that nobody knows',
      [{ ...right, appliesTo: 'школы' }],
      ['Кто отчитывается 2 notChoice'],
      1,
    ],
    ['a code that became a date', [{ ...right, code: on('2020-04-01') }], ['Код 2 notCode'], 1],
  ])('%s', (_, rows, expected, count) => {
    const { items, issues } = stages(...rows);
    expect([said(issues), items.length]).toEqual([expected, count]);
  });

  test('a stage that no organisation is asked for is said', () => {
    const book = bookOf({ stages: [stageOf({ code: '1', appliesTo: ['детский сад'] })] });
    expect(said(analysisOf(book).issues)).toEqual(['Кто отчитывается 2 nobodyReports']);
  });
});

describe('«Организации»', () => {
  const organisations = (...rows: Fields[]) =>
    readOrganisations(tableOf(organisationsSchema, rows), TODAY, BOOK_WORDS);
  const right: Fields = { id: 'К-01', district: 'Кировский', shortName: 'Школа № 1', type: 'школа' };

  test.each<[string, Fields[], string[], number]>([
    ['an empty tab', [], ['null null noOrganisations'], 0],
    [
      'a code twice: the first holds',
      [right, { ...right, shortName: 'Школа № 2' }],
      ['Код организации 3 duplicate'],
      1,
    ],
    [
      'a school twice under two codes',
      [right, { ...right, id: 'К-02' }],
      ['Краткое название 3 organisationTwice'],
      2,
    ],
    [
      'a code that would break the key',
      [right, { ...right, id: 'К/02', shortName: 'Б' }],
      ['Код организации 3 pattern'],
      1,
    ],
    ['no district', [{ ...right, district: '' }], ['Район 2 required'], 1],
    [
      'closed before it opened',
      [{ ...right, opened: on('2020-09-01'), closed: on('2020-08-01') }],
      ['Закрыта 2 before'],
      1,
    ],
  ])('%s', (_, rows, expected, count) => {
    const { items, issues } = organisations(...rows);
    expect([said(issues), items.length]).toEqual([expected, count]);
  });

  test.each(['кировский', 'Кировский ', 'Кировский\u00a0', ' КИРОВСКИЙ'])(
    '«%s» is the district Кировский, and is said',
    (district) => {
      const { items, issues } = organisations(right, {
        ...right,
        id: 'К-02',
        shortName: 'Школа № 2',
        district,
      });
      expect(said(issues)).toEqual(['Район 3 districtsAlike']);
      const districts = byDistrict({ organisations: items }, [], TODAY);
      expect(districts.map(({ name, organisations: of }) => [name, of.length])).toEqual([['Кировский', 2]]);
    },
  );

  test('a name of 50,000 characters is said, and does not stand in every row', () => {
    const { items, issues } = organisations({ ...right, shortName: 'я'.repeat(50_000) });
    expect(said(issues)).toEqual(['Краткое название 2 tooLong']);
    expect(items[0]?.shortName.length).toBeLessThanOrEqual(140);
  });

  test('schools of one name are told apart in the report', () => {
    const registry = makeRegistry({
      stages: [],
      organisations: [
        organisationOf({ id: 'А', shortName: 'Школа № 1' }),
        organisationOf({ id: 'Б', shortName: 'школа №  1' }),
      ],
    });
    expect([registry.organisationLabel('А'), registry.organisationLabel('Б')]).toEqual([
      'Школа № 1 (А)',
      'школа № 1 (Б)',
    ]);
    expect(registry.organisationOf('ШКОЛА № 1 (б)')).toBe('Б');
    expect(registry.organisationOf('Школа № 1')).toBeNull();
  });

  test('a key is split at its first «/»', () => {
    expect(splitKey(pairKey('К-01', '1/а'))).toEqual({ organisation: 'К-01', stage: '1/а' });
    expect(['', '/', 'К-01', 'К-01/', '/1'].map(splitKey)).toEqual([null, null, null, null, null]);
  });
});

describe('«Показатели»', () => {
  const targets = (value: Cell, indicator = 'доля наставляемых среди обучающихся') =>
    readTargets(tableOf(targetsSchema, [{ indicator, date: on('2020-12-31'), value }]), TODAY, BOOK_WORDS);
  test.each<[string, Cell, string[], number]>([
    ['ten per cent', 10, [], 1],
    ['«10 %», which Sheets makes 0.1', 0.1, ['Не менее 2 notShare'], 0],
    ['more than all', 110, ['Не менее 2 notShare'], 0],
    ['as text', '10', ['Не менее 2 numberAsText'], 1],
    ['in words', 'десять', ['Не менее 2 notNumber'], 0],
  ])('%s', (_, value, expected, count) => {
    const { items, issues } = targets(value);
    expect([said(issues), items.length]).toEqual([expected, count]);
  });
  test('a number of pairs may be any', () => {
    expect(targets(2500, 'число пар').items).toHaveLength(1);
  });
});

describe('«Столбцы»', () => {
  const declare = (...rows: Fields[]) =>
    readDeclaredColumns(tableOf(columnsSchema, rows), TAKEN, TODAY, DECLARED_WORDS);
  const right: Fields = {
    tab: 'Отчёт',
    header: 'Форма',
    type: 'выбор',
    allowed: 'очно\nдистанционно',
    required: 'да',
    stages: '3, 4',
    summary: 'да',
  };

  test('a row becomes a column with validation, checks and a place in the summary', () => {
    const { report, inSummary, issues } = declare(right);
    expect(issues).toEqual([]);
    expect(report).toMatchObject([
      {
        header: 'Форма',
        type: 'choice',
        writer: 'curator',
        allowed: ['очно', 'дистанционно'],
        rules: [{ stages: ['3', '4'] }],
      },
    ]);
    expect(validationOf(report[0] as (typeof report)[0])).toEqual({
      kind: 'list',
      values: ['очно', 'дистанционно'],
      reject: true,
    });
    expect([...inSummary]).toEqual([report[0]?.id]);
  });

  test('it stands between comment and decision, and its cells are checked', () => {
    const book = bookOf({
      columns: [{ ...right, stages: '' }],
      report: [
        { organisation: 'Школа К-01', stage: '1. Мероприятие 1', key: 'К-01/1', doneOn: on('2020-10-05') },
      ],
    });
    const ids = book.tables.report.schema.columns.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('comment'), ids.indexOf('decision') + 1)).toEqual([
      'comment',
      'own:форма',
      'decision',
    ]);
    expect(said(analysisOf(book).issues)).toEqual(['Форма 2 required']);
  });

  test('one that is not asked for may stay blank', () => {
    const { report, inSummary } = declare({ ...right, required: '', summary: 'нет' });
    expect([report[0]?.rules, report[0]?.required, inSummary.size]).toEqual([[], false, 0]);
  });

  test.each<[string, Fields[], string[], number]>([
    ['a header that is taken', [{ ...right, header: 'документ' }], ['Заголовок 2 headerTaken'], 0],
    ['the same twice', [right, right], ['Заголовок 3 duplicate'], 1],
    ['a type that nobody knows', [{ ...right, type: 'картинка' }], ['Тип 2 notChoice'], 0],
    ['a tab that takes no columns', [{ ...right, tab: 'Этапы' }], ['Вкладка 2 notChoice'], 0],
    ['a choice without its list', [{ ...right, allowed: '' }], ['Допустимые значения 2 requiredWhen'], 1],
  ])('%s', (_, rows, expected, count) => {
    const { report, issues } = declare(...rows);
    expect([said(issues), report.length]).toEqual([expected, count]);
  });

  test('a choice whose list is not given yet refuses nobody', () => {
    const { report } = declare({ ...right, allowed: '' });
    expect(validationOf(report[0] as (typeof report)[0])).toBeNull();
  });

  test("in «Охват» it is asked in every row; a district's column is the district's", () => {
    const { coverage } = declare({ ...right, tab: 'Охват', writer: 'район', type: 'да/нет' });
    expect(coverage).toMatchObject([{ required: true, writer: 'head', rules: [], allowed: ['да', 'нет'] }]);
  });
});

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

describe('columns are found by their header', () => {
  const schema = reportSchema();
  test('wherever they stand, however they are spelt', () => {
    const ids = schema.columns.map(({ id }) => id).reverse();
    const grid = gridOf(schema, [], ids).map((row) => [
      '',
      ...row.map((cell) => ` ${String(cell).toUpperCase()} `),
    ]);
    const table = readTable(schema, grid);
    expect(missingColumns(table)).toEqual([]);
    expect([table.at.get('decisionSeen'), table.at.get('key')]).toEqual([1, 2]);
  });
  test('a doubled one is read once and told', () => {
    const grid = gridOf(schema, []).map((row) => [...row, 'Комментарий']);
    const table = readTable(schema, grid);
    expect(table.doubles).toEqual(new Map([['comment', [schema.columns.length]]]));
  });
  test('an empty sheet misses them all', () => {
    expect(missingColumns(readTable(schema, [[]]))).toHaveLength(schema.columns.length);
    expect(missingColumns(readTable(schema, []))).toHaveLength(schema.columns.length);
  });
});
