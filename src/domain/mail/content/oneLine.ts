/** People's text on its way into a mail. */
import { clip, tidy } from '../../values/text';

/** Controls, and the marks that turn the direction of writing: a name must not rearrange what stands beside it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]+/g;

export const LONGEST_NAME = 60;
export const LONGEST_STAGE = 110;
export const LONGEST_TEXT = 300;

/** One line of plain text of at most so many characters. */
export const oneLine = (text: string, most: number): string => clip(tidy(text.replace(UNSEEN, ' ')), most);
