/** A reminder that a district's head asked for. */
import type { ReminderPart, ReminderWords } from '../content/reminder';
import type { MailKind } from './kind';
import { reminderPart } from './reminder';

export const request: MailKind<ReminderPart, ReminderWords> = {
  letter: 'b',
  rank: 0,
  bySchedule: false,
  isReminder: true,
  droppedIsDone: false,
  eachDayStays: false,
  part: reminderPart,
  // A request for a day to come is not carried out in the middle of the night.
  hour: ({ remindHour }) => remindHour,
};
