/**
 * Finds organisations by a name as people type it: in any order, without quotes, «N» for «№», ё as е, an abbreviation
 * for its words and words for an abbreviation, a number in words, one wrong letter, the keyboard on English. Numbers
 * are never forgiven: school 12 is not school 13. Here is what is Russian about it.
 */
import { DASHES, spelling } from '../letter/text/homoglyphs';
import { isWithinOneEdit } from '../values/editDistance';
import { Finder, type Hit } from './finder';
import { memoize } from './memoize';
import type { NamedSchool } from './nameIndex';
import type { Kind, Language, Spelling, Word } from './nameToken';
import { inFigures, numeralsOf } from './numerals';

export type { Hit, NamedSchool };
/** Organisations that fit, best first. A number that is still being typed fits the numbers that begin so. */
export type SchoolSearch<School extends NamedSchool> = (typed: string) => readonly Hit<School>[];

/** Reads the names once; each search then takes a few milliseconds for a thousand of them. */
export function schoolSearch<School extends NamedSchool>(schools: readonly School[]): SchoolSearch<School> {
  const finder = new Finder(schools, RUSSIAN);
  return (typed) => finder.search(typed);
}

const AND = /^(?:и|в|во|на|по|для|при|со)$/;
const OPENS = /^(?:им|имени|г|город|города|п|д|р|с|ул|пос|пгт|ст|село|села|поселок|поселка|деревни|станицы)$/;
/** «№», single letters, the legal form and what is taught, which the short name leaves out. */
const WEAK =
  /^(?:n|no|номер|[а-я]|(?:ф|о|ко)?[гмкнч]{0,2}[абк]?н?п?о?у(?:дод?)?|дод?|ано|[чн]?оо|муниц[а-я]*|государств[а-я]*|бюджет[а-я]*|автоном[а-я]*|казенн[а-я]*|частн[а-я]*|учрежд[а-я]*|организац[а-я]*|общеобраз[а-я]*|образоват[а-я]*|дополнит[а-я]*|средн[а-я]*|основн[а-я]*|начальн[а-я]*|вида|комбинир[а-я]*|общеразв[а-я]*|компенсир[а-я]*|углубл[а-я]*|изучен[а-я]*|отдельн[а-я]*|предмет[а-я]*)$/;
/** These are weak with a wrong letter too; «казённый» is not among them: that may be «Каменный». */
const LONG_WEAK =
  'номер муниципальное государственное бюджетное автономное учреждение организация общеобразовательное образовательное дополнительное средняя основная начальная';
/** Words for one kind, which people use for one another. */
const KINDS: readonly (readonly [words: RegExp, ...kinds: Kind[]])[] = [
  [/^(?:школ(?:а|ы|е|у|ой|ам|ах)?|шк|[со]?ош|нош|сш)$/, 'school'],
  [/^(?:(?:дет)?сад(?:а|у|е|ом|ы|ов|ик[а-я]*)?|ясл(?:и|ей|ям|ях)|дс)$/, 'kindergarten'],
  [/^(?:[гмкнч]?[абк]?доу|дошкольн[а-я]*)$/, 'kindergarten'],
  [/^гимнази[а-я]*$/, 'gymnasium'],
  [/^лице(?:й|я|ю|е|ем|и|ев)$/, 'lyceum'],
  [/^интернат[а-я]*$/, 'boarding'],
  [/^школинтернат[а-я]*$/, 'school', 'boarding'],
  [/^вечерн[а-я]*$/, 'evening'],
  [/^коррекц[а-я]*$/, 'remedial'],
  [/^спортивн[а-я]*$/, 'sport'],
  [/^(?:спортшкол[а-я]*|с?д?юсш(?:ор)?|сдюшор|сшор)$/, 'sport', 'school'],
  [/^музыкальн[а-я]*$/, 'music'],
  [/^(?:музыкалк[а-я]*|музшкол[а-я]*|дмш)$/, 'music', 'school'],
  [/^(?:искусств[а-я]*|художествен[а-я]*)$/, 'arts'],
  [/^(?:дши|дхш)$/, 'arts', 'school'],
];
/** What an unfinished or misspelt word may be. */
const KIND_WORDS =
  'школа детсад садик гимназия лицей интернат спортивная спортшкола музыкальная искусств'.split(' ');
/** The legal form and the kind in one: «МАОУСОШ». */
const GLUED = /^([гмкнч]{1,2}[абк]?н?о?у)([а-я]{2,})$/;
/** Without those that are ends of names: «Артём», «Чехов». */
const ENDING = /(?:[ое]го|[ыио]й|ей|ая|яя|[ое]е|ую|юю|[ыи]х|[ыи]е|[аяоеуюыиьй])$/;
const OF_A_PLACE = /(?:ск|к|ц)$/;
/** «40 лет», «8 Марта»: no number of an organisation. */
const COUNTED =
  /^(?:лет(?:и[яюе])?|год(?:а|ов|у)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/;

/** From first to twentieth, then by tens to a hundredth. */
const ORDINALS =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот';
const ORDINAL_ENDINGS = 'ый ой ий ая ое ого ому ую ым ом ья ье ьей ьего ьему ью ьем ь';
const CARDINALS =
  'один два три четыре пять шесть семь восемь - - - - - - - - - - - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто';
const NUMERALS = numeralsOf(ORDINALS, ORDINAL_ENDINGS, CARDINALS);

const PIECE = /[^\s«»"“”„'(),;:]+|[«»"“”„'(),;:]/g;
const SETS_APART = /^[«»"“”„'(),;:]$/;
const WORD = /\d+[абв]?(?![а-я])|\d+|[a-zа-я]+/g;
/** With marks that belong to a letter or are not seen. */
const LETTERS = /[\p{L}\p{M}\p{Cf}]+/gu;
const DASH = new RegExp(`[${DASHES}]`, 'g');

type Raw = Pick<Word, 'text' | 'after' | 'spelt'>;

function read(text: string): Word[] {
  const raw = inFigures(rawWords(text), NUMERALS);
  const last = raw.length - 1;
  const mayGoOn = /[\p{L}\d]$/u.test(text);
  return raw.map(({ text: own, after, spelt }, at) => {
    const { kinds, maybe, stem, roots, weak, joint } = spell(own);
    const isNumber = /\d/.test(own);
    // Written out: to spread an object for each word of a thousand names takes ten times as long.
    return {
      text: own,
      kinds,
      maybe,
      stem,
      roots,
      weak: weak || isOfPhrase(raw, at),
      joint,
      number: !isNumber ? null : isOwn(raw, at) ? 'own' : 'other',
      after,
      spelt,
      open: at === last && mayGoOn && spelt.length === 0 && (!isNumber || /[\dа-в]$/i.test(text)),
    };
  });
}

function rawWords(text: string): Raw[] {
  const words: Raw[] = [];
  let isApart = false;
  for (const piece of text.match(PIECE) ?? []) {
    if (SETS_APART.test(piece)) isApart = true;
    for (const word of wordsOf(piece)) {
      words.push(isApart ? { ...word, after: 'break' } : word);
      isApart = false;
    }
  }
  return words;
}

const wordsOf = memoize((piece): Raw[] => {
  const words: Raw[] = [];
  const plain = piece
    .replace(LETTERS, spelling)
    .replace(DASH, '-')
    // «Д/с», «5-я», «5-А».
    .replace(/(^|[^а-я])д[/.\\-]с(?![а-я])/, '$1дс')
    .replace(/(\d)-?(?:[ыои]?й|а?я|о?го|у?ю)(?![а-я])/g, '$1 ')
    .replace(/(\d)-(?=[абв](?![а-я]))/g, '$1');
  let end = -1;
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const after = end > 0 && plain.slice(end, index) === '-' ? 'hyphen' : 'space';
    const [, form = '', kind = ''] = GLUED.exec(word) ?? [];
    const isGlued = kindsOf(word).length === 0 && kindsOf(kind).length > 0;
    for (const text of isGlued ? [form, kind] : [word.replace(/^0+(?=\d)/, '')])
      words.push({ text, after, spelt: [] });
    end = index + word.length;
  }
  return words;
});

/** «40 лет Победы» is no number of its own, nor is «Школа третьего тысячелетия»; «Третья школа» is. */
function isOwn(words: readonly Raw[], at: number): boolean {
  const { after, spelt } = words[at] as Raw;
  const counted = words[at + 1]?.text ?? '';
  if (spelt.length === 0) return !COUNTED.test(counted) && !isWithinOneEdit(counted, 'летия');
  const isTelling = ({ text }: Raw): boolean => !spell(text).weak || OPENS.test(text);
  const namesKind = (word: Raw | undefined): boolean =>
    word !== undefined && spell(word.text).kinds.length > 0;
  const next = words.slice(at + 1).find(isTelling);
  if (next?.after !== 'break' && namesKind(next)) return true;
  if (after === 'break') return false;
  const isAgreeing = /(?:[ыи]й|[аь]я|[оь]е)$/.test(spelt[spelt.length - 1] ?? '');
  return (
    words[at - 1]?.text === 'номер' || (isAgreeing && namesKind(words.slice(0, at).reverse().find(isTelling)))
  );
}

/** «Детский» of a kindergarten, «образования детей» after «дополнительного»: the kind or the form says it all. */
function isOfPhrase(words: readonly Raw[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const stands = (place: number, what: RegExp): boolean => what.test(words[place]?.text ?? '');
  if (/^образован/.test(text)) return stands(at - 1, /^дополнит/);
  if (text === 'детей') return stands(at - 1, /^образован/) && stands(at - 2, /^дополнит/);
  return (
    (stands(at + 1, /^сад/) || stands(at - 1, /^сад/)) &&
    (/^дет(?:ск[а-я]*)?$/.test(text) || isWithinOneEdit(text, 'детский'))
  );
}

const kindsOf = (text: string): Kind[] =>
  KINDS.flatMap(([words, ...kinds]) => (words.test(text) ? kinds : []));

function isWeak(text: string): boolean {
  if (WEAK.test(text) || AND.test(text) || OPENS.test(text)) return true;
  const stem = stemOf(text);
  const isLike = (word: string): boolean =>
    isWithinOneEdit(text, word) || (stem.length > 4 && isWithinOneEdit(stem, stemOf(word)));
  return text.length > 3 && LONG_WEAK.split(' ').some(isLike);
}

function stemOf(text: string): string {
  const stem = text.replace(ENDING, '');
  return stem.length < 3 ? text : stem;
}

const spell = memoize((text): Spelling => {
  const kinds = kindsOf(text);
  const stem = stemOf(text);
  const root = stem.replace(OF_A_PLACE, '');
  const isLikely = (word: string): boolean =>
    text.length > 2 && (word.startsWith(text) || (text.length > 3 && isWithinOneEdit(text, word)));
  return {
    text,
    kinds,
    maybe: kinds.length > 0 ? [] : kindsOf(KIND_WORDS.find(isLikely) ?? ''),
    stem,
    roots: [stem, root, root.replace(/ин$/, '')].filter(({ length }) => length > 3),
    weak: isWeak(text),
    joint: AND.test(text) ? 'and' : OPENS.test(text) ? 'opens' : null,
  };
});

const QWERTY = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`/?|{}:"<>~@#';
const ЙЦУКЕН = 'йцукенгшщзхъфывапролджэячсмитьбюё.,/хъжэбюё"№';

const RUSSIAN: Language = {
  read,
  spell,
  links: ['', 'о', 'е'],
  onItsKeyboard: (text) =>
    text.toLowerCase().replace(/[^\sа-яё\d]/g, (key) => ЙЦУКЕН[QWERTY.indexOf(key)] ?? key),
};
