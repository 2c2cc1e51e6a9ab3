/** What a plan of the mails is made from, and why each of its mails is due. Plain data. */
import type { CivilDate } from '../dates/civil';
import type { MailFacts, PairRef } from './facts';
import type { DigestName } from './kinds';
import type { Ledger } from './ledger/ledger';
import type { People } from './people/people';
import type { Now, Slot } from './schedule';
import type { MailSettings } from './settings';

/** A report that a head has returned; `on` is the day on which Svodka first saw it. */
export interface ReturnSeen extends PairRef {
  readonly on: CivilDate;
}

/** A head asks to remind the schools of the district on that day. */
export interface HeadRequest {
  readonly book: string;
  /** The district's key. */
  readonly district: string;
  readonly on: CivilDate;
}

export interface PlanInput {
  readonly settings: MailSettings;
  readonly now: Now;
  /** False: only returns and requests, not what the calendar calls for. */
  readonly scheduled: boolean;
  /** The first day on which the schedule sends. */
  readonly since: CivilDate;
  /** The day on which mail was switched on: returns seen before it are past. */
  readonly switchedOn: CivilDate;
  /** The last morning whose digests are all done: a person who was listed since then waits for the next. */
  readonly done: Readonly<Partial<Record<DigestName, string>>>;
  readonly people: People;
  readonly facts: MailFacts;
  /** False when a book could not be read: figures of all books cannot be told then. */
  readonly complete: boolean;
  readonly returns: readonly ReturnSeen[];
  readonly requests: readonly HeadRequest[];
  readonly ledger: Ledger;
}

/** Why a mail is due now, as a dry run shows it. */
export type DueWhy =
  | { readonly kind: DigestName; readonly slot: Slot }
  | { readonly kind: 'reminder'; readonly since: CivilDate }
  | { readonly kind: 'return' | 'request'; readonly on: CivilDate }
  | { readonly kind: 'callList'; readonly deadline: CivilDate };
