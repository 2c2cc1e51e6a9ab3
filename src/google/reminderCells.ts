/** Writes what came of heads' requests into Svodka's columns of «Напоминания». */
import { toSerial } from '../domain/civil';
import type { ReminderOutcome } from '../domain/reminders';
import { sameKey } from '../domain/text';
import { remindersSchema } from '../tabs/schemas/reminders';
import type { ReportingBook } from './reportingBook';
import { columnsOf } from './tabs';

const MINUTES_A_DAY = 1440;

/** Each district's row is looked up anew: people sort. Three calls, and two for each outcome. */
export function writeReminderOutcomes(book: ReportingBook, outcomes: readonly ReminderOutcome[]): void {
  const sheet = book.sheet('reminders');
  if (sheet === null || outcomes.length === 0) return;
  const at = columnsOf(sheet, remindersSchema, book.state);
  const [district, sent, outcome] = ['district', 'sent', 'outcome'].map((id) => at.get(id));
  if (district === undefined || sent === undefined || outcome === undefined) return;
  const rows = sheet.getDataRange().getValues();
  for (const each of outcomes) {
    const row = rows.findIndex(
      (cells, index) => index > 0 && sameKey(String(cells[district])) === each.district,
    );
    if (row < 0) continue;
    if (each.sent !== null) {
      const { date, minutes } = each.sent;
      sheet.getRange(row + 1, sent + 1).setValue(toSerial(date) + minutes / MINUTES_A_DAY);
    }
    sheet.getRange(row + 1, outcome + 1).setValue(each.text);
  }
}
