import { ScriptError } from '../../runtime/ports';
import { SandboxMode, XFrameOptionsMode } from '../base/enums';
import type { MembersOf } from '../base/members';
import type { ServiceRun } from '../base/run';
import { Blob } from '../utilities/blob';

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

/**
 * https://developers.google.com/apps-script/reference/html/html-template: its text as the file has it. Evaluating
 * scriptlets is not implemented.
 */
export class HtmlTemplate implements Pick<GoogleAppsScript.HTML.HtmlTemplate, 'getRawContent'> {
  constructor(private readonly content: string) {}

  getRawContent(): string {
    return this.content;
  }
}

/** https://developers.google.com/apps-script/reference/html/html-service */
export class HtmlService
  implements
    MembersOf<
      GoogleAppsScript.HTML.HtmlService,
      | 'SandboxMode'
      | 'XFrameOptionsMode'
      | 'createHtmlOutput'
      | 'createHtmlOutputFromFile'
      | 'createTemplateFromFile'
    >
{
  readonly SandboxMode = SandboxMode;
  readonly XFrameOptionsMode = XFrameOptionsMode;

  constructor(private readonly run: ServiceRun) {}

  createHtmlOutput(html: string | Blob = ''): HtmlOutput {
    return new HtmlOutput(html instanceof Blob ? html.getDataAsString() : String(html));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.page(filename));
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this.page(filename));
  }

  private page(filename: string): string {
    const page = this.run.pages.get(String(filename).replace(/\.html$/, ''));
    if (page === undefined) throw new ScriptError(`No HTML file named ${filename} was found.`);
    return page;
  }
}
