/**
 * Dates that are no deadlines: of documents («от 22.09.2020 № 10670»), of past events («состоявшегося
 * 17 сентября»), of data («по состоянию на …»), of birth; and numbers of points that look like dates.
 */

import { isText, type Token } from '../text/tokens';
import { hasStem, tellsOfPast } from '../text/words';
import type { TimeExpression } from './timeExpression';

const DOCUMENT_STEMS = [
  'приказ',
  'распоряжен',
  'постановлен',
  'письм',
  'протокол',
  'закон',
  'указ',
  'договор',
  'соглашен',
  'редакци',
  'поручен',
  'решени',
  'лицензи',
  'акт',
];
const POINT_WORDS = [
  'п',
  'пп',
  'пункт',
  'пункта',
  'пункте',
  'пункту',
  'пунктом',
  'пунктов',
  'подпункт',
  'подпункта',
  'раздел',
  'раздела',
  'разделе',
  'ст',
  'статья',
  'статьи',
  'статьей',
  'приложение',
  'приложения',
  'приложении',
  'стр',
  'таблица',
  'таблицы',
  'часть',
  'части',
  'глава',
  'главы',
  'n',
  '№',
];
const PAST_REACH = 12;

/** A word before the date, in its clause, that tells of the past. */
function pastBefore(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - PAST_REACH; at -= 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'mark' && /^[,;:()]$/.test(token.text))) return false;
    if (tellsOfPast(token)) return true;
  }
  return false;
}

function pastAfter(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at < index + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') return false;
    if (tellsOfPast(token)) return true;
  }
  return false;
}

/** True for a time expression that must not become a deadline. */
export function isPastOrReference(tokens: readonly Token[], expression: TimeExpression): boolean {
  const { from, next, strength } = expression;
  const isDate =
    expression.kind === 'on' ||
    expression.kind === 'range' ||
    expression.kind === 'by' ||
    expression.kind === 'from';
  if (!isDate) return false;
  if (isText(tokens, from - 1, 'от') || isText(tokens, from, 'от')) return true;
  if (isText(tokens, next, '№') || (isText(tokens, next, 'n') && tokens[next + 1]?.kind === 'number'))
    return true;
  const state =
    hasStem(tokens, from - 1, 'состояни') ||
    (isText(tokens, from - 1, 'на') && hasStem(tokens, from - 2, 'состояни'));
  if (state) return true;
  if (hasStem(tokens, from - 1, 'родил', 'рожден') || hasStem(tokens, next, 'рожден')) return true;
  // «проведённого в период с 1 по 10 октября»
  if (strength === 'firm')
    return (expression.kind === 'range' || expression.kind === 'from') && tellsOfPast(tokens[from - 1]);
  // «в 10.30»: an hour, not a day without a year.
  const figures = tokens[next - 1]?.kind === 'number' && next - from === 4;
  if (isText(tokens, from, 'в') && figures && expression.problem === 'no-year') return true;
  const plain = isText(tokens, from, 'в', 'на', 'во', 'за') ? from + 1 : from;
  const previous = tokens[from - 1]?.text === '.' ? from - 2 : from - 1;
  if (isText(tokens, previous, ...POINT_WORDS)) return true;
  if (plain === from && hasStem(tokens, from - 1, ...DOCUMENT_STEMS)) return true;
  return pastBefore(tokens, from) || pastAfter(tokens, next);
}
