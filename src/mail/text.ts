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
  const [lead = ''] = /^(?: *- | *)/.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const isFirst = current.length === lead.length;
    const next = isFirst ? current + word : `${current} ${word}`;
    if (isFirst || next.length <= WIDTH) current = next;
    else {
      lines.push(current);
      current = ' '.repeat(lead.length) + word;
    }
  }
  return [...lines, current].join('\n');
}
