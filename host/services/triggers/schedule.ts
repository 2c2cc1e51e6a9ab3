import { instantOf, wallClock } from '../utilities/zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a time-driven trigger is due (https://developers.google.com/apps-script/reference/script/clock-trigger-builder). */
export type Schedule =
  | { readonly kind: 'minutes' | 'hours'; readonly every: number }
  | {
      readonly kind: 'days' | 'weeks' | 'month';
      readonly every: number;
      /** 0–23; the run falls at some stable minute within it, or near `minute`. */
      readonly hour: number;
      readonly minute: number | null;
      /** 0 is Sunday. */
      readonly weekday: number | null;
      readonly monthDay: number | null;
      readonly timeZone: string;
    }
  | { readonly kind: 'once'; readonly at: number };

/**
 * The next instant after `after`, null when there is none. `createdAt` anchors the intervals (that they
 * count from the trigger's creation is unconfirmed). `salt` is what makes the minute within the hour stable
 * for one trigger and different for another; `nearMinute` is ±15 min.
 */
export function nextRun(schedule: Schedule, createdAt: number, after: number, salt: number): number | null {
  switch (schedule.kind) {
    case 'once':
      return schedule.at > after ? schedule.at : null;
    case 'minutes':
    case 'hours': {
      const step = schedule.every * (schedule.kind === 'minutes' ? MINUTE : HOUR);
      const passed = Math.floor((after - createdAt) / step) + 1;
      return createdAt + Math.max(1, passed) * step;
    }
    default:
      return nextDay(schedule, createdAt, after, salt);
  }
}

function nextDay(
  schedule: Extract<Schedule, { kind: 'days' | 'weeks' | 'month' }>,
  createdAt: number,
  after: number,
  salt: number,
): number {
  const { timeZone, hour } = schedule;
  const minute =
    schedule.minute === null ? salt % 60 : Math.min(59, Math.max(0, schedule.minute - 15 + (salt % 31)));
  const created = wallClock(timeZone, createdAt);
  const firstDay = Date.UTC(created.year, created.month - 1, created.day);
  const now = wallClock(timeZone, after);
  for (let day = Date.UTC(now.year, now.month - 1, now.day); ; day += DAY) {
    const at = instantOf(timeZone, day + hour * HOUR + minute * MINUTE);
    if (at <= after || at <= createdAt) continue;
    if (fits(schedule, day, firstDay)) return at;
  }
}

function fits(
  schedule: Extract<Schedule, { kind: 'days' | 'weeks' | 'month' }>,
  day: number,
  firstDay: number,
): boolean {
  const date = new Date(day);
  const days = Math.round((day - firstDay) / DAY);
  if (schedule.kind === 'days') return days % schedule.every === 0;
  if (schedule.kind === 'month') return date.getUTCDate() === schedule.monthDay;
  const weekday = schedule.weekday ?? 1;
  return date.getUTCDay() === weekday && Math.floor(days / 7) % schedule.every === 0;
}
