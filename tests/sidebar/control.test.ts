/** «Пульт» in Chromium: an office from an empty table to a schedule and mails, and what goes wrong on the way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SheetView } from '../../host/people/sheetView';
import { press } from '../../host/sample/books';
import { ADMINISTRATOR, addAddress, EKATERINBURG, makeOffice, Tab } from '../addon/office';
import { axe } from '../support/axe';
import { openChromium } from '../support/browser/chromium';
import {
  button,
  type ControlOptions,
  type ControlPage,
  emptyWorld,
  filledWorld,
  go,
  nextStep,
  openControl,
  type World,
} from './controlPage';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
});

async function inControl(
  options: ControlOptions,
  work: (control: ControlPage) => Promise<void>,
): Promise<void> {
  const control = await openControl(browser, options);
  try {
    await work(control);
    expect(control.errors).toEqual([]);
  } finally {
    await control.close();
  }
}

const names = ({ served }: ControlPage): string[] => served.calls.map(({ name }) => name);
const good = (page: Page, text: string | RegExp) =>
  page.locator('.outcome .notice.good').getByText(text).waitFor();
const bad = (page: Page, text: string | RegExp) =>
  page.locator('.outcome .notice.error').getByText(text).waitFor();

const firstSchool = ({ books }: World): string =>
  new Tab(books.reporting, 'Организации').rows()[0]?.['Код организации'] ?? '';

describe('setting up', () => {
  test('goes step by step by the one button that stands out, and each step ticks itself off', async () => {
    await inControl({ world: emptyWorld() }, async (control) => {
      const { page, host, books } = control;
      await page.getByText('Сделано шагов: 0 из 7').waitFor();
      await button(page, 'Настроить пульт').click();
      await good(page, 'Пульт настроен');
      await page.getByText('Сделано шагов: 1 из 7').waitFor();
      await button(page, 'Создать отчётную книгу').click();
      await page.getByText('Сделано шагов: 2 из 7').waitFor();
      expect(await nextStep(page).innerText()).toContain('Внести программу из письма');
      await button(page, 'Письмо или список…').click();
      await good(page, 'Окно открыто');
      expect(names(control)).toContain('controlImporter');

      await go(page, 'Книги');
      await page.getByLabel('Или пример программы').selectOption('1');
      await button(page, 'Вставить пример').click();
      await good(page, 'Вставлен пример');
      await go(page, 'Начало');
      await page.getByText('Сделано шагов: 3 из 7').waitFor();
      expect(await nextStep(page).innerText()).toContain('Записать адреса');
      addAddress({ host, books }, 'raion@example.org', 'руководитель района', 'Кировский');
      await button(page, 'Обновить вид').click();
      await page.getByText('Сделано шагов: 4 из 7').waitFor();
      await button(page, 'Обновить сводку').click();
      await good(page, /^Готово: \d+ отчёт/);
      await button(page, 'Включить расписание').click();
      await good(page, 'Расписание включено');
      await page.getByText('Сделано шагов: 6 из 7').waitFor();
      expect(host.triggers.all()).toHaveLength(1);
      await button(page, 'Письма').click();
      await button(page, 'Включить письма').click();
      await page.getByRole('heading', { name: 'Включить письма?' }).waitFor();
      await button(page, 'Включить письма').click();
      await good(page, 'Рассылка включена');
      await go(page, 'Начало');
      await page.getByText('Всё настроено').waitFor();
    });
  }, 60_000);

  test('sees what was done in the table meanwhile when one comes back to the page', async () => {
    const world = filledWorld();
    await inControl({ world }, async ({ page }) => {
      await page.clock.install();
      await page.reload();
      await page.getByText('Сделано шагов: 5 из 7').waitFor();
      press(world.host, world.books, 'Включить расписание');
      await page.clock.fastForward(20_000);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.getByText('Сделано шагов: 6 из 7').waitFor();
    });
  });
});

describe('a long job', () => {
  /** Holds the n-th call of a function back until it is let go. */
  function gate(held: string, nth: number) {
    let letGo: () => void = () => {};
    const open = new Promise<void>((done) => {
      letGo = done;
    });
    let count = 0;
    const call = async (name: string): Promise<null> => {
      if (name === held) count += 1;
      if (name === held && count === nth) await open;
      return null;
    };
    return { call, letGo, calls: () => count };
  }

  test('is done piece by piece, and shows how much is left', async () => {
    const world = makeOffice({ programme: EKATERINBURG, built: false });
    const { call, letGo, calls } = gate('controlRebuild', 3);
    const slow = { kind: /^(?!.*(Builder|SpreadsheetApp\.new|getRange$))/, every: true } as const;
    const faults = () => [{ at: slow, meanwhile: () => world.host.clock.tick(800) }];
    await inControl({ world, call, faults }, async ({ page }) => {
      await go(page, 'Книги');
      await button(page, /^Обновить сейчас/).click();
      await page
        .locator('.doing')
        .getByText(/осталось вкладок: \d+/)
        .waitFor();
      const bar = page.getByRole('progressbar', { name: 'Сколько сделано' });
      const part = await bar.evaluate((each) => (each as HTMLProgressElement).position);
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThan(1);
      expect(await button(page, /^Обновить сейчас/).isDisabled()).toBe(true);
      letGo();
      await good(page, /^Готово: 455 отчётов/);
      expect(calls()).toBeGreaterThan(3);
      await page.locator('.figures').waitFor();
    });
  });

  test('over several books says at which it is, and has a sentence for each', async () => {
    const world = filledWorld();
    world.host.answers.push({ text: '' });
    press(world.host, world.books, 'Добавить отчётную книгу…');
    const { call, letGo, calls } = gate('controlRebuild', 2);
    await inControl({ world, call }, async ({ page }) => {
      await go(page, 'Книги');
      await button(page, 'Обновить все книги').click();
      await page.getByText('Книга 2 из 2').waitFor();
      letGo();
      await good(page, /^Отчёт: новая программа: Готово/);
      await good(page, /^Отчёт: Целевая модель.*: Готово/);
      expect(calls()).toBe(2);
    });
  });

  test('that meets the schedule between two pieces waits for it and goes on', async () => {
    const world = makeOffice({ programme: EKATERINBURG, built: false });
    const slow = { kind: /^(?!.*(Builder|SpreadsheetApp\.new|getRange$))/, every: true } as const;
    const faults = () => [{ at: slow, meanwhile: () => world.host.clock.tick(800) }];
    let release: (() => void) | null = null;
    let count = 0;
    const call = (name: string): null => {
      if (name === 'controlRebuild') count += 1;
      if (count === 2)
        release ??= world.host.locks.holdAsAnotherRun(`script:${world.books.controlScript.id}`);
      return null;
    };
    await inControl({ world, call, faults }, async ({ page }) => {
      await page.clock.install();
      await page.reload();
      await go(page, 'Книги');
      await button(page, /^Обновить сейчас/).click();
      await page.getByText('Ждём: сейчас работает расписание').waitFor();
      release?.();
      await page.clock.fastForward(6000);
      await good(page, /^Готово: 455 отчётов/);
    });
  });
});

describe('when something is wrong', () => {
  test.each([
    ['Authorization is required to perform that action.', 'открыто несколько учётных записей'],
    ['Service Spreadsheets timed out', 'Google не успел за отведённое время. Данные целы.'],
    ['NetworkError: Connection failure due to HTTP 0', 'Нет связи с Google'],
  ])('with «%s» a sentence says what to do, and trying again goes through', async (message, sentence) => {
    let broken = true;
    const call = (name: string) => (broken && name === 'controlSchedule' ? message : null);
    await inControl({ call }, async ({ page, host }) => {
      await go(page, 'Расписание');
      await button(page, 'Включить расписание').click();
      await bad(page, sentence);
      broken = false;
      await button(page, 'Попробовать ещё раз').click();
      await good(page, 'Расписание включено');
      expect(host.triggers.all()).toHaveLength(1);
    });
  });

  test('at the very opening, too', async () => {
    let broken = true;
    await inControl(
      { call: (name) => (broken && name === 'controlOpen' ? 'PERMISSION_DENIED' : null) },
      async ({ page }) => {
        await page.getByText('открыто несколько учётных записей').waitFor();
        broken = false;
        await button(page, 'Попробовать ещё раз').click();
        await page.getByText('Сделано шагов').waitFor();
      },
    );
  });

  test('while the schedule is at work the press says so, and nothing is done', async () => {
    const world = filledWorld();
    await inControl({ world }, async ({ page, host, books }) => {
      await go(page, 'Книги');
      const release = host.locks.holdAsAnotherRun(`script:${books.controlScript.id}`);
      await button(page, /^Обновить сейчас/).click();
      await bad(page, 'Сейчас идёт другая работа');
      release();
      await button(page, 'Попробовать ещё раз').click();
      await good(page, 'Готово');
    });
  });

  test('a table with data is asked about before its locale is changed', async () => {
    const world = filledWorld();
    const file = world.host.createSpreadsheet({
      name: 'Старая таблица',
      owner: ADMINISTRATOR,
      locale: 'en_US',
      timeZone: 'America/New_York',
    });
    const place = { spreadsheetId: file.workbook.id, sheetId: file.workbook.sheets[0]?.id ?? 0 };
    world.host.person(ADMINISTRATOR).type(place, 'A1', 'Моё');
    await inControl({ world }, async ({ page }) => {
      await go(page, 'Книги');
      await page.getByLabel('Взять мою таблицу по адресу').check();
      await page.getByLabel('Адрес таблицы', { exact: false }).fill('таблица');
      await button(page, 'Добавить').click();
      await bad(page, 'не похоже на адрес');
      const address = `https://docs.google.com/spreadsheets/d/${file.workbook.id}/edit#gid=0`;
      await page.getByLabel('Адрес таблицы', { exact: false }).fill(address);
      await button(page, 'Добавить').click();
      await page.getByText('регион таблицы en_US').waitFor();
      await button(page, 'Изменить').click();
      await good(page, 'Книга «Старая таблица» добавлена');
      expect(file.workbook.locale).toBe('ru_RU');
      await page.getByRole('link', { name: /Старая таблица/ }).waitFor();
    });
  });

  test('a book of another control book is taken over only after a question', async () => {
    const world = filledWorld();
    SheetView.of(world.books.reporting.workbook, 'Служебное').sheet.rows[9]?.values.splice(
      1,
      1,
      'чужой-пульт',
    );
    await inControl({ world }, async ({ page }) => {
      await page.getByText('управляет другой пульт').waitFor();
      await button(page, 'Открыть: Книги').first().click();
      await button(page, 'Взять под этот пульт').click();
      await page.getByRole('button', { name: 'Нет' }).click();
      await button(page, 'Взять под этот пульт').click();
      await page.getByRole('button', { name: 'Да' }).click();
      await good(page, 'Вкладки, списки, цвета и права на месте.');
      await button(page, /^Обновить сейчас/).waitFor();
    });
  });

  test('a wrong row of «Адреса» is named, with a button that leads there', async () => {
    const world = filledWorld();
    addAddress(world, 'c@example.org', 'руководитель района');
    await inControl({ world }, async ({ page, served }) => {
      await go(page, 'Получатели');
      await page.getByText('Строка 3, c@example.org').waitFor();
      await button(page, 'Перейти к строке 3').click();
      await page.waitForFunction(() => !document.querySelector('.doing'));
      expect(served.calls.at(-1)).toEqual({ name: 'controlGo', args: [{ tab: 'addresses', row: 3 }] });
      await button(page, 'Сверить с отчётными книгами').click();
      await page.getByRole('heading', { name: 'Не сходится с отчётными книгами' }).waitFor();
    });
  });

  test('names from people show as text', async () => {
    const world = filledWorld();
    const evil = '<img src=x onerror="window.hacked=1">';
    world.books.reporting.workbook.name = evil;
    addAddress(world, `${evil}@example.org`, 'куратор', '');
    await inControl({ world }, async ({ page }) => {
      await go(page, 'Книги');
      await page.getByRole('link', { name: /<img src=x/ }).waitFor();
      await go(page, 'Получатели');
      await page.getByRole('heading', { name: 'Что исправить' }).waitFor();
      expect(
        await page.evaluate(() => [(window as { hacked?: number }).hacked, document.images.length]),
      ).toEqual([undefined, 0]);
    });
  });
});

describe('mails', () => {
  function withPeople() {
    const world = filledWorld();
    addAddress(world, 'school@example.org', 'куратор', firstSchool(world));
    addAddress(world, 'ministry@example.org', 'получатель сводки');
    return world;
  }

  test('who would get what is shown before anything leaves, and each mail can be looked at as it is', async () => {
    const world = withPeople();
    const schools = new Tab(world.books.reporting, 'Организации');
    const evil = '<img src=x onerror="parent.hacked=1">';
    const named = world.host
      .person(ADMINISTRATOR)
      .type(schools.place, schools.cell(2, 'Краткое название'), `Школа ${evil}`);
    expect(named.ok).toBe(true);
    await inControl({ world }, async ({ page, host }) => {
      await go(page, 'Письма');
      await button(page, 'Показать, кому что уйдёт').click();
      await page.locator('summary', { hasText: /^Получат/ }).waitFor();
      await page.getByLabel('Найти адрес или школу').fill('school@');
      expect(await page.locator('details[open] li').count()).toBe(1);
      await button(page, 'Посмотреть письмо: school@example.org').click();
      const letter = page.frameLocator('iframe');
      await letter.getByText('<img src=x', { exact: false }).first().waitFor();
      expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
      expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
      await page.getByRole('button', { name: 'Как текст' }).click();
      expect(await page.locator('.plain').innerText()).toContain('Школа <img');
      await page.getByLabel('Чьё письмо (адрес)').fill('nobody@example.org');
      await button(page, 'Показать').click();
      await bad(page, 'nobody@example.org на вкладке «Адреса» нет');
      expect(host.outbox.messages).toEqual([]);
    });
  }, 60_000);

  test('what was typed on one screen is there when one comes back from another', async () => {
    await inControl({ world: withPeople() }, async ({ page }) => {
      await go(page, 'Письма');
      await page.getByLabel('Чьё письмо (адрес)').fill('school@example.org');
      await go(page, 'Книги');
      await page.getByLabel('Взять мою таблицу по адресу').check();
      await page
        .getByLabel('Адрес таблицы', { exact: false })
        .fill('https://docs.google.com/spreadsheets/d/abc');
      await go(page, 'Письма');
      expect(await page.getByLabel('Чьё письмо (адрес)').inputValue()).toBe('school@example.org');
      await go(page, 'Книги');
      expect(await page.getByLabel('Адрес таблицы', { exact: false }).inputValue()).toContain('/d/abc');
    });
  });

  test('a test goes to oneself alone', async () => {
    await inControl({ world: withPeople() }, async ({ page, host }) => {
      await go(page, 'Письма');
      await page.getByLabel('Какое письмо').selectOption('ministry');
      await button(page, 'Отправить себе проверку').click();
      await good(page, ADMINISTRATOR);
      expect(host.outbox.messages.map(({ to }) => String(to))).toEqual([ADMINISTRATOR]);
    });
  });

  test('one of which nobody knows whether it left waits for a person, who sends it again or lets it be', async () => {
    const world = withPeople();
    press(world.host, world.books, 'Включить расписание');
    press(world.host, world.books, 'Включить рассылку писем');
    // Next morning Google does not say whether it took the mails.
    world.host.clock.set(Date.UTC(2020, 9, 7, 6));
    world.host.call(world.books.controlScript, 'tick', [], {
      user: ADMINISTRATOR,
      faults: [{ at: { kind: /sendEmail/ }, when: 'after', fail: 'timeout' }],
    });
    await inControl({ world }, async ({ page, host }) => {
      await page.getByText('Неизвестно, ушло ли').waitFor();
      await button(page, 'Открыть: Письма').first().click();
      await page.getByRole('heading', { name: 'Решите, что с ними делать' }).waitFor();
      const before = host.outbox.messages.length;
      await button(page, /^Отправить ещё раз/)
        .first()
        .click();
      await good(page, 'Отправлено ещё раз: school@example.org.');
      expect(host.outbox.messages.length).toBe(before + 1);
      await page.getByRole('heading', { name: 'Решите, что с ними делать' }).waitFor({ state: 'detached' });
    });
  }, 60_000);
});

describe('everybody can use it', () => {
  const SCREENS = ['Начало', 'Книги', 'Получатели', 'Расписание', 'Письма', 'Состояние'];

  function troubled() {
    const world = filledWorld();
    addAddress(world, 'c@example.org', 'руководитель района');
    addAddress(world, 'school@example.org', 'куратор', firstSchool(world));
    press(world.host, world.books, 'Включить расписание');
    return world;
  }

  test.each([
    ['light', false],
    ['dark', true],
  ] as const)(
    'axe-core finds nothing wrong on any screen, %s',
    async (_name, dark) => {
      await inControl({ world: troubled(), dark }, async ({ page }) => {
        const wrong: string[] = [];
        const look = async (what: string): Promise<void> => {
          await page.waitForFunction(() => !document.querySelector('.waiting'));
          wrong.push(...(await axe(page)).map((each) => `${what}: ${each}`));
        };
        await page.getByText('Сделано шагов').waitFor();
        for (const screen of SCREENS) {
          await go(page, screen);
          await look(screen);
        }
        await go(page, 'Письма');
        await button(page, 'Показать, кому что уйдёт').click();
        await page.locator('summary', { hasText: /^Получат/ }).waitFor();
        await look('dry run');
        await button(page, 'Показать').click();
        await page.locator('iframe').waitFor();
        await look('preview');
        await button(page, 'Включить письма').click();
        await look('question');
        await go(page, 'Книги');
        await button(page, /^Обновить сейчас/).click();
        await good(page, 'Готово');
        await look('done');
        expect(wrong).toEqual([]);
      });
    },
    120_000,
  );

  test('axe-core finds nothing wrong while a call takes its time, nor in an error', async () => {
    let letGo: (answer: string) => void = () => {};
    const call = (name: string) =>
      name === 'controlRebuild'
        ? new Promise<string>((done) => {
            letGo = done;
          })
        : null;
    await inControl({ call }, async ({ page }) => {
      await go(page, 'Книги');
      await button(page, /^Обновить сейчас/).click();
      await page.locator('.doing').waitFor();
      expect(await axe(page)).toEqual([]);
      letGo('Service Spreadsheets failed');
      await bad(page, 'Google не выполнил запрос');
      expect(await axe(page)).toEqual([]);
    });
  });

  test('by keyboard alone: a screen, its button, and what came of it', async () => {
    await inControl({}, async ({ page, host }) => {
      await page.getByText('Сделано шагов').waitFor();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Расписание');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await good(page, 'Расписание включено');
      expect(host.triggers.all()).toHaveLength(1);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('outcome');
    });
  });

  test('at 200 % zoom and at 300 px nothing is cut off sideways', async () => {
    for (const width of [300, 150]) {
      await inControl({ world: troubled(), width }, async ({ page }) => {
        await page.getByText('Сделано шагов').waitFor();
        for (const screen of SCREENS) {
          await go(page, screen);
          await page.waitForFunction(() => !document.querySelector('.waiting'));
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([width, screen, over]).toEqual([width, screen, 0]);
        }
      });
    }
  }, 60_000);
});
