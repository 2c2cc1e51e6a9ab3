/** The schools' sidebar in Chromium: choosing a school, its stages, reporting one, being in somebody's way. */
import { describe, expect, test } from '@jest/globals';
import { STATUSES } from '../../src/domain/report/statuses';
import { CURATOR } from '../addon/office';
import {
  chooseSchool,
  commentBox,
  dateBox,
  documentBox,
  FIRST,
  openStage,
  protectRow,
  rowOf,
  SCHOOL,
  type Sidebar,
  type SidebarOptions,
  selectedRow,
  send,
  sidebars,
  THIRD,
  typeBeside,
} from './school';

const inSidebar = sidebars();

const names = ({ served }: Sidebar): string[] => served.calls.map(({ name }) => name);
const saves = (sidebar: Sidebar): number => names(sidebar).filter((name) => name === 'sidebarSave').length;

describe('one’s own school', () => {
  test('is found with a slip of the finger, chosen by keyboard, and still known after a reload', async () => {
    await inSidebar({}, async ({ page }) => {
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('шокла 17');
      await page.getByText('Нашлась одна').waitFor();
      await page.keyboard.press('ArrowDown');
      const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).innerText()).toContain(SCHOOL);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
      await page.getByRole('button', { name: 'Сменить школу' }).click();
      await page.getByRole('combobox').waitFor();
      await page.getByRole('button', { name: 'Оставить прежнюю' }).click();
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
    });
  });

  test('is typed at once: the box has the keyboard in the very moment it appears', async () => {
    const watchFocus = (): void =>
      new MutationObserver(() => {
        const box = document.querySelector('[role="combobox"]');
        if (box !== null) document.body.dataset.hadFocus ??= String(document.activeElement === box);
      }).observe(document, { childList: true, subtree: true });
    await inSidebar(
      { before: (_office, context) => void context.addInitScript(watchFocus) },
      async ({ page }) => {
        await page.getByRole('combobox').waitFor();
        expect(await page.locator('body').getAttribute('data-had-focus')).toBe('true');
      },
    );
  });

  test('is never guessed among numbers that begin alike', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page } = sidebar;
      await page.getByRole('combobox').fill('школа 1');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('option').count()).toBeGreaterThan(5);
      expect(names(sidebar)).not.toContain('sidebarChoose');
      await page.getByRole('combobox').fill('школа 99');
      await page.getByText('Такой организации в списке нет').waitFor();
    });
  });

  test('is not taken by Enter while it is only like what was typed, before it was chosen by an arrow', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page } = sidebar;
      await page.getByRole('combobox').fill('гимназия 17');
      await page.getByText(`Точно такой нет. Похожая: ${SCHOOL}`).waitFor();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('combobox').inputValue()).toBe('гимназия 17');
      expect(names(sidebar)).not.toContain('sidebarChoose');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
    });
  });

  test('is taken by Enter at once when it is the only one and exactly the one typed', async () => {
    await inSidebar({}, async ({ page }) => {
      await page.getByRole('combobox').fill('семнадцатая школа');
      await page.getByText('Нашлась одна').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
    });
  });

  test('is asked for once more by «Попробовать ещё раз», and what was typed stays', async () => {
    let failing = true;
    await inSidebar(
      { call: (name) => (failing && name === 'sidebarChoose' ? 'Service Spreadsheets timed out' : null) },
      async ({ page, served }) => {
        const asked = () =>
          served.calls.filter(({ name }) => name === 'sidebarChoose').map(({ args }) => args);
        const box = page.getByRole('combobox');
        await box.fill('школа 17');
        await page.getByRole('option', { name: SCHOOL }).click();
        await page.getByText('Набранное не пропало').waitFor();
        expect(await box.inputValue()).toBe('школа 17');
        expect(await page.getByRole('option').count()).toBe(1);
        const again = page.getByRole('button', { name: 'Попробовать ещё раз' });
        await again.click();
        await page.getByText('Набранное не пропало').waitFor();
        expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
        failing = false;
        await again.click();
        await page.getByRole('heading', { name: SCHOOL }).waitFor();
        expect(asked()).toHaveLength(3);
        expect(new Set(asked().map(([id]) => id)).size).toBe(1);
      },
    );
  });

  test('is chosen once: until the answer nothing is typed or chosen, and it is said what happens', async () => {
    let go = (): void => {};
    const held = new Promise<null>((done) => {
      go = () => done(null);
    });
    await inSidebar({ call: (name) => (name === 'sidebarChoose' ? held : null) }, async (sidebar) => {
      const { page } = sidebar;
      const box = page.getByRole('combobox');
      await box.fill('школа 1');
      await page.getByRole('option', { name: SCHOOL }).click();
      await page.getByText('Запоминаем вашу организацию…').waitFor();
      await box.press('Escape');
      await box.press('ArrowDown');
      await box.press('Enter');
      await box.press('9');
      await page.getByRole('option').first().click();
      expect(await box.inputValue()).toBe('школа 1');
      expect(await page.getByRole('option', { selected: true }).innerText()).toContain(SCHOOL);
      expect(names(sidebar).filter((name) => name === 'sidebarChoose')).toHaveLength(1);
      go();
      await page.getByRole('heading', { name: SCHOOL }).waitFor();
    });
  });

  test('leaves the keyboard where the person took it while the list was being read', async () => {
    let hold: Promise<null> | null = null;
    let go = (): void => {};
    await inSidebar({ call: (name) => (name === 'sidebarSchools' ? hold : null) }, async ({ page }) => {
      await chooseSchool(page);
      const change = async (): Promise<void> => {
        hold = new Promise((done) => {
          go = () => done(null);
        });
        await page.getByRole('button', { name: 'Сменить школу' }).click();
        await page.getByText('Читаем список организаций…').waitFor();
      };
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const keep = page.getByRole('button', { name: 'Оставить прежнюю' });
      await change();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Оставить прежнюю');
      go();
      await page.getByRole('combobox').waitFor();
      expect(await focused()).toBe('Оставить прежнюю');
      await keep.click();
      await change();
      expect(await focused()).toBe('Какая школа ваша?');
      go();
      await page.getByRole('combobox').waitFor();
      expect(await page.getByRole('combobox').evaluate((box) => box === document.activeElement)).toBe(true);
    });
  });
});

describe('the stages of a school', () => {
  test('overdue first, in words and in the table’s own colours; the rest by deadline', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      const stages = page.locator('.stages > li');
      expect(await stages.first().innerText()).toMatch(/^просрочено\n/);
      expect(await stages.first().innerText()).toContain('Срок: 28 сентября 2020, просрочено на 8 дней');
      expect(await stages.first().innerText()).toContain('Представить: Приказ');
      const colour = await stages
        .first()
        .locator('.mark')
        .first()
        .evaluate((mark) => getComputedStyle(mark).backgroundColor);
      const [red, green, blue] = /#(..)(..)(..)/.exec(STATUSES.missed.paint.background)?.slice(1) ?? [];
      expect(colour).toBe(
        `rgb(${[red, green, blue].map((part) => Number.parseInt(part ?? '', 16)).join(', ')})`,
      );
      await page.getByText(/^Сдано 0 из 8 этапов/).waitFor();
      const titles = await page.locator('.stages h3').allInnerTexts();
      expect(titles.map((title) => title.slice(0, 2))).toEqual([
        '1.',
        '2.',
        '3.',
        '4.',
        '5.',
        '6.',
        '8.',
        '7.',
      ]);
    });
  });
});

describe('a report', () => {
  test('a day in words goes into the table as a date, and the new status is shown', async () => {
    await inSidebar({}, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, FIRST);
      await dateBox(page).fill('5 октября 2020');
      await page.getByText('Это 5 октября 2020, понедельник.').waitFor();
      await documentBox(page).fill('приказ № 45-ОД от 05.10.2020');
      await send(page);
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(
        /сдано с опозданием[\s\S]*на 7 дней позже срока/,
      );
      const row = rowOf(office, FIRST);
      expect([row.at('Дата выполнения'), row.at('Документ'), row.at('Состояние')]).toEqual([
        '05.10.2020',
        'приказ № 45-ОД от 05.10.2020',
        'сдано с опозданием: 7 дн.',
      ]);
      await page.getByRole('button', { name: 'Показать в таблице' }).click();
      await page.getByRole('button', { name: 'Показать в таблице' }).waitFor();
      expect(selectedRow(office)).toEqual({ tab: 'Отчёт', row: row.row });
      await page
        .getByRole('button', { name: /К списку/ })
        .first()
        .click();
      await page.getByText('Сдано 1 из 8 этапов').waitFor();
    });
  });

  test('a day is chosen in the calendar by keyboard; days to come cannot be', async () => {
    await inSidebar({}, async ({ page }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await page.getByRole('button', { name: /^Календарь/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('grid', { name: 'Октябрь 2020' }).waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      expect(await focused()).toContain('6 октября 2020, вторник');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('Этот день ещё не наступил.').waitFor();
      expect(await dateBox(page).inputValue()).toBe('');
      await page.keyboard.press('ArrowUp');
      await page.getByRole('grid', { name: 'Сентябрь 2020' }).waitFor();
      await page.keyboard.press('Home');
      await page.locator('[aria-label="28 сентября 2020, понедельник"]:focus').waitFor();
      await page.keyboard.press('Enter');
      expect(await dateBox(page).inputValue()).toBe('28.09.2020');
      expect(await page.getByRole('grid').count()).toBe(0);
    });
  });

  test('personal data and rubbish are refused with a sentence, and nothing is sent', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page, office } = sidebar;
      await chooseSchool(page);
      await openStage(page, FIRST);
      await dateBox(page).fill('недавно');
      await commentBox(page).fill('Куратор Иванова Мария Петровна, 8 912 345-67-89');
      await commentBox(page).blur();
      await page.getByText('Уберите личные данные').waitFor();
      await page.getByText('Запишите день цифрами').waitFor();
      await send(page);
      await page.getByText('Исправьте сначала: 2 поля.').waitFor();
      expect(await dateBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await dateBox(page).getAttribute('aria-invalid')).toBe('true');
      expect(saves(sidebar)).toBe(0);
      expect(JSON.stringify(sidebar.served.calls)).not.toMatch(/Иванова|345-67/);
      expect(rowOf(office, FIRST).at('Комментарий')).toBe('');
    });
  });

  test('without the document that the stage asks for it is asked once, and may be sent so', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page, office } = sidebar;
      await chooseSchool(page);
      await openStage(page, FIRST);
      await page.getByRole('button', { name: 'Сегодня' }).click();
      await send(page);
      await page.getByText('Этап просит документ').waitFor();
      expect(saves(sidebar)).toBe(0);
      await page.getByRole('button', { name: 'Отправить без этого' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(rowOf(office, FIRST).at('Дата выполнения')).toBe('06.10.2020');
    });
  });

  test('hostile text is shown as text and is no formula in the table', async () => {
    const evil = '=IMPORTXML("http://example.org","//a") <img src=x onerror="window.hacked=1"> {{comment}}';
    await inSidebar({}, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await dateBox(page).fill('05.10.20');
      await commentBox(page).fill(evil);
      await send(page);
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      await page.getByRole('button', { name: 'Исправить ещё раз' }).click();
      await dateBox(page).waitFor();
      expect(await commentBox(page).inputValue()).toContain('<img src=x');
      expect(rowOf(office, THIRD).at('Комментарий')).toContain('=IMPORTXML');
      expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    });
  });

  test('who may not type in the row sees it and cannot send it', async () => {
    await inSidebar({ before: (office) => protectRow(office, FIRST) }, async ({ page }) => {
      await chooseSchool(page);
      await openStage(page, FIRST);
      await page.getByText('Эти ячейки вам менять нельзя').waitFor();
      expect(await dateBox(page).getAttribute('readonly')).not.toBeNull();
      expect(await page.getByRole('button', { name: 'Отправить отчёт' }).count()).toBe(0);
    });
  });
});

describe('somebody else wrote meanwhile', () => {
  const meanwhile = async ({ page, office }: Sidebar): Promise<void> => {
    await chooseSchool(page);
    await openStage(page, THIRD);
    await dateBox(page).fill('05.10.2020');
    await commentBox(page).fill('классные часы');
    typeBeside(office, THIRD, 'Дата выполнения', '02.10.2020');
    await send(page);
    await page.getByRole('heading', { name: 'Пока вы писали' }).waitFor();
    const words = await page.locator('.conflicts').innerText();
    expect(words).toContain('02.10.2020');
    expect(words).toContain('05.10.2020');
    expect(rowOf(office, THIRD).at('Комментарий')).toBe('');
  };

  test('both values are shown, and one’s own is written when one says so', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page, office } = sidebar;
      await meanwhile(sidebar);
      await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
      await page.getByText('Выберите в каждом вопросе').waitFor();
      await page.getByLabel(/Записать моё/).check();
      await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      const row = rowOf(office, THIRD);
      expect([row.at('Дата выполнения'), row.at('Комментарий')]).toEqual(['05.10.2020', 'классные часы']);
    });
  });

  test('theirs stays, and the rest of one’s own is written beside it', async () => {
    await inSidebar({}, async (sidebar) => {
      const { page, office } = sidebar;
      await meanwhile(sidebar);
      await page.getByLabel(/Оставить как в таблице/).check();
      await page.getByRole('button', { name: 'Отправить с этим выбором' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      const row = rowOf(office, THIRD);
      expect([row.at('Дата выполнения'), row.at('Комментарий')]).toEqual(['02.10.2020', 'классные часы']);
    });
  });

  test('a save whose answer was lost on the way is no conflict with oneself', async () => {
    let lost = true;
    const losing: SidebarOptions['call'] = (name, args, { office: { host, books } }) => {
      if (name !== 'sidebarSave' || !lost) return null;
      lost = false;
      host.call(books.reportingScript, name, args, { user: CURATOR, trigger: 'sidebar' });
      return 'NetworkError: Connection failure due to HTTP 0';
    };
    await inSidebar({ call: losing }, async ({ page, office }) => {
      await chooseSchool(page);
      await openStage(page, THIRD);
      await dateBox(page).fill('05.10.2020');
      await send(page);
      await page.getByText('Нет связи с Google').waitFor();
      await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
      await page.getByRole('heading', { name: 'Записано в таблицу.' }).waitFor();
      expect(rowOf(office, THIRD).at('Дата выполнения')).toBe('05.10.2020');
    });
  });
});
