/** One record of the ledger: what became of one part of one mail. */
import type { CivilDate } from '../../dates/civil';
import { fingerprint } from '../../values/fingerprint';
import { MAIL_KIND_NAMES, type MailKindName, mailKind } from '../kinds';

/**
 * `planned`: about to be sent by the run that wrote it. `sending`: handed to Google, or not, if the run was stopped
 * just then. `unknown`: such a record found by a later run, or an answer of Google's that leaves it open.
 * `settled`: unknown, and the administrator has said that nothing more is to be done. `dropped`: there was nothing to
 * say any more when its turn came. `deferred`: surely not sent, for a reason that passes: it is tried again.
 */
export const LEDGER_STATES = [
  'planned',
  'sending',
  'sent',
  'failed',
  'unknown',
  'settled',
  'dropped',
  'deferred',
] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface LedgerKey {
  readonly kind: MailKindName;
  /**
   * Begins with a day: of the digest's morning, of the reminder, of the return (see {@link returnPeriod}), for a call
   * list the deadline that cannot be met, with the district behind it.
   */
  readonly period: string;
  readonly address: string;
}

export interface LedgerRecord extends LedgerKey {
  readonly state: LedgerState;
  /** Seconds since the epoch. */
  readonly at: number;
  /** A code of ours (src/messages/mail/plan.ts has the words), or what Google said. */
  readonly reason: string;
  /** Of one that was deferred: how often it was tried on the last day on which it was. */
  readonly tried?: Tried;
}

export interface Tried {
  readonly on: CivilDate;
  readonly times: number;
}

/** Still to be sent: the run that plans anew takes it over. */
export const isPending = ({ state }: Pick<LedgerRecord, 'state'>): boolean =>
  state === 'planned' || state === 'deferred';

export const keyText = ({ kind, period, address }: LedgerKey): string => `${kind}\t${period}\t${address}`;

const isKind = (text: string): text is MailKindName => (MAIL_KIND_NAMES as readonly string[]).includes(text);

/** The way back; null for a text that names no record. */
export function readKey(text: string): LedgerKey | null {
  const [kind = '', period = '', address = '', ...more] = text.split('\t');
  return isKind(kind) && period !== '' && address !== '' && more.length === 0
    ? { kind, period, address }
    : null;
}

const DAY_LENGTH = 10;
export const dayOfPeriod = ({ period }: Pick<LedgerKey, 'period'>): string => period.slice(0, DAY_LENGTH);

const FINGERPRINT_LENGTH = 4;

/** Short, because a head may return hundreds of reports at once, and all of one day stand in one record. */
export const returnFingerprint = (book: string, pair: string): string =>
  fingerprint(`${book} ${pair}`).slice(-FINGERPRINT_LENGTH).padStart(FINGERPRINT_LENGTH, '0');

/** Period of a mail about these reports, returned on that day. */
export const returnPeriod = (on: CivilDate, fingerprints: readonly string[]): string =>
  `${on} ${fingerprints.join('')}`;

/** Whether the mail was about the return of this report, by its fingerprint, on that day. */
export function tellsOfReturn({ kind, period }: LedgerRecord, on: CivilDate, report: string): boolean {
  if (kind !== 'return' || !period.startsWith(on)) return false;
  for (let at = DAY_LENGTH + 1; at < period.length; at += FINGERPRINT_LENGTH) {
    if (period.startsWith(report, at)) return true;
  }
  return false;
}

/**
 * Whether a record keeps the same mail from being sent: a plan does not, nor one that was deferred, nor a reminder that
 * was dropped because nothing was outstanding any more. A digest that had nothing to report is done for its morning.
 */
export const isDone = ({ state, kind }: LedgerRecord): boolean =>
  !isPending({ state }) && (state !== 'dropped' || mailKind(kind).droppedIsDone);

/** Nothing more has to be done about it. */
export const isAtRest = ({ state }: LedgerRecord): boolean =>
  state === 'sent' || state === 'failed' || state === 'dropped' || state === 'settled';
