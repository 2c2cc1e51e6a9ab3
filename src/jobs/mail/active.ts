/** Whether mails may go out from this control book, since when, and whether a tick has to look at them. */
import { addDays, type CivilDate } from '../../domain/dates/civil';
import { MAIL_KIND_NAMES, mailKind } from '../../domain/mail/kinds';
import { isSendingTime, type Now } from '../../domain/mail/schedule';
import type { MailSettings } from '../../domain/mail/settings';
import type { Moment } from '../../google/book/calendar';
import type { JobState, MailMemory } from '../../google/state/jobState';
import type { Uses } from '../run/parts';

const MINUTE_MS = 60_000;
/** While something waits for the day's allowance, or Google refuses, it is tried again once an hour. */
const RETRY_MINUTES = 55;

export const nowOf = ({ date, minutes }: Moment): Now => ({
  date: date as CivilDate,
  hour: Math.floor(minutes / 60),
});

/** At which something may be due, each once, the earliest first. */
const hoursOf = (settings: MailSettings): number[] =>
  [...new Set(MAIL_KIND_NAMES.flatMap((name) => mailKind(name).hour(settings) ?? []))].sort((a, b) => a - b);

/** Takes over what «Настройки» says; mail that was just switched on begins with the next morning. */
export function takeOverSettings(run: Uses<'memory' | 'office'>): void {
  const { mail } = run.memory.state;
  const { mailOn, quietDays, quietDates } = run.office.settings;
  mail.on = mailOn;
  mail.hours = hoursOf(run.office.settings);
  mail.quiet = { quietDays, quietDates };
  if (!mailOn || mail.book === '') {
    mail.switchedOn = null;
    mail.since = null;
    mail.unfinished = false;
    mail.waiting = 0;
    mail.retryAt = null;
    return;
  }
  if (mail.switchedOn !== null) return;
  const { date, hour } = nowOf(run.office.moment());
  mail.switchedOn = date;
  mail.seen = '';
  mail.since = hour < Math.min(...mail.hours) ? date : addDays(date, 1);
}

/** A copied book may have a copy of the state: its id shows it. One call, and only where mail is on. */
export function isOwnBook(run: Uses<'memory' | 'office'>): boolean {
  const { mail } = run.memory.state;
  const isOwn = mail.book === run.office.control.file.getId();
  if (!isOwn) {
    mail.trouble = { kind: 'copied', said: '' };
    mail.retryAt = null;
    mail.looked = nowOf(run.office.moment());
    mail.triedAt = new Date().toISOString();
  }
  return isOwn;
}

export const isActive = (mail: MailMemory): boolean => mail.on && mail.book !== '' && mail.since !== null;

/** Whether a tick has to look at the mails, by the memory alone. */
export function mailIsDue({ mail, plan }: Pick<JobState, 'mail' | 'plan'>, nowMs: number, now: Now): boolean {
  if (!isActive(mail) || plan.books.length === 0) return false;
  // Word of a return is tried again on quiet days, too.
  if (mail.unfinished || (mail.retryAt !== null && nowMs >= Date.parse(mail.retryAt))) return true;
  if (!isSendingTime(now, mail.quiet) || now.date < (mail.since ?? '')) return false;
  const reached = mail.hours.filter((hour) => hour <= now.hour);
  const hour = reached[reached.length - 1];
  if (hour === undefined) return false;
  const { looked } = mail;
  if (looked === null || looked.date < now.date || looked.hour < hour) return true;
  const waits = mail.waiting > 0 || mail.trouble !== null;
  return waits && (nowMs - Date.parse(mail.triedAt ?? '1970-01-01')) / MINUTE_MS >= RETRY_MINUTES;
}
