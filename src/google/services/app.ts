/** Access to books, people, locks and triggers: the rest of Google's services that jobs need. */
import type { Rights } from '../pages/protect';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type BookFile = Spreadsheet;

export const activeSpreadsheet = (): Spreadsheet | null => SpreadsheetApp.getActiveSpreadsheet();

/** What Google says when it is Google that failed; the next try may work. */
const PASSING = /^(Exception: )?Service \S+ (failed|timed out)/;

/** Whether the next try may work. */
export const isPassing = (error: unknown): boolean => error instanceof Error && PASSING.test(error.message);

/** The book, or null when it was deleted or is not shared with the person who runs the job. */
export function openBook(id: string): Spreadsheet | null {
  try {
    return SpreadsheetApp.openById(id);
  } catch (error) {
    if (isPassing(error)) throw error;
    return null;
  }
}

export const createBook = (name: string): Spreadsheet => SpreadsheetApp.create(name);

/** Who runs this: '' where the account's address is not to be had. */
export function runner(): string {
  try {
    return Session.getEffectiveUser().getEmail().toLowerCase();
  } catch {
    return '';
  }
}

/** E-mail addresses of everybody who edits the book, lower case. */
const editorsOf = (book: Spreadsheet): string[] =>
  book.getEditors().map((user) => user.getEmail().toLowerCase());

/** The owner's address, lower case; '' where a shared drive owns the book. */
export const ownerOf = (book: Spreadsheet): string => book.getOwner()?.getEmail().toLowerCase() ?? '';

export function rightsFor(
  book: Spreadsheet,
  administrators: readonly string[],
  headsOf: ReadonlyMap<string, readonly string[]>,
): Rights {
  const lower = (emails: readonly string[]) => [...new Set(emails.map((email) => email.toLowerCase()))];
  return {
    administrators: lower(administrators),
    heads: lower([...headsOf.values()].flat()),
    headsOf: new Map([...headsOf].map(([district, emails]) => [district, lower(emails)])),
    editors: editorsOf(book),
  };
}

/**
 * One run at a time. False when another run holds the lock. Google frees it when the script ends, after the
 * pending writes, so a scheduled run need not do either (https://developers.google.com/apps-script/reference/lock/lock).
 */
export const tryLock = (): boolean => LockService.getScriptLock().tryLock(1000);

/**
 * One save at a time in the book that is open, no matter who presses: false when another one is under way. Given back by
 * Google when the script ends. Two calls.
 */
export const tryDocumentLock = (): boolean => LockService.getDocumentLock().tryLock(5000);

/** Carries out what was written so far; formulas are computed anew. */
export const commit = (): void => SpreadsheetApp.flush();

const HANDLER = 'tick';

export function countTriggers(): number {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER).length;
}

/** Installs the dispatcher unless this person has it already. */
export function installTick(): void {
  if (countTriggers() > 0) return;
  ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(10).create();
}

/** Removes this person's dispatchers; gives how many there were. */
export function removeTicks(): number {
  const own = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
  for (const trigger of own) ScriptApp.deleteTrigger(trigger);
  return own.length;
}

/** How many recipients may still be written to today; null where mail was not granted. */
export function mailLeft(): number | null {
  try {
    return MailApp.getRemainingDailyQuota();
  } catch {
    return null;
  }
}

export const timeZoneOf = (book: Spreadsheet): string => book.getSpreadsheetTimeZone();
export const localeOf = (book: Spreadsheet): string => book.getSpreadsheetLocale() ?? '';

/** Frees the lock for the next press, after what was written has been committed. */
export function releaseLock(): void {
  SpreadsheetApp.flush();
  LockService.getScriptLock().releaseLock();
}
