/** The page in a narrow window and in the dark: everything is reached, nothing is half black, half white. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axe } from '../../support/axe';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { built } from '../../support/scenes';
import { openPage, type ServedWorld, serveWorld } from './open';

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

let browser: Browser;
let served: ServedWorld;
let driver: PageDriver;

beforeAll(async () => {
  browser = await openChromium();
  served = await serveWorld(built());
  driver = await openPage(browser, served.url);
  await driver.become('Администратор');
  await driver.tab('Отчёт');
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

test('390 pixels wide: the sidebar covers the grid, there is a way back and forth', async () => {
  const { page } = driver;
  await page.setViewportSize({ width: 390, height: 800 });
  await driver.menu('Сводка', 'Моя школа');
  const sidebar = page.getByRole('complementary', { name: 'Боковая панель' });
  await sidebar.waitFor();
  expect((await sidebar.boundingBox())?.width).toBe(390);
  await sidebar.getByRole('button', { name: 'К таблице' }).click();
  await sidebar.waitFor({ state: 'hidden' });
  await page.locator('.to-sidebar').click();
  await sidebar.waitFor();
  await sidebar.getByRole('button', { name: 'Закрыть' }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('in the dark the page is dark as its sidebar is, and can be read', async () => {
  const { page } = driver;
  await page.emulateMedia({ colorScheme: 'dark' });
  const background = await page
    .locator('.work-bar')
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(background).toBe('rgb(27, 32, 39)');
  await page.evaluate(() => document.querySelector('.univer')?.setAttribute('hidden', ''));
  expect(await axe(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('.univer')?.removeAttribute('hidden'));
  await page.emulateMedia({ colorScheme: null });
});

test('the clock asked to go to today says that this is today; a dialog does not dim the sentence', async () => {
  const { page } = driver;
  await page.getByRole('button', { name: 'К дате…' }).click();
  await page.getByRole('button', { name: 'Перейти' }).click();
  expect(await driver.notice()).toMatch(/^Это сегодняшний день/);
  // Inside its round corners.
  const { x, y, width, height } = (await page.locator('.message.refused span').boundingBox()) ?? NOWHERE;
  const bright = async () => (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
  const before = await bright();
  await page.getByRole('button', { name: /^Почта/ }).click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(200);
  // A notice that is dimmed, or covered, has other colours.
  expect((await bright()) === before).toBe(true);
  await page.keyboard.press('Escape');
  expect(driver.errors).toEqual([]);
});
