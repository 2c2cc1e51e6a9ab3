/**
 * Signs that nobody sees: controls, signs of no width, and those that turn the direction of writing. With one of them
 * an address that looks right belongs to nobody, or to somebody else; a name rearranges what stands beside it.
 */

/** Tabs and ends of lines are seen. Also letters that are drawn as nothing. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]|\u034f/u;
/** Controls, and what turns the direction: the worst of them, which no text needs. */
const TURNING = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const SIGNS_BEFORE = 12;

const before = (signs: RegExp, text: string): string | null => {
  const found = signs.exec(text);
  return found === null ? null : text.slice(0, found.index).slice(-SIGNS_BEFORE);
};

/** What stands before the first sign that an address may not have, '' at the beginning; null without one. */
export const beforeUnseen = (text: string): string | null => before(UNSEEN, text);
/** The same of a name. */
export const beforeTurning = (text: string): string | null => before(TURNING, text);

/** The text with the numbers of such signs in their places: it shows where they are, and turns nothing. */
export const withSignsShown = (text: string): string =>
  text.replace(
    new RegExp(UNSEEN, 'gu'),
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
