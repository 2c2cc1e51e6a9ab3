import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRu, fromDayNumber, partsOf } from '../../../../src/domain/dates/civil';
import { explainDeadline, readDeadline } from '../../../../src/domain/letter';

const GENITIVE = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);
const SHORT = 'янв фев мар апр мая июн июл авг сент окт нояб дек'.split(' ');

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
const two = (n: number): string => String(n).padStart(2, '0');
const name = ({ month }: Parts): string => GENITIVE[month - 1] ?? '';

const FORMS: Readonly<Record<string, (p: Parts) => string>> = {
  'dd.mm.yyyy': (p) => `${two(p.day)}.${two(p.month)}.${p.year}`,
  'd.m.yyyy': (p) => `${p.day}.${p.month}.${p.year}`,
  'dd.mm.yy': (p) => `${two(p.day)}.${two(p.month)}.${two(p.year % 100)}`,
  'dd.mm. yyyy г.': (p) => `${two(p.day)}.${two(p.month)}. ${p.year} г.`,
  'dd.mm.yyyyг.': (p) => `${two(p.day)}.${two(p.month)}.${p.year}г.`,
  'dd/mm/yyyy': (p) => `${two(p.day)}/${two(p.month)}/${p.year}`,
  'dd-mm-yyyy': (p) => `${two(p.day)}-${two(p.month)}-${p.year}`,
  'yyyy-mm-dd': (p) => `${p.year}-${two(p.month)}-${two(p.day)}`,
  'd month yyyy': (p) => `${p.day} ${name(p)} ${p.year}`,
  'd month yyyy года': (p) => `${p.day} ${name(p)} ${p.year} года`,
  'dd MONTH yyyy* г.': (p) => `${two(p.day)} ${name(p).toUpperCase()} ${p.year}* г.`,
  '«dd» month yyyy г.': (p) => `«${two(p.day)}» ${name(p)} ${p.year} г.`,
  'd-го month yyyy': (p) => `${p.day}-го ${name(p)} ${p.year}`,
  'd mon. yyyy': (p) => `${p.day} ${SHORT[p.month - 1]}. ${p.year}`,
  'd month yy г.': (p) => `${p.day} ${name(p)} ${two(p.year % 100)} г.`,
  'no-break spaces': (p) => `${p.day}\u00a0${name(p)}\u00a0${p.year}\u00a0г.`,
  'over two lines': (p) => `${p.day} ${name(p)}\n${p.year} года`,
  'Latin homoglyphs': (p) =>
    `${p.day} ${name(p).replace(/а/g, 'a').replace(/о/g, 'o').replace(/с/g, 'c')} ${p.year}`,
};

const LEADS: readonly (readonly [lead: string, kind: string])[] = [
  ['', 'on'],
  ['до ', 'by'],
  ['в срок до ', 'by'],
  ['не позднее ', 'by'],
  ['к ', 'by'],
  ['с ', 'from'],
];

const days = fc.integer({ min: 10_957, max: 25_932 });

describe('every day from 2000 to 2040, in every written form', () => {
  test.each(Object.entries(FORMS))('%s', (_, write) => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LEADS), (n, [lead, kind]) => {
        const date = fromDayNumber(n);
        const deadline = readDeadline(lead + write(partsOf(date)));
        expect(deadline?.kind).toBe(kind);
        expect(deadline?.end ?? deadline?.start).toBe(date);
      }),
      { numRuns: 300 },
    );
  });

  test('each of them once, without a gap', () => {
    const wrong: string[] = [];
    for (let n = 10_957; n <= 25_932; n += 1) {
      const date = fromDayNumber(n);
      if (readDeadline(`до ${formatRu(date)}`)?.end !== date) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test('a range between any two days', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...Object.values(FORMS)),
        (n, length, write) => {
          const [start, end] = [fromDayNumber(n), fromDayNumber(n + length)];
          expect(readDeadline(`с ${write(partsOf(start))} по ${write(partsOf(end))}`)).toMatchObject({
            kind: 'range',
            start,
            end,
          });
        },
      ),
    );
  });

  test('a day or month that does not exist is asked, never moved to another day', () => {
    const impossible = fc.oneof(
      fc.record({ day: fc.integer({ min: 32, max: 99 }), month: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ day: fc.integer({ min: 1, max: 31 }), month: fc.integer({ min: 13, max: 99 }) }),
      fc.constantFrom(
        { day: 31, month: 4 },
        { day: 30, month: 2 },
        { day: 31, month: 11 },
        { day: 0, month: 5 },
        { day: 5, month: 0 },
      ),
    );
    fc.assert(
      fc.property(impossible, fc.integer({ min: 2000, max: 2040 }), (parts, year) => {
        const found = explainDeadline(`до ${two(parts.day)}.${two(parts.month)}.${year}`);
        expect(found?.deadline.end ?? null).toBeNull();
        expect(found?.problem).toBe('impossible');
      }),
    );
  });

  test('without a year there is never a date', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LEADS), (n, [lead]) => {
        const { day, month } = partsOf(fromDayNumber(n));
        const found = explainDeadline(`${lead}${day} ${GENITIVE[month - 1]}`);
        expect(found?.deadline).toMatchObject({ start: null, end: null });
        expect(found?.problem).toBe('no-year');
      }),
    );
  });
});
