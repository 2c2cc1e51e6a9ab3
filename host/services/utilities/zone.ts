/** Wall clocks of IANA time zones, from the machine's own zone data. */
import { zoneOffset } from '../../workbook/cells/serial';

/** What a wall clock in a zone shows. `month` is 1–12, `weekday` 0 is Sunday. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly weekday: number;
  readonly offsetMs: number;
}

export function wallClock(timeZone: string, instant: number): WallClock {
  const offsetMs = zoneOffset(instant, timeZone);
  const shown = new Date(instant + offsetMs);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    ms: shown.getUTCMilliseconds(),
    weekday: shown.getUTCDay(),
    offsetMs,
  };
}

/**
 * The instant at which a zone's wall clock shows `shown` (ms since the epoch as if it were UTC). A time that
 * the clocks skip is taken with the offset before the change, one shown twice is its first occurrence.
 */
export function instantOf(timeZone: string, shown: number): number {
  const before = zoneOffset(shown - 86_400_000, timeZone);
  const first = shown - before;
  if (zoneOffset(first, timeZone) === before) return first;
  const second = shown - zoneOffset(first, timeZone);
  return zoneOffset(second, timeZone) + second === shown ? second : first;
}
