/** Finds the time expressions of a text, in its order and not overlapping. */

import type { Token } from '../text/tokens';
import { readDated } from './dated';
import { isPastOrReference } from './notDeadline';
import { readRecurring } from './recurring';
import { readUndated } from './relative';
import type { TimeExpression } from './timeExpression';

/** `cell`: the whole text stands in a column of deadlines, so a bare year or «по плану» is one. */
export type TextSetting = 'prose' | 'cell';

/** The expression that begins at this token, or null. Looks at a bounded number of tokens. */
export function readTimeExpression(
  tokens: readonly Token[],
  index: number,
  setting: TextSetting,
): TimeExpression | null {
  const cell = setting === 'cell';
  const bound = (at: number): TimeExpression | null => readDated(tokens, at, cell);
  return (
    readRecurring(tokens, index, bound) ?? readDated(tokens, index, cell) ?? readUndated(tokens, index, cell)
  );
}

/** All time expressions; in prose without dates of documents, of past events and of data. */
export function findTimeExpressions(tokens: readonly Token[], setting: TextSetting): TimeExpression[] {
  const expressions: TimeExpression[] = [];
  for (let index = 0; index < tokens.length; ) {
    const expression = readTimeExpression(tokens, index, setting);
    if (expression === null) index += 1;
    else {
      if (!isPastOrReference(tokens, expression)) expressions.push(expression);
      index = Math.max(expression.next, index + 1);
    }
  }
  return expressions;
}
