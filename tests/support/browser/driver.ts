/** A person at the local page, for tests, measurements and pictures. */
import type { Page } from 'playwright-core';
import type { CellSeen, PageInspection } from '../../../host/page/client/inspection/inspection';

const PATIENCE_MS = 30_000;

export class PageDriver {
  /** Errors of the page's own code: there must be none. */
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // The display's own complaints, by its parts; not what a policy stopped inside a frame.
      if (message.type() === 'error' && /\[\w+Service\]/.test(message.text()))
        this.errors.push(message.text());
    });
  }

  /** Opens the address and waits until the tab in front is whole. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.until(async () => (await this.ask('drawn')) && (await this.ask('ready')), 'the page is ready');
  }

  cell(a1: string): Promise<CellSeen> {
    return this.ask('cell', a1);
  }

  /** Tells one member of what the page offers to programs. */
  ask<Name extends keyof PageInspection>(
    name: Name,
    ...args: Parameters<PageInspection[Name]>
  ): Promise<ReturnType<PageInspection[Name]>> {
    const list = args.map((arg) => JSON.stringify(arg)).join(', ');
    return this.page.evaluate(`window.svodkaPage?.${name}(${list}) ?? null`);
  }

  /** Waits until it holds. @throws after half a minute */
  async until(holds: () => Promise<boolean | null>, what: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
      await this.page.waitForTimeout(15);
    }
  }

  /** Waits until the cell shows this text. */
  shows(a1: string, text: string | RegExp): Promise<void> {
    const matches = (seen: string) => (typeof text === 'string' ? seen === text : text.test(seen));
    const seen = async () => matches((await this.cell(a1)).text);
    return this.until(seen, `${a1} shows ${text}`).catch(async (error: Error) => {
      throw new Error(`${error.message}, not «${(await this.cell(a1)).text}»`);
    });
  }

  /** How far the cell sticks out of the part of the grid that scrolls, upwards or downwards; 0: it is seen whole. */
  async hidden(a1: string): Promise<number> {
    const [cell, area] = [await this.ask('rect', a1), await this.ask('area')];
    const below = cell.top + cell.height - area.top - area.height;
    return Math.round(Math.max(0, area.top - cell.top, below));
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await this.until(async () => (await this.ask('sheet')) === name, `tab ${name}`);
    await this.ready();
  }

  /** Opens the book with this in its name. */
  async book(name: RegExp): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Книга' }).getByRole('button', { name }).click();
    await this.page.getByRole('button', { name, pressed: true }).waitFor();
    await this.ready();
  }

  async become(name: string): Promise<void> {
    await this.page.getByLabel('Кто я').selectOption({ label: name });
    await this.page.waitForTimeout(100);
    await this.ready();
  }

  /** Clicks into the cell, scrolled to first, and waits until the page knows what it holds. */
  async click(a1: string): Promise<void> {
    await this.ask('select', a1);
    await this.until(async () => (await this.ask('point', a1)) !== null, `${a1} is on the screen`);
    const at = await this.ask('point', a1);
    if (at) await this.page.mouse.click(at.x, at.y);
    await this.until(() => this.ask('knows', a1), `what ${a1} holds`);
  }

  /** Types into the cell over what it holds. */
  async type(a1: string, text: string): Promise<void> {
    await this.click(a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The sentence that the page shows about the last edit or run. */
  async notice(): Promise<string> {
    return (await this.page.getByRole('alert').locator('span').innerText()).trim();
  }

  /** Presses an item of a menu of the book. */
  async menu(menu: string, item: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Меню книги' })
      .getByRole('button', { name: menu })
      .click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }
}
