/** Half-typed texts and formulas: nothing is saved that nobody confirmed, nothing typed is lost without a word. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { servePages } from '../../../host/page/server/http';
import { LocalHost } from '../../../host/runtime/localHost';
import type { SheetModel } from '../../../host/workbook/grid/sheet';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { openPage, pasteText, type ServedWorld } from './open';

const OWNER = 'owner@example.org';
const LINES = Array.from({ length: 40 }, (_, index) => [`школа ${index + 1}`, String(index + 1), '']);

let browser: Browser;
let host: LocalHost;
let sheet: SheetModel;
let served: ServedWorld;
let driver: PageDriver;

function textAt(a1: string): string {
  const [, letters = '', row = ''] = /([A-Z]+)(\d+)/.exec(a1) ?? [];
  return String(sheet.value(Number(row), letters.charCodeAt(0) - 64) ?? '');
}
const place = () => ({ spreadsheetId: sheet.workbook.id, sheetId: sheet.id });

beforeAll(async () => {
  browser = await openChromium();
});
beforeEach(async () => {
  host = new LocalHost({ now: Date.UTC(2020, 9, 1, 6) });
  const { workbook } = host.createSpreadsheet({ name: 'Книга', owner: OWNER, locale: 'ru_RU' });
  sheet = workbook.sheets[0] as SheetModel;
  host.person(OWNER).paste(place(), 'A1', LINES);
  host.person(OWNER).type(place(), 'D2', '=B2*2');
  served = await servePages({
    host,
    title: 'Проверка',
    people: [{ email: OWNER, name: 'Хозяин' }],
    books: [{ id: workbook.id, kind: 'reporting' }],
  });
  driver = await openPage(browser, served.url);
});
afterEach(async () => {
  expect(driver.errors).toEqual([]);
  await driver.page.context().close();
  await served.close();
});
afterAll(() => browser.close());

/** Where the grid shows something else than the workbook holds. */
async function wrong(rows: number, columns = 'ABCDE'): Promise<string[]> {
  const seen: string[] = [];
  for (let row = 1; row <= rows; row += 1) {
    for (const column of columns) {
      const a1 = `${column}${row}`;
      const shown = (await driver.cell(a1)).text;
      if (shown !== textAt(a1)) seen.push(`${a1}: «${shown}», not «${textAt(a1)}»`);
    }
  }
  return seen;
}

const editor = () => driver.page.locator('textarea.editor');

/** Lets requests of this kind wait, so many milliseconds or until something happened. */
async function slow(name: string, wait: number | Promise<void>): Promise<void> {
  await driver.page.route('**/api', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name === name)
      await (typeof wait === 'number' ? new Promise((done) => setTimeout(done, wait)) : wait);
    await route.continue();
  });
}

describe('somebody else moves the rows while one types', () => {
  test('a row comes in above: nothing is saved by itself, and Enter saves it in its own row', async () => {
    await driver.click('C15');
    await driver.page.keyboard.type('недописан');
    host.person(OWNER).insertRows(place(), 5);
    served.changed();
    await driver.shows('A16', 'школа 15');
    await driver.until(
      async () => (await driver.page.getByLabel('Ячейка C16').count()) === 1,
      'the editor moved',
    );
    expect([textAt('C15'), textAt('C16')]).toEqual(['', '']);
    expect(await editor().inputValue()).toBe('недописан');
    await driver.page.keyboard.type('ный');
    await driver.page.keyboard.press('Enter');
    await driver.shows('C16', 'недописанный');
    expect([textAt('C15'), textAt('C16')]).toEqual(['', 'недописанный']);
    expect(await wrong(20)).toEqual([]);
  });

  test('their own row is deleted: the text stands in a sentence, and nowhere in the table', async () => {
    await driver.click('C15');
    await driver.page.keyboard.type('мой текст');
    host.person(OWNER).deleteRows(place(), 15, 1);
    served.changed();
    await driver.shows('A15', 'школа 16');
    await driver.until(async () => (await driver.page.getByRole('alert').innerText()) !== '', 'a sentence');
    expect(await driver.notice()).toBe(
      'Вы не закончили: «мой текст». Строки сдвинулись, найдите свою и впишите снова.',
    );
    expect(sheet.rows.every((cells) => !cells?.values.includes('мой текст'))).toBe(true);
  });

  test('the rows are sorted: the editor goes with its row', async () => {
    await driver.click('C15');
    await driver.page.keyboard.type('о пятнадцатой');
    host.person(OWNER).sort(place(), 'A1:C40', 2, false);
    served.changed();
    await driver.until(
      async () => (await driver.page.getByLabel('Ячейка C26').count()) === 1,
      'the editor moved',
    );
    await driver.page.keyboard.press('Enter');
    await driver.shows('C26', 'о пятнадцатой');
    expect([textAt('A26'), textAt('C26'), textAt('C15')]).toEqual(['школа 15', 'о пятнадцатой', '']);
  });

  test('Enter while the tab is being read anew saves in the same row, also far down in a tab behind the first', async () => {
    sheet = sheet.workbook.addSheet('Вторая');
    host.person(OWNER).paste(place(), 'A1', LINES);
    served.changed();
    await driver.tab('Вторая');
    await driver.click('C15');
    await driver.page.keyboard.type('впору');
    let release = (): void => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    await slow('open', released);
    const asked = driver.page.waitForRequest(
      (request) => request.postData()?.includes('"name":"open"') === true,
    );
    host.person(OWNER).insertRows(place(), 5);
    served.changed();
    await asked;
    await driver.page.keyboard.press('Enter');
    release();
    await driver.shows('C16', 'впору');
    expect([textAt('C15'), textAt('C16')]).toEqual(['', 'впору']);
  });
});

describe('a cell is opened', () => {
  test('a formula is there after F2 and Enter, however long the host took to tell it', async () => {
    await slow('cell', 900);
    await driver.ask('select', 'D2');
    await driver.page.locator('#grid').click({ position: { x: 100, y: 60 } });
    await driver.ask('select', 'D2');
    await driver.page.keyboard.press('F2');
    await driver.page.keyboard.type('9');
    await driver.page.getByText('Узнаю, что записано в ячейке…').waitFor();
    await driver.until(async () => (await driver.page.getByLabel('Ячейка D2').count()) === 1, 'the editor');
    expect(await editor().inputValue()).toBe('=B2*2');
    await driver.page.keyboard.press('Enter');
    await driver.page.waitForTimeout(200);
    expect(sheet.formula(2, 4)).not.toBeNull();
  });

  test('Enter twice and a text right after it: nothing waits for a slow host, the text is in the next cell', async () => {
    await driver.click('C5');
    await slow('cell', 900);
    await driver.page.keyboard.press('ArrowDown');
    await driver.page.keyboard.press('Enter');
    await driver.page.keyboard.press('Enter');
    await driver.page.keyboard.type('дальше');
    await driver.page.keyboard.press('Enter');
    await driver.shows('C7', 'дальше');
    expect([textAt('C6'), textAt('C7')]).toEqual(['', 'дальше']);
  });

  test('a second double click inside the editor keeps what was typed; one on the heads opens nothing', async () => {
    await driver.click('C3');
    await driver.page.keyboard.type('два слова');
    await editor().dblclick();
    expect(await editor().inputValue()).toBe('два слова');
    await driver.page.keyboard.press('Escape');
    const area = await driver.page.locator('#grid').boundingBox();
    await driver.page.mouse.dblclick((area?.x ?? 0) + 200, (area?.y ?? 0) + 8);
    await driver.page.mouse.dblclick((area?.x ?? 0) + 12, (area?.y ?? 0) + 90);
    await driver.page.waitForTimeout(100);
    expect(await editor().getAttribute('class')).toBe('editor');
  });
});

describe('a block is pasted', () => {
  test('300 rows, with line ends and tabs inside quotes', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `п${index}\t"a\nb\tc ""${index}"""`);
    await driver.click('A50');
    await pasteText(driver.page, lines.join('\r\n'));
    await driver.shows('B349', 'a\nb\tc "299"');
    expect(textAt('A349')).toBe('п299');
    expect(await wrong(360, 'AB')).toEqual([]);
  });

  test('past the last row and column: the table grows, or says no; the grid shows what it holds', async () => {
    const { maxRows, maxColumns } = sheet;
    await driver.click(`A${maxRows}`);
    await pasteText(driver.page, 'один\nдва');
    await driver.until(
      async () => (await driver.page.getByRole('alert').innerText()) !== '' || sheet.maxRows > maxRows,
      'an outcome',
    );
    expect(textAt(`A${maxRows}`) === 'один').toBe(sheet.maxRows > maxRows);
    await driver.ready();
    expect((await driver.cell(`A${maxRows}`)).text).toBe(textAt(`A${maxRows}`));
    await driver.click(`${String.fromCharCode(64 + maxColumns)}2`);
    await pasteText(driver.page, 'x\ty');
    await driver.page.waitForTimeout(300);
    await driver.ready();
    const last = `${String.fromCharCode(64 + maxColumns)}2`;
    expect((await driver.cell(last)).text).toBe(textAt(last));
  });

  test('one value over a selected block fills all of it', async () => {
    await driver.click('C3');
    await driver.ask('select', 'C3:D6');
    await pasteText(driver.page, 'да');
    await driver.shows('D6', 'да');
    expect(['C3', 'D3', 'C6', 'D6', 'C7', 'E3'].map(textAt)).toEqual(['да', 'да', 'да', 'да', '', '']);
    expect(await wrong(10)).toEqual([]);
  });

  test('fill down and sort by the buttons: the grid shows what the workbook holds', async () => {
    await driver.click('D2');
    await driver.ask('select', 'D2:D9');
    await driver.page.getByRole('button', { name: 'Заполнить вниз' }).click();
    await driver.shows('D9', '18');
    await driver.ask('select', 'A2:D9');
    await driver.page.getByRole('button', { name: 'Сортировать Я→А' }).click();
    await driver.shows('A2', 'школа 9');
    expect(await wrong(12)).toEqual([]);
  });
});
