/** «Напоминания»: one row a district, in which its head asks to remind the schools. */
import type { TabSchema } from '../../domain/schema/schema';
import { reminders as words } from '../../messages/tabs/reminders';
import { MOST_FROZEN } from '../rules/frozen';

const text = words.columns;

export const remindersSchema: TabSchema = {
  id: 'reminders',
  title: words.title,
  book: 'reporting',
  frozenColumns: 1,
  optional: true,
  districtColumn: 'district',
  columns: [
    { id: 'district', ...text.district, type: 'text', writer: 'svodka', width: MOST_FROZEN },
    { id: 'asked', ...text.asked, type: 'date', writer: 'head', width: 110 },
    { id: 'sent', ...text.sent, type: 'date', withTime: true, writer: 'svodka', width: 130 },
    { id: 'outcome', ...text.outcome, type: 'text', writer: 'svodka', width: 520 },
  ],
};
