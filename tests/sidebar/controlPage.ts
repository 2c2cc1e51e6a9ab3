/** «Пульт» in a real browser, beside a control book on the local host, as the menu opens it. */
import type { Browser, Page } from 'playwright-core';
import type { Fault } from '../../host/metering/faults';
import { type ServedPage, servePage } from '../../host/page/server/servePage';
import { LocalHost } from '../../host/runtime/localHost';
import type { RunOutcome } from '../../host/runtime/outcome';
import { type Books, press } from '../../host/sample/books';
import { ADMINISTRATOR, EKATERINBURG, makeOffice, NOON } from '../addon/office';

export interface World {
  readonly host: LocalHost;
  readonly books: Books;
}

export interface ControlPage extends World {
  readonly page: Page;
  readonly served: ServedPage;
  /** Errors of the page's own code: there must be none. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface ControlOptions {
  readonly world?: World;
  readonly dark?: boolean;
  readonly width?: number;
  /** Stands before the server: a text is what Google says instead of doing it, null lets the call through. */
  call?(name: string, args: readonly unknown[]): string | null | Promise<string | null>;
  /** What befalls each call. */
  faults?(): readonly Fault[];
}

/** A control book that nobody has set up, its script attached. */
export function emptyWorld(): World {
  const host = new LocalHost({ now: NOON });
  const control = host.createSpreadsheet({
    name: 'Пульт',
    owner: ADMINISTRATOR,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  const controlScript = host.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  host.open(ADMINISTRATOR, control.workbook.id);
  return { host, books: { administrator: ADMINISTRATOR, control, controlScript } as Books };
}

/** With a programme, rows, pages and the address of one head of a district. */
export const filledWorld = (): World => makeOffice({ programme: EKATERINBURG });

export async function openControl(browser: Browser, options: ControlOptions = {}): Promise<ControlPage> {
  const { world = filledWorld(), dark, width = 300, call } = options;
  const { host, books } = world;
  const [shown] = press(host, books, 'Пульт').seen;
  if (shown?.kind !== 'sidebar') throw new Error('the menu opened no sidebar');
  const through = (name: string, args: readonly unknown[]): RunOutcome =>
    host.call(books.controlScript, name, args, {
      user: ADMINISTRATOR,
      trigger: 'sidebar',
      faults: options.faults?.() ?? [],
    });
  const served = await servePage({
    host,
    project: books.controlScript,
    user: ADMINISTRATOR,
    html: shown.html,
    call: async (name, args) => {
      const refused = (await call?.(name, args)) ?? null;
      if (refused === null) return through(name, args);
      return {
        ...through('controlJournal', []),
        error: { name: 'Exception', message: refused },
      } as RunOutcome;
    },
  });
  const context = await browser.newContext({
    viewport: { width, height: 700 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url);
  return {
    host,
    books,
    page,
    served,
    errors,
    async close() {
      await context.close();
      await served.close();
    },
  };
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

export const go = async (page: Page, screen: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();
};

/** The step that the page calls for now. */
export const nextStep = (page: Page) => page.locator('.steps .next h2');
