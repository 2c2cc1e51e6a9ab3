/**
 * What stands open, counted once for the sidebar of a school and for the mails to it. Done, overdue, returned, soon and
 * the rest make up all that is expected; `overdue` is the figure «Просрочено» of the summaries.
 */
import type { Approval } from '../report/status';
import { type Bucket, isDone, type StatusName } from '../report/statuses';

export interface WorkItem {
  /** Null where it is not expected: such an item is not counted. */
  readonly bucket: Bucket | null;
  readonly status: StatusName;
  readonly approval: Approval | null;
  /** Returned, and handed in again since. */
  readonly refiled: boolean;
  /** Its deadline is near, and it is the school's turn. */
  readonly soon: boolean;
}

export interface Work {
  readonly expected: number;
  readonly done: number;
  readonly overdue: number;
  /** Of the overdue: those that the district has to decide, and those that it returned. */
  readonly overdueAwaiting: number;
  readonly overdueReturned: number;
  /** Returned, and the deadline has not passed. */
  readonly returned: number;
  readonly soon: number;
  /** The district's turn, whatever their deadline; some of these count as done. */
  readonly awaiting: number;
  /** Of the overdue and of the rest: rows that cannot be read. */
  readonly invalid: number;
}

export const awaits = ({ approval, refiled }: Pick<WorkItem, 'approval' | 'refiled'>): boolean =>
  approval === 'awaiting' || refiled;

export function workOf(items: Iterable<WorkItem>): Work {
  const open = [...items].filter(({ bucket }) => bucket !== null);
  const count = (fits: (item: WorkItem) => boolean): number => open.filter(fits).length;
  const isReturned = (item: WorkItem) => item.approval === 'returned' && !awaits(item);
  const isOverdue = ({ bucket }: WorkItem) => bucket === 'missed';
  return {
    expected: open.length,
    done: count(({ status }) => isDone(status)),
    overdue: count(isOverdue),
    overdueAwaiting: count((item) => isOverdue(item) && awaits(item)),
    overdueReturned: count((item) => isOverdue(item) && isReturned(item)),
    returned: count((item) => !isOverdue(item) && isReturned(item)),
    soon: count((item) => !isOverdue(item) && !isReturned(item) && item.soon),
    awaiting: count(awaits),
    invalid: count(({ status }) => status === 'invalid'),
  };
}
