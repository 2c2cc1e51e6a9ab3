import { ScriptError } from '../seams';
import { Blob } from './blob';
import { SandboxMode, XFrameOptionsMode } from './enums';
import type { MembersOf } from './members';
import type { ServiceRun } from './run';

type Output = GoogleAppsScript.HTML.HtmlOutput;

/** https://developers.google.com/apps-script/reference/html/html-output */
export class HtmlOutput
  implements
    Pick<
      Output,
      | 'getContent'
      | 'setContent'
      | 'append'
      | 'setTitle'
      | 'getTitle'
      | 'setWidth'
      | 'getWidth'
      | 'setHeight'
      | 'getHeight'
    >
{
  private title = '';
  private width: number | null = null;
  private height: number | null = null;

  constructor(private content: string) {}

  getContent(): string {
    return this.content;
  }

  // The chain gives the same object back; the types name the whole class.
  setContent(content: string): Output {
    this.content = content;
    return this as unknown as Output;
  }

  append(addedContent: string): Output {
    this.content += addedContent;
    return this as unknown as Output;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): Output {
    this.title = title;
    return this as unknown as Output;
  }

  getWidth(): number {
    return this.width as number;
  }

  setWidth(width: number): Output {
    this.width = width;
    return this as unknown as Output;
  }

  getHeight(): number {
    return this.height as number;
  }

  setHeight(height: number): Output {
    this.height = height;
    return this as unknown as Output;
  }
}

/** https://developers.google.com/apps-script/reference/html/html-service; templates are not implemented. */
export class HtmlService
  implements
    MembersOf<
      GoogleAppsScript.HTML.HtmlService,
      'SandboxMode' | 'XFrameOptionsMode' | 'createHtmlOutput' | 'createHtmlOutputFromFile'
    >
{
  readonly SandboxMode = SandboxMode;
  readonly XFrameOptionsMode = XFrameOptionsMode;

  constructor(private readonly run: ServiceRun) {}

  createHtmlOutput(html: string | Blob = ''): HtmlOutput {
    return new HtmlOutput(html instanceof Blob ? html.getDataAsString() : String(html));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    const page = this.run.pages.get(String(filename).replace(/\.html$/, ''));
    if (page === undefined) throw new ScriptError(`No HTML file named ${filename} was found.`);
    return new HtmlOutput(page);
  }
}
