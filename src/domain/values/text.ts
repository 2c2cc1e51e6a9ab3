/** Text as people type and paste it: spaces of all kinds, case, ё. */

const SPACES = /[\s\u00a0\u2007\u202f\u2060\ufeff\u200b]+/g;

/** Almost every text is tidy already: to test for that is cheaper than to replace. */
const UNTIDY = /[^\S ]|[\u2060\u200b]| {2}|^ | $/;

/** One plain space between words, none at the ends. */
export const tidy = (text: string): string => (UNTIDY.test(text) ? text.replace(SPACES, ' ').trim() : text);

/** A book says the same few thousand names, words and codes over and over. */
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;
const LONGEST_KEPT = 100;

/** For comparing names and headers: spaces, case, ё/е, dashes and quotes do not matter. */
export function sameKey(text: string): string {
  if (text.length > LONGEST_KEPT) return keyOf(text);
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = keyOf(text);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

const keyOf = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[«»“”„"]/g, '"')
    .replace(/ ?- ?/g, '-');

/**
 * Whether two words are the same to a formula of Sheets that compares `TRIM(cell)` with `=`: plain spaces and
 * case do not matter, all else does. Words that status formulas compare are compared so here too.
 */
export const sameWord = (a: string, b: string): boolean => formulaWord(a) === formulaWord(b);

const formulaWord = (text: string): string =>
  text
    .replace(/^ +| +$/g, '')
    .replace(/ {2,}/g, ' ')
    .toLowerCase();

/** Shortened to so many characters, never in the middle of a surrogate pair. */
export function clip(text: string, length: number): string {
  const characters = text.length > length * 2 ? Array.from(text.slice(0, length * 2)) : Array.from(text);
  return characters.length <= length && text.length <= length * 2
    ? text
    : `${characters.slice(0, length - 1).join('')}…`;
}

/** Shortened behind a whole word, so long as that leaves more than half. */
export function clipWords(text: string, length: number): string {
  const clipped = clip(text, length);
  if (clipped === text) return text;
  const end = clipped.lastIndexOf(' ');
  return end * 2 > length ? `${clipped.slice(0, end).replace(/[\s,;:–—-]+$/, '')}…` : clipped;
}

/** «наставнические» → «наставн.»: cut behind a consonant, as one abbreviates in Russian. */
export function abbreviated(word: string, room: number): string {
  if (word.length <= room) return word;
  const start = word.slice(0, Math.max(1, room - 1));
  const consonant = start.replace(/[^бвгджзклмнпрстфхцчшщ]+$/i, '');
  return consonant.length >= 3 ? `${consonant}.` : `${start}…`;
}

/** Separate values of a list cell: «школа; детский сад, офис» and one a line are all lists. */
export const listItems = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map(tidy)
    .filter((item) => item !== '');

/** Several texts as one, for comparing; '' when all are blank. */
export const joinedTexts = (texts: readonly string[]): string =>
  texts.every((text) => text === '') ? '' : texts.join('\u0000');
