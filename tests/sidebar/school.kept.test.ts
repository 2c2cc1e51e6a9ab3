/** The schools' sidebar when things go wrong: failing calls, no connection, a page closed halfway. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  chooseSchool,
  commentBox,
  dateBox,
  openStage,
  rowOf,
  type Sidebar,
  send,
  sidebars,
  THIRD,
} from './school';

const inSidebar = sidebars();

const begin = async (page: Page): Promise<void> => {
  await chooseSchool(page);
  await openStage(page, THIRD);
  await dateBox(page).fill('5.10.20');
  await commentBox(page).fill('классные часы');
};
const isBack = async (page: Page): Promise<void> => {
  await openStage(page, THIRD);
  await page.getByText('Вернули то, что вы набрали').waitFor();
  expect([await dateBox(page).inputValue(), await commentBox(page).inputValue()]).toEqual([
    '5.10.20',
    'классные часы',
  ]);
};
const drafted = (page: Page, { served }: Sidebar): Promise<void> =>
  page.waitForTimeout(50).then(() => {
    if (!served.calls.some(({ name }) => name === 'sidebarDraft'))
      return drafted(page, { served } as Sidebar);
  });

describe('what was typed is not lost', () => {
  test('when saving failed: the form stays, and the same press works later', async () => {
    let failing = true;
    await inSidebar(
      { call: (name) => (failing && name === 'sidebarSave' ? 'Service Spreadsheets timed out' : null) },
      async ({ page, office }) => {
        await begin(page);
        await send(page);
        const error = page.getByRole('alert');
        await error.waitFor();
        expect(await error.innerText()).toMatch(/не успел за отведённое время[\s\S]*Набранное не пропало/);
        expect(await commentBox(page).inputValue()).toBe('классные часы');
        failing = false;
        await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
        await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
        expect(rowOf(office, THIRD).at('Комментарий')).toBe('классные часы');
      },
    );
  });

  test('when another screen was looked at', async () => {
    await inSidebar({}, async ({ page }) => {
      await begin(page);
      await page.getByRole('button', { name: 'Замечания' }).click();
      await page.getByRole('heading', { name: 'Что исправить' }).waitFor();
      await page.getByRole('button', { name: 'Моя школа' }).click();
      await dateBox(page).waitFor();
      expect(await commentBox(page).inputValue()).toBe('классные часы');
    });
  });

  test('when the sidebar was closed at once: it comes back from this computer', async () => {
    await inSidebar({ call: (name) => (name === 'sidebarDraft' ? 'offline' : null) }, async ({ page }) => {
      await begin(page);
      await page.reload();
      await isBack(page);
    });
  });

  test('when the browser keeps nothing: it comes back from the server, and goes once it was sent', async () => {
    await inSidebar(
      {
        before: (_office, context) =>
          void context.addInitScript(() => {
            Object.defineProperty(window, 'localStorage', {
              get() {
                throw new DOMException('denied', 'SecurityError');
              },
            });
          }),
      },
      async (sidebar) => {
        const { page } = sidebar;
        await begin(page);
        await drafted(page, sidebar);
        await page.reload();
        await page.getByText('Начато, не отправлено').waitFor();
        await isBack(page);
        await send(page);
        await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
        await page.reload();
        await page.getByText('Сдано 1 из 8').waitFor();
        expect(await page.getByText('Начато, не отправлено').count()).toBe(0);
      },
    );
  });

  test('it can be thrown away', async () => {
    await inSidebar({}, async ({ page }) => {
      await begin(page);
      await page.reload();
      await isBack(page);
      await page.getByRole('button', { name: 'Очистить набранное' }).click();
      expect(await commentBox(page).inputValue()).toBe('');
      await page.reload();
      await openStage(page, THIRD);
      expect(await commentBox(page).inputValue()).toBe('');
    });
  });
});

describe('calls that do not come through are told in sentences', () => {
  const opening = async (message: string, words: RegExp): Promise<void> => {
    let failing = true;
    await inSidebar(
      { call: (name) => (failing && name === 'sidebarOpen' ? message : null) },
      async ({ page }) => {
        const error = page.getByRole('alert');
        await error.waitFor();
        expect(await error.innerText()).toMatch(words);
        failing = false;
        await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
        await page.getByRole('combobox').waitFor();
      },
    );
  };

  test('several accounts in one browser', () =>
    opening(
      'Authorization is required to perform that action.',
      /несколько учётных записей[\s\S]*инкогнито/,
    ));

  test('no connection', () =>
    opening('NetworkError: Connection failure due to HTTP 0', /Нет связи с Google[\s\S]*интернет/));

  test('offline is said while it lasts; typing goes on', async () => {
    await inSidebar({}, async ({ page, context }) => {
      await begin(page);
      await context.setOffline(true);
      await page.getByText('Нет связи с интернетом').waitFor();
      await commentBox(page).fill('классные часы и собрание');
      await send(page);
      await page.getByRole('alert').waitFor();
      await context.setOffline(false);
      await page.getByText('Нет связи с интернетом').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
    });
  });

  test('a long wait says what is waited for and counts', async () => {
    let go: () => void = () => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    await inSidebar(
      { call: async (name) => (name === 'sidebarForm' ? held.then(() => null) : null) },
      async ({ page }) => {
        await chooseSchool(page);
        await page.getByRole('button', { name: `: ${THIRD}` }).click();
        await page.getByText('Открываем этап…').waitFor();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(THIRD);
        await page.getByText(/^[3-9] с$/).waitFor();
        go();
        await dateBox(page).waitFor();
      },
    );
  });
});
