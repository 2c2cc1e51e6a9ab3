/** What follows from a column's type outside its check: formats, validation, comparing, the form's field. */
import { describe, expect, test } from '@jest/globals';
import { COLUMN_TYPE_NAMES, COLUMN_TYPES, type ColumnType } from '../../../src/domain/schema/columnTypes';
import { readDeclaredColumns } from '../../../src/domain/schema/declaredColumns';
import { columnOf } from '../../../src/domain/schema/schema';
import { readTable } from '../../../src/domain/schema/table';
import type { Cell } from '../../../src/domain/values/cell';
import { DECLARED_WORDS } from '../../../src/messages/words/bookWords';
import { COLUMN_TYPE_WORDS } from '../../../src/messages/words/columnTypes';
import { columnsSchema } from '../../../src/tabs/schemas/declaredColumns';
import { day, on } from '../../support/analysis';

/** The types for which something holds. */
const typesWith = (holds: (type: ColumnType) => boolean): ColumnType[] => COLUMN_TYPE_NAMES.filter(holds);

test('«Столбцы» offers every type but names of organisations and stages', () => {
  const offered = columnOf(columnsSchema, 'type').allowed ?? [];
  expect(typesWith((type) => !offered.includes(COLUMN_TYPE_WORDS[type]))).toEqual(['organisation', 'stage']);
});

test('a declared column has the values that were given, and yes or no its two words', () => {
  const { header: tab } = columnOf(columnsSchema, 'tab');
  const { header } = columnOf(columnsSchema, 'header');
  const { header: type } = columnOf(columnsSchema, 'type');
  const { header: allowed } = columnOf(columnsSchema, 'allowed');
  const rows = COLUMN_TYPE_NAMES.map((name) => [
    'Отчёт',
    name,
    COLUMN_TYPE_WORDS[name],
    'очно; дистанционно',
  ]);
  const table = readTable(columnsSchema, [[tab, header, type, allowed], ...rows]);
  const { report } = readDeclaredColumns(
    table,
    { report: [], coverage: [] },
    day('2020-10-05'),
    DECLARED_WORDS,
  );
  const given = report.flatMap((column) => (column.allowed ? [[column.type, column.allowed]] : []));
  expect(given).toEqual([
    ['choice', ['очно', 'дистанционно']],
    ['choices', ['очно', 'дистанционно']],
    ['yesNo', ['да', 'нет']],
  ]);
});

test('a summary adds up numbers, and no shares', () => {
  expect(typesWith((type) => COLUMN_TYPES[type].summed)).toEqual(['integer', 'number']);
});

test('a phone shows figures for numbers, and the signs of links and addresses', () => {
  const keyboards = COLUMN_TYPE_NAMES.map((type) => [type, COLUMN_TYPES[type].keyboard]);
  expect(keyboards.filter(([, keyboard]) => keyboard !== 'text')).toEqual([
    ['integer', 'decimal'],
    ['number', 'decimal'],
    ['share', 'decimal'],
    ['link', 'url'],
    ['email', 'email'],
  ]);
});

test.each<[ColumnType, number, number]>([
  ['integer', -1_000_000_000, 1_000_000_000],
  ['number', -1_000_000_000, 1_000_000_000],
  ['share', 0, 100],
])('Sheets warns of %s outside %s to %s, or outside the column’s own range', (type, min, max) => {
  expect(COLUMN_TYPES[type].validation({})).toEqual({ kind: 'number', min, max });
  const rules = [{ kind: 'numberRange', min: 3 }] as const;
  expect(COLUMN_TYPES[type].validation({ rules })).toEqual({ kind: 'number', min: 3, max });
});

test('numbers and days have formats of their own, text stays as it was typed', () => {
  const formats = COLUMN_TYPE_NAMES.map((type) => [type, COLUMN_TYPES[type].numberFormat({})]);
  expect(formats.filter(([, format]) => format !== '@')).toEqual([
    ['date', 'dd.mm.yyyy'],
    ['integer', '0'],
    ['number', '0.##'],
    ['share', '0.##'],
  ]);
  expect(COLUMN_TYPES.date.numberFormat({ withTime: true })).toBe('dd.mm.yyyy hh:mm');
  expect(COLUMN_TYPES.text.numberFormat({ formula: true })).toBe('General');
});

describe('two cells say the same', () => {
  test.each<[ColumnType, Cell, Cell, boolean]>([
    ['text', 'приказ  № 1 ', 'приказ № 1', true],
    ['text', 'Приказ № 1', 'приказ № 1', false],
    ['number', '2,5', 2.5, true],
    ['number', '', 0, false],
    ['integer', 5, '5', true],
    ['date', on('2020-10-05'), '05.10.2020', true],
    ['date', on('2020-10-05'), on('2020-10-06'), false],
    ['choice', 'Очно', ' очно', true],
    ['choices', 'очно; Дистанционно', 'дистанционно, очно', true],
    ['choices', 'очно', 'очно, дистанционно', false],
    ['yesNo', '', 'нет', true],
    ['yesNo', true, 'да', true],
    ['yesNo', '', 'да', false],
  ])('%s: %j and %j: %s', (type, a, b, same) => {
    expect(COLUMN_TYPES[type].same(a, b, { allowed: ['да', 'нет'] })).toBe(same);
  });
});
