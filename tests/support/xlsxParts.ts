/**
 * A second reader of .xlsx: the parts of the file itself (ECMA-376, SpreadsheetML), found through their relationships.
 * It shares no code with host/xlsx, so that what the writer gets wrong is not read back in the same wrong way.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

const DAY_MS = 86_400_000;
/** Day 0 of a workbook's serial numbers, for days from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

export interface FileCell {
  /** As in A1 notation. */
  readonly address: string;
  /** A cell with a formula: its result as it was saved. */
  readonly value: string | number | boolean | null;
  /** Without the equals sign. */
  readonly formula: string | null;
  readonly numberFormat: string;
  /** Colour of a solid fill, `AARRGGBB`. */
  readonly fill: string | null;
}

export interface FileRule {
  /** Cells in A1 notation, several ranges separated by blanks. */
  readonly ref: string;
  readonly type: string;
  readonly background: string | null;
  readonly fontColor: string | null;
}

export interface FileSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, FileCell>;
  /** Comments by the address of their cell. */
  readonly notes: ReadonlyMap<string, string>;
  readonly pane: { readonly state: string; readonly columns: number; readonly rows: number } | null;
  readonly rules: readonly FileRule[];
}

/** The cell's day or instant, where its number format shows one. */
export function dateOf({ value, numberFormat }: FileCell): Date | null {
  return typeof value === 'number' && /[dy]/i.test(numberFormat) ? new Date(EPOCH + value * DAY_MS) : null;
}

/** @throws where the file is no .xlsx, or has a kind of cell that this reader does not know. */
export function readXlsxParts(path: string): FileSheet[] {
  const archive = new Archive(readFileSync(path));
  const workbook = 'xl/workbook.xml';
  const relations = archive.relations(workbook);
  const shared = [...relations.values()].find(({ type }) => type === 'sharedStrings');
  const styles = [...relations.values()].find(({ type }) => type === 'styles');
  const strings = shared ? all(archive.xml(shared.target), 'si').map(textOf) : [];
  const looks = new Looks(styles ? archive.xml(styles.target) : null);
  return all(archive.xml(workbook), 'sheet').map((sheet) => {
    const target = relations.get(sheet.getAttribute('r:id') ?? '')?.target;
    if (target === undefined) throw new Error(`no part for the sheet ${sheet.getAttribute('name')}`);
    return readSheet(archive, sheet.getAttribute('name') ?? '', target, strings, looks);
  });
}

function readSheet(
  archive: Archive,
  name: string,
  path: string,
  strings: readonly string[],
  looks: Looks,
): FileSheet {
  const xml = archive.xml(path);
  const cells = new Map(
    all(xml, 'c')
      .map((cell) => readCell(cell, strings, looks))
      .map((cell) => [cell.address, cell]),
  );
  const comments = [...archive.relations(path).values()].filter(({ type }) => type === 'comments');
  const notes = comments.flatMap(({ target }) =>
    all(archive.xml(target), 'comment').map(
      (note) => [note.getAttribute('ref') ?? '', textOf(note)] as const,
    ),
  );
  const [pane] = all(xml, 'pane');
  return {
    name,
    cells,
    notes: new Map(notes),
    pane: pane
      ? {
          state: pane.getAttribute('state') ?? '',
          columns: Number(pane.getAttribute('xSplit') ?? 0),
          rows: Number(pane.getAttribute('ySplit') ?? 0),
        }
      : null,
    rules: all(xml, 'conditionalFormatting').flatMap((block) =>
      all(block, 'cfRule').map((rule) => ({
        ref: block.getAttribute('sqref') ?? '',
        type: rule.getAttribute('type') ?? '',
        ...looks.ofRule(rule.getAttribute('dxfId')),
      })),
    ),
  };
}

function readCell(cell: Element, strings: readonly string[], looks: Looks): FileCell {
  const address = cell.getAttribute('r') ?? '';
  const [formula] = all(cell, 'f');
  if (formula?.hasAttribute('t'))
    throw new Error(`${address}: a formula of type ${formula.getAttribute('t')}`);
  return {
    address,
    value: savedValue(cell, strings),
    formula: formula?.textContent ?? null,
    ...looks.ofCell(cell.getAttribute('s')),
  };
}

function savedValue(cell: Element, strings: readonly string[]): FileCell['value'] {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return textOf(cell);
  const text = all(cell, 'v')[0]?.textContent ?? null;
  if (text === null) return null;
  if (type === 'n') return Number(text);
  if (type === 'b') return text === '1';
  if (type === 's') return strings[Number(text)] ?? null;
  if (type === 'str' || type === 'e') return text;
  throw new Error(`${cell.getAttribute('r')}: a value of type ${type}`);
}

/** The styles part: what the indexes in cells and rules stand for. */
class Looks {
  private readonly formats: ReadonlyMap<string, string>;
  private readonly fills: readonly Element[];
  private readonly cellLooks: readonly Element[];
  private readonly ruleLooks: readonly Element[];

  constructor(xml: Document | null) {
    const inside = (list: string, name: string) =>
      xml ? all(xml, list).flatMap((each) => children(each, name)) : [];
    this.formats = new Map(
      inside('numFmts', 'numFmt').map((each) => [
        each.getAttribute('numFmtId') ?? '',
        each.getAttribute('formatCode') ?? '',
      ]),
    );
    this.fills = inside('fills', 'fill');
    this.cellLooks = inside('cellXfs', 'xf');
    this.ruleLooks = inside('dxfs', 'dxf');
  }

  ofCell(index: string | null): Pick<FileCell, 'numberFormat' | 'fill'> {
    const look = this.cellLooks[Number(index ?? 0)];
    const id = look?.getAttribute('numFmtId') ?? '0';
    const [pattern] = all(this.fills[Number(look?.getAttribute('fillId') ?? 0)], 'patternFill');
    const solid = pattern?.getAttribute('patternType') === 'solid' ? pattern : undefined;
    return { numberFormat: this.formats.get(id) ?? BUILT_IN.get(id) ?? id, fill: colour(solid, 'fgColor') };
  }

  ofRule(index: string | null): Pick<FileRule, 'background' | 'fontColor'> {
    const look = index === null ? undefined : this.ruleLooks[Number(index)];
    const [font] = all(look, 'font');
    return { background: colour(look, 'bgColor'), fontColor: colour(font, 'color') };
  }
}

/** Number formats that a file names by number only (ECMA-376, part 1, 18.8.30); those that the tests meet. */
const BUILT_IN = new Map([
  ['0', 'General'],
  ['9', '0%'],
  ['14', 'mm-dd-yy'],
  ['49', '@'],
]);

class Archive {
  private readonly parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  xml(path: string): Document {
    const part = this.parts[path];
    if (!part) throw new Error(`the file has no ${path}`);
    return new DOMParser({ onError: (_level, message) => fail(`${path}: ${message}`) }).parseFromString(
      strFromU8(part),
      'text/xml',
    );
  }

  /** What a part refers to, by id: path of the target and the last word of the relationship's type. */
  relations(path: string): Map<string, { readonly target: string; readonly type: string }> {
    const { dir, base } = posix.parse(path);
    const listed = `${dir}/_rels/${base}.rels`;
    const found = this.parts[listed] ? all(this.xml(listed), 'Relationship') : [];
    return new Map(
      found.map((each) => [
        each.getAttribute('Id') ?? '',
        {
          target: posix.resolve('/', dir, each.getAttribute('Target') ?? '').slice(1),
          type: posix.basename(each.getAttribute('Type') ?? ''),
        },
      ]),
    );
  }
}

function all(node: Document | Element | undefined, name: string): Element[] {
  return node ? [...node.getElementsByTagNameNS('*', name)] : [];
}

function children(node: Element, name: string): Element[] {
  return all(node, name).filter(({ parentNode }) => parentNode === node);
}

/** Texts of `t` elements; pronunciation marks (`rPh`) are none of the text, and no test has them. */
function textOf(node: Element): string {
  return all(node, 't')
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

function colour(node: Element | undefined, name: string): string | null {
  return all(node, name)[0]?.getAttribute('rgb') ?? null;
}

function fail(message: string): never {
  throw new Error(message);
}
