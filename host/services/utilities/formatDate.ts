import { ScriptError } from '../../runtime/ports';
import { type WallClock, wallClock } from './zone';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY_MS = 86_400_000;

/**
 * `Utilities.formatDate`: Java's SimpleDateFormat, names in English
 * (https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String)).
 * Throws Google's text for an unknown letter (the text is unconfirmed).
 */
export function formatDate(instant: number, timeZone: string, pattern: string): string {
  if (Number.isNaN(instant)) throw new ScriptError('Invalid argument: date');
  const shown = clockIn(timeZone, instant);
  let out = '';
  for (let i = 0; i < pattern.length; ) {
    const letter = pattern.charAt(i);
    if (letter === "'") {
      const [text, next] = quoted(pattern, i);
      out += text;
      i = next;
      continue;
    }
    let count = 1;
    while (pattern.charAt(i + count) === letter) count += 1;
    out += /[A-Za-z]/.test(letter) ? field(letter, count, shown, timeZone) : letter.repeat(count);
    i += count;
  }
  return out;
}

/** An unknown zone is read as GMT, as Java's TimeZone.getTimeZone does; `GMT+5` and `GMT+05:30` are known. */
function clockIn(timeZone: string, instant: number): WallClock {
  const fixed = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(timeZone);
  if (fixed) {
    const sign = fixed[1] === '-' ? -1 : 1;
    const ahead = sign * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
    return { ...wallClock('UTC', instant + ahead), offsetMs: ahead };
  }
  try {
    return wallClock(timeZone, instant);
  } catch {
    return wallClock('UTC', instant);
  }
}

/** Text between apostrophes; two apostrophes are one. */
function quoted(pattern: string, from: number): [text: string, next: number] {
  if (pattern.charAt(from + 1) === "'") return ["'", from + 2];
  let text = '';
  for (let i = from + 1; i < pattern.length; i++) {
    if (pattern.charAt(i) !== "'") text += pattern.charAt(i);
    else if (pattern.charAt(i + 1) === "'") {
      text += "'";
      i += 1;
    } else return [text, i + 1];
  }
  throw new ScriptError('Invalid argument: format. Unterminated quote');
}

function field(letter: string, count: number, t: WallClock, timeZone: string): string {
  const pad = (value: number) => String(value).padStart(count, '0');
  switch (letter) {
    case 'G':
      return t.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? String(t.year % 100).padStart(2, '0') : pad(t.year);
    case 'Y': {
      const [year] = weekOf(t);
      return count === 2 ? String(year % 100).padStart(2, '0') : pad(year);
    }
    case 'M':
    case 'L': {
      const name = MONTHS[t.month - 1] ?? '';
      return count >= 4 ? name : count === 3 ? name.slice(0, 3) : pad(t.month);
    }
    case 'd':
      return pad(t.day);
    case 'D':
      return pad(dayOfYear(t));
    case 'w':
      return pad(weekOf(t)[1]);
    case 'W':
      return pad(Math.floor((t.day - 1 + weekdayOfFirst(t)) / 7) + 1);
    case 'F':
      return pad(Math.floor((t.day - 1) / 7) + 1);
    case 'E': {
      const name = DAYS[t.weekday] ?? '';
      return count >= 4 ? name : name.slice(0, 3);
    }
    case 'u':
      return pad(t.weekday === 0 ? 7 : t.weekday);
    case 'a':
      return t.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(t.hour);
    case 'k':
      return pad(t.hour === 0 ? 24 : t.hour);
    case 'K':
      return pad(t.hour % 12);
    case 'h':
      return pad(t.hour % 12 === 0 ? 12 : t.hour % 12);
    case 'm':
      return pad(t.minute);
    case 's':
      return pad(t.second);
    case 'S':
      return pad(t.ms);
    case 'z':
      return zoneName(t, timeZone, count);
    case 'Z':
      return offset(t.offsetMs, '');
    case 'X':
      if (t.offsetMs === 0) return 'Z';
      return count === 1 ? offset(t.offsetMs, '').slice(0, 3) : offset(t.offsetMs, count === 3 ? ':' : '');
    default:
      throw new ScriptError(`Illegal pattern character '${letter}'`);
  }
}

function offset(ms: number, colon: string): string {
  const minutes = Math.abs(Math.round(ms / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function zoneName(t: WallClock, timeZone: string, count: number): string {
  if (t.offsetMs === 0 && /^(UTC|GMT)$/.test(timeZone)) return timeZone;
  const style = count >= 4 ? 'long' : 'short';
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts(
      Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute) - t.offsetMs,
    );
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? `GMT${offset(t.offsetMs, ':')}`;
  } catch {
    return `GMT${offset(t.offsetMs, ':')}`;
  }
}

function dayOfYear(t: WallClock): number {
  return Math.round((Date.UTC(t.year, t.month - 1, t.day) - Date.UTC(t.year, 0, 1)) / DAY_MS) + 1;
}

function weekdayOfFirst(t: WallClock): number {
  return (((t.weekday - (t.day - 1)) % 7) + 7) % 7;
}

/** Java's week year and week for an English locale: weeks start on Sunday, the first holds 1 January. */
function weekOf(t: WallClock): [year: number, week: number] {
  const saturday = new Date(Date.UTC(t.year, t.month - 1, t.day) + (6 - t.weekday) * DAY_MS);
  const year = saturday.getUTCFullYear();
  const first = new Date(Date.UTC(year, 0, 1));
  const sunday = first.getTime() - first.getUTCDay() * DAY_MS;
  return [year, Math.floor((saturday.getTime() - sunday) / (7 * DAY_MS)) + 1];
}
