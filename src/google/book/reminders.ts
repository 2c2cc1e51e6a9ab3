/** «Напоминания» of a reporting book: rows of districts, and what came of each head's request. */
import { toSerial } from '../../domain/dates/civil';
import type { ReminderOutcome, SentAt } from '../../domain/mail/requests/reminderRequests';
import { readTable } from '../../domain/schema/table';
import { sameKey } from '../../domain/values/text';
import { placeRow } from '../../tabs/schemas/programmeRows';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { textValue } from './cells';
import type { ReportingBook } from './reportingBook';
import { columnsOf } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Value = string | number | boolean | Date;

const MINUTES_A_DAY = 1440;
/** Somebody who moves rows all the time cannot keep a run busy. */
const MOST_WRITINGS = 3;

/** Adds rows of districts: in one block where nothing stands yet, else one by one below what people work in. */
export function addDistricts(book: ReportingBook, names: readonly string[], isEmpty: boolean): void {
  const sheet = book.sheet(remindersSchema.id);
  if (sheet === null || names.length === 0) return;
  const rows = names.map((district) => ({ district }));
  if (isEmpty) {
    book.fillEmpty(remindersSchema, rows);
    return;
  }
  const at = columnsOf(sheet, remindersSchema, book.state);
  for (const row of rows) sheet.appendRow(placeRow(row, at).map(textValue));
}

/** What Svodka says beside a district. */
interface Said {
  readonly sent: Value;
  readonly text: string;
}

interface DistrictRow extends Said {
  /** From 1. */
  readonly row: number;
  readonly district: string;
}

interface Rows {
  readonly rows: readonly DistrictRow[];
  /** Columns from 0. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * Writes what came of requests: each row is looked up by its district right before, and the rows are read again
 * afterwards. Where they were moved meanwhile, what stood beside other districts is put back.
 */
export function writeOutcomes(book: ReportingBook, outcomes: readonly ReminderOutcome[]): void {
  const sheet = book.sheet(remindersSchema.id);
  if (sheet === null || outcomes.length === 0) return;
  const told = new Map(outcomes.map((each) => [each.district, each]));
  const wanted = new Map<string, Said>();
  for (let count = 0; count < MOST_WRITINGS; count += 1) {
    const { rows, at } = readRows(sheet, book);
    if (count === 0) {
      for (const row of rows) {
        const outcome = told.get(row.district);
        const sent = outcome?.sent ? serialOf(outcome.sent) : row.sent;
        wanted.set(row.district, { sent, text: outcome?.text ?? row.text });
      }
    }
    const wrong = rows.filter((row) => {
      const said = wanted.get(row.district);
      const isNews = count === 0 && told.has(row.district);
      return said !== undefined && (isNews || said.text !== row.text || !isSameTime(said.sent, row.sent));
    });
    if (wrong.length === 0) return;
    for (const row of wrong) write(sheet, at, row, wanted.get(row.district) ?? row);
  }
}

function readRows(sheet: Sheet, { state }: ReportingBook): Rows {
  const [header = [], ...values]: Value[][] = sheet.getDataRange().getValues();
  const { at } = readTable(remindersSchema, [header.map(String)], state.renamed[remindersSchema.id]);
  const seen = new Set<string>();
  const rows = values.flatMap((cells, index): DistrictRow[] => {
    const cell = (id: string): Value => cells[at.get(id) ?? -1] ?? '';
    const district = sameKey(String(cell('district')));
    if (district === '' || seen.has(district)) return [];
    seen.add(district);
    return [{ row: index + 2, district, sent: cell('sent'), text: String(cell('outcome')) }];
  });
  return { rows, at };
}

const serialOf = ({ date, minutes }: SentAt): number => toSerial(date) + minutes / MINUTES_A_DAY;

/** A moment that this run wrote is read back as an instant, which only the spreadsheet's zone could compare. */
const isSameTime = (wanted: Value, present: Value): boolean =>
  typeof wanted === 'object' && typeof present === 'object'
    ? wanted.getTime() === present.getTime()
    : wanted === present || (typeof wanted === 'number' && typeof present === 'object');

/** The smallest range: «Итог» alone unless the moment changes too. */
function write(sheet: Sheet, at: Rows['at'], present: DistrictRow, said: Said): void {
  const [sent, outcome] = [at.get('sent'), at.get('outcome')];
  const text = textValue(said.text);
  const together = sent !== undefined && outcome === sent + 1;
  const both = said.sent !== present.sent;
  if (together && both) {
    sheet.getRange(present.row, sent + 1, 1, 2).setValues([[said.sent, text]]);
    return;
  }
  if (both && sent !== undefined) sheet.getRange(present.row, sent + 1).setValue(said.sent);
  if (outcome !== undefined) sheet.getRange(present.row, outcome + 1).setValue(text);
}
