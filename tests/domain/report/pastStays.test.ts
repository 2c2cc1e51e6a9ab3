/** The past does not move: what was due before a closing or a move keeps its figures where it was. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/dates/civil';
import { compared, digestSnapshot } from '../../../src/domain/mail/digestSnapshot';
import type { Organisation } from '../../../src/domain/programme/programme';
import type { BookSnapshot } from '../../../src/domain/report/bookSnapshot';
import { planReport } from '../../../src/domain/report/plan';
import { byDistrict, byStage, tally } from '../../../src/domain/report/summary';
import type { Cell } from '../../../src/domain/values/cell';
import { sameKey } from '../../../src/domain/values/text';
import { organisationsSchema } from '../../../src/tabs/schemas/programme';
import { organisationRow } from '../../../src/tabs/schemas/programmeRows';
import {
  analysisOf,
  applyPlan,
  bookOf,
  day,
  madeBook,
  on,
  organisationOf,
  stageOf,
  tableOf,
  typed,
} from '../../support/analysis';

const DUE = ['2020-09-10', '2020-09-20', '2020-10-10', '2020-11-10'];
const stages = [
  ...DUE.map((deadline, index) => stageOf({ code: String(index + 1), deadline: day(deadline) })),
  stageOf({ code: '5', kind: 'none', deadline: null }),
];

const school = (id: string, district: string, more: Partial<Organisation> = {}) =>
  organisationOf({ id, district, ...more });
const SCHOOLS = [school('1', 'А'), school('2', 'А'), school('3', 'А'), school('4', 'Б'), school('5', 'Б')];

/** Svodka's columns brought to rest, as a run does it. */
const settled = (book: BookSnapshot): BookSnapshot => {
  const next = applyPlan(
    book,
    planReport(book.tables.report, analysisOf(book), [], () => true),
  );
  const again = planReport(next.tables.report, analysisOf(next), [], () => true);
  expect(again.blocks).toEqual([]);
  return next;
};
const made = (today: string): BookSnapshot =>
  madeBook({ today, stages, organisations: SCHOOLS }, (book) =>
    planReport(book.tables.report, analysisOf(book), [], () => true),
  );

/** The same book with other organisations, histories written by the jobs, on that day. */
function changed(book: BookSnapshot, organisations: readonly Organisation[], today: string): BookSnapshot {
  const withThese = (list: readonly Organisation[]): BookSnapshot => ({
    ...book,
    today: day(today),
    tables: { ...book.tables, organisations: tableOf(organisationsSchema, list.map(organisationRow)) },
  });
  const next = withThese(organisations);
  const { histories, programme } = analysisOf(next);
  return histories.length === 0 ? next : withThese(programme.organisations);
}

const fileOf = (book: BookSnapshot, id: string, code: string, date: string): BookSnapshot => {
  const rows = analysisOf(book).identities.rowOf;
  return typed(book, rows.get(`${id}/${code}`) ?? -1, 'doneOn', on(date));
};

/** «А 3/1/0/2»: in time, late, missed and not yet due of each district, of these stages. */
function figures(book: BookSnapshot, codes: readonly string[] = ['1', '2', '3', '4', '5']): string[] {
  const { programme, records } = analysisOf(book);
  const own = records.filter(({ stage }) => codes.includes(stage.code));
  return byDistrict(programme, own, book.today)
    .map(({ name, tally: sum }) =>
      [name, [sum.inTime, sum.late, sum.missed, sum.notYetDue].join('/')].join(' '),
    )
    .sort();
}

describe('counted by hand: three schools in А, two in Б, four stages with a date and one without', () => {
  // Stage 1: 1 and 4 in time, 2 late; stage 2: 1 and 3 in time. Today 1 October: stages 3 and 4 are ahead.
  let book = made('2020-10-01');
  for (const [id, code, date] of [
    ['1', '1', '2020-09-09'],
    ['4', '1', '2020-09-10'],
    ['2', '1', '2020-09-15'],
    ['1', '2', '2020-09-20'],
    ['3', '2', '2020-09-01'],
  ] as const)
    book = fileOf(book, id, code, date);
  book = settled(book);
  const without = (index: number, more: Partial<Organisation>) =>
    SCHOOLS.map((each, at) => (at === index ? { ...each, ...more } : each));

  test('as it stands', () => {
    expect(figures(book)).toEqual(['А 3/1/2/9', 'Б 1/0/3/6']);
  });
  test('a school that closes keeps what was due, and is not asked for the rest', () => {
    const closed = settled(changed(book, without(0, { closed: day('2020-09-30') }), '2020-10-01'));
    expect(figures(closed)).toEqual(['А 3/1/2/6', 'Б 1/0/3/6']);
    expect(figures(closed, ['1', '2'])).toEqual(figures(book, ['1', '2']));
    // A year later it is still so: only what is due since then is missed by the others.
    expect(figures({ ...closed, today: day('2021-10-01') }, ['1', '2'])).toEqual(figures(book, ['1', '2']));
  });
  test('a school that moves leaves what was due and takes along what is to come', () => {
    const moved = settled(changed(book, without(0, { district: 'Б' }), '2020-10-01'));
    expect(figures(moved)).toEqual(['А 3/1/2/6', 'Б 1/0/3/9']);
    expect(figures(moved, ['1', '2'])).toEqual(figures(book, ['1', '2']));
    expect(moved.tables.organisations.grid[1]).toContain('А по 30.09.2020');
  });
  test('a district that everybody left keeps its figures', () => {
    const moved = settled(
      changed(
        book,
        SCHOOLS.map((each) => ({ ...each, district: 'Б' })),
        '2020-10-01',
      ),
    );
    expect(figures(moved)).toEqual(['А 3/1/2/0', 'Б 1/0/3/15']);
  });
  test('a district that is renamed takes its past along', () => {
    const renamed = settled(
      changed(
        book,
        SCHOOLS.map((each) => (each.district === 'А' ? { ...each, district: 'Новый' } : each)),
        '2020-10-01',
      ),
    );
    expect(figures(renamed)).toEqual(['Б 1/0/3/6', 'Новый 3/1/2/9']);
  });
  test('what the administrator corrects moves the figures with it', () => {
    const formerDistricts = [{ district: 'А', until: day('2020-09-15') }];
    const moved = settled(changed(book, without(0, { district: 'Б', formerDistricts }), '2020-10-01'));
    expect(figures(moved, ['1'])).toEqual(['А 1/1/1/0', 'Б 1/0/1/0']);
    expect(figures(moved, ['2'])).toEqual(['А 1/0/1/0', 'Б 1/0/2/0']);
  });

  const inA = (name: string) => sameKey(name) === sameKey('А');
  const everywhere = () => true;
  /** What the next digest says changed, of the district А or of all. */
  function change(next: BookSnapshot, isInScope: (name: string) => boolean): string {
    const scope = (each: BookSnapshot) => {
      const analysis = analysisOf(each);
      return { ...analysis, records: analysis.records.filter(({ district }) => isInScope(district)) };
    };
    const before = digestSnapshot(addDays(next.today, -1), scope(book).records);
    const { records, shifts } = scope(next);
    const then = compared(before, records, shifts, isInScope).figures;
    const now = tally(records);
    if (then === null) return 'nothing to compare with';
    return (['inTime', 'late', 'missed', 'notYetDue'] as const)
      .map((each) => now[each] - then[each])
      .join('/');
  }
  test('the next digest counts neither a move nor a closing as a change', () => {
    const moved = settled(changed(book, without(0, { district: 'Б' }), '2020-10-01'));
    const closed = settled(changed(book, without(0, { closed: day('2020-09-30') }), '2020-10-01'));
    const both = [moved, closed].flatMap((each) => {
      const next = { ...each, today: day('2020-10-02') };
      return [change(next, inA), change(next, everywhere)];
    });
    expect(both).toEqual(['0/0/0/0', '0/0/0/0', '0/0/0/0', '0/0/0/0']);
  });
  test('what is handed in beside a move is a change, where it counts', () => {
    const moved = settled(changed(book, without(0, { district: 'Б' }), '2020-10-01'));
    const filed = settled(fileOf(fileOf(moved, '1', '3', '2020-09-30'), '2', '3', '2020-09-30'));
    const next = { ...filed, today: day('2020-10-02') };
    expect(change(next, inA)).toBe('1/0/0/-1');
    expect(change(next, everywhere)).toBe('2/0/0/-2');
  });
  test('a digest from before anything was remembered is compared only where as many reports count', () => {
    const analysis = analysisOf(book);
    const old = { ...digestSnapshot(day('2020-09-30'), analysis.records), counted: '' };
    expect(compared(old, analysis.records, [], everywhere).figures).toEqual(old.figures);
    expect(compared(old, analysis.records.slice(1), [], everywhere).figures).toBeNull();
  });
});

test('closing or moving changes no figure of a stage that was due before, in no district and no stage', () => {
  const event = fc.record({
    school: fc.nat(4),
    kind: fc.constantFrom('close' as const, 'move' as const),
    to: fc.constantFrom('А', 'Б', 'В'),
  });
  const filing = fc.record({
    school: fc.nat(4),
    stage: fc.nat(4),
    cell: fc.constantFrom<Cell>(on('2020-09-05'), on('2020-09-15'), on('2020-09-28'), 'готово'),
    decision: fc.constantFrom<Cell>('', 'возвращено'),
    extended: fc.constantFrom<Cell>('', on('2020-12-01')),
  });
  fc.assert(
    fc.property(
      fc.array(filing, { maxLength: 12 }),
      fc.array(event, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 60 }),
      (filings, events, after) => {
        const today = addDays(day('2020-09-21'), after);
        let book = bookOf({ stages, organisations: SCHOOLS, today });
        book = settled(
          applyPlan(
            book,
            planReport(book.tables.report, analysisOf(book), [], () => true),
          ),
        );
        const rows = analysisOf(book).identities.rowOf;
        for (const { school: at, stage, cell, decision, extended } of filings) {
          const row = rows.get(`${at + 1}/${stage + 1}`) ?? -1;
          for (const [column, value] of Object.entries({ doneOn: cell, decision, extendedTo: extended }))
            book = typed(book, row, column, value);
        }
        book = settled(book);
        const past = DUE.flatMap((due, index) => (day(due) < today ? [String(index + 1)] : []));
        const of = (each: BookSnapshot) => {
          const { programme, records } = analysisOf(each);
          const own = records.filter(({ stage }) => past.includes(stage.code));
          const byName = byDistrict(programme, own, each.today).filter(
            ({ records: some }) => some.length > 0,
          );
          return {
            all: tally(own),
            stages: byStage(programme, own).map(({ stage, tally: sum }) => [stage.code, sum]),
            districts: Object.fromEntries(
              byName.map(({ key, tally: sum, records: some }) => [key, [sum, some.map(({ pair }) => pair)]]),
            ),
          };
        };
        const before = of(book);
        let list: readonly Organisation[] = SCHOOLS;
        for (const { school: at, kind, to } of events) {
          list = list.map((each, index) =>
            index !== at
              ? each
              : kind === 'close'
                ? { ...each, closed: addDays(today, -1) }
                : { ...each, district: to },
          );
        }
        // A district whose schools all got one new name was renamed: then its past has the new name.
        const isRename = SCHOOLS.some(
          ({ district }) =>
            SCHOOLS.every(
              (each, index) => (each.district === district) === (list[index]?.district === 'В'),
            ) ||
            !list.some(
              (each, index) =>
                SCHOOLS[index]?.district === district && each.closed === null && each.district !== 'В',
            ),
        );
        fc.pre(!isRename);
        const next = settled(changed(book, list, today));
        expect(of(next)).toEqual(before);
        for (const later of [1, 30, 400]) {
          const then = of({ ...next, today: addDays(today, later) });
          expect(then.all.expected).toBe(before.all.expected);
          expect(Object.keys(then.districts).sort()).toEqual(Object.keys(before.districts).sort());
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a target whose date has passed keeps what a school gave that closed later', () => {
  const coverage = ['1', '2'].map((id) => ({
    organisation: `Школа ${id}`,
    date: on('2020-09-05'),
    pupils: 100,
    mentees: 20,
  }));
  const target = { indicator: 'mentees', title: 'Наставляемых', value: 40, unit: '' } as const;
  const targets = ['2020-09-10', '2020-12-01'].map((date) => ({ ...target, date: day(date) }));
  const results = (closed: string | null) => {
    const organisations = SCHOOLS.slice(0, 2).map((each, index) =>
      index === 0 && closed !== null ? { ...each, closed: day(closed) } : each,
    );
    const { targets: found } = analysisOf(
      bookOf({ stages, organisations, targets, coverage, today: '2020-10-01' }),
    );
    return found.map(({ value, asked }) => [value, asked]);
  };
  expect(results(null)).toEqual([
    [40, 2],
    [40, 2],
  ]);
  expect(results('2020-09-30')).toEqual([
    [40, 2],
    [20, 1],
  ]);
});
