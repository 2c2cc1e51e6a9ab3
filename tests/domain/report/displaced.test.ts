/** Reports that stand in other schools' rows are found; honest edits are not taken for that. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Displacement, displacement } from '../../../src/domain/report/displaced/displacement';
import type { ObservedRow } from '../../../src/domain/report/displaced/observed';
import { DEEP } from '../../support/deep';

/** A row of people's cells: date, document, comment, decision. */
type Cells = Readonly<Record<string, string>>;
interface Row {
  readonly organisation: number;
  readonly cells: Cells;
}
const COLUMNS = ['doneOn', 'document', 'comment', 'decision'] as const;

const prints = (cells: Cells) =>
  new Map(COLUMNS.flatMap((column) => (cells[column] ? [[column, cells[column]] as const] : [])));

const observe = (before: readonly Row[], after: readonly Cells[], disputed = new Set<number>()) =>
  before.map(
    (row, index): ObservedRow => ({
      row: index,
      pair: `${row.organisation}/${index}`,
      organisation: String(row.organisation),
      known: prints(row.cells),
      now: prints(after[index] ?? {}),
      disputed: disputed.has(index),
    }),
  );
const found = (before: readonly Row[], after: readonly Cells[]) => displacement(observe(before, after));

/** Carries the returns out, as the job does. */
function returned(after: readonly Cells[], { returns }: Displacement): Cells[] {
  const result = after.map((cells) => ({ ...cells }) as Record<string, string>);
  for (const { column, to, from } of returns) {
    const value = from === null ? undefined : after[from]?.[column];
    if (value === undefined) delete result[to]?.[column];
    else Object.assign(result[to] ?? {}, { [column]: value });
  }
  return result;
}

const filed = fc.record({
  doneOn: fc.integer({ min: 1, max: 28 }).map((day) => `2020-10-${day}`),
  document: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 10_000 }).map((n) => `приказ ${n}`) },
  ),
  comment: fc.constantFrom('', '', 'выполнено', 'на сайте'),
  decision: fc.constantFrom('', 'согласовано', 'возвращено'),
});
const cells = fc.oneof(
  { weight: 2, arbitrary: filed as fc.Arbitrary<Cells> },
  { weight: 1, arbitrary: fc.constant<Cells>({}) },
);
/** Schools of four rows each. */
const book = fc
  .array(cells, { minLength: 20, maxLength: 60 })
  .map((rows) => rows.map((each, index): Row => ({ organisation: index >> 2, cells: each })));

const column = fc.constantFrom(...COLUMNS);
const someColumns = fc
  .constantFrom(
    [...COLUMNS],
    ['doneOn', 'document'],
    ['document'],
    ['doneOn', 'document', 'comment'],
    ['doneOn'],
  )
  .map((list) => list as readonly string[]);

const pick = (from: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.flatMap((each) => (from[each] ? [[each, from[each]]] : [])));
const without = (from: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(Object.entries(from).filter(([each]) => !columns.includes(each)));

/** Sorts these columns of the rows by the first of them, blanks last, as Sheets does. */
function sorted(rows: readonly Row[], columns: readonly string[], from: number, to: number): Cells[] {
  const [by = 'doneOn'] = columns;
  const parts = rows.slice(from, to).map(({ cells: each }) => pick(each, columns));
  parts.sort((a, b) => (a[by] ?? '\uffff').localeCompare(b[by] ?? '\uffff'));
  return rows.map(({ cells: each }, index) =>
    index < from || index >= to ? each : { ...without(each, columns), ...parts[index - from] },
  );
}

/** Cells inserted at a row push everything below one row down. */
const pushed = (rows: readonly Row[], columns: readonly string[], from: number, by: 1 | -1): Cells[] =>
  rows.map(({ cells: each }, index) =>
    index < from
      ? each
      : {
          ...without(each, columns),
          ...(by === 1 && index === from ? {} : pick(rows[index - by]?.cells ?? {}, columns)),
        },
  );

const RUNS = { numRuns: DEEP ? 3000 : 300, seed: 1 };

/** Which cells of the book differ from what their row was given. */
const wrong = (rows: readonly Row[], after: readonly Cells[]) =>
  rows.flatMap(({ cells: each }, index) =>
    COLUMNS.filter((name) => (each[name] ?? '') !== (after[index]?.[name] ?? '')).map((name) => ({
      index,
      name,
    })),
  );
const organisationsOf = (rows: readonly Row[], indexes: readonly number[]) =>
  new Set(indexes.map((index) => rows[index]?.organisation)).size;

describe('a book in which some columns were moved without the others', () => {
  const damage = fc
    .tuple(book, someColumns, fc.nat(), fc.nat(), fc.constantFrom('sort', 'down', 'up'))
    .map(([rows, columns, a, b, how]) => {
      const [from, to] = [a % (rows.length - 8), rows.length - (b % 4)];
      const after =
        how === 'sort'
          ? sorted(rows, columns, from, to)
          : pushed(rows, columns, from, how === 'down' ? 1 : -1);
      return { rows, after };
    });

  test('no row that got another school’s report is counted', () => {
    let [damaged, missed] = [0, 0];
    fc.assert(
      fc.property(damage, ({ rows, after }) => {
        const changed = wrong(rows, after);
        const hurt = [...new Set(changed.map(({ index }) => index))];
        if (hurt.length < 4 || organisationsOf(rows, hurt) < 2) return;
        damaged += 1;
        const { rows: named } = found(rows, after);
        // Missed is a row that shows something of another and is not named.
        const misses = changed.filter(({ index, name }) => !named.has(index) && after[index]?.[name]);
        if (misses.length > 0) missed += 1;
      }),
      RUNS,
    );
    expect(damaged).toBeGreaterThan(RUNS.numRuns / 2);
    expect(missed / damaged).toBeLessThan(0.02);
  });

  test('what is put back stands where it stood, and nothing new is made up', () => {
    fc.assert(
      fc.property(damage, ({ rows, after }) => {
        const result = found(rows, after);
        if (result.rows.size === 0) return;
        const back = returned(after, result);
        // Of a row that is named, what is not at home is said to be left to people.
        for (const { index, name } of wrong(rows, back)) {
          if (result.rows.has(index)) expect(result.left).toContainEqual({ column: name, row: index });
        }
      }),
      RUNS,
    );
  });
});

describe('honest edits', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('file' as const), row: fc.nat(), cells: filed }),
    fc.record({ kind: fc.constant('correct' as const), row: fc.nat(), column, value: fc.nat(28) }),
    fc.record({ kind: fc.constant('withdraw' as const), row: fc.nat() }),
    fc.record({
      kind: fc.constant('decide' as const),
      row: fc.nat(),
      decision: fc.constantFrom('согласовано', 'возвращено'),
    }),
    fc.record({ kind: fc.constant('move' as const), row: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant('copyDocument' as const), row: fc.nat(), to: fc.nat() }),
  );
  const stories = fc.tuple(book, fc.array(edit, { maxLength: 8 }));

  test('cost almost no school its figures', () => {
    let [all, alarms] = [0, 0];
    fc.assert(
      fc.property(stories, ([rows, edits]) => {
        const after = rows.map(({ cells: each }) => each);
        // One person moves one report to its right row in the time between two runs.
        let hasMoved = false;
        for (const each of edits) {
          const at = each.row % rows.length;
          const present = after[at] ?? {};
          if (each.kind === 'file' && Object.keys(present).length === 0)
            after[at] = pick(each.cells, COLUMNS);
          if (each.kind === 'correct')
            after[at] = {
              ...present,
              [each.column]: each.column === 'doneOn' ? `2020-10-${each.value}` : `исправлено ${each.value}`,
            };
          if (each.kind === 'withdraw') after[at] = {};
          if (each.kind === 'decide') after[at] = { ...present, decision: each.decision };
          const to = 'to' in each ? each.to % rows.length : at;
          if (each.kind === 'copyDocument' && present.document)
            after[to] = { ...after[to], document: present.document };
          if (each.kind === 'move' && !hasMoved && to !== at && Object.keys(after[to] ?? {}).length === 0) {
            hasMoved = true;
            after[to] = present;
            after[at] = {};
          }
        }
        all += 1;
        if (found(rows, after).rows.size > 0) alarms += 1;
      }),
      RUNS,
    );
    expect(alarms / all).toBeLessThan(0.005);
  });

  const row = (organisation: number, each: Cells): Row => ({ organisation, cells: each });
  test('a date that half the schools have too tells nothing', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => row(n, n < 4 ? { doneOn: '2020-10-01' } : {}));
    const after = [2, 3, 4, 5, 6, 1].map((n) => ({ doneOn: `2020-10-0${n}` }));
    expect(found(rows, after).rows.size).toBe(0);
  });
  test('two reports that a curator moves to her right rows are hers', () => {
    const rows = [row(1, { document: 'приказ 1' }), row(1, { document: 'приказ 2' }), row(1, {}), row(2, {})];
    expect(found(rows, [{}, { document: 'приказ 1' }, { document: 'приказ 2' }, {}]).rows.size).toBe(0);
  });
});

describe('two schools whose reports changed places', () => {
  const rows: Row[] = [
    { organisation: 1, cells: { doneOn: 'a', document: 'приказ 1' } },
    { organisation: 2, cells: { doneOn: 'b', document: 'приказ 2' } },
  ];
  const swapped = [rows[1]?.cells ?? {}, rows[0]?.cells ?? {}];
  test('name each other', () => {
    expect([...found(rows, swapped).rows].sort()).toEqual([
      [0, { holds: 1, ownIn: 1 }],
      [1, { holds: 0, ownIn: 0 }],
    ]);
  });
  test('stay named when one of them is put right by hand, until the other is too', () => {
    const half = [rows[0]?.cells ?? {}, rows[0]?.cells ?? {}];
    // The second school's own report is nowhere now, and the first one's still stands in its row.
    const [named] = displacement(observe(rows, half, new Set([0, 1]))).rows;
    expect(named).toEqual([1, { holds: 0, ownIn: null }]);
    const third = { organisation: 3, cells: { document: 'приказ 3' } };
    const three = [...rows, third];
    const ring = [rows[1]?.cells ?? {}, third.cells, rows[0]?.cells ?? {}];
    const partly = [rows[0]?.cells ?? {}, third.cells, rows[1]?.cells ?? {}];
    expect(found(three, ring).rows.size).toBe(3);
    expect([...displacement(observe(three, partly, new Set([0, 1, 2]))).rows.keys()].sort()).toEqual([1, 2]);
  });
  test('what somebody typed since stays, and people are told to look', () => {
    const typed = [
      { ...swapped[0], comment: 'новое' },
      { doneOn: 'a', document: 'новый приказ' },
    ];
    const result = found(rows, typed);
    if (result.rows.size > 0) expect(returned(typed, result)[1]?.document).toBe('новый приказ');
  });
});
