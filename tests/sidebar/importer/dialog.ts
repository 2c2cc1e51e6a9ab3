/** The importer's dialog in a real browser, on the local host, as an administrator opens it from the menu. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type PageOptions, type ServedPage, servePage } from '../../../host/page/server/servePage';
import { LocalHost } from '../../../host/runtime/localHost';
import { type Books, makeBooks, press } from '../../../host/sample/books';

export interface Dialog {
  readonly host: LocalHost;
  readonly books: Books;
  readonly page: Page;
  readonly served: ServedPage;
  /** Errors of the page's own code: there must be none. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface DialogOptions {
  readonly programme?: number;
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  call?(host: LocalHost, books: Books): PageOptions['call'];
}

/** Noon in Yekaterinburg, 23 September 2020: before the first deadline of the letters used here. */
const NOON = Date.UTC(2020, 8, 23, 7);

export async function openDialog(browser: Browser, options: DialogOptions = {}): Promise<Dialog> {
  const host = new LocalHost({ now: NOON });
  const { programme, dark, width = 1060, height = 700 } = options;
  const timeZone = 'Asia/Yekaterinburg';
  const books = makeBooks(host, programme === undefined ? { timeZone } : { timeZone, programme });
  const [shown] = press(host, books, 'Письмо или список…').seen;
  if (shown?.kind !== 'modalDialog') throw new Error('the menu opened no dialog');
  const call = options.call?.(host, books);
  const served = await servePage({
    host,
    project: books.controlScript,
    user: books.administrator,
    html: shown.html,
    ...(call ? { call } : {}),
  });
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
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

/** Puts text, or a table as html, into a box as a paste does. */
export async function paste(
  page: Page,
  box: 'letter' | 'list',
  data: { text?: string; html?: string },
): Promise<void> {
  await page.locator(`#source-${box}`).focus();
  if (data.html === undefined) {
    await page.locator(`#source-${box}`).fill(data.text ?? '');
    return;
  }
  await page.evaluate(
    ({ id, html, text }) => {
      const transfer = new DataTransfer();
      transfer.setData('text/html', html);
      transfer.setData('text/plain', text);
      document
        .getElementById(id)
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
    },
    { id: `source-${box}`, html: data.html, text: data.text ?? '' },
  );
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Дальше' }).click();

/** Waits until the page says what it found. */
export const found = (page: Page): Promise<string> => page.locator('footer strong').innerText();

export const letter = (name: string): string => readFileSync(`tests/fixtures/letters/${name}.txt`, 'utf8');
