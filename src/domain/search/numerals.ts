/** Numbers written in words, as figures. */
import { ORDINALS } from '../values/ordinals';
import type { NameToken } from './nameToken';

export interface Numeral {
  readonly value: number;
  /** A smaller number may follow: «двадцать пятая». */
  readonly isOpenEnded: boolean;
}

/** @param endings of ordinals; @param cardinals those of {@link ORDINALS}, both with a space between. */
export function numeralsOf(endings: string, cardinals: string): Map<string, Numeral> {
  const numerals = new Map<string, Numeral>();
  const whole = cardinals.split(' ');
  ORDINALS.forEach(([stem, value], at) => {
    for (const ending of endings.split(' ')) numerals.set(stem + ending, { value, isOpenEnded: false });
    numerals.set(whole[at] ?? '', { value, isOpenEnded: value >= 20 });
  });
  return numerals;
}

type NumeralToken = Pick<NameToken, 'text' | 'separator' | 'numeralWords'>;

export function inFigures(
  tokens: readonly NumeralToken[],
  numerals: ReadonlyMap<string, Numeral>,
): NumeralToken[] {
  const result: NumeralToken[] = [];
  let room = 0;
  for (const token of tokens) {
    const numeral = numerals.get(token.text);
    const before = result[result.length - 1];
    if (numeral === undefined) result.push(token);
    else if (before !== undefined && numeral.value < room) {
      const text = `${Number(before.text) + numeral.value}`;
      result[result.length - 1] = { ...before, text, numeralWords: [...before.numeralWords, token.text] };
    } else result.push({ ...token, text: `${numeral.value}`, numeralWords: [token.text] });
    room = numeral?.isOpenEnded === true ? (numeral.value < 100 ? 10 : 100) : 0;
  }
  return result;
}
