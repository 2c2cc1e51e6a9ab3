/**
 * Pictures of the schools' sidebar for the guides, on the sample of Екатеринбург.
 * `npx tsx scripts/build.ts && npx tsx scripts/pictures-sidebar.ts`
 */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import upng from 'upng-js';
import { servePage } from '../host/page/server/servePage';
import { SheetView } from '../host/people/sheetView';
import { runDemo } from '../host/sample/demo';
import { CURATOR, HEAD } from '../host/sample/reports';
import { parseIso } from '../src/domain/dates/civil';
import { openChromium } from '../tests/support/browser/chromium';

const INTO = 'docs/pictures';
const EKATERINBURG = 0;
const DAY = parseIso('2020-10-26');
/** More colours than the pages use; the files become a quarter of the size. */
const COLOURS = 128;

if (DAY === null) throw new Error('no such day');
const { host, books } = runDemo(EKATERINBURG, DAY);
// A school that has something to correct: the first one in «Замечания».
const issues = SheetView.of(books.reporting.workbook, 'Замечания');
const SCHOOL = issues.text(2, issues.column('Организация'));
const CELL = issues.text(2, issues.column('Ячейка'));
const browser = await openChromium();

async function sidebarOf(user: string, dark = false): Promise<Page> {
  const { id } = books.reporting.workbook;
  host.open(user, id);
  const [shown] = host.menu(user, id, 'Сводка › Моя школа').seen;
  if (shown?.kind !== 'sidebar') throw new Error('the menu opened no sidebar');
  const served = await servePage({ host, project: books.reportingScript, user, html: shown.html });
  const page = await browser.newPage({
    viewport: { width: 300, height: 760 },
    deviceScaleFactor: 2,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  await page.goto(served.url);
  page.once('close', () => void served.close());
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  const picture = upng.decode(Uint8Array.from(await page.screenshot()).buffer);
  const small = upng.encode(upng.toRGBA8(picture), picture.width, picture.height, COLOURS);
  writeFileSync(`${INTO}/sidebar-${name}.png`, Buffer.from(small));
}
const show = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: screen }).click();

try {
  const page = await sidebarOf(CURATOR);
  await page.getByRole('combobox').fill(SCHOOL.replace('Школа', 'школв'));
  await page.getByRole('option').first().waitFor();
  await shot(page, 'choose');
  await page.getByRole('option').first().click();
  await page.getByRole('heading', { name: SCHOOL }).waitFor();
  await shot(page, 'stages');

  await page.locator('.stages button').first().click();
  const date = page.getByRole('textbox', { name: /^Дата выполнения/ });
  await date.fill('23 октября 2020');
  await page.getByRole('button', { name: /^Календарь/ }).click();
  await shot(page, 'form');

  const report = SheetView.of(books.reporting.workbook, 'Отчёт');
  const at = Number(/\d+$/.exec(CELL)?.[0]);
  books.reporting.workbook.active = report.sheet;
  report.sheet.selection = { row: at, col: report.column('Дата выполнения'), rows: 1, cols: 1 };
  await show(page, 'Что здесь писать?');
  await page.getByRole('heading', { name: 'Дата выполнения' }).waitFor();
  await shot(page, 'help');
  await show(page, 'Замечания');
  await page.locator('.things > li').first().waitFor();
  await shot(page, 'issues');
  await page.close();

  const head = await sidebarOf(HEAD);
  await show(head, 'Район');
  await head.getByText('Сдано в срок').first().waitFor();
  await shot(head, 'district');
  await head.close();
} finally {
  await browser.close();
}
