import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  boxOf,
  boxToA1,
  cellNumbers,
  columnLetters,
  columnNumber,
  parseA1,
} from '../../../src/domain/values/a1';

test.each<[number, string]>([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %d is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('A1 notation is read back as written', () => {
  fc.assert(
    fc.property(
      fc.record({
        row: fc.integer({ min: 1, max: 99_999 }),
        col: fc.integer({ min: 1, max: 18_000 }),
        rows: fc.integer({ min: 1, max: 50 }),
        cols: fc.integer({ min: 1, max: 50 }),
      }),
      (box) => {
        const bounds = parseA1(boxToA1(box));
        return (
          bounds?.row === box.row &&
          bounds.col === box.col &&
          bounds.lastRow === box.row + box.rows - 1 &&
          bounds.lastCol === box.col + box.cols - 1
        );
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 18_278 }),
      (column) => columnNumber(columnLetters(column)) === column,
    ),
  );
  expect(parseA1("'Мой лист'!A:C")).toEqual({
    sheet: 'Мой лист',
    row: null,
    col: 1,
    lastRow: null,
    lastCol: 3,
  });
  expect(parseA1('1:1')).toMatchObject({ row: 1, col: null, lastRow: 1 });
  expect(parseA1('не адрес')).toBeNull();
});

test('an open edge of a range ends with the sheet', () => {
  const size = { rows: 30, columns: 8 };
  expect(boxOf('B5:C7', size)).toEqual({ row: 5, col: 2, rows: 3, cols: 2 });
  expect(boxOf('C7:B5', size)).toEqual({ row: 5, col: 2, rows: 3, cols: 2 });
  expect(boxOf('A2:A', size)).toEqual({ row: 2, col: 1, rows: 29, cols: 1 });
  expect(boxOf('3:3', size)).toEqual({ row: 3, col: 1, rows: 1, cols: 8 });
  expect(boxOf('нет', size)).toBeNull();
});

test('a cell that is named in a link is a row and a column', () => {
  expect(cellNumbers('E15')).toEqual({ row: 15, column: 5 });
  expect(cellNumbers('E15:F16')).toBeNull();
});
