/** The letterhead: date and number, issuer and subject of the letter itself, never those of a letter that it names. */
import type { LetterDocument } from '../letter';
import type { LetterBuilder } from '../letterBuilder';
import type { Item } from '../source/items';
import { firstInfinitive } from '../tasks/orders';
import { tokenise } from '../text/tokens';
import { type Registration, readRegistration } from './registration';

const HEAD_LINES = 60;
const BODY =
  /^\s*(?:уважаем|в соответствии|на основании|во исполнени|в целях|приказываю|постановля|прошу|\d+\.\s)/i;
const KIND =
  /^\s*(?:[«"]?(?:ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|РЕШЕНИЕ|ПИСЬМО|Приказ|Постановление|Распоряжение))(?![а-яё])/;
const ISSUER =
  /^\s*(?:министерств|департамент|управлени|отдел|администраци|комитет|правительств|муниципальн\S+\s+(?:казенн|казённ|бюджетн|автономн|учрежд)|МКУ|МБУ|ГБУ|ГАУ|Минобр|Минпросвещ)/i;
const SUBJECT = /^\s*[«"]?(?:о|об|обо)\s+[а-яё]/i;
const PREFIXED =
  /(?:к\s+(?:приказу|постановлению|распоряжению|письму)|утвержден[аоы]?\s+(?:приказом|постановлением|распоряжением)|приказом|постановлением|распоряжением)/i;

/** The head of the letter as items: until the text itself begins. */
function headOf(
  builder: LetterBuilder,
  items: readonly Item[],
): { text: string; start: number; end: number }[] {
  const head: { text: string; start: number; end: number }[] = [];
  for (const item of items.slice(0, HEAD_LINES)) {
    const text = builder.text.plain.slice(item.start, item.end);
    if (BODY.test(text) || (item.mark !== null && item.style !== 'bullet')) break;
    if (text.length > 1500) break;
    head.push({ text, start: item.start, end: item.end });
  }
  return head;
}

/** «Департамент образования … направляет …»: the subject of the first sentence. */
function issuerInText(builder: LetterBuilder, items: readonly Item[]): string | null {
  for (const item of items.slice(0, 12)) {
    const text = builder.text.plain.slice(item.start, Math.min(item.end, item.start + 400));
    const match =
      /^\s*((?:Министерство|Департамент|Управление|Отдел|Администрация|Комитет)[^.:;]{3,200}?)\s+(?:\([^)]{3,80}\)\s+)?(?:направляет|сообщает|информирует|просит|напоминает|доводит|предлагает|рекомендует|уведомляет|объявляет)/.exec(
        text,
      );
    if (match?.[1] !== undefined) return builder.cellWords(match[1].replace(/\s*\(далее[^)]*\)/, ''));
  }
  return null;
}

/** «Заведующий Отделом образования администрации … района И.О. Фамилия»: the post of the one who signs. */
function issuerInSignature(builder: LetterBuilder, items: readonly Item[]): string | null {
  for (const item of [...items].reverse().slice(0, 60)) {
    const text = builder.text.plain.slice(item.start, item.end);
    if (
      text.length < 300 &&
      /^\s*(?:начальник|заведующ(?:ий|ая)|директор|министр|глава|руководитель|председатель|заместитель|и\.\s?о\.)(?![а-яё])/i.test(
        text,
      )
    ) {
      const words = builder
        .cellWords(text)
        .replace(/\s*…\s*/g, ' ')
        .trim();
      return words.split(' ').length > 1 ? words : null;
    }
  }
  return null;
}

/** Reads the head; what it does not say stays null, and a form left blank is asked. */
export function readLetterhead(builder: LetterBuilder, items: readonly Item[]): LetterDocument {
  const head = headOf(builder, items);
  let stamp: Registration | null = null;
  let fallback: Registration | null = null;
  let approved = false;
  for (const part of head) {
    for (const line of linesIn(part)) {
      approved = approved || /^\s*(?:утвержда|согласова)/i.test(line.text);
      const read = readRegistration(line.text, line.start, builder.text.plain);
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
      if (read.blank) builder.ask('document-blank', line);
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
        ? issuerLines(builder, head, issuerAt, kind)
        : (issuerInText(builder, items) ?? issuerInSignature(builder, items)),
    subject:
      subject === undefined
        ? null
        : builder
            .cellWords(subject.text)
            .replace(/^«(.*)»$/s, '$1')
            .replace(/^"(.*)"$/s, '$1'),
  };
}

/** A name over two lines: the second begins with a name in the genitive («Белоярского городского округа»). */
function issuerLines(
  builder: LetterBuilder,
  head: readonly { text: string }[],
  index: number,
  kind: number,
): string {
  const first = builder.cellWords(head[index]?.text ?? '');
  const next = head[index + 1]?.text ?? '';
  const goesOn =
    index + 1 !== kind &&
    next.length < 120 &&
    /^\s*[А-ЯЁ]\S*(?:ого|ой|ОГО|ОЙ)\s/.test(next) &&
    !SUBJECT.test(next);
  return goesOn ? `${first} ${builder.cellWords(next)}` : first;
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
