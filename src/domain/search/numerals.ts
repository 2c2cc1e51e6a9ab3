/** Numbers written in words, as figures. */
import type { Word } from './nameToken';

export interface Numeral {
  readonly value: number;
  /** «Двадцать» may go on: «двадцать пятая». */
  readonly goesOn: boolean;
}

/**
 * @param ordinals stems from first to twentieth, then by tens to a hundredth, with a space between.
 * @param cardinals of the same numbers; any sign for those that are an ordinal's stem with an ending.
 */
export function numeralsOf(ordinals: string, endings: string, cardinals: string): Map<string, Numeral> {
  const numerals = new Map<string, Numeral>();
  const whole = cardinals.split(' ');
  ordinals.split(' ').forEach((stem, at) => {
    const value = at < 20 ? at + 1 : (at - 17) * 10;
    for (const ending of endings.split(' ')) numerals.set(stem + ending, { value, goesOn: false });
    numerals.set(whole[at] ?? '', { value, goesOn: value >= 20 });
  });
  return numerals;
}

type Written = Pick<Word, 'text' | 'after' | 'spelt'>;

export function inFigures(words: readonly Written[], numerals: ReadonlyMap<string, Numeral>): Written[] {
  const result: Written[] = [];
  let room = 0;
  for (const word of words) {
    const numeral = numerals.get(word.text);
    const before = result[result.length - 1];
    if (numeral === undefined) result.push(word);
    else if (before !== undefined && numeral.value < room) {
      const text = `${Number(before.text) + numeral.value}`;
      result[result.length - 1] = { ...before, text, spelt: [...before.spelt, word.text] };
    } else result.push({ ...word, text: `${numeral.value}`, spelt: [word.text] });
    room = numeral?.goesOn === true ? (numeral.value < 100 ? 10 : 100) : 0;
  }
  return result;
}
