/** The page as a program of its own: what it confirmed is there again, questions wait, strangers stay out. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fileFolderName } from '../../../host/page/persistence/fileFolder';
import type { BookOpened, EditOutcome, RowsShown, WorldShown } from '../../../host/page/protocol/protocol';
import { saveBook } from '../../../host/xlsx/store';
import { openChromium } from '../../support/browser/chromium';
import { childPath } from '../../support/children';
import { freePort } from '../../support/freePort';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { openPage } from './open';
import { ask, ended, type Running, reportPlace, startProgram } from './program';

/** The same for every start, as an address in somebody's browser is; but one that nothing on this machine uses. */
const PORT = await freePort();
const CURATOR = 'curator@example.org';
const folder = mkdtempSync(join(tmpdir(), 'svodka-page-'));
const file = join(folder, 'otchet.xlsx');
const data = join(folder, 'data');
const world = built();
const report = viewOf(world, 'Отчёт');
const row = rowOf(world, 6, 1) ?? 0;

const COMMAND = [childPath('svodka'), 'serve', file, '--data', data];

const start = () => startProgram([...COMMAND.slice(2), '--port', String(PORT)]);
const place = reportPlace;

async function type(url: string, header: string, text: string): Promise<EditOutcome> {
  const edit = { ...(await place(url)), kind: 'type', row, col: report.column(header), text };
  return ask(url, 'edit', { edit });
}

async function seen(url: string, header: string): Promise<string> {
  const { rows } = await ask<RowsShown>(url, 'rows', { ...(await place(url)), from: row, to: row });
  const cells = rows[0]?.cells ?? [];
  return String(
    cells[cells.findIndex((value, at) => at % 3 === 0 && value === report.column(header)) + 1] ?? '',
  );
}

let running: Running;
let browser: Browser;
beforeAll(async () => {
  await saveBook(world.host, world.books.reporting.workbook.id, file);
  browser = await openChromium();
  running = await start();
});
afterAll(async () => {
  await browser.close();
  running.process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('what the page confirmed', () => {
  test('is there after the process was killed, with what followed from it', async () => {
    expect(await type(running.url, 'Дата выполнения', '14.9.20')).toEqual({ ok: true });
    const gone = ended(running);
    const { url } = running;
    running.process.kill('SIGKILL');
    await gone;
    running = await start();
    expect(running.url).toBe(url);
    expect(statSync(join(data, 'address.key')).mode & 0o777).toBe(0o600);
    expect(running.said()).toContain('Повторено правок после прошлой остановки: 1');
    expect(await seen(running.url, 'Дата выполнения')).toBe('14.09.2020');
    expect(await seen(running.url, 'Состояние')).toBe('сдано в срок');
  });

  test('is there when the crash cut the last line of the journal short', async () => {
    expect(await type(running.url, 'Документ', 'приказ № 6')).toEqual({ ok: true });
    const gone = ended(running);
    running.process.kill('SIGKILL');
    await gone;
    const own = join(data, fileFolderName(file));
    const journal = readdirSync(own).find((name) => name.startsWith('journal'));
    appendFileSync(join(own, journal ?? ''), '{"name":"edit","person":"cur');
    running = await start();
    expect(await seen(running.url, 'Документ')).toBe('приказ № 6');
    expect(await type(running.url, 'Комментарий', 'после сбоя')).toEqual({ ok: true });
  });

  test('is there after Ctrl+C, which ends it cleanly', async () => {
    const gone = ended(running);
    running.process.kill('SIGINT');
    expect(await gone).toBe(0);
    running = await start();
    expect(await seen(running.url, 'Комментарий')).toBe('после сбоя');
    expect(await seen(running.url, 'Документ')).toBe('приказ № 6');
  });
});

describe('a long walk of the clock', () => {
  test('lets others edit meanwhile, can be stopped, and stays where it was when the process is killed', async () => {
    const office = 'administrator@example.org';
    const { books } = await ask<WorldShown>(running.url, 'world', {}, office);
    const { url } = running;
    const book = books.find(({ kind }) => kind === 'control')?.id ?? '';
    const { sheets } = await ask<BookOpened>(url, 'open', { book }, office);
    const box = { row: 1, col: 1, rows: 1, cols: 1 };
    const at = { book, sheet: sheets[0]?.id ?? 0, box };
    await ask(url, 'menu', { at, path: 'Сводка › Включить расписание' }, office);
    const day = async () => (await ask<WorldShown>(url, 'world', {})).clock;
    const from = await day();
    const walk = ask<{ ok: boolean; stopped?: string }>(url, 'advance', { days: 60 });
    expect(await type(url, 'Комментарий', 'на ходу')).toEqual({ ok: true });
    expect(await ask(url, 'advance', { days: 1 })).toEqual({
      ok: false,
      message: 'Часы уже идут: дождитесь конца или остановите их.',
    });
    await ask(url, 'stop', {});
    expect(await walk).toEqual({ ok: true, stopped: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/) });
    const stopped = await day();
    expect(stopped).not.toEqual(from);
    const gone = ended(running);
    running.process.kill('SIGKILL');
    await gone;
    running = await start();
    expect(await day()).toEqual(stopped);
    expect(await seen(url, 'Комментарий')).toBe('на ходу');
  });

  test('has a button at its progress that stops it', async () => {
    const driver = await openPage(browser, running.url);
    const { page } = driver;
    await page.getByRole('button', { name: '+ неделя' }).click();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('button', { name: 'Остановить' }).waitFor({ state: 'detached' });
    expect(driver.errors).toEqual([]);
  });
});

describe('who comes from elsewhere', () => {
  const answerOf = (path: string, headers: Record<string, string> = {}, method = 'GET', body = '{}') =>
    new Promise<{ status: number | undefined; text: string }>((done, failed) => {
      const sent = httpRequest({ host: '127.0.0.1', port: PORT, path, method, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          done({ status: response.statusCode, text: Buffer.concat(pieces).toString('utf8') }),
        );
      });
      sent.on('error', failed);
      sent.end(method === 'POST' ? body : undefined);
    });
  const status = async (...request: Parameters<typeof answerOf>) => (await answerOf(...request)).status;

  test('who has an old address is told where the new one is', async () => {
    const text = 'Адрес устарел: возьмите новый в окне программы.';
    expect(await answerOf('/')).toEqual({ status: 404, text });
    expect(await answerOf(`/${'0'.repeat(32)}/`)).toEqual({ status: 404, text });
  });

  test.each(['', 'null', '{"session":', '[1]', '{"session":"a","person":"","name":"world","request":null}'])(
    'a request that is «%s» gets a sentence, and the page goes on',
    async (body) => {
      const { pathname } = new URL(running.url);
      const json = { 'content-type': 'application/json' };
      expect(await answerOf(`${pathname}api`, json, 'POST', body)).toEqual({
        status: 400,
        text: expect.stringContaining('Запрос не разобран'),
      });
      expect(await status(pathname)).toBe(200);
    },
  );

  test.each(['//', '///x', '/%', '/%zz/..', '/?%', '*', '/\\'])(
    'the address %s is not found, and the page goes on',
    async (path) => {
      expect(await status(path)).toBe(404);
      expect(await status(new URL(running.url).pathname)).toBe(200);
    },
  );

  test('a book that this person may not open is refused, not called a fault', async () => {
    const { books } = await ask<WorldShown>(running.url, 'world', {}, 'administrator@example.org');
    const control = books.find(({ kind }) => kind === 'control')?.id ?? '';
    const { pathname } = new URL(running.url);
    expect(await answerOf(`${pathname}book/${control}?person=${CURATOR}`)).toEqual({
      status: 404,
      text: 'Эта книга для этого человека закрыта: её ведёт управление.',
    });
  });

  test('another site’s page, another host’s name or a guessed path gets nothing', async () => {
    const { pathname } = new URL(running.url);
    const json = { 'content-type': 'application/json' };
    expect(await status(pathname)).toBe(200);
    expect(await status('/')).toBe(404);
    expect(await status(`/${'0'.repeat(32)}/`)).toBe(404);
    expect(await status(pathname, { host: 'evil.example' })).toBe(404);
    expect(await status(pathname, { 'sec-fetch-site': 'cross-site' })).toBe(404);
    expect(await status(`${pathname}api`, { ...json, origin: 'https://evil.example' }, 'POST')).toBe(404);
    expect(await status(`${pathname}api`, { ...json, origin: 'null' }, 'POST')).toBe(404);
    expect(await status(`${pathname}api`, { 'content-type': 'text/plain' }, 'POST')).toBe(404);
    expect(await status(`${pathname}assets/..%2f..%2fpackage.json`)).toBe(404);
  });

  test('a second program gets one clear line: the folder, or the port, is in use', async () => {
    const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });
    const folderTaken = run(...COMMAND, '--port', String(await freePort()));
    expect([folderTaken.status, folderTaken.stderr.trim()]).toEqual([
      2,
      `svodka: с папкой ${data} уже работает другая программа «Сводки»: остановите её`,
    ]);
    const nowhere = run(
      '--import',
      'tsx',
      'host/cli/main.ts',
      'serve',
      'README.md',
      '--data',
      join(folder, 'no'),
    );
    expect([nowhere.status, nowhere.stderr.trim()]).toEqual([
      2,
      `svodka: файл ${resolve('README.md')} не читается: это не книга .xlsx`,
    ]);
    expect(existsSync(join(folder, 'no'))).toBe(false);
    const other = ['--data', join(folder, 'other'), '--port', String(PORT)];
    const portTaken = run(childPath('svodka'), 'serve', file, ...other);
    expect([portTaken.status, portTaken.stderr.trim()]).toEqual([
      2,
      `svodka: порт ${PORT} занят: закройте другую программу или укажите --port`,
    ]);
  });
});

test('a script’s question waits for the person, and the file can be taken away', async () => {
  const driver = await openPage(browser, running.url);
  const { page } = driver;
  await driver.book(/^Пульт/);
  await driver.menu('Сводка', 'Заполнить примером программы…');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Какой пример взять?').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await driver.menu('Сводка', 'Состояние');
  await dialog.getByRole('button', { name: 'ОК' }).click();
  await dialog.waitFor({ state: 'detached' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать' }).click();
  expect((await download).suggestedFilename()).toBe('Пульт.xlsx');
  expect(driver.errors).toEqual([]);
});

test('somebody else is asked something: one hears who, sees one’s own text grey, and it is carried out afterwards', async () => {
  const [asked, other] = [await openPage(browser, running.url), await openPage(browser, running.url)];
  await other.tab('Отчёт');
  await asked.book(/^Пульт/);
  await asked.menu('Сводка', 'Состояние');
  const dialog = asked.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ОК' }).waitFor();
  await other.page.getByText(/^Ждёт ответа: Администратор \(«.+»\)$/).waitFor();
  const comment = report.cell(row, 'Комментарий');
  await other.ask('select', comment);
  await other.page.keyboard.type('пишу пока');
  await other.page.keyboard.press('Enter');
  await other.page.locator('.pending', { hasText: 'пишу пока' }).waitFor();
  await dialog.getByRole('button', { name: 'ОК' }).click();
  await other.shows(comment, 'пишу пока');
  await other.page.locator('.pending').waitFor({ state: 'detached' });
  expect(await other.page.getByText(/^Ждёт ответа/).count()).toBe(0);
  await asked.page.context().close();
  await other.page.context().close();
});

test('a fifth page of one browser says that it waits, and opens when another is closed', async () => {
  const first = await openPage(browser, running.url);
  const context = first.page.context();
  const pages = [first.page];
  for (let count = 2; count <= 4; count += 1) {
    const page = await context.newPage();
    await page.goto(running.url);
    await page.getByRole('tab').first().waitFor();
    pages.push(page);
  }
  const fifth = await context.newPage();
  await fifth.goto(running.url);
  await fifth.getByText(/Закройте одну из вкладок/).waitFor();
  await pages[1]?.close();
  await fifth.getByRole('tab').first().waitFor();
  await context.close();
});

test('the program is killed and started again: what could not be saved is said, stands in the editor, and is saved by Enter', async () => {
  const driver = await openPage(browser, running.url);
  await driver.tab('Отчёт');
  const comment = report.cell(row, 'Комментарий');
  await driver.click(comment);
  await driver.page.keyboard.type('в пустоту');
  const gone = ended(running);
  running.process.kill('SIGKILL');
  await gone;
  await driver.page.getByText(/^Связь с программой потеряна/).waitFor();
  await driver.page.keyboard.press('Enter');
  const { page } = driver;
  await page.getByText(`Не сохранено: «в пустоту» (ячейка ${comment})`, { exact: false }).waitFor();
  expect(await page.locator('textarea.editor').inputValue()).toBe('в пустоту');
  running = await start();
  await page.getByText(/^Связь с программой потеряна/).waitFor({ state: 'detached' });
  await driver.ready();
  expect(await page.locator('textarea.editor.open').inputValue()).toBe('в пустоту');
  await page.locator('textarea.editor.open').focus();
  await page.keyboard.press('Enter');
  await driver.shows(comment, 'в пустоту');
  await page.context().close();
});

test('damaged data end the program with one line that names the file', async () => {
  const gone = ended(running);
  running.process.kill('SIGKILL');
  await gone;
  const own = join(data, fileFolderName(file));
  const snapshots = readdirSync(own).filter((each) => each.startsWith('snapshot-'));
  for (const name of snapshots) truncateSync(join(own, name, 'host.json'), 10);
  const { status, stderr } = spawnSync(process.execPath, [...COMMAND, '--port', String(PORT)], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  const files = snapshots.map((name) => join(own, name, 'host.json'));
  const said = files.filter((path) => stderr.startsWith(`svodka: файл ${path} не читается: он повреждён.`));
  expect(said).toHaveLength(1);
  expect(stderr).toContain(`удалите папку ${own} (`);
});
