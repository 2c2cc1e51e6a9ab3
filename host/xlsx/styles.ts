import type { BorderLineStyle, BorderSide, BorderStyle, CellStyle, Color, FontStyle } from 'hucre';
import { resolveThemeColor } from 'hucre/xlsx';
import { GENERAL } from '../workbook/cells/numberFormat';
import { DEFAULT_STYLE, type Style, withStyle } from '../workbook/cells/style';

/** `#rrggbb` as .xlsx has it; null stays out of the file. */
export function rgb(css: string): Color {
  return { rgb: css.replace('#', '').toUpperCase() };
}

/** `#rrggbb` of a file's colour, whether given outright or by the file's theme; null if it says neither. */
export function css(color: Color | undefined, theme: readonly string[] | undefined): string | null {
  if (color?.rgb !== undefined) return `#${color.rgb.slice(-6).toLowerCase()}`;
  if (color?.theme === undefined || !theme?.length) return null;
  return `#${resolveThemeColor([...theme], color.theme, color.tint).toLowerCase()}`;
}

/** What of a style differs from a new cell's, undefined for none. */
export function toCellStyle(style: Style | undefined): CellStyle | undefined {
  if (!style || style === DEFAULT_STYLE) return undefined;
  const out: CellStyle = {};
  if (style.numberFormat !== GENERAL && style.numberFormat !== '') out.numFmt = style.numberFormat;
  const font = toFont(style);
  if (font) out.font = font;
  if (style.background !== DEFAULT_STYLE.background) {
    out.fill = { type: 'pattern', pattern: 'solid', fgColor: rgb(style.background) };
  }
  const { horizontalAlignment: across, verticalAlignment: down } = style;
  if (across !== 'general' || down !== 'bottom' || style.wrap === 'WRAP') {
    out.alignment = {
      ...(isAcross(across) ? { horizontal: across } : {}),
      ...(down === 'bottom' ? {} : { vertical: down === 'middle' ? ('center' as const) : ('top' as const) }),
      ...(style.wrap === 'WRAP' ? { wrapText: true } : {}),
    };
  }
  if (style.borders !== '') out.border = toBorders(style.borders);
  return out;
}

function isAcross(alignment: string): alignment is 'left' | 'center' | 'right' {
  return alignment === 'left' || alignment === 'center' || alignment === 'right';
}

function toFont(style: Style): FontStyle | undefined {
  const same =
    style.fontWeight === 'normal' &&
    style.fontStyle === 'normal' &&
    style.fontLine === 'none' &&
    style.fontColor === DEFAULT_STYLE.fontColor &&
    style.fontSize === DEFAULT_STYLE.fontSize &&
    style.fontFamily === DEFAULT_STYLE.fontFamily;
  if (same) return undefined;
  return {
    name: style.fontFamily,
    size: style.fontSize,
    color: rgb(style.fontColor),
    ...(style.fontWeight === 'bold' ? { bold: true } : {}),
    ...(style.fontStyle === 'italic' ? { italic: true } : {}),
    ...(style.fontLine === 'underline' ? { underline: true } : {}),
    ...(style.fontLine === 'line-through' ? { strikethrough: true } : {}),
  };
}

const EDGES = ['top', 'left', 'bottom', 'right'] as const;
const PENS: Readonly<Record<string, BorderLineStyle>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

/** `SOLID #000000,,SOLID #000000,` by edge. */
function toBorders(borders: string): BorderStyle {
  const out: BorderStyle = {};
  borders.split(',').forEach((edge, index) => {
    const [pen = '', color = '#000000'] = edge.split(' ');
    const side = EDGES[index];
    const style = PENS[pen];
    if (side && style) out[side] = { style, color: rgb(color) };
  });
  return out;
}

function fromBorders(border: BorderStyle | undefined, theme: readonly string[] | undefined): string {
  if (!border) return '';
  const edges = EDGES.map((edge) => {
    const side: BorderSide | undefined = border[edge];
    if (!side) return '';
    const pen = Object.entries(PENS).find(([, style]) => style === side.style)?.[0] ?? 'SOLID';
    return `${pen} ${css(side.color, theme) ?? '#000000'}`;
  });
  return edges.every((edge) => edge === '') ? '' : edges.join(',');
}

/** The shared style of a file's cell. */
export function fromCellStyle(cell: CellStyle | undefined, theme: readonly string[] | undefined): Style {
  if (!cell) return DEFAULT_STYLE;
  const { font, fill, alignment } = cell;
  const patch: { -readonly [K in keyof Style]?: Style[K] } = {};
  if (cell.numFmt !== undefined && cell.numFmt !== 'General') patch.numberFormat = cell.numFmt;
  if (font?.bold) patch.fontWeight = 'bold';
  if (font?.italic) patch.fontStyle = 'italic';
  if (font?.strikethrough) patch.fontLine = 'line-through';
  else if (font?.underline) patch.fontLine = 'underline';
  const color = css(font?.color, theme);
  if (color) patch.fontColor = color;
  if (font?.size !== undefined) patch.fontSize = font.size;
  if (font?.name !== undefined) patch.fontFamily = font.name;
  if (fill?.type === 'pattern' && fill.pattern === 'solid') {
    const background = css(fill.fgColor, theme);
    if (background) patch.background = background;
  }
  if (alignment?.horizontal && isAcross(alignment.horizontal))
    patch.horizontalAlignment = alignment.horizontal;
  if (alignment?.vertical === 'top') patch.verticalAlignment = 'top';
  if (alignment?.vertical === 'center') patch.verticalAlignment = 'middle';
  if (alignment?.wrapText) patch.wrap = 'WRAP';
  const borders = fromBorders(cell.border, theme);
  if (borders !== '') patch.borders = borders;
  return withStyle(DEFAULT_STYLE, patch);
}
