/** The page in windows of many widths and in wide fonts: nothing reaches over an edge, nothing is cut short. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { built } from '../../support/scenes';
import { cellOf, openPage, type ServedWorld, serveWorld } from './open';

/** From a window on a desk to a small phone, in CSS pixels. */
const WIDTHS = [1280, 1024, 800, 390, 320] as const;

const world = built();
let served: ServedWorld;
beforeAll(async () => {
  served = await serveWorld(world);
});
afterAll(() => served.close());

/** What reaches over an edge of the window, and words that do not fit their box. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // These scroll, or shorten what is too long on purpose.
    const apart = '.tabs *, .univer *, svg *, option, .cell-line .content';
    const parts = [...document.querySelectorAll('body *')].filter((each) => !each.matches(apart));
    const named = (each: Element) => `${each.tagName.toLowerCase()} «${each.textContent?.slice(0, 30)}»`;
    const over = parts.flatMap((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && (left < -0.5 || right > innerWidth + 0.5)
        ? [`${named(each)} from ${left} to ${right}`]
        : [];
    });
    const cut = parts.filter(
      (each) => each.matches('button, select, h1, h2, p, .tag') && each.scrollWidth > each.clientWidth + 1,
    );
    const wide = document.documentElement.scrollWidth;
    return [
      ...(wide > innerWidth ? [`${wide} wide`] : []),
      ...over,
      ...cut.map((each) => `${named(each)} cut`),
    ];
  });

/** PostScript names of the fonts that the letters of an element are drawn with. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ postScriptName }) => postScriptName);
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** What is looked at in each window, by name; each puts away what it opened. */
type Look = (what: string) => Promise<void>;
async function everyView(driver: PageDriver, look: Look): Promise<void> {
  const { page } = driver;
  const dialog = page.getByRole('dialog');
  const status = cellOf(world, 2, 'Состояние');
  const more = page.getByRole('button', { name: 'Ещё', expanded: false });
  if (await more.isVisible()) await more.click();
  await driver.ask('select', status);
  await driver.until(() => driver.ask('knows', status), 'the formula is shown');
  await look('a cell with a formula');
  await driver.ask('select', cellOf(world, 2, 'Решение'));
  await page.getByLabel('Значение из списка').waitFor();
  await look('a cell with a list of values');
  await page.getByRole('navigation', { name: 'Меню книги' }).getByRole('button').click();
  await look('the menu');
  await page.keyboard.press('Escape');
  await press(page, 'К дате…');
  await dialog.waitFor();
  await look('the dialog of the clock');
  await press(page, 'Перейти');
  await driver.notice();
  await look('a notice');
  await page.getByRole('alert').getByRole('button').click();
  await press(page, 'Сначала…');
  await dialog.waitFor();
  await look('a question');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Почта/ }).click();
  await page.getByText('Писем пока нет.').waitFor();
  await look('the outbox');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await driver.menu('Сводка', 'Моя школа');
  const sidebar = page.getByRole('complementary');
  await sidebar.waitFor();
  await look('the sidebar');
  await sidebar.getByRole('button', { name: 'Закрыть' }).click();
}

describe.each(['usual', 'widest'] as const)('in the %s font', (fonts) => {
  let browser: Browser;
  let driver: PageDriver;
  beforeAll(async () => {
    browser = await openChromium({ fonts });
    driver = await openPage(browser, served.url);
    await driver.become('Администратор');
    await driver.tab('Отчёт');
  });
  afterAll(() => browser.close());

  test('it is drawn with the font that comes by npm, whatever the machine has', async () => {
    expect(await fontsOf(driver.page, '.work-bar .time')).toEqual([
      fonts === 'usual' ? 'DejaVuSans' : 'DejaVuSans-Bold',
    ]);
  });

  test.each(WIDTHS)(
    '%d pixels wide: nothing sticks out, nothing is cut, books are named in full',
    async (width) => {
      await driver.page.setViewportSize({ width, height: 800 });
      const wrong: string[] = [];
      await everyView(driver, async (what) => {
        wrong.push(...(await misfits(driver.page)).map((each) => `${what}: ${each}`));
      });
      expect(wrong).toEqual([]);
      expect(driver.errors).toEqual([]);
    },
  );
});
