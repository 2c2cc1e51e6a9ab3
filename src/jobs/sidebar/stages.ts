/** The checklist: rows of «Отчёт» as the sidebar shows them. */
import type { School, StageItem } from '../../contract/school';
import { outstandingState } from '../../domain/mail/outstanding';
import { splitKey } from '../../domain/report/registry';
import { NO_MEMORY, rememberRow, writtenIn } from '../../domain/report/rowMemory';
import { bucketOf, effectiveDeadline, type RowStatus } from '../../domain/report/status';
import { type FormulaPlace, withFormulas } from '../../domain/schema/formulas';
import { cellAt, textAt } from '../../domain/schema/table';
import {
  dataRows,
  issuesInReport,
  namesFit,
  type Rows,
  rowsOfOrganisation,
  stretchesOf,
  tableOfRows,
} from '../../domain/school/rows';
import { daysOf, inOrder } from '../../domain/school/stages';
import { cellText, dayOf } from '../../domain/values/cell';
import type { SchoolBook } from '../../google/book/schoolBook';
import { BOOK_WORDS } from '../../messages/words/bookWords';
import { COUNTED_WORDS, statusText } from '../../messages/words/words';
import { saysFormula, statusOfRow } from '../../tabs/rules/rowStatus';
import { referencesFor } from './references';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows between two of a school's that are read along: cheaper than another call. */
const LONGEST_GAP = 30;
const UNCLEAR: RowStatus = { name: 'invalid', days: 0, approval: null, refiled: false, problem: null };

/** Rows of «Отчёт» by their numbers, from 1; a call for each stretch of them. */
export function readRows(book: SchoolBook, report: Sheet, rows: readonly number[]): Rows {
  const wanted = new Set(rows);
  const read = stretchesOf(rows, LONGEST_GAP).flatMap(({ first, count }) =>
    book
      .rows(report, first, count)
      .map((cells, index) => ({ row: first + index, cells }))
      .filter(({ row }) => wanted.has(row)),
  );
  const { table, at } = tableOfRows(book.schema, book.at, read);
  // The status formula sees that a formula stands where a day belongs; to ask for formulas here would be calls more.
  const index = table.at.get('doneOn') ?? 0;
  const places = dataRows({ table, at }).flatMap((row): FormulaPlace[] =>
    saysFormula(table, row, book) ? [[row, index, '=']] : [],
  );
  return { table: withFormulas(table, places), at };
}

/** A school's rows: two calls where they stand together. */
export const readSchoolRows = (book: SchoolBook, report: Sheet, id: string): Rows =>
  readRows(book, report, rowsOfOrganisation(book.column(report, 'key'), id));

/** `name`: what the organisation is called for certain; null where only the row says it. */
export function stageItems(book: SchoolBook, rows: Rows, name: string | null): StageItem[] {
  const wrong = new Map<number, number>();
  const references = referencesFor(book);
  const checks = { today: book.today, manifest: book.manifest, references, counted: COUNTED_WORDS.yes };
  for (const { row } of issuesInReport(rows, checks)) {
    if (row !== null) wrong.set(row, (wrong.get(row) ?? 0) + 1);
  }
  return dataRows(rows).map((row) => {
    const at = rows.at[row] ?? 0;
    return stageItem(book, rows, row, namesFit(rows.table, row, name), wrong.get(at) ?? 0);
  });
}

function stageItem(book: SchoolBook, rows: Rows, row: number, clear: boolean, issues: number): StageItem {
  const { table } = rows;
  const { today, soonDays, manifest } = book;
  const key = textAt(table, row, 'key');
  const stage = manifest.stages.find(({ code }) => code === splitKey(key)?.stage);
  const extended = cellAt(table, row, 'extendedTo');
  const known = saysFormula(table, row, book)
    ? { ...UNCLEAR, problem: 'formula' as const }
    : statusOfRow(table, row, book, isRefiled(book, rows, row));
  const status = clear ? known : UNCLEAR;
  const due = effectiveDeadline({ deadline: cellAt(table, row, 'deadline'), extended });
  const bucket = bucketOf(status, due, today);
  const refiledOn = status.refiled ? today : null;
  return {
    key,
    row: rows.at[row] ?? 0,
    title: textAt(table, row, 'stage'),
    fullTitle: (clear && stage?.title) || textAt(table, row, 'stage'),
    result: stage?.result ?? '',
    documentNeeded: stage?.documentNeeded ?? false,
    status: status.name,
    statusText: statusText(status),
    days: daysOf(status, due, today),
    due,
    extended: dayOf(extended) !== null,
    approval: status.approval,
    refiled: status.refiled,
    bucket,
    soon: bucket !== null && outstandingState({ status, bucket, due, refiledOn }, today, soonDays) === 'soon',
    reason: cellText(cellAt(table, row, 'reason')),
    done: status.problem === 'formula' ? null : dayOf(cellAt(table, row, 'doneOn')),
    documentMissing:
      clear &&
      stage?.documentNeeded === true &&
      dayOf(cellAt(table, row, 'doneOn')) !== null &&
      textAt(table, row, 'document') === '',
    issues: clear ? issues : issues + 1,
    unclear: !clear,
  };
}

/** By what the jobs remember in the row of the return, and what stands there now. */
function isRefiled({ today }: SchoolBook, { table }: Rows, row: number): boolean {
  const words = BOOK_WORDS.decisions;
  const known = { ...NO_MEMORY, decisionSeen: cellAt(table, row, 'decisionSeen') };
  const { decision } = rememberRow(writtenIn(table, row, words), known, '', today, words).decided;
  return decision?.what === 'returned' && decision.refiled !== null;
}

/** The checklist, in the order in which a person is to look at it. */
export const schoolOf = (
  book: SchoolBook,
  rows: Rows,
  school: { readonly id: string; readonly name: string },
  drafts: readonly string[],
): School => {
  const stages = stageItems(book, rows, school.name).sort(inOrder);
  const own = new Set(stages.map(({ key }) => key));
  return {
    ...school,
    district: textAt(rows.table, 0, 'district'),
    stages,
    drafts: drafts.filter((key) => own.has(key)),
  };
};
