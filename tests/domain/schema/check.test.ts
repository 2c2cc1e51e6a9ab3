import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupIssues, type Issue } from '../../../src/domain/schema/issue';
import { readTable } from '../../../src/domain/schema/table';
import type { Cell } from '../../../src/domain/values/cell';
import { coverageSchema } from '../../../src/tabs/schemas/coverage';
import { organisationsSchema } from '../../../src/tabs/schemas/programme';
import {
  analysisOf,
  bookOf,
  type Fields,
  gridOf,
  on,
  organisationOf,
  stageOf,
  tableOf,
} from '../../support/analysis';

const filed = (fields: Fields): Fields => ({
  organisation: 'Школа К-01',
  stage: '1. Мероприятие 1',
  key: 'К-01/1',
  counted: 'да',
  ...fields,
});
const issuesOf = (fields: Fields, stage = stageOf({ code: '1' })): Issue[] => [
  ...analysisOf(bookOf({ stages: [stage], report: [filed(fields)], start: '2020-09-01' })).issues,
];
const said = (issues: readonly Issue[]) =>
  issues.map(({ column, row, problem }) => `${column} ${row} ${problem.code}`);

describe('what is wrong in «Отчёт» is said with its column and row', () => {
  test.each<[string, Fields, string[]]>([
    ['nothing', { doneOn: on('2020-10-05') }, []],
    ['a date as text', { doneOn: '05.10.2020' }, ['Дата выполнения 2 notDate']],
    [
      'spaces where the date should be, which the status calls an error',
      { doneOn: '  ' },
      ['Дата выполнения 2 notDate'],
    ],
    ['a future date', { doneOn: on('2020-10-07') }, ['Дата выполнения 2 dateInFuture']],
    [
      'an extension that shortens',
      { deadline: on('2020-10-05'), extendedTo: on('2020-10-01') },
      ['Продлено до 2 before'],
    ],
    ['a decision on nothing', { decision: 'согласовано' }, ['Решение 2 onlyWhen']],
    [
      'a return without reason',
      { doneOn: on('2020-10-05'), decision: 'возвращено' },
      ['Причина 2 requiredWhen'],
    ],
    ['a decision in other words', { doneOn: on('2020-10-05'), decision: 'ок' }, ['Решение 2 notChoice']],
    ['a #REF! in the comment', { comment: '#REF!' }, ['Комментарий 2 errorCell']],
  ])('%s', (_, fields, expected) => {
    expect(said(issuesOf(fields))).toEqual(expected);
  });

  test('a stage that asks for a document', () => {
    const stage = stageOf({ code: '1', documentNeeded: true });
    expect(said(issuesOf({ doneOn: on('2020-10-05') }, stage))).toEqual(['Документ 2 documentMissing']);
  });

  test('of rows that are not counted nothing is asked', () => {
    expect(said(issuesOf({ doneOn: 'позже' }, stageOf({ code: '1', dropped: true })))).toEqual([]);
  });

  test('a column that was moved or renamed by hand is named as it stands', () => {
    const book = bookOf({ report: [filed({ doneOn: 'да' })] });
    const { schema } = book.tables.report;
    const order = schema.columns.map(({ id }) => id).reverse();
    const grid = gridOf(schema, [filed({ doneOn: 'да' })], order);
    const at = order.indexOf('doneOn');
    (grid[0] as Cell[])[at] = 'Когда сделали';
    const report = readTable(schema, grid, { doneOn: 'Когда сделали' });
    const [issue] = analysisOf({ ...book, tables: { ...book.tables, report } }).issues;
    expect(issue).toMatchObject({ column: 'Когда сделали', columnIndex: at, row: 2, organisation: 'К-01' });
  });
});

describe('personal data is found and never repeated', () => {
  const PHONE = '+7 912 345-67-89';
  const PERSON = 'Иванова Мария Петровна';
  const hidden = (issues: readonly Issue[]) => {
    const texts = JSON.stringify(issues.map(({ found }) => found));
    return !/912|345-67|Иванов|Мария/.test(texts);
  };
  test.each<[string, Fields, string]>([
    ['a phone in the comment', { comment: `звоните ${PHONE}` }, 'personalData'],
    ['a phone that became a number', { comment: 89123456789 }, 'personalData'],
    ['a name in the document', { document: PERSON }, 'personalData'],
    ['a name where the date should be', { doneOn: `сдала ${PERSON}` }, 'notDate'],
    ['a phone where the date should be', { doneOn: PHONE }, 'notDate'],
    ['a phone as a number in the date', { doneOn: 89123456789 }, 'dateOutOfRange'],
    ['a name in a text that is too long', { comment: `${PERSON} ${'я'.repeat(3000)}` }, 'tooLong'],
    ['a name as the decision', { doneOn: on('2020-10-05'), decision: PERSON }, 'notChoice'],
  ])('%s', (_, fields, code) => {
    const issues = issuesOf(fields);
    expect(issues.map(({ problem }) => problem.code)).toContain(code);
    expect(hidden(issues)).toBe(true);
  });
  test('a name in place of the organisation of «Охват»', () => {
    const { issues } = analysisOf(bookOf({ coverage: [{ organisation: PERSON, date: on('2020-10-05') }] }));
    expect(said(issues)).toEqual(['Организация 2 notOfType']);
    expect(hidden(issues)).toBe(true);
  });
  test('what is no personal data is shown, shortened', () => {
    expect(issuesOf({ doneOn: 'пятого октября прошлого года'.repeat(9) })[0]?.found).toHaveLength(60);
  });
});

describe('what must not stand twice', () => {
  const coverage = (rows: Fields[]) => said(analysisOf(bookOf({ coverage: rows })).issues);
  const row: Fields = { organisation: 'Школа К-01', date: on('2020-10-05'), pupils: 5 };
  test('counts of one organisation at one date', () => {
    expect(coverage([row, { ...row, organisation: 'ШКОЛА К-01' }])).toEqual(['Организация 3 duplicate']);
  });
  test('at another date they may', () => {
    expect(coverage([row, { ...row, date: on('2020-10-06') }])).toEqual([]);
  });
  test('more mentees than pupils, a number typed as text', () => {
    expect(
      coverage([
        { ...row, mentees: 6 },
        { ...row, date: on('2020-10-04'), mentees: '4' },
      ]),
    ).toEqual(['Наставляемых 2 moreThan', 'Наставляемых 3 numberAsText']);
  });
});

describe('ten thousand pasted rows of rubbish', () => {
  const rubbish: Fields[] = Array.from({ length: 10_000 }, (_, index) => ({
    organisation: `нет такой ${index}`,
    date: 'вчера',
    pupils: '#REF!',
    comment: index % 2 === 0 ? '🙂'.repeat(20) : '\u202eטקסט',
  }));
  test('are one short list and one line a kind', () => {
    const { issues } = analysisOf(bookOf({ coverage: rubbish }));
    const grouped = groupIssues(issues);
    expect(issues).toHaveLength(30_000);
    expect(grouped).toHaveLength(3 * 51);
    const rest = grouped.filter(({ problem }) => problem.code === 'andMore');
    expect(rest.map(({ column, problem }) => [column, problem.code === 'andMore' && problem.count])).toEqual([
      ['Организация', 9950],
      ['На дату', 9950],
      ['Обучающихся', 9950],
    ]);
    expect(rest.every(({ row, found }) => row === null && found === null)).toBe(true);
  });
  test('few issues are not grouped', () => {
    const { issues } = analysisOf(bookOf({ coverage: rubbish.slice(0, 16) }));
    expect(groupIssues(issues)).toEqual(issues);
  });
});

test('whatever stands in the cells, a check ends and says where', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom<Cell[]>(
      '#REF!',
      '=1+1',
      'я'.repeat(50_000),
      ' ',
      '\ud83d',
      true,
      false,
      0,
      -1,
      1e308,
      Number.NaN,
      on('2020-02-29'),
    ),
    fc.double(),
  );
  const schemas = [coverageSchema(), organisationsSchema];
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 11, maxLength: 11 }), { maxLength: 5 }), (rows) => {
      for (const schema of schemas) {
        const fields = rows.map((cells) =>
          Object.fromEntries(schema.columns.map(({ id }, index) => [id, cells[index] ?? ''])),
        );
        const table = tableOf(schema, fields);
        const { tables, ...rest } = bookOf({ organisations: [organisationOf({ id: 'К-01' })] });
        const { issues } = analysisOf({ ...rest, tables: { ...tables, [schema.id]: table } });
        for (const { row, column, found } of issues) {
          expect(row === null || column !== null).toBe(true);
          expect((found ?? '').length).toBeLessThan(130);
        }
      }
    }),
    { numRuns: 150 },
  );
});
