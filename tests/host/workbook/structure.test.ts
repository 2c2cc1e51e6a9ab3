import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
} from '../../../host/workbook/grid/structure';
import { sheetOf, workbench } from '../workbookSetup';

function filled() {
  const d = workbench();
  const app = d.as('admin@min.example');
  const sheet = sheetOf(app);
  sheet
    .getRange(1, 1, 8, 6)
    .setValues(Array.from({ length: 8 }, (_, r) => Array.from({ length: 6 }, (_, c) => `${r + 1}:${c + 1}`)));
  sheet.getRange('G1:G8').setFormula('=A1&$B$2');
  sheet.getRange('B3').setNote('заметка').setBackground('#ffd966');
  sheet.getRange('C4').setDataValidation(app.newDataValidation().requireValueInList(['а']).build());
  sheet.getRange('D5:E6').merge();
  sheet.getRange('C2:C7').protect();
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .whenFormulaSatisfied('=$A2="x"')
      .setBold(true)
      .setRanges([sheet.getRange('A2:F7')])
      .build(),
  ]);
  sheet.getRange('D:D').addDeveloperMetadata('ключ', 'срок');
  sheet.setColumnWidth(4, 222);
  const model = d.file.workbook.sheets[0];
  if (!model) throw new Error();
  const snapshot = () => ({
    values: sheet.getRange(1, 1, 8, 7).getValues(),
    formulas: sheet.getRange('G1:G8').getFormulas(),
    note: sheet.getRange('B3').getNote(),
    background: sheet.getRange('B3').getBackground(),
    rule: sheet.getRange('C4').getDataValidation()?.getCriteriaValues(),
    merges: model.merges,
    protection: model.protections.map((one) => one.box),
    conditional: sheet
      .getConditionalFormatRules()
      .map((rule) => [
        rule.getRanges().map((range) => range.getA1Notation()),
        rule.getBooleanCondition()?.getCriteriaValues(),
      ]),
    metadata: model.metadata.map((one) => one.place),
    width: sheet.getColumnWidth(4),
    size: [model.maxRows, model.maxColumns],
  });
  return { sheet, model, snapshot };
}

test('inserting and deleting the same lines restores everything', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (at, count, rows) => {
        const { model, snapshot } = filled();
        const before = snapshot();
        if (rows) {
          insertRows(model, at, count);
          deleteRows(model, at, count);
        } else {
          insertColumns(model, at, count);
          deleteColumns(model, at, count);
        }
        expect(snapshot()).toEqual(before);
      },
    ),
    { numRuns: 40 },
  );
});

test('moving columns there and back restores everything that is one column wide', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 7 }), (at, to) => {
      fc.pre(to < at || to > at + 1);
      const { model, snapshot } = filled();
      model.merges = [];
      model.conditionalRules = [];
      const before = snapshot();
      moveColumns(model, at, 1, to);
      const now = to > at ? to - 1 : to;
      moveColumns(model, now, 1, to > at ? at : at + 1);
      expect(snapshot()).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

test('references follow, and say #REF! when their cell is deleted', () => {
  const { sheet, model } = filled();
  insertRows(model, 2, 1);
  expect(sheet.getRange('G1').getFormula()).toBe('=A1&$B$3');
  expect(sheet.getRange('G9').getFormula()).toBe('=A9&$B$3');
  expect(sheet.getRange('B4').getNote()).toBe('заметка');
  expect(sheet.getConditionalFormatRules()[0]?.getBooleanCondition()?.getCriteriaValues()).toEqual([
    '=$A3="x"',
  ]);
  deleteColumns(model, 2, 1);
  expect(sheet.getRange('F1').getFormula()).toBe('=A1&#REF!');
  expect(sheet.getRange('F1').getValue()).toBe('#REF!');
});

test('a column moved by hand takes its metadata, width and protection along', () => {
  const { sheet, model } = filled();
  moveColumns(model, 4, 1, 1);
  expect(model.metadata[0]?.place).toEqual({ type: 'COLUMN', index: 1 });
  expect(sheet.getColumnWidth(1)).toBe(222);
  expect(sheet.getRange('A1').getValue()).toBe('1:4');
  expect(sheet.getRange('G1').getFormula()).toBe('=B1&$C$2');
  expect(model.protections[0]?.box?.col).toBe(4);
});

test('sorting moves values, formulas, looks and notes of the rows', () => {
  const { sheet } = filled();
  sheet.getRange(1, 1, 8, 7).sort({ column: 1, ascending: false });
  expect(sheet.getRange('B6').getNote()).toBe('заметка');
  expect(sheet.getRange('B6').getBackground()).toBe('#ffd966');
  expect(sheet.getRange('G6').getFormula()).toBe('=A6&$B$2');
  expect(sheet.getRange('A1').getValue()).toBe('8:1');
});
