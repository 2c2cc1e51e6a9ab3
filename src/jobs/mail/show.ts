/** Records and parts of mails in words, for those who look at them. */

import type { MailRecordView } from '../../contract/mails';
import type { LedgerRecord } from '../../domain/mail/ledger';
import { keyText } from '../../domain/mail/ledger';
import type { MailFacts, MailPart } from '../../domain/mail/parts';
import { sameKey } from '../../domain/values/text';
import { shownIn } from '../../google/book/calendar';
import { clippedList, KIND_WORDS, partText, reasonText, STATE_WORDS } from '../../messages/mail/plan';
import type { Run } from '../run/run';

/** One call each: moments are the programme's. */
export const recordView = (run: Run, record: LedgerRecord): MailRecordView => ({
  key: keyText(record),
  address: record.address,
  what: KIND_WORDS[record.kind],
  state: record.state,
  stateText: STATE_WORDS[record.state],
  at: shownIn(run.settings.timeZone, new Date(record.at * 1000)),
  reason: reasonText(record.reason),
});

const MOST_SCHOOLS = 10;

/** «напоминание: Школа № 1, Школа № 2» */
export function partLabel(part: MailPart, { books }: MailFacts): string {
  const bookOf = (id: string) => books.find((book) => book.id === id)?.analysis;
  if (part.kind === 'ministry') return partText(part.kind, '');
  if (part.kind === 'district') return partText(part.kind, districtName(part, books));
  const schools = new Set(
    part.pairs.map(({ book, pair }) => {
      const id = pair.slice(0, pair.indexOf('/'));
      return bookOf(book)?.registry.organisationLabel(id) ?? id;
    }),
  );
  return partText(part.kind, clippedList([...schools], MOST_SCHOOLS));
}

function districtName(
  { book, district }: { book: string; district: string },
  books: MailFacts['books'],
): string {
  const facts = books.find(({ id }) => id === book);
  const name = facts?.analysis.programme.organisations.find((each) => sameKey(each.district) === district);
  return name?.district ?? district;
}
