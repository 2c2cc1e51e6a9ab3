/**
 * Dates in cells are serial numbers: days since 1899-12-30 on the wall clock of the spreadsheet's time zone
 * (https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values).
 */
const DAY = 86_400_000;
const EPOCH_SERIAL = 25_569;
/** Offsets change on quarter hours at the finest. */
const QUARTER = 900_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, found);
  }
  return found;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at this instant. */
export function zoneOffset(epoch: number, zone: string): number {
  const quarter = Math.floor(epoch / QUARTER);
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const cached = known.get(quarter);
  if (cached !== undefined) return cached;
  const instant = quarter * QUARTER;
  const parts: Record<string, string> = {};
  for (const part of formatter(zone).formatToParts(instant)) parts[part.type] = part.value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  const offset = wall.getTime() - instant;
  known.set(quarter, offset);
  return offset;
}

export function epochToSerial(epoch: number, zone: string): number {
  return (epoch + zoneOffset(epoch, zone)) / DAY + EPOCH_SERIAL;
}

/**
 * The instant of a wall-clock serial. A time that the clocks skip moves forward by the gap, a time that
 * they repeat is the first of the two (unconfirmed: Google does not say).
 */
export function serialToEpoch(serial: number, zone: string): number {
  const wall = Math.round((serial - EPOCH_SERIAL) * DAY);
  const before = zoneOffset(wall - DAY, zone);
  const after = zoneOffset(wall + DAY, zone);
  if (before === after || zoneOffset(wall - before, zone) === before) return wall - before;
  if (zoneOffset(wall - after, zone) === after) return wall - after;
  return wall - before;
}

/** Serial of a civil date; a month or day out of range rolls over, as in Sheets' DATE. */
export function civilToSerial(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH_SERIAL;
}

export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
}

export function serialToWall(serial: number): Wall {
  const date = new Date(Math.round((serial - EPOCH_SERIAL) * DAY));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milli: date.getUTCMilliseconds(),
  };
}
