import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CellError, errorOf, type Scalar } from '../../host/workbook/cells/value';
import { Workbook } from '../../host/workbook/grid/workbook';
import { addDays, type CivilDate, fromSerial, toSerial } from '../../src/domain/dates/civil';
import type { StatusContext } from '../../src/domain/report/status';
import { STATUS_NAMES } from '../../src/domain/report/statuses';
import { readTable } from '../../src/domain/schema/table';
import { type Cell, FIRST_SERIAL, formulaCell, LAST_SERIAL } from '../../src/domain/values/cell';
import {
  APPROVAL_NEED_WORDS,
  COUNTED_WORDS,
  DECISION_WORDS,
  STATUS_WORDS,
} from '../../src/messages/words/words';
import { expectedStatus } from '../../src/tabs/rules/rowStatus';
import { sameFormula, statusFormula } from '../../src/tabs/rules/statusFormula';
import { reportSchema } from '../../src/tabs/schemas/report';
import { day } from '../support/analysis';

/** What stands in a cell: a serial number under a date format reaches a script as a date. */
type Typed = Scalar | Formula;
/** A formula that a person typed, and what it gives at this moment. */
interface Formula {
  readonly formula: string;
  readonly gives: Scalar;
}
const isFormula = (value: Typed): value is Formula =>
  typeof value === 'object' && value !== null && 'formula' in value;
interface Row {
  readonly organisation: Typed;
  readonly deadline: Typed;
  readonly doneOn: Typed;
  readonly decision: Typed;
  readonly extendedTo: Typed;
  readonly counted: Typed;
  readonly approval: Typed;
  readonly decisionSeen: Typed;
}

const COLUMNS = [
  'organisation',
  'deadline',
  'status',
  'doneOn',
  'decision',
  'extendedTo',
  'counted',
  'approval',
  'decisionSeen',
];
const STATUS = COLUMNS.indexOf('status');
const offset = (id: string) => COLUMNS.indexOf(id) - STATUS;
const FORMULA = statusFormula({
  organisation: offset('organisation'),
  deadline: offset('deadline'),
  doneOn: offset('doneOn'),
  decision: offset('decision'),
  extendedTo: offset('extendedTo'),
  counted: offset('counted'),
  approval: offset('approval'),
  decisionSeen: offset('decisionSeen'),
  today: 'R1C20',
  soonDays: 'R2C20',
});

/** What the formula shows in every row, computed by the local host's own formula engine. */
function shownByHost(rows: readonly Row[], { today, soonDays }: StatusContext): string[] {
  const clock = { now: () => 0 };
  const workbook = new Workbook('book', 'Книга', clock, 'ru_RU', 'Europe/Moscow');
  const sheet = workbook.addSheet('Отчёт');
  sheet.setScalar(sheet.row(1), 20, toSerial(today));
  sheet.setScalar(sheet.row(2), 20, soonDays);
  rows.forEach((row, index) => {
    COLUMNS.forEach((id, column) => {
      if (id === 'status') return;
      const value = row[id as keyof Row];
      if (isFormula(value)) {
        const typed = workbook.engine.pattern(value.formula.slice(1), index + 1, column + 1, 'A1');
        sheet.setFormula(sheet.row(index + 1), column + 1, typed);
      } else sheet.setScalar(sheet.row(index + 1), column + 1, value);
    });
  });
  const pattern = workbook.engine.pattern(FORMULA.slice(1), 1, STATUS + 1, 'R1C1');
  rows.forEach((_, index) => {
    sheet.setFormula(sheet.row(index + 1), STATUS + 1, pattern);
  });
  workbook.engine.refresh(sheet, sheet.grid);
  return rows.map((_, index) => {
    const value = sheet.value(index + 1, STATUS + 1);
    return value instanceof CellError ? value.code : String(value);
  });
}

/** The same cells as `Range.getValues` and google/cells.ts would hand them to the domain. */
function cellOf(id: string, value: Typed): Cell {
  if (value === null) return '';
  // As src/domain/schema/formulas.ts has it where a value counts.
  if (isFormula(value)) return formulaCell(value.formula);
  if (value instanceof CellError) return value.code;
  const isDate = id === 'deadline' || id === 'doneOn' || id === 'extendedTo';
  // A date format shows a serial within the years of CivilDate as a day, with or without a time of day.
  return isDate && typeof value === 'number' && value >= 2 && value < LAST_SERIAL + 1
    ? { date: fromSerial(value) }
    : value;
}

function saidByDomain(rows: readonly Row[], context: StatusContext): string[] {
  const schema = reportSchema();
  const header = COLUMNS.map((id) => schema.columns.find((column) => column.id === id)?.header ?? '');
  const grid = [
    header,
    ...rows.map((row) => COLUMNS.map((id) => (id === 'status' ? '' : cellOf(id, row[id as keyof Row])))),
  ];
  const table = readTable(schema, grid);
  return rows.map((_, index) => expectedStatus(table, index, context));
}

const TODAY = day('2020-10-05');
const at = (iso: string) => toSerial(day(iso));
const row = (fields: Partial<Row>): Row => ({
  organisation: 'Школа № 1',
  deadline: at('2020-10-05'),
  doneOn: null,
  decision: null,
  extendedTo: null,
  counted: COUNTED_WORDS.yes,
  approval: APPROVAL_NEED_WORDS.no,
  decisionSeen: null,
  ...fields,
});

const { approved, returned } = DECISION_WORDS;
const { yes, included } = APPROVAL_NEED_WORDS;

/** Today is 5 October 2020, «скоро» is seven days, the deadline is today unless said otherwise. */
const BY_HAND: readonly (readonly [what: string, fields: Partial<Row>, shown: string])[] = [
  ['the due day itself is not late', {}, 'скоро срок: 0 дн.'],
  ['the day after it is', { deadline: at('2020-10-04') }, 'просрочено: 1 дн.'],
  ['a week before is soon', { deadline: at('2020-10-12') }, 'скоро срок: 7 дн.'],
  ['eight days before is not soon yet', { deadline: at('2020-10-13') }, 'впереди'],
  ['handed in on the due day', { doneOn: at('2020-10-05') }, 'сдано в срок'],
  ['handed in before', { doneOn: at('2020-09-01') }, 'сдано в срок'],
  [
    'handed in a day late',
    { deadline: at('2020-10-01'), doneOn: at('2020-10-02') },
    'сдано с опозданием: 1 дн.',
  ],
  ['a time of day on the due day is still in time', { doneOn: at('2020-10-05') + 0.999 }, 'сдано в срок'],
  [
    'late over a leap day',
    { deadline: at('2020-02-28'), doneOn: at('2020-03-01') },
    'сдано с опозданием: 2 дн.',
  ],
  [
    'a date of tomorrow is an error, and says so',
    { doneOn: at('2020-10-06') },
    'ошибка в данных: дата в будущем',
  ],
  ['a number that is no day is an error', { doneOn: 5 }, 'ошибка в данных'],
  ['the year 2200 is an error', { doneOn: LAST_SERIAL + 1 }, 'ошибка в данных'],
  ['1 January 2000 is a day', { doneOn: FIRST_SERIAL }, 'сдано в срок'],
  ['text is an error, even when it reads like a date', { doneOn: '05.10.2020' }, 'ошибка в данных'],
  ['a cell of spaces is an error', { doneOn: '  ' }, 'ошибка в данных'],
  ['a tick box is an error', { doneOn: true }, 'ошибка в данных'],
  ['#REF! is an error in the data', { doneOn: errorOf('#REF!') }, 'ошибка в данных'],
  [
    'a formula that gives a day is an error, whatever it gives today',
    { doneOn: { formula: '=TODAY()', gives: at('2020-10-05') } },
    'ошибка в данных: формула вместо даты',
  ],
  [
    'a formula that gives nothing as well',
    { doneOn: { formula: '=""', gives: '' } },
    'ошибка в данных: формула вместо даты',
  ],
  [
    'a formula in the extension too',
    { extendedTo: { formula: '=TODAY()+1', gives: at('2020-10-06') } },
    'ошибка в данных: формула вместо даты',
  ],
  [
    'a decision by a formula is none',
    {
      doneOn: at('2020-10-01'),
      approval: yes,
      decision: { formula: '="согласовано"', gives: 'согласовано' },
    },
    'сдано в срок · ждёт согласования',
  ],
  ['a broken extension is an error', { extendedTo: 'до ноября' }, 'ошибка в данных'],
  [
    'an extension moves the deadline',
    { deadline: at('2020-10-01'), extendedTo: at('2020-10-09') },
    'скоро срок: 4 дн.',
  ],
  [
    'late counts from the extended day',
    { deadline: at('2020-09-01'), extendedTo: at('2020-10-01'), doneOn: at('2020-10-03') },
    'сдано с опозданием: 2 дн.',
  ],
  [
    'an extension dates an undated stage',
    { deadline: null, extendedTo: at('2020-10-01') },
    'просрочено: 4 дн.',
  ],
  ['no deadline', { deadline: null }, 'без срока'],
  ['handed in without a deadline is in time', { deadline: null, doneOn: at('2020-10-01') }, 'сдано в срок'],
  [
    'returned counts as not done',
    { deadline: at('2020-10-01'), doneOn: at('2020-10-01'), decision: returned },
    'просрочено: 4 дн. · возвращено',
  ],
  [
    'returned with spaces and capitals',
    { doneOn: at('2020-10-01'), decision: ' ВОЗВРАЩЕНО ' },
    'скоро срок: 0 дн. · возвращено',
  ],
  ['waits for approval', { doneOn: at('2020-10-01'), approval: yes }, 'сдано в срок · ждёт согласования'],
  ['approved', { doneOn: at('2020-10-01'), approval: yes, decision: approved }, 'сдано в срок · согласовано'],
  [
    'an approval nobody asked for is not shown',
    { doneOn: at('2020-10-01'), decision: approved },
    'сдано в срок',
  ],
  [
    'not approved by the deadline is missed where it must be',
    { deadline: at('2020-10-01'), doneOn: at('2020-09-25'), approval: included },
    'не согласовано в срок: 4 дн. · ждёт согласования',
  ],
  [
    'what was returned and handed in again is the district’s turn',
    {
      ...{ deadline: at('2020-10-01'), doneOn: at('2020-10-01'), decision: returned },
      decisionSeen: '02.10.2020 возвращено #k3x; 03.10.2020 сдано снова #9ab',
    },
    'не согласовано в срок: 4 дн. · возвращено, сдано снова',
  ],
  [
    'returned is returned where nothing was handed in again',
    {
      deadline: at('2020-10-01'),
      doneOn: at('2020-10-01'),
      decision: returned,
      decisionSeen: '02.10.2020 возвращено #k3x',
    },
    'просрочено: 4 дн. · возвращено',
  ],
  [
    'approved where it must be',
    { deadline: at('2020-10-01'), doneOn: at('2020-09-25'), approval: included, decision: approved },
    'сдано в срок · согласовано',
  ],
  [
    'a decision in other words is none',
    { doneOn: at('2020-10-01'), approval: yes, decision: 'ок' },
    'сдано в срок · ждёт согласования',
  ],
  [
    'an error in the decision is none',
    { doneOn: at('2020-10-01'), approval: yes, decision: errorOf('#N/A') },
    'сдано в срок · ждёт согласования',
  ],
  [
    'a closed school is not asked',
    { counted: COUNTED_WORDS.closed, deadline: at('2020-01-01') },
    'не требуется',
  ],
  [
    'a row of nobody in particular is an error',
    { counted: COUNTED_WORDS.unclear, doneOn: at('2020-10-01') },
    'ошибка в данных',
  ],
  ['a row without organisation shows nothing', { organisation: null }, ''],
];

describe('the status that stands in a row', () => {
  const rows = BY_HAND.map(([, fields]) => row(fields));
  const context = { today: TODAY, soonDays: 7 };
  const host = shownByHost(rows, context);
  const domain = saidByDomain(rows, context);
  test.each(BY_HAND.map(([what, , shown], index) => [what, shown, index] as const))(
    '%s: «%s»',
    (_, shown, index) => {
      expect([host[index], domain[index]]).toEqual([shown, shown]);
    },
  );
  test.each(STATUS_NAMES)('%s is among these cases', (name) => {
    const { full } = STATUS_WORDS[name];
    expect(BY_HAND.filter(([, , shown]) => shown.startsWith(full))).not.toEqual([]);
  });
});

const instant = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(0, 0, 0, 0.25, 0.5, 0.999988))
  .map(([days, time]) => ({ days, time }));
const error = fc
  .constantFrom('#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!')
  .map((text) => errorOf(text));
const rubbish: fc.Arbitrary<Typed> = fc.oneof(
  fc.constantFrom<Typed[]>(
    '',
    ' ',
    '\u00a0',
    'нет',
    '05.10.2020',
    '5 октября',
    '44109',
    '=1',
    "'",
    'TRUE',
    '🙂',
    true,
    false,
    0,
    -1,
    1,
    5,
    0.5,
  ),
  fc.constantFrom<Typed[]>(
    FIRST_SERIAL - 1,
    FIRST_SERIAL - 0.5,
    FIRST_SERIAL,
    LAST_SERIAL,
    LAST_SERIAL + 0.5,
    LAST_SERIAL + 1,
    1e9,
    4.4e6,
  ),
  fc.integer({ min: -5, max: 100_000 }),
  error,
);
/** What they give is only for the reader: each engine computes them. */
const FORMULAS: readonly Formula[] = [
  { formula: '=44109', gives: 44109 },
  { formula: '=""', gives: '' },
  { formula: '="согласовано"', gives: 'согласовано' },
  { formula: '=1/0', gives: errorOf('#DIV/0!') },
];
const someDay = (today: CivilDate): fc.Arbitrary<Typed> =>
  fc.oneof(
    { weight: 12, arbitrary: instant.map(({ days, time }) => toSerial(addDays(today, days)) + time) },
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: rubbish },
  );
/** In a column that people write. */
const typedDay = (today: CivilDate): fc.Arbitrary<Typed> =>
  fc.oneof(
    { weight: 9, arbitrary: someDay(today) },
    { weight: 1, arbitrary: fc.constantFrom<Typed[]>(...FORMULAS) },
  );
const spelt = (word: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    word,
    word.toUpperCase(),
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
    ` ${word}`,
    `${word}  `,
    `\u00a0${word}`,
    `${word}\n`,
    `\t${word}`,
    `${word}\u200b`,
    `${word}.`,
    word.replace('е', 'ё'),
  );
const generatedRow = (today: CivilDate): fc.Arbitrary<Row> =>
  fc.record({
    organisation: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom<Typed[]>('Школа № 1', 'я', 13, true) },
      { weight: 1, arbitrary: fc.constantFrom<Typed[]>(null, '', ' ', '\u00a0') },
    ),
    deadline: someDay(today),
    doneOn: typedDay(today),
    extendedTo: fc.oneof(fc.constant(null), typedDay(today)),
    decision: fc.oneof(
      fc.constant(null),
      spelt(approved),
      spelt(returned),
      fc.constantFrom<Typed[]>('', ' ', 'да', 'согласовано?', 0, 1, true, false, ...FORMULAS),
      error,
    ),
    counted: fc.oneof(
      { weight: 12, arbitrary: fc.constant<Typed>(COUNTED_WORDS.yes) },
      { weight: 3, arbitrary: fc.constantFrom<Typed[]>(...Object.values(COUNTED_WORDS)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Typed[]>(
          null,
          '',
          ' да',
          'да ',
          'ДА',
          'НЕЯСНО, чья строка',
          ' неясно, чья строка',
          true,
          1,
        ),
      },
    ),
    approval: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom<Typed[]>(...Object.values(APPROVAL_NEED_WORDS)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Typed[]>(null, 'НЕТ', ' нет', 'нет ', 'Входит в срок', true, 0),
      },
    ),
    decisionSeen: fc.constantFrom<Typed[]>(
      null,
      '01.10.2020 возвращено #a1',
      '01.10.2020 возвращено #a1; 02.10.2020 сдано снова #b2',
      'СДАНО СНОВА',
    ),
  });

const someToday = fc.constantFrom(
  TODAY,
  day('2020-02-29'),
  day('2020-03-01'),
  day('2021-02-28'),
  day('2020-12-31'),
  day('2021-01-01'),
  day('2024-02-29'),
  day('2100-02-28'),
);
const batch = (size: number) =>
  fc.tuple(someToday, fc.constantFrom(0, 1, 7, 60)).chain(([today, soonDays]) =>
    fc.record({
      today: fc.constant(today),
      soonDays: fc.constant(soonDays),
      rows: fc.array(generatedRow(today), { minLength: size, maxLength: size, size: 'max' }),
    }),
  );

const disagreements = (rows: readonly Row[], one: readonly string[], other: readonly string[]) =>
  rows.flatMap((each, index) => (one[index] === other[index] ? [] : [[each, one[index], other[index]]]));

test('what a person sees in the row is what the summary counts: 3,000 generated rows', () => {
  fc.assert(
    fc.property(batch(150), ({ rows, ...context }) => {
      expect(
        disagreements(rows, shownByHost(rows, context), saidByDomain(rows, context)).slice(0, 3),
      ).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/**
 * The same formula in IronCalc, another implementation of the language of spreadsheets. No case is left out:
 * its TRIM, its comparison and its errors are those of Sheets for all that is generated here.
 */
function shownByIronCalc(rows: readonly Row[], { today, soonDays }: StatusContext): string[] {
  const model = new Model('book', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    const put = (line: number, column: number, value: Typed) => {
      if (value === null) return;
      if (isFormula(value)) {
        model.setUserInput(0, line, column, value.formula);
        return;
      }
      const text =
        typeof value === 'string'
          ? `'${value}`
          : value instanceof CellError
            ? `=${value.code}`
            : String(value);
      model.setUserInput(0, line, column, typeof value === 'boolean' ? text.toUpperCase() : text);
    };
    put(1, 20, toSerial(today));
    put(2, 20, soonDays);
    rows.forEach((each, index) => {
      const line = index + 1;
      COLUMNS.forEach((id, column) => {
        if (id !== 'status') put(line, column + 1, each[id as keyof Row]);
      });
      const a1 = FORMULA.replace(/;/g, ',')
        .replace(/R(\d+)C20/g, '$T$$$1')
        .replace(/RC\[(-?\d+)\]/g, (_, by) => `${String.fromCharCode(65 + STATUS + Number(by))}${line}`);
      model.setUserInput(0, line, STATUS + 1, a1);
    });
    model.resumeEvaluation();
    model.evaluate();
    return rows.map((_, index) => model.getFormattedCellValue(0, index + 1, STATUS + 1));
  } finally {
    model.free();
  }
}

describe('a second opinion', () => {
  beforeAll(() => {
    const path = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
    initSync({ module: readFileSync(path) });
  });

  /** There an error can only be written as the formula that gives it. */
  const errorsTyped = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([id, value]) => [
        id,
        value instanceof CellError && id !== 'deadline' ? { formula: `=${value.code}`, gives: value } : value,
      ]),
    ) as unknown as Row;
  test('IronCalc shows the same in 2,000 generated rows', () => {
    fc.assert(
      fc.property(batch(200), ({ rows, ...context }) => {
        const typed = rows.map(errorsTyped);
        expect(
          disagreements(rows, shownByIronCalc(typed, context), saidByDomain(typed, context)).slice(0, 3),
        ).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

describe('whether a formula was changed', () => {
  const changed = (formula: string) => sameFormula(formula) !== sameFormula(FORMULA);
  test.each([
    ['Sheets gave it back with commas', FORMULA.replace(/;/g, ','), false],
    ['and in small letters', FORMULA.toLowerCase(), false],
    ['and spaces after separators', FORMULA.replace(/;/g, '; '), false],
    ['somebody typed a text over it', 'сдано в срок', true],
    ['somebody cleared it', '', true],
    ['somebody made the seven days fourteen', FORMULA.replace('R2C20', 'R2C20+7'), true],
    ['somebody made it look at the next row', FORMULA.replace('RC[1]', 'R[1]C[1]'), true],
  ])('%s', (_, formula, expected) => {
    expect(changed(formula)).toBe(expected);
  });
  test('a renamed service tab is not a change', () => {
    const named = (name: string) => sameFormula(`=IF(RC[1]>${name}!R2C2;"x";"y")`);
    expect(new Set(["'Служебное'", 'Служебное', "'Служебное 2'"].map(named)).size).toBe(1);
  });
});
