/** What a report still asks of its curator. The schedule and the reminder's text are made of the same answer. */
import { type CivilDate, daysBetween } from '../dates/civil';
import type { ReportRecord } from '../report/records';

export const OUTSTANDING_STATES = ['returned', 'overdue', 'soon'] as const;
/** In the order in which they are urgent. */
export type OutstandingState = (typeof OUTSTANDING_STATES)[number];

/**
 * Null when there is nothing to remind of: it was filed, it is far off, or it waits for the district's decision, for
 * the first time or again after a return
 * (a stage whose deadline includes the approval is overdue then, but not by the curator's fault). A report whose
 * date cannot be read counts as not filed, as in all figures.
 */
export function outstandingState(
  { status, bucket, due, refiledOn }: Pick<ReportRecord, 'status' | 'bucket' | 'due' | 'refiledOn'>,
  today: CivilDate,
  soonDays: number,
): OutstandingState | null {
  if (status.approval === 'awaiting' || refiledOn !== null) return null;
  if (status.approval === 'returned') return 'returned';
  if (bucket === 'missed') return 'overdue';
  if (status.name === 'soon') return 'soon';
  const unreadable = status.name === 'invalid';
  return unreadable && due !== null && daysBetween(today, due) <= soonDays ? 'soon' : null;
}
