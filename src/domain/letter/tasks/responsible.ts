/** Who is to act and where the task begins: openers, delegated tasks, requests. */

import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { LetterBuilder } from '../letterBuilder';
import { rangeOf } from '../text/textRange';
import { isText, type Token } from '../text/tokens';
import { hasStem, isAddressee } from '../text/words';
import { firstInfinitive } from './orders';

/** The first word of a request that begins with its circumstances or its sender, not with the object of the task. */
const PREAMBLE =
  /^(?:в|во|на|для|с|по|также|дополнительно|одновременно|кроме|учитывая|департамент|министерство|управление|отдел|администрация|комитет|просим|прошу)$/;
const ORDER =
  /^(?:необходимо|следует|надлежит|рекоменд|поруч|предлага|требуется|нужно|обязан|должн|приказыва)/;

/** «Рекомендовать органам управления обеспечить …»: the task is what they are to do. */
const DELEGATES = ['рекомендовать', 'поручить', 'предложить', 'обязать'];
/** The largest number of tokens between who is to act and the verb. */
const FAR = 40;

/** The words of an opener that say who is to act. */
export function addressee(builder: LetterBuilder, tokens: readonly Token[]): string | null {
  const asked = tokens.findIndex((token) => /^(?:прошу|просим|обязать|поручить)$/.test(token.text));
  const from = asked >= 0 ? asked + 1 : 0;
  const first = tokens[from];
  const abbreviation = first?.upper === true;
  const accusative = asked >= 0 && /(?:ей|ов|ев|их|ых)$/.test(first?.text ?? '') && first?.text !== 'вас';
  if (first === undefined || !(isAddressee(tokens, from) || abbreviation || accusative)) return null;
  if (
    asked < 0 &&
    (hasStem(tokens, from, 'прошу', 'прос') ||
      ORDER.test(first.text) ||
      hasStem(tokens, from, 'постановля', 'решил'))
  )
    return null;
  const stop = tokens.findIndex(
    (token, index) => index > from && (isText(tokens, index, ':', '(') || ORDER.test(token.text)),
  );
  const verb = firstInfinitive(tokens, from);
  const dated = findTimeExpressions(tokens, 'prose')[0]?.labelFrom ?? tokens.length;
  const end = Math.min(stop < 0 ? tokens.length : stop, verb < 0 ? tokens.length : verb, dated);
  if (end <= from) return null;
  const place = rangeOf(tokens, from, end);
  const words = builder.words(place.start, place.end);
  return words === '' || words === '…' || words.length > 200 ? null : words;
}

/** «МКУ … осуществить …», «Членам рабочей группы обеспечить …»: who acts stands before the verb. */
export function taskBody(
  builder: LetterBuilder,
  tokens: readonly Token[],
  first: number,
  verb: number,
): { from: number; responsible: string } | null {
  if (isText(tokens, first, ...DELEGATES)) {
    const second = firstInfinitive(tokens, first + 1);
    return second < 0 ? null : taskBody(builder, tokens, first + 1, second);
  }
  if (verb <= first || verb - first > FAR) return null;
  const token = tokens[first];
  if (token === undefined || !(isAddressee(tokens, first) || token.upper)) return null;
  const expressions = findTimeExpressions(tokens, 'prose').map((expression) =>
    rangeOf(tokens, expression.labelFrom, expression.next),
  );
  const bracket = tokens.findIndex(
    (_, index) => index > first && index < verb && isText(tokens, index, '(', ','),
  );
  const place = rangeOf(tokens, first, bracket > first && isText(tokens, bracket, '(') ? bracket : verb);
  const responsible = builder
    .words(place.start, place.end, expressions)
    .replace(/ (?:необходимо|следует|надлежит|поручить|рекомендовать)$/i, '');
  if (responsible === '' || responsible.length > 220 || responsible === '…') return null;
  return { from: tokens[verb]?.start ?? place.start, responsible };
}

/**
 * «В целях … Департамент просит до 20 ноября обеспечить …»: the task begins with its verb. Where an object
 * stands before the request («Информацию просим предоставить»), the whole sentence is the task.
 */
export function requestStart(tokens: readonly Token[], verb: number): number | null {
  const asked = tokens.findIndex((token) =>
    /^(?:прошу|просим|просит|необходимо|следует|надлежит|предлагаем|рекомендуем)$/.test(token.text),
  );
  if (asked < 0 || verb <= asked || verb - asked > FAR) return null;
  const lead = asked === 0 || PREAMBLE.test(tokens[0]?.text ?? '');
  const expressions = findTimeExpressions(tokens, 'prose');
  for (let index = asked + 1; index < verb; index += 1) {
    const phrase = expressions.find((expression) => expression.labelFrom === index);
    if (phrase !== undefined) index = phrase.next - 1;
    else if (!isText(tokens, index, 'вас', ',', 'также', 'срочно')) return null;
  }
  return lead ? (tokens[verb]?.start ?? null) : null;
}
