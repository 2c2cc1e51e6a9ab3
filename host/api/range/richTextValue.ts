import { ScriptError } from '../../runtime/ports';
import { AS_CELL, applyToRuns, equalStyles, type RichRun } from '../../workbook/cells/richText';
import type { Mirror } from '../context';
import { TextStyle } from './textStyle';

type GoogleValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

/** Text with links and looks (https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value). */
export class RichTextValue
  implements
    Mirror<
      GoogleValue,
      'getText' | 'getRuns' | 'getLinkUrl' | 'getTextStyle' | 'getStartIndex' | 'getEndIndex' | 'copy'
    >
{
  constructor(
    readonly text: string,
    readonly runs: readonly RichRun[],
    private readonly from = 0,
  ) {}
  getText(): string {
    return this.text;
  }
  getStartIndex(): number {
    return this.from;
  }
  getEndIndex(): number {
    return this.from + this.text.length;
  }
  getRuns(): RichTextValue[] {
    return this.runs.map(
      (run) =>
        new RichTextValue(
          this.text.slice(run.start, run.end),
          [{ ...run, start: 0, end: run.end - run.start }],
          run.start,
        ),
    );
  }
  /** Null where there is no link, or where the text has several. */
  getLinkUrl(startOffset?: number, endOffset?: number): string | null {
    const runs = this.within(startOffset, endOffset);
    const first = runs[0]?.link ?? null;
    return runs.every((run) => run.link === first) ? first : null;
  }
  getTextStyle(startOffset?: number, endOffset?: number): TextStyle {
    const runs = this.within(startOffset, endOffset);
    const first = runs[0]?.style ?? AS_CELL;
    return new TextStyle(runs.every((run) => equalStyles(run.style, first)) ? first : AS_CELL);
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.text, this.runs);
  }
  private within(start = 0, end = this.text.length): readonly RichRun[] {
    return this.runs.filter((run) => run.start < end && run.end > start);
  }
}

export class RichTextValueBuilder
  implements Mirror<GoogleBuilder, 'build' | 'setText' | 'setLinkUrl' | 'setTextStyle'>
{
  constructor(
    private text = '',
    private runs: readonly RichRun[] = [],
  ) {}
  build(): RichTextValue {
    return new RichTextValue(this.text, this.runs);
  }
  /** Clears links and looks. */
  setText(text: string): this {
    this.text = text;
    this.runs = text === '' ? [] : [{ start: 0, end: text.length, link: null, style: AS_CELL }];
    return this;
  }
  setLinkUrl(linkUrl: string | null): this;
  setLinkUrl(startOffset: number, endOffset: number, linkUrl: string | null): this;
  setLinkUrl(a: unknown, b?: unknown, c?: unknown): this {
    const whole = b === undefined;
    const link = whole ? a : c;
    return this.change(whole ? 0 : Number(a), whole ? this.text.length : Number(b), (run) => ({
      link: link === null || link === undefined ? null : String(link),
      style: run.style,
    }));
  }
  setTextStyle(textStyle: unknown): this;
  setTextStyle(startOffset: number, endOffset: number, textStyle: unknown): this;
  setTextStyle(a: unknown, b?: unknown, c?: unknown): this {
    const whole = b === undefined;
    const given = whole ? a : c;
    const style = given instanceof TextStyle ? given.style : AS_CELL;
    return this.change(whole ? 0 : Number(a), whole ? this.text.length : Number(b), (run) => ({
      link: run.link,
      style,
    }));
  }
  private change(start: number, end: number, f: (run: RichRun) => Pick<RichRun, 'link' | 'style'>): this {
    if (start < 0 || end > this.text.length || start > end) throw new ScriptError('Illegal argument.');
    this.runs = applyToRuns(this.runs, start, end, f);
    return this;
  }
}
