/** Issues of a book as a whole and of its tables' columns, besides what the checks find in the rows. */
import { type CivilDate, daysBetween, parseIso } from '../../domain/dates/civil';
import type { Issue } from '../../domain/schema/issue';
import type { TabId } from '../../domain/schema/schema';
import type { Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { localeOf } from '../../google/services/app';
import type { Uses } from '../run/parts';
import { elsewhereIssues } from './elsewhere';
import type { Analysed, Reading } from './readBook';

const RESTORED_SHOWN_DAYS = 7;
/** Day-first locales in which Svodka was thought through; others are reported. */
const GOOD_LOCALES = /^(ru|be|kk|uk|tt|ba|hy|ka|az|de|fr|it|es|en_GB)/;

/** All that is wrong in a book: as a whole, with its tables' columns, in the rows. */
export const allIssues = (
  run: Uses<'office'>,
  book: ReportingBook,
  reading: Reading,
  { snapshot, analysis }: Analysed,
): Issue[] => [
  ...bookIssues(run, book, snapshot.today),
  ...tableIssues(reading),
  ...analysis.issues,
  ...elsewhereIssues(book, { snapshot, analysis }),
];

function bookIssues(run: Uses<'office'>, book: ReportingBook, today: CivilDate): Issue[] {
  const issues: Issue[] = [];
  const say = (tab: TabId, problem: Issue['problem'], column: string | null = null) =>
    issues.push({ tab, row: null, column, columnIndex: null, organisation: null, problem, found: null });
  const locale = localeOf(book.file);
  if (!GOOD_LOCALES.test(locale)) say('report', { code: 'wrongLocale', locale });
  const { timeZone } = run.office.settings;
  if (book.calendar.zone !== timeZone) {
    say('report', { code: 'wrongTimeZone', zone: book.calendar.zone, expected: timeZone });
  }
  book.state.restored = book.state.restored.filter(({ on }) => {
    const day = parseIso(on);
    return day !== null && daysBetween(day, today) <= RESTORED_SHOWN_DAYS;
  });
  book.lookAtMerged();
  for (const { tab, range, row, column } of book.state.merged) {
    issues.push({
      tab,
      row,
      column: null,
      columnIndex: column - 1,
      organisation: null,
      problem: { code: 'mergedCells', range },
      found: null,
    });
  }
  for (const { tab, column, on } of book.state.restored) {
    const day = parseIso(on) ?? today;
    say(
      tab as TabId,
      column === null ? { code: 'tabRestored', on: day } : { code: 'columnRestored', on: day },
      column,
    );
  }
  return issues;
}

/** Columns that stand in a table more than once. */
function tableIssues(reading: Reading): Issue[] {
  const issues: Issue[] = [];
  for (const table of Object.values(reading.tables) as (Table | null)[]) {
    if (table === null) continue;
    for (const [id, places] of table.doubles) {
      const column = table.schema.columns.find((each) => each.id === id);
      for (const place of places) {
        issues.push({
          tab: table.schema.id,
          row: 1,
          column: column?.header ?? id,
          columnIndex: place,
          organisation: null,
          problem: { code: 'columnTwice' },
          found: null,
        });
      }
    }
  }
  return issues;
}
