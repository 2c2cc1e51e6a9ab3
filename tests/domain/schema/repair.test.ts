import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIso } from '../../../src/domain/dates/civil';
import { cellProblem } from '../../../src/domain/schema/check';
import { COLUMN_TYPE_NAMES } from '../../../src/domain/schema/columnTypes';
import { repaired } from '../../../src/domain/schema/repair';
import type { Column } from '../../../src/domain/schema/schema';
import type { Cell } from '../../../src/domain/values/cell';

const NOBODY = { organisations: new Set<string>(), stages: new Set<string>() };
const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({
  ...{ id: 'x', header: 'Столбец', type, writer: 'curator', help: '', example: '', width: 100 },
  ...more,
});
const date = (iso: string): Cell => ({ date: parseIso(iso) ?? (iso as never) });
const FORMS = ['ученик–ученик', 'учитель–учитель', 'работодатель–ученик'];

describe('what a wrong cell certainly means', () => {
  test.each<[string, Column, Cell, Cell | null]>([
    ['a date as text', column('date'), '05.10.20', date('2020-10-05')],
    ['a date in words, with spaces', column('date'), ' 5 октября 2020 г. ', date('2020-10-05')],
    ['a day without a year is anybody’s guess', column('date'), '05.10', null],
    ['two dates', column('date'), '05.10.2020-07.10.2020', null],
    ['a date long ago', column('date'), '05.10.1920', null],
    ['a number as text', column('integer'), ' 1 200 ', 1200],
    ['a comma', column('number'), '1,5', 1.5],
    ['a thousand or one and two tenths', column('number'), '1.200', null],
    ['half a pupil', column('integer'), '1,5', null],
    ['more than everybody', column('share'), '120', null],
    [
      'a word with a full stop',
      column('choice', { allowed: ['согласовано', 'возвращено'] }),
      ' Согласовано. ',
      'согласовано',
    ],
    ['a word cut short', column('choice', { allowed: ['согласовано', 'возвращено'] }), 'соглас', null],
    [
      'other dashes and spaces',
      column('choice', { allowed: FORMS, exact: true }),
      'Ученик - ученик',
      FORMS[0] as string,
    ],
    ['two values that are alike', column('choice', { allowed: ['а-б', 'а б'], exact: true }), 'А Б.', null],
    ['yes', column('yesNo', { allowed: ['да', 'нет'] }), 'Да!', 'да'],
    ['perhaps', column('yesNo', { allowed: ['да', 'нет'] }), 'возможно', null],
    [
      'several of a list',
      column('choices', { allowed: FORMS }),
      'ученик ученик; учитель - учитель.',
      `${FORMS[0]}, ${FORMS[1]}`,
    ],
    ['one of several that is unknown', column('choices', { allowed: FORMS }), 'ученик ученик; сосед', null],
    ['a name of a person', column('text'), 'Иванов Иван Иванович', null],
    ['a formula gone wrong', column('date'), '#REF!', null],
    ['a blank that is asked for', column('date', { required: true }), '', null],
  ])('%s', (_what, of, cell, result) => {
    expect(repaired(cell, of, NOBODY)).toEqual(result);
  });
});

const cells = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '05.10.20',
    '5 октября 2020',
    ' 12 ',
    '1,5',
    '1 000',
    'Да',
    'нет.',
    'ученик ученик',
    'Учитель—учитель',
    '99%',
    '31.02.2020',
  ),
  fc.integer().map((day) => `${Math.abs(day) % 40}.${Math.abs(day) % 14}.20${Math.abs(day) % 100}`),
  fc.integer({ min: -10, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom(date('2020-10-05'), date('1950-01-01')),
);
const columns = fc
  .record({
    type: fc.constantFrom(...COLUMN_TYPE_NAMES),
    allowed: fc.constantFrom(FORMS, ['да', 'нет'], ['12', '1,5', '1.5'], []),
    exact: fc.boolean(),
    required: fc.boolean(),
  })
  .map(({ type, ...more }) => column(type, more));

test('a repaired cell has no problem any more, and repairing it again changes nothing', () => {
  fc.assert(
    fc.property(cells, columns, (cell, of) => {
      const result = repaired(cell, of, NOBODY);
      if (result === null) return;
      expect(cellProblem(result, of, NOBODY)).toBeNull();
      expect(repaired(result, of, NOBODY)).toBeNull();
    }),
    { numRuns: 3000 },
  );
});

test('what is right is left alone', () => {
  fc.assert(
    fc.property(cells, columns, (cell, of) => {
      if (cellProblem(cell, of, NOBODY) === null) expect(repaired(cell, of, NOBODY)).toBeNull();
    }),
    { numRuns: 3000 },
  );
});
