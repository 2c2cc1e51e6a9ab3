/**
 * What one mail is made of. The schedule decides which parts an address gets (src/domain/mail/schedule.ts);
 * `composeMail` (src/mail/compose.ts) makes the mail of them and of what the books say at that moment.
 * Plain data: people, districts, schools and reports are named by id, so that a plan can be kept and computed anew.
 */

import type { CivilDate } from '../dates/civil';
import type { Analysis, BookSnapshot } from '../report/analyse';
import type { PairKey } from '../report/registry';
import type { Tally } from '../report/summary';
import type { Issue } from '../schema/issue';
import { cellAt } from '../schema/table';
import { tidy } from '../values/text';

export type Language = 'ru' | 'en';

/** What somebody is in «Адреса»; one address may be several. */
export type MailRole = 'ministry' | 'head' | 'curator' | 'administrator';

/** `weekly`: by the schedule; `afterDeadline`: the morning after one passed; `byHand`: somebody pressed a button. */
export type DigestWhy =
  | { readonly kind: 'weekly' }
  | { readonly kind: 'afterDeadline'; readonly deadline: CivilDate }
  | { readonly kind: 'byHand' };

export type Figures = Pick<Tally, 'expected' | 'inTime' | 'late' | 'missed' | 'notYetDue'>;

/** What is remembered of a digest that was sent. Small enough to be kept for each recipient: under 150 bytes as JSON. */
export interface DigestMark {
  readonly on: CivilDate;
  readonly figures: Figures;
  /** Changes when any report changes its state or its deadline, or is handed in again; not when a day merely passes. */
  readonly print: string;
}

/** All books together. */
export interface MinistryPart {
  readonly kind: 'ministry';
  readonly why: DigestWhy;
  /** What the last digest to this recipient said; null when this is the first. */
  readonly previous: DigestMark | null;
  /** How many reminders (people, not schools) wait for tomorrow's quota; 0 when all went out. */
  readonly unsent: number;
}

/** One district of one book. */
export interface DistrictPart {
  readonly kind: 'district';
  readonly book: string;
  /** Key of the district: `sameKey` of its name, as `byDistrict` gives it. */
  readonly district: string;
  readonly why: DigestWhy;
  readonly previous: DigestMark | null;
  /** How many of this district's reminders wait for tomorrow's quota. */
  readonly unsent: number;
}

/** One report that somebody owes. */
export interface PairRef {
  readonly book: string;
  readonly pair: PairKey;
}

/** `asked`: the district's head pressed «Напомнить». */
export type ReminderWhy = 'scheduled' | 'returned' | 'asked';

/** One person's schools, however many; what is no longer owed when the mail is made is left out. */
export interface ReminderPart {
  readonly kind: 'reminder';
  readonly why: readonly ReminderWhy[];
  readonly pairs: readonly PairRef[];
}

/** To a district's head: whom no mail could be sent to today for lack of quota, to be told by hand. */
export interface PassOnPart {
  readonly kind: 'passOn';
  readonly book: string;
  readonly district: string;
  readonly pairs: readonly PairRef[];
}

export type MailPart = MinistryPart | DistrictPart | ReminderPart | PassOnPart;

export interface MailRequest {
  /** Where the mail goes: one address. */
  readonly to: string;
  readonly language: Language;
  /** What the person it is made for is in «Адреса»; said in the footer. */
  readonly roles: readonly MailRole[];
  /** In any order: they are shown reminder first, then what is to be passed on, then digests. */
  readonly parts: readonly MailPart[];
  /** Made to be looked at: marked «проверка», and says whose mail it would be. Null for a real one. */
  readonly test: { readonly insteadOf: string } | null;
}

/** Ids of a book's tabs; null where the book has no such tab. */
export interface BookSheets {
  readonly report: number;
  readonly summary: number | null;
  readonly issues: number | null;
  readonly coverage: number | null;
  /** By the district's key. A book with one district has none: its summary tab is the district's. */
  readonly districts: ReadonlyMap<string, number>;
}

/** Where a book is. */
export interface BookPlace {
  /** Id of the spreadsheet. */
  readonly id: string;
  readonly name: string;
  /** As `Spreadsheet.getUrl()` gives it. */
  readonly url: string;
  readonly sheets: BookSheets;
}

/** What the mails need of one reporting book, read at one moment. */
export interface BookFacts extends BookPlace {
  readonly today: CivilDate;
  readonly soonDays: number;
  readonly analysis: Pick<Analysis, 'programme' | 'registry' | 'records' | 'coverage' | 'targets'>;
  /** All that «Замечания» of this book lists. */
  readonly issues: readonly Issue[];
  /** What heads wrote beside «возвращено», as it stands in the cell; only reports that are returned now. */
  readonly reasons: ReadonlyMap<PairKey, string>;
}

export interface Office {
  /** The sender's name and the footer's; '' where the setting is empty. */
  readonly name: string;
  /** Where answers go. */
  readonly replyTo: string;
}

export interface MailFacts {
  /** The control book's day: the date in the subject. */
  readonly today: CivilDate;
  readonly programmeTitle: string;
  readonly office: Office;
  /** In the order of «Настройки». */
  readonly books: readonly BookFacts[];
}

export interface Attachment {
  readonly name: string;
  readonly mime: 'text/csv';
  /** With the byte order mark where the format wants one; to be sent as UTF-8. */
  readonly text: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly replyTo: string;
  readonly senderName: string;
}

/** The facts of a book that was just read and analysed; `issues` are the book's own and the analysis's together. */
export function bookFacts(
  place: BookPlace,
  snapshot: Pick<BookSnapshot, 'today' | 'soonDays' | 'tables'>,
  analysis: Analysis,
  issues: readonly Issue[],
): BookFacts {
  const reasons = new Map<PairKey, string>();
  for (const { pair, row, status } of analysis.records) {
    if (row === null || status.approval !== 'returned') continue;
    const cell = cellAt(snapshot.tables.report, row, 'reason');
    const reason = typeof cell === 'string' ? tidy(cell) : '';
    if (reason !== '') reasons.set(pair, reason);
  }
  const { id, name, url, sheets } = place;
  const { today, soonDays } = snapshot;
  return { id, name, url, sheets, today, soonDays, analysis, issues, reasons };
}
