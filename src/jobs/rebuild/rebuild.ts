/** Rebuild: reads a book, puts Svodka's columns of «Отчёт» right, writes the pages that changed, stamps. */
import type { Analysis } from '../../domain/report/analyse';
import type { BookFigures } from '../../domain/report/overall';
import { overviewOf } from '../../domain/report/overall';
import { tally } from '../../domain/report/summary';
import { fingerprint } from '../../domain/values/fingerprint';
import type { ReportingBook } from '../../google/book/reportingBook';
import { jobNames, runWords } from '../../messages/jobs/setup';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { reportSchema } from '../../tabs/schemas/report';
import type { Run } from '../run/parts';
import { OutOfTime } from '../run/time';
import { completeBook } from '../setUp/completeBook';
import { showAskedTabs } from './askedTabs';
import { allIssues } from './bookIssues';
import { buildPages } from './buildPages';
import { keepRowsClosed } from './closeRows';
import { noticeElsewhere } from './elsewhere';
import { reconcileReport } from './reconcileReport';
import { keepReminders } from './reminders';
import { restoreCells } from './restoreCells';
import { schoolManifest } from './schoolManifest';

export interface Rebuilt {
  readonly reports: number;
  readonly issues: number;
  /** Titles of tabs that were written. */
  readonly written: readonly string[];
  readonly added: number;
  readonly unfinished: boolean;
  /** Why nothing was done, null when all went well. */
  readonly refused: string | null;
}

/** `scheduled`: nobody pressed and nobody waits. */
export function rebuildBook(run: Run, book: ReportingBook, scheduled = false): Rebuilt {
  const { moment, today } = run.books.moment(book);
  const nothing = { reports: 0, issues: 0, written: [], added: 0, unfinished: false };
  const service = book.service();
  const left = run.books.notOurs(book, service);
  if (left !== null) return { ...nothing, refused: left.why };
  if (service === null) completeBook(run, book, today);
  else if (service.soonDays !== run.office.settings.soonDays)
    book.writeSoonDays(run.office.settings.soonDays);
  const written: string[] = [];
  let added = 0;
  try {
    if (book.state.restoring) restoreCells(run, book, today);
    const reconciled = reconcileReport(run, book, today, (plan) => {
      run.time.progress = { what: 'rows', left: 0 };
      added += plan.appends.length;
      written.push(reportTitle);
    });
    if (reconciled === null) {
      book.state.unfinished = true;
      return { ...nothing, written, added, unfinished: true, refused: null };
    }
    const { snapshot, analysis, reading } = reconciled;
    const width = Math.max(...reading.tables.report.at.values()) + 1;
    const closeRows = keepRowsClosed(run, book, analysis, { today, width, scheduled });
    const reminders = keepReminders(book, analysis.programme, today, service?.changeMarker ?? '');
    if (reminders.written) written.push(remindersSchema.title);
    noticeElsewhere(run, book, reconciled);
    const issues = [...allIssues(run, book, reading, reconciled), ...reminders.issues];
    showAskedTabs(book, snapshot, analysis);
    book.forgetLostPages();
    const pages = buildPages(run, book, snapshot, analysis, issues);
    if (pages.length > 0) book.countSheets();
    written.push(...pages);
    const manifest = schoolManifest(book, snapshot, analysis);
    const registry = registryOf(book, manifest);
    if (book.state.registry !== registry) {
      book.writeRegistry(manifest, reading.tables.report);
      book.state.registry = registry;
    }
    book.stamp(moment);
    book.state.unfinished = false;
    book.state.changeMarker = service?.changeMarker ?? '';
    book.state.rebuiltAt = new Date().toISOString();
    book.state.figures = figuresOf(analysis, issues.length);
    const several = run.office.settings.books.length > 1;
    book.state.overview = several ? overviewOf(analysis, today, (tab) => book.state.tabs[tab] ?? null) : null;
    run.readings.set(book.id, { book, snapshot, analysis, issues, reminders: reminders.table });
    closeRows();
    return {
      reports: analysis.records.length,
      issues: issues.length,
      written: [...new Set(written)],
      added,
      unfinished: false,
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    book.state.unfinished = true;
    return { ...nothing, written, added, unfinished: true, refused: null };
  } finally {
    // Nothing was written: the caller saves once, in the end.
    if (written.length > 0 || book.state.unfinished) run.memory.save(book);
    else run.memory.learnDays(book);
    if (written.length > 0 || added > 0) {
      const details = [added > 0 ? runWords.rowsAdded(added) : '', runWords.changed([...new Set(written)])];
      const result = book.state.unfinished ? runWords.unfinished : runWords.done;
      book.state.name = book.file.getName();
      run.journal.log(
        moment,
        jobNames.rebuild,
        book.state.name,
        result,
        details.filter((text) => text !== '').join('; '),
      );
    }
  }
}

function figuresOf({ programme, records }: Analysis, issues: number): BookFigures {
  const { expected, inTime, late, missed, notYetDue } = tally(records);
  const { stages, organisations } = programme;
  return {
    stages: stages.length,
    organisations: organisations.length,
    ...{ expected, inTime, late, missed, notYetDue, issues },
  };
}

const reportTitle = reportSchema().title;

/** What of the registry was last written: the tabs in full, as a reader of the memory wants to see them. */
const registryOf = (book: ReportingBook, manifest: string): string =>
  [...Object.entries(book.state.tabs).map(([name, id]) => `${name}=${id}`), fingerprint(manifest)].join('|');
