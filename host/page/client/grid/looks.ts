/** Looks of cells and heights of rows as Univer takes them. */
import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { Look, SheetShown } from '../../protocol/protocol';

export const FONT = 'Arial';
export const FONT_POINTS = 10;
export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
const PIXELS_A_POINT = 4 / 3;
const LINE = 1.25;
/** Between the text and the edges of its cell, both sides together. */
const PADDING = { across: 8, down: 5 };

const ACROSS = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };

export function styleOf(look: Look): IStyleData {
  const on = { s: BooleanNumber.TRUE };
  return {
    vt:
      look.v === 'top'
        ? VerticalAlign.TOP
        : look.v === 'middle'
          ? VerticalAlign.MIDDLE
          : VerticalAlign.BOTTOM,
    ...(look.bg === undefined ? {} : { bg: { rgb: look.bg } }),
    ...(look.color === undefined ? {} : { cl: { rgb: look.color } }),
    ...(look.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(look.underline ? { ul: on } : {}),
    ...(look.strike ? { st: on } : {}),
    ...(look.size === undefined ? {} : { fs: look.size }),
    ...(look.h === undefined ? {} : { ht: ACROSS[look.h] }),
    ...(look.wrap === undefined ? {} : { tb: look.wrap === 'WRAP' ? WrapStrategy.WRAP : WrapStrategy.CLIP }),
  };
}

const canvas = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** Width of a word in pixels. */
function widthOf(word: string, font: string): number {
  const key = `${font}${word}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (canvas) canvas.font = font;
    width = canvas?.measureText(word).width ?? word.length * 7;
    if (widths.size < 50_000) widths.set(key, width);
  }
  return width;
}

/** How high a row must be for its wrapped text, as Sheets makes it; pixels. */
export function heightOf(
  cells: readonly (number | string)[],
  looks: (id: number) => Look,
  sheet: SheetShown,
): number {
  let height = ROW_HEIGHT;
  for (let at = 0; at < cells.length; at += 3) {
    const [col, text, look] = [cells[at] as number, cells[at + 1] as string, looks(cells[at + 2] as number)];
    if (text === '' || sheet.hiddenColumns.includes(col)) continue;
    const points = look.size ?? FONT_POINTS;
    const line = points * PIXELS_A_POINT * LINE;
    const room = (sheet.widths[col] ?? COLUMN_WIDTH) - PADDING.across;
    const font = `${look.bold ? 'bold ' : ''}${points * PIXELS_A_POINT}px ${FONT}, sans-serif`;
    const lines = look.wrap === 'WRAP' ? linesOf(text, room, font) : text.split('\n').length;
    height = Math.max(height, Math.ceil(lines * line + PADDING.down));
  }
  return height;
}

function linesOf(text: string, room: number, font: string): number {
  let lines = 0;
  const space = widthOf(' ', font);
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = widthOf(word, font);
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      if (width > room) lines += Math.ceil(width / room) - 1;
      used += width + space;
    }
  }
  return lines;
}
