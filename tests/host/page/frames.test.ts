/** Pages of a script at the local page: in a frame that reaches nothing, with google.script as Google gives it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { servePages } from '../../../host/page/server/http';
import { LocalHost } from '../../../host/runtime/localHost';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { openPage, type ServedWorld } from './open';

const OWNER = 'owner@example.org';
const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Пример').addItem('Панель', 'panel').addItem('Окно', 'dialog').addItem('Письмо', 'mail').addToUi();
}
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Panel').setTitle('Панель примера'));
}
function dialog() {
  const page = HtmlService.createHtmlOutput('<p>Окно примера</p><script>google.script.run<\\/script>');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(400).setHeight(200), 'Окно');
}
function mail() {
  const htmlBody = '<h1>Итоги недели</h1><img src="https://elsewhere.example/pixel"><script>parent.stolen = 1<\\/script>';
  MailApp.sendEmail({ to: 'head@example.org', subject: 'Сводка за неделю', body: 'Итоги недели текстом', htmlBody });
}
function write(text) {
  SpreadsheetApp.getActiveSheet().getRange('B2').setValue(text);
  return 'записано: ' + text;
}
function fail() { throw new Error('так нельзя'); }
function day() { return new Date(); }
function where() { return SpreadsheetApp.getActiveRange().getA1Notation(); }
function jump() { SpreadsheetApp.getActiveSheet().getRange('C30').activate(); }
function hidden_() { return 'не для страниц'; }
`;
const PANEL = `<!doctype html><title>Панель</title><main id="said">готова</main><script>
  const say = (text) => { document.getElementById('said').textContent = text; };
  window.call = (name, ...args) => google.script.run
    .withSuccessHandler((result, object) => say('ответ: ' + result + ', ' + object))
    .withFailureHandler((error) => say('ошибка: ' + error.message))
    .withUserObject('своё')[name](...args);
</script>`;
const MANIFEST = {
  timeZone: 'Europe/Moscow',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.send_mail',
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'svodka-frames-'));
let browser: Browser;
let served: ServedWorld;
let driver: PageDriver;
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  writeFileSync(join(folder, 'Code.js'), CODE);
  writeFileSync(join(folder, 'Panel.html'), PANEL);
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(MANIFEST));
  const host = new LocalHost({ now: Date.UTC(2020, 9, 1, 6) });
  const { workbook } = host.createSpreadsheet({ name: 'Книга', owner: OWNER, locale: 'ru_RU' });
  host.attach(folder, { spreadsheetId: workbook.id });
  served = await servePages({
    host,
    title: 'Проверка',
    people: [{ email: OWNER, name: 'Хозяин' }],
    books: [{ id: workbook.id, kind: 'reporting' }],
  });
  browser = await openChromium();
  driver = await openPage(browser, served.url);
  page = driver.page;
  await driver.menu('Пример', 'Панель');
  panel = page.frameLocator('aside iframe');
  await panel.getByText('готова').waitFor();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (name: string, ...args: unknown[]) =>
  panel
    .locator('main')
    .evaluate(
      (_main, given) =>
        (window as unknown as { call(...all: unknown[]): void }).call(...(given as unknown[])),
      [name, ...args],
    );
const said = (text: string | RegExp) => panel.locator('main', { hasText: text }).waitFor();

describe('a sidebar', () => {
  test('stands under its title, and its call changes the grid', async () => {
    await page.getByRole('heading', { name: 'Панель примера' }).waitFor();
    await call('write', 'из панели');
    await said('ответ: записано: из панели, своё');
    await driver.shows('B2', 'из панели');
  });

  test('hears what went wrong: an error of the script, a date, a private function', async () => {
    await call('fail');
    await said('ошибка: так нельзя');
    await call('day');
    await said(/ошибка: The script completed but the returned value/);
    await expect(call('hidden_')).rejects.toThrow('is not a function');
    const illegal = panel.locator('main').evaluate(() => {
      const { run } = (window as unknown as { google: { script: { run: { write(value: unknown): void } } } })
        .google.script;
      run.write({ on: new Date() });
    });
    await expect(illegal).rejects.toThrow('Failed due to illegal value in property: on');
  });

  test('knows where the person stands, and may move them', async () => {
    await driver.click('D7');
    await call('where');
    await said('ответ: D7');
    await call('jump');
    await page.locator('.cell-line .name', { hasText: 'C30' }).waitFor();
  });

  test('has at most ten calls under way', async () => {
    let underWay = 0;
    let most = 0;
    await page.route('**/api', async (route) => {
      if (!route.request().postData()?.includes('"name":"call"')) return route.continue();
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((done) => setTimeout(done, 30));
      underWay -= 1;
      return route.continue();
    });
    for (let count = 0; count < 25; count += 1) await call('write', `№ ${count}`);
    await driver.shows('B2', '№ 24');
    expect(most).toBeLessThanOrEqual(10);
    expect(most).toBeGreaterThan(1);
    await page.unrouteAll({ behavior: 'wait' });
  });

  test('reaches neither the page around nor the server, and keeps its own storage', async () => {
    const reached = await panel.locator('main').evaluate(async () => {
      const outside = () => {
        try {
          return String(window.parent.document.title);
        } catch (error) {
          return (error as Error).name;
        }
      };
      const server = await fetch('../api', { method: 'POST' }).then(
        () => 'answered',
        () => 'refused',
      );
      localStorage.setItem('черновик', 'начало');
      return [outside(), server, origin];
    });
    expect(reached).toEqual(['SecurityError', 'refused', 'null']);
    await page.getByRole('complementary').getByRole('button', { name: 'Закрыть' }).click();
    await driver.menu('Пример', 'Панель');
    await panel.getByText('готова').waitFor();
    expect(await panel.locator('main').evaluate(() => localStorage.getItem('черновик'))).toBe('начало');
  });

  test('closes itself', async () => {
    await panel.locator('main').evaluate(() => {
      (window as unknown as { google: { script: { host: { close(): void } } } }).google.script.host.close();
    });
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });
});

test('a modal dialog stands over the page in its own size and closes by Escape', async () => {
  await driver.menu('Пример', 'Окно');
  const frame = page.locator('dialog iframe');
  await page.frameLocator('dialog iframe').getByText('Окно примера').waitFor();
  expect(await frame.boundingBox()).toMatchObject({ width: 400, height: 200 });
  await page.keyboard.press('Escape');
  await frame.waitFor({ state: 'detached' });
  expect(driver.errors).toEqual([]);
});

test('a mail is in the outbox as its reader sees it and as text; nothing in it runs or is fetched', async () => {
  const stopped: unknown[] = [];
  page.on('requestfailed', (request) => stopped.push([request.url(), request.failure()?.errorText]));
  await driver.menu('Пример', 'Письмо');
  await page.getByRole('button', { name: 'Почта 1' }).click();
  const outbox = page.getByRole('dialog', { name: 'Отправленная почта' });
  await outbox.getByRole('heading', { name: 'Сводка за неделю' }).waitFor();
  await outbox.frameLocator('iframe').getByRole('heading', { name: 'Итоги недели' }).waitFor();
  await outbox.getByRole('button', { name: 'Текстом' }).click();
  await outbox.getByText('Итоги недели текстом').waitFor();
  expect(await outbox.locator('dd').allInnerTexts()).toContain('head@example.org');
  // The page's own policy stops it, not a network that happens to be off.
  expect(stopped).toEqual([['https://elsewhere.example/pixel', 'csp']]);
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
});
