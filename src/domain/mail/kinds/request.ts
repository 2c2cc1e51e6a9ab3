/** A reminder that a district's head asked for: sent before what the calendar calls for, not in the middle of the night. */
import { reminder } from './reminder';

export const request: typeof reminder = { ...reminder, letter: 'b', rank: 0, bySchedule: false };
