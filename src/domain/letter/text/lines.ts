/** The lines of a letter with their offsets. Marks of other programs («[bookmark: …]», «**») are read as blanks. */

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** The line as it is read, of the same length as in the letter. */
  readonly text: string;
  readonly blank: boolean;
}

const FOREIGN = /\[bookmark:[^\]\n]{0,80}\]|\*\*|__(?=\p{L})|(?<=\p{L})__/gu;
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const VISIBLE = /[^\s\u00a0\u200b-\u200f\u2060\ufeff]/;

/** The letter with foreign marks replaced by spaces, so that offsets stay the same. */
export const withoutForeignMarks = (text: string): string =>
  text.replace(FOREIGN, (mark) => ' '.repeat(mark.length)).replace(/^\ufeff/, ' ');

/** All lines of `text`. A form feed ends a line too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    lines.push({ start, end, text: line, blank: !VISIBLE.test(line) });
  };
  for (const match of text.matchAll(BREAK)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

/** Finds the line of an offset, from 1, in time logarithmic in the number of lines. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
