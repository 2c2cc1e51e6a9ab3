/** Blocks of cells as spreadsheets put them on the clipboard: tabs, line ends, quotes around what holds them. */

/** The clipboard's text for a block of cells. */
export const blockText = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map(quoted).join('\t')).join('\n');

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of the clipboard's text, line by line. */
export function readBlock(text: string): string[][] {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (body === '') return [];
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '' && closes(body, at)) quoted = true;
    else if (char === '\t' || char === '\n') {
      lines.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') lines.push([]);
    } else cell += char;
  }
  lines.at(-1)?.push(cell);
  return lines;
}

/** Whether the quote at `at` has its partner right before a tab, a line's end or the end. */
function closes(text: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?=\t|\n|$)/.test(text.slice(at));
}

/** The block over and over where the selected box holds it several times, as Sheets pastes it. */
export function filling(lines: string[][], { rows, cols }: { rows: number; cols: number }): string[][] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (width === 0 || rows % lines.length > 0 || cols % width > 0) return lines;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, col) => lines[row % lines.length]?.[col % width] ?? ''),
  );
}
