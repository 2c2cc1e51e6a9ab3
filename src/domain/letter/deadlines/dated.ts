/** Phrases with a date of their own: «в срок до …», «не позднее …», «с … по …», «в течение …», a date alone. */

import { readSpan, resolveSpan, type Span, type SpanDates } from '../dates/span';
import { passTime } from '../dates/timeOfDay';
import { isText, type Token } from '../text/tokens';
import { hasStem, passPhrase } from '../text/words';
import { passLabel } from './label';
import { BEGIN, BY, DAY_END, END, FROM, IN, UP_TO, WITHIN } from './prepositions';
import { passTail } from './recurring';
import { datedExpression, type TimeExpression, undatedExpression } from './timeExpression';

/** «(включительно)», «включительно», a time of day after the date. */
function passAfter(tokens: readonly Token[], from: number): number {
  let index = from;
  for (let turn = 0; turn < 3; turn += 1) {
    const bracket = isText(tokens, index, '(', ',') ? index + 1 : index;
    const joined = isText(tokens, bracket, 'в', 'до', 'к') ? bracket + 1 : bracket;
    const inclusive = isText(tokens, bracket, 'включительно', 'включ') ? bracket + 1 : -1;
    const next =
      inclusive > 0
        ? inclusive
        : passTime(
            tokens,
            joined,
            () => (joined > bracket || isText(tokens, index, ',', '(')) && (tokens[joined]?.gap ?? 3) < 2,
          );
    if (next < 0 || (tokens[bracket]?.gap ?? 3) > 2) return index;
    if (isText(tokens, index, '(')) {
      if (!isText(tokens, next, ')')) return index;
      index = next + 1;
    } else index = next;
  }
  return index;
}

const isDayAt = (tokens: readonly Token[], at: number): boolean => {
  const from = isText(tokens, at, ',', 'до', 'в') ? at + 1 : at;
  return readSpan(tokens, from, { bare: false, from: false })?.first.unit === 'day';
};

/** Index after «12:00», «18 часов», «конца рабочего дня» between the preposition and the date. */
function passBeforeDate(tokens: readonly Token[], index: number): number {
  const day = passPhrase(tokens, index, DAY_END);
  const time = day > 0 ? day : passTime(tokens, index, (at) => isDayAt(tokens, at));
  if (time < 0) return index;
  return isText(tokens, time, ',', 'до') && isDayAt(tokens, time) ? time + 1 : time;
}

const only = (span: Span): Span => ({ ...span, first: span.last });

/** The end of a period after «до», «к»: a day is certain, «конца …» is certain, «до октября» is not. */
function endOf(span: Span, edge: 'end' | 'begin' | 'none', inclusive: boolean): SpanDates {
  const dates = resolveSpan(span);
  if (dates.problem !== null || span.last.unit === 'day' || edge === 'end' || inclusive) return dates;
  return { start: null, end: null, problem: 'open-bound', proposal: dates.end };
}

/** «в срок до 05.10.2020», «не позднее 15 часов 12 марта», «к 1 сентября», «до конца 2020 года», «по 15 мая включительно» */
function readBy(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  const limit = passPhrase(tokens, index, BY);
  const upTo = passPhrase(tokens, index, UP_TO);
  const at = Math.max(limit, upTo);
  if (at < 0) return null;
  const afterTime = passBeforeDate(tokens, at);
  const end = passPhrase(tokens, afterTime, END);
  const begin = passPhrase(tokens, afterTime, BEGIN);
  const from = Math.max(afterTime, end, begin);
  const yearFollows = hasStem(tokens, from, 'год')
    ? null
    : readSpan(tokens, from, { bare: true, from: false });
  if (yearFollows === null) return end > 0 ? readYearEnd(tokens, index, end) : null;
  const span = limit > 0 ? untilOnly(tokens, from, yearFollows) : yearFollows;
  if (bareYear(tokens, span)) return null;
  const next = passAfter(tokens, span.next);
  const inclusive = tokens.slice(span.next, next).some((token) => token.text.startsWith('включ'));
  if (upTo > 0 && limit < 0 && !inclusive && !cell && span.last.unit !== 'day') return null;
  const edge = end > 0 || (upTo > 0 && limit < 0) ? 'end' : begin > 0 ? 'begin' : 'none';
  return datedExpression('by', endOf(only(span), edge, inclusive), 'firm', index, next);
}

/** After «до» a dash opens the task, not a second date: «до 28.09.2020 – 5 человек»; a range there is no range. */
const untilOnly = (tokens: readonly Token[], from: number, span: Span): Span => {
  if (span.first === span.last || span.first.next >= span.next) return span;
  const dash = isText(tokens, span.first.next, '-') && span.first.year !== null && span.first.unit === 'day';
  return dash && span.first.next > from ? { ...span, last: span.first, next: span.first.next } : span;
};

/** «до 2020» without «года» is a number, not a year. */
const bareYear = (tokens: readonly Token[], span: Span): boolean =>
  span.first.unit === 'year' && tokens[span.next - 1]?.kind === 'number';

/** «до конца года»: the year is not written. */
function readYearEnd(tokens: readonly Token[], from: number, at: number): TimeExpression | null {
  const word = hasStem(tokens, at, 'текущ', 'календарн', 'эт', 'отчетн') ? at + 1 : at;
  if (!isText(tokens, word, 'года', 'месяца', 'квартала', 'полугодия')) return null;
  const problem = word > at ? 'this-year' : 'no-year';
  return datedExpression('by', { start: null, end: null, problem }, 'firm', from, word + 1);
}

/** «с 1 декабря 2020 года», «с 1 по 15 октября», «не ранее 1 ноября» */
function readFrom(tokens: readonly Token[], index: number): TimeExpression | null {
  const at = passPhrase(tokens, index, FROM);
  if (at < 0) return null;
  const begin = passPhrase(tokens, at, BEGIN);
  const span = readSpan(tokens, begin > 0 ? begin : at, { bare: true, from: true });
  if (span === null || bareYear(tokens, span)) return null;
  const dates = resolveSpan(span);
  const kind = span.first === span.last && span.first.next === span.next ? 'from' : 'range';
  return datedExpression(
    kind,
    dates,
    'firm',
    index,
    kind === 'range' ? passAfter(tokens, span.next) : span.next,
  );
}

/** «в период с 1 по 15 октября», «в течение октября 2020», «на период 2020-2024 годы» */
function readWithin(tokens: readonly Token[], index: number): TimeExpression | null {
  const at = passPhrase(tokens, index, WITHIN);
  if (at < 0) return null;
  const span = readSpan(tokens, at, { bare: true, from: isText(tokens, at - 1, 'с', 'со') });
  if (span !== null)
    return datedExpression(spanKind(span), resolveSpan(span), 'firm', index, passAfter(tokens, span.next));
  const word = hasStem(tokens, at, 'текущ', 'календарн', 'всего', 'эт') ? at + 1 : at;
  // «в течение года»: a whole year, which is not named.
  if (!isText(tokens, at - 1, 'течение', 'течении', 'протяжении', 'всего') || !isText(tokens, word, 'года'))
    return null;
  return datedExpression(
    'range',
    { start: null, end: null, problem: word > at ? 'this-year' : 'no-year' },
    'firm',
    index,
    word + 1,
  );
}

const spanKind = (span: Span): 'on' | 'range' =>
  span.first === span.last && span.first.unit === 'day' ? 'on' : 'range';

/** «в октябре 2020 года», «на 15 октября», or no preposition at all. */
function readAlone(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  const led = passPhrase(tokens, index, IN);
  const at = led > 0 ? led : index;
  const span = readSpan(tokens, at, { bare: cell, from: false });
  if (span === null || (tokens[at]?.gap ?? 3) > 2) return null;
  const long = span.last.unit === 'year' || span.last.unit === 'school-year';
  const strength = long && !cell ? 'weak' : 'bare';
  return datedExpression(spanKind(span), resolveSpan(span), strength, index, passAfter(tokens, span.next));
}

/** The dated phrase that begins at this token, or null. In a `cell` a bare year or «по …» may stand alone. */
export function readDated(tokens: readonly Token[], index: number, cell: boolean): TimeExpression | null {
  const label = passLabel(tokens, index);
  const at = label > 0 ? label : index;
  const token = tokens[at];
  if (token === undefined || (label < 0 && token.kind === 'mark' && token.text !== '"')) return null;
  const expression =
    readWithin(tokens, at) ??
    readFrom(tokens, at) ??
    readBy(tokens, at, cell) ??
    readAlone(tokens, at, cell || label > 0);
  if (expression === null) return null;
  const tail =
    expression.kind === 'range' && expression.strength === 'weak' ? -1 : passTail(tokens, expression.next);
  if (tail > 0) return { ...undatedExpression('recurring', expression.from, tail), labelFrom: index };
  // After «Срок:» a day alone is the last day, not the only one.
  if (label > 0 && expression.kind === 'on')
    return { ...expression, kind: 'by', start: null, strength: 'firm', labelFrom: index };
  return { ...expression, labelFrom: index };
}
