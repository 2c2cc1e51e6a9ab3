import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CoverageRecord, targetResults } from '../../../src/domain/coverage/coverage';
import type { CivilDate } from '../../../src/domain/dates/civil';
import { countedFor, dueDate } from '../../../src/domain/programme/deadline';
import type { Indicator } from '../../../src/domain/programme/programme';
import type { ReportRecord } from '../../../src/domain/report/records';
import { byDistrict, byStage, overdue, shares, tally } from '../../../src/domain/report/summary';
import type { Cell } from '../../../src/domain/values/cell';
import { fingerprint } from '../../../src/domain/values/fingerprint';
import { clip, listItems, sameKey, tidy } from '../../../src/domain/values/text';
import { analysisOf, bookOf, day, type Fields, on, organisationOf, stageOf } from '../../support/analysis';

describe('when a stage is due', () => {
  const [start, deadline] = [day('2020-09-01'), day('2020-10-05')];
  test.each<[string, Parameters<typeof dueDate>[0], CivilDate | null]>([
    ['by a day: that day', { kind: 'by', start: null, deadline }, deadline],
    ['on a day: that day', { kind: 'on', start: null, deadline }, deadline],
    ['a span: its last day', { kind: 'range', start, deadline }, deadline],
    ['from a day: that day, for to begin is the task', { kind: 'from', start, deadline }, start],
    ['from a day written into the wrong column', { kind: 'from', start: null, deadline }, deadline],
    ['as another paper says: not yet', { kind: 'reference', start: null, deadline: null }, null],
    ['a span without an end: not yet', { kind: 'range', start, deadline: null }, null],
    ['after an event, the day given meanwhile', { kind: 'relative', start: null, deadline }, deadline],
    ['every month, the day given meanwhile', { kind: 'recurring', start: null, deadline }, deadline],
  ])('%s', (_, stage, due) => {
    expect(dueDate(stage)).toBe(due);
  });
});

describe('who is asked', () => {
  const stage = stageOf({ code: '1', deadline: day('2020-10-05') });
  const undated = stageOf({ code: '1', kind: 'none', deadline: null });
  const open = (opened: string | null, closed: string | null) =>
    organisationOf({
      id: 'К',
      opened: opened === null ? null : day(opened),
      closed: closed === null ? null : day(closed),
    });
  test.each([
    ['a school that was always there', open(null, null), stage, '2020-10-06', 'yes'],
    ['one that opens on the due day', open('2020-10-05', null), stage, '2020-10-05', 'yes'],
    ['not one that opens the day after it', open('2020-10-06', null), stage, '2020-12-01', 'notYetOpen'],
    ['not one that is to open tomorrow', open('2020-10-02', null), stage, '2020-10-01', 'notYetOpen'],
    ['one that closes on the due day', open(null, '2020-10-05'), stage, '2020-10-05', 'yes'],
    ['not one that closes the day before it', open(null, '2020-10-04'), stage, '2020-10-01', 'closed'],
    ['not one that closed yesterday', open(null, '2020-10-05'), stage, '2020-10-06', 'closed'],
    [
      'one on its last day, where there is no deadline',
      open(null, '2020-10-05'),
      undated,
      '2020-10-05',
      'yes',
    ],
    [
      'not another type',
      organisationOf({ id: 'К', type: 'детский сад' }),
      stageOf({ code: '1', appliesTo: ['школа'] }),
      '2020-10-01',
      'notApplicable',
    ],
    [
      'nobody for a dropped stage',
      open(null, null),
      stageOf({ code: '1', dropped: true }),
      '2020-10-01',
      'dropped',
    ],
  ])('%s', (_, organisation, ofStage, today, expected) => {
    expect(countedFor(organisation, ofStage, day(today))).toBe(expected);
  });
});

const generatedBook = fc
  .record({
    schools: fc.array(
      fc.record({
        district: fc.constantFrom('Кировский', 'кировский ', 'Ленинский', ''),
        type: fc.constantFrom('школа', 'детский сад'),
        opened: fc.constantFrom(null, null, '2020-09-20', '2020-10-20'),
        closed: fc.constantFrom(null, null, '2020-09-25', '2020-12-31'),
      }),
      { maxLength: 6 },
    ),
    stages: fc.array(
      fc.record({
        deadline: fc.constantFrom(null, '2020-09-28', '2020-10-06', '2020-10-10', '2020-12-01'),
        approval: fc.constantFrom('no' as const, 'yes' as const, 'included' as const),
        appliesTo: fc.constantFrom<string[]>([], ['школа']),
        dropped: fc.constantFrom(false, false, true),
      }),
      { maxLength: 4 },
    ),
    cells: fc.array(
      fc.record({
        doneOn: fc.constantFrom<Cell[]>(
          '',
          '',
          on('2020-09-25'),
          on('2020-10-01'),
          on('2020-10-09'),
          'готово',
          '#REF!',
        ),
        decision: fc.constantFrom<Cell[]>('', 'согласовано', 'возвращено'),
        extendedTo: fc.constantFrom<Cell[]>('', '', on('2020-11-01'), 'позже'),
      }),
      { minLength: 24, maxLength: 24 },
    ),
  })
  .map(({ schools, stages, cells }) => {
    const organisations = schools.map((each, index) =>
      organisationOf({
        id: `К-${index}`,
        ...each,
        opened: each.opened === null ? null : day(each.opened),
        closed: each.closed === null ? null : day(each.closed),
      }),
    );
    const list = stages.map((each, index) =>
      stageOf({
        code: String(index + 1),
        ...each,
        deadline: each.deadline === null ? null : day(each.deadline),
      }),
    );
    const report = organisations.flatMap(({ id, shortName }, row) =>
      list.map(
        ({ code, title }, column): Fields => ({
          organisation: shortName,
          stage: `${code}. ${title}`,
          key: `${id}/${code}`,
          ...cells[row * 4 + column],
        }),
      ),
    );
    return bookOf({ organisations, stages: list, report });
  });

const FIGURES = [
  'expected',
  'inTime',
  'late',
  'missed',
  'notYetDue',
  'invalid',
  'awaiting',
  'returned',
  'enteredLate',
] as const;

describe('figures add up', () => {
  test('in time, late, missed and not yet due are all that is expected; districts and stages sum to the whole', () => {
    fc.assert(
      fc.property(generatedBook, (book) => {
        const { programme, records } = analysisOf(book);
        const all = tally(records);
        expect(all.inTime + all.late + all.missed + all.notYetDue).toBe(all.expected);
        const parts = [byDistrict(programme, records, book.today), byStage(programme, records)];
        for (const part of parts) {
          for (const figure of FIGURES) {
            expect(part.reduce((sum, { tally: each }) => sum + each[figure], 0)).toBe(all[figure]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const sums = fc
    .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000))
    .map(([inTime, late, missed, notYetDue]) => ({
      ...tally([]),
      inTime,
      late,
      missed,
      notYetDue,
      expected: inTime + late + missed + notYetDue,
    }));
  test('shares are whole per cents, within one of the truth, and make exactly 100', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const share = shares(sum);
        const names = ['inTime', 'late', 'missed', 'notYetDue'] as const;
        expect(names.reduce((total, name) => total + share[name], 0)).toBe(sum.expected === 0 ? 0 : 100);
        for (const name of names) {
          expect(Number.isInteger(share[name])).toBe(true);
          expect(Math.abs(share[name] - (sum[name] * 100) / (sum.expected || 1))).toBeLessThan(1.01);
          if (share[name] === 100) expect(sum[name]).toBe(sum.expected);
          if (sum[name] === 0) expect(share[name]).toBe(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
  test('one school of a thousand that is late is not rounded away', () => {
    const sum = { ...tally([]), expected: 1000, inTime: 999, missed: 1 };
    expect(shares(sum)).toEqual({ inTime: 99, late: 0, missed: 1, notYetDue: 0 });
  });
  test('thirds', () => {
    const sum = { ...tally([]), expected: 3, inTime: 1, late: 1, missed: 1 };
    expect(shares(sum)).toEqual({ inTime: 34, late: 33, missed: 33, notYetDue: 0 });
  });
});

describe('a slip of the pen does not improve a figure', () => {
  const record = (doneOn: Cell, today: string) => {
    const report = [{ organisation: 'Школа К-01', stage: '1. Мероприятие 1', key: 'К-01/1', doneOn }];
    return analysisOf(bookOf({ today, report })).records[0];
  };
  test('a date that cannot be read is missed once the deadline passed', () => {
    expect(record('сдали', '2020-10-06')).toMatchObject({ bucket: 'missed', status: { name: 'invalid' } });
    expect(record('сдали', '2020-10-05')).toMatchObject({ bucket: 'notYetDue' });
  });
  test('and stands in the overdue list among those as long overdue', () => {
    const list = ['2020-10-01', '2020-09-01', '2020-09-15'].map((due, index) => ({
      bucket: 'missed' as const,
      due: day(due),
      status: { name: index === 1 ? ('invalid' as const) : ('missed' as const), days: 0, approval: null },
    }));
    expect(overdue(list as unknown as ReportRecord[]).map(({ due }) => due)).toEqual([
      '2020-09-01',
      '2020-09-15',
      '2020-10-01',
    ]);
  });
});

describe('targets against coverage', () => {
  const record = (organisation: string, date: string, counts: Partial<CoverageRecord>): CoverageRecord => ({
    organisation,
    date: day(date),
    pupils: null,
    mentees: null,
    mentors: null,
    pairs: null,
    ...counts,
  });
  const result = (
    records: CoverageRecord[],
    value = 10,
    indicator: Indicator = 'menteeShare',
    today = '2021-01-10',
  ) =>
    targetResults(
      [{ indicator, title: '', date: day('2020-12-31'), value, unit: '%' }],
      records,
      new Set(['А', 'Б']),
      day(today),
    )[0];

  test('a blank is not a zero', () => {
    const a = record('А', '2020-12-01', { pupils: 100, mentees: 20 });
    expect(result([a, record('Б', '2020-12-01', { pupils: 900 })])).toMatchObject({
      value: 20,
      reported: 1,
      asked: 2,
    });
    expect(result([a, record('Б', '2020-12-01', { pupils: 900, mentees: 0 })])).toMatchObject({
      value: 2,
      reported: 2,
    });
  });
  test('9.96 % has not reached 10 %', () => {
    expect(result([record('А', '2020-12-01', { pupils: 10_000, mentees: 996 })])).toMatchObject({
      value: 9.9,
      outcome: 'missed',
    });
    expect(result([record('А', '2020-12-01', { pupils: 10_000, mentees: 1000 })])).toMatchObject({
      value: 10,
      outcome: 'reached',
    });
  });
  test('the latest counts on or before the date are taken', () => {
    const counts = [
      record('А', '2020-12-31', { pupils: 100, mentees: 30 }),
      record('А', '2021-01-01', { pupils: 100, mentees: 90 }),
      record('А', '2020-10-01', { pupils: 100, mentees: 5 }),
    ];
    expect(result(counts)?.value).toBe(30);
  });
  test('a later row about something else does not take an answer back', () => {
    const counts = [
      record('А', '2020-10-01', { pupils: 100, mentees: 30 }),
      record('А', '2020-12-01', { pairs: 4 }),
    ];
    expect(result(counts)).toMatchObject({ value: 30, reported: 1 });
    expect(result(counts, 4, 'pairs')).toMatchObject({ value: 4, outcome: 'reached' });
  });
  test('schools that are not asked do not count', () => {
    expect(result([record('В', '2020-12-01', { pupils: 100, mentees: 30 })])).toMatchObject({
      value: null,
      reported: 0,
      outcome: 'unknown',
    });
  });
  test.each([
    [
      'ahead of its date a value that is not there yet is no failure',
      [record('А', '2020-10-01', { mentors: 1 })],
      '2020-12-31',
      'ahead',
    ],
    ['the day after it is', [record('А', '2020-10-01', { mentors: 1 })], '2021-01-01', 'missed'],
    ['nobody gave anything yet', [], '2020-12-31', 'ahead'],
    ['nobody ever did', [], '2021-01-01', 'unknown'],
  ])('%s', (_, records, today, outcome) => {
    expect(result(records, 10, 'mentors', today)?.outcome).toBe(outcome);
  });
  test('an indicator of another kind is not made up', () => {
    expect(result([record('А', '2020-10-01', { mentors: 1 })], 1, 'other')).toMatchObject({ value: null });
  });
  test('no pupils at all is no share', () => {
    expect(result([record('А', '2020-12-01', { pupils: 0, mentees: 0 })])?.value).toBeNull();
  });
  test('figures written as text count, nonsense does not', () => {
    const coverage: Fields[] = [
      { organisation: 'Школа К-01', date: on('2020-10-01'), pupils: '1 000', mentees: '100' },
      { organisation: 'Школа К-02', date: on('2020-10-01'), pupils: 'много', mentees: 5 },
      { organisation: 'Школа К-03', date: '01.10.2020', pupils: 500, mentees: 5 },
      { organisation: 'Школа К-04', date: on('2020-10-01'), pupils: -5, mentees: 2.5 },
    ];
    const organisations = ['К-01', 'К-02', 'К-03', 'К-04'].map((id) => organisationOf({ id }));
    const targets = [
      { indicator: 'menteeShare' as const, title: '', date: day('2020-12-31'), value: 10, unit: '%' },
    ];
    const { targets: results } = analysisOf(bookOf({ organisations, coverage, targets }));
    expect(results[0]).toMatchObject({ value: 10, reported: 1, asked: 4, outcome: 'reached' });
  });
  test('while nobody gave anything, everybody is asked', () => {
    const organisations = [
      organisationOf({ id: 'К-01' }),
      organisationOf({ id: 'К-02', closed: day('2020-10-01') }),
    ];
    const targets = [
      { indicator: 'mentees' as const, title: '', date: day('2020-12-31'), value: 1, unit: '' },
    ];
    expect(analysisOf(bookOf({ organisations, targets })).targets[0]).toMatchObject({
      asked: 1,
      reported: 0,
    });
  });
  test('offices and working groups are not asked for pupils', () => {
    const organisations = [
      organisationOf({ id: 'К-01' }),
      organisationOf({ id: 'УО', type: 'управление образования' }),
    ];
    const targets = [
      { indicator: 'mentees' as const, title: '', date: day('2020-12-31'), value: 1, unit: '' },
    ];
    const coverage = [{ organisation: 'Школа К-01', date: on('2020-10-01'), mentees: 1 }];
    expect(analysisOf(bookOf({ organisations, coverage, targets })).targets[0]).toMatchObject({
      asked: 1,
      reported: 1,
    });
  });
});

describe('text', () => {
  test.each([
    ['школа; детский сад, офис', ['школа', 'детский сад', 'офис']],
    ['школа\n\n детский  сад ,', ['школа', 'детский сад']],
    ['', []],
  ])('the list %j', (text, items) => {
    expect(listItems(text)).toEqual(items);
  });
  test('names that only look different are the same', () => {
    expect(
      new Set(['Артёмовский  район', 'артемовский\u00a0район ', 'АРТЁМОВСКИЙ РАЙОН\u200b'].map(sameKey)).size,
    ).toBe(1);
    expect(sameKey('ученик – ученик')).toBe(sameKey('ученик-ученик'));
    expect(sameKey('МАОУ «Лицей»')).toBe(sameKey('маоу "лицей"'));
    expect(sameKey('Школа 1')).not.toBe(sameKey('Школа 11'));
  });
  test('a shortened text is never longer than asked, nor cut inside a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (text, length) => {
          const short = clip(text, length);
          expect(Array.from(short).length).toBeLessThanOrEqual(length);
          expect(short).not.toMatch(/\p{Surrogate}/u);
          if (Array.from(text).length <= length) expect(short).toBe(text);
        },
      ),
    );
  });
  test('a tidy text stays as it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 50 }), (text) => expect(tidy(tidy(text))).toBe(tidy(text))));
  });
});

test('a page that changed has another fingerprint', () => {
  const prints = new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(`Школа № ${index}`)));
  expect(prints.size).toBe(20_000);
  expect(fingerprint('Сводка')).toBe(fingerprint('Сводка'));
  expect(fingerprint('')).not.toBe(fingerprint('\u0000'));
});
