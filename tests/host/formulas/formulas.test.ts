import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateWithEngine } from '../../../host/formulas/ironcalc';
import { CellError } from '../../../host/workbook/cells/value';
import { bookOf, sheetOf, workbench } from '../workbookSetup';

function calc(formula: string, cells: unknown[] = []) {
  const app = workbench().as('admin@min.example');
  const sheet = sheetOf(app);
  if (cells.length > 0) sheet.getRange(1, 2, cells.length, 1).setValues(cells.map((cell) => [cell]));
  return sheet.getRange('A1').setFormula(formula).getValue();
}

test('values compare as Sheets compares them', () => {
  for (const formula of [
    '="Абв"="аБВ"',
    '=B1=""',
    '=B1=0',
    '=B1=FALSE',
    '=1<"a"',
    '="я"<TRUE',
    '="9">10',
    '=TRUE>1',
    '="а"<"б"',
    '="е"<"ж"',
  ]) {
    expect([formula, calc(formula)]).toEqual([formula, true]);
  }
  expect(calc('="б">"Б"')).toBe(false);
  expect(calc('=EXACT("б";"Б")')).toBe(false);
  expect(calc('=1="1"')).toBe(false);
});

test('places: where a heading stands, also after columns moved, and how far the grid goes', () => {
  expect(calc('=MATCH("б*";B1:B4;0)', ['а', 'в', 'Бв', 'бг'])).toBe(3);
  expect(calc('=MATCH("г";B1:B2;0)', ['а', 'б'])).toBe('#N/A');
  expect(calc('=MATCH(25;B1:B4)', [10, 20, 30, 40])).toBe(2);
  expect(calc('=MATCH(25;B1:B4;-1)', [40, 30, 20, 10])).toBe(2);
  expect(calc('=COLUMN($C$1)&"|"&ROWS(B2:C5)&"|"&COLUMNS(B2:D5)')).toBe('3|4|3');

  const app = workbench().as('admin@min.example');
  const sheet = sheetOf(app);
  sheet.getRange('A5').setFormula('=IFERROR(COLUMN(C$1);0)&"|"&ROWS($B:$B)&"|"&COLUMNS($1:$1)');
  const read = () => String(sheet.getRange('A5').getValue());
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  expect(read()).toBe(`3|${rows}|${columns}`);
  sheet.insertRowsAfter(rows, 7);
  sheet.insertColumnAfter(2);
  expect(read()).toBe(`4|${rows + 7}|${columns + 1}`);
  sheet.deleteColumn(4);
  expect(read()).toBe(`0|${rows + 7}|${columns}`);
});

test('both separators are read, strings keep theirs', () => {
  expect(calc('=IF(TRUE;"а;б,в";2)')).toBe('а;б,в');
  expect(calc('=IF(FALSE,1,"x")')).toBe('x');
  expect(calc('=SUM(B1:B3;5)', [1, 2, 3])).toBe(11);
});

test('errors are the text that a script sees', () => {
  expect(calc('=1/0')).toBe('#DIV/0!');
  expect(calc('=НЕТ(1)')).toBe('#NAME?');
  expect(calc('=1+')).toBe('#ERROR!');
  expect(calc('="a"+1')).toBe('#VALUE!');
  expect(calc('=Нет!A1')).toBe('#REF!');
  expect(calc('=A1+1')).toBe('#REF!');
  expect(calc('=IFERROR(1/0;"нет")')).toBe('нет');
});

test('functions of the summary and of the status', () => {
  expect(calc('=COUNTIF(B1:B4;">1")', [1, 2, 3, 'x'])).toBe(2);
  expect(calc('=COUNTIF(B1:B4;"сдано*")', ['сдано в срок', 'Сдано', '', 'не сдано'])).toBe(2);
  expect(calc('=COUNTA(B1:B4)', [1, 'x', '', false])).toBe(3);
  expect(calc('=TEXT(44109;"dd.mm.yyyy")')).toBe('05.10.2020');
  expect(calc('=HYPERLINK("#gid=0";"Открыть")')).toBe('Открыть');
  expect(calc('=REPT("▇";3)&TRIM("  а  б ")')).toBe('▇▇▇а б');
  expect(calc('=ROUND(2.345;2)')).toBe(2.35);
  expect(calc('=SUMPRODUCT(B1:B3)', [1, 2, 3])).toBe(6);
});

test('TODAY follows the clock in the zone of the book, and is a date', () => {
  const d = workbench();
  const sheet = sheetOf(d.as('admin@min.example'));
  const cell = sheet.getRange('A1').setFormula('=TODAY()');
  sheet.getRange('A2').setFormula('=A1+1');
  expect(cell.getDisplayValue()).toBe('22.11.2026');
  d.clock.time = Date.UTC(2026, 10, 22, 19, 30);
  expect(sheet.getRange('A2').getDisplayValue()).toBe('24.11.2026');
  expect((cell.getValue() as Date).getTime()).toBe(Date.UTC(2026, 10, 22, 19));
});

test('an edit reaches what reads it, over other formulas and sheets', () => {
  const app = workbench().as('admin@min.example');
  const sheet = sheetOf(app);
  bookOf(app).insertSheet('Служебное').getRange('B1').setValue(10);
  sheet.getRange('A1:A200').setFormula('=B1*Служебное!$B$1');
  sheet.getRange('C1').setFormula('=SUM(A1:A200)');
  sheet.getRange('D1').setFormula('=C1+1');
  expect(sheet.getRange('D1').getValue()).toBe(1);
  sheet.getRange('B7').setValue(2);
  expect(sheet.getRange('D1').getValue()).toBe(21);
  sheetOf(app, 'Служебное').getRange('B1').setValue(100);
  expect(sheet.getRange('D1').getValue()).toBe(201);
  sheet.insertRowsBefore(3, 2);
  sheet.getRange('B3').setValue(1);
  expect(sheet.getRange('C1').getFormula()).toBe('=SUM(A1:A202)');
  expect(sheet.getRange('A9').getFormula()).toBe('=B9*Служебное!$B$1');
  expect(sheet.getRange('D1').getValue()).toBe(201);
});

const operand = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.constantFrom('"a"', '"B"', '""', 'TRUE', 'FALSE', 'B1', 'B2', 'B3', 'B4', 'B5'),
);
const formula = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    operand,
    fc
      .tuple(tie('node'), fc.constantFrom('+', '-', '*', '&', '=', '<>', '<', '>', '<=', '>='), tie('node'))
      .map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]) => `IF(${a},${b},${c})`),
    fc.tuple(fc.constantFrom('AND', 'OR'), operand, operand).map(([f, a, b]) => `${f}(${a}=1,${b}<"b")`),
    fc
      .tuple(fc.constantFrom('ISNUMBER', 'ISERROR', 'NOT', 'INT', 'LEN', 'TRIM'), tie('node'))
      .map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('node'), fc.constantFrom('0', '4', 'B3')).map(([a, b]) => `(${a}/${b})`),
    fc.constantFrom(
      'SUM(B1:B5)',
      'COUNTA(B1:B5)',
      'COUNT(B1:B5)',
      'MAX(B1:B3)',
      'MIN(B1:B3)',
      'COUNTIF(B1:B5,">2")',
    ),
  ),
})).node;

// AND and OR get no text and no errors here: the host refuses them, the engine ignores or skips them.
test("the host's own functions agree with the engine", () => {
  const { file } = workbench({ locale: 'en_US' });
  const sheet = file.workbook.sheets[0];
  if (!sheet) throw new Error();
  [5, 2.5, null, 'a', true].forEach((value, index) => {
    sheet.setScalar(sheet.row(index + 1), 2, value);
  });
  const { engine } = file.workbook;
  const show = (value: unknown) =>
    value instanceof CellError
      ? 'error'
      : typeof value === 'number'
        ? // IronCalc keeps IEEE's negative zero; a sheet shows it as 0.
          Number(value.toPrecision(12)) + 0
        : (value ?? 0);
  fc.assert(
    fc.property(formula, (text) => {
      // A negative zero, which only the engine knows, would be read as the text "-0".
      fc.pre(!(/[*/]/.test(text) && /TRIM|LEN|&/.test(text)));
      const pattern = engine.pattern(text, 1, 1);
      const own = show(engine.evaluateAt(sheet, pattern, 1, 1));
      const theirs = show(evaluateWithEngine(pattern, engine, sheet.id, 1, 1));
      expect([text, own]).toEqual([text, theirs]);
    }),
    { numRuns: 500 },
  );
});
