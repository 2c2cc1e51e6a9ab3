import { describe, expect, test } from '@jest/globals';
import { cellProblem } from '../../../src/domain/schema/check';
import { ruleProblem } from '../../../src/domain/schema/checkRule';
import { COLUMN_TYPE_NAMES, type ColumnType } from '../../../src/domain/schema/columnTypes';
import type { Rule } from '../../../src/domain/schema/rule';
import type { Column } from '../../../src/domain/schema/schema';
import { type Cell, LAST_SERIAL, numberOf } from '../../../src/domain/values/cell';
import { reportSchema } from '../../../src/tabs/schemas/report';
import { day, on } from '../../support/analysis';

const column = (type: ColumnType, more: Partial<Column> = {}): Column => ({
  id: 'x',
  header: 'Столбец',
  type,
  writer: 'administrator',
  help: '',
  example: '',
  width: 100,
  ...more,
});
const REFERENCES = { organisations: new Set(['школа № 1']), stages: new Set(['1. назначить']) };
const ALLOWED = { allowed: ['очно', 'он-лайн'] };

/** Cell, and the code of its problem; null where all is well. */
const TYPES: readonly (readonly [
  ColumnType,
  Partial<Column>,
  readonly (readonly [Cell, string | null])[],
])[] = [
  [
    'text',
    {},
    [
      ['что угодно', null],
      [5, null],
      [true, null],
      ['#REF!', 'errorCell'],
      ['я'.repeat(2001), 'tooLong'],
      ['   ', null],
    ],
  ],
  [
    'choice',
    ALLOWED,
    [
      ['очно', null],
      ['ОЧНО ', null],
      ['он–лайн', null],
      ['заочно', 'notChoice'],
      [5, 'notChoice'],
    ],
  ],
  [
    'choice',
    { ...ALLOWED, exact: true },
    [
      ['очно', null],
      [' Очно', null],
      ['он–лайн', 'notChoice'],
      ['\u00a0очно', 'notChoice'],
    ],
  ],
  ['choice', {}, [['пока нет списка', null]]],
  [
    'choices',
    ALLOWED,
    [
      ['очно, он-лайн', null],
      ['очно;он-лайн', null],
      ['очно\nон-лайн', null],
      ['очно, заочно', 'notChoice'],
    ],
  ],
  [
    'date',
    {},
    [
      [on('2020-10-05'), null],
      [44109, null],
      [44109.75, null],
      ['05.10.2020', 'notDate'],
      ['скоро', 'notDate'],
      ['31.02.2020', 'noSuchDay'],
      ['31 апреля 2020', 'noSuchDay'],
      ['  ', 'notDate'],
      [true, 'notDate'],
      [5, 'dateOutOfRange'],
      [LAST_SERIAL + 1, 'dateOutOfRange'],
      [on('1999-12-31'), 'dateOutOfRange'],
    ],
  ],
  [
    'integer',
    {},
    [
      [0, null],
      [-3, null],
      [640, null],
      [2.5, 'notOfType'],
      ['640', 'numberAsText'],
      ['1 200', 'numberAsText'],
      ['1.200', 'notOfType'],
      ['много', 'notOfType'],
      [on('2020-10-05'), 'notOfType'],
      [true, 'notOfType'],
      [' ', 'notOfType'],
    ],
  ],
  [
    'number',
    {},
    [
      [2.5, null],
      ['2,5', 'numberAsText'],
      ['2,5 часа', 'notOfType'],
      [Number.POSITIVE_INFINITY, 'notOfType'],
    ],
  ],
  [
    'share',
    {},
    [
      [0, null],
      [100, null],
      [12.5, null],
      [100.1, 'notOfType'],
      [-1, 'notOfType'],
      ['половина', 'notOfType'],
      ['50', 'numberAsText'],
    ],
  ],
  [
    'link',
    {},
    [
      ['https://docs.google.com/document/d/1', null],
      [' https://школа.рф/а ', null],
      ['school.ru', 'notOfType'],
      ['https://без точки', 'notOfType'],
      ['javascript:alert(1)', 'notOfType'],
    ],
  ],
  [
    'email',
    {},
    [
      ['raion@example.org', null],
      ['a.b+c@mail.school.ru', null],
      ['raion@', 'notOfType'],
      ['a@b', 'notOfType'],
      ['a b@c.ru', 'notOfType'],
      ['почта@школа.рф', null],
      ['school-5@xn--80aaxitdbjk.ru', null],
      // The «а» and the «о» are Cyrillic.
      ['ivаn@school.ru', 'notOfType'],
      ['ivan@schооl.ru', 'notOfType'],
      ['x..y@z.ru', 'notOfType'],
      ['.x@z.ru', 'notOfType'],
      ['x.@z.ru', 'notOfType'],
      ['ivan@-a.ru', 'notOfType'],
      ['a@b.ru, c@d.ru', 'notOfType'],
      ['anna\u202e@school.ru', 'unseenSign'],
      ['anna@scho\u200dol.ru', 'unseenSign'],
      ['an\u00adna@school.ru', 'unseenSign'],
      ['anna@school.ru\u0007', 'unseenSign'],
      ['\u2066anna@school.ru', 'unseenSign'],
      ['anna\u3164@school.ru', 'unseenSign'],
    ],
  ],
  [
    'emails',
    {},
    [
      ['a@b.ru, c@d.ru', null],
      ['a@b.ru\nc@d.ru', null],
      ['a@b.ru; c', 'notOfType'],
      ['a@b.ru; c\u200e@d.ru', 'unseenSign'],
    ],
  ],
  [
    'yesNo',
    { allowed: ['да', 'нет'] },
    [
      ['да', null],
      ['Нет ', null],
      [true, null],
      ['1', 'notOfType'],
      [1, 'notOfType'],
    ],
  ],
  [
    'code',
    {},
    [
      ['К-01', null],
      [14, null],
      ['два слова', 'notOfType'],
      [on('2020-04-01'), 'notOfType'],
      ['к'.repeat(61), 'notOfType'],
    ],
  ],
  [
    'organisation',
    {},
    [
      ['Школа № 1', null],
      ['ШКОЛА  № 1', null],
      ['Школа № 2', 'notOfType'],
    ],
  ],
  [
    'stage',
    {},
    [
      ['1. Назначить', null],
      ['2. Назначить', 'notOfType'],
    ],
  ],
];

describe.each(TYPES)('a column of type %s %j', (type, more, cells) => {
  test.each(cells)('%j: %s', (cell, code) => {
    const problem = cellProblem(cell, column(type, more), REFERENCES);
    expect(problem?.code ?? null).toBe(code);
    if (problem?.code === 'notOfType') expect(problem.type).toBe(type);
  });
});
test('every type of column has its cases', () => {
  expect(new Set(TYPES.map(([type]) => type))).toEqual(new Set(COLUMN_TYPE_NAMES));
});

test('a date written as text is said with the day that was probably meant', () => {
  expect(cellProblem('5 октября 2020', column('date'), REFERENCES)).toEqual({
    code: 'notDate',
    suggestion: '2020-10-05',
  });
});

test('a required cell is missed when it is blank or holds only spaces', () => {
  const required = column('text', { required: true });
  expect([cellProblem('', required, REFERENCES), cellProblem(' \u00a0', required, REFERENCES)]).toEqual([
    { code: 'required' },
    { code: 'required' },
  ]);
});

test.each<[Cell, number | null]>([
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['-5', -5],
  ['2,5', 2.5],
  ['2.5', 2.5],
  ['1,234', null],
  ['1.234', null],
  ['1.2345', 1.2345],
  ['1e3', null],
  ['', null],
  ['5 %', null],
  ['12345678901234', null],
])('«%s» is read as %s', (cell, expected) => {
  expect(numberOf(cell)).toBe(expected);
});

type RuleCase = readonly [
  what: string,
  rule: Rule,
  cell: Cell,
  row: Readonly<Record<string, Cell>>,
  code: string | null,
];
const RULES: readonly RuleCase[] = [
  ['today', { kind: 'dateRange', to: 'today' }, on('2020-10-06'), {}, null],
  ['tomorrow', { kind: 'dateRange', to: 'today' }, on('2020-10-07'), {}, 'dateInFuture'],
  [
    'the first day of the programme',
    { kind: 'dateRange', from: 'programmeStart' },
    on('2020-09-01'),
    {},
    null,
  ],
  [
    'the day before it',
    { kind: 'dateRange', from: 'programmeStart' },
    on('2020-08-31'),
    {},
    'dateBeforeStart',
  ],
  ["a date that cannot be read is the type's affair", { kind: 'dateRange', to: 'today' }, 'завтра', {}, null],
  ['the smallest number', { kind: 'numberRange', min: 0, max: 10 }, 0, {}, null],
  ['the biggest number', { kind: 'numberRange', min: 0, max: 10 }, 10, {}, null],
  ['a smaller one', { kind: 'numberRange', min: 0, max: 10 }, -1, {}, 'numberTooSmall'],
  ['a bigger one, as text', { kind: 'numberRange', min: 0, max: 10 }, '11', {}, 'numberTooBig'],
  ['a pattern kept', { kind: 'pattern', pattern: '^[^/]+$', says: 'без /' }, 'К-01', {}, null],
  ['a pattern broken', { kind: 'pattern', pattern: '^[^/]+$', says: 'без /' }, 'К/01', {}, 'pattern'],
  [
    'only together with a filled cell',
    { kind: 'onlyWhen', column: 'a', when: { filled: true } },
    'да',
    { a: '' },
    'onlyWhen',
  ],
  [
    'spaces do not fill a cell',
    { kind: 'onlyWhen', column: 'a', when: { filled: true } },
    'да',
    { a: '  ' },
    'onlyWhen',
  ],
  ['it is filled', { kind: 'onlyWhen', column: 'a', when: { filled: true } }, 'да', { a: 5 }, null],
  [
    'nothing to ask while blank',
    { kind: 'onlyWhen', column: 'a', when: { filled: true } },
    '',
    { a: '' },
    null,
  ],
  [
    'asked for by a word',
    { kind: 'requiredWhen', column: 'a', when: { is: ['возвращено'] } },
    '',
    { a: 'Возвращено ' },
    'requiredWhen',
  ],
  [
    'spaces are no answer',
    { kind: 'requiredWhen', column: 'a', when: { is: ['возвращено'] } },
    '   ',
    { a: 'возвращено' },
    'requiredWhen',
  ],
  [
    'another word does not ask',
    { kind: 'requiredWhen', column: 'a', when: { is: ['возвращено'] } },
    '',
    { a: 'согласовано' },
    null,
  ],
  [
    'the same day is not before',
    { kind: 'notBefore', column: 'a' },
    on('2020-10-05'),
    { a: on('2020-10-05') },
    null,
  ],
  ['a day before', { kind: 'notBefore', column: 'a' }, on('2020-10-04'), { a: on('2020-10-05') }, 'before'],
  ['before nothing', { kind: 'notBefore', column: 'a' }, on('2020-10-04'), { a: '' }, null],
  ['as many', { kind: 'atMost', column: 'a' }, 5, { a: 5 }, null],
  ['more', { kind: 'atMost', column: 'a' }, 6, { a: 5 }, 'moreThan'],
  ['more than a blank is not known', { kind: 'atMost', column: 'a' }, 6, { a: '' }, null],
];

test.each(RULES)('rule: %s (%j) of %j', (_, rule, cell, row, code) => {
  const problem = ruleProblem(
    rule,
    cell,
    { cell: (id) => row[id] ?? '', documentNeeded: false, stage: null },
    { today: day('2020-10-06'), programmeStart: day('2020-09-01'), schema: reportSchema() },
  );
  expect(problem?.code ?? null).toBe(code);
});

describe('a document is asked for', () => {
  const asked = (cell: Cell, doneOn: Cell, documentNeeded = true) =>
    ruleProblem(
      { kind: 'documentForStage' },
      cell,
      { cell: (id) => (id === 'doneOn' ? doneOn : ''), documentNeeded, stage: '1' },
      { today: day('2020-10-06'), programmeStart: null, schema: reportSchema() },
    )?.code ?? null;
  test.each<[string, string | null, string | null]>([
    ['once the report is handed in', asked('', on('2020-10-05')), 'documentMissing'],
    ['and spaces are none', asked(' ', on('2020-10-05')), 'documentMissing'],
    ['not before', asked('', ''), null],
    ['not where the stage does not', asked('', on('2020-10-05'), false), null],
    ['not twice', asked('приказ № 5', on('2020-10-05')), null],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('a declared column is asked for on its stages', () => {
  const asked = (stages: string[], stage: string, doneOn: Cell = on('2020-10-05')) =>
    ruleProblem(
      { kind: 'requiredForStages', stages },
      '',
      { cell: () => doneOn, documentNeeded: false, stage },
      { today: day('2020-10-06'), programmeStart: null, schema: reportSchema() },
    ) !== null;
  test.each<[string, boolean, boolean]>([
    ['on every stage when none is named', asked([], '1.4'), true],
    ['on the named one', asked(['1.4'], '1.4'), true],
    ['also when written «1.4.»', asked(['1.4.'], '1.4'), true],
    ['not on another', asked(['1.4'], '1.40'), false],
    ['not before the report', asked([], '1.4', ''), false],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
