import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doneShare, shares } from '../../../src/domain/figures/shares';
import type { ReportRecord } from '../../../src/domain/report/records';
import { byDistrict, byStage, overdue, tally } from '../../../src/domain/report/summary';
import type { Cell } from '../../../src/domain/values/cell';

import { analysisOf, bookOf, day, type Fields, on, organisationOf, stageOf } from '../../support/analysis';

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
        expect(doneShare(sum)).toBe(share.inTime + share.late);
        if (doneShare(sum) === 100) expect(sum.missed + sum.notYetDue).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
  test('one school of a thousand that is late is not rounded away', () => {
    const sum = { ...tally([]), expected: 1000, inTime: 999, missed: 1 };
    expect(shares(sum)).toEqual({ inTime: 99, late: 0, missed: 1, notYetDue: 0 });
  });
  test('nor is it when what is done is in time and late', () => {
    const sum = { ...tally([]), expected: 1000, inTime: 500, late: 499, missed: 1 };
    expect([shares(sum).missed, doneShare(sum)]).toEqual([1, 99]);
  });
  test('what is done is the sum of its parts: 36 % and 6 % are 42 %', () => {
    const sum = { ...tally([]), expected: 1000, inTime: 358, late: 56, missed: 294, notYetDue: 292 };
    expect(shares(sum)).toEqual({ inTime: 36, late: 6, missed: 29, notYetDue: 29 });
    expect(doneShare(sum)).toBe(42);
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
