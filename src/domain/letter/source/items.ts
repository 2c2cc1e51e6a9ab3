/**
 * The running text as paragraphs and items of lists: wrapped lines joined, list marks read, the depth
 * of a list told by the order in which its kinds of marks appear.
 */

import { readTimeExpression } from '../deadlines/findTimeExpressions';
import { romanValue } from '../text/homoglyphs';
import type { Line } from '../text/lines';
import { isText, tokenise } from '../text/tokens';

export interface Item {
  /** Offsets of the words after the mark. */
  readonly start: number;
  readonly end: number;
  /** «1.» → '1', «3.1.» → '3.1', «а)» → 'а', a dash → ''; null for a paragraph. */
  readonly mark: string | null;
  /** What kind of mark: a list's items have the same; null for a paragraph. */
  readonly style: string | null;
  /** Empty lines before it. */
  readonly blanks: number;
}

interface Mark {
  readonly mark: string;
  readonly style: string;
  readonly length: number;
}

const BULLET = /^[\s\u00a0]*([-–—−•·*▪●○■□‣⁃➢✓✔]|o(?=\s{1,}[а-яёА-ЯЁ]))[\s\u00a0]*(?=[^\s\d-]|\d)/;
/** After the mark a space, or something that is no digit: «3.1 Завершить» is not point 3. */
const DOTTED = /^[\s\u00a0]*(\d{1,2}(?:\.\d{1,2}){0,3})\s?([.)])(?:[\s\u00a0]+(?=\S)|(?=[^\s\d]))/;
const PLAIN_DOTTED = /^[\s\u00a0]*(\d{1,2}(?:\.\d{1,2}){1,3})[\s\u00a0]+(?=[«"А-ЯЁа-яё])/;
const LETTER = /^[\s\u00a0]*([а-яa-z])\)[\s\u00a0]*(?=\S)/;
const ROMAN = /^[\s\u00a0]*([IVXІХ]{1,5})[.)][\s\u00a0]+(?=\S)/;
const POINT = /^[\s\u00a0]*(?:пункт|п\.)\s?(\d{1,2}(?:\.\d{1,2})?)[.):]\s+(?=[А-ЯЁ])/i;

/** True when the line begins with a date, whose day must not be taken for a list mark. */
const beginsWithDate = (text: string): boolean => {
  const head = tokenise(text.slice(0, 60));
  const expression = readTimeExpression(head, 0, 'prose');
  return expression !== null && expression.kind !== 'recurring' && expression.problem !== 'impossible';
};

function markOf(text: string): Mark | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { mark: '', style: 'bullet', length: bullet[0].length };
  const letter = LETTER.exec(text);
  if (letter) return { mark: letter[1] ?? '', style: 'letter', length: letter[0].length };
  const roman = ROMAN.exec(text);
  if (roman && romanValue(roman[1] ?? '') > 0)
    return { mark: roman[1] ?? '', style: 'roman', length: roman[0].length };
  if (!/^[\s\u00a0]*(?:\d|п)/i.test(text) || beginsWithDate(text)) return null;
  const dotted = DOTTED.exec(text) ?? PLAIN_DOTTED.exec(text) ?? POINT.exec(text);
  if (!dotted) return null;
  const number = (dotted[1] ?? '').replace(/\s/g, '');
  const style = `${dotted[2] === ')' ? 'bracket' : 'dot'}${number.split('.').length}`;
  return { mark: number, style, length: dotted[0].length };
}

/** «28.09.2020 – назначить …», «до 5 октября: …»: an item without a mark, led by its deadline. */
function ledByDeadline(text: string): boolean {
  const tokens = tokenise(text.slice(0, 120));
  const expression = readTimeExpression(tokens, 0, 'prose');
  if (expression === null || expression.strength === 'weak') return false;
  return isText(tokens, expression.next, '-', ':') && tokens[expression.next + 1] !== undefined;
}

const ENDED = /[.;:!?…]["»”)]*[\s\u00a0]*$/;
const CAPITAL_LINE = /^[\s\u00a0]*[А-ЯЁ\s\d«»".,–—-]{4,}$/;
const SALUTATION = /^[\s\u00a0]*уважаем/i;
const DOCUMENT_KIND =
  /^[\s\u00a0]*(?:ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|РЕШЕНИЕ|ПИСЬМО|ПРОТОКОЛ|ПЛАН|ДОРОЖНАЯ КАРТА)[\s\u00a0]*$/;
const HEADING_WORD =
  /^[\s\u00a0]*(?:приложение|приказ(?:ываю)?|постановл|распоряж|решени|утвержд|согласован|руководителям|начальник|директор|глава|заведующ|исп)/i;
const LABEL =
  /^[\s\u00a0]*(?:срок|ответственн|исполнител|результат|контроль)[а-яё]*(?:\s[а-яё]+){0,3}\s?[:–—-]/i;
/** Lines of a list of organisations without marks: each begins with its legal form or kind. */
const ORGANISATION_LINE =
  /^[\s\u00a0]*["«]?(?:(?:муниципальн|государственн|областн|краев|частн|федеральн)[а-яё]+\s+(?:автономн|бюджетн|каз[её]нн|общеобр|образов|дошк)|[МГЧ][БАК]?[ДП]?ОУ|[МГ][БАК]У|СОШ|ООШ|НОШ|Лицей|Гимназия|Школа|Детский сад)/i;
const TAIL = 40;
const WRAPPED_FROM = 30;

/** True when `line` goes on with what stands before it. */
function continues(previous: Line, line: Line, inItem: boolean): boolean {
  // Only the end of the line tells: patterns that look for an end take quadratic time on a long one.
  const whole = previous.text.trimEnd();
  const before = whole.slice(-TAIL);
  const text = line.text;
  if (ENDED.test(before) && !/(?:^|\s)(?:г|гг|им|ул|ст|п|пп|т|д|с|см|№)\.$/i.test(before)) return false;
  if (ORGANISATION_LINE.test(text) && ORGANISATION_LINE.test(whole)) return false;
  if (SALUTATION.test(text) || SALUTATION.test(whole) || LABEL.test(text)) return false;
  if (/^[\s\u00a0]*[а-яё]/.test(text))
    return (
      !ledByDeadline(text) ||
      /(?:\s(?:в|на|с|и|до|по|не|от|срок|позднее)|,)$/i.test(before) ||
      (!ENDED.test(before) && !inItem && whole.length > 60)
    );
  if (DOCUMENT_KIND.test(text) || DOCUMENT_KIND.test(whole)) return false;
  if (CAPITAL_LINE.test(text) || CAPITAL_LINE.test(whole))
    return CAPITAL_LINE.test(text) && CAPITAL_LINE.test(whole);
  if (HEADING_WORD.test(text)) return /[,«(–-]$|\s(?:в|на|с|и|до|по|от|о|об)$/i.test(before);
  // A line that begins with a capital goes on only from a line that was broken at the margin.
  return (
    whole.length >= WRAPPED_FROM &&
    (/[,–—-]$|\s(?:в|на|с|со|и|до|по|от|о|об|для|за|не|к|у|из|при|№|или|РФ|имени)$/i.test(before) ||
      whole.length >= 55 ||
      /^[\s\u00a0]*["«(\d№]/.test(text)) &&
    !ledByDeadline(text)
  );
}

/** The items of the lines that no table covers. */
export function itemsOf(lines: readonly Line[], covered: (line: Line) => boolean): Item[] {
  const items: Item[] = [];
  let blanks = 1;
  let open: { start: number; end: number; mark: string | null; style: string | null; blanks: number } | null =
    null;
  let previous: Line | null = null;
  for (const line of lines) {
    if (line.blank || covered(line)) {
      blanks += 1;
      previous = null;
      continue;
    }
    const mark = markOf(line.text);
    if (open !== null && previous !== null && mark === null && continues(previous, line, open.mark !== null))
      open.end = line.end;
    else {
      if (open !== null) items.push(open);
      const lead = mark?.length ?? line.text.length - line.text.trimStart().length;
      open = {
        start: line.start + lead,
        end: line.end,
        mark: mark?.mark ?? null,
        style: mark?.style ?? null,
        blanks,
      };
    }
    blanks = 0;
    previous = line;
  }
  if (open !== null) items.push(open);
  return items;
}
