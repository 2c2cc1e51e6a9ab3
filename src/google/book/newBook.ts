/** What is done once to a spreadsheet that was made for Svodka. */
import { FIRST_SHEET } from '../../messages/jobs/setup';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function setLocaleAndZone(file: Spreadsheet, locale: string, zone: string): void {
  file.setSpreadsheetLocale(locale);
  file.setSpreadsheetTimeZone(zone);
}

/**
 * Takes off the empty sheet that every new spreadsheet begins with. One that holds anything stays, and so does
 * one that a person added: only the first has the id 0.
 */
export function prepareNewBook(file: Spreadsheet): void {
  const sheets = file.getSheets();
  const first = sheets.find((sheet) => sheet.getSheetId() === 0 && FIRST_SHEET.test(sheet.getName()));
  if (sheets.length > 1 && first && first.getLastRow() === 0) file.deleteSheet(first);
}
