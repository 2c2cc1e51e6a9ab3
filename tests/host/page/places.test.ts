/** Going to a place: what was asked for is on the screen, also far down, also while rows are still being loaded. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { servePages } from '../../../host/page/server/http';
import { worldOfDemo } from '../../../host/page/server/source';
import { SheetView } from '../../../host/people/sheetView';
import { LocalHost } from '../../../host/runtime/localHost';
import { runDemo } from '../../../host/sample/demo';
import type { CivilDate } from '../../../src/domain/dates/civil';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { openPage, type ServedWorld } from './open';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('63 schools', () => {
  const demo = runDemo(0, '2020-10-05' as CivilDate);
  const view = (tab: string) => SheetView.of(demo.books.reporting.workbook, tab);
  const rowOf = (school: string) =>
    view('Отчёт').sheet.rows.findIndex((cells) => cells?.values[1] === school) + 1;
  let served: ServedWorld;
  let driver: PageDriver;
  beforeAll(async () => {
    served = await servePages(worldOfDemo(demo));
    driver = await openPage(browser, served.url);
  });
  afterAll(() => served.close());

  const last = String(view('Отчёт').sheet.rows.at(-1)?.values[1]);
  const schools = [3, 18, 45].map((number) => `Школа-образец № ${number}`);
  test.each([...schools, last])('the link of the first tab leads to «%s»', async (school) => {
    await driver.become('Не вошёл в учётную запись');
    await driver.tab('Как заполнять');
    const line = view('Как заполнять').sheet.rows.findIndex((cells) => cells?.values[1] === school) + 1;
    await driver.ask('select', `A${line}`);
    const link = await driver.ask('point', `A${line}`);
    await driver.page.mouse.click(link?.x ?? 0, link?.y ?? 0);
    await driver.until(async () => (await driver.ask('sheet')) === 'Отчёт', 'the jump');
    await driver.ready();
    const row = rowOf(school);
    expect((await driver.cell(`B${row}`)).text).toBe(school);
    expect(await driver.hidden(`A${row}`)).toBe(0);
    const [cell, area] = [await driver.ask('rect', `A${row}`), await driver.ask('area')];
    expect(school === last || Math.round(cell.top - area.top) === 0).toBe(true);
  });

  test('«Показать в таблице» of the sidebar leads to the row of a school far down', async () => {
    const { page } = driver;
    await driver.become('Куратор школы');
    await driver.tab('Как заполнять');
    await driver.menu('Сводка', 'Моя школа');
    const sidebar = page.frameLocator('aside iframe');
    await sidebar.getByRole('combobox').fill('45');
    await sidebar.getByRole('option', { name: /Школа-образец № 45/ }).click();
    await sidebar
      .getByRole('button', { name: /^(?:Отчитаться|Изменить)/ })
      .first()
      .click();
    await sidebar.getByRole('button', { name: 'Показать в таблице' }).first().click();
    await driver.until(async () => (await driver.ask('sheet')) === 'Отчёт', 'the jump');
    await driver.ready();
    const name = page.locator('.cell-line .name');
    const shown = async () => Number(/\d+/.exec(await name.innerText())?.[0]);
    await driver.until(async () => Math.abs((await shown()) - rowOf('Школа-образец № 45')) < 9, 'the row');
    expect((await driver.cell(`B${await shown()}`)).text).toBe('Школа-образец № 45');
    expect(await driver.hidden(`A${await shown()}`)).toBe(0);
  });

  test('eight values typed while «Что здесь писать?» follows the cell beside are all kept', async () => {
    const { page } = driver;
    await driver.become('Куратор школы');
    await driver.tab('Отчёт');
    await driver.menu('Сводка', 'Моя школа');
    const panel = page.frameLocator('aside iframe');
    await panel.getByRole('button', { name: 'Что здесь писать?' }).click();
    await driver.click('G2');
    const values = Array.from({ length: 8 }, (_, index) => `значение ${index + 1}`);
    for (const [index, value] of values.entries()) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
      // The panel looks at once instead of in three seconds.
      await panel.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await panel.locator('.place', { hasText: `ячейка G${index + 3}` }).waitFor();
    }
    for (const [index, value] of values.entries()) await driver.shows(`G${index + 2}`, value);
    expect(driver.errors).toEqual([]);
  });

  test('Enter at the lower edge brings the next row up whole, arrows leave no error behind', async () => {
    await driver.become('Куратор школы');
    await driver.tab('Отчёт');
    await driver.click('G2');
    for (let row = 2; row < 30; row += 1) {
      await driver.page.keyboard.press(row % 2 === 0 ? 'Enter' : 'ArrowDown');
      if (row % 2 === 0) await driver.page.keyboard.press('Enter');
      expect([row, await driver.hidden(`G${row + 1}`)]).toEqual([row, 0]);
    }
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowLeft', 'Control+ArrowDown', 'Control+ArrowRight'])
      await driver.page.keyboard.press(key);
    expect(driver.errors).toEqual([]);
  });
});

test('a link into the middle of 6,000 rows of many heights: the row stays on the screen while all are loaded', async () => {
  const owner = 'owner@example.org';
  const host = new LocalHost({ now: Date.UTC(2020, 9, 1, 6) });
  const { workbook } = host.createSpreadsheet({ name: 'Книга', owner, locale: 'ru_RU' });
  const first = workbook.sheets[0];
  const long = workbook.addSheet('Длинная');
  if (!first) throw new Error('no tab');
  const person = host.person(owner);
  const place = (sheetId: number) => ({ spreadsheetId: workbook.id, sheetId });
  long.maxRows = 6100;
  const lines = Array.from({ length: 6000 }, (_, index) => [`строка ${index + 1}`, '1\n'.repeat(index % 5)]);
  person.paste(place(long.id), 'A1', lines);
  person.type(place(first.id), 'A1', `=HYPERLINK("#gid=${long.id}&range=A4321"; "открыть")`);
  const served = await servePages({
    host,
    title: 'Проверка',
    people: [{ email: owner, name: 'Хозяин' }],
    books: [{ id: workbook.id, kind: 'reporting' }],
  });
  const driver = await openPage(browser, served.url);
  const link = await driver.ask('point', 'A1');
  await driver.page.mouse.click(link?.x ?? 0, link?.y ?? 0);
  await driver.until(async () => (await driver.ask('sheet')) === 'Длинная', 'the jump');
  await driver.shows('A4321', 'строка 4321');
  expect(await driver.hidden('A4321')).toBe(0);
  await driver.ready();
  expect(await driver.hidden('A4321')).toBe(0);
  await served.close();
});
