/** Word of reports that the district returned: a reminder of these reports, at once. */
import type { ReminderPart, ReminderWords } from '../content/reminder';
import type { MailKind } from './kind';
import { reminderPart } from './reminder';

export const returned: MailKind<ReminderPart, ReminderWords> = {
  letter: 'a',
  rank: 0,
  bySchedule: false,
  isReminder: false,
  droppedIsDone: false,
  eachDayStays: true,
  part: reminderPart,
  hour: () => null,
};
