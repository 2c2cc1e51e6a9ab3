import { NotImplementedError } from '../../runtime/ports';
import { DEFAULT_STYLE, type Style } from '../../workbook/cells/style';
import type { Mirror } from '../context';
import { enumValue } from '../enums';
import { cssColor } from './color';
import { RangeValues } from './values';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type Look = Exclude<keyof Style, 'borders'>;
type Text = string | null;

const WEIGHTS = { normal: 'normal', bold: 'bold' } as const;

/** What a range looks like. A null in a setter brings the default back. */
export class RangeFormats
  extends RangeValues
  implements
    Mirror<
      GoogleRange,
      | 'getNumberFormat'
      | 'getNumberFormats'
      | 'setNumberFormat'
      | 'setNumberFormats'
      | 'getFontWeight'
      | 'getFontWeights'
      | 'setFontWeight'
      | 'setFontWeights'
      | 'getFontStyle'
      | 'setFontStyle'
      | 'getFontColor'
      | 'setFontColor'
      | 'setFontColors'
      | 'getFontSize'
      | 'getFontSizes'
      | 'setFontSize'
      | 'setFontSizes'
      | 'getFontFamily'
      | 'setFontFamily'
      | 'getFontLine'
      | 'setFontLine'
      | 'getBackground'
      | 'getBackgrounds'
      | 'setBackground'
      | 'setBackgrounds'
      | 'getHorizontalAlignment'
      | 'getHorizontalAlignments'
      | 'setHorizontalAlignment'
      | 'setHorizontalAlignments'
      | 'getVerticalAlignment'
      | 'getVerticalAlignments'
      | 'setVerticalAlignment'
      | 'setVerticalAlignments'
      | 'getWrap'
      | 'setWrap'
      | 'getWrapStrategy'
      | 'setWrapStrategy'
      | 'setBorder'
    >
{
  getNumberFormat(): string {
    return this.sheet.numberFormat(this.box.row, this.box.col);
  }
  getNumberFormats(): string[][] {
    this.refreshed();
    return this.grid((row, col) => this.sheet.numberFormat(row, col));
  }
  setNumberFormat(format: string): this {
    return this.paint({ numberFormat: format });
  }
  setNumberFormats(formats: unknown): this {
    return this.paintEach('numberFormat', formats, String);
  }

  getFontWeight(): string {
    return this.look('fontWeight');
  }
  getFontWeights(): string[][] {
    return this.looks('fontWeight');
  }
  setFontWeight(weight: Text): this {
    return this.paint({ fontWeight: weight === 'bold' ? WEIGHTS.bold : WEIGHTS.normal });
  }
  setFontWeights(weights: unknown): this {
    return this.paintEach('fontWeight', weights, (weight) =>
      weight === 'bold' ? WEIGHTS.bold : WEIGHTS.normal,
    );
  }
  getFontStyle(): string {
    return this.look('fontStyle');
  }
  setFontStyle(style: Text): this {
    return this.paint({ fontStyle: style === 'italic' ? 'italic' : 'normal' });
  }
  getFontLine(): string {
    return this.look('fontLine');
  }
  setFontLine(line: Text): this {
    return this.paint({ fontLine: line === 'underline' || line === 'line-through' ? line : 'none' });
  }
  getFontColor(): string {
    return this.look('fontColor');
  }
  getFontColors(): string[][] {
    return this.looks('fontColor');
  }
  setFontColor(color: Text): this {
    return this.paint({ fontColor: cssColor(color ?? DEFAULT_STYLE.fontColor) });
  }
  setFontColors(colors: unknown): this {
    return this.paintEach('fontColor', colors, (color) => cssColor(String(color ?? DEFAULT_STYLE.fontColor)));
  }
  getFontSize(): number {
    return this.look('fontSize');
  }
  getFontSizes(): number[][] {
    return this.looks('fontSize');
  }
  setFontSize(size: number): this {
    return this.paint({ fontSize: size });
  }
  setFontSizes(sizes: unknown): this {
    return this.paintEach('fontSize', sizes, Number);
  }
  getFontFamily(): string {
    return this.look('fontFamily');
  }
  setFontFamily(family: Text): this {
    return this.paint({ fontFamily: family ?? DEFAULT_STYLE.fontFamily });
  }

  getBackground(): string {
    return this.look('background');
  }
  getBackgrounds(): string[][] {
    return this.looks('background');
  }
  setBackground(color: Text): this {
    return this.paint({ background: cssColor(color ?? DEFAULT_STYLE.background) });
  }
  setBackgrounds(colors: unknown): this {
    return this.paintEach('background', colors, (color) =>
      cssColor(String(color ?? DEFAULT_STYLE.background)),
    );
  }

  getHorizontalAlignment(): string {
    return this.look('horizontalAlignment');
  }
  getHorizontalAlignments(): string[][] {
    return this.looks('horizontalAlignment');
  }
  setHorizontalAlignment(alignment: Text): this {
    return this.paint({
      horizontalAlignment: alignment === null || alignment === 'normal' ? 'general' : alignment,
    });
  }
  setHorizontalAlignments(alignments: unknown): this {
    return this.paintEach('horizontalAlignment', alignments, (one) => String(one ?? 'general'));
  }
  getVerticalAlignment(): string {
    return this.look('verticalAlignment');
  }
  getVerticalAlignments(): string[][] {
    return this.looks('verticalAlignment');
  }
  setVerticalAlignment(alignment: Text): this {
    return this.paint({ verticalAlignment: alignment ?? 'bottom' });
  }
  setVerticalAlignments(alignments: unknown): this {
    return this.paintEach('verticalAlignment', alignments, (one) => String(one ?? 'bottom'));
  }

  getWrap(): boolean {
    return this.look('wrap') === 'WRAP';
  }
  getWraps(): boolean[][] {
    return this.looks('wrap').map((line) => line.map((wrap) => wrap === 'WRAP'));
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.paint({ wrap: isWrapEnabled ? 'WRAP' : 'OVERFLOW' });
  }
  setWraps(wraps: unknown): this {
    return this.paintEach('wrap', wraps, (wrap) => (wrap ? 'WRAP' : 'OVERFLOW'));
  }
  getWrapStrategy() {
    return enumValue('WrapStrategy', this.look('wrap'));
  }
  getWrapStrategies() {
    return this.looks('wrap').map((line) => line.map((wrap) => enumValue('WrapStrategy', wrap)));
  }
  setWrapStrategy(strategy: unknown): this {
    return this.paint({ wrap: wrapOf(strategy) });
  }
  setWrapStrategies(strategies: unknown): this {
    return this.paintEach('wrap', strategies, wrapOf);
  }

  /** Keeps which edges have a border; null leaves an edge as it is. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: Text,
    style?: unknown,
  ): this {
    const { row, col, rows, cols } = this.writable();
    const pen = `${style === undefined || style === null ? 'SOLID' : String(style)} ${cssColor(color ?? '#000000')}`;
    for (let r = row; r < row + rows; r++) {
      const cells = this.sheet.row(r);
      for (let c = col; c < col + cols; c++) {
        const edges = [
          r === row ? top : horizontal,
          c === col ? left : vertical,
          r === row + rows - 1 ? bottom : horizontal,
          c === col + cols - 1 ? right : vertical,
        ];
        const before = this.sheet.style(r, c).borders.split(',');
        const after = edges.map((edge, index) => (edge === null ? (before[index] ?? '') : edge ? pen : ''));
        this.sheet.setStyle(cells, c, { borders: after.every((one) => one === '') ? '' : after.join(',') });
      }
    }
    return this;
  }

  protected look<K extends Look>(key: K): Style[K] {
    this.context.file(this.sheet.workbook);
    return this.sheet.style(this.box.row, this.box.col)[key];
  }
  protected looks<K extends Look>(key: K): Style[K][][] {
    this.context.file(this.sheet.workbook);
    return this.grid((row, col) => this.sheet.style(row, col)[key]);
  }
  protected paint(patch: Partial<Style>): this {
    const { row, col, rows, cols } = this.writable();
    for (let r = row; r < row + rows; r++) {
      const cells = this.sheet.row(r);
      for (let c = col; c < col + cols; c++) this.sheet.setStyle(cells, c, patch);
    }
    return this;
  }
  private paintEach<K extends Look>(key: K, data: unknown, read: (value: unknown) => Style[K]): this {
    const lines = this.checkSize(data);
    const { row, col } = this.writable();
    lines.forEach((line, r) => {
      const cells = this.sheet.row(row + r);
      line.forEach((value, c) => {
        const patch: Partial<Style> = {};
        this.sheet.setStyle(cells, col + c, Object.assign(patch, { [key]: read(value) }));
      });
    });
    return this;
  }
}

function wrapOf(strategy: unknown): Style['wrap'] {
  const name = String(strategy);
  if (name === 'WRAP' || name === 'OVERFLOW' || name === 'CLIP') return name;
  throw new NotImplementedError(`the wrap strategy ${name}`);
}
