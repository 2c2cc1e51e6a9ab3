/** What an issue calls wrong enters no figure, and it is said how much was left out. */
import { describe, expect, it } from '@jest/globals';
import type { Target } from '../../../src/domain/programme/programme';
import type { Cell } from '../../../src/domain/values/cell';
import { ownColumnsTable } from '../../../src/tabs/pages/ownColumns';
import { targetsTable } from '../../../src/tabs/pages/sections';
import {
  analysisOf,
  type BookFields,
  bookOf,
  day,
  type Fields,
  on,
  organisationOf,
} from '../../support/analysis';

const ORGANISATIONS = ['К-01', 'К-02', 'К-03'].map((id) => organisationOf({ id }));
const DATE = on('2020-10-01');
const row = (school: number, cells: Fields): Fields => ({
  organisation: `Школа К-0${school}`,
  date: DATE,
  ...cells,
});
const target = (fields: Partial<Target>): Target => ({
  ...{ indicator: 'menteeShare', title: 'Доля', date: day('2020-12-31'), value: 10, unit: '%' },
  ...fields,
});

const resultOf = (
  coverage: readonly Fields[],
  targets: readonly Target[] = [target({})],
  more: BookFields = {},
) => analysisOf(bookOf({ organisations: ORGANISATIONS, coverage, targets, ...more })).targets[0];

describe('a count that an issue calls wrong', () => {
  it('does not make a share reached: 150 mentees of 100 pupils', () => {
    const result = resultOf([
      row(1, { pupils: 100, mentees: 150 }),
      row(2, { pupils: 800, mentees: 56 }),
      row(3, { pupils: 200, mentees: 14 }),
    ]);
    expect(result).toMatchObject({ value: 7, reported: 2, asked: 3, leftOut: 1, outcome: 'ahead' });
  });

  it.each<[string, Cell]>([
    ['below zero', -5],
    ['more than a million', 2_000_000],
    ['a half', 1.5],
    ['text', 'сорок'],
    ['an error', '#REF!'],
    ['a day', on('2020-10-05')],
  ])('is left out of a sum: %s', (_, mentors) => {
    const result = resultOf(
      [row(1, { mentors }), row(2, { mentors: 3 })],
      [target({ indicator: 'mentors' })],
    );
    expect(result).toMatchObject({ value: 3, reported: 1, leftOut: 1 });
  });

  it('counts where only its form is to be mended: figures as text', () => {
    const result = resultOf([row(1, { mentors: '40' })], [target({ indicator: 'mentors' })]);
    expect(result).toMatchObject({ value: 40, reported: 1, leftOut: 0 });
    expect(resultOf([row(1, { pupils: 100, mentees: '150' })])).toMatchObject({ value: null, leftOut: 1 });
  });

  it('leaves all pairs of its row out: the sum of the others would mislead', () => {
    const result = resultOf(
      [row(1, { pupilPupil: 4, teacherTeacher: -1 }), row(2, { pupilPupil: 2 })],
      [target({ indicator: 'pairs' })],
    );
    expect(result).toMatchObject({ value: 2, leftOut: 1 });
  });

  it('is said no more once a later row is right, and an earlier right one stands meanwhile', () => {
    const earlier = row(1, { date: on('2020-09-01'), mentors: 5 });
    const wrong = row(1, { mentors: -5 });
    const later = row(1, { date: on('2020-10-05'), mentors: 6 });
    const mentors = [target({ indicator: 'mentors' })];
    expect(resultOf([earlier, wrong], mentors)).toMatchObject({ value: 5, leftOut: 1 });
    expect(resultOf([earlier, wrong, later], mentors)).toMatchObject({ value: 6, leftOut: 0 });
  });

  it('of a day that an issue calls wrong is left out: ahead of today, before the programme, no day at all', () => {
    const days: Cell[] = [on('2020-10-07'), on('2020-08-01'), 'вчера', ''];
    for (const date of days) {
      const result = resultOf(
        [row(1, { date, mentors: 7 }), row(2, { mentors: 1 })],
        [target({ indicator: 'mentors' })],
        { start: '2020-09-01' },
      );
      expect(result).toMatchObject({ value: 1, leftOut: 1 });
    }
  });

  it('of an organisation that nobody knows is left out and said', () => {
    const mentors = [target({ indicator: 'mentors' })];
    const unknown = row(1, { organisation: 'Школа № 100500', mentors: 40 });
    expect(resultOf([unknown, row(2, { mentors: 1 })], mentors)).toMatchObject({ value: 1, leftOut: 1 });
  });

  it('stands twice for one day: the same counts once, what differs not at all', () => {
    const mentors = [target({ indicator: 'mentors' })];
    const one = row(1, { mentors: 3 });
    expect(resultOf([one, one], mentors)).toMatchObject({ value: 3, reported: 1, leftOut: 0 });
    expect(resultOf([one, row(1, { mentors: 9 })], mentors)).toMatchObject({ value: null, leftOut: 1 });
  });

  it('is said beside the target on the page', () => {
    const analysis = analysisOf(
      bookOf({
        organisations: ORGANISATIONS,
        coverage: [row(1, { mentors: -3 }), row(2, { mentors: 'x' }), row(3, { mentors: 1 })],
        targets: [target({ indicator: 'mentors', value: 1 })],
      }),
    );
    const [, , line] = targetsTable(analysis.targets, analysis.targetsLeftOut);
    expect(line?.[7]).toBe('2 организации с ошибкой не учтены');
  });
});

describe('a target that an issue calls wrong', () => {
  it('is not shown as one, and it is said that it is not', () => {
    const targets = [target({ value: -1 }), target({ value: 30 }), target({ value: 400 })];
    const analysis = analysisOf(bookOf({ organisations: ORGANISATIONS, targets }));
    expect(analysis.targets.map((each) => each.target.value)).toEqual([30]);
    expect(analysis.targetsLeftOut).toBe(2);
    const page = targetsTable(analysis.targets, analysis.targetsLeftOut).flat().join('\n');
    expect(page).toContain('Не показано с ошибкой: 2 показателя');
  });
});

describe('a closing day that an issue calls wrong', () => {
  it('does not take the organisation out of the figures', () => {
    const closed = organisationOf({ id: 'К-01', opened: day('2020-09-01'), closed: day('2019-09-01') });
    expect(analysisOf(bookOf({ organisations: [closed] })).records).toHaveLength(1);
  });
});

describe('a declared column that is summed up', () => {
  const COLUMNS: Fields[] = [
    { tab: 'Отчёт', header: 'Участников', type: 'целое число', summary: 'да' },
    { tab: 'Охват', header: 'Кружков', type: 'целое число', summary: 'да' },
  ];
  const linesOf = (report: readonly Fields[], coverage: readonly Fields[]) => {
    const book = bookOf({ organisations: ORGANISATIONS, columns: COLUMNS, report, coverage });
    return ownColumnsTable(book, analysisOf(book)).slice(2, 4);
  };
  const reportOf = (school: number, cell: Cell): Fields => ({
    organisation: `Школа К-0${school}`,
    stage: '1. Мероприятие 1',
    key: `К-0${school}/1`,
    counted: 'да',
    'own:участников': cell,
  });

  it('takes only the values that no issue calls wrong', () => {
    const lines = linesOf(
      [reportOf(1, 5), reportOf(2, 7.5), reportOf(3, 'много')],
      [
        row(1, { 'own:кружков': 2 }),
        row(2, { 'own:кружков': 1.5 }),
        row(3, { date: on('2021-10-01'), 'own:кружков': 9 }),
        row(3, { organisation: 'Никто', 'own:кружков': 9 }),
      ],
    );
    expect(lines).toEqual([
      ['Участников', 1, 5, '2 значения с ошибкой не учтены'],
      ['Кружков', 1, 2, '3 значения с ошибкой не учтены'],
    ]);
  });
});
