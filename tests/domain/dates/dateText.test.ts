import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CivilDate, fromDayNumber, partsOf } from '../../../src/domain/dates/civil';
import { readDateText } from '../../../src/domain/dates/dateText';

const GENITIVE = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);

describe('a date typed into a cell as text', () => {
  test.each([
    '05.10.2020',
    '5.10.2020',
    '05.10.20',
    '5 октября 2020',
    '5 октября 2020 г.',
    '05 ОКТЯБРЯ 2020 года',
    '5 окт. 2020 г.',
    '5 окт 2020',
    '2020-10-05',
    '2020.10.05',
    '05/10/2020',
    '05-10-2020',
    '5.10.2020г',
    '5.10.2020г.',
    '5.10.2020 г.',
    '05.10. 2020 г.',
    '05. 10. 2020',
    '«05» октября 2020 г.',
    '5-го октября 2020',
    '5\u00a0октября\u00a02020\u00a0г.',
    ' 05.10.2020 ',
    '05.10.2020.',
    '05.10.2020,',
    '5 oктябpя 2020', // Latin o and p
    '5 октября 2020* года',
    '5 октября 20 г.',
    '05,10,2020',
  ])('«%s» is 5 October 2020', (text) => {
    expect(readDateText(text)).toEqual({ ok: true, date: '2020-10-05' });
  });

  test.each([
    ['', 'not-a-date'],
    ['сделано', 'not-a-date'],
    ['октябрь 2020', 'not-a-date'],
    ['5', 'not-a-date'],
    ['45678', 'not-a-date'],
    ['12:30', 'not-a-date'],
    ['приказ 45 от 05.10.2020', 'not-a-date'],
    ['05.10.2020 приказ', 'not-a-date'],
    ['до 05.10.2020', 'not-a-date'],
    ['192.168.10.20', 'not-a-date'],
    ['5 октября', 'no-year'],
    ['05.10', 'no-year'],
    ['5 октября т.г.', 'no-year'],
    ['5 окт.', 'no-year'],
    ['29 февраля', 'no-year'],
    ['31.09.2020', 'impossible'],
    ['29.02.2021', 'impossible'],
    ['10/13/2020', 'impossible'],
    ['31 июня', 'impossible'],
    ['00.10.2020', 'impossible'],
    ['05-10-20', 'ambiguous'],
    ['05.10.2020 06.10.2020', 'ambiguous'],
    ['05.10.2020 – 06.10.2020', 'ambiguous'],
    ['05.1O.2020', 'ambiguous'],
    ['О5.10.2020', 'ambiguous'],
  ])('«%s» is refused: %s', (text, reason) => {
    expect(readDateText(text)).toEqual({ ok: false, reason });
  });

  const forms: readonly ((y: string, m: string, d: string, month: string) => string)[] = [
    (y, m, d) => `${d}.${m}.${y}`,
    (y, m, d) => `${d}.${m}.${y.slice(2)}`,
    (y, m, d) => `${Number(d)}.${Number(m)}.${y} г.`,
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${d}/${m}/${y}`,
    (y, _m, d, month) => `${Number(d)} ${month} ${y} года`,
    (y, _m, d, month) => `«${d}» ${month.toUpperCase()} ${y}г.`,
  ];

  test('every day from 2000 to 2040, in every form, is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_957, max: 25_932 }), fc.constantFrom(...forms), (n, write) => {
        const date: CivilDate = fromDayNumber(n);
        const text = write(
          date.slice(0, 4),
          date.slice(5, 7),
          date.slice(8),
          GENITIVE[partsOf(date).month - 1] ?? '',
        );
        expect(readDateText(text)).toEqual({ ok: true, date });
      }),
      { numRuns: 2000 },
    );
  });

  test('any text gets an answer, and what it calls a date has all its figures in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-/ гокт«»,') }), (text) => {
        const result = readDateText(text);
        if (result.ok) expect(text.replace(/[^0-9]/g, '').length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 3000 },
    );
  });
});
