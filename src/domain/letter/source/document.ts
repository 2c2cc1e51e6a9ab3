/** What the letter itself is: its date and number, who issued it and what it is about. Never those of a letter it names. */
import { type CivilDate, civil } from '../../dates/civil';
import { readDay } from '../deadlines/day';
import type { Draft } from '../draft';
import type { LetterDocument } from '../letter';
import type { Item } from '../tasks/items';
import { firstInfinitive } from '../tasks/orders';
import { isText, type Token, tokenise } from '../text/tokens';
import { hasStem } from '../text/words';

const HEAD_LINES = 60;
const BODY =
  /^\s*(?:уважаем|в соответствии|на основании|во исполнени|в целях|приказываю|постановля|прошу|\d+\.\s)/i;
const KIND =
  /^\s*(?:[«"]?(?:ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|РЕШЕНИЕ|ПИСЬМО|Приказ|Постановление|Распоряжение))(?![а-яё])/;
const ISSUER =
  /^\s*(?:министерств|департамент|управлени|отдел|администраци|комитет|правительств|муниципальн\S+\s+(?:казенн|казённ|бюджетн|автономн|учрежд)|МКУ|МБУ|ГБУ|ГАУ|Минобр|Минпросвещ)/i;
const SUBJECT = /^\s*[«"]?(?:о|об|обо)\s+[а-яё]/i;
const REFERRED = /^\s*(?:на\s+(?:№|исх|вх)|на\s+_|в\s+ответ)/i;

interface DateAndNumber {
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
function readStamp(text: string, offset: number, plain: string): DateAndNumber | null {
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

const PREFIXED =
  /(?:к\s+(?:приказу|постановлению|распоряжению|письму)|утвержден[аоы]?\s+(?:приказом|постановлением|распоряжением)|приказом|постановлением|распоряжением)/i;

/** The head of the letter as items: until the text itself begins. */
function headOf(draft: Draft, items: readonly Item[]): { text: string; start: number; end: number }[] {
  const head: { text: string; start: number; end: number }[] = [];
  for (const item of items.slice(0, HEAD_LINES)) {
    const text = draft.source.plain.slice(item.start, item.end);
    if (BODY.test(text) || (item.mark !== null && item.style !== 'bullet')) break;
    if (text.length > 1500) break;
    head.push({ text, start: item.start, end: item.end });
  }
  return head;
}

/** «Департамент образования … направляет …»: the subject of the first sentence. */
function issuerInText(draft: Draft, items: readonly Item[]): string | null {
  for (const item of items.slice(0, 12)) {
    const text = draft.source.plain.slice(item.start, Math.min(item.end, item.start + 400));
    const match =
      /^\s*((?:Министерство|Департамент|Управление|Отдел|Администрация|Комитет)[^.:;]{3,200}?)\s+(?:\([^)]{3,80}\)\s+)?(?:направляет|сообщает|информирует|просит|напоминает|доводит|предлагает|рекомендует|уведомляет|объявляет)/.exec(
        text,
      );
    if (match?.[1] !== undefined) return draft.cellWords(match[1].replace(/\s*\(далее[^)]*\)/, ''));
  }
  return null;
}

/** «Заведующий Отделом образования администрации … района И.О. Фамилия»: the post of the one who signs. */
function issuerInSignature(draft: Draft, items: readonly Item[]): string | null {
  for (const item of [...items].reverse().slice(0, 60)) {
    const text = draft.source.plain.slice(item.start, item.end);
    if (
      text.length < 300 &&
      /^\s*(?:начальник|заведующ(?:ий|ая)|директор|министр|глава|руководитель|председатель|заместитель|и\.\s?о\.)(?![а-яё])/i.test(
        text,
      )
    ) {
      const words = draft
        .cellWords(text)
        .replace(/\s*…\s*/g, ' ')
        .trim();
      return words.split(' ').length > 1 ? words : null;
    }
  }
  return null;
}

/** Reads the head; what it does not say stays null, and a form left blank is asked. */
export function readDocument(draft: Draft, items: readonly Item[]): LetterDocument {
  const head = headOf(draft, items);
  let stamp: DateAndNumber | null = null;
  let fallback: DateAndNumber | null = null;
  let approved = false;
  for (const part of head) {
    for (const line of linesIn(part)) {
      approved = approved || /^\s*(?:утвержда|согласова)/i.test(line.text);
      const read = readStamp(line.text, line.start, draft.source.plain);
      if (read === null) continue;
      const referred = PREFIXED.test(part.text) && !KIND.test(part.text);
      if (referred || (approved && read.number === null)) fallback ??= read;
      else if (stamp === null || (stamp.blank && !read.blank)) stamp = read;
      else
        stamp = {
          date: stamp.date ?? read.date,
          number: stamp.number ?? read.number,
          blank: stamp.blank && read.blank,
        };
      if (read.blank) draft.ask('document-blank', line);
    }
  }
  const kind = head.findIndex((part) => KIND.test(part.text));
  const issuerAt = head.findIndex(
    (part, index) => ISSUER.test(part.text) && (kind < 0 || index <= kind) && part.text.length < 300,
  );
  const subject = head.find(
    (part) => SUBJECT.test(part.text) && part.text.length < 700 && firstInfinitive(tokenise(part.text)) < 0,
  );
  const chosen = stamp === null || (stamp.blank && fallback !== null) ? fallback : stamp;
  return {
    date: chosen?.date ?? null,
    number: chosen?.number ?? null,
    issuer:
      issuerAt >= 0
        ? issuerLines(draft, head, issuerAt, kind)
        : (issuerInText(draft, items) ?? issuerInSignature(draft, items)),
    subject:
      subject === undefined
        ? null
        : draft
            .cellWords(subject.text)
            .replace(/^«(.*)»$/s, '$1')
            .replace(/^"(.*)"$/s, '$1'),
  };
}

/** A name over two lines: the second begins with a name in the genitive («Белоярского городского округа»). */
function issuerLines(draft: Draft, head: readonly { text: string }[], index: number, kind: number): string {
  const first = draft.cellWords(head[index]?.text ?? '');
  const next = head[index + 1]?.text ?? '';
  const goesOn =
    index + 1 !== kind &&
    next.length < 120 &&
    /^\s*[А-ЯЁ]\S*(?:ого|ой|ОГО|ОЙ)\s/.test(next) &&
    !SUBJECT.test(next);
  return goesOn ? `${first} ${draft.cellWords(next)}` : first;
}

function linesIn(part: { text: string; start: number }): { text: string; start: number; end: number }[] {
  const lines: { text: string; start: number; end: number }[] = [];
  let at = part.start;
  for (const text of part.text.split('\n')) {
    lines.push({ text, start: at, end: at + text.length });
    at += text.length + 1;
  }
  return lines;
}
