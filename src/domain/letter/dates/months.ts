/** Months by name: every case form, the usual abbreviations, and names with one scanning error. */
import { differByOneLetter } from '../../values/editDistance';
import type { Token } from '../text/tokens';

const STEMS: readonly (readonly [stem: string, endings: string, short: string])[] = [
  ['январ', 'ь я ю ем е', 'янв'],
  ['феврал', 'ь я ю ем е', 'фев февр'],
  ['март', ' а у ом е', 'мар'],
  ['апрел', 'ь я ю ем е', 'апр'],
  ['ма', 'й я ю ем е', ''],
  ['июн', 'ь я ю ем е', 'июн'],
  ['июл', 'ь я ю ем е', 'июл'],
  ['август', ' а у ом е', 'авг'],
  ['сентябр', 'ь я ю ем е', 'сен сент'],
  ['октябр', 'ь я ю ем е', 'окт'],
  ['ноябр', 'ь я ю ем е', 'ноя нояб'],
  ['декабр', 'ь я ю ем е', 'дек'],
];

const byForm = new Map<string, number>();
STEMS.forEach(([stem, endings, short], index) => {
  for (const ending of endings.split(' ')) byForm.set(stem + ending, index + 1);
  for (const abbreviation of short.split(' ').filter(Boolean)) byForm.set(abbreviation, index + 1);
});
const longForms = [...byForm.keys()].filter((form) => form.length >= 6);

export interface MonthName {
  /** 1–12 */
  readonly month: number;
  /** The name was off by one letter: a scanning error that is asked. */
  readonly doubt: boolean;
  /** Index of the token after the name (and after the full stop of an abbreviation). */
  readonly next: number;
}

const SHORT_LENGTH = 4;

/** The month named at this token, even when hyphenated over two lines; null for another word. */
export function readMonth(tokens: readonly Token[], index: number, guess = false): MonthName | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const exact = byForm.get(token.text);
  const dot = tokens[index + 1];
  if (exact !== undefined) {
    const short = token.text.length <= SHORT_LENGTH && dot?.text === '.' && dot.gap === 0;
    return { month: exact, doubt: false, next: short ? index + 2 : index + 1 };
  }
  const rest = tokens[index + 2];
  if (dot?.text === '-' && dot.gap === 0 && rest?.kind === 'word' && rest.gap === 2) {
    const joined = byForm.get(token.text + rest.text);
    if (joined !== undefined) return { month: joined, doubt: false, next: index + 3 };
  }
  if (!guess || token.text.length < 5) return null;
  const near = longForms.find((form) => differByOneLetter(form, token.text));
  return near === undefined ? null : { month: byForm.get(near) ?? 0, doubt: true, next: index + 1 };
}
