/**
 * Formulas as Sheets writes them here (arguments separated with `;`) and as .xlsx holds them (with `,`, newer
 * functions under `_xlfn.`). Decimal points are points in both.
 */

/** Functions that Excel knows since 2010 or later and stores under a prefix. */
const PREFIXED = new Set(
  (
    'IFS SWITCH TEXTJOIN CONCAT MAXIFS MINIFS XLOOKUP XMATCH FILTER SORT SORTBY UNIQUE SEQUENCE LET LAMBDA IFNA ' +
    'DAYS ISOWEEKNUM NUMBERVALUE UNICHAR UNICODE BYROW BYCOL MAP REDUCE SCAN MAKEARRAY VSTACK HSTACK TOCOL TOROW ' +
    'CHOOSECOLS CHOOSEROWS TEXTSPLIT'
  ).split(' '),
);
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?:_xlfn\.(?:_xlws\.)?)?[\p{L}_][\p{L}\p{N}_.]*(?=\()|[{};,\\]|[\s\S]/gu;

/** A formula without its `=`, for the file. */
export function toXlsx(formula: string): string {
  let depth = 0;
  return formula.replace(PIECES, (piece) => {
    if (piece === '{') depth += 1;
    else if (piece === '}') depth -= 1;
    else if (piece === ';') return depth > 0 ? ';' : ',';
    else if (piece === '\\') return depth > 0 ? ',' : '\\';
    else if (PREFIXED.has(piece.toUpperCase())) return `_xlfn.${piece}`;
    return piece;
  });
}

/** A formula of a file, without its `=`, as this host's sheets write it. */
export function fromXlsx(formula: string): string {
  let depth = 0;
  return formula.replace(PIECES, (piece) => {
    if (piece === '{') depth += 1;
    else if (piece === '}') depth -= 1;
    else if (piece === ',') return depth > 0 ? '\\' : ';';
    else if (piece.startsWith('_xlfn.')) return piece.replace(/^_xlfn\.(_xlws\.)?/, '');
    return piece;
  });
}

/** Text as a formula's string literal. */
export function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text of a string literal, null for anything else. */
export function unliteral(formula: string): string | null {
  const match = /^"((?:[^"]|"")*)"$/.exec(formula.trim());
  return match ? (match[1] ?? '').replaceAll('""', '"') : null;
}
