/**
 * Cell dates to civil dates. `Range.getValues` gives an instant; which day that is depends on the
 * spreadsheet's time zone, and only `Utilities.formatDate` knows. Each distinct instant is asked once and
 * remembered between runs, so that reading ten thousand known dates costs no call.
 */

import { parseIso } from '../../domain/dates/civil';
import type { DateCell } from '../../domain/values/cell';

/** Instants (minutes since the epoch, base 36) → civil date; of one zone. */
export interface CalendarMemory {
  readonly zone: string;
  readonly days: Readonly<Record<string, string>>;
}

/** The memory lies in a script property of at most 9 kB. */
const MOST_REMEMBERED = 300;
const MINUTE = 60_000;

export class Calendar {
  private readonly cells = new Map<number, DateCell | string>();
  private readonly days: Record<string, string>;
  private learned = false;

  constructor(
    readonly zone: string,
    memory: CalendarMemory | null,
  ) {
    this.days = memory?.zone === zone ? { ...memory.days } : {};
  }

  /** The civil date of a cell's instant; as text when it is outside the years 1900–2100. */
  cellOf(instant: Date): DateCell | string {
    const time = instant.getTime();
    const known = this.cells.get(time);
    if (known !== undefined) return known;
    const key = Math.floor(time / MINUTE).toString(36);
    const text = this.days[key] ?? this.ask(instant, key);
    const date = parseIso(text);
    const cell = date === null ? text : { date };
    this.cells.set(time, cell);
    return cell;
  }

  private ask(instant: Date, key: string): string {
    const text = Utilities.formatDate(instant, this.zone, 'yyyy-MM-dd');
    this.days[key] = text;
    this.learned = true;
    return text;
  }

  /** What to remember, null when nothing new was learned. */
  memory(): CalendarMemory | null {
    if (!this.learned) return null;
    const recent = Object.entries(this.days).slice(-MOST_REMEMBERED);
    return { zone: this.zone, days: Object.fromEntries(recent) };
  }
}

export interface Moment {
  /** 'YYYY-MM-DD' in the given zone. */
  readonly date: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

/** An instant as people there write it: «05.10.2020 09:10»; one service call. */
export const shownIn = (zone: string, instant: Date): string =>
  Utilities.formatDate(instant, zone, 'dd.MM.yyyy HH:mm');

/** The present moment in a time zone; one service call. */
export function momentIn(zone: string): Moment {
  const text = Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd HH:mm');
  return { date: text.slice(0, 10), minutes: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}
