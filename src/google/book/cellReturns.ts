/**
 * Puts people's cells of «Отчёт» back into their rows, from a copy of the tab: the copy keeps everything that is
 * overwritten until the last cell is in its place, so that a stopped run loses nothing and the next one goes on.
 */
import type { Grid } from '../../domain/values/cell';
import type { Calendar } from './calendar';
import { cellsOf } from './cells';
import type { ReportingBook } from './reportingBook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell of the tab and the one of the copy that it gets, rows and columns from 1; null: it becomes blank. */
export interface ReturnedCell {
  readonly to: { readonly row: number; readonly column: number };
  readonly from: { readonly row: number; readonly column: number } | null;
}

/** The copy from which cells are put back, null while there is none. One call. */
export const copyOfReport = (book: ReportingBook, title: string): Sheet | null =>
  book.file.getSheetByName(title);

/** Everything in a sheet comes along with its cells: links inside a text, formats, notes. */
export function makeCopyOfReport(book: ReportingBook, title: string): Sheet | null {
  const report = book.sheet('report');
  if (report === null) return null;
  const copy = book.file.insertSheet(title, book.sheetCount(), { template: report });
  copy.hideSheet();
  return copy;
}

export const removeCopy = (book: ReportingBook, copy: Sheet): void => {
  book.file.deleteSheet(copy);
};

export function putCells(
  { report, copy }: { readonly report: Sheet; readonly copy: Sheet },
  cells: readonly ReturnedCell[],
): void {
  for (const { to, from } of cells) {
    const cell = report.getRange(to.row, to.column);
    if (from === null) cell.clearContent();
    else copy.getRange(from.row, from.column).copyTo(cell);
  }
}

/** The header and one row (from 1) as they are at this moment. */
export function headerAndRow(report: Sheet, row: number, calendar: Calendar): Grid {
  const width = report.getLastColumn();
  const [header, cells] = [1, row].map((each) => report.getRange(each, 1, 1, width).getValues());
  return cellsOf([...(header ?? []), ...(cells ?? [])], calendar);
}
