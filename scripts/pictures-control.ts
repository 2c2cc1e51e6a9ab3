/** Pictures of «Пульт», the control book's sidebar, for the guide. `npx tsx scripts/build.ts && npx tsx scripts/pictures-control.ts` */
import type { Page } from 'playwright-core';
import { servePage } from '../host/page/server/servePage';
import { SheetView } from '../host/people/sheetView';
import { LocalHost } from '../host/runtime/localHost';
import { type Books, press } from '../host/sample/books';
import { runDemo } from '../host/sample/demo';
import { parseIso } from '../src/domain/dates/civil';
import { openChromium } from '../tests/support/browser/chromium';

const INTO = process.argv[2] ?? 'docs/pictures';
const ADMINISTRATOR = 'administrator@example.org';
const WIDTH = 300;

/** The page as it opens beside the book, 300 px wide. */
async function shown(host: LocalHost, books: Books, work: (page: Page) => Promise<void>): Promise<void> {
  const [opened] = press(host, books, 'Пульт').seen;
  if (opened?.kind !== 'sidebar') throw new Error('the menu opened no sidebar');
  const served = await servePage({
    host,
    project: books.controlScript,
    user: books.administrator,
    html: opened.html,
  });
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: 700 },
    locale: 'ru-RU',
    deviceScaleFactor: 2,
  });
  try {
    const page = await context.newPage();
    await page.goto(served.url);
    await page.getByText('Обновить вид').waitFor();
    await work(page);
  } finally {
    await context.close();
    await served.close();
  }
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: `${INTO}/control-${name}.png`, fullPage: true });
const screen = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await page.getByRole('status').waitFor({ state: 'detached' });
};

function addresses(host: LocalHost, books: Books, rows: readonly (readonly string[])[]): void {
  const view = SheetView.of(books.control.workbook, 'Адреса');
  const place = { spreadsheetId: books.control.workbook.id, sheetId: view.sheet.id };
  host.person(ADMINISTRATOR).paste(
    place,
    'A2',
    rows.map((row) => [...row]),
  );
}

const browser = await openChromium();
try {
  const empty = new LocalHost({ now: Date.UTC(2020, 8, 23, 7) });
  const control = empty.createSpreadsheet({
    name: 'Пульт',
    owner: ADMINISTRATOR,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  const controlScript = empty.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  empty.open(ADMINISTRATOR, control.workbook.id);
  const first = { administrator: ADMINISTRATOR, control, controlScript } as Books;
  await shown(empty, first, (page) => picture(page, 'first').then(() => {}));

  const day = parseIso('2020-11-16');
  if (day === null) throw new Error('no such day');
  // Белоярский has one district, whose head sees the whole programme.
  const { host, books } = runDemo(1, day);
  const [school] = SheetView.of(books.reporting.workbook, 'Организации').texts().slice(1);
  addresses(host, books, [
    ['raion@example.org', 'руководитель района', '', school?.[1] ?? ''],
    ['school@example.org', 'куратор', school?.[0] ?? '', ''],
    ['otdel@example.org', 'руководитель района', '', ''],
    ['ministry@example.org', 'получатель сводки', '', ''],
  ]);
  await shown(host, books, async (page) => {
    await picture(page, 'start');
    for (const [name, file] of [
      ['Книги', 'books'],
      ['Получатели', 'people'],
      ['Состояние', 'state'],
    ] as const) {
      await screen(page, name);
      await picture(page, file);
    }
    await screen(page, 'Расписание');
    await page.screenshot({ path: `${INTO}/control-schedule.png` });
    await screen(page, 'Письма');
    await page.getByRole('button', { name: 'Показать, кому что уйдёт' }).click();
    await page.locator('summary', { hasText: /^Получат/ }).waitFor();
    await picture(page, 'mails-dry-run');
    await page.getByLabel('Какое письмо').selectOption('ministry');
    await page.getByRole('button', { name: 'Показать', exact: true }).click();
    await page.frameLocator('iframe').locator('table').first().waitFor();
    await page.screenshot({ path: `${INTO}/control-mails-preview.png` });
  });
} finally {
  await browser.close();
}
