/**
 * Sheets makes a row as high as its wrapped text needs; Excel does so when it opens a file, LibreOffice does not.
 * So the file carries an estimate: close enough that no line covers another.
 */
import type { SheetModel } from '../workbook/grid/sheet';
import { DEFAULT_COLUMN_WIDTH } from '../workbook/grid/sheet';

/** Average width of a character at 10 points, and height of a line, in pixels. */
const CHARACTER = 6.4;
const LINE = 17;
const PADDING = 4;
const POINTS_A_PIXEL = 0.75;

/** Heights in points of rows (from 1) whose wrapped text takes more than one line and that nobody set. */
export function wrappedHeights(sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  sheet.rows.forEach((row, index) => {
    if (!row?.styles || sheet.rowHeights.has(index + 1)) return;
    let lines = 1;
    row.values.forEach((value, column) => {
      const style = row.styles?.[column];
      if (typeof value !== 'string' || value === '' || style?.wrap !== 'WRAP') return;
      if (sheet.hiddenColumns.has(column + 1)) return;
      const width = sheet.columnWidths.get(column + 1) ?? DEFAULT_COLUMN_WIDTH;
      const points = style.fontSize;
      lines = Math.max(lines, linesOf(value, (width - PADDING) / ((CHARACTER * points) / 10)));
    });
    if (lines > 1) heights.set(index + 1, (lines * LINE + PADDING) * POINTS_A_PIXEL);
  });
  return heights;
}

/** How many lines the text takes when words are not broken. */
function linesOf(text: string, characters: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + word.length > characters) {
        lines += 1;
        used = 0;
      }
      used += word.length + 1;
    }
  }
  return lines;
}
