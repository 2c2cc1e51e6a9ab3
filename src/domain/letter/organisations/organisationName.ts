/** The name of an organisation: whether it is one, its type, its number, its short form, and its keys for comparing. */
import { type OrganisationType, SCHOOL_LEVELS } from '../../organisations/kinds';
import { FORM_IN_KEY, FORM_LETTERS, LEGAL_FORM_IN_WORDS, LEGAL_FORMS } from '../../organisations/legalForms';
import { nameKey } from '../../organisations/nameKey';
import { KIND_ABBREVIATIONS, TYPE_PATTERNS } from '../../organisations/typePatterns';

const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .replace(/[“”„"‟]/g, '"')
    .replace(/ё/g, 'е')
    .trim();

/** A word boundary that knows Cyrillic; `\b` does not. */
const wholeWord = (source: string): RegExp =>
  new RegExp(`(?:^|[^А-Яа-яЁёA-Za-z])(?:${source})(?![А-Яа-яЁёA-Za-z])`);

const LEGAL = wholeWord(LEGAL_FORMS);
const TYPES = TYPE_PATTERNS.map(({ type, words, abbreviations }) => ({
  type,
  patterns: abbreviations === undefined ? [words] : [words, wholeWord(abbreviations)],
}));

/** The type that the name shows; null when it shows none. */
export function typeOf(name: string): OrganisationType | null {
  const text = plain(name);
  // What stands in quotes names it; the form before the quotes may be the wider one.
  const kind = TYPES.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.type ?? null;
  if (kind === 'kindergarten' && /школ[аы]?[ –-]+детск[а-я]* сад|НШДС|школ[а-я]* .*дошкольн/i.test(text))
    return 'school';
  if (kind !== null) return kind;
  return LEGAL.test(text) || LEGAL_FORM_IN_WORDS.test(text) ? 'other' : null;
}

const EDUCATES: readonly (OrganisationType | null)[] = [
  'school',
  'kindergarten',
  'further-education',
  'vocational',
  'other',
  'centre',
  'higher',
  'office',
];
const LONGEST = 400;
const HEAD = /^(?:М|Г|Ч|Ф|О|К|А|Н|Р|д|Д|С|Л|Ц|ш|Ш|н|Н|г|л|У|П|В|И|Т|м|"|\()/;
const SENTENCE =
  /:|^\S+(?:ние|зация)\s|[.;!?]\s+[А-ЯЁ][а-яё]+\s+[а-яё]+\s|(?:обеспечить|организовать|назначить|провести|предоставить|разработать|прошу|необходимо|в срок|внедрени|мероприят|руководител|утвержден|реализаци|совещани)/i;

/** True for a text that is an organisation's name and nothing else. */
export function looksLikeOrganisation(text: string): boolean {
  if (text.length > LONGEST * 2) return false;
  const name = plain(text).replace(/[.,;]+$/, '');
  if (name.length < 4 || name.length > LONGEST || SENTENCE.test(name)) return false;
  const type = typeOf(name);
  if (type === null || !EDUCATES.includes(type)) return false;
  const legal = LEGAL.test(name) || LEGAL_FORM_IN_WORDS.test(name);
  const numbered = /(?:школ|сад|гимнази|лице|интернат|СОШ|ООШ|НОШ|ДОУ|СШ)[а-я]*\s*(?:№|N)/i.test(name);
  const starts = legal && name.search(LEGAL) <= 2;
  const startsInWords =
    legal &&
    /^"?(?:муниципальн|государственн|областн|краев|федеральн|частн|автономн|казенн|негосударственн|филиал|структурн)/i.test(
      name,
    );
  const short =
    name.length <= 90 &&
    /^(?:"|[А-ЯЁ])/.test(name) &&
    (numbered ||
      /^[А-ЯЁ][а-яё-]+ (?:СОШ|ООШ|НОШ|СШ|ОШ|средн|основн|начальн|школ|лицей|гимнази|детск)/.test(name) ||
      /^(?:СОШ|ООШ|НОШ|Лицей|Гимнази|Школа|Детский сад|ДЮСШ|ДДТ|ЦДТ|ДЮЦ|Колледж|Техникум|Центр|Дом|Дворец)/i.test(
        name,
      ));
  return HEAD.test(name) && (starts || startsInWords || short);
}

/** The number after «№» (also «N», «No»), the last one in the name; null when there is none. */
export function numberOf(name: string): string | null {
  const all = [...name.matchAll(/(?:№|N[o°]?\.?|No)\s?(\d{1,5}(?:[-/]\d{1,3})?)/g)];
  return all[all.length - 1]?.[1] ?? null;
}

/** «Муниципальное бюджетное общеобразовательное учреждение «… школа № 5»» → «МБОУ «… СОШ № 5»»; a short form in brackets is taken as it is. */
export function shortNameOf(name: string): string {
  const text = name
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .replace(/[.,;]+$/, '');
  const given = /\((?:далее\s*[–—-]\s*|сокращ[а-яё]*\s*[–—:-]?\s*)?([^()]{4,80})\)\s*$/.exec(text)?.[1];
  if (given !== undefined && LEGAL.test(given)) return given.trim();
  let rest = text;
  const form =
    /^["«]?((?:[А-ЯЁа-яё]+\s+){1,9}?(?:учреждени[а-я]*|организаци[яи]))((?:\s+дополнительного(?:\s+профессионального)?\s+образования(?:\s+детей)?)?)\s*/i.exec(
      text,
    );
  if (form !== null) {
    const words = (form[1] ?? '').replace(/ё/g, 'е');
    const owner = FORM_LETTERS.filter(([pattern]) => pattern.test(words))
      .map(([, letter]) => letter)
      .join('');
    const kind = /дошкольн/i.test(words)
      ? 'ДОУ'
      : /профессиональн/i.test(words)
        ? 'ПОУ'
        : /образовательн/i.test(words)
          ? 'ОУ'
          : 'У';
    const further = (form[2] ?? '') === '' ? '' : /профессиональн/i.test(form[2] ?? '') ? ' ДПО' : ' ДО';
    const base = further !== '' && kind === 'ОУ' ? 'У' : kind;
    if (owner !== '') rest = `${owner}${base}${further} ${text.slice(form[0].length)}`;
  }
  for (const [pattern, short] of KIND_ABBREVIATIONS) rest = rest.replace(pattern, short);
  return rest.trim();
}

/** By which the same organisation is known in two spellings: in full or short, with «№» or «N» even without a space. */
export const keyOf = (name: string): string =>
  nameKey(shortNameOf(name).replace(/n[o°]?\.?\s?(?=\d)/gi, '№')).replace(
    /общеобразовательн[а-я]*/g,
    'образовательн',
  );

const FORM = new RegExp(`${FORM_IN_KEY})(?: до)?\\s`);
const SHARED_WORD = new RegExp(
  `(?:^|\\s)(?:${SCHOOL_LEVELS}|школа|лицей|гимназия|детский|сад|имени|им|г|с|п|д|село|города|поселка)(?=\\s|$)`,
  'gi',
);

/** Names with the same key may mean one organisation: the same type, number and place. */
export function nearKeyOf(name: string): string | null {
  const number = numberOf(name);
  const text = keyOf(name).replace(FORM, '');
  const place = text
    .replace(/№\d+[-/\d]*/g, '')
    .replace(SHARED_WORD, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (number === null) return text.length >= 8 ? `${typeOf(name) ?? ''}|${text}` : null;
  return `${typeOf(name) ?? ''}|${number}|${place.slice(0, 6)}`;
}
