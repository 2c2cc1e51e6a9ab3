/** A disk that takes no more: nothing is answered as saved that is not, and what was typed is shown again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { EditOutcome, RowsShown } from '../../../host/page/protocol/protocol';
import { pageAssets } from '../../../host/page/server/assets';
import { saveBook } from '../../../host/xlsx/store';
import { openChromium } from '../../support/browser/chromium';
import { freePort } from '../../support/freePort';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { openPage } from './open';
import { ask, kill, type Running, reportPlace, startProgram } from './program';

const PORT = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'svodka-full-'));
const file = join(folder, 'otchet.xlsx');
const args = [file, '--data', join(folder, 'data'), '--port', String(PORT)];
const world = built();
const view = viewOf(world, 'Отчёт');
const col = view.column('Комментарий');
const first = rowOf(world, 6, 1) ?? 0;
/** More than any file of the books; the journal reaches it. */
const LARGEST_KB = 400;
const FULL = 'На диске нет места: освободите его и повторите. Это не сохранено.';

let browser: Browser;
let running: Running;
beforeAll(async () => {
  await saveBook(world.host, world.books.reporting.workbook.id, file);
  browser = await openChromium();
  // Made without the limit.
  await pageAssets();
});
afterAll(async () => {
  await browser.close();
  running.process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('what was answered as saved is there, what was not is shown again and saved once there is room', async () => {
  running = await startProgram(args, LARGEST_KB);
  const { url } = running;
  const place = await reportPlace(url);
  const type = (row: number, text: string) =>
    ask<EditOutcome>(url, 'edit', { edit: { ...place, kind: 'type', row, col, text } });
  const saved: string[] = [];
  let count = 0;
  // Texts of growing shortness, until not even a short one fits.
  for (const length of [20_000, 2_000, 200, 20]) {
    for (;;) {
      count += 1;
      const text = `${count} ${'я'.repeat(length)}`;
      const outcome = await type(first, text).catch((error: Error) => error.message);
      if (outcome === FULL) break;
      expect(outcome).toEqual({ ok: true });
      saved.push(text);
    }
  }
  expect(saved.length).toBeGreaterThan(5);
  const seen = async () => {
    const { rows } = await ask<RowsShown>(url, 'rows', { ...place, from: first, to: first });
    const cells = rows[0]?.cells ?? [];
    return cells[cells.findIndex((value, at) => at % 3 === 0 && value === col) + 1];
  };
  expect(await seen()).toBe(saved.at(-1));

  const driver = await openPage(browser, url);
  await driver.tab('Отчёт');
  const at = view.cell(first, 'Комментарий');
  const text = `не поместилось ${'ю'.repeat(60)}`;
  await driver.click(at);
  await driver.page.keyboard.type(text);
  await driver.page.keyboard.press('Enter');
  await driver.page.getByText(`Не сохранено: «${text}» (ячейка ${at})`, { exact: false }).waitFor();
  const editor = driver.page.locator('textarea.editor.open');
  expect(await editor.inputValue()).toBe(text);

  await kill(running);
  running = await startProgram(args);
  expect(running.said()).toContain(`Повторено правок после прошлой остановки: ${saved.length}.`);
  expect(running.said()).not.toContain('Не удалось');
  expect(await seen()).toBe(saved.at(-1));
  await driver.page.getByText(/^Связь с программой потеряна/).waitFor({ state: 'detached' });
  await driver.ready();
  expect(await editor.inputValue()).toBe(text);
  await editor.focus();
  await driver.page.keyboard.press('Enter');
  await driver.shows(at, text);
});
