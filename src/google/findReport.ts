/** «Отчёт» of the book that is open, found by its header: the reporting half keeps no memory of tabs. */
import { sameKey } from '../domain/text';
import { reportSchema } from '../tabs/schemas/report';

export interface FoundReport {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly header: readonly string[];
  /** Data rows; dates are left blank, nobody needs them here. */
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}

export function findReport(): FoundReport | null {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const schema = reportSchema();
  // The title first: it is nearly always that one. People may have a tab of that title, so the header decides.
  const byTitle = book.getSheetByName(schema.title);
  const sheets = byTitle === null ? book.getSheets() : [byTitle, ...book.getSheets()];
  for (const sheet of sheets) {
    if (sheet.getLastRow() < 2) continue;
    const [first, ...rows] = sheet.getDataRange().getValues();
    const header = (first ?? []).map((value) => String(value));
    const present = new Set(header.map(sameKey));
    // Some headers may be renamed or deleted.
    const known = schema.columns.filter((column) => present.has(sameKey(column.header)));
    const isReport = known.length * 2 > schema.columns.length;
    if (isReport) return { sheet, header, rows: rows.map((row) => row.map(plain)) };
  }
  return null;
}

const plain = (value: unknown): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
