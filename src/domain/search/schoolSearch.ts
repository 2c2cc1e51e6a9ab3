/**
 * Finds organisations by a name as people type it: in any order, without quotes, «N» for «№», ё as е, an abbreviation
 * for its words and words for an abbreviation, a number in words, one wrong letter, the keyboard on English. Numbers
 * must match exactly: school 12 is not school 13. This file holds what depends on the Russian language.
 */
import { DASHES, spelling } from '../letter/text/homoglyphs';
import type { OrganisationKind } from '../organisations/kinds';
import { FORM_WITH_KIND, FORM_WORDS } from '../organisations/legalForms';
import { KIND_SYNONYMS, KIND_WORDS } from '../organisations/synonyms';
import { isWithinOneEdit } from '../values/editDistance';
import { Finder, type Hit } from './finder';
import { memoize } from './memoize';
import type { NamedSchool } from './nameIndex';
import type { Language, NameToken, TokenAnalysis } from './nameToken';
import { inFigures, numeralsOf } from './numerals';

export type { Hit, NamedSchool };
/** Organisations that fit, best first. A number that is still being typed fits the numbers that begin so. */
export type SchoolSearch<School extends NamedSchool> = (typed: string) => readonly Hit<School>[];

/** Reads the names once; each search then takes a few milliseconds for a thousand of them. */
export function schoolSearch<School extends NamedSchool>(schools: readonly School[]): SchoolSearch<School> {
  const finder = new Finder(schools, RUSSIAN);
  return (typed) => finder.search(typed);
}

const CONJUNCTION = /^(?:и|в|во|на|по|для|при|со)$/;
const PHRASE_START =
  /^(?:им|имени|г|город|города|п|д|р|с|ул|пос|пгт|ст|село|села|поселок|поселка|деревни|станицы)$/;
/** Words that do not tell organisations apart: «№», single letters, the legal form, what is taught. */
const STOP_WORD = new RegExp(
  `^(?:n|no|номер|[а-я]|${FORM_WORDS}|общеобраз[а-я]*|образоват[а-я]*|дополнит[а-я]*|средн[а-я]*|основн[а-я]*|начальн[а-я]*|вида|комбинир[а-я]*|общеразв[а-я]*|компенсир[а-я]*|углубл[а-я]*|изучен[а-я]*|отдельн[а-я]*|предмет[а-я]*)$`,
);
/** Stop words also with one wrong letter; «казённый» is not among them: that may be «Каменный». */
const LONG_STOP_WORDS =
  'номер муниципальное государственное бюджетное автономное учреждение организация общеобразовательное образовательное дополнительное средняя основная начальная';
/** Endings of cases, without those in which names end: «Артём», «Чехов». */
const ENDING = /(?:[ое]го|[ыио]й|ей|ая|яя|[ое]е|ую|юю|[ыи]х|[ыи]е|[аяоеуюыиьй])$/;
const ADJECTIVE_SUFFIX = /(?:ск|к|ц)$/;
/** Nouns after a number that is not the organisation's: «40 лет», «8 Марта». */
const COUNTED_NOUN =
  /^(?:лет(?:и[яюе])?|год(?:а|ов|у)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/;

const ORDINAL_ENDINGS = 'ый ой ий ая ое ого ому ую ым ом ья ье ьей ьего ьему ью ьем ь';
/** The cardinals of the same numbers; any sign for those that are an ordinal's stem with an ending. */
const CARDINALS =
  'один два три четыре пять шесть семь восемь - - - - - - - - - - - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто';
const NUMERALS = numeralsOf(ORDINAL_ENDINGS, CARDINALS);

const PIECE = /[^\s«»"“”„'(),;:]+|[«»"“”„'(),;:]/g;
const PHRASE_BREAK = /^[«»"“”„'(),;:]$/;
const WORD = /\d+[абв]?(?![а-я])|\d+|[a-zа-я]+/g;
/** Letters with combining marks and invisible characters. */
const LETTERS = /[\p{L}\p{M}\p{Cf}]+/gu;
const DASH = new RegExp(`[${DASHES}]`, 'g');

type RawToken = Pick<NameToken, 'text' | 'separator' | 'numeralWords'>;

function read(text: string): NameToken[] {
  const raw = inFigures(rawTokens(text), NUMERALS);
  const last = raw.length - 1;
  const mayGoOn = /[\p{L}\d]$/u.test(text);
  return raw.map(({ text: own, separator, numeralWords }, at) => {
    const { kinds, possibleKinds, stem, roots, isStopWord, connective } = analyse(own);
    const isNumber = /\d/.test(own);
    // Written out: to spread an object for each word of a thousand names takes ten times as long.
    return {
      text: own,
      kinds,
      possibleKinds,
      stem,
      roots,
      isStopWord: isStopWord || isPartOfPhrase(raw, at),
      connective,
      number: !isNumber ? null : isIdentifying(raw, at) ? 'identifying' : 'other',
      separator,
      numeralWords,
      isPrefix: at === last && mayGoOn && numeralWords.length === 0 && (!isNumber || /[\dа-в]$/i.test(text)),
    };
  });
}

function rawTokens(text: string): RawToken[] {
  const tokens: RawToken[] = [];
  let isApart = false;
  for (const piece of text.match(PIECE) ?? []) {
    if (PHRASE_BREAK.test(piece)) isApart = true;
    for (const token of tokensOf(piece)) {
      tokens.push(isApart ? { ...token, separator: 'break' } : token);
      isApart = false;
    }
  }
  return tokens;
}

const tokensOf = memoize((piece): RawToken[] => {
  const tokens: RawToken[] = [];
  const plain = piece
    .replace(LETTERS, spelling)
    .replace(DASH, '-')
    // «Д/с», «5-я», «5-А».
    .replace(/(^|[^а-я])д[/.\\-]с(?![а-я])/, '$1дс')
    .replace(/(\d)-?(?:[ыои]?й|а?я|о?го|у?ю)(?![а-я])/g, '$1 ')
    .replace(/(\d)-(?=[абв](?![а-я]))/g, '$1');
  let end = -1;
  for (const { 0: token, index } of plain.matchAll(WORD)) {
    const separator = end > 0 && plain.slice(end, index) === '-' ? 'hyphen' : 'space';
    const [, form = '', kind = ''] = FORM_WITH_KIND.exec(token) ?? [];
    const isGlued = kindsOf(token).length === 0 && kindsOf(kind).length > 0;
    for (const text of isGlued ? [form, kind] : [token.replace(/^0+(?=\d)/, '')])
      tokens.push({ text, separator, numeralWords: [] });
    end = index + token.length;
  }
  return tokens;
});

/** Whether a number is the organisation's own: «Третья школа» is, «40 лет Победы» and «Школа третьего тысячелетия» are not. */
function isIdentifying(tokens: readonly RawToken[], at: number): boolean {
  const { separator, numeralWords } = tokens[at] as RawToken;
  const counted = tokens[at + 1]?.text ?? '';
  if (numeralWords.length === 0) return !COUNTED_NOUN.test(counted) && !isWithinOneEdit(counted, 'летия');
  const isTelling = ({ text }: RawToken): boolean => !analyse(text).isStopWord || PHRASE_START.test(text);
  const namesKind = (token: RawToken | undefined): boolean =>
    token !== undefined && analyse(token.text).kinds.length > 0;
  const next = tokens.slice(at + 1).find(isTelling);
  if (next?.separator !== 'break' && namesKind(next)) return true;
  if (separator === 'break') return false;
  const isAgreeing = /(?:[ыи]й|[аь]я|[оь]е)$/.test(numeralWords[numeralWords.length - 1] ?? '');
  return (
    tokens[at - 1]?.text === 'номер' ||
    (isAgreeing && namesKind(tokens.slice(0, at).reverse().find(isTelling)))
  );
}

/** A word that adds nothing to the one beside it: «детский» to «сад», «образования детей» to «дополнительного». */
function isPartOfPhrase(tokens: readonly RawToken[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const stands = (place: number, what: RegExp): boolean => what.test(tokens[place]?.text ?? '');
  if (/^образован/.test(text)) return stands(at - 1, /^дополнит/);
  if (text === 'детей') return stands(at - 1, /^образован/) && stands(at - 2, /^дополнит/);
  return (
    (stands(at + 1, /^сад/) || stands(at - 1, /^сад/)) &&
    (/^дет(?:ск[а-я]*)?$/.test(text) || isWithinOneEdit(text, 'детский'))
  );
}

const SYNONYMS = KIND_SYNONYMS.map(([words, ...kinds]) => ({
  pattern: new RegExp(`^(?:${words})$`, 'i'),
  kinds,
}));
const KINDS = KIND_WORDS.split(' ');

const kindsOf = (text: string): OrganisationKind[] =>
  SYNONYMS.flatMap(({ pattern, kinds }) => (pattern.test(text) ? kinds : []));

function isStopWord(text: string): boolean {
  if (STOP_WORD.test(text) || CONJUNCTION.test(text) || PHRASE_START.test(text)) return true;
  const stem = stemOf(text);
  const isLike = (word: string): boolean =>
    isWithinOneEdit(text, word) || (stem.length > 4 && isWithinOneEdit(stem, stemOf(word)));
  return text.length > 3 && LONG_STOP_WORDS.split(' ').some(isLike);
}

function stemOf(text: string): string {
  const stem = text.replace(ENDING, '');
  return stem.length < 3 ? text : stem;
}

const analyse = memoize((text): TokenAnalysis => {
  const kinds = kindsOf(text);
  const stem = stemOf(text);
  const root = stem.replace(ADJECTIVE_SUFFIX, '');
  const isLikely = (word: string): boolean =>
    text.length > 2 && (word.startsWith(text) || (text.length > 3 && isWithinOneEdit(text, word)));
  return {
    text,
    kinds,
    possibleKinds: kinds.length > 0 ? [] : kindsOf(KINDS.find(isLikely) ?? ''),
    stem,
    roots: [stem, root, root.replace(/ин$/, '')].filter(({ length }) => length > 3),
    isStopWord: isStopWord(text),
    connective: CONJUNCTION.test(text) ? 'and' : PHRASE_START.test(text) ? 'phrase-start' : null,
  };
});

const QWERTY = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`/?|{}:"<>~@#';
const ЙЦУКЕН = 'йцукенгшщзхъфывапролджэячсмитьбюё.,/хъжэбюё"№';

const RUSSIAN: Language = {
  read,
  analyse,
  linkingVowels: ['', 'о', 'е'],
  fromLatinKeyboard: (text) =>
    text.toLowerCase().replace(/[^\sа-яё\d]/g, (key) => ЙЦУКЕН[QWERTY.indexOf(key)] ?? key),
};
