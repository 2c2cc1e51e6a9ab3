/** The grid of the local page: what people type, and what they are not offered. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { STATUSES } from '../../../src/domain/report/statuses';
import { axe } from '../../support/axe';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import type { World } from '../../support/fork';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { cellOf, differences, openPage, paints, pasteText, type ServedWorld, serveWorld } from './open';

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
beforeEach(async () => {
  await driver.become('Куратор');
  await driver.tab('Отчёт');
});

const row = (school: number, stage: number) => rowOf(world, school, stage) ?? 0;
const held = (a1: string) => {
  const view = viewOf(world, 'Отчёт');
  const [, letters = '', number = ''] = /([A-Z]+)(\d+)/.exec(a1) ?? [];
  return view.text(Number(number), letters.charCodeAt(0) - 64);
};

describe('a curator at the grid', () => {
  test('types a short date: it becomes a date, and the status changes its word and colour', async () => {
    const [done, status] = [
      cellOf(world, row(6, 1), 'Дата выполнения'),
      cellOf(world, row(6, 1), 'Состояние'),
    ];
    await paints(driver, status, STATUSES.missed.paint.background);
    await driver.type(done, '14.9.20');
    await driver.shows(done, '14.09.2020');
    await driver.shows(status, 'сдано в срок');
    await paints(driver, status, STATUSES.inTime.paint.background);
    expect(held(done)).toBe('14.09.2020');
  });

  test('is told why a protected cell keeps its value', async () => {
    const status = cellOf(world, row(1, 1), 'Состояние');
    const before = (await driver.cell(status)).text;
    await driver.type(status, 'сдано');
    expect(await driver.notice()).toContain(`Ячейка ${status} защищена`);
    expect((await driver.cell(status)).text).toBe(before);
    expect(held(status)).toBe(before);
  });

  test('writes rubbish where a date is due, and is told what is expected', async () => {
    const done = cellOf(world, row(5, 1), 'Дата выполнения');
    await driver.type(done, 'когда-нибудь');
    await driver.shows(done, 'когда-нибудь');
    expect(await driver.notice()).toContain('не подходит к столбцу');
  });

  test('pastes a block, clears it, and copies what is shown', async () => {
    const [first, last] = [cellOf(world, 2, 'Дата выполнения'), cellOf(world, 3, 'Документ')];
    await driver.click(first);
    await pasteText(driver.page, '11.09.2020\t"приказ «№ 2»\nот 11.09"\n12.09.2020\tприказ № 3\n');
    await driver.shows(last, 'приказ № 3');
    expect(held(cellOf(world, 2, 'Документ'))).toBe('приказ «№ 2»\nот 11.09');
    await driver.ask('select', `${first}:${last}`);
    await driver.page.keyboard.press('Control+c');
    expect(await driver.page.evaluate(() => navigator.clipboard.readText())).toBe(
      '11.09.2020\t"приказ «№ 2»\nот 11.09"\n12.09.2020\tприказ № 3',
    );
    await driver.page.keyboard.press('Delete');
    await driver.shows(last, '');
    expect(held(first)).toBe('');
  });

  test('pastes over a protected column: nothing at all is written', async () => {
    const status = cellOf(world, 4, 'Состояние');
    const before = viewOf(world, 'Отчёт').texts();
    await driver.click(status);
    await pasteText(driver.page, 'сдано\t01.09.2020');
    await driver.until(async () => (await driver.page.getByRole('alert').innerText()) !== '', 'a refusal');
    expect(await driver.notice()).toContain('защищённые ячейки');
    expect(viewOf(world, 'Отчёт').texts()).toEqual(before);
  });

  test('cannot insert, delete or sort rows, and is told so', async () => {
    await driver.click(cellOf(world, 3, 'Комментарий'));
    for (const name of ['Вставить строку', 'Удалить строки', 'Сортировать А→Я']) {
      await driver.page.getByRole('button', { name }).click();
      await driver.until(async () => /Строки защищены/.test(await driver.notice()), name);
      await driver.page.getByRole('alert').getByRole('button', { name: 'Закрыть' }).click();
    }
    expect(await differences(driver, world, 'Отчёт')).toEqual([]);
  });

  test('tries what is not offered: the grid still shows the workbook', async () => {
    const { page } = driver;
    const before = viewOf(world, 'Отчёт').texts();
    const done = cellOf(world, row(1, 1), 'Дата выполнения');
    await driver.click(done);
    for (const keys of ['Control+z', 'Control+y', 'Control+x', 'Control+b']) await page.keyboard.press(keys);
    expect(await driver.notice()).toContain('Оформление');
    const { left, top, width, height } = await driver.ask('rect', done);
    const header = (await page.locator('#grid').boundingBox())?.y ?? 0;
    const drag = async (x: number, y: number, toX: number, toY: number) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(toX, toY, { steps: 6 });
      await page.mouse.up();
      await driver.click(done);
    };
    // The border of the selection, its lower right corner, the edge of a column, a whole column.
    await drag(left + width / 2, top, left + width * 2, top + height * 5);
    await drag(left + width, top + height, left + width, top + height * 5);
    await drag(left + width, header + 10, left + width + 90, header + 10);
    await page.mouse.click(left + 30, header + 10);
    await drag(left + 30, header + 10, left + width * 4, header + 10);
    expect(await driver.ask('rect', done)).toEqual({ left, top, width, height });
    expect(viewOf(world, 'Отчёт').texts()).toEqual(before);
    expect(await differences(driver, world, 'Отчёт')).toEqual([]);
    expect(driver.errors).toEqual([]);
  });

  test('follows a link on the first tab to the rows of a school', async () => {
    await driver.tab('Как заполнять');
    const { sheet } = viewOf(world, 'Как заполнять');
    const at = sheet.rows.findIndex((cells) => cells?.values[1] === 'Школа № 4') + 1;
    await driver.ask('select', `A${at}`);
    const point = await driver.ask('point', `A${at}`);
    if (!point) throw new Error('not on the screen');
    await driver.page.mouse.click(point.x, point.y);
    await driver.until(async () => (await driver.ask('sheet')) === 'Отчёт', 'the jump');
    await driver.until(
      async () => (await driver.page.locator('.cell-line .name').innerText()).startsWith(`A${row(4, 1)}`),
      'the row',
    );
  });
});

describe('an administrator at the grid', () => {
  test('inserts, fills down, sorts and deletes rows of a tab of their own', async () => {
    await driver.become('Администратор');
    await driver.tab('Организации');
    const { page } = driver;
    await driver.click('A2');
    await page.getByRole('button', { name: 'Сортировать Я→А' }).click();
    await driver.shows('A2', 'К-06');
    await page.getByRole('button', { name: 'Вставить строку' }).click();
    await driver.shows('A3', 'К-06');
    await driver.type('D2', 'Школа № 7');
    await driver.shows('D2', 'Школа № 7');
    await driver.ask('select', 'D2:D3');
    await page.keyboard.press('Control+d');
    await driver.shows('D3', 'Школа № 7');
    expect(await differences(driver, world, 'Организации')).toEqual([]);
    await driver.ask('select', 'A2:A3');
    await page.getByRole('button', { name: 'Удалить строки' }).click();
    await driver.shows('A2', 'К-05');
    expect(viewOf(world, 'Организации').dataRows()).toHaveLength(5);
  });

  test('is told which values a column takes, or chooses one', async () => {
    await driver.become('Администратор');
    await driver.tab('Показатели');
    await driver.type('A2', 'яблоки');
    expect(await driver.notice()).toMatch(/^Ячейка A2 не принимает такое значение\..*Можно: /s);
    expect((await driver.cell('A2')).text).toBe('');
    await driver.click('A2');
    const choice = driver.page.getByLabel('Значение из списка');
    const value = (await choice.locator('option').nth(1).getAttribute('value')) ?? '';
    await choice.selectOption(value);
    await driver.shows('A2', value);
  });
});

describe('others', () => {
  test('two people look at one book: what one types the other sees', async () => {
    const other = await openPage(browser, served.url);
    await other.become('Администратор');
    await other.tab('Отчёт');
    const comment = cellOf(world, row(2, 3), 'Комментарий');
    await driver.type(comment, 'сделаем в ноябре');
    await other.shows(comment, 'сделаем в ноябре');
    await other.page.context().close();
  });

  test('hostile text stays text', async () => {
    const comment = cellOf(world, row(3, 3), 'Комментарий');
    const hostile = '<img src=x onerror="window.stolen=1">{{7*7}}';
    await driver.type(comment, hostile);
    await driver.shows(comment, hostile);
    expect(await driver.page.evaluate(() => 'stolen' in window)).toBe(false);
  });

  test('a stranger has no menu and may change nothing, nor open the control book', async () => {
    world.books.reporting.link = 'view';
    await driver.become('Гость');
    await driver.tab('Отчёт');
    await expect(driver.page.getByText('Меню нет').isVisible()).resolves.toBe(true);
    await expect(driver.page.getByRole('button', { name: /^Пульт/ }).count()).resolves.toBe(0);
    const comment = cellOf(world, row(1, 3), 'Комментарий');
    await driver.type(comment, 'я тут был');
    expect(await driver.notice()).toContain('только смотреть');
    expect(held(comment)).toBe('');
  });

  test('time passes a deadline: the rows turn red', async () => {
    const status = cellOf(world, row(1, 2), 'Состояние');
    expect((await driver.cell(status)).text).toContain('скоро');
    await driver.page.getByRole('button', { name: '+ неделя' }).click();
    await driver.shows(status, /^просрочено/);
    await paints(driver, status, STATUSES.missed.paint.background);
  });

  test('the page’s own parts pass axe', async () => {
    await driver.become('Администратор');
    await driver.page.evaluate(() => document.querySelector('.univer')?.remove());
    expect(await axe(driver.page)).toEqual([]);
  });
});
