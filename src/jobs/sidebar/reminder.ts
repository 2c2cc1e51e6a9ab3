/** «Напоминания» as a district's head sees and asks. */
import type { Refusal } from '../../contract/plain';
import type { District } from '../../contract/school';
import { cellAt, readTable, rowCount, sheetRow, textAt } from '../../domain/schema/table';
import type { Place } from '../../domain/school/settle';
import { cellText, dayOf } from '../../domain/values/cell';
import { sameKey } from '../../domain/values/text';
import { RowCells } from '../../google/book/rowCells';
import type { SchoolBook } from '../../google/book/schoolBook';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { refuse } from '../run/answer';
import { type PressedTab, press } from './press';

/** Somebody who moves rows all the time: then the person is told. */
const MOST_TRIES = 3;

interface Reminder {
  readonly shown: NonNullable<District['reminder']>;
  readonly mayAsk: boolean;
  readonly cells: RowCells;
  /** Where the cell stands and in which column the districts do, from 0. */
  readonly at: Place;
  readonly districts: number;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
}

/** The row of a district (by its key); null where the tab has none. */
export function readReminder(book: SchoolBook, district: string): Reminder | null {
  const sheet = book.sheet(remindersSchema.id);
  if (sheet === null) return null;
  const grid = book.grid(sheet);
  const table = readTable(remindersSchema, grid, book.manifest.renamed[remindersSchema.id]);
  const row = Array.from({ length: rowCount(table) }, (_, index) => index).find(
    (index) => sameKey(textAt(table, index, 'district')) === district,
  );
  const [place, sentAt] = [table.at.get('asked'), table.at.get('sent')];
  const districts = table.at.get('district');
  if (row === undefined || place === undefined || districts === undefined) return null;
  const cells = new RowCells(sheet, sheetRow(row), [{ first: place, count: 1 }]);
  return {
    shown: {
      asked: dayOf(cellAt(table, row, 'asked')),
      // With its time of day, which a civil date has not.
      sent: sentAt === undefined ? '' : sheet.getRange(sheetRow(row), sentAt + 1).getDisplayValue(),
      outcome: cellText(cellAt(table, row, 'outcome')),
    },
    mayAsk: cells.canEdit(),
    cells,
    at: { row: sheetRow(row) - 1, column: place },
    districts,
    sheet,
  };
}

/** Writes today's day beside the district; a refusal where that cannot be. */
export function askToRemind(book: SchoolBook, district: string): Refusal | null {
  for (let count = 0; count < MOST_TRIES; count += 1) {
    const reminder = readReminder(book, district);
    if (reminder === null) return refuse(says.noReminders);
    if (!reminder.mayAsk) return refuse(says.mayNotRemind);
    const { cells, at, sheet, districts, shown } = reminder;
    if (shown.asked === book.today) return null;
    if (cells.formulas().size > 0) return refuse(says.notRepairable);
    // Right before the write: whose cell it is, and what the cells around hold.
    const before = book.grid(sheet);
    if (sameKey(cellText(before[at.row]?.[districts] ?? '')) !== district) continue;
    const tab: PressedTab = {
      ...{ sheet, identity: { by: [districts], or: [] }, formulas: new Set() },
      read: () => book.grid(sheet),
    };
    const { held, left } = press(tab, before, [{ ...at, cell: { date: book.today } }], cells);
    if (held) return null;
    if (left.length > 0) return refuse(says.movedInto(left), true);
  }
  return refuse(says.notKept, true);
}
