/** One expression of time found in a text, with what is uncertain about it. */
import type { CivilDate } from '../../dates/civil';
import type { DeadlineKind } from '../../programme/programme';
import type { Token } from '../text/tokens';
import type { DateProblem } from './moment';
import type { SpanDates } from './span';

export type ReadingProblem =
  | DateProblem
  /** «в течение 5 дней со дня …» */
  | 'depends-on-event';

export interface Reading {
  readonly kind: DeadlineKind;
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  readonly problem: ReadingProblem | null;
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

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the tokens from `from` to `next`. */
export const placeOf = (tokens: readonly Token[], from: number, next: number): Place => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[next - 1]?.end ?? tokens[from]?.start ?? 0,
});

/** A reading with dates of a span: `by` has only an end, `from` only a start, `on` both the same day. */
export function dated(
  kind: 'by' | 'on' | 'from' | 'range',
  dates: SpanDates,
  strength: Reading['strength'],
  from: number,
  next: number,
): Reading {
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

/** A reading without any date. */
export const undated = (
  kind: 'recurring' | 'relative' | 'reference',
  from: number,
  next: number,
  strength: Reading['strength'] = 'firm',
): Reading => ({
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
