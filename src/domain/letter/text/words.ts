/** Parts of speech and roles of words, judged by their form: plain rules, no dictionary. */
import type { Token } from './tokens';

const INFINITIVE =
  /(?:[аеиоуыяю]ть(?:ся)?|(?:вес|нес|цвес|грес|мес|рас|блюс|пас|вез|полз)ти(?:сь)?|йти(?:сь)?|(?:влечь|помочь|беречь|лечь|сечь)(?:ся)?)$/;
/** Nouns and numerals with the ending of an infinitive. */
const NOT_INFINITIVE =
  /(?:пять|сять|дцать|память|^печать|^мать|сеть|^кровать|тетрадь|нить|суть|путь|^есть|^стать|^совести|^повести|^пасть|треть|четверть|^связь)$/;

/** «назначить», «провести», «согласовать», «найти»; not «область», «деятельности», «путь». */
export const isInfinitive = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.text.length >= 4 &&
  INFINITIVE.test(token.text) &&
  !NOT_INFINITIVE.test(token.text);

/** «внедрение», «организация», «разработка», «подготовка», «сбор»: a task named by a noun. */
export const isActionNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.text.length >= 4 &&
  /(?:ние|нии|ния|тие|тия|ция|ции|зация|ка|ки|сбор|анализ|контроль|мониторинг|отчет|опрос|набор|отбор|выбор|выпуск|запуск|учет|обмен|семинар|вебинар|конкурс|совещание)$/.test(
    token.text,
  );

/** «руководителям», «отделу», «директору», «школам»: whom an order is addressed to. */
const isDative = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.text.length >= 4 &&
  /(?:ам|ям|ому|ему|елю|ику|ору|елу|ению|ству|тету|енту|ссии|^администрации|^организации)$/.test(token.text);

/** «Руководителям …», «Всем руководителям …», «Муниципальным органам …» */
export const isAddressee = (tokens: readonly Token[], index: number): boolean =>
  isDative(tokens[index]) ||
  (/(?:ым|им|сем|ему|ой|ей)$/.test(tokens[index]?.text ?? '') && isDative(tokens[index + 1]));

const PAST_PARTICIPLE =
  /(?:вш(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)(?:ся)?|(?:утвержд|провед|подпис|регистриров|опублик|размещ|направл|введ|издан|установл|датиров|состав)\p{L}*нн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)|принят(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми))$/u;
const PAST_VERB =
  /^(?:состоял(?:ся|ась|ось|ись)|прош(?:ел|ла|ло|ли)|был[аои]?|провел[аои]?|вступил[аои]?|утвердил[аои]?|подписал[аои]?|направил[аои]?|проводил(?:ся|ась|ось|ись)|принял[аои]?|поступил[аои]?|издан[аоы]?|утвержден[аоы]?|проведен[аоы]?|направлен[аоы]?|принят[аоы]?)$/;

/** A word that says the date near it is past: «состоявшегося», «утверждённого», «прошёл». */
export const tellsOfPast = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (PAST_PARTICIPLE.test(token.text) || PAST_VERB.test(token.text));

/** True when the word at `index` begins with one of the stems. */
export const hasStem = (tokens: readonly Token[], index: number, ...stems: readonly string[]): boolean => {
  const token = tokens[index];
  return token?.kind === 'word' && stems.some((stem) => token.text.startsWith(stem));
};

/** Index after the words when they stand here one after another (no empty line between), or -1. */
function passWords(tokens: readonly Token[], index: number, words: readonly string[]): number {
  for (let i = 0; i < words.length; i += 1) {
    const token = tokens[index + i];
    if (token === undefined || token.text !== words[i] || token.kind === 'number' || (i > 0 && token.gap > 2))
      return -1;
  }
  return index + words.length;
}

/** Phrases by their first word, so that one look-up finds the candidates. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The longest of the phrases that stands at this token: the index after it, or -1. */
export function passPhrase(tokens: readonly Token[], index: number, phrases: Phrases): number {
  const token = tokens[index];
  let best = -1;
  if (token?.kind !== 'word') return best;
  for (const phrase of phrases.get(token.text) ?? []) best = Math.max(best, passWords(tokens, index, phrase));
  return best;
}

/** Each phrase is its words and marks with a space between: «не позднее , чем». */
export function phrasesOf(...texts: readonly string[]): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const text of texts) {
    const words = text.split(' ');
    const first = words[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return phrases;
}
