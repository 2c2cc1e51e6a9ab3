/** A reminder that the calendar calls for. */
import { schoolNames } from '../content/outstandingItems';
import { type ReminderPart, type ReminderWords, reminderSection } from '../content/reminder';
import { outstandingOf } from '../outstandingByOrganisation';
import type { MailKind, PartRule } from './kind';

/** What all reminders are made of. */
const reminderPart: PartRule<ReminderPart, ReminderWords> = {
  kind: 'reminder',
  role: 'curator',
  order: 0,
  attachesFigures: false,
  section: reminderSection,
  byHand: ({ organisations }, { outstanding }) => {
    const pairs = outstandingOf(organisations, outstanding).map(({ book, pair }) => ({ book, pair }));
    return pairs.length === 0 ? [] : [{ kind: 'reminder', why: ['scheduled'], pairs }];
  },
  about: ({ pairs }, facts) => schoolNames(pairs, facts),
};

export const reminder: MailKind<ReminderPart, ReminderWords> = {
  letter: 'f',
  rank: 3,
  bySchedule: true,
  isReminder: true,
  droppedIsDone: false,
  eachDayStays: false,
  part: reminderPart,
  hour: ({ remindHour }) => remindHour,
};
