import type { ConditionalRule } from 'hucre';
import { serialToWall } from '../../workbook/cells/serial';
import { literal, unliteral } from '../dialect';

type Operator = NonNullable<ConditionalRule['operator']>;

/** Comparisons that both kinds of rules know, by the end of Google's name. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  DATE_BETWEEN: 'between',
  DATE_NOT_BETWEEN: 'notBetween',
  DATE_EQUAL_TO: 'equal',
  DATE_AFTER: 'greaterThan',
  DATE_BEFORE: 'lessThan',
  DATE_ON_OR_AFTER: 'greaterThanOrEqual',
  DATE_ON_OR_BEFORE: 'lessThanOrEqual',
};

export function operatorOf(criterion: string): Operator | null {
  return OPERATORS[criterion] ?? null;
}

/** Google's name of a comparison of numbers or of dates; null where Google has none. */
export function comparison(kind: 'NUMBER' | 'DATE', operator: string | undefined): string | null {
  const found = Object.entries(OPERATORS).find(
    ([name, one]) => name.startsWith(kind) && one === (operator ?? 'between'),
  );
  return found?.[0] ?? null;
}

/** `DATE(2026,1,12)`: so a file's reader, and this one, can tell a date from a number. */
export function dateFormula(serial: number): string {
  const { year, month, day } = serialToWall(serial);
  return `DATE(${year},${month},${day})`;
}

/** The serial of such a formula, or of a bare number where `bare` allows it. */
export function dateSerial(formula: string, bare: boolean): number | null {
  const match = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(formula.trim());
  if (match) return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
  const number = Number(formula);
  return bare && formula.trim() !== '' && Number.isFinite(number) ? number : null;
}

/** A test of the text in `cell`, as a formula. */
export function textTest(criterion: string, text: string, cell: string): string | null {
  const quoted = literal(text);
  switch (criterion) {
    case 'TEXT_CONTAINS':
      return `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
    case 'TEXT_DOES_NOT_CONTAIN':
      return `ISERROR(SEARCH(${quoted},${cell}))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},${text.length})=${quoted}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},${text.length})=${quoted}`;
    case 'TEXT_EQUAL_TO':
      return `${cell}=${quoted}`;
    default:
      return null;
  }
}

/** The criterion and text of such a formula about `cell`; null when it is none of them. */
export function readTextTest(formula: string, cell: string): { criterion: string; text: string } | null {
  for (const criterion of ['TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO']) {
    const [before = '', after = ''] = (textTest(criterion, '\u0000', cell) ?? '').split(literal('\u0000'));
    if (!formula.startsWith(before) || !formula.endsWith(after)) continue;
    const text = unliteral(formula.slice(before.length, formula.length - after.length));
    if (text !== null) return { criterion, text };
  }
  return null;
}
