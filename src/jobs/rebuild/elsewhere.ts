/** Rows that somebody filed or decided who belongs elsewhere: noticed, told in «Журнал», and shown as issues. */
import { decisionOf } from '../../domain/report/records';
import { type Elsewhere, elsewhereOf, flagsToWrite, marksOf } from '../../domain/rights/elsewhere';
import { issueAt } from '../../domain/schema/check';
import type { Issue } from '../../domain/schema/issue';
import { columnOf } from '../../domain/schema/schema';
import { cellAt } from '../../domain/schema/table';
import { fingerprint } from '../../domain/values/fingerprint';
import type { ReportingBook } from '../../google/book/reportingBook';
import { elsewhereWords as words } from '../../messages/jobs/decisionLog';
import { BOOK_WORDS } from '../../messages/words/bookWords';
import type { Uses } from '../run/parts';
import { peopleIn } from './closeRows';
import type { Analysed } from './readBook';

/** The memory is small; who mends these sees the next ones. */
const MOST = 50;
const MOST_TOLD = 20;

/** Reads «Адреса» only where some mark changed. */
export function noticeElsewhere(
  run: Uses<'memory' | 'office' | 'people' | 'books' | 'journal'>,
  book: ReportingBook,
  { snapshot, analysis }: Analysed,
): void {
  const { state } = book;
  const table = snapshot.tables.report;
  const marks = marksOf(
    table,
    analysis.identities,
    (row) => decisionOf(cellAt(table, row, 'decision'), BOOK_WORDS.decisions) === 'approved',
  );
  const seen =
    marks.length === 0 ? '' : fingerprint(JSON.stringify(marks.map(({ row: _row, ...mark }) => mark)));
  if (seen === state.elsewhere.marks && (seen !== '' || state.elsewhere.found.length === 0)) return;
  const before = new Set(state.elsewhere.found.map(keyOf));
  let found: readonly Elsewhere[] = [];
  if (marks.length > 0) {
    if (run.people.addressTable === null) run.people.readAddresses();
    const people = peopleIn(run, book, analysis, snapshot.today);
    const { administrators } = run.people.rightsOf(book);
    found = elsewhereOf(marks, analysis.registry, people, administrators).slice(0, MOST);
  }
  const { moment } = run.books.moment(book);
  for (const each of found.filter((one) => !before.has(keyOf(one))).slice(0, MOST_TOLD)) {
    const school = analysis.registry.organisationLabel(each.organisation) ?? '';
    run.journal.log(
      moment,
      words.job,
      state.name || book.file.getName(),
      words[each.what],
      words.details(school, each.by),
    );
  }
  for (const { row, column, text } of flagsToWrite(table, analysis.identities, found)) {
    book.writeMark(row, table.at.get(column), text);
  }
  state.elsewhere = { marks: seen, found };
}

const keyOf = ({ pair, what, by }: Elsewhere): string => [pair, what, by].join('|');

/** As the last rebuild found them, where the rows stand now. */
export function elsewhereIssues({ state }: ReportingBook, { snapshot, analysis }: Analysed): Issue[] {
  const table = snapshot.tables.report;
  return state.elsewhere.found.flatMap(({ pair, organisation, what, by, district }) => {
    const row = analysis.identities.rowOf.get(pair);
    if (row === undefined) return [];
    const id = what === 'filed' ? 'doneOn' : 'decision';
    const problem =
      what === 'filed'
        ? ({ code: 'filedElsewhere', by } as const)
        : ({ code: 'decidedElsewhere', by, district } as const);
    return [
      issueAt(table, row, columnOf(table.schema, id), cellAt(table, row, id), problem, { organisation }),
    ];
  });
}
