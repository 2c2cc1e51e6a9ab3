/** Widths, headers and sides: what fits a phone and is neither broken nor cut off. */
import { describe, expect, test } from '@jest/globals';
import { abbreviated } from '../../src/domain/values/text';
import { sidesOf } from '../../src/tabs/pages/alignment';
import { headersOf, stageWidth } from '../../src/tabs/pages/matrix';
import {
  districtLook,
  howToLook,
  issuesLook,
  overallLook,
  summaryLook,
} from '../../src/tabs/pages/pageLooks';
import { lettersIn, widthFor } from '../../src/tabs/rules/textWidth';
import { controlSchemas, reportingSchemas } from '../../src/tabs/schemas';
import { day, stageOf } from '../support/analysis';

/** Half of a phone's 375 pixels, less the row numbers. */
const HALF_A_PHONE = 375 / 2 - 46;
const frozenWidth = (widths: readonly number[], frozen: number) =>
  widths.slice(0, frozen).reduce((sum, width) => sum + width, 0);

describe('on a phone half of the screen scrolls', () => {
  for (const { title, columns, frozenColumns } of [...reportingSchemas(), ...controlSchemas]) {
    test(title, () => {
      const widths = columns.map(({ width }) => width);
      expect(frozenWidth(widths, frozenColumns)).toBeLessThanOrEqual(HALF_A_PHONE);
    });
  }
  test('the pages', () => {
    for (const look of [summaryLook(), overallLook(), districtLook(12, 90, true), howToLook(), issuesLook()])
      expect(frozenWidth(look.widths, look.frozenColumns)).toBeLessThanOrEqual(HALF_A_PHONE);
  });
  test('on «Как заполнять» the link and the organisation are on the screen together', () => {
    expect(frozenWidth(howToLook().widths, 2) + 46).toBeLessThanOrEqual(375);
  });
});

test('no header of a table is broken inside a word', () => {
  for (const { title, columns } of [...reportingSchemas(), ...controlSchemas]) {
    for (const { header, width, hidden } of columns) {
      const longest = Math.max(...header.split(/\s/).map((word) => word.length));
      if (!hidden)
        expect([title, header, width]).toEqual([title, header, Math.max(width, widthFor(longest, 10))]);
    }
  }
});

const stages = (count: number, ...years: readonly string[]) =>
  Array.from({ length: count }, (_, index) =>
    stageOf({
      code: `${index + 1}`,
      title: 'Организовать межведомственное взаимодействие по сопровождению наставнических программ',
      deadline: day(`${years[index % years.length]}-05-31`),
    }),
  );

describe('headers of the matrix', () => {
  for (const count of [1, 8, 11, 12, 30]) {
    test(`of ${count} stages: code, deadline, whole or abbreviated words, and the row is high enough`, () => {
      const { texts, height } = headersOf(stages(count, '2020', '2021'));
      const room = lettersIn(stageWidth(count), 9);
      for (const [index, text] of texts.entries()) {
        const lines = text.split('\n');
        expect(lines.slice(0, 2)).toEqual([
          `${index + 1}`,
          count === 1 ? '31.05' : index % 2 ? '31.05.21' : '31.05.20',
        ]);
        expect(lines.every((line) => line.length <= room)).toBe(true);
        expect(lines.length * 16).toBeLessThanOrEqual(height);
      }
    });
  }
  test('a stage without a date says so', () => {
    expect(headersOf([stageOf({ code: '2', title: 'Отчитаться', deadline: null })]).texts).toEqual([
      '2\nбез срока\nОтчитаться',
    ]);
  });
  test('words are abbreviated behind a consonant', () => {
    expect(
      ['наставнические', 'результаты', 'организация', 'срок'].map((word) => abbreviated(word, 9)),
    ).toEqual(['наставн.', 'результ.', 'организ.', 'срок']);
  });
});

test('figures and the headers over them stand to the right, words to the left', () => {
  const rows = [
    ['▍Районы'],
    ['Район', 'Ожидается', 'Сдано', 'Итог'],
    ['А', 7, '31 %', 'да'],
    [],
    ['Сдано', 3, '31 %'],
  ];
  expect(sidesOf(rows, 5, 4).map((row) => row.map((side) => side[0]).join(''))).toEqual([
    'llll',
    'lrrl',
    'lrrl',
    'llll',
    'lrrl',
  ]);
});
