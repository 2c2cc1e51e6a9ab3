/** The clipboard's text/html, as Word, Google Docs and sheets give it, as paragraphs and real tables. */
import type { Block } from '../../../src/domain/letter';

const MOST_SPAN = 60;
const SKIPPED = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'NOSCRIPT', 'TEMPLATE']);
const PARAGRAPHS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI UL OL SECTION ARTICLE HEADER FOOTER BLOCKQUOTE PRE TR TABLE DL DT DD'.split(
    ' ',
  ),
);

/** Null when it has no table: then the plain text is enough. Nothing of it is ever put into the page. */
export function readHtml(html: string): Block[] | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (body.querySelector('table') === null) return null;
  const blocks: Block[] = [];
  let text = '';
  const flush = (): void => {
    const plain = text.replace(/\n{3,}/g, '\n\n').trim();
    if (plain !== '') blocks.push({ kind: 'text', text: plain });
    text = '';
  };
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        text += (child.textContent ?? '').replace(/[\t\n\r ]+/g, ' ');
      } else if (child instanceof Element && !SKIPPED.has(child.tagName)) {
        if (child.tagName === 'TABLE' && isData(child)) {
          flush();
          const rows = rowsOf(child as HTMLTableElement);
          if (rows.length > 0) blocks.push({ kind: 'table', rows });
          continue;
        }
        const apart = PARAGRAPHS.has(child.tagName);
        if (child.tagName === 'BR' || (apart && !text.endsWith('\n'))) text += '\n';
        if (child.tagName === 'LI') text += '– ';
        walk(child);
        if (apart && !text.endsWith('\n')) text += '\n';
      }
    }
  };
  walk(body);
  flush();
  return blocks;
}

/** A table of one cell is a frame around text. */
const isData = (table: Element): boolean => table.querySelectorAll('td,th').length > 1;

function rowsOf(table: HTMLTableElement): string[][] {
  const rows: string[][] = [];
  /** Cells merged downwards: column → text and rows left. */
  const open = new Map<number, { text: string; left: number }>();
  for (const row of table.rows) {
    const cells: string[] = [];
    const below = (): void => {
      for (let spanned = open.get(cells.length); spanned; spanned = open.get(cells.length)) {
        if (spanned.left > 1) open.set(cells.length, { ...spanned, left: spanned.left - 1 });
        else open.delete(cells.length);
        cells.push(spanned.text);
      }
    };
    for (const cell of row.cells) {
      below();
      const text = cellText(cell);
      const height = Math.min(MOST_SPAN, cell.rowSpan || 1);
      if (height > 1) open.set(cells.length, { text, left: height - 1 });
      cells.push(text);
      for (let extra = 1; extra < Math.min(MOST_SPAN, cell.colSpan); extra += 1) cells.push('');
    }
    below();
    if (cells.some((text) => text !== '')) rows.push(cells);
  }
  return rows;
}

/** Paragraphs of a cell are its lines. */
function cellText(cell: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += (child.textContent ?? '').replace(/[\t\n\r ]+/g, ' ');
      else if (child instanceof Element && !SKIPPED.has(child.tagName)) {
        const apart = child.tagName === 'BR' || PARAGRAPHS.has(child.tagName);
        if (apart && text.trim() !== '' && !text.endsWith('\n')) text += '\n';
        walk(child);
      }
    }
  };
  walk(cell);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
