import { describe, expect, test } from '@jest/globals';
import { readOrganisations, readStages, readTargets } from '../../../src/domain/programme/readProgramme';
import { makeRegistry, pairKey, splitKey } from '../../../src/domain/report/registry';
import { byDistrict } from '../../../src/domain/report/summary';

import type { Issue } from '../../../src/domain/schema/issue';

import type { Cell } from '../../../src/domain/values/cell';

import { BOOK_WORDS } from '../../../src/messages/words/bookWords';

import { organisationsSchema, stagesSchema, targetsSchema } from '../../../src/tabs/schemas/programme';

import {
  analysisOf,
  bookOf,
  day,
  type Fields,
  on,
  organisationOf,
  stageOf,
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
    ['yes or no in other words', [{ ...right, document: 'обязательно' }], ['Нужен документ 2 notOfType'], 1],
    [
      'a kind of organisation that nobody knows',
      [{ ...right, appliesTo: 'школы' }],
      ['Кто отчитывается 2 notChoice'],
      1,
    ],
    ['a code that became a date', [{ ...right, code: on('2020-04-01') }], ['Код 2 notOfType'], 1],
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
    ['«10 %», which Sheets makes 0.1', 0.1, ['Не менее 2 notOfType'], 0],
    ['more than all', 110, ['Не менее 2 notOfType'], 0],
    ['as text', '10', ['Не менее 2 numberAsText'], 1],
    ['in words', 'десять', ['Не менее 2 notOfType'], 0],
  ])('%s', (_, value, expected, count) => {
    const { items, issues } = targets(value);
    expect([said(issues), items.length]).toEqual([expected, count]);
  });
  test('a number of pairs may be any', () => {
    expect(targets(2500, 'число пар').items).toHaveLength(1);
  });
});
