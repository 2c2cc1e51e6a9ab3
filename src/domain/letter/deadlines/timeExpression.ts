/** One expression of time found in a text, with what is uncertain about it. */
import type { CivilDate } from '../../dates/civil';
import type { DeadlineKind } from '../../programme/programme';
import type { DateProblem } from '../dates/period';
import type { SpanDates } from '../dates/span';

export type ExpressionProblem =
  | DateProblem
  /** «в течение 5 дней со дня …» */
  | 'depends-on-event';

export interface TimeExpression {
  readonly kind: DeadlineKind;
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  readonly problem: ExpressionProblem | null;
  /** The last day when only the bound is unclear («к 2024 году»): to be proposed, never taken for certain. */
  readonly proposal: CivilDate | null;
  /**
   * `firm`: a preposition or «срок» says that it is a deadline; `bare`: a date alone;
   * `weak`: a year or a habit («в 2020 году», «постоянно») that may say something else.
   */
  readonly strength: 'firm' | 'bare' | 'weak';
  /** Indices of the tokens, end exclusive. */
  readonly from: number;
  readonly next: number;
  /** The label before it («Срок исполнения:») begins here; it is dropped from the task with the phrase. */
  readonly labelFrom: number;
}

/** An expression with dates of a span: `by` has only an end, `from` only a start, `on` both the same day. */
export function datedExpression(
  kind: 'by' | 'on' | 'from' | 'range',
  dates: SpanDates,
  strength: TimeExpression['strength'],
  from: number,
  next: number,
): TimeExpression {
  return {
    kind,
    start: kind === 'by' ? null : dates.start,
    end: kind === 'from' ? null : dates.end,
    problem: dates.problem,
    proposal: dates.proposal ?? null,
    strength,
    from,
    next,
    labelFrom: from,
  };
}

/** An expression without any date. */
export const undatedExpression = (
  kind: 'recurring' | 'relative' | 'reference',
  from: number,
  next: number,
  strength: TimeExpression['strength'] = 'firm',
): TimeExpression => ({
  kind,
  start: null,
  end: null,
  problem: kind === 'relative' ? 'depends-on-event' : null,
  proposal: null,
  strength,
  from,
  next,
  labelFrom: from,
});
