/** The further screens of the schools' sidebar: help for a cell, issues, the district; and how all can be used. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, HEAD } from '../addon/office';
import { axe } from '../support/axe';
import {
  chooseSchool,
  commentBox,
  dateBox,
  documentBox,
  FIRST,
  leaveAsText,
  openStage,
  rowOf,
  type Sidebar,
  select,
  selectedRow,
  send,
  sidebars,
  THIRD,
  typeBeside,
} from './school';

const inSidebar = sidebars();

const show = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: screen }).click();

describe('«Что здесь писать?»', () => {
  const looks = ({ served }: Sidebar): number =>
    served.calls.filter(({ name }) => name === 'sidebarSelection').length;

  test('tells of the selected cell, follows the selection, and repairs what is certain', async () => {
    await inSidebar({}, async ({ page, office }) => {
      typeBeside(office, FIRST, 'Документ', 'приказ № 5');
      select(office, FIRST, 'Документ');
      await show(page, 'Что здесь писать?');
      await page.getByRole('heading', { name: 'Документ' }).waitFor();
      await page.getByText('Здесь всё в порядке').waitFor();
      expect(await page.locator('main').innerText()).toContain('Номер и дата приказа');
      leaveAsText(office, FIRST, 'Дата выполнения', '5 октября 2020');
      select(office, FIRST, 'Дата выполнения');
      await page.getByText('Здесь нужно исправить').waitFor();
      await page.getByRole('button', { name: 'Исправить на «05.10.2020»' }).click();
      await page.getByText('Исправлено.').waitFor();
      expect(rowOf(office, FIRST).at('Состояние')).toContain('сдано');
    });
  });

  test('asks every three seconds, only while it is looked at, and stops after five idle minutes', async () => {
    await inSidebar({ before: (_office, context) => context.clock.install() }, async (sidebar) => {
      const { page, office } = sidebar;
      select(office, FIRST, 'Документ');
      await show(page, 'Что здесь писать?');
      await page.getByRole('heading', { name: 'Документ' }).waitFor();
      const asked = () =>
        page.waitForRequest((request) => request.postData()?.includes('sidebarSelection') === true);
      const ask = async (): Promise<void> => {
        const [request] = await Promise.all([asked(), page.clock.runFor(3000)]);
        await request.response();
      };
      await ask();
      select(office, FIRST, 'Комментарий');
      await ask();
      await page.getByRole('heading', { name: 'Комментарий' }).waitFor();
      await show(page, 'Замечания');
      const left = looks(sidebar);
      await page.clock.runFor(30_000);
      expect(looks(sidebar)).toBe(left);
      await show(page, 'Что здесь писать?');
      await page.getByRole('heading', { name: 'Комментарий' }).waitFor();
      await page.clock.fastForward(5 * 60_000);
      await page.getByText('Ячейки давно не менялись').waitFor();
      const stopped = looks(sidebar);
      await page.clock.runFor(60_000);
      expect(looks(sidebar)).toBe(stopped);
      await Promise.all([asked(), page.getByRole('button', { name: 'Показывать дальше' }).click()]);
      await page.getByText('Подсказка меняется сама').waitFor();
    });
  });
});

describe('«Замечания»', () => {
  test('lists what the school is to repair and leads to the cell', async () => {
    await inSidebar({}, async ({ page, office }) => {
      typeBeside(office, THIRD, 'Дата выполнения', 'в начале месяца');
      await chooseSchool(page);
      await page.getByText('1 замечание').waitFor();
      await show(page, 'Замечания');
      const issue = page.locator('.things > li');
      await issue.first().waitFor();
      expect(await issue.count()).toBe(1);
      expect(await issue.innerText()).toMatch(
        /Дата выполнения[\s\S]*Запишите день цифрами[\s\S]*в начале месяца/,
      );
      await page.getByRole('button', { name: /^Перейти/ }).click();
      await page.getByText('ячейка выделена').waitFor({ state: 'attached' });
      expect(selectedRow(office)).toEqual({ tab: 'Отчёт', row: rowOf(office, THIRD).row });
    });
  });

  test('says so when there are none', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      await show(page, 'Замечания');
      await page.getByText('Замечаний нет').waitFor();
    });
  });
});

describe('«Район»', () => {
  test('is offered to who may decide, and to nobody else', async () => {
    await inSidebar({}, async ({ page }) => {
      await page.getByRole('navigation').waitFor();
      expect(await page.getByRole('navigation').getByRole('button').allInnerTexts()).toEqual([
        'Моя школа',
        'Что здесь писать?',
        'Замечания',
      ]);
    });
  });

  test('gives figures that add up to 100 %, who is overdue, and the way to the summary', async () => {
    await inSidebar({ user: HEAD }, async ({ page, office }) => {
      await show(page, 'Район');
      await page.getByRole('combobox', { name: 'Район' }).selectOption('Кировский');
      // What stood there before goes while the district that was chosen is read.
      await page.locator('select[aria-busy=false]').waitFor();
      await page.getByText('Просрочено: 16 отчётов').waitFor();
      const shares = await page.locator('.figures .share').allInnerTexts();
      expect(shares.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0)).toBe(100);
      expect(await page.locator('.things > li').first().innerText()).toMatch(/просрочено: 8 дн\./);
      await page.getByRole('button', { name: 'Открыть сводку района' }).click();
      await page.getByText('ячейка выделена').waitFor({ state: 'attached' });
      expect(selectedRow(office).tab).toBe('Сводка · Кировский');
    });
  });

  test('«Напомнить» asks once more, and says what came of it', async () => {
    await inSidebar({ user: HEAD }, async (sidebar) => {
      const { page, served } = sidebar;
      const reminders = (): number => served.calls.filter(({ name }) => name === 'sidebarRemind').length;
      await show(page, 'Район');
      await page.getByRole('combobox', { name: 'Район' }).selectOption('Кировский');
      await page.getByRole('button', { name: 'Напомнить школам' }).click();
      await page.getByText('просрочено сейчас: 16 отчётов').waitFor();
      await page.getByRole('button', { name: 'Не нужно' }).click();
      expect(reminders()).toBe(0);
      await page.getByRole('button', { name: 'Напомнить школам' }).click();
      await page.getByRole('button', { name: 'Да, напомнить' }).click();
      await page.getByText('О напоминании попросили 06.10.2020').waitFor();
      expect(reminders()).toBe(1);
    });
  });
});

describe('can be used by everybody', () => {
  const SIDEWAYS = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

  /** Every screen in turn, as a head of a district who also reports for a school. */
  async function everyScreen(
    { page, office }: Sidebar,
    look: (screen: string) => Promise<void>,
  ): Promise<void> {
    await show(page, 'Моя школа');
    await page.getByRole('combobox').fill('школа 1');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await look('choosing');
    typeBeside(office, FIRST, 'Комментарий', 'Куратор Иванова Мария Петровна');
    await chooseSchool(page);
    await page.getByText('1 замечание').waitFor();
    await look('stages');
    await openStage(page, THIRD);
    await dateBox(page).fill('в начале месяца');
    await commentBox(page).fill('Куратор Иванова Мария Петровна');
    await commentBox(page).blur();
    await page.getByText('Уберите личные данные').waitFor();
    await page.getByRole('button', { name: /^Календарь/ }).click();
    await look('form');
    await page.keyboard.press('Escape');
    await dateBox(page).fill('5.10.20');
    await commentBox(page).fill('классные часы');
    typeBeside(office, THIRD, 'Дата выполнения', '02.10.2020');
    await send(page);
    await page.getByRole('heading', { name: 'Пока вы писали' }).waitFor();
    await look('conflict');
    await page.getByLabel(/Записать моё/).check();
    await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
    await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
    await look('saved');
    select(office, FIRST, 'Комментарий');
    await show(page, 'Что здесь писать?');
    await page.getByText('Здесь нужно исправить').waitFor();
    await look('help');
    await show(page, 'Замечания');
    await page.locator('.things > li').first().waitFor();
    await look('issues');
    await show(page, 'Район');
    await page.getByText('Сдано в срок').first().waitFor();
    await look('district');
  }

  test('axe finds nothing to complain of on any screen, light or dark, and nothing is cut off at any width', async () => {
    await inSidebar({ user: ADMINISTRATOR, height: 900 }, async (sidebar) => {
      const { page } = sidebar;
      const wrong: string[] = [];
      await everyScreen(sidebar, async (screen) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          wrong.push(...(await axe(page)).map((each) => `${screen}, ${colorScheme}: ${each}`));
        }
        // 150 is the text at twice its size.
        for (const width of [150, 250, 400, 300]) {
          await page.setViewportSize({ width, height: 900 });
          const cut = await page.evaluate(SIDEWAYS);
          if (cut > 0) wrong.push(`${screen}, ${width} px: ${cut} px cut off`);
        }
      });
      expect(wrong).toEqual([]);
    });
  }, 120_000);

  test('by keyboard alone a stage is opened, filled in, sent, and the list comes back where one left it', async () => {
    await inSidebar({}, async ({ page, office }) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('17 школа');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /№ 17/ }).waitFor();
      expect(await focused()).toContain('№ 17');
      const opener = page.getByRole('button', { name: `: ${THIRD}` });
      for (
        let count = 0;
        count < 12 && !(await opener.evaluate((it) => it === document.activeElement));
        count += 1
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await dateBox(page).waitFor();
      expect(await focused()).toBe(THIRD);
      await page.keyboard.press('Tab');
      await page.keyboard.type('5 октября 2020');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(await focused()).toContain('Записано в таблицу.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Сдано 1 из 8').waitFor();
      const back = page.getByRole('button', { name: `Открыть: ${THIRD}` });
      expect(await back.evaluate((it) => it === document.activeElement)).toBe(true);
      expect(rowOf(office, THIRD).at('Дата выполнения')).toBe('05.10.2020');
    });
  });
});

describe('a returned report that the school has repaired', () => {
  const prepare = (office: Sidebar['office']): void => {
    typeBeside(office, FIRST, 'Дата выполнения', '20.09.2020');
    typeBeside(office, FIRST, 'Решение', 'возвращено');
    typeBeside(office, FIRST, 'Причина', 'нет приказа');
    const { host, books } = office;
    host.call(books.controlScript, 'menuRebuild', [], { user: ADMINISTRATOR });
  };

  test('asks nothing more of the school', async () => {
    await inSidebar({ before: prepare }, async ({ page }) => {
      await chooseSchool(page);
      const card = page.locator('li.stage', { hasText: FIRST });
      await card.getByRole('button', { name: `Исправить: ${FIRST}` }).waitFor();
      await openStage(page, FIRST);
      await documentBox(page).fill('приказ № 7');
      await send(page);
      const said = 'Вы исправили и сдали снова. Теперь решает район.';
      await page.getByText('Записано в таблицу.').first().waitFor();
      await page.getByText(said, { exact: true }).waitFor();
      await page.getByRole('button', { name: 'К списку этапов' }).last().click();
      await card.getByText(said).waitFor();
      await card.getByRole('button', { name: `Открыть: ${FIRST}` }).waitFor();
      expect(await page.getByText('ждут решения района: 1').count()).toBe(1);
    });
  });

  test('stands among those who wait for the head', async () => {
    const before = (office: Sidebar['office']): void => {
      prepare(office);
      typeBeside(office, FIRST, 'Документ', 'приказ № 1');
    };
    await inSidebar({ user: HEAD, before }, async ({ page, office }) => {
      await show(page, 'Район');
      await page.getByRole('combobox').selectOption(rowOf(office, FIRST).at('Район'));
      await page.getByRole('heading', { name: 'Ждут вашего решения: 1 отчёт' }).waitFor();
      const waiting = page.locator('h2', { hasText: 'Ждут вашего решения' }).locator('+ ul');
      await waiting.getByText('сдано снова', { exact: true }).waitFor();
      expect(await waiting.innerText()).toContain(FIRST);
    });
  });
});
