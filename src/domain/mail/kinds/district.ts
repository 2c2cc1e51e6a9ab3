/** A district's digest, to its head. */
import { sameKey } from '../../values/text';
import { type DistrictPart, districtSection } from '../content/district';
import { digestSnapshot } from '../digestSnapshot';
import { districtFingerprint } from '../people/assignments';
import { afterDeadlineOrOn } from '../schedule';
import { BY_HAND, DIGEST_RECORD, type DigestKind } from './kind';

export const district: DigestKind<DistrictPart> = {
  ...DIGEST_RECORD,
  letter: 'd',
  rank: 2,
  part: {
    kind: 'district',
    role: 'head',
    order: 3,
    attachesFigures: false,
    section: districtSection,
    // How many mails wait is known of all districts together only.
    byHand: (to, given) => district.parts(to, { ...given, why: BY_HAND, unsent: 0 }),
    about: (part, { books }) => {
      const organisations = books.find(({ id }) => id === part.book)?.analysis.programme.organisations;
      const one = organisations?.find((each) => sameKey(each.district) === part.district);
      return [one?.district ?? part.district];
    },
  },
  needsAllBooks: false,
  hour: ({ districtHour }) => districtHour,
  callsOn: (day, calendar) => afterDeadlineOrOn(calendar.settings.districtDays, day, calendar),
  parts: ({ districts }, { why, unsent, lastDigest }) =>
    districts.map((each) => ({
      kind: 'district',
      book: each.book,
      district: each.id,
      why,
      previous: lastDigest(districtFingerprint(each)),
      unsent,
    })),
  withUnsent: (part, waiting) => {
    const own = waiting.filter(({ districts }) =>
      districts.some(({ book, id }) => book === part.book && id === part.district),
    );
    return { ...part, unsent: own.length };
  },
  storedAs: ({ book, district: id }) => districtFingerprint({ book, id }),
  snapshot: (part, { books }) => {
    const book = books.find(({ id }) => id === part.book);
    if (book === undefined) return null;
    return digestSnapshot(
      book.today,
      book.analysis.records.filter(({ district: name }) => sameKey(name) === part.district),
    );
  },
};
