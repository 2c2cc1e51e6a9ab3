/** The mails' part of a tick: after the books were rebuilt, on what these have just read. */
import { addDays, type CivilDate } from '../../domain/dates/civil';
import { CATCH_UP_DAYS } from '../../domain/mail/settings';
import { fingerprint } from '../../domain/values/fingerprint';
import type { JobState } from '../../google/state/jobState';
import { LedgerTrouble } from '../../google/state/ledger/shard';
import type { Run, Uses } from '../run/parts';
import { OutOfTime } from '../run/time';
import { isActive, isOwnBook, nowOf } from './active';
import { gather } from './facts';
import { writeJournal } from './journal';
import { answerRequests, tellThatMailIsOff } from './requests';
import { hasAllowance, sendDue } from './send';

/**
 * `scheduled`: the calendar is to be looked at; else only whether a district returned something or asked for
 * reminders, in the books that this run has rebuilt. Whether anything was done.
 */
export function mailStep(run: Run, scheduled: boolean): boolean {
  const { mail } = run.memory.state;
  if (!scheduled && run.readings.size === 0) return false;
  if (!isActive(mail)) {
    tellThatMailIsOff(run);
    return false;
  }
  const seen = fingerprintOf(run);
  if (!scheduled && (seen === mail.seen || !hasHappened(run))) {
    mail.seen = seen;
    return false;
  }
  if (!isOwnBook(run)) return false;
  const now = nowOf(run.office.moment());
  const again = scheduled && mail.waiting > 0 && !mail.unfinished && mail.looked?.date === now.date;
  // Only the schedule's own tries keep the next one waiting.
  if (scheduled) mail.triedAt = new Date().toISOString();
  // Nothing can go out yet: no book need be opened to learn it.
  if (again && !hasAllowance(run)) {
    mail.retryAt = null;
    return false;
  }
  mail.unfinished = false;
  try {
    const result = sendDue(run, scheduled);
    answerRequests(run, result);
    writeJournal(run, result);
    // A look for returns and requests does not count what waits by the calendar.
    mail.waiting = scheduled ? result.waiting.length : Math.max(mail.waiting, result.waiting.length);
    mail.retryAt = sooner(result.retryAt, scheduled ? null : mail.retryAt);
    if (!result.unfinished && run.readings.size > 0) mail.seen = seen;
    mail.unfinished = result.unfinished;
    if (scheduled && !result.unfinished) mail.looked = now;
  } catch (error) {
    if (error instanceof LedgerTrouble) {
      mail.trouble = { kind: error.what, said: '' };
      mail.looked = now;
      mail.retryAt = null;
      return true;
    }
    if (!(error instanceof OutOfTime)) noteFailure(mail, now, error);
    else mail.unfinished = true;
    throw error;
  }
  return true;
}

function sooner(seconds: number | null, known: string | null): string | null {
  const next = seconds === null ? null : new Date(seconds * 1000).toISOString();
  return known !== null && (next === null || known < next) ? known : next;
}

/** Tried again in an hour, not at every tick. */
function noteFailure(mail: JobState['mail'], now: ReturnType<typeof nowOf>, error: unknown): void {
  mail.retryAt = null;
  mail.trouble = { kind: 'failing', said: error instanceof Error ? error.message : String(error) };
  mail.looked = now;
}

/** What returns and requests depend on, as the rebuilds of this run found it: the same needs no second look. */
function fingerprintOf(run: Uses<'office' | 'readings'>): string {
  const { date, hour } = nowOf(run.office.moment());
  const books = [...run.readings.values()].map(({ book, analysis }) => [
    book.id,
    book.state.changeMarker,
    analysis.records.flatMap(({ pair, returnedOn }) => (returnedOn === null ? [] : [pair, returnedOn])),
  ]);
  return fingerprint(JSON.stringify([date, hour >= run.office.settings.remindHour, books]));
}

/** By what the rebuilds of this run have read. */
function hasHappened(run: Uses<'memory' | 'office' | 'books' | 'readings'>): boolean {
  const { date } = nowOf(run.office.moment());
  const oldest = addDays(date, -CATCH_UP_DAYS);
  const since = run.memory.state.mail.switchedOn as CivilDate;
  for (const { analysis } of run.readings.values()) {
    if (
      analysis.records.some(
        ({ returnedOn }) => returnedOn !== null && returnedOn >= oldest && returnedOn >= since,
      )
    ) {
      return true;
    }
  }
  return gather(run, false, true).requests.length > 0;
}
