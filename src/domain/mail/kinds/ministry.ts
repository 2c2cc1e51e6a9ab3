/** The ministry's digest. */
import { type MinistryPart, ministrySection } from '../content/ministry';
import { digestSnapshot } from '../digestSnapshot';
import { afterDeadlineOrOn } from '../schedule';
import { BY_HAND, DIGEST_RECORD, type DigestKind } from './kind';

const ALL_BOOKS = '*';

export const ministry: DigestKind<MinistryPart> = {
  ...DIGEST_RECORD,
  letter: 'c',
  rank: 1,
  part: {
    kind: 'ministry',
    role: 'ministry',
    order: 2,
    attachesFigures: true,
    section: ministrySection,
    byHand: (to, given) => ministry.parts(to, { ...given, why: BY_HAND }),
    about: () => [],
  },
  needsAllBooks: true,
  hour: ({ ministryHour }) => ministryHour,
  callsOn: (day, calendar) => afterDeadlineOrOn(calendar.settings.ministryDays, day, calendar),
  parts: (_to, { why, unsent, lastDigest }) => [
    { kind: 'ministry', why, previous: lastDigest(ALL_BOOKS), unsent },
  ],
  withUnsent: (part, waiting) => ({ ...part, unsent: waiting.length }),
  storedAs: () => ALL_BOOKS,
  snapshot: (_part, { today, books }) =>
    digestSnapshot(
      today,
      books.flatMap(({ analysis }) => [...analysis.records]),
    ),
};
