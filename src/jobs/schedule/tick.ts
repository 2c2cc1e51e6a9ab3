/**
 * The dispatcher: one trigger, every ten minutes. It looks at the memory, opens only what may be due, and
 * does one thing after another until the time is up; what is left goes on at the next tick.
 */

import { type Moment, momentIn } from '../../google/book/calendar';
import { tryLock } from '../../google/services/app';
import type { BookState, JobState } from '../../google/state/jobState';
import { jobNames, runWords } from '../../messages/jobs/setup';
import { mailJobs } from '../../messages/mail/jobs';
import { showControlIssues } from '../control/controlIssues';
import { mailIsDue, nowOf, takeOverSettings } from '../mail/active';
import { mailStep } from '../mail/step';
import { keepersChanged } from '../rebuild/closeRows';
import { showOverall } from '../rebuild/overall';
import { rebuildBook } from '../rebuild/rebuild';
import { JobMemory } from '../run/memory';
import type { Run, Uses } from '../run/parts';
import { startRun } from '../run/startRun';
import { OutOfTime } from '../run/time';
import { completeBook, keptPlace } from '../setUp/completeBook';

const MINUTE_MS = 60_000;
/** People who have just filed should not wait for the hour: the change marker is looked at this often. */
const WATCH_MINUTES = 20;

/** After so many failures in a row a book is tried once an hour, not at every tick. */
const PATIENCE = 3;

export interface Due {
  readonly book: string;
  /** `watch`: look whether anything changed, and rebuild only then. */
  readonly job: 'repair' | 'rebuild' | 'watch';
}

/** What is due now, decided from the memory alone. `hour` and `date` are in the programme's time zone. */
function dueJobs(state: JobState, nowMs: number, date: string, hour: number): Due[] {
  return state.plan.books.flatMap((book): Due[] => {
    const known: BookState | undefined = state.books[book];
    const sinceFailure = known?.failedAt ? (nowMs - Date.parse(known.failedAt)) / MINUTE_MS : Infinity;
    if (known && known.failures >= PATIENCE && sinceFailure < state.plan.rebuildMinutes - 1) return [];
    if (known?.rebuiltAt == null) return [{ book, job: 'rebuild' }];
    const minutes = (nowMs - Date.parse(known.rebuiltAt)) / MINUTE_MS;
    const hourly: Due[] = minutes >= state.plan.rebuildMinutes - 1 ? [{ book, job: 'rebuild' }] : [];
    // A book that cannot be opened is tried once an hour, at night too.
    if (known.unreachable != null) return hourly;
    if (hour >= state.plan.repairHour && known.repairedOn !== date) return [{ book, job: 'repair' }];
    if (known.unfinished) return [{ book, job: 'rebuild' }];
    if (hourly.length > 0) return hourly;
    const watched = (nowMs - Date.parse(known.watchedAt ?? known.rebuiltAt)) / MINUTE_MS;
    return watched >= WATCH_MINUTES - 1 ? [{ book, job: 'watch' }] : [];
  });
}

export function tick(): void {
  const memory = new JobMemory();
  const { state } = memory;
  const now = new Date();
  const moment = momentIn(state.plan.timeZone);
  const due = dueJobs(state, now.getTime(), moment.date, Math.floor(moment.minutes / 60));
  const mailDue = mailIsDue(state, now.getTime(), nowOf(moment));
  if (due.length === 0 && !mailDue && state.plan.books.length > 0) return;
  if (!tryLock()) return;
  const run = startRun(memory, moment);
  let worked = false;
  let stopped = false;
  let failure: unknown = null;
  try {
    run.office.readSettings();
    takeOverSettings(run);
    for (const each of due) {
      run.time.check();
      try {
        worked = runOne(run, each, moment.date) || worked;
      } catch (error) {
        if (error instanceof OutOfTime) throw error;
        // One book must not keep the others from being rebuilt.
        failure = error;
        noteFailure(run, each, moment, error);
      }
    }
    run.time.check();
    worked = sendMails(run, mailDue, moment) || worked;
    showControlIssues(run);
    showOverall(run);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    stopped = true;
  } finally {
    if (worked || stopped || failure !== null) {
      const job = due.some((each) => each.job === 'repair') ? jobNames.repair : jobNames.rebuild;
      const unfinished = stopped || due.some((each) => state.books[each.book]?.unfinished);
      const whole = unfinished ? runWords.unfinished : runWords.done;
      const result = failure === null ? whole : runWords.failed;
      run.journal.end(job, result);
    }
    run.memory.save();
  }
  // Google then writes to the owner of the schedule that it failed.
  if (failure !== null) throw failure;
}

/** Mail must not keep the books from being rebuilt: what went wrong is told, and tried again in an hour. */
function sendMails(run: Run, scheduled: boolean, moment: Moment): boolean {
  try {
    return mailStep(run, scheduled);
  } catch (error) {
    if (error instanceof OutOfTime) throw error;
    const why = error instanceof Error ? error.message : String(error);
    run.journal.log(moment, mailJobs.jobOfAll, '', runWords.failed, why);
    return true;
  }
}

function noteFailure(
  run: Uses<'memory' | 'journal'>,
  { book, job }: Due,
  moment: Moment,
  error: unknown,
): void {
  const known = run.memory.state.books[book];
  if (known) {
    known.failures += 1;
    known.failedAt = new Date().toISOString();
  }
  const why = error instanceof Error ? error.message : String(error);
  run.journal.log(moment, job === 'repair' ? jobNames.repair : jobNames.rebuild, book, runWords.failed, why);
}

/** Whether anything was done besides looking. */
function runOne(run: Run, { book: id, job }: Due, date: string): boolean {
  const wasReachable = run.memory.state.books[id]?.unreachable == null;
  const book = run.books.open(id);
  if (book === null) {
    if (wasReachable) {
      run.journal.log(
        momentIn(run.memory.state.plan.timeZone),
        jobNames.rebuild,
        id,
        runWords.failed,
        runWords.bookGone,
      );
    }
    const known = run.memory.state.books[id];
    // Asked again at the next full hour, not at every tick.
    if (known) known.rebuiltAt = new Date().toISOString();
    return true;
  }
  if (job === 'watch') {
    book.state.watchedAt = new Date().toISOString();
    if (book.service()?.changeMarker === book.state.changeMarker && !keepersChanged(run, book)) {
      run.memory.save(book);
      return false;
    }
  }
  if (job === 'repair' && run.books.notOurs(book) === null) {
    const { today } = run.books.moment(book);
    if (book.state.repairingOn !== date) {
      completeBook(run, book, today, keptPlace(run, book, date));
      book.state.repairing = null;
      // Whatever stands in the generated tabs now is written and laid out anew; a stopped repair goes on.
      book.state.fingerprints = {};
      book.state.layouts = keepTables(book.state.layouts);
      book.state.repairingOn = date;
      run.office.control.trimJournal();
    }
  }
  const rebuilt = rebuildBook(run, book, true);
  if (rebuilt.refused !== null) {
    book.state.rebuiltAt = new Date().toISOString();
    run.journal.log(
      momentIn(book.calendar.zone),
      jobNames.rebuild,
      book.file.getName(),
      runWords.skipped,
      rebuilt.refused,
    );
  }
  book.state.failures = 0;
  if (job === 'repair' && !rebuilt.unfinished) book.state.repairedOn = date;
  return true;
}

/** Of tables: their columns were laid; some are shown or hidden since. */
const TABLES: ReadonlySet<string> = new Set(['table', 'shown', 'hidden']);
const keepTables = (layouts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(layouts).filter(([, layout]) => TABLES.has(layout)));
