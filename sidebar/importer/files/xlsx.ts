/** The tables of an .xlsx book, sheet by sheet, as texts (Office Open XML, ECMA-376, part 1, 18). */
import { formatRu, fromSerial } from '../../../src/domain/dates/civil';
import type { Block } from '../../../src/domain/letter';
import type { Archive } from './unzip';

const xml = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
const all = (node: Document | Element, name: string): Element[] => [
  ...node.getElementsByTagNameNS('*', name),
];
const words = (node: Element): string =>
  all(node, 't')
    .filter((each) => each.parentElement?.localName !== 'rPh')
    .map((each) => each.textContent ?? '')
    .join('');

/** Built-in formats of dates (18.8.30), or a format code that names days, months or years. */
const isDateFormat = (id: number, code: string | undefined): boolean =>
  (id >= 14 && id <= 22) ||
  (code !== undefined &&
    /[dmyдмг]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, '')));

function dateStyles(styles: string | null): Set<number> {
  if (styles === null) return new Set();
  const document = xml(styles);
  const codes = new Map(
    all(document, 'numFmt').map((each) => [
      Number(each.getAttribute('numFmtId')),
      each.getAttribute('formatCode') ?? '',
    ]),
  );
  const formats = all(document, 'cellXfs')[0];
  const dates = new Set<number>();
  if (formats) {
    all(formats, 'xf').forEach((each, index) => {
      const id = Number(each.getAttribute('numFmtId'));
      if (isDateFormat(id, codes.get(id))) dates.add(index);
    });
  }
  return dates;
}

/** Number of the column in «AB12», from 0. */
function columnOf(reference: string): number {
  let number = 0;
  for (const letter of reference.replace(/\d+$/, '')) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const MOST_COLUMNS = 200;

function serialText(value: string): string {
  try {
    return formatRu(fromSerial(Number(value)));
  } catch {
    return value;
  }
}

/** Tables of all sheets. @throws when the book is broken. */
export async function readXlsx(archive: Archive): Promise<Block[]> {
  const strings = await archive.text('xl/sharedStrings.xml');
  const shared = strings === null ? [] : all(xml(strings), 'si').map(words);
  const dates = dateStyles(await archive.text('xl/styles.xml'));
  const sheets = archive.names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const blocks: Block[] = [];
  for (const name of sheets) {
    const rows: string[][] = [];
    for (const row of all(xml((await archive.text(name)) ?? ''), 'row')) {
      const cells: string[] = [];
      for (const cell of all(row, 'c')) {
        const reference = cell.getAttribute('r');
        const at = reference === null ? cells.length : columnOf(reference);
        if (at < 0 || at >= MOST_COLUMNS) continue;
        while (cells.length < at) cells.push('');
        cells[at] = textOf(cell, shared, dates);
      }
      if (cells.some((text) => text.trim() !== '')) rows.push(cells);
    }
    const width = Math.max(0, ...rows.map((row) => row.length));
    for (const row of rows) while (row.length < width) row.push('');
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
  }
  return blocks;
}

function textOf(cell: Element, shared: readonly string[], dates: ReadonlySet<number>): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return words(cell);
  const value = all(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === null || type === 'n') {
    return value !== '' && dates.has(Number(cell.getAttribute('s'))) ? serialText(value) : value;
  }
  return type === 'e' ? '' : value;
}
