/** The schools' sidebar when answers come late, out of turn, or not at all. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HEAD } from '../addon/office';
import {
  chooseSchool,
  commentBox,
  dateBox,
  FIRST,
  leaveAsText,
  openStage,
  rowOf,
  select,
  send,
  sidebars,
  THIRD,
  typeBeside,
} from './school';

const inSidebar = sidebars();
const OTHER = 'Школа-образец № 2';

/** The server answers the next call of this name at once; the page hears it when the given function is called. */
async function holdAnswer(page: Page, name: string): Promise<() => Promise<void>> {
  let let_go = (): void => {};
  const go = new Promise<void>((done) => {
    let_go = done;
  });
  let heard = (): void => {};
  const arrived = new Promise<void>((done) => {
    heard = done;
  });
  let held = false;
  await page.route('**/*', async (route) => {
    const isIt = !held && route.request().postData()?.includes(`"${name}"`) === true;
    if (!isIt) return route.fallback();
    held = true;
    const response = await route.fetch();
    await go;
    await route.fulfill({ response });
    heard();
  });
  return async () => {
    let_go();
    await arrived;
  };
}

const show = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: screen }).click();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');
const onBody = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body);

describe('an old answer', () => {
  test('does not take one back to another school, nor the form away in the middle of a word', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      const hear = await holdAnswer(page, 'sidebarOpen');
      await page.getByRole('button', { name: 'Обновить список' }).click();
      await page.getByRole('button', { name: 'Сменить школу' }).click();
      await chooseSchool(page, OTHER);
      await openStage(page, THIRD);
      await commentBox(page).fill('классные часы');
      await hear();
      await page.waitForTimeout(200);
      expect(await commentBox(page).inputValue()).toBe('классные часы');
      await page.getByRole('button', { name: 'К списку этапов' }).click();
      await page.getByRole('heading', { name: OTHER }).waitFor();
    });
  });

  test('does not show a report that was sent meanwhile as not handed in', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      const hear = await holdAnswer(page, 'sidebarOpen');
      await page.getByRole('button', { name: 'Обновить список' }).click();
      await openStage(page, THIRD);
      await dateBox(page).fill('5.10.20');
      await send(page);
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      await hear();
      await page.getByRole('button', { name: 'К списку этапов' }).first().click();
      await page.getByText('Сдано 1 из 8').waitFor();
    });
  });

  test('of the selected cell does not come back over what was repaired meanwhile', async () => {
    await inSidebar({}, async ({ page, office }) => {
      leaveAsText(office, FIRST, 'Дата выполнения', '5 октября 2020');
      select(office, FIRST, 'Дата выполнения');
      await show(page, 'Что здесь писать?');
      const repair = page.getByRole('button', { name: 'Исправить на «05.10.2020»' });
      await repair.waitFor();
      const asked = page.waitForRequest(
        (request) => request.postData()?.includes('sidebarSelection') === true,
      );
      const hear = await holdAnswer(page, 'sidebarSelection');
      await asked;
      await repair.click();
      await page.getByText('Исправлено.').waitFor();
      await page.getByText('Здесь всё в порядке').waitFor();
      await hear();
      await page.waitForTimeout(200);
      expect(await page.getByText('Здесь нужно исправить').count()).toBe(0);
      expect(await onBody(page)).toBe(false);
    });
  });
});

describe('a report that is still on its way', () => {
  test('is not typed over: its form opens when the end is known, and nothing of the next text is lost', async () => {
    await inSidebar({}, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await commentBox(page).fill('первый');
      const hear = await holdAnswer(page, 'sidebarSave');
      await send(page);
      await page.getByText('Записываем в таблицу').waitFor();
      await page.getByRole('button', { name: 'К списку этапов' }).click();
      await page.getByRole('button', { name: `: ${THIRD}` }).click();
      await page.getByText('Открываем этап').waitFor();
      await page.waitForTimeout(300);
      expect(await commentBox(page).count()).toBe(0);
      await hear();
      await commentBox(page).waitFor();
      expect(await commentBox(page).inputValue()).toBe('первый');
      await commentBox(page).fill('первый и второй');
      await show(page, 'Замечания');
      await show(page, 'Моя школа');
      await commentBox(page).waitFor();
      expect(await commentBox(page).inputValue()).toBe('первый и второй');
      await send(page);
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(rowOf(office, THIRD).at('Комментарий')).toBe('первый и второй');
    });
  });

  test('and is never answered: one is told, the text can be changed and sent again', async () => {
    await inSidebar({ before: (_office, context) => context.clock.install() }, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await commentBox(page).fill('классные часы');
      const hear = await holdAnswer(page, 'sidebarSave');
      await send(page);
      await page.getByText('Записываем в таблицу').waitFor();
      await page.clock.runFor(91_000);
      const error = page.getByRole('alert');
      await error.waitFor();
      expect(await error.innerText()).toMatch(/так и не ответил[\s\S]*Набранное не пропало/);
      await commentBox(page).fill('классные часы и собрание');
      await hear();
      await send(page);
      await page.getByRole('heading', { name: 'Пока вы писали' }).waitFor();
      await page.getByLabel(/Записать моё: классные часы и собрание/).check();
      await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(rowOf(office, THIRD).at('Комментарий')).toBe('классные часы и собрание');
    });
  });
});

describe('a text begun another time', () => {
  test('is not sent over what somebody else wrote since: both values are shown', async () => {
    await inSidebar({}, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await commentBox(page).fill('вчерашнее');
      await page.reload();
      await page.getByText('Начато, не отправлено').waitFor();
      typeBeside(office, THIRD, 'Комментарий', 'сегодня записал завуч');
      await page.getByRole('button', { name: `: ${THIRD}` }).click();
      await page.getByRole('heading', { name: 'Пока вы писали' }).waitFor();
      const text = await page.locator('.conflicts').innerText();
      expect(text).toMatch(/сегодня записал завуч[\s\S]*вчерашнее/);
      // Another screen and back: the question is still there.
      await show(page, 'Замечания');
      await show(page, 'Моя школа');
      await page.getByLabel(/Оставить как в таблице/).check();
      await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
      await page.getByText('Оставлено то, что уже в таблице.').waitFor();
      expect(await commentBox(page).inputValue()).toBe('сегодня записал завуч');
      expect(rowOf(office, THIRD).at('Комментарий')).toBe('сегодня записал завуч');
    });
  });

  test('is not asked for when it has been sent from another computer', async () => {
    await inSidebar({}, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await commentBox(page).fill('классные часы');
      await page.reload();
      await page.getByText('Начато, не отправлено').waitFor();
      typeBeside(office, THIRD, 'Комментарий', 'классные часы');
      await page.getByRole('button', { name: `: ${THIRD}` }).click();
      await commentBox(page).waitFor();
      expect(await page.getByText('Вернули то, что вы набрали').count()).toBe(0);
      await page.getByRole('button', { name: 'К списку этапов' }).click();
      expect(await page.getByText('Начато, не отправлено').count()).toBe(0);
    });
  });
});

test('a conflict that is settled with the other’s day shows the stage as it is now', async () => {
  await inSidebar({}, async ({ page, office }) => {
    await chooseSchool(page);
    await openStage(page, THIRD);
    await dateBox(page).fill('5.10.20');
    typeBeside(office, THIRD, 'Дата выполнения', '02.10.2020');
    await send(page);
    await page.getByRole('heading', { name: 'Пока вы писали' }).waitFor();
    await page.getByLabel(/Оставить как в таблице/).check();
    await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
    await page.getByText('Оставлено то, что уже в таблице.').waitFor();
    expect(await dateBox(page).inputValue()).toBe('02.10.2020');
    expect(await focused(page)).toBe(THIRD);
    await page.getByRole('button', { name: 'К списку этапов' }).click();
    await page.getByText('Сдано 1 из 8').waitFor();
  });
});

describe('«Что здесь писать?»', () => {
  test('why a cell could not be repaired stays to be read', async () => {
    const call = (name: string) =>
      name === 'sidebarRepair' ? 'You do not have permission to do that' : null;
    await inSidebar({ call }, async ({ page, office }) => {
      leaveAsText(office, FIRST, 'Дата выполнения', '5 октября 2020');
      select(office, FIRST, 'Дата выполнения');
      await show(page, 'Что здесь писать?');
      await page.getByRole('button', { name: 'Исправить на «05.10.2020»' }).click();
      await page.getByText('нет на это прав').waitFor();
      await page.waitForRequest((request) => request.postData()?.includes('sidebarSelection') === true);
      await page.waitForTimeout(3500);
      expect(await page.getByText('нет на это прав').count()).toBe(1);
    });
  });

  test('goes on by itself after a call that failed', async () => {
    let failing = false;
    const call = (name: string) => (failing && name === 'sidebarSelection' ? 'NetworkError: HTTP 0' : null);
    const before = (_office: unknown, context: { clock: { install(): Promise<void> } }) =>
      context.clock.install();
    await inSidebar({ call, before }, async ({ page, office }) => {
      select(office, FIRST, 'Документ');
      await show(page, 'Что здесь писать?');
      await page.getByRole('heading', { name: 'Документ' }).waitFor();
      failing = true;
      await page.clock.runFor(3100);
      await page.getByText('Нет связи с Google').waitFor();
      expect(await page.getByText('Подсказка меняется сама').count()).toBe(0);
      failing = false;
      select(office, FIRST, 'Комментарий');
      await page.clock.runFor(16_000);
      await page.getByRole('heading', { name: 'Комментарий' }).waitFor();
      expect(await page.getByText('Нет связи с Google').count()).toBe(0);
    });
  });

  test('of a status that is an error names the cell to repair, and calls nothing in order', async () => {
    await inSidebar({}, async ({ page, office }) => {
      leaveAsText(office, FIRST, 'Дата выполнения', 'в начале месяца');
      select(office, FIRST, 'Состояние');
      await show(page, 'Что здесь писать?');
      await page.getByText('нужно исправить: «Дата выполнения»').waitFor();
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/всё в порядке|Что можно писать/);
    });
  });

  test('knows the summary tab of a district', async () => {
    await inSidebar({ user: HEAD }, async ({ page, office }) => {
      const { workbook } = office.books.reporting;
      const sheet = workbook.sheets.find(({ name }) => name === 'Сводка · Кировский');
      if (!sheet) throw new Error('no summary of the district');
      workbook.active = sheet;
      await show(page, 'Что здесь писать?');
      await page.getByText('Эту вкладку целиком собирает Сводка').waitFor();
    });
  });
});

describe('the keyboard keeps its place', () => {
  test('when what was pressed goes away', async () => {
    let failing = true;
    const call = (name: string) => (failing && name === 'sidebarIssues' ? 'Service timed out' : null);
    await inSidebar({ user: HEAD, call }, async ({ page }) => {
      await show(page, 'Моя школа');
      await chooseSchool(page);
      const reload = page.getByRole('button', { name: 'Обновить список' });
      await reload.click();
      await page.getByText('Обновляем список').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Обновить список');
      await show(page, 'Замечания');
      const again = page.getByRole('button', { name: 'Попробовать ещё раз' });
      await again.click();
      await again.waitFor();
      expect(await onBody(page)).toBe(false);
      failing = false;
      await again.click();
      await page.getByText('Замечаний нет').waitFor();
      expect(await onBody(page)).toBe(false);
      await show(page, 'Район');
      await page.getByRole('combobox', { name: 'Район' }).selectOption('Кировский');
      const remind = page.getByRole('button', { name: 'Напомнить школам' });
      await remind.click();
      await page.getByRole('button', { name: 'Не нужно' }).click();
      expect(await focused(page)).toBe('Напомнить школам');
      await remind.click();
      await page.getByRole('button', { name: 'Да, напомнить' }).click();
      await page.getByText('О напоминании попросили').waitFor();
      expect(await onBody(page)).toBe(false);
    });
  });

  test('after «Очистить набранное» one types anew', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await commentBox(page).fill('классные часы');
      await page.reload();
      await openStage(page, THIRD);
      await page.getByRole('button', { name: 'Очистить набранное' }).click();
      await page.keyboard.type('5.10.20');
      expect(await dateBox(page).inputValue()).toBe('5.10.20');
    });
  });
});

test('what is not kept is not promised to be kept', async () => {
  await inSidebar({}, async ({ page }) => {
    await chooseSchool(page);
    await openStage(page, THIRD);
    await page.getByText('Набранное хранится').waitFor();
    await commentBox(page).fill('Согласовано с куратором Ивановой Марией Петровной');
    await page.getByText('нигде не хранится').waitFor();
    expect(await page.getByText('Набранное хранится').count()).toBe(0);
    await commentBox(page).fill('ж'.repeat(6000));
    await page.getByText('Набранное слишком длинное').waitFor();
  });
});
