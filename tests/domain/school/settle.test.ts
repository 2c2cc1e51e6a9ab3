/** What a press wrote, told from the tab before and after: what stands, what strayed, what is not touched. */
import { describe, expect, test } from '@jest/globals';
import { type Identity, settle, type Written } from '../../../src/domain/school/settle';
import type { Cell } from '../../../src/domain/values/cell';

const HEADER = ['Школа', 'Дата', 'Документ', 'Ключ'];
const IDENTITY: Identity = { by: [0], or: [3] };
const before: Cell[][] = [
  HEADER,
  ['А', 'давно', '', '1'],
  ['Б', '', 'старый', '2'],
  ['В', '', '', '3'],
  ['Г', '', '', '4'],
];
const WRITTEN = [
  { row: 2, column: 1, cell: 'день' },
  { row: 2, column: 2, cell: 'приказ' },
];
const now = (...rows: Cell[][]) => [HEADER, ...rows];
const [, a = [], , c = [], d = []] = before;
const OURS = ['Б', 'день', 'приказ', '2'];
const told = (sheet: Cell[][], written: readonly Written[] = WRITTEN) =>
  settle(before, sheet, written, IDENTITY);

describe('what was written', () => {
  test('stands where it belongs, also where the row was moved since', () => {
    expect(told(now(a, OURS, c, d))).toMatchObject({ held: [true, true], strays: [], doubtful: [] });
    expect(told(now(d, c, OURS, a)).homes[0]).toEqual({ row: 3, column: 1 });
    expect(told(now(['А', 'давно', '', '1'], ['Б-новая', 'день', 'приказ', '2'], c, d)).held).toEqual([
      true,
      true,
    ]);
  });

  test('strayed into another row, and what stood there is known', () => {
    const { held, strays } = told(now(['Б', '', 'старый', '2'], ['А', 'день', 'приказ', '1'], c, d));
    expect(held).toEqual([false, false]);
    expect(strays.map(({ row, column, was }) => [row, column, was])).toEqual([
      [2, 1, 'давно'],
      [2, 2, ''],
    ]);
    // Moved to and fro: the row is in its place again, the text is not.
    const moved = told(now(['А', 'день', 'приказ', '1'], ['Б', '', 'старый', '2'], c, d));
    expect(moved.strays.map(({ row, was }) => [row, was])).toEqual([
      [1, 'давно'],
      [1, ''],
    ]);
  });

  test('strayed into another column', () => {
    const swapped = [
      ['Школа', 'Документ', 'Дата', 'Ключ'],
      ['А', '', 'давно', '1'],
      ['Б', 'день', 'приказ', '2'],
      ['В', '', '', '3'],
    ];
    const { strays } = told(swapped);
    expect(strays.map(({ row, column, was }) => [row, column, was])).toEqual([
      [2, 1, 'старый'],
      [2, 2, ''],
    ]);
  });

  test('is not looked for among what others wrote where it may have been reached', () => {
    // Somebody wrote over it, and somebody else the same day elsewhere.
    const { strays, doubtful } = told(
      now(a, ['Б', 'не то', 'старый', '2'], ['В', 'день', '', '3'], d),
      WRITTEN.slice(0, 1),
    );
    expect([strays, doubtful.map(({ row }) => row)]).toEqual([[], [3]]);
    // The row was deleted with it.
    expect(told(now(a, ['В', 'день', '', '3'], d), WRITTEN.slice(0, 1)).strays).toHaveLength(1);
    expect(told(now(a, c, ['Г', 'день', '', '4']), WRITTEN.slice(0, 1)).strays).toEqual([]);
  });

  test('is left alone where two cells may be it, or the columns were sorted without the names', () => {
    const two = told(
      now(['А', 'день', '', '1'], ['Б', '', 'старый', '2'], ['В', 'день', '', '3'], d),
      WRITTEN.slice(0, 1),
    );
    expect([two.strays, two.doubtful]).toMatchObject([[], [{ row: 1 }, { row: 3 }]]);
    const many: Cell[][] = [
      HEADER,
      ...Array.from({ length: 9 }, (_, n) => [`Ш${n}`, `д${n}`, '', String(n)]),
    ];
    const shifted = many.map((row, n) =>
      n === 0 ? row : [row[0] ?? '', many[(n % 9) + 1]?.[1] ?? '', '', row[3] ?? ''],
    );
    const one = { row: 3, column: 1, cell: 'день' };
    const sorted = shifted.map((row, n) => (n === 7 ? ['Ш6', 'день', '', '6'] : row));
    expect(settle(many, sorted, [one], IDENTITY)).toMatchObject({ strays: [], doubtful: [{ row: 7 }] });
  });

  test('was put back, and is not looked for again', () => {
    const sheet = now(a, ['Б', '', 'старый', '2'], ['В', 'день', '', '3'], d);
    const undone = { row: 1, column: 1, cell: 'давно', undoes: 0 };
    expect(told(sheet, [...WRITTEN.slice(0, 1), undone]).strays).toEqual([]);
    expect(told(sheet, WRITTEN.slice(0, 1)).strays).toHaveLength(1);
  });

  test('of a day or a number is known in the format of the cell that it met', () => {
    const day = { row: 2, column: 1, cell: { date: '2020-09-30' as never } };
    for (const seen of [44104, '44104', '30.09.2020'])
      expect(told(now(['А', seen, '', '1'], ['Б', '', 'старый', '2'], c, d), [day]).strays).toHaveLength(1);
  });
});
