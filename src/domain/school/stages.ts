/** The order and the days of a checklist. */
import { type CivilDate, daysBetween } from '../dates/civil';
import type { RowStatus } from '../report/status';
import { type StatusName, statusOf } from '../report/statuses';

export interface Ranked {
  readonly status: StatusName;
  readonly due: CivilDate | null;
  readonly row: number;
}

/** As the statuses order them; among those of one place by the deadline, then by the row. */
export const inOrder = (a: Ranked, b: Ranked): number =>
  statusOf(a.status).order - statusOf(b.status).order ||
  (a.due === b.due ? 0 : a.due === null ? 1 : b.due === null || a.due < b.due ? -1 : 1) ||
  a.row - b.row;

/** Days late, overdue, or left until the deadline; null where there is nothing to count. */
export function daysOf({ name, days }: RowStatus, due: CivilDate | null, today: CivilDate): number | null {
  const counted = statusOf(name).days;
  if (due === null || counted === null) return null;
  return counted === 'left' ? daysBetween(today, due) : days;
}
