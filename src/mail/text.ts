/** The plain part: lines that every mail program shows whole. */

/** RFC 3676 advises lines of at most 78 characters. */
const WIDTH = 76;

/** Folds long lines at spaces, the folded part under the first; an address stays whole on its line. */
export function folded(text: string): string {
  return `${text
    .split('\n')
    .map((line) => fold(line.trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function fold(line: string): string {
  if (line.length <= WIDTH) return line;
  const indent = ' '.repeat(/^(?: *- | *)/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`;
    if (next.length <= WIDTH || current.trim() === '') current = next;
    else {
      lines.push(current);
      current = `${indent}${word}`;
    }
  }
  return [...lines, current].join('\n');
}
