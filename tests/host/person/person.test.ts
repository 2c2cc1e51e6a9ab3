import { expect, test } from '@jest/globals';
import { type EditEvent, Person } from '../../../host/people/userEdits';
import { effectiveStyle } from '../../../host/workbook/rules/effectiveStyle';
import { bookOf, OWNER, sheetOf, workbench } from '../workbookSetup';

function scene() {
  const d = workbench();
  const app = d.as(OWNER);
  bookOf(app).addEditor('c@x.example').addViewer('v@x.example');
  const events: EditEvent[] = [];
  const sheet = sheetOf(app);
  const place = { spreadsheetId: d.file.workbook.id, sheetId: sheet.getSheetId() };
  const person = (email: string) => new Person(d.drive, email, (event) => events.push(event));
  const model = d.file.workbook.sheets[0];
  if (!model) throw new Error();
  return { d, app, sheet, place, person, events, model };
}

test('typing is read by the locale and told to onEdit with old and new value', () => {
  const { sheet, place, person, events } = scene();
  person('c@x.example').type(place, 'B2', '05.10.2026');
  person('c@x.example').type(place, 'B2', 'нет');
  expect(sheet.getRange('B2').getValue()).toBe('нет');
  expect(events).toMatchObject([
    { a1: 'B2', value: 46300, user: 'c@x.example' },
    { a1: 'B2', value: 'нет', oldValue: 46300 },
  ]);
  expect(events[0]).not.toHaveProperty('oldValue');
});

test('rights: viewers, strangers, protected cells, and people who are not signed in', () => {
  const { d, sheet, place, person } = scene();
  expect(person('v@x.example').type(place, 'A1', '1')).toMatchObject({ ok: false, reason: 'no access' });
  expect(person('').type(place, 'A1', '1')).toMatchObject({ ok: false, reason: 'no access' });
  d.file.link = 'edit';
  expect(person('').type(place, 'A1', '1')).toMatchObject({ ok: true });
  const range = sheet.getRange('A:A').protect();
  range.removeEditors(range.getEditors());
  expect(person('c@x.example').type(place, 'A1', '2')).toMatchObject({ ok: false, reason: 'protected' });
  expect(person('c@x.example').insertRows(place, 3)).toMatchObject({ ok: false, reason: 'protected' });
  expect(person(OWNER).insertRows(place, 3)).toMatchObject({ ok: true });
});

test('validation refuses or warns; a paste may pass it by', () => {
  const { app, sheet, place, person } = scene();
  const rule = app.newDataValidation().requireValueInList(['да']);
  sheet.getRange('A1').setDataValidation(rule.setAllowInvalid(false).build());
  sheet.getRange('A2').setDataValidation(rule.setAllowInvalid(true).build());
  const c = person('c@x.example');
  expect(c.type(place, 'A1', 'нет')).toMatchObject({ ok: false, reason: 'validation' });
  expect(c.type(place, 'A2', 'нет')).toMatchObject({ ok: true, warning: expect.any(String) });
  expect(
    c.paste(
      place,
      'A1',
      [
        ['нет', '1,5'],
        ['x', 'y'],
      ],
      { validation: 'clear' },
    ),
  ).toMatchObject({ ok: true });
  expect(sheet.getRange('A1:B1').getValues()).toEqual([['нет', 1.5]]);
  expect(sheet.getRange('A1').getDataValidation()).toBeNull();
});

test('sorting some columns leaves the others behind; cutting takes colours along', () => {
  const { app, sheet, place, person } = scene();
  sheet.getRange('A1:C3').setValues([
    ['в', 1, 'к1'],
    ['а', 2, 'к2'],
    ['б', 3, 'к3'],
  ]);
  person(OWNER).sort(place, 'A1:B3', 1);
  expect(sheet.getRange('A1:C3').getValues()).toEqual([
    ['а', 2, 'к1'],
    ['б', 3, 'к2'],
    ['в', 1, 'к3'],
  ]);
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .whenCellNotEmpty()
      .setBackground('#ffd966')
      .setRanges([sheet.getRange('A1:A10')])
      .build(),
  ]);
  person(OWNER).cutPaste(place, 'A2', 'D5');
  expect(
    sheet
      .getConditionalFormatRules()[0]
      ?.getRanges()
      .map((range) => range.getA1Notation()),
  ).toEqual(['A1', 'A3:A10', 'D5']);
  expect(sheet.getRange('D5').getValue()).toBe('б');
  expect(sheet.getRange('A2').getValue()).toBe('');
  person(OWNER).fillDown(place, 'C1:C3');
  expect(sheet.getRange('C3').getValue()).toBe('к1');
});

test('the topmost rule that holds decides, at the clock of the host', () => {
  const { d, app, sheet, model } = scene();
  const all = [sheet.getRange('A1:B10')];
  sheet.getRange('A1:B2').setValues([
    ['просрочено на 3', new Date(d.clock.time)],
    ['скоро срок', ''],
  ]);
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .whenTextStartsWith('просрочено')
      .setBackground('#b3261e')
      .setFontColor('#ffffff')
      .setRanges(all)
      .build(),
    app
      .newConditionalFormatRule()
      .whenFormulaSatisfied('=($B1<>"")*($B1<TODAY())=1')
      .setBackground('#00ff00')
      .setBold(true)
      .setRanges(all)
      .build(),
  ]);
  expect(effectiveStyle(model, 1, 1)).toMatchObject({
    background: '#b3261e',
    fontColor: '#ffffff',
    bold: false,
  });
  expect(effectiveStyle(model, 2, 1)).toMatchObject({ background: '#ffffff', text: 'скоро срок' });
  d.clock.time += 86_400_000;
  expect(effectiveStyle(model, 1, 1)).toMatchObject({ background: '#b3261e', bold: true });
  expect(effectiveStyle(model, 1, 2)).toMatchObject({ background: '#00ff00' });
  sheet.getRange('D1:D3').setValues([[0], [5], [10]]);
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .setGradientMinpoint('#ffffff')
      .setGradientMaxpoint('#000000')
      .setRanges([sheet.getRange('D1:D3')])
      .build(),
  ]);
  expect([1, 2, 3].map((row) => effectiveStyle(model, row, 4).background)).toEqual([
    '#ffffff',
    '#808080',
    '#000000',
  ]);
});
