/** Writes beside a head's request in «Напоминания» what came of it, or why nothing comes of it. */
import type { CivilDate } from '../../domain/dates/civil';
import { outstandingByOrganisation } from '../../domain/mail/outstandingByOrganisation';
import { requestResult, SKIPS } from '../../domain/mail/requests/requestOutcome';
import { writeOutcomes } from '../../google/book/reminders';
import { requestWhy } from '../../messages/mail/jobs';
import { reminderOutcome } from '../../messages/tabs/reminders';
import { writeReminderOutcome } from '../rebuild/reminders';
import type { Uses } from '../run/parts';
import { requestsIn } from './facts';
import type { SendResult } from './send';

/** Writes the outcome of requests that are carried out; those that wait for the day's allowance get none yet. */
export function answerRequests(run: Uses<'office'>, { reading, people, store }: SendResult): void {
  if (reading.requests.length === 0) return;
  const moment = run.office.moment();
  const outstanding = outstandingByOrganisation(reading.facts.books);
  for (const request of reading.requests) {
    const book = reading.books.find(({ id }) => id === request.book);
    const facts = reading.facts.books.find(({ id }) => id === request.book);
    if (book === undefined || facts === undefined) continue;
    const result = requestResult(request, outstanding, people, store.ledger, moment.date as CivilDate);
    if (!result.finished) {
      // The head's day stays open: what came of it is told when it is carried out.
      if (result.deferred)
        writeOutcomes(book, [{ district: request.district, sent: null, text: requestWhy.deferred }]);
      continue;
    }
    const labelOf = (id: string) => facts.analysis.registry.organisationLabel(id) ?? id;
    const text = reminderOutcome.sent(
      result.sent.map(labelOf),
      SKIPS.map((skip) => ({ why: requestWhy[skip], schools: result.skipped[skip].map(labelOf) })),
    );
    writeReminderOutcome(book, request.district, moment, text);
  }
}

/**
 * A head must not wait for mails that are not sent; the request stays open until mail is on. Looks only
 * at tabs that this run's rebuilds have read.
 */
export function tellThatMailIsOff(run: Uses<'readings'>): void {
  for (const { book, snapshot, reminders } of run.readings.values()) {
    if (reminders === null) continue;
    const requests = requestsIn(book.id, reminders, snapshot.today);
    writeOutcomes(
      book,
      requests.map(({ district }) => ({ district, sent: null, text: requestWhy.switchedOff })),
    );
  }
}
