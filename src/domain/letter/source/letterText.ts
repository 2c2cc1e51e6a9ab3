/** A letter as its lines and the tables in it, wherever it came from: plain text, a Word file, the clipboard, a sheet. */

import { readCellLines } from '../tables/cellLines';
import { readDelimited } from '../tables/delimited';
import {
  type LetterCell,
  type LetterRow,
  type LetterTable,
  letterTableOf,
  rowOf,
} from '../tables/letterTable';
import { readPlainTextTable } from '../tables/plainTextTables';
import { type Line, linesOf, withoutForeignMarks } from '../text/lines';
import type { TextRange } from '../text/textRange';

export interface LetterText {
  /** What was given, unchanged: all offsets are in it. */
  readonly text: string;
  /** The same with foreign marks as blanks: what is read. */
  readonly plain: string;
  readonly lines: readonly Line[];
  readonly tables: readonly LetterTable[];
  /** Tables whose header no rule knows. */
  readonly unread: readonly TextRange[];
}

/** A part of a document that already knows its tables. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Finds the tables of a plain text, in all forms in which they are pasted. */
export function letterTextOf(text: string): LetterText {
  const plain = withoutForeignMarks(text);
  const lines = linesOf(plain);
  const tables: LetterTable[] = [];
  for (let index = 0; index < lines.length; ) {
    const found =
      readDelimited(lines, index) ?? readCellLines(lines, index) ?? readPlainTextTable(lines, index);
    if (found !== null && found.table.rows.length > 0) tables.push(found.table);
    index = found === null ? index + 1 : Math.max(found.next, index + 1);
  }
  return { text, plain, lines, tables, unread: [] };
}

/** Puts the blocks of a document into one text, a table's row a line with tabs, and keeps the cells' places. */
export function letterTextOfBlocks(blocks: readonly Block[]): LetterText {
  let text = '';
  const grids: { rows: LetterRow[]; place: TextRange }[] = [];
  for (const block of blocks) {
    if (block.kind === 'text') {
      text += `${block.text}\n`;
      continue;
    }
    const start = text.length;
    const rows = block.rows.map((row) => {
      const cells = row.map((cell): LetterCell => {
        const from = text.length;
        text += `${cell}\t`;
        return { text: cell, start: from, end: from + cell.length };
      });
      text += '\n';
      return cells.length === 0 ? null : rowOf(cells);
    });
    grids.push({ rows: rows.filter((row) => row !== null), place: { start, end: text.length } });
  }
  const tables: LetterTable[] = [];
  const unread: TextRange[] = [];
  for (const { rows, place } of grids) {
    const table = letterTableOf(rows, place);
    if (table !== null) tables.push(table);
    else if (rows.length > 1 && rows.some((row) => row.cells.length > 1)) unread.push(place);
  }
  const plain = withoutForeignMarks(text);
  return { text, plain, lines: linesOf(plain), tables, unread };
}
