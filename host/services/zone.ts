/** Wall clocks of IANA time zones, from the machine's own zone data. */

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

/** Offsets change only on quarters of an hour (since zones are standardised). */
const QUARTER = 900_000;
const zones = new Map<string, { format: Intl.DateTimeFormat; offsets: Map<number, number> }>();

function zone(name: string) {
  let known = zones.get(name);
  if (!known) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    known = { format, offsets: new Map() };
    zones.set(name, known);
  }
  return known;
}

/** How far the zone's wall clock is ahead of UTC at that instant, in ms. RangeError for an unknown zone. */
export function offsetAt(timeZone: string, instant: number): number {
  const { format, offsets } = zone(timeZone);
  const quarter = Math.floor(instant / QUARTER);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const at = quarter * QUARTER;
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const shown = new Date(0);
  shown.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  shown.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second), 0);
  const offset = shown.getTime() - at;
  offsets.set(quarter, offset);
  return offset;
}

export function wallClock(timeZone: string, instant: number): WallClock {
  const offsetMs = offsetAt(timeZone, instant);
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
  const before = offsetAt(timeZone, shown - 86_400_000);
  const first = shown - before;
  if (offsetAt(timeZone, first) === before) return first;
  const second = shown - offsetAt(timeZone, first);
  return offsetAt(timeZone, second) + second === shown ? second : first;
}
