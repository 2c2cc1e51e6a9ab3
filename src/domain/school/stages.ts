/** The order and the days of a checklist. */
import { type CivilDate, daysBetween } from '../dates/civil';
import type { RowStatus, StatusName } from '../report/status';

const RANK: Readonly<Record<StatusName, number>> = {
  missed: 0,
  invalid: 1,
  soon: 2,
  ahead: 2,
  undated: 3,
  late: 4,
  inTime: 4,
  notExpected: 5,
};

export interface Ranked {
  readonly status: StatusName;
  readonly due: CivilDate | null;
  readonly row: number;
}

/** Overdue first, then what cannot be read, what is to come by its deadline, what is handed in, what is not asked. */
export const inOrder = (a: Ranked, b: Ranked): number =>
  RANK[a.status] - RANK[b.status] ||
  (a.due === b.due ? 0 : a.due === null ? 1 : b.due === null || a.due < b.due ? -1 : 1) ||
  a.row - b.row;

/** Days late, overdue, or left until the deadline; null where there is nothing to count. */
export function daysOf({ name, days }: RowStatus, due: CivilDate | null, today: CivilDate): number | null {
  if (due === null) return null;
  if (name === 'missed' || name === 'late') return days;
  return name === 'soon' || name === 'ahead' ? daysBetween(today, due) : null;
}
