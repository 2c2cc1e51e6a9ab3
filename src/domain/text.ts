/** Text as people type and paste it: spaces of all kinds, case, ё. */

const SPACES = /[\s\u00a0\u2007\u202f\u2060\ufeff\u200b]+/g;

/** One plain space between words, none at the ends. */
export const tidy = (text: string): string => text.replace(SPACES, ' ').trim();

/** For comparing names and headers: spaces, case, ё/е, dashes and quotes do not matter. */
export const sameKey = (text: string): string =>
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

/** Separate values of a list cell: «школа; детский сад, офис» and one a line are all lists. */
export const listItems = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map(tidy)
    .filter((item) => item !== '');
