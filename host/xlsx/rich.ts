import type { Cell, FontStyle } from 'hucre';
import { AS_CELL, type RichRun, type RunStyle } from '../workbook/cells/richText';
import type { Workbook } from '../workbook/grid/workbook';
import { fromLocation, toLocation } from './links';
import { css, rgb } from './styles';
import { escaped } from './text';

/** Puts links and looks of parts of a text into the file's cell. A file's cell has one link: the first. */
export function toRichCell(
  out: Partial<Cell>,
  text: string,
  runs: readonly RichRun[],
  workbook: Workbook,
): void {
  const link = runs.find((run) => run.link !== null)?.link ?? null;
  if (link !== null) {
    const location = toLocation(link, workbook);
    out.hyperlink = location === null ? { target: link } : { target: '', location };
  }
  if (runs.every((run) => run.style === AS_CELL)) return;
  out.type = 'richText';
  out.richText = runs.map((run) => {
    const font = fontOf(run.style);
    return { text: escaped(text.slice(run.start, run.end)), ...(font ? { font } : {}) };
  });
}

function fontOf(style: RunStyle): FontStyle | undefined {
  const font: FontStyle = {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strikethrough ? { strikethrough: true } : {}),
    ...(style.color === null ? {} : { color: rgb(style.color) }),
    ...(style.size === null ? {} : { size: style.size }),
    ...(style.family === null ? {} : { name: style.family }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** The runs of a file's cell; null for a cell of one plain look and no link. */
export function fromRichCell(
  cell: Cell,
  text: string,
  workbook: Workbook,
  theme: readonly string[] | undefined,
): RichRun[] | null {
  const { hyperlink } = cell;
  let link: string | null = null;
  if (hyperlink) {
    link = hyperlink.location === undefined ? hyperlink.target : fromLocation(hyperlink.location, workbook);
  }
  if (text === '' || (link === null && !cell.richText)) return null;
  const parts = cell.richText ?? [{ text }];
  let at = 0;
  return parts.map(({ text: part, font }) => {
    const start = at;
    at += part.length;
    return { start, end: at, link, style: font ? styleOf(font, theme) : AS_CELL };
  });
}

function styleOf(font: FontStyle, theme: readonly string[] | undefined): RunStyle {
  return {
    bold: font.bold ?? null,
    italic: font.italic ?? null,
    underline: font.underline === undefined ? null : font.underline !== false,
    strikethrough: font.strikethrough ?? null,
    color: css(font.color, theme),
    size: font.size ?? null,
    family: font.name ?? null,
  };
}
