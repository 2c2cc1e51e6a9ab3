/** «Напоминания» as a district's head sees and asks. */
import type { Refusal } from '../../contract/plain';
import type { District } from '../../contract/school';
import { cellAt, readTable, rowCount, sheetRow, textAt } from '../../domain/schema/table';
import { cellText, dayOf } from '../../domain/values/cell';
import { sameKey } from '../../domain/values/text';
import { RowCells } from '../../google/book/rowCells';
import type { SchoolBook } from '../../google/book/schoolBook';
import { commit } from '../../google/services/app';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { refuse } from '../run/answer';

interface Reminder {
  readonly shown: NonNullable<District['reminder']>;
  readonly mayAsk: boolean;
  readonly cell: RowCells;
  /** Column of the cell, from 0. */
  readonly place: number;
}

/** The row of a district (by its key); null where the tab has none. */
export function readReminder(book: SchoolBook, district: string): Reminder | null {
  const sheet = book.sheet(remindersSchema.id);
  if (sheet === null) return null;
  const table = readTable(remindersSchema, book.grid(sheet), book.manifest.renamed[remindersSchema.id]);
  const row = Array.from({ length: rowCount(table) }, (_, index) => index).find(
    (index) => sameKey(textAt(table, index, 'district')) === district,
  );
  const [place, sentAt] = [table.at.get('asked'), table.at.get('sent')];
  if (row === undefined || place === undefined) return null;
  const cell = new RowCells(sheet, sheetRow(row), [{ first: place, count: 1 }]);
  return {
    shown: {
      asked: dayOf(cellAt(table, row, 'asked')),
      // With its time of day, which a civil date has not.
      sent: sentAt === undefined ? '' : sheet.getRange(sheetRow(row), sentAt + 1).getDisplayValue(),
      outcome: cellText(cellAt(table, row, 'outcome')),
    },
    mayAsk: cell.canEdit(),
    cell,
    place,
  };
}

/** Writes today's day beside the district; a refusal where that cannot be. */
export function askToRemind(book: SchoolBook, district: string): Refusal | null {
  const reminder = readReminder(book, district);
  if (reminder === null) return refuse(says.noReminders);
  if (!reminder.mayAsk) return refuse(says.mayNotRemind);
  const { cell, place, shown } = reminder;
  if (shown.asked === book.today) return null;
  if (cell.formulas().size > 0) return refuse(says.notRepairable);
  cell.write(new Set([place]), () => ({ date: book.today }));
  commit();
  return readReminder(book, district)?.shown.asked === book.today ? null : refuse(says.notKept, true);
}
