/**
 * «Вернуть данные в свои строки»: what stood in other rows of «Отчёт» goes back to the row in which it was written. The
 * plan is made from a copy of the tab, which stays until the last cell is in its place: whatever call the run is stopped
 * at, the next run reads the same copy and writes what is not written yet. A cell that holds neither what the copy
 * shows nor its own content was typed since, and stays.
 */
import type { CivilDate } from '../../domain/dates/civil';
import { type CellPrints, printsOf, printsText } from '../../domain/report/displaced/cellMemory';
import type { CellReturn, Displacement } from '../../domain/report/displaced/displacement';
import { readTable, rowCount, sheetRow, type Table, textAt } from '../../domain/schema/table';
import { push } from '../../domain/values/grouped';
import {
  copyOfReport,
  headerAndRow,
  makeCopyOfReport,
  putCells,
  type ReturnedCell,
  removeCopy,
} from '../../google/book/cellReturns';
import { readGrid } from '../../google/book/cells';
import type { ReportingBook } from '../../google/book/reportingBook';
import { restoreWords } from '../../messages/jobs/restoreCells';
import { jobNames } from '../../messages/jobs/setup';
import type { Uses } from '../run/parts';
import { analyseReading, readBook } from './readBook';

type RestoringRun = Uses<'time' | 'memory' | 'journal' | 'office' | 'books'>;

/** From now on the jobs put the cells of this book back, until it is done. */
export function beginRestoring(run: Uses<'memory'>, book: ReportingBook): void {
  book.state.restoring = true;
  book.state.unfinished = true;
  run.memory.save(book);
}

/** Goes on where the last run stopped. @throws OutOfTime */
export function restoreCells(run: RestoringRun, book: ReportingBook, today: CivilDate): void {
  const report = book.sheet('report');
  if (report === null) return;
  let copy = copyOfReport(book, restoreWords.copyTitle);
  const reading = readBook(run, book, today);
  if (copy === null) {
    // A table without its columns is completed first, by the rebuild that follows.
    if (reading.incomplete) return;
    copy = makeCopyOfReport(book, restoreWords.copyTitle);
  }
  if (copy === null) return;
  const { schema } = reading.tables.report;
  const table = readTable(schema, readGrid(copy, book.calendar), book.state.renamed.report);
  const { analysis } = analyseReading(
    run,
    { ...reading, tables: { ...reading.tables, report: table } },
    today,
  );
  const left = writeReturns(run, book, { report, copy }, { table, displaced: analysis.displaced });
  removeCopy(book, copy);
  book.state.restoring = false;
  run.memory.save(book);
  const { moment } = run.books.moment(book);
  const rows = new Set(analysis.displaced.returns.map(({ to }) => to)).size;
  run.journal.log(
    moment,
    jobNames.restore,
    book.state.name,
    restoreWords.done(rows),
    restoreWords.left(left),
  );
}

/** So often a row is looked for again where people sort meanwhile; after that it is left to them. */
const MOST_LOOKS = 3;

/** Writes what is not written yet, row by row; gives the keys of rows in which something was left for people. */
function writeReturns(
  run: RestoringRun,
  book: ReportingBook,
  sheets: Readonly<Record<'report' | 'copy', GoogleAppsScript.Spreadsheet.Sheet>>,
  { table, displaced }: { readonly table: Table; readonly displaced: Displacement },
): string[] {
  const left = new Set(displaced.left.map(({ row }) => textAt(table, row, 'key')));
  const byRow = new Map<number, CellReturn[]>();
  for (const each of displaced.returns) push(byRow, each.to, each);
  const renamed = book.state.renamed.report;
  const places = () => rowsByKey(readTable(table.schema, readGrid(sheets.report, book.calendar), renamed));
  let rowOf = places();
  for (const [row, returns] of byRow) {
    const key = textAt(table, row, 'key');
    const [shown, wanted] = [printsOf(table, row), wantedOf(table, row, returns)];
    let live: Table | null = null;
    let place: number | undefined;
    // People may have sorted since the tab was read: each row is looked at again right before it is written.
    for (let look = 0; look < MOST_LOOKS && live === null; look += 1) {
      if (look > 0) rowOf = places();
      place = rowOf.get(key);
      if (place === undefined) continue;
      const found = readTable(
        table.schema,
        headerAndRow(sheets.report, sheetRow(place), book.calendar),
        renamed,
      );
      if (textAt(found, 0, 'key') === key) live = found;
    }
    if (live === null || place === undefined) {
      left.add(key);
      continue;
    }
    const now = printsOf(live, 0);
    const open = returns.filter(({ column }) => now.get(column) !== wanted.get(column));
    const same = open.filter(({ column }) => now.get(column) === shown.get(column));
    if (same.length < open.length) left.add(key);
    if (same.length === 0) continue;
    run.time.check();
    putCells(sheets, cellsToWrite(same, place, live, table));
  }
  return [...left];
}

function cellsToWrite(
  returns: readonly CellReturn[],
  place: number,
  live: Table,
  copy: Table,
): ReturnedCell[] {
  return returns.flatMap(({ column, from }) => {
    const [to, source] = [live.at.get(column), copy.at.get(column)];
    if (to === undefined || source === undefined) return [];
    return [
      {
        to: { row: sheetRow(place), column: to + 1 },
        from: from === null ? null : { row: sheetRow(from), column: source + 1 },
      },
    ];
  });
}

/** What the row is to hold in the end, as far as it is put right. */
function wantedOf(table: Table, row: number, returns: readonly CellReturn[]): CellPrints {
  const wanted = new Map(printsOf(table, row));
  for (const { column, from } of returns) {
    const print = from === null ? undefined : printsOf(table, from).get(column);
    if (print === undefined) wanted.delete(column);
    else wanted.set(column, print);
  }
  return wanted;
}

function rowsByKey(table: Table): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = rowCount(table) - 1; row >= 0; row -= 1) rows.set(textAt(table, row, 'key'), row);
  return rows;
}

/** «So it is right»: what stands in these rows now is theirs. Gives how many rows were accepted. */
export function acceptCells(run: RestoringRun, book: ReportingBook, today: CivilDate): number {
  const report = book.sheet('report');
  if (report === null) return 0;
  const reading = readBook(run, book, today);
  const { displaced, identities } = analyseReading(run, reading, today).analysis;
  const pairs = new Map([...identities.rowOf].map(([pair, row]) => [row, pair]));
  const table = reading.tables.report;
  const rows = [...displaced.rows.keys()];
  for (const row of rows) {
    run.time.check();
    const live = readTable(
      table.schema,
      headerAndRow(report, sheetRow(row), book.calendar),
      book.state.renamed.report,
    );
    const column = live.at.get('cellsSeen');
    const pair = pairs.get(row);
    if (pair === undefined || column === undefined || textAt(live, 0, 'key') !== textAt(table, row, 'key'))
      continue;
    report.getRange(sheetRow(row), column + 1).setValue(printsText(pair, printsOf(table, row)));
  }
  return rows.length;
}
