/**
 * Homoglyphs: Latin letters typed or scanned in Russian words, the many spaces,
 * dashes and quotes. Every mapping is one UTF-16 unit to one, so that a place in the plain text
 * is the same place in the letter.
 */
const LATIN = 'ABCEHKMOPTXYaceopxykmutrn';
const CYRILLIC = 'АВСЕНКМОРТХУасеорхукмитгп';

const toCyrillic = new Map<string, string>();
[...LATIN].forEach((latin, index) => {
  toCyrillic.set(latin, CYRILLIC.charAt(index));
});

/** Latin letters whose shape in any common type is a Cyrillic letter's; a word of these alone is read as Russian. */
const SAME_SHAPE = /^[ABCEHKMOPTXYaceopxy]+$/;
const HAS_CYRILLIC = /[\u0400-\u04ff]/;
const HAS_LATIN = /[A-Za-z]/;
/** Characters that do not change the spelling of a word: stress marks, soft hyphens, zero-width marks. */
const IGNORED = /[\u0301\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Lower-case spelling by which words are compared: ё as е, homoglyphs as Russian, no invisible letters. */
export function spelling(word: string): string {
  let plain = word.replace(IGNORED, '');
  if (HAS_LATIN.test(plain) && (HAS_CYRILLIC.test(plain) || SAME_SHAPE.test(plain))) {
    plain = plain.replace(/[A-Za-z]/g, (letter) => toCyrillic.get(letter) ?? letter);
  }
  return plain
    .toLowerCase()
    .replace(/и\u0306/g, 'й')
    .replace(/ё|е\u0308/g, 'е');
}

export const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ac';
export const QUOTES = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2018\u2019\u2039\u203a\'';

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

const isBreak = (code: number): boolean =>
  code === 10 ||
  code === 13 ||
  code === 11 ||
  code === 12 ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029;

/** 0 for a visible character, 1 for a space, 2 for the end of a line. */
export const spaceClass = (code: number): 0 | 1 | 2 => (isBreak(code) ? 2 : isSpace(code) ? 1 : 0);

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The value of a Roman numeral up to 39 as letters print it (also with Cyrillic Х, І, У), or 0. */
export function romanValue(word: string): number {
  const latin = word.replace(/[Хх]/g, 'X').replace(/[ІӀ]/g, 'I').replace(/l/g, 'I');
  if (!/^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/.test(latin)) return 0;
  let sum = 0;
  for (let i = 0; i < latin.length; i += 1) {
    const value = ROMAN[latin.charAt(i)] ?? 0;
    sum += value < (ROMAN[latin.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
