/** The importer's dialog in a real browser, on the local host, as an administrator opens it from the menu. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { LocalHost } from '../../host/localHost';
import { type PageOptions, type ServedPage, servePage } from '../../host/page/serve';
import { type Books, makeBooks, press } from '../../host/sample/books';

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

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe-core finds wrong, with its places. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axeCore };
    return (await run.run(document)).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join('\n')}`,
    );
  });
  return violations;
}

/** A .zip with these entries, deflated. */
function zip(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [path, raw] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(raw);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(raw.length, 8);
    const common = Buffer.concat([
      Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]),
      sizes,
      Buffer.from([path.length, 0, 0, 0]),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A Word document of paragraphs and one table. */
export const docx = (paragraphs: readonly string[], table: readonly (readonly string[])[]): Buffer =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${paragraphs.map(paragraph).join('')}<w:tbl>${table
      .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
      .join('')}</w:tbl></w:body></w:document>`,
  });
