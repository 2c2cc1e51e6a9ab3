import { describe, expect, test } from '@jest/globals';

import { readDeclaredColumns } from '../../../src/domain/schema/declaredColumns';
import type { Issue } from '../../../src/domain/schema/issue';

import { DECLARED_WORDS } from '../../../src/messages/words/bookWords';
import { validationOf } from '../../../src/tabs/rules/validation';

import { columnsSchema } from '../../../src/tabs/schemas/declaredColumns';

import { analysisOf, bookOf, day, type Fields, on, TAKEN, tableOf } from '../../support/analysis';

const TODAY = day('2020-10-06');
const said = (issues: readonly Issue[]) =>
  issues.map(({ column, row, problem }) => `${column} ${row} ${problem.code}`);

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
