import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as c from '../../../src/domain/dates/civil';

const day = (text: string): c.CivilDate => {
  const date = c.parseIso(text);
  if (date === null) throw new Error(`not a date: ${text}`);
  return date;
};

describe('days of the calendar', () => {
  test.each([
    [2020, 2, 29, '2020-02-29'],
    [2021, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2100, 2, 29, null],
    [2020, 4, 31, null],
    [2020, 13, 1, null],
    [2020, 0, 1, null],
    [2020, 1, 0, null],
    [1899, 12, 31, null],
    [2101, 1, 1, null],
    [2020.5, 1, 1, null],
    [1900, 1, 1, '1900-01-01'],
  ])('%d-%d-%d is %s', (y, m, d, expected) => {
    expect(c.civil(y, m, d)).toBe(expected);
  });

  test.each(['2020-1-1', '2020-02-30', '20-01-01', ' 2020-01-01', '2020-01-01T00:00', ''])(
    '«%s» is no ISO date',
    (text) => {
      expect(c.parseIso(text)).toBeNull();
    },
  );

  test('every day from 1900 to 2100 agrees with the engine’s own calendar', () => {
    const wrong: string[] = [];
    const last = c.dayNumber(day('2100-12-31'));
    for (let n = c.dayNumber(day('1900-01-01')); n <= last; n += 1) {
      const iso = new Date(n * 86_400_000).toISOString().slice(0, 10);
      if (c.fromDayNumber(n) !== iso || c.dayNumber(day(iso)) !== n) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
  });

  test('weekdays, also before 1970', () => {
    expect(c.weekday(day('2020-10-05'))).toBe(1);
    expect(c.weekday(day('2020-10-04'))).toBe(7);
    expect(c.weekday(day('1900-01-01'))).toBe(1);
  });

  test('a sheet’s serial numbers: 44109 is 5 October 2020, a time of day does not move it', () => {
    expect(c.toSerial(day('2020-10-05'))).toBe(44109);
    expect(c.fromSerial(44109.99)).toBe('2020-10-05');
    expect(c.toSerial(day('1900-01-01'))).toBe(2);
  });

  test('the last day of a month, and the day as a person writes it', () => {
    expect(c.lastDayOfMonth(2020, 2)).toBe('2020-02-29');
    expect(c.lastDayOfMonth(2021, 6)).toBe('2021-06-30');
    expect(() => c.lastDayOfMonth(2021, 13)).toThrow(RangeError);
    expect(c.formatRu(day('2020-10-05'))).toBe('05.10.2020');
  });

  test('adding days and counting them are each other’s way back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -3000, max: 3000 }),
        (n, by) => {
          const from = c.fromDayNumber(n);
          expect(c.daysBetween(from, c.addDays(from, by))).toBe(by);
        },
      ),
    );
    expect(() => c.fromDayNumber(1_000_000)).toThrow(RangeError);
  });
});
