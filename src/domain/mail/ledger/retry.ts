/**
 * When a mail that was not taken for a passing reason is tried again: a few times within three hours, oftener at first;
 * then what is due the next day takes its place.
 */
import type { CivilDate } from '../../dates/civil';
import type { Ledger } from './ledger';
import type { LedgerKey, Tried } from './record';

/** Between one try and the next. */
const PAUSES_MINUTES = [10, 20, 30, 60, 60];
export const MOST_TRIES = PAUSES_MINUTES.length + 1;
/** A tick may come a little early. */
const EARLY_SECONDS = 60;

/** A day, and a moment in seconds since the epoch. */
export interface RetryMoment {
  readonly today: CivilDate;
  readonly seconds: number;
}

/** One try more, on that day. */
export const triedAgain = (tried: Tried | undefined, today: CivilDate): Tried => ({
  on: today,
  times: tried?.on === today ? tried.times + 1 : 1,
});

/** Whether it is not tried again until another day. */
export const isOver = (tried: Tried | undefined, today: CivilDate): boolean =>
  tried !== undefined && (tried.on < today || tried.times >= MOST_TRIES);

/**
 * The second from which the mail of these records may be tried; null: at once, Infinity: not today. A mail with
 * something new in it does not wait for the rest.
 */
export function restsUntil(
  keys: readonly LedgerKey[],
  ledger: Ledger,
  { today, seconds }: RetryMoment,
): number | null {
  let until = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    const record = ledger.find(key);
    if (record?.state !== 'deferred' || record.tried?.on !== today) return null;
    const pause = PAUSES_MINUTES[record.tried.times - 1];
    const next = pause === undefined ? Number.POSITIVE_INFINITY : record.at + pause * 60 - EARLY_SECONDS;
    if (next > until) until = next;
  }
  return until <= seconds ? null : until;
}
