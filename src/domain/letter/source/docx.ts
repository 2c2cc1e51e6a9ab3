/**
 * The text and the tables of a Word document: a walk over the XML of `word/document.xml`
 * (Office Open XML, ECMA-376, part 1, 17: `w:p`, `w:r`, `w:t`, `w:tab`, `w:br`, `w:tbl`, `w:tr`, `w:tc`).
 * The caller unzips the file. Automatic list numbers are not in this XML's text: an item of a numbered
 * list comes as «– …», which reads as a list all the same.
 */
import type { Block } from './letterText';

const TAG = /<(\/?)([A-Za-z]+:)?([A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

interface OpenTable {
  rows: string[][];
  cell: string[] | null;
  /** Columns the open cell spans, and whether it goes on with the cell above it. */
  span: number;
  merged: boolean;
}

class Walk {
  readonly blocks: Block[] = [];
  private text: string[] = [];
  private tables: OpenTable[] = [];
  private paragraph = '';
  private listed = false;
  private inText = false;
  private deleted = 0;

  open(name: string, attributes: string): void {
    const table = this.tables[this.tables.length - 1];
    if (name === 'p') this.paragraph = '';
    else if (name === 't') this.inText = true;
    else if (name === 'tab') this.paragraph += '\t';
    else if (name === 'br' || name === 'cr') this.paragraph += '\n';
    else if (name === 'noBreakHyphen') this.paragraph += '-';
    else if (name === 'numPr') this.listed = true;
    else if (name === 'del') this.deleted += 1;
    else if (name === 'tbl') {
      if (this.tables.length === 0) this.flush();
      this.tables.push({ rows: [], cell: null, span: 1, merged: false });
    } else if (table === undefined) return;
    else if (name === 'tr') table.rows.push([]);
    else if (name === 'tc') Object.assign(table, { cell: [], span: 1, merged: false });
    else if (name === 'gridSpan')
      table.span = Math.min(60, Math.max(1, Number(/val="(\d+)"/.exec(attributes)?.[1] ?? 1)));
    else if (name === 'vMerge') table.merged = !/val="restart"/.test(attributes);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'del') this.deleted = Math.max(0, this.deleted - 1);
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc') this.endCell();
    else if (name === 'tbl') this.endTable();
  }

  characters(text: string): void {
    if (this.inText && this.deleted === 0) this.paragraph += decode(text);
  }

  flush(): void {
    if (this.text.length > 0) this.blocks.push({ kind: 'text', text: this.text.join('\n') });
    this.text = [];
  }

  private endParagraph(): void {
    // A number or bullet that Word draws itself: without it the item would be a paragraph.
    const marked =
      this.listed && this.paragraph.trim() !== '' && !/^\s*(?:[-–—•\d]|[а-я]\))/.test(this.paragraph);
    const line = (marked && this.tables.length === 0 ? '– ' : '') + this.paragraph;
    const cell = this.tables[this.tables.length - 1]?.cell;
    if (cell) cell.push(line);
    else if (this.tables.length === 0) this.text.push(line);
    this.paragraph = '';
    this.listed = false;
  }

  private endCell(): void {
    const table = this.tables[this.tables.length - 1];
    const row = table?.rows[table.rows.length - 1];
    if (table === undefined || row === undefined || table.cell === null) return;
    const above = table.rows[table.rows.length - 2]?.[row.length];
    // A cell merged downwards says the same for every row it covers.
    row.push(table.merged && above !== undefined ? above : table.cell.join('\n').trim());
    for (let extra = 1; extra < table.span; extra += 1) row.push('');
    table.cell = null;
  }

  private endTable(): void {
    const table = this.tables.pop();
    const outer = this.tables[this.tables.length - 1];
    if (table === undefined) return;
    if (outer === undefined) this.blocks.push({ kind: 'table', rows: table.rows });
    // A table inside a cell becomes lines of that cell.
    else outer.cell?.push(...table.rows.map((row) => row.join(' ')));
  }
}

/** Reads the XML of `word/document.xml`; unknown elements are passed over, broken XML ends where it breaks. Never throws. */
export function readDocumentXml(xml: string): Block[] {
  const walk = new Walk();
  for (const match of xml.matchAll(TAG)) {
    const name = match[3];
    if (name === undefined) walk.characters(match[6] ?? '');
    else if (match[1] === '/') walk.close(name);
    else {
      walk.open(name, match[4] ?? '');
      if (match[5] === '/') walk.close(name);
    }
  }
  walk.flush();
  return walk.blocks;
}
