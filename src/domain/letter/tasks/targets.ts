/** Target figures in a sentence: «на 31.12.2020 – не менее 10 % обучающихся …», «к 2024 году не менее 70 %», «2021 – 20 %». */
import { type CivilDate, civil } from '../../dates/civil';
import { readMonth } from '../dates/months';
import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { TimeExpression } from '../deadlines/timeExpression';
import type { Operator } from '../letter';
import { rangeOf, type TextRange } from '../text/textRange';
import { isFigure, isText, type Token } from '../text/tokens';
import { hasStem, passPhrase, phrasesOf } from '../text/words';

export interface FoundTarget {
  readonly date: CivilDate | null;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
  /** The places of date and value, to be left out of the indicator's words. */
  readonly cut: readonly TextRange[];
  /** The year's end was taken for «к 2024 году». */
  readonly yearTaken: boolean;
}

const COMPARISONS: readonly (readonly [Operator, ReturnType<typeof phrasesOf>])[] = [
  ['>=', phrasesOf('не менее', 'не менее чем', 'не ниже', 'не меньше', 'не менее , чем', 'минимум', 'от')],
  ['<=', phrasesOf('не более', 'не выше', 'не больше', 'не свыше', 'максимум', 'не более чем')],
  ['>', phrasesOf('более', 'свыше', 'выше', 'больше', 'более чем')],
  ['<', phrasesOf('менее', 'ниже', 'меньше', 'менее чем')],
  [
    '=',
    phrasesOf(
      'составит',
      'составляет',
      'составить',
      'достигнет',
      'достигла',
      'достигнуть',
      'равно',
      'равна',
      'увеличить до',
      'увеличится до',
      'довести до',
      'доведение до',
      'увеличение до',
      'до',
      'в размере',
    ),
  ],
];
const SIGNS: Readonly<Record<string, Operator>> = {
  '≥': '>=',
  '⩾': '>=',
  '≤': '<=',
  '⩽': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
};
/** «не менее 3 раз», «10 лет», «5 дней» measure time, not a target. */
const TIME = [
  'дн',
  'дней',
  'день',
  'час',
  'лет',
  'год',
  'месяц',
  'недел',
  'раз',
  'минут',
  'сут',
  'ч',
  'класс',
  'руб',
  'л',
  'экз',
  'лист',
  'стр',
];

interface Value {
  readonly operator: Operator | null;
  readonly value: number;
  readonly unit: string;
  readonly from: number;
  readonly next: number;
}

/** «10», «10,5», «1 200»: the number and the index after it. */
function readNumber(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const whole = tokens[index];
  if (whole?.kind !== 'number' || whole.text.length > 9) return null;
  const part = tokens[index + 2];
  if (
    isText(tokens, index + 1, ',', '.') &&
    part?.kind === 'number' &&
    part.gap === 0 &&
    tokens[index + 1]?.gap === 0
  ) {
    return { value: Number(`${whole.text}.${part.text}`), next: index + 3 };
  }
  const thousands = tokens[index + 1];
  if (isFigure(thousands, 3, 3) && thousands.gap === 1 && whole.text.length <= 3) {
    return { value: Number(whole.text + thousands.text), next: index + 2 };
  }
  return { value: whole.value, next: index + 1 };
}

function readUnit(tokens: readonly Token[], index: number): { unit: string; next: number } | null {
  const percent = isText(tokens, index, '%') || hasStem(tokens, index, 'процент');
  if (percent) return { unit: '%', next: index + 1 };
  const token = tokens[index];
  if (
    token?.kind !== 'word' ||
    token.gap > 2 ||
    TIME.some((stem) => (stem.length < 3 ? token.text === stem : token.text.startsWith(stem)))
  )
    return null;
  if (/^(?:чел|ед|шт)/.test(token.text))
    return {
      unit: `${token.text}${isText(tokens, index + 1, '.') ? '.' : ''}`,
      next: index + (isText(tokens, index + 1, '.') ? 2 : 1),
    };
  return { unit: token.text, next: index };
}

function readValue(tokens: readonly Token[], index: number): Value | null {
  let at = index;
  let operator: Operator | null = SIGNS[tokens[index]?.text ?? ''] ?? null;
  if (operator !== null) {
    at = index + 1;
    if (isText(tokens, at, '=')) {
      operator = operator === '>' ? '>=' : operator === '<' ? '<=' : operator;
      at += 1;
    }
  }
  for (const [one, phrases] of COMPARISONS) {
    const next = operator === null ? passPhrase(tokens, index, phrases) : -1;
    if (next > at) [operator, at] = [one, next];
  }
  const plain = isText(tokens, index, 'до', 'от');
  const second = operator !== null && passPhrase(tokens, at, COMPARISONS[0]?.[1] ?? new Map());
  if (second !== false && second > 0) [operator, at] = ['>=', second];
  const number = readNumber(tokens, at);
  const unit = number === null ? null : readUnit(tokens, number.next);
  if (number === null || unit === null) return null;
  // A bare number, or «до 10», is a target only as a share.
  if ((operator === null || plain) && unit.unit !== '%') return null;
  return { operator, value: number.value, unit: unit.unit, from: index, next: unit.next };
}

interface Dated {
  readonly date: CivilDate | null;
  readonly from: number;
  readonly next: number;
  readonly yearTaken: boolean;
}

const ofReading = (expression: TimeExpression): Dated => ({
  date: expression.end ?? expression.proposal ?? null,
  from: expression.labelFrom,
  next: expression.next,
  yearTaken: expression.end === null && expression.proposal !== null,
});

/** «2021 – 20 %», «2021 год: 20 %», «в 2021 г. 20 %»: a year that only a figure follows. */
function yearBefore(tokens: readonly Token[], value: Value): Dated | null {
  let at = value.from - 1;
  if (isText(tokens, at, '-', ':', '(')) at -= 1;
  if (isText(tokens, at, '.')) at -= 1;
  if (isText(tokens, at, 'г', 'год', 'году', 'года')) at -= 1;
  const token = tokens[at];
  const before = tokens[at - 1];
  // «31.12.2020», «декабря 2020»: the year of a date, not of the figure.
  const ofDate =
    before !== undefined &&
    before.gap < 3 &&
    (before.text === '.' || before.text === '/' || readMonth(tokens, at - 1) !== null);
  const date = !ofDate && isFigure(token, 4, 4) && token.value > 2000 ? civil(token.value, 12, 31) : null;
  return date === null
    ? null
    : { date, from: isText(tokens, at - 1, 'в', 'на', 'к') ? at - 1 : at, next: value.from, yearTaken: true };
}

/** No sentence of a letter has more; it keeps the time linear for a text that is none. */
const MOST_VALUES = 40;

/** All targets of a sentence, each with the nearest date: before it, else behind it. */
export function findTargets(tokens: readonly Token[]): FoundTarget[] {
  const values: Value[] = [];
  for (let index = 0; index < tokens.length && values.length < MOST_VALUES; ) {
    const value = readValue(tokens, index);
    if (value !== null) values.push(value);
    index = value === null ? index + 1 : Math.max(value.next, index + 1);
  }
  if (values.length === 0) return [];
  const dates = findTimeExpressions(tokens, 'prose')
    .filter((expression) => expression.end !== null || expression.proposal !== null)
    .map(ofReading);
  let leading: Operator | null = null;
  const used = new Set<Dated>();
  return values.map((value, index) => {
    leading = value.operator ?? leading;
    const floor = values[index - 1]?.next ?? 0;
    const ceiling = values[index + 1]?.from ?? tokens.length;
    const near = dates.filter((date) => date.from >= floor && date.next <= ceiling && !used.has(date));
    const date =
      yearBefore(tokens, value) ??
      near.filter((one) => one.next <= value.from).pop() ??
      near.find((one) => one.from >= value.next) ??
      (dates.length === 1 ? dates[0] : undefined) ??
      null;
    if (date !== null) used.add(date);
    const cut = [
      rangeOf(tokens, value.from, value.next),
      ...(date === null ? [] : [rangeOf(tokens, date.from, date.next)]),
    ];
    return {
      date: date?.date ?? null,
      operator: leading ?? '=',
      value: value.value,
      unit: value.unit,
      cut,
      yearTaken: date?.yearTaken ?? false,
    };
  });
}
