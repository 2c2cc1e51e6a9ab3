/** To a district's head: schools that no reminder could be sent to today because the allowance is used up, to be called. */
import { sameKey } from '../../values/text';
import type { MailFacts, PairRef } from '../facts';
import type { Section } from '../section';
import type { MailWords } from '../words';
import { dueLine, outstandingBadge } from './items';
import { districtUrl, stageLink } from './links';
import { districtName } from './names';
import { countsOf, outstandingBlock, outstandingItems } from './outstandingItems';

export interface CallListPart {
  readonly kind: 'callList';
  readonly book: string;
  readonly district: string;
  readonly pairs: readonly PairRef[];
}

export interface CallListWords extends MailWords {
  readonly callList: {
    subject(district: string): string;
    title(district: string): string;
    readonly lead: string;
  };
}

/** Null when all of it was filed meanwhile. Only the district's own schools, whatever the part names. */
export function callListSection(part: CallListPart, facts: MailFacts, words: CallListWords): Section | null {
  const items = outstandingItems(
    part.pairs,
    facts,
    (book, { organisation }) => book.id === part.book && sameKey(organisation.district) === part.district,
  );
  const [first] = items;
  if (first === undefined) return null;
  const whole = districtUrl(first.book, part.district);
  const district = districtName(first.record.organisation.district, first.book, words);
  const subject = words.callList.subject(district);
  return {
    subject,
    title: words.callList.title(district),
    lead: words.callList.lead,
    figures: null,
    notices: [{ text: words.digest.openDistrict, url: whole }],
    blocks: [
      outstandingBlock(items, words, whole, (book, record) => ({
        title: stageLink(book, record),
        lines: dueLine(record, words),
        badge: outstandingBadge(book, record, words),
      })),
    ],
    closing: '',
    whole,
    brief: { name: subject, line: words.outstanding(countsOf(items)) },
    isShort: false,
  };
}
