import { expect, test } from '@jest/globals';
import { bookOf, FULL, OWNER, sheetOf, workbench } from '../workbookSetup';

const CURATOR = 'curator@school.example';

test('values go in and come out as Apps Script gives them', () => {
  const sheet = sheetOf(workbench().as(OWNER));
  const day = new Date(Date.UTC(2026, 9, 4, 19));
  sheet.getRange('A1:F1').setValues([[day, '05.10.2026', '=1+1', true, '', 1.5]]);
  expect(sheet.getRange('A1:F1').getValues()).toEqual([[day, day, 2, true, '', 1.5]]);
  expect(sheet.getRange('A1:F1').getDisplayValues()).toEqual([
    ['05.10.2026', '05.10.2026', '2', 'ИСТИНА', '', '1,5'],
  ]);
  expect(sheet.getRange('A2').setNumberFormat('@').setValue('007').getValue()).toBe('007');
  expect(sheet.getRange('A3').setValue("'=1").getValue()).toBe('=1');
  expect(sheet.getLastRow()).toBe(3);
  expect(sheet.getDataRange().getA1Notation()).toBe('A1:F3');
});

test('wrong sizes and places throw with the texts of Google', () => {
  const sheet = sheetOf(workbench().as(OWNER));
  expect(() => sheet.getRange(1, 1, 3, 1).setValues([[1], [2]])).toThrow(
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
  );
  expect(() => sheet.getRange(1, 1, 1, 1).setValues([[1, 2]])).toThrow('The data has 2 but the range has 1.');
  expect(() => sheet.getRange(1001, 1)).toThrow(
    'The coordinates of the range are outside the dimensions of the sheet.',
  );
  expect(() => sheet.getRange('A1').setValue('я'.repeat(50_001))).toThrow('maximum of 50000 characters');
  expect(() => sheet.insertRowsAfter(1, 10_000_000)).toThrow('10000000 cells');
  expect(() => sheet.setName('')).toThrow();
});

test('appendRow goes below the content and grows the grid', () => {
  const app = workbench().as(OWNER);
  const sheet = sheetOf(app);
  sheet.deleteRows(3, 998);
  sheet.appendRow(['а']).appendRow(['б']).appendRow(['в', '=A1']);
  expect(sheet.getMaxRows()).toBe(3);
  expect(sheet.getRange('A1:B3').getValues()).toEqual([
    ['а', ''],
    ['б', ''],
    ['в', 'а'],
  ]);
});

test('validation rejects what a script writes unless it only warns', () => {
  const app = workbench().as(OWNER);
  const sheet = sheetOf(app);
  const strict = app
    .newDataValidation()
    .requireValueInList(['да', 'нет'], true)
    .setAllowInvalid(false)
    .build();
  sheet.getRange('A1:A3').setDataValidation(strict);
  expect(() => sheet.getRange('A2').setValue('может')).toThrow(
    'The data you entered in cell A2 violates the data validation rules set on this cell.',
  );
  sheet.getRange('A2').setValue('да').setValue('');
  sheet
    .getRange('B1')
    .setDataValidation(app.newDataValidation().requireDate().setAllowInvalid(true).build())
    .setValue('завтра');
  expect(String(sheet.getRange('A1').getDataValidation()?.getCriteriaType())).toBe('VALUE_IN_LIST');
  expect(sheet.getRange('A1').getDataValidation()?.getCriteriaValues()).toEqual([['да', 'нет'], true]);
  const day = new Date(Date.UTC(2026, 0, 1));
  sheet.getRange('C1').setDataValidation(app.newDataValidation().requireDateOnOrAfter(day).build());
  expect(sheet.getRange('C1').getDataValidation()?.getCriteriaValues()).toEqual([day]);
});

test('protections decide by user, the strictest wins', () => {
  const d = workbench();
  const app = d.as(OWNER);
  bookOf(app).addEditor(CURATOR);
  const sheet = sheetOf(app);
  const range = sheet.getRange('B:B').protect().setDescription('сводка');
  const curators = sheetOf(d.as(CURATOR));
  expect(range.getEditors().map(String)).toEqual([OWNER, CURATOR]);
  curators.getRange('B1').setValue(1);
  range.removeEditors(range.getEditors());
  expect(() => curators.getRange('A1:B1').setValue(2)).toThrow(
    'You are trying to edit a protected cell or object.',
  );
  expect(() => curators.insertRowsBefore(1, 1)).toThrow('protected');
  expect([curators.getRange('A1').canEdit(), curators.getRange('B1').canEdit()]).toEqual([true, false]);
  const whole = sheet.protect();
  expect(sheet.protect().model).toBe(whole.model);
  whole.removeEditor(CURATOR).setUnprotectedRanges([sheet.getRange('A:B')]);
  expect([
    curators.getRange('A1').canEdit(),
    curators.getRange('B1').canEdit(),
    curators.getRange('C1').canEdit(),
  ]).toEqual([true, false, false]);
  sheet.getRange('A1').protect();
  sheet.getRange('A1').protect();
  expect(sheet.getProtections(app.ProtectionType.RANGE)).toHaveLength(3);
  expect(() => d.as('stranger@x.example').openById(d.file.workbook.id)).toThrow('permission');
});

test('a spreadsheet other than the own needs the full scope, unknown ones throw', () => {
  const d = workbench();
  const other = d.drive.create('Другая', OWNER);
  const narrow = d.as(OWNER, ['https://www.googleapis.com/auth/spreadsheets.currentonly']);
  expect(narrow.getActiveSpreadsheet()?.getId()).toBe(d.file.workbook.id);
  expect(() => narrow.openById(other.workbook.id)).toThrow('Specified permissions are not sufficient');
  expect(
    d
      .as(OWNER, [FULL])
      .openByUrl(`https://docs.google.com/spreadsheets/d/${other.workbook.id}/edit#gid=0`)
      .getName(),
  ).toBe('Другая');
  d.drive.delete(other.workbook.id);
  expect(() => d.as(OWNER).openById(other.workbook.id)).toThrow();
});

test('a sheet from a template has its looks and rules, a copied book its sheet ids', () => {
  const d = workbench();
  const app = d.as(OWNER);
  const book = bookOf(app);
  const sheet = sheetOf(app);
  sheet.getRange('A1').setValue('x').setFontWeight('bold');
  sheet.getRange('B1').setFormula('=A1');
  sheet.setFrozenRows(1);
  sheet.protect();
  const made = book.insertSheet('Сводка', 0, { template: sheet });
  expect([
    made.getIndex(),
    made.getFrozenRows(),
    made.getRange('A1').getFontWeight(),
    made.getRange('B1').getValue(),
  ]).toEqual([1, 1, 'bold', 'x']);
  expect(made.getProtections(app.ProtectionType.SHEET)).toHaveLength(0);
  const copy = book.copy('Копия');
  expect(copy.getId()).not.toBe(book.getId());
  expect(copy.getSheets().map((one) => one.getSheetId())).toEqual(
    book.getSheets().map((one) => one.getSheetId()),
  );
  expect(() => book.insertSheet('Сводка')).toThrow('already exists');
});

test('metadata is found by key and keeps to its column', () => {
  const app = workbench().as(OWNER);
  const sheet = sheetOf(app);
  sheet
    .getRange('C:C')
    .addDeveloperMetadata('svodka.column', 'deadline', app.DeveloperMetadataVisibility.PROJECT);
  sheet.insertColumnsBefore(1, 2);
  const found = bookOf(app)
    .createDeveloperMetadataFinder()
    .withKey('svodka.column')
    .withLocationType(app.DeveloperMetadataLocationType.COLUMN)
    .find();
  expect(found.map((one) => [one.getValue(), one.getLocation().getColumn()?.getColumn()])).toEqual([
    ['deadline', 5],
  ]);
  expect(() => sheet.getRange('A1').addDeveloperMetadata('x')).toThrow('entire row or column');
});

test('links in text, formulas over a range, and rules that name no other sheet', () => {
  const app = workbench().as(OWNER);
  const sheet = sheetOf(app);
  sheet
    .getRange('A1')
    .setRichTextValue(app.newRichTextValue().setText('см. строку').setLinkUrl(4, 10, '#gid=0').build());
  const rich = sheet.getRange('A1').getRichTextValue();
  expect(rich?.getRuns().map((run) => [run.getText(), run.getLinkUrl()])).toEqual([
    ['см. ', null],
    ['строку', '#gid=0'],
  ]);
  sheet.getRange('B1:B3').setFormulaR1C1('=RC[1]&R1C1');
  expect(sheet.getRange('B3').getFormula()).toBe('=C3&$A$1');
  expect(sheet.getRange('B2').getFormulaR1C1()).toBe('=RC[1]&R1C1');
  bookOf(app).insertSheet('Служебное');
  const rule = app
    .newConditionalFormatRule()
    .whenFormulaSatisfied('=A1=Служебное!A1')
    .setBackground('red')
    .setRanges([sheet.getRange('A1')])
    .build();
  expect(() => sheet.setConditionalFormatRules([rule])).toThrow('different sheet');
});
