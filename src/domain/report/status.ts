/**
 * The status of one report. The same rule stands in each row of «Отчёт» as a formula
 * (src/tabs/rules/statusFormula.ts), so that it is right the moment a person types; a test holds the two
 * against each other over generated rows.
 */

import { type CivilDate, daysBetween } from '../dates/civil';
import type { ApprovalNeed } from '../programme/programme';
import { type Cell, dayOf, isBlank, isErrorCell, isFormula } from '../values/cell';
import { type Bucket, type StatusName, statusOf } from './statuses';

export type Approval = 'awaiting' | 'approved' | 'returned';
export type Decision = 'none' | 'approved' | 'returned' | 'other';

/** A day to come, or a formula where a day belongs: it would be another day tomorrow. */
export type StatusProblem = 'future' | 'formula';

export interface RowStatus {
  readonly name: StatusName;
  /** Days late, overdue or left; 0 where the status has none. */
  readonly days: number;
  /** Stands beside the status; null where no approval is asked or nothing was handed in yet. */
  readonly approval: Approval | null;
  /** What was returned was handed in again, and the district has not decided since. */
  readonly refiled: boolean;
  /** Of a row with an error: what the status cell itself can say of it. */
  readonly problem: StatusProblem | null;
}

/** Cells as they are in the row: what people typed is not cleaned before it is judged. */
export interface StatusInput {
  readonly deadline: Cell;
  readonly done: Cell;
  readonly decision: Decision;
  readonly extended: Cell;
  /** `unclear`: it is not certain whose row this is (src/domain/report/identity.ts). */
  readonly counted: 'yes' | 'no' | 'unclear';
  readonly approval: ApprovalNeed;
  /** It is remembered that what was returned was handed in again. */
  readonly refiled: boolean;
}

export interface StatusContext {
  readonly today: CivilDate;
  /** «Скоро срок» begins so many days before the deadline. */
  readonly soonDays: number;
}

const unreadable = (cell: Cell): boolean => isErrorCell(cell) || (!isBlank(cell) && dayOf(cell) === null);

type Deadlines = Pick<StatusInput, 'deadline' | 'extended'>;

/** The day of the extension where it can be read, else the first deadline. */
export const effectiveDeadline = ({ deadline, extended }: Deadlines): CivilDate | null =>
  dayOf(extended) ?? dayOf(deadline);

export function rowStatus(input: StatusInput, context: StatusContext): RowStatus {
  const plain = (name: StatusName, problem: StatusProblem | null = null): RowStatus => ({
    ...{ name, days: 0, approval: null, refiled: false, problem },
  });
  if (input.counted === 'no') return plain('notExpected');
  if (input.counted === 'unclear') return plain('invalid');
  if (isFormula(input.extended) || isFormula(input.done)) return plain('invalid', 'formula');
  if (unreadable(input.deadline) || unreadable(input.extended) || unreadable(input.done)) {
    return plain('invalid');
  }
  const done = dayOf(input.done);
  if (done !== null && done > context.today) return plain('invalid', 'future');

  const due = effectiveDeadline(input);
  const approval = approvalOf(input, done !== null);
  const refiled = done !== null && approval === 'returned' && input.refiled;
  const named = (name: StatusName, days = 0): RowStatus => ({ name, days, approval, refiled, problem: null });
  const complete =
    done !== null && approval !== 'returned' && (input.approval !== 'included' || approval === 'approved');
  if (complete) {
    return due === null || done <= due ? named('inTime') : named('late', daysBetween(due, done));
  }
  if (due === null) return named('undated');
  const left = daysBetween(context.today, due);
  if (left < 0) return named(refiled || approval === 'awaiting' ? 'unapproved' : 'missed', -left);
  return left <= context.soonDays ? named('soon', left) : named('ahead');
}

/** A return counts wherever a head writes it; the rest only where the stage asks for an approval. */
function approvalOf(input: StatusInput, handedIn: boolean): Approval | null {
  if (input.decision === 'returned') return 'returned';
  if (input.approval === 'no') return null;
  if (input.decision === 'approved') return 'approved';
  return handedIn ? 'awaiting' : null;
}

/**
 * Where a row stands in the figures, null when it is not expected.
 * A row whose date cannot be read is no report: once its deadline has passed it is missed, until then
 * not yet due. Otherwise a slip of the pen would improve a school's figure.
 */
export function bucketOf({ name }: RowStatus, due: CivilDate | null, today: CivilDate): Bucket | null {
  const { bucket } = statusOf(name);
  if (bucket !== 'byDeadline') return bucket;
  return due !== null && due < today ? 'missed' : 'notYetDue';
}
