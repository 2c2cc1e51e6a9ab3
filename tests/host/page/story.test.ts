/** What people come for, from end to end: the grid, the sidebar beside it, the office's rebuild. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { STATUSES } from '../../../src/domain/report/statuses';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import type { World } from '../../support/fork';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { cellOf, openPage, paints, type ServedWorld, serveWorld } from './open';

let browser: Browser;
let world: World;
let served: ServedWorld;
let driver: PageDriver;

beforeAll(async () => {
  browser = await openChromium();
  world = built();
  served = await serveWorld(world);
  driver = await openPage(browser, served.url);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** The cell of a district's tab that says how a school stands with its first stage. */
function matrixCell(district: string, school: string): string {
  const { sheet } = viewOf(world, `Сводка · ${district}`);
  return `B${sheet.rows.findIndex((cells) => cells?.values[0] === school) + 1}`;
}

test('a curator reports in the sidebar: the grid changes its colour, and the district’s tab after the rebuild', async () => {
  const { page } = driver;
  await driver.become('Куратор');
  await driver.tab('Отчёт');
  const status = cellOf(world, rowOf(world, 6, 1) ?? 0, 'Состояние');
  await paints(driver, status, STATUSES.missed.paint.background);
  await driver.menu('Сводка', 'Моя школа');
  const sidebar = page.frameLocator('aside iframe');
  await sidebar.getByRole('combobox').fill('6 школа');
  await sidebar.getByRole('option', { name: /Школа № 6/ }).click();
  await sidebar
    .getByRole('button', { name: /^Отчитаться/ })
    .first()
    .click();
  await sidebar.getByLabel(/^Дата выполнения/).fill('14.9.20');
  await sidebar.getByRole('button', { name: 'Отправить отчёт' }).click();
  await sidebar.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
  await driver.shows(status, 'сдано в срок');
  await paints(driver, status, STATUSES.inTime.paint.background);

  await driver.become('Администратор');
  await driver.tab('Сводка · Чкаловский');
  const cell = matrixCell('Чкаловский', 'Школа № 6');
  await driver.shows(cell, 'просроч.');
  await driver.book(/^Пульт/);
  await driver.menu('Сводка', 'Обновить сводку сейчас');
  await driver.book(/^Отчёт/);
  await driver.tab('Сводка · Чкаловский');
  await driver.shows(cell, 'в срок');
  await paints(driver, cell, STATUSES.inTime.paint.background);
  expect(driver.errors).toEqual([]);
});

test('a person who is not signed in finds their school on the first tab and files a stage', async () => {
  world.books.reporting.link = 'edit';
  served.changed();
  // Low enough for the school's rows to lie below the first screen.
  await driver.page.setViewportSize({ width: 1280, height: 420 });
  await driver.become('Гость');
  expect(await driver.page.getByText('Меню нет').isVisible()).toBe(true);
  await driver.tab('Как заполнять');
  const { sheet } = viewOf(world, 'Как заполнять');
  const line = sheet.rows.findIndex((cells) => cells?.values[1] === 'Школа № 5') + 1;
  await driver.ask('select', `A${line}`);
  const link = await driver.ask('point', `A${line}`);
  if (!link) throw new Error('the link is not on the screen');
  await driver.page.mouse.click(link.x, link.y);
  await driver.until(async () => (await driver.ask('sheet')) === 'Отчёт', 'the jump');
  const row = rowOf(world, 5, 1) ?? 0;
  await driver.ready();
  expect((await driver.cell(`B${row}`)).text).toBe('Школа № 5');
  expect(await driver.hidden(`A${row}`)).toBe(0);
  const status = cellOf(world, row, 'Состояние');
  await driver.shows(status, /^просрочено/);
  await driver.type(cellOf(world, row, 'Дата выполнения'), '20.09.2020');
  await driver.shows(status, /^сдано с опозданием/);
  await paints(driver, status, STATUSES.late.paint.background);
});
