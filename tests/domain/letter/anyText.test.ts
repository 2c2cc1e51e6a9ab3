import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRu, fromDayNumber, partsOf } from '../../../src/domain/dates/civil';
import { explainDeadline, readDeadline, readLetter } from '../../../src/domain/letter';

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
  'Latin look-alikes': (p) =>
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

const PIECES = [
  ...'абвгд .,;:\n\t12345«»"-–|()№@*/г',
  'до ',
  'с ',
  'по ',
  'в срок ',
  'не позднее ',
  '05.10.2020',
  '31.09.2020',
  'октября',
  '2020',
  'квартал',
  'ежегодно ',
  'Мероприятие',
  'Срок',
  'Ответственный',
  '\n1. ',
  '\n- ',
  'обеспечить ',
  'МБОУ СОШ № ',
  'не менее 10% ',
  'ПРИКАЗЫВАЮ:\n',
  '\n\n',
  '| ',
  '\u00a0',
  '\u0301',
  '😀',
  '\ud800',
  '\u0000',
  '[bookmark: ',
  '**',
] as const;

describe('any text whatever', () => {
  test('gets an answer whose places lie in the text and whose dates exist', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        const letter = readLetter(text);
        const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length;
        for (const found of [
          ...letter.stages,
          ...letter.targets,
          ...letter.organisations,
          ...letter.questions,
          ...letter.personalData,
        ]) {
          expect(found.place.start).toBeGreaterThanOrEqual(0);
          expect(found.place.end).toBeGreaterThanOrEqual(found.place.start);
          expect(found.place.end).toBeLessThanOrEqual(text.length);
          expect(found.line).toBeGreaterThanOrEqual(1);
          expect(found.line).toBeLessThanOrEqual(lines);
        }
        for (const { stage } of letter.questions)
          if (stage !== null) expect(letter.stages[stage]).toBeDefined();
        expect(readLetter(text)).toEqual(letter);
      }),
      { numRuns: 1500 },
    );
  });

  const hostile = [
    'а',
    '1',
    '1.',
    '05.10.2020 ',
    'до ',
    'в срок до ',
    '\t',
    '\n',
    '|',
    'а|',
    ' ',
    'а   б   ',
    '«',
    '"',
    '@',
    'a@b.',
    '8 912 ',
    '(',
    'а-',
    '*',
    '[bookmark:',
    '№\tМероприятие\tСрок\n',
    'Мероприятие\nСрок\n',
    '№ Мероприятие Срок Ответственный\n',
    'А.',
    'Примеров ',
    'ежегодно, ',
    'раз в ',
    'муниципальное ',
    'МБОУ СОШ № 1, ',
    'не менее 10% ',
    '1. обеспечить до 05.10.2020;\n',
    'обеспечить до 05.10.2020. ',
    'прошу:\n',
    'сентябрь, ',
    'утвержденным ',
    'http://',
    '\r',
    '—',
    '. ',
    ', ',
  ];

  /** Measured against a plain letter of the same length, so that a slow machine does not fail the test. */
  test.each(hostile.map((unit) => [unit]))('%j over and over takes linear time', (unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const begin = performance.now();
      readLetter(text);
      return performance.now() - begin;
    };
    time(5000);
    const short = time(20_000);
    const long = time(80_000);
    // Four times the length: linear is 4, quadratic 16; a floor keeps out the noise of short times.
    expect(long).toBeLessThan(Math.max(10 * short, 400));
  });
});
