/** The deadline of one task: chooses among the expressions of time that its text holds. */
import type { CivilDate } from '../../dates/civil';
import type { DeadlineKind } from '../../programme/programme';
import { rangeOf, type TextRange } from '../text/textRange';
import { isText, type Token, tokenise } from '../text/tokens';
import { findTimeExpressions, type TextSetting } from './findTimeExpressions';
import type { ExpressionProblem, TimeExpression } from './timeExpression';

/** A deadline as the letter writes it. Dates are null where they are not written or not certain. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  /** The letter's own words, spaces tidied; empty for `none`. */
  readonly text: string;
}

export type DeadlineProblem =
  | ExpressionProblem
  /** Two deadlines for one task: «две даты для одного мероприятия». */
  | 'two-deadlines'
  /** A year stands in the task: is it the deadline? */
  | 'weak-period'
  /** Something stands in the deadline's cell that no rule reads. */
  | 'unread';

export interface FoundDeadline {
  readonly deadline: Deadline;
  /** What is to be asked; null when it is certain. */
  readonly problem: DeadlineProblem | null;
  /** Where the phrase stands, null for `none`. */
  readonly place: TextRange | null;
  /** Places of all phrases that belong to the deadline, to be left out of the task's words. */
  readonly cut: readonly TextRange[];
}

export const NO_DEADLINE: Deadline = { kind: 'none', start: null, end: null, text: '' };
const NOTHING: FoundDeadline = { deadline: NO_DEADLINE, problem: null, place: null, cut: [] };

const STRENGTH = { firm: 3, bare: 2, weak: 1 } as const;
const isDated = (expression: TimeExpression): boolean =>
  ['by', 'on', 'from', 'range'].includes(expression.kind);
/** Firm dates before rules, rules before bare dates, anything before a year that may belong to something else. */
const rank = (expression: TimeExpression): number =>
  STRENGTH[expression.strength] * 10 +
  (isDated(expression) ? 3 : expression.kind === 'recurring' ? 2 : expression.kind === 'relative' ? 1 : 0);

const same = (a: TimeExpression, b: TimeExpression): boolean =>
  a.kind === b.kind &&
  a.start === b.start &&
  a.end === b.end &&
  a.problem === b.problem &&
  (a.end !== null || a.start !== null);

function ask(chosen: TimeExpression, others: readonly TimeExpression[]): DeadlineProblem | null {
  if (
    others.some(
      (other) => isDated(other) && other.strength !== 'weak' && !same(other, chosen) && isDated(chosen),
    )
  ) {
    return 'two-deadlines';
  }
  // «сентябрь 2020 г., далее ежегодно»: a date and a rule.
  const mixed = others.some(
    (other) => other.strength !== 'weak' && isDated(other) !== isDated(chosen) && other.kind !== 'reference',
  );
  if (mixed && (chosen.kind === 'recurring' || others.some((other) => other.kind === 'recurring')))
    return 'two-deadlines';
  return chosen.strength === 'weak' && isDated(chosen) && chosen.problem === null
    ? 'weak-period'
    : chosen.problem;
}

const plain = (text: string): string => text.replace(/[\s\u00a0\u200b\u2060\ufeff]+/g, ' ').trim();

/** The deadline among the time expressions of one text; `source` is the whole letter that the places refer to. */
export function chooseDeadline(
  tokens: readonly Token[],
  expressions: readonly TimeExpression[],
  source: string,
): FoundDeadline {
  let chosen: TimeExpression | undefined;
  for (const expression of expressions)
    if (chosen === undefined || rank(expression) > rank(chosen)) chosen = expression;
  if (chosen === undefined) return NOTHING;
  const others = expressions.filter((expression) => expression !== chosen);
  const problem = ask(chosen, others);
  // Two dates of the same weight: neither is taken, the administrator chooses.
  const torn =
    problem === 'two-deadlines' &&
    others.some((other) => isDated(other) && other.strength === chosen.strength && !same(other, chosen));
  const place = rangeOf(tokens, chosen.from, chosen.next);
  // «средства на 2021 год», «отчёт за 2020 год»: the year belongs to something else, so no date is taken from it.
  if (problem === 'weak-period' && !isText(tokens, chosen.from, 'в', 'во'))
    return { ...NOTHING, problem, place };
  return {
    deadline: {
      kind: chosen.kind,
      start: torn ? null : chosen.start,
      end: torn ? null : chosen.end,
      text: plain(source.slice(place.start, place.end)),
    },
    problem,
    place,
    cut: [chosen, ...others.filter((other) => same(other, chosen))].map((one) =>
      rangeOf(tokens, one.labelFrom, one.next),
    ),
  };
}

/** A cell of marks only: no deadline. */
const EMPTY_CELL = /^[\s\u00a0\-–—_.*]*$/;

/** The deadline in `source` between the offsets; a cell that is not read is asked about. */
export function findDeadline(
  source: string,
  start: number,
  end: number,
  setting: TextSetting,
): FoundDeadline {
  const text = source.slice(start, end);
  const tokens = tokenise(text, start);
  const found = chooseDeadline(tokens, findTimeExpressions(tokens, setting), source);
  if (setting === 'prose' || EMPTY_CELL.test(text)) return found;
  const whole = { ...found.deadline, text: plain(text) };
  if (found.place === null) return { ...found, deadline: whole, problem: 'unread', place: { start, end } };
  return { ...found, deadline: whole };
}

/**
 * The deadline that a phrase holds («до 7 сентября 2020 года»), or null when it holds none
 * («от 22.09.2020 № 10670», «не менее 10 %»). Dates stay null when the year is missing or the day impossible.
 */
export function readDeadline(phrase: string): Deadline | null {
  return explainDeadline(phrase)?.deadline ?? null;
}

/** {@link readDeadline} together with what would be asked about it. */
export function explainDeadline(phrase: string): FoundDeadline | null {
  const tokens = tokenise(phrase);
  const found = chooseDeadline(
    tokens,
    findTimeExpressions(tokens, phrase.length > LONGEST_PHRASE ? 'prose' : 'cell'),
    phrase,
  );
  if (found.place === null || found.deadline.kind === 'none') return null;
  return found.problem === 'weak-period' ? { ...found, problem: null } : found;
}

/** A longer text is a sentence, in which a year may belong to anything. */
const LONGEST_PHRASE = 80;
