import { columnLetters, columnNumber, quoteSheetName } from '../../src/domain/values/a1';

/** One corner of a reference. A relative coordinate is an offset from the formula's own cell; null is an open edge. */
export interface Corner {
  readonly row: number | null;
  readonly rowAbs: boolean;
  readonly col: number | null;
  readonly colAbs: boolean;
}

export interface PatternRef {
  /** Null is the formula's own sheet. */
  readonly sheet: number | null;
  readonly from: Corner;
  readonly to: Corner | null;
}

export type Token =
  | { readonly kind: 'space' | 'string' | 'number' | 'name' | 'op' | 'error'; readonly text: string }
  | { readonly kind: 'ref'; readonly text: string; readonly ref: PatternRef };

/** Resolves sheet names in formulas and prints them. */
export interface SheetNames {
  idOf(name: string): number | null;
  nameOf(id: number): string | null;
}

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d+`;
const A1 = `${SHEET}(?:${CELL}:${CELL}|${CELL}:\\$?[A-Za-z]{1,3}|${CELL}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d+:\\$?\\d+)`;
const RC = String.raw`[Rr](?:\d+|\[-?\d+\])?[Cc](?:\d+|\[-?\d+\])?`;
const R1C1 = `${SHEET}${RC}(?::${RC})?`;
const REST = String.raw`"(?:[^"]|"")*"|\s+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+|#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)|[\p{L}_][\p{L}\p{N}_.]*|<>|<=|>=|[\s\S]`;
const END = String.raw`(?![\p{L}\p{N}_(.!])`;
const TOKENS_A1 = new RegExp(`(${A1})${END}|${REST}`, 'gu');
const TOKENS_RC = new RegExp(`(${R1C1})${END}|${REST}`, 'gu');

function kindOf(text: string): 'space' | 'string' | 'number' | 'name' | 'op' | 'error' {
  if (/^\s/.test(text)) return 'space';
  if (text.startsWith('"') && text.length > 1) return 'string';
  if (/^[\d.]/.test(text) && /\d/.test(text)) return 'number';
  if (text.startsWith('#') && text.length > 1) return 'error';
  return /^[\p{L}_]/u.test(text) ? 'name' : 'op';
}

/** Splits a formula (without its `=`) written in a cell at row, col. */
export function tokenise(
  formula: string,
  at: { row: number; col: number },
  names: SheetNames,
  style: 'A1' | 'R1C1' = 'A1',
): Token[] {
  const tokens: Token[] = [];
  for (const match of formula.matchAll(style === 'A1' ? TOKENS_A1 : TOKENS_RC)) {
    const text = match[0];
    if (match[1] === undefined) {
      tokens.push({ kind: kindOf(text), text });
      continue;
    }
    const bang = text.lastIndexOf('!');
    let sheet: number | null = null;
    if (bang >= 0) {
      const raw = text.slice(0, bang);
      sheet = names.idOf(raw.startsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw);
      if (sheet === null) {
        // Sheets keeps the unknown name in the text and shows #REF!.
        tokens.push({ kind: 'error', text });
        continue;
      }
    }
    const [from = '', to] = text.slice(bang + 1).split(':');
    const corner = style === 'A1' ? cornerA1 : cornerRC;
    const ref = { sheet, from: corner(from, at), to: to === undefined ? null : corner(to, at) };
    tokens.push({ kind: 'ref', text, ref });
  }
  return tokens;
}

function cornerA1(text: string, at: { row: number; col: number }): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const letters = match?.[2] ?? '';
  const digits = match?.[4] ?? '';
  const colAbs = letters !== '' && match?.[1] === '$';
  const rowAbs = match?.[3] === '$' || (letters === '' && match?.[1] === '$');
  const col = letters === '' ? null : columnNumber(letters) - (colAbs ? 0 : at.col);
  const row = digits === '' ? null : Number(digits) - (rowAbs ? 0 : at.row);
  return { row, rowAbs, col, colAbs };
}

function cornerRC(text: string): Corner {
  const match = /^[Rr](\d+|\[-?\d+\])?[Cc](\d+|\[-?\d+\])?$/.exec(text);
  const part = (found: string | undefined) =>
    found === undefined ? 0 : Number(found.startsWith('[') ? found.slice(1, -1) : found);
  const absolute = (found: string | undefined) => found !== undefined && !found.startsWith('[');
  return {
    row: part(match?.[1]),
    rowAbs: absolute(match?.[1]),
    col: part(match?.[2]),
    colAbs: absolute(match?.[2]),
  };
}

/** The key by which equal relative formulas are one pattern. */
export function patternKey(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.kind === 'ref' ? refR1C1(token.ref, `\u0001${token.ref.sheet ?? ''}!`) : token.text,
    )
    .join('');
}

export function textR1C1(tokens: readonly Token[], names: SheetNames): string {
  return tokens
    .map((token) => (token.kind === 'ref' ? refR1C1(token.ref, prefix(token.ref, names)) : token.text))
    .join('');
}

export function textA1(tokens: readonly Token[], row: number, col: number, names: SheetNames): string {
  return tokens
    .map((token) => (token.kind === 'ref' ? refA1(token.ref, row, col, names) : token.text))
    .join('');
}

function prefix(ref: PatternRef, names: SheetNames): string {
  if (ref.sheet === null) return '';
  const name = names.nameOf(ref.sheet);
  return name === null ? '#REF' : `${quoteSheetName(name)}!`;
}

function refR1C1(ref: PatternRef, sheet: string): string {
  const one = (corner: Corner) =>
    coordinate('R', corner.row, corner.rowAbs) + coordinate('C', corner.col, corner.colAbs);
  return sheet + one(ref.from) + (ref.to ? `:${one(ref.to)}` : '');
}

function coordinate(letter: string, value: number | null, absolute: boolean): string {
  if (value === null) return '';
  return absolute ? letter + value : value === 0 ? letter : `${letter}[${value}]`;
}

function refA1(ref: PatternRef, row: number, col: number, names: SheetNames): string {
  const sheet = prefix(ref, names);
  if (sheet === '#REF') return '#REF!';
  const one = (corner: Corner): string | null => {
    let text = '';
    if (corner.col !== null) {
      const column = corner.colAbs ? corner.col : corner.col + col;
      if (column < 1) return null;
      text += (corner.colAbs ? '$' : '') + columnLetters(column);
    }
    if (corner.row !== null) {
      const line = corner.rowAbs ? corner.row : corner.row + row;
      if (line < 1) return null;
      text += (corner.rowAbs ? '$' : '') + line;
    }
    return text;
  };
  const from = one(ref.from);
  const to = ref.to ? one(ref.to) : undefined;
  if (from === null || to === null) return '#REF!';
  return sheet + from + (to === undefined ? '' : `:${to}`);
}
