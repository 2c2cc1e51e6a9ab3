/** Keeps the rows of «Напоминания», reads what heads ask there, and says what came of it. */

import type { CivilDate } from '../../domain/dates/civil';
import { districtsOf, planReminders, reminderIssues } from '../../domain/mail/requests/reminderRequests';
import type { Analysis } from '../../domain/report/analyse';
import type { Issue } from '../../domain/schema/issue';
import { isBlankRow, readTable, rowCount, type Table } from '../../domain/schema/table';
import { fingerprint } from '../../domain/values/fingerprint';
import { sameKey } from '../../domain/values/text';
import type { Moment } from '../../google/book/calendar';
import { addDistricts, writeOutcomes } from '../../google/book/reminders';
import type { ReportingBook } from '../../google/book/reportingBook';
import { reminderOutcome } from '../../messages/tabs/reminders';
import { remindersSchema } from '../../tabs/schemas/reminders';

/** The memory is small; who mends these will see the next ones. */
const MOST_ISSUES = 10;

/** The table as it stands; null where the book has no such tab. Three service calls. */
export function readReminders(book: ReportingBook): Table | null {
  const { tabs, renamed } = book.state;
  const grid = tabs.reminders === undefined ? null : book.grid('reminders');
  return grid === null ? null : readTable(remindersSchema, grid, renamed.reminders);
}

/**
 * Says beside a district (its name or its key) what came of the head's request, and that it was carried out at
 * that moment. Everybody who has the book reads it: whatever looks like an address is left out.
 */
export function writeReminderOutcome(
  book: ReportingBook,
  district: string,
  { date, minutes }: Moment,
  text: string,
): void {
  const sent = { date: date as CivilDate, minutes };
  const shown = text.replace(/\S+@\S+/g, '…');
  writeOutcomes(book, [{ district: sameKey(district), sent, text: shown }]);
}

export interface KeptReminders {
  readonly issues: readonly Issue[];
  readonly written: boolean;
  /** As it was read; null where nothing of it may have changed, so that it was not. */
  readonly table: Table | null;
}

/**
 * A row for each district, and a word beside those that nobody will carry out. The tab is read only when something
 * of it may have changed: a head typed (the change marker says so), a day passed, a district came or left.
 */
export function keepReminders(
  book: ReportingBook,
  programme: Analysis['programme'],
  today: CivilDate,
  changeMarker: string,
): KeptReminders {
  const { state } = book;
  if (state.tabs.reminders === undefined) return NOTHING_KEPT;
  const districts = districtsOf(programme, today);
  const mark = fingerprint(JSON.stringify([today, changeMarker, districts]));
  if (state.reminders?.fingerprint === mark) return { ...NOTHING_KEPT, issues: state.reminders.issues };
  const table = readReminders(book);
  if (table === null || !table.at.has('district')) return NOTHING_KEPT;
  const plan = planReminders(table, districts, today, reminderOutcome);
  addDistricts(
    book,
    plan.missing.map(({ name }) => name),
    isEmpty(table),
  );
  writeOutcomes(book, plan.outcomes);
  const issues = reminderIssues(table, today).slice(0, MOST_ISSUES);
  state.reminders = { fingerprint: mark, issues };
  return { issues, written: plan.missing.length + plan.outcomes.length > 0, table };
}

const NOTHING_KEPT: KeptReminders = { issues: [], written: false, table: null };

function isEmpty(table: Table): boolean {
  for (let row = 0; row < rowCount(table); row += 1) if (!isBlankRow(table, row)) return false;
  return true;
}
