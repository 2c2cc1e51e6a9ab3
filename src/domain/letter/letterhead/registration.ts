/** The date and the number under which a letter is registered, as the stamp or the line of its head gives them. */
import { type CivilDate, civil } from '../../dates/civil';
import { readDay } from '../dates/day';
import { isText, type Token, tokenise } from '../text/tokens';
import { hasStem } from '../text/words';

const REFERRED = /^\s*(?:на\s+(?:№|исх|вх)|на\s+_|в\s+ответ)/i;

export interface Registration {
  readonly date: CivilDate | null;
  readonly number: string | null;
  readonly blank: boolean;
}

/** «754-17», «01-12/345», «45-ОД», «138 о/д» after «№». */
function readNumber(tokens: readonly Token[], plain: string): { number: string | null; next: number } {
  const at = tokens.findIndex(
    (_, index) =>
      (isText(tokens, index, '№') || (isText(tokens, index, 'n') && index > 0)) &&
      // «СОШ № 5», «Приложение № 1» have numbers of their own.
      !hasStem(tokens, index - 1, 'сош', 'оош', 'школ', 'гимнази', 'лице', 'сад', 'доу', 'мбдоу', 'приложен'),
  );
  const first = tokens[at + 1];
  if (at < 0 || first === undefined || first.text === '_' || first.kind === 'mark')
    return { number: null, next: -1 };
  let last = at + 1;
  while (last + 1 < tokens.length) {
    const token = tokens[last + 1];
    const glued =
      token?.gap === 0 &&
      (token.kind !== 'mark' ||
        ((token.text === '-' || token.text === '/' || token.text === '.') && tokens[last + 2]?.gap === 0));
    if (!glued) break;
    last += 1;
  }
  return { number: plain.slice(first.start, tokens[last]?.end ?? first.end), next: last + 1 };
}

/** A line that is a date and a number and little else: «от 02.10.2020 № 754-17», «№ 45-ОД от «05» октября 2020 г.» */
export function readRegistration(text: string, offset: number, plain: string): Registration | null {
  if (text.length > 200 || REFERRED.test(text)) return null;
  const tokens = tokenise(text, offset);
  const numbered = readNumber(tokens, plain);
  let date: CivilDate | null = null;
  let used = numbered.next < 0 ? 0 : 2;
  for (let index = 0; index < tokens.length && date === null; index += 1) {
    const day = readDay(tokens, index);
    if (day === null || day.year === null || day.doubt) continue;
    date = civil(day.year, day.month, day.day);
    used += day.next - index;
  }
  const form = /[_«"]\s*_{0,}\s{2,}|_{2,}/.test(text) && /№|20\d\d|20__/.test(text);
  const words = tokens.filter(
    (token) =>
      token.kind === 'word' &&
      token.text.length > 2 &&
      !hasStem(
        [token],
        0,
        'года',
        'город',
        'приказ',
        'постановл',
        'распоряж',
        'решени',
        'исх',
        'дата',
        'регистр',
      ),
  ).length;
  if (date === null && numbered.number === null)
    return form ? { date: null, number: null, blank: true } : null;
  // A date with words of its own beside it is a line of the text, not a stamp.
  const dated = tokens.some((_, index) => isText(tokens, index, 'от') && readDay(tokens, index + 1) !== null);
  if (words > (numbered.number === null ? (dated ? 4 : 1) : used + 3)) return null;
  if (date === null && !/^[\s«"]*(?:№|N\s|исх|ПРИКАЗ|ПОСТАНОВЛ|РАСПОРЯЖ|РЕШЕНИ)/i.test(text)) return null;
  return { date, number: numbered.number, blank: false };
}
