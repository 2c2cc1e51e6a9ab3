/** Deadlines without a date of their own: counted from an event («в течение 5 дней со дня …») or set by another document («по графику»). */

import { isText, type Token } from '../text/tokens';
import { hasStem, passPhrase, phrasesOf } from '../text/words';
import { passNoun, readExternalDeadline } from './externalDeadlines';
import { type TimeExpression, undatedExpression } from './timeExpression';

const WITHIN = phrasesOf(
  'в течение',
  'в течении',
  'не позднее',
  'не позднее чем',
  'не позднее , чем',
  'не позднее чем за',
  'не позднее чем через',
  'за',
  'через',
  'по истечении',
  'не ранее чем через',
  'в срок не более',
  'в срок не позднее',
  'не более',
  'спустя',
  'не менее чем за',
  'не позже чем за',
  'в течение не более',
  'не позднее , чем за',
  'в срок , не превышающий',
  'не позднее , чем через',
  'до истечения',
  'в срок до',
  'до',
);
const NUMERALS =
  /^(?:одн|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|пятнадцати|двадцати|тридцати|три|четыре|пять|семь|десять|два|две|нескольких|полутора)/;
const UNITS = [
  'дн',
  'день',
  'дня',
  'дней',
  'сут',
  'недел',
  'месяц',
  'час',
  'декад',
  'лет',
  'квартал',
  'полугод',
];
const UNIT_WORDS =
  /^(?:дн(?:я|ей|и|ям|ю)?|день|сут(?:ок|ки)|недел(?:ь|и|ю|е)|месяц(?:а|ев)?|час(?:а|ов)?|лет|год(?:а|ов)?|декад(?:ы|у)?|квартала?|полугода)$/;
const TERM = /(?:дневн|недельн|месячн|суточн|часов|годичн|кратчайш|коротк|сжат|оперативн|возможно)/;
const NEXT_DAY = phrasesOf(
  'не позднее следующего дня',
  'не позднее следующего рабочего дня',
  'на следующий день',
  'на следующий рабочий день',
  'в тот же день',
  'в день',
);
const AT_ONCE = ['незамедлительно', 'немедленно', 'безотлагательно', 'срочно', 'заблаговременно'];
const EVENT = phrasesOf(
  'со дня',
  'с момента',
  'с даты',
  'после',
  'после того как',
  'по окончании',
  'по завершении',
  'по результатам',
  'по итогам',
  'до начала',
  'до проведения',
  'до окончания',
  'до завершения',
  'в день',
  'в ходе',
  'по факту',
  'до момента',
  'до дня',
  'накануне',
  'сразу после',
  'перед',
  'по достижении',
  'по поступлении',
  'при поступлении',
  'по мере',
);
/** Words that may follow a count of days. */
const COUNTED_FROM = /^(?:со|с|до|после|от|по|перед|начиная)$/;
/** «5», «пяти (5)», «3-х» and the adjectives before the unit; the index of the unit or -1. */
function passQuantity(tokens: readonly Token[], from: number): number {
  let at = from;
  const numeral = tokens[at]?.kind === 'word' && NUMERALS.test(tokens[at]?.text ?? '');
  if (tokens[at]?.kind === 'number' || numeral) at += 1;
  if (isText(tokens, at, '-') && (tokens[at]?.gap ?? 1) === 0 && tokens[at + 1]?.kind !== 'mark') at += 2;
  if (isText(tokens, at, '(') && isText(tokens, at + 2, ')')) at += 3;
  while (hasStem(tokens, at, 'рабоч', 'календарн', 'последующ', 'ближайш', 'учебн', 'одно')) at += 1;
  const unit = tokens[at];
  return unit?.kind === 'word' && UNIT_WORDS.test(unit.text) && (hasStem(tokens, at, ...UNITS) || at > from)
    ? at
    : -1;
}

/** «в течение 5 рабочих дней со дня получения», «не позднее чем за 3 дня до», «через 2 недели после» */
function readCount(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  const lead = passPhrase(tokens, index, WITHIN);
  const unit = lead < 0 ? -1 : passQuantity(tokens, lead);
  if (unit < 0) return null;
  const plainUntil = isText(tokens, lead - 1, 'до', 'более') || isText(tokens, lead - 1, 'за');
  const counted = COUNTED_FROM.test(tokens[unit + 1]?.text ?? '') && (tokens[unit + 1]?.gap ?? 3) < 3;
  // «до 10 лет», «за 3 месяца», «не более 5 дней»: a length, not a deadline, unless it counts from something.
  if (plainUntil && !counted) return null;
  // «в течение года» is a period of the calendar: readDated reads it.
  if (isText(tokens, unit, 'года', 'лет') && unit === lead && !counted) return null;
  return undatedExpression('relative', index, counted ? passNoun(tokens, unit + 1, cell) : unit + 1);
}

/** «в трёхдневный срок», «в 10-дневный срок», «в кратчайшие сроки», «незамедлительно» */
function readTerm(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  if (isText(tokens, index, ...AT_ONCE))
    return undatedExpression('relative', index, index + 1, cell ? 'firm' : 'weak');
  const nextDay = passPhrase(tokens, index, NEXT_DAY);
  const certain = nextDay > 0 && (cell || !isText(tokens, nextDay - 2, 'в'));
  if (certain)
    return undatedExpression(
      'relative',
      index,
      COUNTED_FROM.test(tokens[nextDay]?.text ?? '') ? passNoun(tokens, nextDay, cell) : nextDay,
    );
  if (!isText(tokens, index, 'в', 'во')) return null;
  for (let at = index + 1; at < index + 7; at += 1) {
    if ((tokens[at]?.gap ?? 3) > 2) return null;
    if (!isText(tokens, at, 'срок', 'сроки')) continue;
    if (!tokens.slice(index + 1, at).some((token) => token.kind === 'word' && TERM.test(token.text)))
      return null;
    const counted =
      COUNTED_FROM.test(tokens[at + 1]?.text ?? '') &&
      isText(tokens, at + 2, 'дня', 'момента', 'даты', 'получения');
    return undatedExpression(
      'relative',
      index,
      counted || isText(tokens, at + 1, 'после', 'со') ? passNoun(tokens, at + 1, cell) : at + 1,
    );
  }
  return null;
}

/** The relative or referring phrase at this token, or null. Events without a count stand alone only in a `cell`. */
export function readUndated(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  const counted =
    readCount(tokens, index, cell) ??
    readTerm(tokens, index, cell) ??
    readExternalDeadline(tokens, index, cell);
  if (counted !== null) return counted;
  const event = passPhrase(tokens, index, EVENT);
  if (event < 0 || tokens[event] === undefined || tokens[event].kind === 'mark') return null;
  const always = isText(tokens, event - 1, 'дня', 'момента', 'даты', 'окончании', 'завершении');
  if (!cell && !always) return null;
  return undatedExpression('relative', index, passNoun(tokens, event, cell), cell ? 'firm' : 'weak');
}
