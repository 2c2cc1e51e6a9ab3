/** The local page over a host that the test holds. */
import type { Browser, Page } from 'playwright-core';
import type { PersonShown } from '../../../host/page/protocol/protocol';
import { type Served, servePages } from '../../../host/page/server/http';
import { PageDriver } from '../../support/browser/driver';
import type { World } from '../../support/fork';
import { viewOf } from '../../support/smallProgramme';

const PEOPLE: readonly PersonShown[] = [
  { email: 'curator@example.org', name: 'Куратор' },
  { email: 'administrator@example.org', name: 'Администратор' },
  { email: '', name: 'Гость' },
];

export type ServedWorld = Served & { changed(): void };

export const serveWorld = ({ host, books }: World): Promise<ServedWorld> =>
  servePages({
    host,
    title: 'Проверка',
    people: PEOPLE,
    books: [
      { id: books.reporting.workbook.id, kind: 'reporting' },
      { id: books.control.workbook.id, kind: 'control' },
    ],
  });

export async function openPage(browser: Browser, url: string): Promise<PageDriver> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const driver = new PageDriver(await context.newPage());
  await driver.open(url);
  return driver;
}

/** Pastes text as from another program. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** Colour that is painted inside a cell's edge, as `#b3261e`: the canvas itself is asked, not what it should show. */
async function painted(driver: PageDriver, a1: string): Promise<string> {
  const { left, top } = await driver.ask('rect', a1);
  return driver.page.evaluate(
    ([x, y]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.univer canvas');
      const area = canvas?.getBoundingClientRect();
      if (!canvas || !area) return 'no canvas';
      const scale = canvas.width / area.width;
      const at = [(x - area.left) * scale, (y - area.top) * scale] as const;
      const pixel = canvas.getContext('2d')?.getImageData(at[0], at[1], 1, 1).data ?? [];
      return `#${[...pixel.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    },
    [left + 4, top + 4] as const,
  );
}

/** Waits until the cell is painted so. */
export const paints = (driver: PageDriver, a1: string, colour: string | null | undefined): Promise<void> =>
  driver.until(async () => (await painted(driver, a1)) === colour, `${a1} is painted ${colour}`);

/** Name of a cell of «Отчёт» by row and header. */
export const cellOf = (world: World, row: number, header: string): string =>
  viewOf(world, 'Отчёт').cell(row, header);

/** Where the grid shows something else than the workbook holds, cell by cell of the tab in front. */
export async function differences(driver: PageDriver, world: World, tab: string): Promise<string[]> {
  const view = viewOf(world, tab);
  const seen: string[] = [];
  for (const [index, line] of view.texts().entries()) {
    for (const [at, text] of line.entries()) {
      const a1 = view.cell(index + 1, String(view.sheet.value(1, at + 1) ?? ''));
      const shown = (await driver.cell(a1)).text;
      if (shown !== text) seen.push(`${a1}: «${shown}», not «${text}»`);
    }
  }
  return seen;
}
