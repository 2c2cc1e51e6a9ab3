/** What a kind of mail is: everything that depends on the kind is a property of its record. */

import type { DigestSnapshot } from '../digestSnapshot';
import type { MailFacts } from '../facts';
import type { DigestWhy, MailRole } from '../mail';
import type { OutstandingReports } from '../outstandingByOrganisation';
import type { Assignment } from '../people/assignments';
import type { Addressee } from '../people/people';
import type { DigestTimes } from '../schedule';
import type { Section } from '../section';
import type { MailSettings } from '../settings';
import type { MailWords } from '../words';

/** Digests that were sent to one address, by what they were about; null when there was none. */
export type LastDigest = (about: string) => DigestSnapshot | null;

/** What a mail that somebody asks for by a button is made of. */
export interface ByHand {
  readonly outstanding: OutstandingReports;
  readonly lastDigest: LastDigest;
  /** How many mails wait for the day's allowance. */
  readonly unsent: number;
}

/** A section of a mail. Several kinds may be made of the same one: a reminder, whatever caused it. */
export interface PartRule<P extends { readonly kind: string }, W extends MailWords = MailWords> {
  readonly kind: P['kind'];
  /** Whose mails have it. */
  readonly role: MailRole;
  /** Its place in a mail of several sections: what asks for action first. No two are alike. */
  readonly order: number;
  /** Whether the figures of all organisations go along as a table. */
  readonly attachesFigures: boolean;
  /** In words; null when there is nothing to say any more. */
  section(part: P, facts: MailFacts, words: W): Section | null;
  /** Made by hand now; none where there is nothing to report. Called only for people who hold the role. */
  byHand(to: Addressee, given: ByHand): P[];
  /** What it is about, by name: a district, schools. */
  about(part: P, facts: MailFacts): readonly string[];
}

/** A kind of mail as the ledger stores it. */
export interface MailKind<P extends { readonly kind: string }, W extends MailWords = MailWords> {
  /** How the ledger stores the kind. For ever: a letter that was given out is never changed or given again. */
  readonly letter: string;
  /** Importance: the smallest is sent first. */
  readonly rank: number;
  /** True: the calendar calls for it. False: an action of a person does, and it is also sent by runs that look for such actions only. */
  readonly bySchedule: boolean;
  /** Counts as a reminder: no address gets two within the least gap of the settings. */
  readonly isReminder: boolean;
  /** True: a mail that had nothing to report when its turn came is done for that period. False: it may be planned again. */
  readonly droppedIsDone: boolean;
  /** Each day's record is about other reports, and is kept for as long as the schedule could ask for them again. */
  readonly eachDayStays: boolean;
  readonly part: PartRule<P, W>;
  /** 0–23, from which it may go out; null: at any hour, or along with others. */
  hour(settings: MailSettings): number | null;
}

/** What a digest of a given morning is made of. */
export interface DigestGiven {
  readonly why: DigestWhy;
  readonly unsent: number;
  readonly lastDigest: LastDigest;
}

/** A mail that waits for the day's allowance. */
export interface WaitingReminder {
  /** Districts of the reports that it reminds of. */
  readonly districts: readonly Assignment[];
}

/** A kind that goes out on set mornings and shows what changed since the last one. */
export interface DigestKind<P extends { readonly kind: string }, W extends MailWords = MailWords>
  extends MailKind<P, W>,
    DigestTimes {
  /** It has figures of all books, so it waits while one of them cannot be read. */
  readonly needsAllBooks: boolean;
  hour(settings: MailSettings): number;
  /** Called only for people who hold the role. */
  parts(to: Addressee, given: DigestGiven): P[];
  /** The same part, with how many reminders wait for another day. */
  withUnsent(part: P, waiting: readonly WaitingReminder[]): P;
  /** The name under which the ledger stores its snapshot: one recipient may get the digests of several districts. */
  storedAs(part: P): string;
  /** What it says with these facts; null when its book is not there. */
  snapshot(part: P, facts: MailFacts): DigestSnapshot | null;
}

export const BY_HAND: DigestWhy = { kind: 'byHand' };

/** What digests have in common as records of the ledger. */
export const DIGEST_RECORD = {
  bySchedule: true,
  isReminder: false,
  droppedIsDone: true,
  eachDayStays: false,
} as const;
