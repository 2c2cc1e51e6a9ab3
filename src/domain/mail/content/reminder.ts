/** What one person's schools have outstanding, to the person. */
import type { ReportRecord } from '../../report/records';
import type { MailFacts, PairRef } from '../facts';
import type { ReminderWhy } from '../mail';
import type { Section } from '../section';
import type { MailWords, OutstandingCounts } from '../words';
import { dueLine, outstandingBadge, returnLine, unreadableLine } from './items';
import { reportUrl, stageLink } from './links';
import { LONGEST_TEXT, oneLine } from './oneLine';
import { countsOf, type OutstandingItem, outstandingBlock, outstandingItems } from './outstandingItems';

/** One person's schools, however many; what was filed by the time the mail is made is left out. */
export interface ReminderPart {
  readonly kind: 'reminder';
  readonly why: readonly ReminderWhy[];
  readonly pairs: readonly PairRef[];
}

export interface ReminderWords extends MailWords {
  readonly reminder: {
    subject(counts: OutstandingCounts): string;
    readonly title: string;
    readonly why: Readonly<Record<ReminderWhy, string>>;
    readonly how: string;
    /** The same of what was returned. */
    readonly howReturned: string;
  };
}

/** The tab with all of it, where it is all in one book. */
const reportOf = (items: readonly OutstandingItem[]): string | null => {
  const [book, ...others] = new Set(items.map((each) => each.book));
  return book === undefined || others.length > 0 ? null : reportUrl(book);
};

/** Null when nothing of it is outstanding any more. */
export function reminderSection(part: ReminderPart, facts: MailFacts, words: ReminderWords): Section | null {
  const items = outstandingItems(part.pairs, facts);
  if (items.length === 0) return null;
  const counts = countsOf(items);
  const returned = counts.returned + counts.overdueReturned;
  const whole = reportOf(items);
  const lead = words.outstanding(counts);
  return {
    subject: words.reminder.subject(counts),
    title: words.reminder.title,
    lead,
    figures: null,
    notices: part.why.map((why) => ({ text: words.reminder.why[why], url: null })),
    blocks: [
      outstandingBlock(items, words, whole, (book, record) => ({
        title: stageLink(book, record),
        lines: [
          ...dueLine(record, words),
          ...presentLine(record, words),
          ...returnLine(book, record, words),
          ...unreadableLine(record, words),
        ],
        badge: outstandingBadge(book, record, words),
      })),
    ],
    closing: [
      ...(counts.expected > returned ? [words.reminder.how] : []),
      ...(returned > 0 ? [words.reminder.howReturned] : []),
    ].join(' '),
    whole,
    brief: { name: words.reminder.title, line: lead },
    isShort: false,
  };
}

function presentLine({ stage }: ReportRecord, words: MailWords): string[] {
  return [
    ...(stage.result === '' ? [] : [words.item.present(oneLine(stage.result, LONGEST_TEXT))]),
    ...(stage.documentNeeded ? [words.item.documentNeeded] : []),
  ];
}
