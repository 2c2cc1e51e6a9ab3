/** The mails' part of a tick: after the books were rebuilt, on what these have just read. */
import { addDays, type CivilDate } from '../../domain/civil';
import { CATCH_UP_DAYS } from '../../domain/mail/settings';
import { LedgerTrouble } from '../../google/ledgerStore';
import type { JobState } from '../../google/state';
import { OutOfTime, type Run } from '../run';
import { isActive, isOwnBook, nowOf } from './active';
import { gather } from './facts';
import { tellJournal } from './journal';
import { answerRequests } from './requests';
import { hasAllowance, sendDue } from './send';

/**
 * `scheduled`: the calendar is to be looked at; else only whether a district returned something or asked for
 * reminders, in the books that this run has rebuilt. Whether anything was done.
 */
export function mailStep(run: Run, scheduled: boolean): boolean {
  const { mail } = run.state;
  if (!isActive(mail) || !isOwnBook(run)) return false;
  if (!scheduled && !hasHappened(run)) return false;
  const now = nowOf(run.programmeMoment());
  const again = scheduled && mail.waiting > 0 && !mail.unfinished && mail.looked?.date === now.date;
  mail.triedAt = new Date().toISOString();
  // Nothing can go out yet: no book need be opened to learn it.
  if (again && !hasAllowance(run)) return false;
  mail.unfinished = false;
  try {
    const result = sendDue(run, scheduled);
    answerRequests(run, result);
    tellJournal(run, result);
    mail.waiting = result.waiting.length;
    mail.unfinished = result.unfinished;
    if (scheduled && !result.unfinished) mail.looked = now;
  } catch (error) {
    if (error instanceof LedgerTrouble) {
      mail.trouble = { kind: error.what, said: '' };
      mail.looked = now;
      return true;
    }
    if (!(error instanceof OutOfTime)) noteFailure(mail, now, error);
    else mail.unfinished = true;
    throw error;
  }
  return true;
}

/** Tried again in an hour, not at every tick. */
function noteFailure(mail: JobState['mail'], now: ReturnType<typeof nowOf>, error: unknown): void {
  mail.trouble = { kind: 'failing', said: error instanceof Error ? error.message : String(error) };
  mail.looked = now;
}

/** By what the rebuilds of this run have read. */
function hasHappened(run: Run): boolean {
  if (run.readings.size === 0) return false;
  const { date } = nowOf(run.programmeMoment());
  const oldest = addDays(date, -CATCH_UP_DAYS);
  const since = run.state.mail.switchedOn as CivilDate;
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
