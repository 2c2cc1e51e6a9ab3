/** Who looks at the page changes: nothing of the one before stays on the screen that the new one may not see. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { words } from '../../../host/page/protocol/messages';
import type { MailShown, News, WorldShown } from '../../../host/page/protocol/protocol';
import { openChromium } from '../../support/browser/chromium';
import type { PageDriver } from '../../support/browser/driver';
import type { World } from '../../support/fork';
import { built } from '../../support/scenes';
import { file, viewOf } from '../../support/smallProgramme';
import { openPage, type ServedWorld, serveWorld } from './open';

const CURATOR = 'curator@example.org';
const ADMINISTRATOR = 'administrator@example.org';

const MAIL = {
  from: ADMINISTRATOR,
  name: null,
  cc: [],
  bcc: [],
  replyTo: null,
  body: 'Итоги недели',
  htmlBody: '<p>Итоги недели</p>',
  attachments: [],
  noReply: false,
  projectId: 'script-1',
  at: Date.UTC(2020, 9, 1, 6),
};

let browser: Browser;
let world: World;
let served: ServedWorld;
let driver: PageDriver;

beforeAll(async () => {
  browser = await openChromium();
  world = built();
  served = await serveWorld(world);
  for (const to of [CURATOR, 'head@example.org']) {
    world.host.outbox.send({ ...MAIL, to: [to], subject: `для ${to}` });
  }
  driver = await openPage(browser, served.url);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function ask<Answer>(
  person: string,
  name: string,
  request: object = {},
  session = 'test',
): Promise<Answer> {
  const response = await fetch(`${served.url}api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session, person, name, request }),
  });
  return ((await response.json()) as { result: Answer }).result;
}

const choose = (name: string) => driver.page.getByLabel('Кто я').selectOption({ label: name });
const cover = () => driver.page.locator('.cover');

describe('a person who may open no book', () => {
  test('sees that there is no access: neither sheet, cell, tabs, menu nor panel of the one before', async () => {
    await driver.become('Администратор');
    await driver.page.getByRole('button', { name: /^Пульт/ }).click();
    await driver.ready();
    await driver.menu('Сводка', 'Пульт');
    await driver.page.locator('aside iframe').waitFor();
    await choose('Гость');
    await cover().getByText(words.noBooks).waitFor();
    const { page } = driver;
    expect(await page.locator('aside iframe, dialog').count()).toBe(0);
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Скачать' }).count()).toBe(0);
    expect(await page.getByRole('navigation', { name: words.book }).getByRole('button').count()).toBe(0);
    expect(await page.getByLabel(words.cellContent).textContent()).toBe('');
    expect(await page.evaluate('window.svodkaPage.sheet()')).toBe('');
    // The cover lets nothing through, and nothing lies under it.
    expect(await cover().evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    await driver.become('Куратор');
    expect(await cover().count()).toBe(0);
    expect((await driver.cell('A1')).text).not.toBe('');
    expect(driver.errors).toEqual([]);
  });

  test('is told nothing more of the book that was open', async () => {
    const book = world.books.reporting.workbook.id;
    const heard: News[] = [];
    const stop = new AbortController();
    const stream = await fetch(`${served.url}news?session=watch`, { signal: stop.signal });
    const read = (async () => {
      const decoder = new TextDecoder();
      for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>) {
        for (const line of decoder.decode(piece).split('\n')) {
          if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)) as News);
        }
      }
    })().catch(() => {});
    const hears = async (comment: string, kinds: readonly string[]) => {
      file(world, { school: 1, stage: 1, cells: { Комментарий: comment } });
      served.changed();
      await driver.until(async () => heard.some(({ kind }) => kind === 'clock'), 'the clock was heard');
      expect([...new Set(heard.splice(0).map(({ kind }) => kind))].sort()).toEqual(kinds);
    };
    await ask(CURATOR, 'open', { book }, 'watch');
    const sheet = viewOf(world, 'Отчёт').sheet.id;
    await ask(CURATOR, 'rows', { book, sheet, from: 1, to: 2 }, 'watch');
    await hears('первый', ['clock', 'rows']);
    await ask('', 'world', {}, 'watch');
    await hears('второй', ['clock']);
    stop.abort();
    await read;
  });
});

test('a book that was closed meanwhile says so and is not on the screen', async () => {
  await driver.become('Куратор');
  world.books.reporting.unshare(CURATOR);
  await driver.page.getByRole('button', { name: /^Отчёт/ }).click();
  await cover().getByText('закрыта').waitFor();
  expect(await driver.page.evaluate('window.svodkaPage.sheet()')).toBe('');
  world.books.reporting.share(CURATOR, 'edit');
});

test('the mail that was sent is the office’s; others see what was sent to them', async () => {
  const { mails } = await ask<WorldShown>(CURATOR, 'world');
  const subjects = async (person: string) =>
    (await ask<MailShown[]>(person, 'mails')).map(({ subject }) => subject).sort();
  expect(mails).toBe(1);
  expect(await subjects(CURATOR)).toEqual([`для ${CURATOR}`]);
  expect(await subjects('')).toEqual([]);
  expect(await subjects(ADMINISTRATOR)).toHaveLength(2);
  const mail = (person: string) => fetch(`${served.url}mail/1?person=${person}`).then(({ status }) => status);
  expect([await mail('head@example.org'), await mail(CURATOR), await mail('')]).toEqual([200, 404, 404]);
});
