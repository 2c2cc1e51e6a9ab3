/** A report that was returned and handed in again: it is the district's turn, until it decides or returns it anew. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/dates/civil';
import { outstandingState } from '../../../src/domain/mail/outstanding';
import { outstandingByOrganisation } from '../../../src/domain/mail/outstandingByOrganisation';
import type { BookSnapshot } from '../../../src/domain/report/bookSnapshot';
import { isEmptyPlan, planReport } from '../../../src/domain/report/plan';
import { awaitsDecision, tally } from '../../../src/domain/report/summary';
import { rowCount } from '../../../src/domain/schema/table';
import type { Cell } from '../../../src/domain/values/cell';
import {
  analysisOf,
  applyPlan,
  bookOf,
  day,
  type Fields,
  madeBook,
  on,
  organisationOf,
  stageOf,
  typed,
} from '../../support/analysis';

const plan = (book: BookSnapshot) =>
  planReport(
    book.tables.report,
    analysisOf(book),
    Array.from({ length: rowCount(book.tables.report) }, () => '=ok'),
    (formula) => formula === '=ok',
  );
const COLUMNS: readonly Fields[] = [
  { tab: 'Отчёт', header: 'Номер карты', type: 'текст', writer: 'куратор' },
  { tab: 'Отчёт', header: 'День карты', type: 'дата', writer: 'куратор' },
  { tab: 'Отчёт', header: 'Оценка', type: 'текст', writer: 'район' },
];
const [OWN, OWN_DAY, HEADS] = ['own:номер карты', 'own:день карты', 'own:оценка'];

/** A run of the jobs on that day. */
const look = (book: BookSnapshot, today: string): BookSnapshot => {
  const now = { ...book, today: day(today) };
  return applyPlan(now, plan(now));
};
const write = (book: BookSnapshot, cells: Fields): BookSnapshot =>
  Object.entries(cells).reduce((made, [id, cell]) => typed(made, 0, id, cell), book);

/** Handed in on 1 October, returned on the 5th, and the jobs have seen it. */
function returned(cells: Fields = {}): BookSnapshot {
  const made = madeBook(
    {
      columns: COLUMNS,
      stages: [stageOf({ code: '1', approval: 'yes' })],
      organisations: [organisationOf({ id: 'К-01' })],
    },
    plan,
  );
  const filed = { doneOn: on('2020-10-01'), document: 'приказ № 1', ...cells };
  return look(write(made, { ...filed, decision: 'возвращено', reason: 'нет карты' }), '2020-10-05');
}

const seen = (book: BookSnapshot): Cell | undefined => analysisOf(book).owned[0]?.decisionSeen;
const recordOf = (book: BookSnapshot) => analysisOf(book).records[0];
const told = (book: BookSnapshot): unknown[] =>
  analysisOf(book).noticed.map(({ change }) => [change.kind, change.now]);

describe('it was handed in again', () => {
  test.each<[string, Fields]>([
    ['with another day', { doneOn: on('2020-10-06') }],
    ['with an earlier day', { doneOn: on('2020-09-30') }],
    ['with the day of the return', { doneOn: on('2020-10-05') }],
    ['with another document and the same day', { document: 'приказ № 2' }],
    ['with a comment', { comment: 'карта приложена' }],
    ['with a column that the administrator declared', { [String(OWN)]: '17' }],
    ['with a cell emptied', { document: '' }],
  ])('%s', (_, cells) => {
    const book = { ...write(returned(), cells), today: day('2020-10-06') };
    expect(recordOf(book)).toMatchObject({
      refiledOn: '2020-10-06',
      returnedOn: '2020-10-05',
      status: { approval: 'returned' },
    });
    expect(told(book)).toEqual([['refiled', '2020-10-06']]);
    expect(seen(book)).toMatch(/^05\.10\.2020 возвращено #[0-9a-z]+; 06\.10\.2020 сдано снова #[0-9a-z]+$/);
    const after = look(book, '2020-10-06');
    const later = { ...after, today: day('2020-10-20') };
    expect([isEmptyPlan(plan(later)), told(later)]).toEqual([true, []]);
    expect(recordOf(later)?.refiledOn).toBe('2020-10-06');
  });

  test.each<[string, Fields, Fields]>([
    ['nothing was changed', {}, {}],
    ['only spaces were', {}, { document: ' приказ  № 1 ' }],
    ['the day only looks otherwise', { doneOn: on('2020-10-01') }, { doneOn: 44105 }],
    [
      'a declared day only looks otherwise',
      { [String(OWN_DAY)]: on('2020-10-01') },
      { [String(OWN_DAY)]: 44105 },
    ],
    ['the head wrote in the head’s columns', {}, { extendedTo: on('2020-10-30'), [String(HEADS)]: '3' }],
    ['the head mended the reason', {}, { reason: 'нет карты и подписи' }],
    ['the day was taken out', {}, { doneOn: '' }],
    ['the day cannot be read', {}, { doneOn: 'завтра' }],
    ['the day is to come', {}, { doneOn: on('2020-10-07') }],
  ])('not where %s', (_, before, cells) => {
    const book = { ...write(returned(before), cells), today: day('2020-10-06') };
    expect(recordOf(book)?.refiledOn).toBeNull();
    expect(outstandingState(recordOf(book) as never, book.today, 7)).not.toBeNull();
    expect(analysisOf(book).noticed.filter(({ change }) => change.kind !== 'extension')).toEqual([]);
    expect(isEmptyPlan(plan(look(book, '2020-10-06')))).toBe(true);
  });

  test('and no more, once the school has put its cells back', () => {
    const again = look(write(returned(), { document: 'приказ № 2' }), '2020-10-06');
    const back = { ...write(again, { document: 'приказ № 1' }), today: day('2020-10-07') };
    expect([recordOf(back)?.refiledOn, told(back)]).toEqual([null, []]);
  });

  test('not because the administrator declared a column, or put the columns in another order', () => {
    const book = returned({ [String(OWN)]: '17', [String(OWN_DAY)]: on('2020-10-01') });
    const grid = book.tables.report.grid;
    const columns = [
      { tab: 'Отчёт', header: 'Ещё', type: 'текст', writer: 'куратор' },
      ...[...COLUMNS].reverse(),
    ];
    const schema = bookOf({ columns }).tables.report.schema;
    const report = { ...book.tables.report, schema, grid };
    expect(recordOf({ ...book, tables: { ...book.tables, report } })?.refiledOn).toBeNull();
  });

  test('when it was never filed before the head wrote «возвращено»', () => {
    const empty = returned({ doneOn: '', document: '' });
    expect(recordOf(empty)?.refiledOn).toBeNull();
    const filed = { ...write(empty, { doneOn: on('2020-10-05') }), today: day('2020-10-05') };
    expect(recordOf(filed)?.refiledOn).toBe('2020-10-05');
  });
});

describe('whose turn it is', () => {
  const again = look(write(returned(), { document: 'приказ № 2' }), '2020-10-06');
  test('the district’s: it awaits a decision, is owed by nobody, and its figures stay those of a return', () => {
    const record = recordOf(again);
    if (!record) throw new Error('no record');
    expect([awaitsDecision(record), outstandingState(record, again.today, 7)]).toEqual([true, null]);
    const before = tally(analysisOf({ ...returned(), today: again.today }).records);
    expect(tally([record])).toEqual({ ...before, awaiting: 1 });
  });
  test.each<[string, Fields, unknown]>([
    ['approves it', { decision: 'согласовано' }, ['decision', 'approved']],
    ['takes the decision back', { decision: '' }, ['decision', null]],
    ['returns it once more with another reason', { reason: 'нет печати' }, ['decision', 'returned']],
    ['returns it once more without a reason', { reason: '' }, ['decision', 'returned']],
  ])('the head %s', (_, cells, news) => {
    const book = { ...write(again, cells), today: day('2020-10-08') };
    expect(recordOf(book)?.refiledOn).toBeNull();
    expect(told(book)).toEqual([news]);
  });
  test('a second return begins anew: its day is its own, and what the school had filed by then is the measure', () => {
    const second = look(write(again, { reason: 'нет печати' }), '2020-10-08');
    expect(recordOf(second)).toMatchObject({ returnedOn: '2020-10-08', refiledOn: null });
    expect(outstandingState(recordOf(second) as never, day('2020-10-08'), 7)).toBe('returned');
    expect([told(second), isEmptyPlan(plan(second))]).toEqual([[], true]);
    const third = { ...write(second, { document: 'приказ № 3' }), today: day('2020-10-09') };
    expect(recordOf(third)?.refiledOn).toBe('2020-10-09');
    // What it was at the first return is not what was returned now.
    const former = { ...write(second, { document: 'приказ № 1' }), today: day('2020-10-09') };
    expect(recordOf(former)?.refiledOn).toBe('2020-10-09');
  });
  test('a decision that was cleared and set again is a second return', () => {
    const cleared = look(write(again, { decision: '' }), '2020-10-07');
    const set = look(write(cleared, { decision: 'возвращено' }), '2020-10-08');
    expect(recordOf(set)).toMatchObject({ returnedOn: '2020-10-08', refiledOn: null });
  });
  test('nobody who has filed is reminded where school and head wrote between two looks', () => {
    const both = look(write(returned(), { document: 'приказ № 2', reason: 'нет печати' }), '2020-10-06');
    expect(recordOf(both)).toMatchObject({ returnedOn: '2020-10-05', refiledOn: '2020-10-06' });
  });
});

describe('a row remembered before there were fingerprints', () => {
  const old = (cells: Fields, today = '2020-10-08'): BookSnapshot => ({
    ...write(returned(), { decisionSeen: '05.10.2020 возвращено', ...cells }),
    today: day(today),
  });
  test('counts as handed in again by a later day, as it did', () => {
    const book = old({ doneOn: on('2020-10-07') });
    expect([recordOf(book)?.refiledOn, outstandingState(recordOf(book) as never, book.today, 7)]).toEqual([
      '2020-10-08',
      null,
    ]);
    expect(seen(book)).toMatch(/^05\.10\.2020 возвращено; 08\.10\.2020 сдано снова #[0-9a-z]+$/);
    const after = look(book, '2020-10-08');
    expect([isEmptyPlan(plan(after)), told(after)]).toEqual([true, []]);
    const second = { ...write(after, { reason: 'нет печати' }), today: day('2020-10-09') };
    expect([recordOf(second)?.returnedOn, told(second)]).toEqual(['2020-10-09', [['decision', 'returned']]]);
    const withdrawn = { ...write(after, { doneOn: on('2020-10-02') }), today: day('2020-10-09') };
    expect([recordOf(withdrawn)?.returnedOn, told(withdrawn)]).toEqual(['2020-10-05', []]);
  });
  test('and not by a day that is no later; from now on any change is noticed', () => {
    const book = old({ doneOn: on('2020-10-05') });
    expect([recordOf(book)?.refiledOn, told(book)]).toEqual([null, []]);
    const after = look(book, '2020-10-08');
    expect(seen(after)).toMatch(/^05\.10\.2020 возвращено #[0-9a-z]+$/);
    const mended = { ...write(after, { document: 'приказ № 2' }), today: day('2020-10-09') };
    expect(recordOf(mended)?.refiledOn).toBe('2020-10-09');
  });
});

test('whatever people write in whatever order, what was handed in again is owed by nobody', () => {
  const start = day('2020-10-05');
  const change = fc.oneof(
    fc.record({
      doneOn: fc.constantFrom<Cell[]>('', 'вчера', on('2020-10-01'), on('2020-10-06'), on('2020-10-20')),
    }),
    fc.record({ document: fc.constantFrom<Cell[]>('', 'приказ № 1', 'приказ № 2') }),
    fc.record({ comment: fc.constantFrom<Cell[]>('', 'готово') }),
    fc.record({ decision: fc.constantFrom<Cell[]>('', 'возвращено', 'возвращено', 'согласовано') }),
    fc.record({ reason: fc.constantFrom<Cell[]>('', 'нет карты', 'нет печати') }),
    fc.record({ extendedTo: fc.constantFrom<Cell[]>('', on('2020-10-30')) }),
    fc.record({ decisionSeen: fc.constantFrom<Cell[]>('', '05.10.2020 возвращено', 'давно') }),
  );
  const steps = fc.array(fc.tuple(change, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 12 });
  let refiled = 0;
  fc.assert(
    fc.property(steps, (all) => {
      let book = returned();
      let today = start;
      for (const [cells, days] of all) {
        today = addDays(today, days);
        book = { ...write(book, cells as Fields), today };
        const { records, programme, registry } = analysisOf(book);
        const [record] = records;
        const analysis = { programme, registry, records, shifts: [], coverage: [], targets: [] };
        const facts = { id: 'B', name: '', url: '', today, soonDays: 7, issues: [], reasons: new Map() };
        const sheets = { report: 1, summary: null, issues: null, coverage: null, districts: new Map() };
        const outstanding = outstandingByOrganisation([{ ...facts, sheets, analysis }]);
        if (record?.refiledOn) {
          refiled += 1;
          expect([outstanding.size, record.status.approval, awaitsDecision(record)]).toEqual([
            0,
            'returned',
            true,
          ]);
        } else if (record?.status.approval === 'returned') expect(outstanding.size).toBe(1);
        book = look(book, today);
        expect(isEmptyPlan(plan(book))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(refiled).toBeGreaterThan(100);
});
