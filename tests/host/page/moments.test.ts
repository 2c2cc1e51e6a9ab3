/** Enter pressed at any moment of a reconnection, and rows that move in that moment: the text goes to its own row. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { EditOutcome, RequestName, RowsShown } from '../../../host/page/protocol/protocol';
import { pageAssets } from '../../../host/page/server/assets';
import { saveBook } from '../../../host/xlsx/store';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import { freePort } from '../../support/freePort';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { openPage } from './open';
import { ask, kill, type Running, reportPlace, startProgram } from './program';

const PORT = await freePort();
const OFFICE = 'administrator@example.org';
const folder = mkdtempSync(join(tmpdir(), 'svodka-moments-'));
const file = join(folder, 'otchet.xlsx');
const args = [file, '--data', join(folder, 'data'), '--port', String(PORT)];
const world = built();
const view = viewOf(world, 'Отчёт');
const col = view.column('Комментарий');
const first = rowOf(world, 6, 1) ?? 0;

let browser: Browser;
let running: Running;
let driver: PageDriver;
/** Rows put in above the one that is typed into. */
let added = 0;
beforeAll(async () => {
  await saveBook(world.host, world.books.reporting.workbook.id, file);
  browser = await openChromium();
  await pageAssets();
  running = await startProgram(args);
  driver = await openPage(browser, running.url);
  await driver.tab('Отчёт');
});
afterAll(async () => {
  await browser.close();
  running.process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const cell = (): string => view.cell(first + added, 'Комментарий');
/** Rows of «Отчёт» that hold the text. */
async function rowsWith(text: string): Promise<number[]> {
  const place = await reportPlace(running.url);
  const { rows } = await ask<RowsShown>(running.url, 'rows', { ...place, from: 2, to: 60 }, OFFICE);
  return rows.flatMap(({ row, cells }) => {
    const at = cells.findIndex((value, index) => index % 3 === 0 && value === col);
    return at >= 0 && cells[at + 1] === text ? [row] : [];
  });
}
async function insertAbove(): Promise<void> {
  const box = { row: 2, col: 1, rows: 1, cols: 1 };
  const edit = { ...(await reportPlace(running.url)), kind: 'insertRow', box };
  expect(await ask<EditOutcome>(running.url, 'edit', { edit }, OFFICE)).toEqual({ ok: true });
  added += 1;
}

/** Lets the n-th request of this name wait from now on; what comes back lets it go. */
async function hold(
  name: RequestName,
  nth: number,
): Promise<{ reached: Promise<void>; release(): Promise<void> }> {
  let reach = (): void => {};
  let release = (): void => {};
  const reached = new Promise<void>((done) => {
    reach = done;
  });
  const released = new Promise<void>((done) => {
    release = done;
  });
  let count = 0;
  await driver.page.route('**/api', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name === name) {
      count += 1;
      if (count === nth) {
        reach();
        await released;
      }
    }
    await route.continue();
  });
  return {
    reached,
    release: async () => {
      release();
      await driver.page.unrouteAll({ behavior: 'wait' });
    },
  };
}

describe('the program was killed and is there again; a row has come in above meanwhile', () => {
  test.each<[string, RequestName, number]>([
    ['the stream is open, nothing is asked yet', 'world', 1],
    ['the people are known', 'world', 2],
    ['the book is asked for', 'open', 1],
    ['the rows around are asked for', 'rows', 1],
  ])('Enter while %s', async (moment, name, nth) => {
    const text = `впишу, когда ${moment}`;
    await driver.click(cell());
    await driver.page.keyboard.type(text);
    await kill(running);
    await driver.page.getByText(/^Связь с программой потеряна/).waitFor();
    const held = await hold(name, nth);
    running = await startProgram(args);
    await held.reached;
    await insertAbove();
    await driver.page.keyboard.press('Enter');
    await held.release();
    await driver.until(async () => (await rowsWith(text)).length > 0, 'the text is saved');
    expect(await rowsWith(text)).toEqual([first + added]);
    await driver.ready();
    await driver.shows(cell(), text);
  });
});

test('Enter in the instant in which somebody puts a row in above: the edit goes to its own row', async () => {
  await driver.click(cell());
  await driver.page.keyboard.type('в тот же миг');
  const held = await hold('edit', 1);
  await driver.page.keyboard.press('Enter');
  await held.reached;
  await insertAbove();
  await held.release();
  await driver.until(async () => (await rowsWith('в тот же миг')).length > 0, 'the text is saved');
  expect(await rowsWith('в тот же миг')).toEqual([first + added]);
});

test('Enter in the instant in which somebody deletes the row: the text is in no row, and stays to be read', async () => {
  // The page shows the row that came in before.
  await driver.shows(cell(), 'в тот же миг');
  await driver.click(cell());
  await driver.page.keyboard.type('строки больше нет');
  const held = await hold('edit', 1);
  await driver.page.keyboard.press('Enter');
  await held.reached;
  const box = { row: first + added, col: 1, rows: 1, cols: 1 };
  const edit = { ...(await reportPlace(running.url)), kind: 'deleteRows', box };
  expect(await ask<EditOutcome>(running.url, 'edit', { edit }, OFFICE)).toEqual({ ok: true });
  await held.release();
  await driver.page.getByText('Не сохранено: «строки больше нет».', { exact: false }).waitFor();
  expect(await rowsWith('строки больше нет')).toEqual([]);
});
