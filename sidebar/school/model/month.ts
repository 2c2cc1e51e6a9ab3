/** One month as a calendar shows it, weeks from Monday. */
import {
  addDays,
  type CivilDate,
  civil,
  lastDayOfMonth,
  partsOf,
  weekday,
} from '../../../src/domain/dates/civil';

/** Weeks of seven; null before the first and after the last day. */
export function weeksOf(year: number, month: number): readonly (readonly (CivilDate | null)[])[] {
  const first = civil(year, month, 1);
  if (first === null) return [];
  const last = partsOf(lastDayOfMonth(year, month)).day;
  const before = weekday(first) - 1;
  const weeks = Math.ceil((before + last) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, at) => civil(year, month, week * 7 + at - before + 1)),
  );
}

/** The same day of another month, or its last one; null outside 1900–2100. */
export function shiftMonth(date: CivilDate, by: number): CivilDate | null {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + by;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return civil(toYear, toMonth, 1) === null
    ? null
    : civil(toYear, toMonth, Math.min(day, partsOf(lastDayOfMonth(toYear, toMonth)).day));
}

/** Civil days end in 2100. */
function shiftDay(date: CivilDate, by: number): CivilDate | null {
  const { year, month } = partsOf(date);
  return civil(year, month + Math.sign(by), 1) === null && shiftMonth(date, Math.sign(by)) === null
    ? null
    : addDays(date, by);
}

/** Where a key of the keyboard leads from a day; null for a key that leads nowhere. */
export function dayByKey(key: string, from: CivilDate): CivilDate | null {
  switch (key) {
    case 'ArrowLeft':
      return shiftDay(from, -1);
    case 'ArrowRight':
      return shiftDay(from, 1);
    case 'ArrowUp':
      return shiftDay(from, -7);
    case 'ArrowDown':
      return shiftDay(from, 7);
    case 'Home':
      return shiftDay(from, 1 - weekday(from));
    case 'End':
      return shiftDay(from, 7 - weekday(from));
    case 'PageUp':
      return shiftMonth(from, -1);
    case 'PageDown':
      return shiftMonth(from, 1);
    default:
      return null;
  }
}
