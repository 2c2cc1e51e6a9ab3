/**
 * When something is due, by the calendar alone: mornings of digests, days on which a report calls for a reminder,
 * and how quiet days move them. Days and hours are those of the spreadsheet's time zone.
 */
import { addDays, type CivilDate, daysBetween, weekday } from '../dates/civil';
import type { DigestWhy } from './mail';
import { CATCH_UP_DAYS, isQuiet, LAST_HOUR, type MailSettings } from './settings';

export interface Now {
  readonly date: CivilDate;
  /** 0–23 */
  readonly hour: number;
}

/** When a digest is made; src/domain/mail/kinds has a record for each. */
export interface DigestTimes {
  /** 0–23, in the programme's time zone. */
  hour(settings: MailSettings): number;
  /** Why it is to be made for this very day, before quiet days are looked at; null when it is not. */
  callsOn(day: CivilDate, calendar: SlotCalendar): DigestWhy | null;
}

type Quiet = Pick<MailSettings, 'quietDays' | 'quietDates'>;

/** A longer quiet time is a mistake in the settings, or a programme that is suspended. */
const LONGEST_QUIET = 120;

/** The day itself, or the first one after it that is not quiet. */
export function nextAllowed(day: CivilDate, quiet: Quiet): CivilDate {
  let allowed = day;
  for (let step = 0; step < LONGEST_QUIET && isQuiet(allowed, quiet); step += 1)
    allowed = addDays(allowed, 1);
  return allowed;
}

/** Whether the schedule may send at this moment at all. */
export const isSendingTime = (now: Now, settings: Quiet): boolean =>
  now.hour < LAST_HOUR && !isQuiet(now.date, settings);

export interface Slot {
  /** The morning, after quiet days moved it. */
  readonly day: CivilDate;
  readonly why: DigestWhy;
}

export interface SlotCalendar {
  readonly settings: MailSettings;
  /** Days on which a stage is due; each once. */
  readonly deadlines: ReadonlySet<CivilDate>;
  /** The first day on which the schedule sends anything. */
  readonly since: CivilDate;
}

/** The rule of the usual digests: the morning after a deadline, and on set weekdays. */
export function afterDeadlineOrOn(
  weekdays: readonly number[],
  day: CivilDate,
  { settings, deadlines }: SlotCalendar,
): DigestWhy | null {
  const deadline = addDays(day, -1);
  if (settings.afterDeadline && deadlines.has(deadline)) return { kind: 'afterDeadline', deadline };
  return weekdays.includes(weekday(day)) ? { kind: 'regular' } : null;
}

/**
 * The latest morning of a digest up to this day, so that a missed one is made up for once. Null when there was none
 * within the days for which mornings are made up for. The hour is not looked at here.
 */
export function latestSlot(digest: DigestTimes, today: CivilDate, calendar: SlotCalendar): Slot | null {
  const { settings, since } = calendar;
  let best: Slot | null = null;
  for (let back = 0; back < LONGEST_QUIET; back += 1) {
    const from = addDays(today, -back);
    const why = digest.callsOn(from, calendar);
    if (why === null) continue;
    const day = nextAllowed(from, settings);
    if (day > today) continue;
    if (best !== null && day < best.day) break;
    // Two that fall on one morning are one: the deadline says more than the weekday.
    if (best === null || why.kind === 'afterDeadline') best = { day, why };
    if (why.kind === 'afterDeadline') break;
  }
  if (best === null || best.day < since || daysBetween(best.day, today) > CATCH_UP_DAYS) return null;
  return best;
}

/** The first morning of a digest after this moment; null when none comes within a year. */
export function nextSlot(digest: DigestTimes, now: Now, calendar: SlotCalendar): CivilDate | null {
  const { settings, since } = calendar;
  const isLater = (day: CivilDate) =>
    day >= since && (day > now.date || (day === now.date && now.hour < digest.hour(settings)));
  let first: CivilDate | null = null;
  for (let ahead = -LONGEST_QUIET; ahead < 366; ahead += 1) {
    const from = addDays(now.date, ahead);
    if (first !== null && from >= first) break;
    if (digest.callsOn(from, calendar) === null) continue;
    const day = nextAllowed(from, settings);
    if (isLater(day) && (first === null || day < first)) first = day;
  }
  return first;
}

export interface ReminderCalendar {
  readonly settings: MailSettings;
  /** «Скоро срок» begins so many days before: no reminder goes out before the sheet itself shows it. */
  readonly soonDays: number;
  readonly since: CivilDate;
}

/**
 * Since when a reminder has named this deadline, too: each names all that is due within «Скоро срок». One that went out
 * on this day or later was the first before the deadline.
 */
const namedFrom = (due: CivilDate, soonDays: number): CivilDate => addDays(due, -soonDays);

/**
 * The day itself, or the first one after it that is not quiet; where that comes too late for the deadline, the last one
 * before it on which the sheet already shows «скоро срок».
 */
function allowedBefore(day: CivilDate, due: CivilDate, { settings, soonDays }: ReminderCalendar): CivilDate {
  const later = nextAllowed(day, settings);
  if (later < due || later === day) return later;
  for (let earlier = addDays(day, -1); earlier >= namedFrom(due, soonDays); earlier = addDays(earlier, -1)) {
    if (!isQuiet(earlier, settings)) return earlier;
  }
  return later;
}

/**
 * The first day after `after` and up to `today` on which a report due on `due` calls for a reminder; null when there
 * was none. `after`: the day of the last reminder, whatever it was about. Days before `since` count as `since`: what is
 * outstanding then is told on the first morning.
 */
export function firstCall(
  due: CivilDate,
  after: CivilDate | null,
  today: CivilDate,
  calendar: ReminderCalendar,
): CivilDate | null {
  const { settings, soonDays, since } = calendar;
  let first: CivilDate | null = null;
  const consider = (moved: CivilDate, servedFrom: CivilDate) => {
    const day = moved < since ? since : moved;
    if (day > today || (after !== null && (after >= day || after >= servedFrom))) return;
    if (first === null || day < first) first = day;
  };
  const days = [...new Set(settings.remindDays.map((each) => Math.min(each, soonDays)))];
  for (const [index, each] of days.sort((a, b) => b - a).entries()) {
    const day = allowedBefore(addDays(due, -each), due, calendar);
    // A further one before the same deadline is sent only because the setting asks for it.
    consider(day, index === 0 ? namedFrom(due, soonDays) : day);
  }
  const late = addDays(due, 1);
  // A report that was late when the last reminder went out was in it: the next is due so many days after that one.
  const day = nextAllowed(
    after === null || after < late ? late : addDays(after, settings.lateEvery),
    settings,
  );
  consider(day, day);
  return first;
}

type Gap = Pick<MailSettings, 'remindGap' | 'remindDays'>;

/** Where the setting asks for several reminders before a deadline, these do not wait for each other. */
function gapOf({ remindGap, remindDays }: Gap): number {
  const days = [...remindDays].sort((a, b) => a - b);
  return Math.min(remindGap, ...days.slice(1).map((each, index) => each - (days[index] ?? 0)));
}

/** Whether a person who was last reminded on that day may be reminded again. */
export const isRested = (last: CivilDate | null, today: CivilDate, settings: Gap): boolean =>
  last === null || daysBetween(last, today) >= gapOf(settings);

/**
 * Whether a report that calls for a reminder would not be named before its deadline if the person rested: no deadline
 * passes without a word.
 */
export const cannotWait = (
  due: CivilDate,
  last: CivilDate,
  today: CivilDate,
  { settings, soonDays }: ReminderCalendar,
): boolean =>
  today <= due &&
  last < namedFrom(due, soonDays) &&
  nextAllowed(addDays(last, gapOf(settings)), settings) >= due;
