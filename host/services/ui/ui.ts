import { ScriptError } from '../../runtime/ports';
import { Button, ButtonSet, type EnumMember } from '../base/enums';
import type { MembersOf } from '../base/members';
import type { ServiceRun } from '../base/run';
import { HtmlOutput } from './html';

/** One thing that a person saw, in order. */
export type Seen =
  | {
      readonly kind: 'alert' | 'prompt';
      readonly title: string;
      readonly text: string;
      readonly buttons: string;
      readonly answer: Answer;
    }
  | {
      readonly kind: 'sidebar' | 'modalDialog' | 'modelessDialog';
      readonly title: string;
      readonly html: string;
      readonly width: number | null;
      readonly height: number | null;
    };

/** What the person pressed, and typed into a prompt. */
export interface Answer {
  readonly button: 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
  readonly text: string;
}

/** A menu as the person sees it. */
export interface MenuShown {
  readonly caption: string;
  /** "Extensions" menus are add-on menus. */
  readonly addon: boolean;
  readonly items: readonly MenuEntry[];
}
export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuShown };

/** The screen of one run: where what is shown goes, and where answers come from. */
export interface Screen {
  show(seen: Seen): void;
  answer(question: { kind: 'alert' | 'prompt'; title: string; text: string; buttons: string }): Answer;
  menu(menu: MenuShown): void;
}

/** https://developers.google.com/apps-script/reference/base/menu */
export class Menu
  implements MembersOf<GoogleAppsScript.Base.Menu, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'>
{
  private readonly items: MenuEntry[] = [];

  constructor(
    private readonly caption: string,
    private readonly addon: boolean,
    private readonly screen: Screen,
  ) {}

  addItem(caption: string, functionName: string): this {
    this.items.push({ kind: 'item', caption: String(caption), functionName: String(functionName) });
    return this;
  }

  addSeparator(): this {
    this.items.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.items.push({ kind: 'menu', menu: menu._shown() });
    return this;
  }

  addToUi(): void {
    this.screen.menu(this._shown());
  }

  _shown(): MenuShown {
    return { caption: this.caption, addon: this.addon, items: [...this.items] };
  }
}

/** https://developers.google.com/apps-script/reference/base/prompt-response */
export class PromptResponse
  implements MembersOf<GoogleAppsScript.Base.PromptResponse, 'getSelectedButton' | 'getResponseText'>
{
  constructor(private readonly given: Answer) {}

  getSelectedButton(): EnumMember {
    return Button[this.given.button];
  }

  getResponseText(): string {
    return this.given.text;
  }
}

/** https://developers.google.com/apps-script/reference/base/ui */
export class Ui
  implements
    MembersOf<
      GoogleAppsScript.Base.Ui,
      | 'Button'
      | 'ButtonSet'
      | 'createMenu'
      | 'createAddonMenu'
      | 'alert'
      | 'prompt'
      | 'showSidebar'
      | 'showModalDialog'
      | 'showModelessDialog'
    >
{
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  constructor(
    private readonly run: ServiceRun,
    private readonly screen: Screen,
  ) {}

  createMenu(caption: string): Menu {
    return new Menu(String(caption), false, this.screen);
  }

  createAddonMenu(): Menu {
    return new Menu(this.run.projectName, true, this.screen);
  }

  alert(...args: readonly (string | EnumMember)[]): EnumMember {
    return Button[this.ask('alert', args).button];
  }

  prompt(...args: readonly (string | EnumMember)[]): PromptResponse {
    return new PromptResponse(this.ask('prompt', args));
  }

  /** (text), (text, buttons) or (title, text, buttons). */
  private ask(kind: 'alert' | 'prompt', args: readonly (string | EnumMember)[]): Answer {
    const [first, second, third] = args;
    const long = args.length > 2;
    const buttons = String(long ? third : (second ?? ButtonSet.OK));
    const title = long ? String(first) : '';
    const text = String(long ? second : first);
    const answer = this.screen.answer({ kind, title, text, buttons });
    this.screen.show({ kind, title, text, buttons, answer });
    return answer;
  }

  showSidebar(userInterface: HtmlOutput): void {
    this.showPage('sidebar', userInterface, page(userInterface).getTitle());
  }

  showModalDialog(userInterface: HtmlOutput, title: string): void {
    this.showPage('modalDialog', userInterface, title);
  }

  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    this.showPage('modelessDialog', userInterface, title);
  }

  private showPage(kind: 'sidebar' | 'modalDialog' | 'modelessDialog', ui: HtmlOutput, title: string): void {
    const output = page(ui);
    this.screen.show({
      kind,
      title: String(title),
      html: output.getContent(),
      // A sidebar is 300 px wide, whatever was set (workspace/add-ons/concepts/dialogs).
      width: kind === 'sidebar' ? 300 : output.getWidth(),
      height: output.getHeight(),
    });
  }
}

function page(value: unknown): HtmlOutput {
  if (value instanceof HtmlOutput) return value;
  throw new ScriptError('Invalid argument: userInterface');
}
