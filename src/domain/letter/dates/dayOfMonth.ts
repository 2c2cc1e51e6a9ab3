/** A day of the month, in figures or in words. */
import { ORDINALS } from '../../values/ordinals';
import { isFigure, isText, type Token } from '../text/tokens';

const TENS: Readonly<Record<string, number>> = { двадцат: 20, тридцат: 30 };
/** Days of a month in one word: first to twentieth, and the thirtieth. */
const UNITS = ORDINALS.filter(([, value]) => value <= 30);
const ORDINAL = /^(.+?)(?:ого|ому|ое|ый|ой|его|ему|ье|ьего|ьему)$/;

/** «первого», «двадцать пятому»: a day in words. */
function passDayInWords(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const ten = /^(двадцат|тридцат)ь$/.exec(tokens[index]?.text ?? '');
  const at = ten === null ? index : index + 1;
  const stem = tokens[at]?.kind === 'word' ? ORDINAL.exec(tokens[at]?.text ?? '')?.[1] : undefined;
  const unit = UNITS.find(([start]) => start === stem);
  if (unit === undefined || (ten !== null && unit[1] > 9)) return null;
  return { value: (TENS[ten?.[1] ?? ''] ?? 0) + unit[1], next: at + 1 };
}

/** A day of the month: «5», «"05"», «5-го», «первого», «20 (двадцатого)»; null where there is none. */
export function passDay(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const quoted = isText(tokens, index, '"') && isText(tokens, index + 2, '"');
  const token = tokens[quoted ? index + 1 : index];
  if (!isFigure(token, 1, 2)) return passDayInWords(tokens, index);
  const next = quoted ? index + 3 : index + 1;
  const ending =
    isText(tokens, next, '-') && isText(tokens, next + 1, 'го', 'ого', 'е', 'му') && tokens[next]?.gap === 0;
  if (ending) return { value: token.value, next: next + 2 };
  const words = isText(tokens, next, '(') ? passDayInWords(tokens, next + 1) : null;
  const spelt = words !== null && words.value === token.value && isText(tokens, words.next, ')');
  return { value: token.value, next: spelt ? words.next + 1 : next };
}
