/**
 * Days of cells for callers that may not spend a call on each: an instant that is midnight where the book is needs none.
 * How far midnight there lies from midnight in Greenwich is read off one date cell, «Сегодня» of «Служебное»; every
 * other instant (a time of day beside the date, the other half of the year where clocks change) is asked of Google.
 */

import { type CivilDate, fromDayNumber, parseIso } from '../../domain/dates/civil';
import type { DateCell } from '../../domain/values/cell';
import { momentIn } from './calendar';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Zones differ by whole quarters of an hour: anything else is no midnight. */
const QUARTER = HOUR / 4;
/** Offsets from −11 to +13 hours: a midnight alone cannot tell +13 from −11. */
const LARGEST_OFFSET = 13 * HOUR;

const offsetOf = (midnight: number): number => {
  const offset = ((-midnight % DAY) + DAY) % DAY;
  return offset > LARGEST_OFFSET ? offset - DAY : offset;
};

export class Days {
  /** Offsets of the zone, in milliseconds, that are known to be right: one, two where clocks change. */
  private readonly offsets = new Set<number>();
  private readonly known = new Map<number, DateCell | string>();
  private zone: string | null = null;

  /** `midnight`: an instant that is known to be the beginning of a day there; null when there is none at hand. */
  constructor(
    private readonly book: GoogleAppsScript.Spreadsheet.Spreadsheet,
    midnight: Date | null,
  ) {
    const offset = midnight === null ? null : offsetOf(midnight.getTime());
    if (offset !== null && offset % QUARTER === 0) this.offsets.add(offset);
  }

  /** The day that it is there now. */
  today(): CivilDate {
    const [offset] = this.offsets;
    if (offset === undefined) return momentIn(this.zoneOf()).date as CivilDate;
    return fromDayNumber(Math.floor((Date.now() + offset) / DAY));
  }

  /** The civil date of a cell's instant; as text when it is outside the years 1900–2100. */
  cellOf(instant: Date): DateCell | string {
    const time = instant.getTime();
    const offset = offsetOf(time);
    if (this.offsets.has(offset)) {
      const day = new Date(time + offset).toISOString().slice(0, 10);
      const date = parseIso(day);
      return date === null ? day : { date };
    }
    const cell = this.known.get(time) ?? this.ask(instant);
    this.known.set(time, cell);
    return cell;
  }

  private ask(instant: Date): DateCell | string {
    const text = Utilities.formatDate(instant, this.zoneOf(), 'yyyy-MM-dd HH:mm:ss');
    const day = text.slice(0, 10);
    if (text.endsWith(' 00:00:00')) this.offsets.add(offsetOf(instant.getTime()));
    const date = parseIso(day);
    return date === null ? day : { date };
  }

  private zoneOf(): string {
    this.zone ??= this.book.getSpreadsheetTimeZone();
    return this.zone;
  }
}
