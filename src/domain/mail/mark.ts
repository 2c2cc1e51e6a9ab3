/** What is remembered of a digest that was sent: enough to say what changed since, and whether anything did. */
import { type CivilDate, toSerial } from '../dates/civil';
import type { ReportRecord } from '../report/records';
import { tally } from '../report/summary';
import { fingerprint } from '../values/fingerprint';
import { sameKey } from '../values/text';
import type { BookFacts, DigestMark, DistrictPart, MailFacts, MinistryPart } from './parts';

/** Reports of one district of a book; the district by its key. */
const recordsOf = ({ analysis }: BookFacts, district: string): ReportRecord[] =>
  analysis.records.filter(({ organisation }) => sameKey(organisation.district) === district);

/** The mark of a digest made of these facts, to be kept once it went out; null when its book is not there. */
export function markOf(part: MinistryPart | DistrictPart, facts: MailFacts): DigestMark | null {
  if (part.kind === 'ministry') {
    return digestMark(
      facts.today,
      facts.books.flatMap((book) => [...book.analysis.records]),
    );
  }
  const book = facts.books.find(({ id }) => id === part.book);
  return book === undefined ? null : digestMark(book.today, recordsOf(book, part.district));
}

export function digestMark(today: CivilDate, records: readonly ReportRecord[]): DigestMark {
  const { expected, inTime, late, missed, notYetDue } = tally(records);
  return {
    on: today,
    figures: { expected, inTime, late, missed, notYetDue },
    print: fingerprint(
      records
        .map(({ pair, bucket, status, due, refiledOn }) =>
          [
            ...[pair, bucket, status.name, status.approval ?? '', due === null ? '' : toSerial(due)],
            ...(refiledOn === null ? [] : [refiledOn]),
          ].join(' '),
        )
        .join('\n'),
    ),
  };
}

/** Whether a digest made now would say what the last one said. */
export const isUnchanged = (previous: DigestMark | null, now: DigestMark): boolean =>
  previous !== null && previous.print === now.print;
