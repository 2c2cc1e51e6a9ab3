/** Small sorts, blocks pasted further, values dragged down, halves put right by hand; and weeks of honest edits. */
import { expect, test } from '@jest/globals';
import { displacement } from '../../../src/domain/report/displaced/displacement';
import type { ObservedRow } from '../../../src/domain/report/displaced/observed';
import { DEEP } from '../../support/deep';

type Cells = Readonly<Record<string, string>>;
const STAGES = 5;
const ALL = ['doneOn', 'document'];
const STORIES = DEEP ? 2000 : 200;

/** The same numbers in each run (Numerical Recipes' generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const some = numbers(7);
const schoolOf = (row: number): number => Math.floor(row / STAGES);
const report = (): Cells => ({
  doneOn: `день ${some(20)}`,
  ...(some(10) < 7 ? { document: `приказ ${some(1_000_000)}` } : {}),
});
const book = (schools: number, filled: number): Cells[] =>
  Array.from({ length: schools * STAGES }, () => (some(10) < filled ? report() : {}));

const observe = (before: readonly Cells[], after: readonly Cells[], disputed = new Set<number>()) =>
  before.map(
    (cells, row): ObservedRow => ({
      row,
      pair: `${schoolOf(row)}/${row % STAGES}`,
      organisation: String(schoolOf(row)),
      known: new Map(Object.entries(cells)),
      now: new Map(Object.entries(after[row] ?? {})),
      disputed: disputed.has(row),
    }),
  );
const named = (before: readonly Cells[], after: readonly Cells[], disputed?: Set<number>) =>
  displacement(observe(before, after, disputed)).rows;

function put(cells: Cells, from: Cells | undefined, columns: readonly string[]): Cells {
  const result: Record<string, string> = { ...cells };
  for (const column of columns) {
    const value = from?.[column];
    if (value === undefined) delete result[column];
    else result[column] = value;
  }
  return result;
}

function sorted(before: readonly Cells[], columns: readonly string[], from: number, count: number): Cells[] {
  const [by = ''] = columns;
  const order = before.slice(from, from + count).sort((a, b) => (a[by] ?? '~').localeCompare(b[by] ?? '~'));
  return before.map((cells, row) =>
    row < from || row >= from + count ? cells : put(cells, order[row - from], columns),
  );
}

/** Cut and pasted one row down, over what stood there. */
const pastedDown = (before: readonly Cells[], from: number, count: number): Cells[] =>
  before.map((cells, row) => {
    if (row > from && row <= from + count) return put(cells, before[row - 1], ALL);
    return row === from ? {} : cells;
  });

const draggedDown = (before: readonly Cells[], from: number, count: number): Cells[] =>
  before.map((cells, row) => (row > from && row <= from + count ? put(cells, before[from], ALL) : cells));

/** The share of the books in which two or more rows of several schools got something else, and none was named. */
function unnoticed(damage: (before: readonly Cells[]) => Cells[]): number {
  let [damaged, missed] = [0, 0];
  for (let story = 0; story < STORIES; story += 1) {
    const before = book(10, 7);
    const after = damage(before);
    const wrong = before.flatMap((cells, row) =>
      ALL.some((column) => after[row]?.[column] && cells[column] !== after[row]?.[column]) ? [row] : [],
    );
    if (wrong.length < 2 || new Set(wrong.map(schoolOf)).size < 2) continue;
    damaged += 1;
    if (named(before, after).size === 0) missed += 1;
  }
  expect(damaged).toBeGreaterThan(STORIES / 10);
  return missed / damaged;
}

test.each([
  ['six rows sorted without their keys', (b: readonly Cells[]) => sorted(b, ALL, some(44), 6), 0.05],
  ['six dates sorted alone', (b: readonly Cells[]) => sorted(b, ['doneOn'], some(44), 6), 0.06],
  ['eight documents sorted alone', (b: readonly Cells[]) => sorted(b, ['document'], some(42), 8), 0.09],
  ['six rows cut and pasted one row down', (b: readonly Cells[]) => pastedDown(b, some(40), 6), 0.13],
  ['a report dragged down over eight rows', (b: readonly Cells[]) => draggedDown(b, some(40), 8), 0.08],
] as const)('%s are noticed', (_what, damage, share) => {
  expect(unnoticed(damage)).toBeLessThan(share);
});

test('two neighbours of two schools that changed dates are both named', () => {
  const before = [{}, {}, {}, {}, { doneOn: 'день 1' }, { doneOn: 'день 2' }, { doneOn: 'день 1' }];
  const after = [{}, {}, {}, {}, { doneOn: 'день 2' }, { doneOn: 'день 1' }, { doneOn: 'день 1' }];
  expect([...named(before, after).keys()].sort()).toEqual([4, 5]);
});

test('a row that holds another school’s report stays named when that school has put its own right', () => {
  const before: Cells[] = [{}, {}, {}, {}, { document: 'приказ 1' }, { document: 'приказ 2' }];
  const half = [{}, {}, {}, {}, { document: 'приказ 1' }, { document: 'приказ 1' }];
  expect([...named(before, half, new Set([4, 5])).keys()]).toEqual([5]);
  const right = [{}, {}, {}, {}, { document: 'приказ 1' }, { document: 'приказ 2' }];
  expect(named(before, right, new Set([5])).size).toBe(0);
});

test('reports that a person moves from the wrong school to the same stages of her own are hers', () => {
  const before: Cells[] = [...Array.from({ length: 3 }, report), {}, {}, {}, {}, {}, {}, {}];
  const after = before.map((_, row) => (row >= STAGES ? (before[row - STAGES] ?? {}) : {}));
  expect(named(before, after).size).toBe(0);
});

test('one date filled into many empty rows is no damage', () => {
  const before: Cells[] = [{ doneOn: 'день 1' }, ...Array.from({ length: 19 }, () => ({}))];
  expect(named(before, draggedDown(before, 0, 19)).size).toBe(0);
});

/** Files, corrections, own documents copied to own stages, withdrawals, own reports moved to their right stage. */
function honest(before: readonly Cells[], edits: number): Cells[] {
  const after = [...before];
  for (let count = 0; count < edits; count += 1) {
    const [row, kind] = [some(after.length), some(100)];
    const cells = after[row] ?? {};
    const own = STAGES * schoolOf(row) + some(STAGES);
    const isFilled = Object.keys(cells).length > 0;
    if (kind < 80) after[row] = isFilled ? cells : report();
    else if (!isFilled) continue;
    else if (kind < 90) after[row] = { ...cells, doneOn: `день ${some(20)}` };
    else if (kind < 95) after[row] = { ...cells, document: `приказ ${some(1_000_000)}` };
    else if (kind < 97 && cells.document) after[own] = { ...after[own], document: cells.document };
    else if (kind < 98) after[row] = {};
    else if (Object.keys(after[own] ?? {}).length === 0) {
      after[own] = cells;
      after[row] = {};
    }
  }
  return after;
}

test.each([
  ['twenty minutes', 6, 0.005],
  ['a day', 120, 0.01],
  ['a week in which no job ran', 700, 0.04],
] as const)('%s of honest edits of two hundred schools cost nobody the figures', (_time, edits, share) => {
  let alarms = 0;
  for (let story = 0; story < STORIES / 2; story += 1) {
    const before = book(200, 4);
    if (named(before, honest(before, edits)).size > 0) alarms += 1;
  }
  expect(alarms / (STORIES / 2)).toBeLessThan(share);
});
