/** Word of reports that the district returned: a reminder of these reports, at once. */
import { reminder } from './reminder';

export const returned: typeof reminder = {
  ...reminder,
  letter: 'a',
  rank: 0,
  bySchedule: false,
  isReminder: false,
  eachDayStays: true,
  hour: () => null,
};
