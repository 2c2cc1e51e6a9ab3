/** A book with some of everything that .xlsx must carry, made by a script as Svodka's are. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalHost } from '../../../host/runtime/localHost';
import type { DriveFile } from '../../../host/services/storage/drive';

export const OWNER = 'owner@example.org';

const CODE = `
function build() {
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  const a = ss.getActiveSheet().setName('Отчёт');
  const b = ss.insertSheet('Списки школ');
  b.getRange('A1:A3').setValues([['Школа 1'], ['Школа 2'], ['Школа 3']]);
  b.hideSheet();
  a.getRange('A1:F1').setValues([['Этап', 'Срок', 'Статус', 'Сдано', 'Доля', 'Ссылка']]).setFontWeight('bold').setBackground('#cfe2f3').setHorizontalAlignment('center').setWrap(true);
  a.getRange('A2:B5').setValues([['Приказ', new Date(2026, 0, 12)], ['Дорожная карта', new Date(2026, 1, 1)], ['=1+1 текст', new Date(2025, 11, 1)], ['', '']]);
  a.getRange('A4').setNumberFormat('@').setValue('=1+1 текст');
  a.getRange('B2:B10').setNumberFormat('dd.MM.yyyy');
  a.getRange('C2:C5').setFormula('=IF(B2="";"";IF(B2<DATE(2026;1;1);"просрочено; срочно";IF(B2>DATE(2026;1;20);"впереди";"сдано в срок")))');
  a.getRange('E2:E4').setValues([[0.5], [0.25], [1]]).setNumberFormat('0%');
  a.getRange('D2').setValue(true);
  a.getRange('A2').setNote('Письмо 01\\nстр. 2').setFontColor('#b3261e').setFontStyle('italic');
  a.getRange('F2').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('к списку').setLinkUrl('#gid=' + b.getSheetId() + '&range=A2').build());
  a.getRange('F3').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('сайт').setLinkUrl('https://example.org/?a=1&b=2').build());
  a.getRange('F4').setFormula('=HYPERLINK("#gid=' + b.getSheetId() + '&range=A3";"к школе")');
  a.setFrozenRows(1); a.setFrozenColumns(2);
  a.setColumnWidth(1, 260); a.setRowHeight(1, 42); a.hideColumns(7); a.setTabColor('#b3261e');
  a.getRange('A7:B8').merge().setValue('Итог');
  const cf = () => SpreadsheetApp.newConditionalFormatRule();
  a.setConditionalFormatRules([
    cf().whenTextStartsWith('просрочено').setBackground('#b3261e').setFontColor('#ffffff').setRanges([a.getRange('C2:C1000')]).build(),
    cf().whenTextContains('срок').setBackground('#cfe2f3').setRanges([a.getRange('C2:C1000')]).build(),
    cf().whenTextEqualTo('впереди').setBold(true).setRanges([a.getRange('C2:C1000')]).build(),
    cf().whenCellEmpty().setBackground('#ffd966').setRanges([a.getRange('D2:D5')]).build(),
    cf().whenNumberGreaterThan(0.4).setFontColor('#0000ff').setRanges([a.getRange('E2:E5')]).build(),
    cf().whenDateBefore(new Date(2026, 0, 1)).setStrikethrough(true).setRanges([a.getRange('B2:B5')]).build(),
    cf().whenFormulaSatisfied('=$A2="Приказ"').setItalic(true).setRanges([a.getRange('A2:A5'), a.getRange('E2:E5')]).build(),
    cf().setGradientMinpoint('#ffffff').setGradientMaxpoint('#00ff00').setRanges([a.getRange('E2:E5')]).build(),
  ]);
  const dv = () => SpreadsheetApp.newDataValidation();
  a.getRange('A2:A1000').setDataValidation(dv().requireValueInRange(b.getRange('A1:A3')).setAllowInvalid(true).build());
  a.getRange('B2:B1000').setDataValidation(dv().requireDate().setAllowInvalid(true).setHelpText('Дата: дд.мм.гггг').build());
  a.getRange('D2:D1000').setDataValidation(dv().requireCheckbox().build());
  a.getRange('G2:H1000').setDataValidation(dv().requireValueInList(['да', 'нет, и вот почему']).setAllowInvalid(false).build());
  a.getRange('I2:I1000').setDataValidation(dv().requireNumberBetween(0, 100).setAllowInvalid(false).build());
  a.getRange('J2:J9').setDataValidation(dv().requireFormulaSatisfied('=LEN(J2)>2').build());
  a.protect().setDescription('всё').setUnprotectedRanges([a.getRange('D2:D5')]);
  b.protect().setWarningOnly(true);
  a.getRange('D:D').addDeveloperMetadata('svodka.column', 'done');
  PropertiesService.getScriptProperties().setProperty('k', 'v');
}
`;

export function sample(): { host: LocalHost; file: DriveFile } {
  const host = new LocalHost({ now: Date.UTC(2026, 0, 15, 6) });
  const file = host.createSpreadsheet({
    name: 'Свод',
    owner: OWNER,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  file.share('curator@example.org', 'edit');
  const dir = mkdtempSync(join(tmpdir(), 'host-'));
  writeFileSync(
    join(dir, 'appsscript.json'),
    JSON.stringify({
      timeZone: 'Asia/Yekaterinburg',
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
    }),
  );
  writeFileSync(join(dir, 'Code.js'), CODE);
  const script = host.attach(dir, { spreadsheetId: file.workbook.id });
  const run = host.call(script, 'build', [], { user: OWNER });
  if (run.error) throw new Error(run.error.stack);
  return { host, file };
}
