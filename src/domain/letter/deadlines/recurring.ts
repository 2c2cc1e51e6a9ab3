/** Recurring deadlines: «ежеквартально, до 5 числа», «каждую пятницу», «1 раз в месяц», «постоянно». */

import { passDay } from '../dates/dayOfMonth';
import { isText, type Token } from '../text/tokens';
import { hasStem, passPhrase, phrasesOf } from '../text/words';
import { type TimeExpression, undatedExpression } from './timeExpression';

const ADVERBS = [
  'ежедневно',
  'еженедельно',
  'ежемесячно',
  'ежеквартально',
  'ежегодно',
  'ежесменно',
  'ежечасно',
  'помесячно',
  'поквартально',
  'ежеполугодно',
];
/** Adverbs that are a deadline only in a deadline's cell: in a sentence they say how, not when. */
const HABITS = ['постоянно', 'систематически', 'регулярно', 'периодически', 'непрерывно', 'перманентно'];
const HABIT_PHRASES = phrasesOf(
  'на постоянной основе',
  'на регулярной основе',
  'на системной основе',
  'по мере необходимости',
  'по мере поступления',
  'по необходимости',
  'при необходимости',
  'по требованию',
  'по запросу',
  'по запросам',
  'в постоянном режиме',
  'в рабочем порядке',
);
const WEEKDAYS = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];
const PERIODS = [
  'день',
  'дня',
  'дней',
  'сутки',
  'недел',
  'месяц',
  'квартал',
  'полугоди',
  'год',
  'четверт',
  'семестр',
  'рабоч',
  'учебн',
];
const NUMERALS = [
  'один',
  'одного',
  'два',
  'дважды',
  'три',
  'четыре',
  'пять',
  'двух',
  'трех',
  'четырех',
  'одному',
];
const TAIL_WORDS = [
  'каждого',
  'каждый',
  'каждую',
  'месяца',
  'месяц',
  'следующего',
  'следующий',
  'за',
  'отчетным',
  'отчетного',
  'отчетный',
  'периодом',
  'периода',
  'кварталом',
  'месяцем',
  'квартала',
  'полугодия',
  'полугодием',
  'года',
  'годом',
  'последующего',
  'текущего',
  'календарного',
  'учебного',
  ...ADVERBS,
];
const LONGEST_TAIL = 12;

/** Passes «каждого месяца, следующего за отчётным» and the like. */
function passRuleWords(tokens: readonly Token[], from: number): number {
  let next = from;
  for (let at = from; at < from + LONGEST_TAIL; at += 1) {
    if (isText(tokens, at, ...TAIL_WORDS) && (tokens[at]?.gap ?? 3) < 3) next = at + 1;
    else if (!isText(tokens, at, ',', '(', ')')) break;
  }
  return isText(tokens, next, ')') && tokens.slice(from, next).some((token) => token.text === '(')
    ? next + 1
    : next;
}

/** «5 числа», «25-го числа», «последнего числа» with the words of the rule behind them; -1 for anything else. */
function passDayOfMonth(tokens: readonly Token[], index: number): number {
  const day = passDay(tokens, index);
  const at = day?.next ?? (isText(tokens, index, 'последнего', 'последний', 'первого') ? index + 1 : -1);
  if (at < 0 || !isText(tokens, at, 'числа', 'число', 'числу', 'дня', 'день', 'рабочего')) return -1;
  if (day !== null && !isText(tokens, at, 'числа', 'число', 'числу')) return -1;
  const noun = isText(tokens, at, 'рабочего') ? at + 2 : at + 1;
  const next = passRuleWords(tokens, noun);
  return day === null && next === noun ? -1 : next;
}

const COUNT = phrasesOf('раз в', 'раза в', 'раз за', 'раз в каждый', 'раза за', 'раз на');

const AT_LEAST = phrasesOf('не реже', 'не менее', 'не реже чем');

/** «1 раз в квартал», «не реже двух раз в год», «раз в 2 недели» */
function passCount(tokens: readonly Token[], index: number): number {
  let at = passPhrase(tokens, index, AT_LEAST);
  if (at < 0) at = index;
  if (tokens[at]?.kind === 'number' || isText(tokens, at, ...NUMERALS)) at += 1;
  if (isText(tokens, at, '-') && isText(tokens, at + 1, 'го', 'х')) at += 2;
  const times = passPhrase(tokens, at, COUNT);
  if (times < 0) return -1;
  const number = tokens[times]?.kind === 'number' || isText(tokens, times, ...NUMERALS) ? times + 1 : times;
  if (!hasStem(tokens, number, ...PERIODS)) return -1;
  return hasStem(tokens, number, 'рабоч', 'учебн') ? number + 2 : number + 1;
}

const EACH_LEAD = phrasesOf(
  'в конце',
  'в начале',
  'по итогам',
  'по окончании',
  'по результатам',
  'в последний день',
  'в течение',
  'до конца',
  'в первый день',
);

/** «каждую пятницу», «каждый квартал», «каждые 3 месяца», «в конце каждого месяца», «по вторникам» */
function passEach(tokens: readonly Token[], index: number): number {
  const lead = passPhrase(tokens, index, EACH_LEAD);
  const at = lead > 0 ? lead : index;
  if (hasStem(tokens, at, 'кажд')) {
    const number = tokens[at + 1]?.kind === 'number' ? at + 2 : at + 1;
    if (isText(tokens, number, 'числа', 'число')) return passRuleWords(tokens, number + 1);
    if (!hasStem(tokens, number, ...PERIODS, ...WEEKDAYS)) return -1;
    return hasStem(tokens, number, 'рабоч', 'учебн') ? number + 2 : number + 1;
  }
  const plural = /(?:ам|ям)$/.test(tokens[index + 1]?.text ?? '');
  if (
    isText(tokens, index, 'по') &&
    plural &&
    hasStem(tokens, index + 1, ...WEEKDAYS, 'полугоди', 'квартал', 'месяц', 'четверт')
  )
    return index + 2;
  // «по итогам квартала» recurs every quarter, unless one quarter is named.
  const summing =
    lead > 0 &&
    isText(tokens, index, 'по') &&
    hasStem(tokens, at, 'квартал', 'полугоди', 'месяц', 'четверт', 'год', 'учебн');
  if (!summing) return -1;
  return hasStem(tokens, at, 'учебн') ? at + 2 : at + 1;
}

/**
 * Index after a rule that follows a dated phrase («до 1 июня ежегодно», «до 5 числа каждого месяца»), or -1.
 */
export function passTail(tokens: readonly Token[], index: number): number {
  const at = isText(tokens, index, ',', '(') ? index + 1 : index;
  if ((tokens[at]?.gap ?? 3) > 2) return -1;
  if (
    !isText(tokens, at, ...ADVERBS) &&
    !(hasStem(tokens, at, 'кажд') && hasStem(tokens, at + 1, 'год', 'месяц', 'квартал', 'недел'))
  )
    return -1;
  const next = passRuleWords(tokens, at);
  const closed = at > index && isText(tokens, index, '(') && isText(tokens, next, ')') ? next + 1 : next;
  return Math.max(closed, at + 1);
}

const BEFORE_DAY = phrasesOf(
  'до',
  'не позднее',
  'в срок до',
  'не позже',
  'к',
  'по',
  'с',
  'в срок не позднее',
  'после',
);

/** A rule at this token, without what follows it. */
function passRule(tokens: readonly Token[], index: number): { next: number; habit: boolean } | null {
  if (isText(tokens, index, ...ADVERBS)) return { next: index + 1, habit: false };
  const habit = isText(tokens, index, ...HABITS) ? index + 1 : passPhrase(tokens, index, HABIT_PHRASES);
  if (habit > 0) return { next: habit, habit: true };
  const each = Math.max(passEach(tokens, index), passCount(tokens, index));
  if (each > 0) return { next: each, habit: false };
  const lead = passPhrase(tokens, index, BEFORE_DAY);
  const day = passDayOfMonth(tokens, lead > 0 ? lead : index);
  return day > 0 ? { next: day, habit: false } : null;
}

/**
 * The rule that begins at this token, with a bound behind it («ежегодно, до 1 июня», «ежемесячно с 1 по 5 число»);
 * `readBound` reads that bound. Null where there is none.
 */
export function readRecurring(
  tokens: readonly Token[],
  index: number,
  readBound: (at: number) => TimeExpression | null,
): TimeExpression | null {
  const rule = passRule(tokens, index);
  if (rule === null) return null;
  let next = passRuleWords(tokens, rule.next);
  let range: TimeExpression | null = null;
  for (let turn = 0; turn < 3; turn += 1) {
    const at = isText(tokens, next, ',', '(', '-', ':') ? next + 1 : next;
    if ((tokens[at]?.gap ?? 3) > 2) break;
    const more = passRule(tokens, at);
    const bound = more === null ? readBound(at) : null;
    if (more === null && (bound === null || (bound.strength === 'bare' && isText(tokens, next, '-')))) break;
    if (bound?.kind === 'range' || bound?.kind === 'from') range = bound;
    next = more?.next ?? bound?.next ?? next;
    if (at > 0 && isText(tokens, at - 1, '(') && isText(tokens, next, ')')) next += 1;
  }
  const expression = undatedExpression('recurring', index, next, rule.habit ? 'weak' : 'firm');
  // Written years bound the rule; without them nothing is asked, because it recurs.
  return range !== null && range.problem === null
    ? { ...expression, start: range.start, end: range.end }
    : expression;
}
