/** Takes in what the page sent: shapes and sizes, before anything else looks at it. */
import * as v from 'valibot';
import type { Close, NewBook, Place, Rebuild, Repair } from '../../contract/control';
import type { MailChoice } from '../../contract/mails';
import { PART_KINDS } from '../../domain/mail/kinds';
import type { Reader } from '../../domain/values/pageInput';

const MOST_ANSWERS = 10;
const line = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = line(200);

export const rebuildInput: Reader<Rebuild> = v.object({ book: id });
export const closeInput: Reader<Close> = v.object({ book: id, on: v.boolean() });
export const repairInput: Reader<Repair> = v.object({
  book: id,
  goOn: v.boolean(),
  takeOver: v.boolean(),
});
export const newBookInput: Reader<NewBook> = v.object({
  kind: v.picklist(['new', 'address', 'here']),
  address: line(2000),
  programme: v.optional(line(200), ''),
  answers: v.pipe(
    v.record(line(2000), v.boolean()),
    v.check((answers) => Object.keys(answers).length <= MOST_ANSWERS),
  ),
});
export const bookIdInput = id;
export const yesNo = v.boolean();
export const sampleInput = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));
export const mailChoiceInput: Reader<MailChoice> = v.object({
  kind: v.picklist(PART_KINDS),
  whom: line(320),
});
export const mailKeyInput = line(500);
export const goInput: Reader<Place> = v.object({
  tab: v.picklist(['settings', 'addresses', 'journal', 'overall']),
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
});
