import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toSerial } from '../../../src/domain/dates/civil';
import type { BookSnapshot } from '../../../src/domain/report/bookSnapshot';
import { OWNED } from '../../../src/domain/report/ownedCells';
import { isEmptyPlan, planReport, type ReportPlan } from '../../../src/domain/report/plan';
import { isPersonWritten } from '../../../src/domain/schema/schema';
import { readTable, rowCount } from '../../../src/domain/schema/table';
import { type Cell, isDateCell } from '../../../src/domain/values/cell';
import { reportSchema } from '../../../src/tabs/schemas/report';
import {
  analysisOf,
  applyPlan,
  bookOf,
  day,
  gridOf,
  madeBook,
  on,
  organisationOf,
  stageOf,
  typed,
} from '../../support/analysis';

const RIGHT = '=ok';
const plan = (book: BookSnapshot, formulas?: string[]): ReportPlan =>
  planReport(
    book.tables.report,
    analysisOf(book),
    formulas ?? Array.from({ length: rowCount(book.tables.report) }, () => RIGHT),
    (formula) => formula === RIGHT,
  );

const STAGES = [
  stageOf({ code: '1' }),
  stageOf({ code: '2', kind: 'reference', deadline: null }),
  stageOf({ code: '3', approval: 'included' }),
];
const SCHOOLS = ['К-01', 'К-02', 'К-03'].map((id) => organisationOf({ id }));
const book = () => madeBook({ stages: STAGES, organisations: SCHOOLS }, plan);

/** Columns and rows that a plan writes, as `column:row`. */
const written = ({ blocks }: ReportPlan): string[] =>
  blocks.flatMap(({ column, row, values }) =>
    values.flatMap((cells, down) => cells.map((_, right) => `${column + right}:${row + down}`)),
  );

describe('the rows of «Отчёт»', () => {
  test('stand in the order of organisations and stages, in one block of an empty tab', () => {
    const first = plan(bookOf({ stages: STAGES, organisations: SCHOOLS }));
    expect(first.appends).toEqual([]);
    expect(first.rowsNeeded).toBe(9);
    expect(first.formula).toBe(true);
    const { report } = book().tables;
    expect(report.grid.slice(1).map((row) => row[report.at.get('key') ?? 0])).toEqual(
      ['К-01', 'К-02', 'К-03'].flatMap((id) => ['1', '2', '3'].map((code) => `${id}/${code}`)),
    );
  });

  test('once made, nothing is left to do', () => {
    expect(isEmptyPlan(plan(book()))).toBe(true);
  });

  test('of a new school are appended below what people work in, with blanks in their columns', () => {
    const before = typed(book(), 0, 'doneOn', on('2020-10-01'));
    const next = bookOf({ stages: STAGES, organisations: [...SCHOOLS, organisationOf({ id: 'К-04' })] });
    const later = plan({ ...before, tables: { ...before.tables, organisations: next.tables.organisations } });
    const { schema, at } = before.tables.report;
    expect(later.appends).toHaveLength(3);
    expect(later.formula).toBe(true);
    for (const column of schema.columns.filter(isPersonWritten)) {
      expect(later.appends.every((row) => (row[at.get(column.id) ?? -1] ?? '') === '')).toBe(true);
    }
  });

  test('a school that is to open later gets its rows when it opens', () => {
    const opened = organisationOf({ id: 'К-02', opened: day('2020-10-05') });
    const keys = (today: string) =>
      analysisOf(bookOf({ today, organisations: [opened] })).missing.map(({ key }) => key);
    expect([keys('2020-10-04'), keys('2020-10-05')]).toEqual([[], ['К-02/1']]);
  });
});

describe('what somebody did to the sheet', () => {
  const width = reportSchema().columns.length;
  test('a deadline whose cell lost its date format is the same deadline', () => {
    expect(isEmptyPlan(plan(typed(book(), 0, 'deadline', toSerial(day('2020-10-05')))))).toBe(true);
  });

  test('a deadline typed over is put back, and nothing else is written', () => {
    const damaged = typed(book(), 4, 'deadline', 'когда-нибудь');
    const repair = plan(damaged);
    expect(repair.blocks).toHaveLength(1);
    expect(isEmptyPlan(plan(applyPlan(damaged, repair)))).toBe(true);
  });

  test('two cells far apart are two small writes, two near each other are one', () => {
    const many = {
      stages: [stageOf({ code: '1' })],
      organisations: Array.from({ length: 200 }, (_, index) => organisationOf({ id: `К-${index}` })),
    };
    const spoilt = (...rows: number[]) =>
      rows.reduce((each, row) => typed(each, row, 'deadline', ''), madeBook(many, plan));
    const sizes = (each: BookSnapshot) => plan(each).blocks.map(({ values }) => values.length);
    expect([sizes(spoilt(3, 150)), sizes(spoilt(3, 20))]).toEqual([[1, 1], [18]]);
  });

  test('a broken or missing status formula is written again', () => {
    expect(
      plan(
        book(),
        Array.from({ length: 9 }, (_, row) => (row === 3 ? 'сдано' : RIGHT)),
      ).formula,
    ).toBe(true);
    expect(plan(book(), [RIGHT]).formula).toBe(true);
  });

  test('columns in any order, and foreign columns between, are left where they are', () => {
    const order = reportSchema()
      .columns.map(({ id }) => id)
      .reverse();
    const made = book();
    const fields = made.tables.report.grid
      .slice(1)
      .map((row) =>
        Object.fromEntries([...made.tables.report.at].map(([id, index]) => [id, row[index] ?? ''])),
      );
    const grid = gridOf(reportSchema(), fields, order).map((row) => ['чужой', ...row]);
    const moved = { ...made, tables: { ...made.tables, report: readTable(reportSchema(), grid) } };
    expect(isEmptyPlan(plan(moved))).toBe(true);
    expect(Math.max(...moved.tables.report.at.values())).toBe(width);
  });

  test('a row cleared but for its hidden cells leaves nothing of itself', () => {
    let cleared = book();
    for (const id of ['organisation', 'stage']) cleared = typed(cleared, 8, id, '');
    const after = applyPlan(cleared, plan(cleared));
    expect(isEmptyPlan(plan(after))).toBe(true);
    expect(after.tables.report.grid[9]).toEqual(made9());
  });
  const made9 = () => book().tables.report.grid[9];

  test("whatever people do, the plan writes only Svodka's columns, and then there is nothing left to do", () => {
    const cell: fc.Arbitrary<Cell> = fc.constantFrom<Cell[]>(
      '',
      ' ',
      'текст',
      '#REF!',
      '=1',
      true,
      5,
      44109,
      on('2020-10-01'),
      on('2020-12-01'),
      'К-02/2',
      'Школа К-02',
      '2. Мероприятие 2',
      'возвращено',
    );
    const ids = reportSchema().columns.map(({ id }) => id);
    const edits = fc.array(fc.record({ row: fc.nat(8), id: fc.constantFrom(...ids), cell }), {
      maxLength: 6,
    });
    const shuffle = fc.shuffledSubarray([...Array(9).keys()], { minLength: 5 });
    const columns = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(edits, shuffle, columns, (changes, rows, order) => {
        let edited = book();
        for (const { row, id, cell } of changes) edited = typed(edited, row, id, cell);
        const { report } = edited.tables;
        const fields = rows.map((row) =>
          Object.fromEntries([...report.at].map(([id, index]) => [id, report.grid[row + 1]?.[index] ?? ''])),
        );
        let now: BookSnapshot = {
          ...edited,
          tables: {
            ...edited.tables,
            report: readTable(report.schema, gridOf(report.schema, fields, order)),
          },
        };
        const people = report.schema.columns.filter(isPersonWritten).map(({ id }) => id);
        const texts = (each: BookSnapshot) =>
          each.tables.report.grid
            .slice(1, rows.length + 1)
            .map((row) => people.map((id) => row[each.tables.report.at.get(id) ?? -1]));
        const before = JSON.stringify(texts(now));
        const own = new Set(OWNED.map((id) => now.tables.report.at.get(id)));
        for (let turn = 0; turn < 2; turn += 1) {
          const next = plan(now);
          expect(written(next).every((place) => own.has(Number(place.split(':')[0])))).toBe(true);
          expect(next.blocks.every(({ values }) => new Set(values.map((row) => row.length)).size === 1)).toBe(
            true,
          );
          now = applyPlan(now, next);
          expect(JSON.stringify(texts(now))).toBe(before);
        }
        expect(isEmptyPlan(plan(now))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the day a report was first found', () => {
  const seen = (each: BookSnapshot) => {
    const cell = analysisOf(each).owned[0]?.firstSeen ?? null;
    return cell !== null && isDateCell(cell) ? cell.date : cell;
  };
  const filed = (today: string, doneOn: Cell, firstSeen: Cell = '') => ({
    ...typed(typed(book(), 0, 'doneOn', doneOn), 0, 'firstSeen', firstSeen),
    today: day(today),
  });
  test.each<[string, Cell, Cell]>([
    ['is today for a new one', seen(filed('2020-10-07', on('2020-10-01'))) as Cell, '2020-10-07'],
    ['stays', seen(filed('2020-10-07', on('2020-10-01'), on('2020-10-02'))) as Cell, '2020-10-02'],
    ['goes when the report is withdrawn', seen(filed('2020-10-07', '', on('2020-10-02'))) as Cell, ''],
    [
      'is not believed in the future',
      seen(filed('2020-10-07', on('2020-10-01'), on('2021-01-01'))) as Cell,
      '2020-10-07',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
  test('a report found on the due day itself was entered in time', () => {
    const [record] = analysisOf(filed('2020-10-07', on('2020-10-05'), on('2020-10-05'))).records;
    expect(record).toMatchObject({ status: { name: 'inTime' }, enteredLate: false });
  });
  test('a date typed back after the deadline is in time, and told as entered late', () => {
    const [record] = analysisOf(filed('2020-10-07', on('2020-10-01'), on('2020-10-06'))).records;
    expect(record).toMatchObject({ status: { name: 'inTime' }, enteredLate: true });
  });
});
