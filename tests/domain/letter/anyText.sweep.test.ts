import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLetter } from '../../../src/domain/letter';
import { DEEP } from '../../support/deep';
import { growthOf, LINEAR } from '../../support/growth';

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

  test.each(hostile.map((unit) => [unit]))('%j over and over takes linear time', (unit) => {
    const read = (length: number) =>
      readLetter(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
    expect(growthOf(read, DEEP ? 20_000 : 5_000)).toBeLessThan(LINEAR);
  });
});
