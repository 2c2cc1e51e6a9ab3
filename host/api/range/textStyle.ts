import { AS_CELL, type RunStyle } from '../../workbook/cells/richText';
import type { Mirror } from '../context';
import { cssColor } from './color';

type GoogleStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

export class TextStyle
  implements
    Mirror<
      GoogleStyle,
      | 'isBold'
      | 'isItalic'
      | 'isUnderline'
      | 'isStrikethrough'
      | 'getForegroundColor'
      | 'getFontSize'
      | 'getFontFamily'
      | 'copy'
    >
{
  constructor(readonly style: RunStyle) {}
  isBold(): boolean | null {
    return this.style.bold;
  }
  isItalic(): boolean | null {
    return this.style.italic;
  }
  isUnderline(): boolean | null {
    return this.style.underline;
  }
  isStrikethrough(): boolean | null {
    return this.style.strikethrough;
  }
  getForegroundColor(): string | null {
    return this.style.color;
  }
  getFontSize(): number | null {
    return this.style.size;
  }
  getFontFamily(): string | null {
    return this.style.family;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.style);
  }
}

export class TextStyleBuilder
  implements
    Mirror<
      GoogleBuilder,
      | 'build'
      | 'setBold'
      | 'setItalic'
      | 'setUnderline'
      | 'setStrikethrough'
      | 'setForegroundColor'
      | 'setFontSize'
      | 'setFontFamily'
    >
{
  constructor(private style: RunStyle = AS_CELL) {}
  build(): TextStyle {
    return new TextStyle(this.style);
  }
  setBold(bold: boolean): this {
    return this.change({ bold });
  }
  setItalic(italic: boolean): this {
    return this.change({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.change({ underline });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.change({ strikethrough });
  }
  setForegroundColor(cssString: string): this {
    return this.change({ color: cssColor(cssString) });
  }
  setFontSize(fontSize: number): this {
    return this.change({ size: fontSize });
  }
  setFontFamily(fontFamily: string): this {
    return this.change({ family: fontFamily });
  }
  private change(patch: Partial<RunStyle>): this {
    this.style = { ...this.style, ...patch };
    return this;
  }
}
