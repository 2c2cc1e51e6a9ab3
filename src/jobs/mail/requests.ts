/** Writes beside a head's request in «Напоминания» what came of it. */
import type { CivilDate } from '../../domain/civil';
import { owedByOrganisation } from '../../domain/mail/plan';
import { requestResult, SKIPS } from '../../domain/mail/requests';
import type { ReminderOutcome } from '../../domain/reminders';
import { writeReminderOutcomes } from '../../google/reminderCells';
import { requestWhy } from '../../messages/mail/jobs';
import { reminderOutcome } from '../../messages/tabs/reminders';
import type { Run } from '../run';
import type { SendResult } from './send';

/** Requests that are carried out are said to be; those that wait for the day's allowance are not yet. */
export function answerRequests(run: Run, { reading, people, store }: SendResult): void {
  const { date, minutes } = run.programmeMoment();
  const sentAt = { date: date as CivilDate, minutes };
  const owed = owedByOrganisation(reading.facts.books);
  for (const book of reading.books) {
    const facts = reading.facts.books.find(({ id }) => id === book.id);
    const labelOf = (id: string) => facts?.analysis.registry.organisationLabel(id) ?? id;
    const outcomes = reading.requests
      .filter((request) => request.book === book.id)
      .flatMap((request): ReminderOutcome[] => {
        const { finished, sent, skipped } = requestResult(request, owed, people, store.ledger, sentAt.date);
        if (!finished) return [];
        const text = reminderOutcome.sent(
          sent.map(labelOf),
          SKIPS.map((skip) => ({ why: requestWhy[skip], schools: skipped[skip].map(labelOf) })),
        );
        return [{ district: request.district, sent: sentAt, text }];
      });
    if (outcomes.length > 0) writeReminderOutcomes(book, outcomes);
  }
}
