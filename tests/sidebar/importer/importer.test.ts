/** The importer's dialog in Chromium: from a pasted letter to the tabs of the reporting book. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { press } from '../../../host/sample/books';
import { Tab } from '../../addon/office';
import { axe } from '../../support/axe';
import { openChromium } from '../../support/browser/chromium';
import { docx } from '../../support/docx';
import { type Dialog, type DialogOptions, found, letter, next, openDialog, paste } from './dialog';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
});

async function inDialog(options: DialogOptions, work: (dialog: Dialog) => Promise<void>): Promise<void> {
  const dialog = await openDialog(browser, options);
  try {
    await work(dialog);
    expect(dialog.errors).toEqual([]);
  } finally {
    await dialog.close();
  }
}

const rowsOf = ({ books }: Dialog, title: string) => new Tab(books.reporting, title).rows();
const LIST = 'Район\tНаименование\tТип\nКировский\tМБОУ СОШ № 1\tшкола\nЛенинский\tМБОУ СОШ № 2\tшкола';
const write = async ({ page }: Dialog): Promise<void> => {
  await page.getByRole('button', { name: 'Записать в таблицу' }).click();
  await page.getByText('Строки отчёта готовы').waitFor();
};

describe('a letter that was pasted', () => {
  test('becomes stages that can be mended, and one press puts them into the tabs; twice changes nothing', async () => {
    await inDialog({}, async (dialog) => {
      const { page, books, host } = dialog;
      await paste(page, 'letter', { text: letter('city') });
      await paste(page, 'list', { text: LIST });
      expect(await found(page)).toBe('Найдено: 8 этапов, 2 организации, 1 вопрос.');
      await next(page);
      const title = page.getByLabel('Мероприятие 2', { exact: true });
      expect(await title.inputValue()).toMatch(/^Составить дорожные карты/);
      await title.fill('Составить и согласовать дорожную карту');
      await page.getByLabel('Срок 2', { exact: true }).fill('2020-10-07');
      await next(page);
      await write(dialog);
      const stages = rowsOf(dialog, 'Этапы').filter((row) => row.Код !== '');
      expect(stages).toHaveLength(8);
      expect(stages[1]).toMatchObject({
        Код: '2',
        Мероприятие: 'Составить и согласовать дорожную карту',
        'Вид срока': 'до даты',
        Срок: '07.10.2020',
        'Нужно согласование': 'да',
        'Срок включает согласование': 'да',
        'Кто отчитывается': 'школа',
        Снят: 'нет',
      });
      expect(rowsOf(dialog, 'Организации').slice(0, 2)).toMatchObject([
        { 'Код организации': 'К-01', Район: 'Кировский', 'Краткое название': 'МБОУ СОШ № 1', Тип: 'школа' },
        { 'Код организации': 'Л-01', Район: 'Ленинский' },
      ]);
      expect(rowsOf(dialog, 'Отчёт').filter((row) => row['Организация'] !== '')).toHaveLength(16);
      await page.getByRole('button', { name: 'Закрыть' }).click();
      expect(await page.locator('html').getAttribute('data-closed')).toBe('true');

      press(host, books, 'Письмо или список…');
      await page.reload();
      await paste(page, 'letter', { text: letter('city') });
      await paste(page, 'list', { text: LIST });
      await found(page);
      await next(page);
      await page.getByLabel('Мероприятие 2', { exact: true }).fill('Составить и согласовать дорожную карту');
      await page.getByLabel('Срок 2', { exact: true }).fill('2020-10-07');
      await next(page);
      await page.getByText('Менять нечего').waitFor();
    });
  }, 60_000);

  test('shows each stage’s place when the stage is pressed, and leads from a question to its place', async () => {
    await inDialog({}, async ({ page }) => {
      await paste(page, 'letter', {
        text: 'Руководителям школ:\n1. Назначить куратора до 5 октября.\n2. Собрать базы до 30.10.2020.',
      });
      await found(page);
      await next(page);
      await page.getByLabel('Мероприятие 2', { exact: true }).click();
      expect(await page.locator('mark.chosen').innerText()).toContain('Собрать базы до 30.10.2020');
      await page.getByRole('tab', { name: /Вопросы/ }).click();
      await page.getByText('Год не указан').waitFor();
      await page
        .getByRole('button', { name: /^Перейти/ })
        .first()
        .click();
      expect(await page.locator('mark.chosen').innerText()).toContain('до 5 октября');
      // What is asked is what stands in the way: the date is focused, its fault is said, «Дальше» waits for it.
      const date = page.getByLabel('Срок 1', { exact: true });
      expect(await date.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await date.getAttribute('aria-invalid')).toBe('true');
      expect(await page.getByRole('button', { name: 'Дальше' }).isDisabled()).toBe(true);
      await date.fill('2020-10-05');
      await page.getByText('Замечаний нет').or(page.getByText('Не просмотрено')).waitFor();
      expect(await page.getByRole('button', { name: 'Дальше' }).isDisabled()).toBe(false);
    });
  });

  test('keeps personal data in the page: it is marked there and never sent', async () => {
    await inDialog({}, async (dialog) => {
      const { page, served } = dialog;
      const text =
        'Руководителям школ до 05.10.2020 сообщить сведения Ивановой О. В., +7 912 345-67-89.\n1. Собрать базы до 30.10.2020.';
      await paste(page, 'letter', { text });
      await page.getByText('личные данные').waitFor();
      await paste(page, 'list', { text: LIST });
      await found(page);
      await next(page);
      expect(await page.locator('mark.personal').count()).toBeGreaterThan(0);
      await next(page);
      await write(dialog);
      const sent = JSON.stringify(served.calls);
      expect(sent).toContain('importApply');
      expect(sent).not.toMatch(/345-67-89|Иванов/);
      expect(JSON.stringify(rowsOf(dialog, 'Этапы'))).not.toMatch(/345-67-89|Иванов/);
    });
  });

  test('that is hostile is shown as text and stays text in the tabs', async () => {
    await inDialog({}, async (dialog) => {
      const { page } = dialog;
      const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
      await paste(page, 'letter', {
        text: `Руководителям школ:\n1. Собрать ${evil} базы до 30.10.2020.\n2. =HYPERLINK("http://example.org") сдать до 31.10.2020.`,
      });
      await paste(page, 'list', {
        html: `<table><tr><th>Район</th><th>Наименование</th><th>Тип</th></tr><tr><td>А</td><td>МБОУ СОШ № 1 ${evil}</td><td>школа</td></tr><tr><td>А</td><td>МБОУ СОШ № 2</td><td>школа</td></tr></table>`,
      });
      await found(page);
      await next(page);
      expect(await page.getByLabel('Мероприятие 1', { exact: true }).inputValue()).toContain('<img src=x');
      await next(page);
      await write(dialog);
      expect(
        await page.evaluate(() => [(window as { hacked?: number }).hacked, document.images.length]),
      ).toEqual([undefined, 0]);
      const texts = rowsOf(dialog, 'Этапы').map((row) => row.Мероприятие ?? '');
      expect(texts[0]).toContain('<img src=x');
      const { view } = new Tab(dialog.books.reporting, 'Этапы');
      expect(view.sheet.formula(3, view.column('Мероприятие'))).toBeFalsy();
    });
  });
});

describe('tables and files', () => {
  const HEADER = ['Ответственный', 'Срок', 'Мероприятие', 'Результат'];
  const PLAN = [
    ['УО', 'до 07.10.2020', 'Создать рабочую группу', 'Приказ'],
    ['Школы', 'Сентябрь – декабрь 2020 г.', 'Обучить наставников', ''],
  ];

  test('a table from Word or Google Docs keeps its cells, spanned ones too', async () => {
    await inDialog({}, async ({ page }) => {
      const row = (cells: readonly string[]) =>
        `<tr>${cells.map((cell) => `<td><p style="margin:0"><span>${cell}</span></p></td>`).join('')}</tr>`;
      const html = `<html><head><style>td{color:red}</style></head><body><b id="docs-internal-guid"><p>План мероприятий</p><table border=1><tr>${HEADER.map((cell) => `<th>${cell}</th>`).join('')}</tr><tr><td colspan="4">I. Подготовка</td></tr>${PLAN.map(row).join('')}</table></b></body></html>`;
      await paste(page, 'letter', { html, text: 'План мероприятий' });
      expect(await found(page)).toMatch(/^Найдено: 2 этапа/);
      await page.getByText('Вставлено с таблицами').waitFor();
      await next(page);
      await page.getByRole('button', { name: 'Подробнее: Обучить наставников' }).click();
      expect(await page.getByLabel('Начало 2', { exact: true }).inputValue()).toBe('2020-09-01');
      expect(await page.getByLabel('Срок 2', { exact: true }).inputValue()).toBe('2020-12-31');
      expect(await page.getByLabel('Раздел').inputValue()).toContain('Подготовка');
      expect(await page.getByLabel('школа').isChecked()).toBe(true);
    });
  });

  test('a .docx, a .txt in the Windows code page, and a PDF that gets a sentence', async () => {
    await inDialog({}, async ({ page }) => {
      const input = page.locator('input[data-source="letter"]');
      const buffer = docx(['ПРИКАЗ от 01.09.2020 № 5', 'План'], [HEADER, ...PLAN]);
      await input.setInputFiles({ name: 'Приказ.docx', mimeType: 'application/octet-stream', buffer });
      await page.getByText('Из файла «Приказ.docx»').waitFor();
      expect(await found(page)).toMatch(/^Найдено: 2 этапа/);
      const bytes = Buffer.from(
        [...'1. Собрать базы до 30.10.2020.'].map((char) =>
          char >= 'А' ? char.charCodeAt(0) - 0x350 : char.charCodeAt(0),
        ),
      );
      await input.setInputFiles({ name: 'письмо.txt', mimeType: 'text/plain', buffer: bytes });
      await page.getByText('Из файла «письмо.txt»').waitFor();
      expect(await page.locator('#source-letter').inputValue()).toBe('1. Собрать базы до 30.10.2020.');
      await input.setInputFiles({
        name: 'скан.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7'),
      });
      await page.getByText('выделите весь текст (Ctrl+A)').waitFor();
      expect(await page.locator('#source-letter').inputValue()).toContain('Собрать базы');
      await input.setInputFiles({
        name: 'битый.docx',
        mimeType: '',
        buffer: Buffer.from('PK\x03\x04 это не архив'),
      });
      await page.getByText('«битый.docx» не читается').waitFor();
    });
  });

  test('a thousand organisations from an .xlsx, columns in any order, with addresses; similar names are asked', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [
      `school${index + 1}@example.org`,
      'школа',
      `МБОУ СОШ № ${index + 1}`,
      `Школа номер ${index + 1}`,
      `Район ${Math.ceil((index + 1) / 50)}`,
    ]);
    const buffer = await writeExcelFile(
      [
        ['Электронная почта', 'Тип', 'Краткое наименование', 'Полное наименование', 'Муниципальный район'],
        ...rows,
      ],
      { sheet: 'Список' },
    ).toBuffer();
    await inDialog({}, async (dialog) => {
      const { page } = dialog;
      await page
        .locator('input[data-source="list"]')
        .setInputFiles({ name: 'Список.xlsx', mimeType: '', buffer });
      expect(await found(page)).toMatch(/1000 организаций/);
      await next(page);
      await page.getByText('1–50 из 1000').waitFor();
      await page.getByRole('button', { name: 'Следующие' }).click();
      await page.getByText('51–100 из 1000').waitFor();
      await page.getByLabel('Найти организацию').fill('№ 777');
      await page.getByLabel(/Краткое название: МБОУ СОШ № 777/).waitFor();
      await next(page);
      await write(dialog);
      expect(rowsOf(dialog, 'Организации').filter((row) => row['Код организации'] !== '')).toHaveLength(1000);
      const addresses = new Tab(dialog.books.control, 'Адреса').rows();
      expect(addresses.filter((row) => row['Роль'] === 'куратор')).toHaveLength(1000);

      await page.reload();
      await paste(page, 'list', {
        text: 'Район\tНаименование\tТип\nРайон 1\tСредняя школа № 5\tшкола\nРайон 1\tМБОУ СОШ № 6\tшкола',
      });
      await found(page);
      await next(page);
      await next(page);
      await page.getByText('похоже на «МБОУ СОШ № 5»').waitFor();
      expect(await page.getByRole('button', { name: 'Записать в таблицу' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: /^Это другая организация/ }).click();
      await page.getByText('Организации: новые строки (1)').waitFor();
    });
  }, 120_000);
});

describe('an existing programme', () => {
  test('is told what will be added, changed and gone, and a stage goes only when it is ticked', async () => {
    await inDialog({ programme: 1 }, async (dialog) => {
      const { page, books, host } = dialog;
      press(host, books, 'Обновить сводку сейчас');
      const report = new Tab(books.reporting, 'Отчёт');
      host.person(books.administrator).type(report.place, report.cell(2, 'Дата выполнения'), '22.09.2020');
      const text =
        'Руководителям школ:\n1. Назначить куратора внедрения модели до 30.09.2020.\n2. Открыть клуб наставников до 20.12.2020.';
      await paste(page, 'letter', { text });
      await found(page);
      await next(page);
      await next(page);
      await page.getByText('Код 2 в таблице у этапа').waitFor();
      await page.getByRole('button', { name: /^Это другой этап/ }).click();
      const changed = page.locator('table.changed');
      expect(await changed.innerText()).toMatch(
        /1\. Назначить куратора внедрения модели[\s\S]*Срок\s+28\.09\.2020\s+30\.09\.2020/,
      );
      await page.getByLabel(/^3\. Рассказать о модели .*\(отчётов нет\)/).check();
      await write(dialog);
      const stages = rowsOf(dialog, 'Этапы').filter((row) => row.Код !== '');
      expect(stages.map((row) => [row.Код, row.Снят]).slice(0, 4)).toEqual([
        ['1', 'нет'],
        ['2', 'нет'],
        ['3', 'да'],
        ['4', 'нет'],
      ]);
      expect(stages[0]?.Срок).toBe('30.09.2020');
      expect(stages.at(-1)).toMatchObject({ Код: '2-2', Мероприятие: 'Открыть клуб наставников' });
      expect(report.at(2, 'Дата выполнения')).toBe('22.09.2020');
    });
  }, 60_000);
});

describe('when a call fails', () => {
  test.each([
    ['Service Spreadsheets timed out', 'Google не успел за отведённое время. Черновик здесь.'],
    ['Authorization is required to perform that action.', 'открыто несколько учётных записей'],
    ['PERMISSION_DENIED', 'открыто несколько учётных записей'],
    ['NetworkError: Connection failure due to HTTP 0', 'Нет связи с Google'],
  ])(
    'with «%s», a sentence says what to do, the draft stays, and trying again goes through',
    async (message, sentence) => {
      let broken = true;
      const call: NonNullable<DialogOptions['call']> = (host, books) => (name, args) => {
        if (broken && name === 'importApply') throw new Error(message);
        return host.call(books.controlScript, name, args, { user: books.administrator, trigger: 'sidebar' });
      };
      const failing: NonNullable<DialogOptions['call']> = (host, books) => {
        const through = call(host, books);
        return (name, args) => {
          try {
            return through?.(name, args) ?? Promise.reject(new Error('no call'));
          } catch (error) {
            const run = host.call(books.controlScript, 'onOpen', [], { user: books.administrator });
            return {
              ...run,
              result: null,
              error: { name: 'Exception', message: (error as Error).message, stack: '', killed: false },
            };
          }
        };
      };
      await inDialog({ call: failing }, async (dialog) => {
        const { page } = dialog;
        await paste(page, 'letter', { text: letter('city') });
        await paste(page, 'list', { text: LIST });
        await found(page);
        await next(page);
        await page.getByLabel('Мероприятие 1', { exact: true }).fill('Моя правка');
        await next(page);
        await page.getByRole('button', { name: 'Записать в таблицу' }).click();
        await page.getByText(sentence).waitFor();
        await page.getByRole('button', { name: 'Назад' }).click();
        expect(await page.getByLabel('Мероприятие 1', { exact: true }).inputValue()).toBe('Моя правка');
        await next(page);
        await page.getByRole('button', { name: 'Записать в таблицу' }).click();
        await page.getByText(sentence).waitFor();
        broken = false;
        await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
        await page.getByText('Программа в таблице').waitFor();
        expect(rowsOf(dialog, 'Этапы')[0]?.Мероприятие).toBe('Моя правка');
      });
    },
    60_000,
  );
});

describe('everybody can use it', () => {
  test.each([
    ['light', false],
    ['dark', true],
  ] as const)(
    'axe-core finds nothing wrong in any step, %s',
    async (_name, dark) => {
      await inDialog({ dark, programme: 1 }, async (dialog) => {
        const { page } = dialog;
        const wrong: string[] = [];
        const look = async (step: string): Promise<void> => {
          wrong.push(...(await axe(page)).map((each) => `${step}: ${each}`));
        };
        await look('empty');
        await paste(page, 'letter', {
          text: `${letter('city')}\n1. Сдать отчёт до 5 мая.\nна 31.12.2020 – не менее 10% обучающихся школ участвуют в проекте;`,
        });
        await found(page);
        await look('letter');
        await paste(page, 'list', { text: 'Наименование\tТип\nМБОУ СОШ № 1\tшкола\nМБОУ СОШ № 2\tшкола' });
        await found(page);
        await next(page);
        await page
          .getByRole('button', { name: /^Подробнее/ })
          .first()
          .click();
        for (const tab of ['Этапы', 'Показатели', 'Организации', 'Вопросы']) {
          await page.getByRole('tab', { name: new RegExp(tab) }).click();
          await look(tab);
        }
        await page.getByRole('tab', { name: /Организации/ }).click();
        await page.getByLabel(/Район для тех/).fill('Примерный');
        await page.getByRole('button', { name: 'Поставить' }).click();
        for (
          let left = 20;
          left > 0 && (await page.getByRole('button', { name: 'Дальше' }).isDisabled());
          left -= 1
        ) {
          await page.getByRole('button', { name: 'Показать первое' }).click();
          await page.locator('input[type="date"][aria-invalid]').first().fill('2021-05-05');
          await page.locator('h1').click({ force: true });
        }
        await next(page);
        await page.getByText('Ответьте, чтобы ничего не перепутать').waitFor();
        await look('questions');
        await page.getByRole('button', { name: 'Всё новое' }).click();
        await look('changes');
        await write(dialog);
        await look('done');
        expect(wrong).toEqual([]);
      });
    },
    120_000,
  );

  test('by keyboard alone: tabs by arrows, rows by Tab, the place follows', async () => {
    await inDialog({}, async ({ page }) => {
      await paste(page, 'letter', { text: letter('city') });
      await found(page);
      await page.getByRole('button', { name: 'Дальше' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: /Этапы/ }).focus();
      await page.keyboard.press('Tab');
      expect(await page.locator('mark.chosen').innerText()).toContain('назначить кураторов');
      await page.getByRole('tab', { name: /Этапы/ }).focus();
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('tab', { name: /Вопросы/ }).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('tab', { name: /Этапы/ }).getAttribute('aria-selected')).toBe('true');
    });
  });

  test('at 200 % zoom nothing is cut off sideways', async () => {
    await inDialog({ width: 530, height: 350 }, async ({ page }) => {
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await sideways()).toBeLessThanOrEqual(0);
      await paste(page, 'letter', { text: letter('roadmap') });
      await found(page);
      await next(page);
      for (const tab of ['Этапы', 'Показатели', 'Организации', 'Вопросы']) {
        await page.getByRole('tab', { name: new RegExp(tab) }).click();
        expect([tab, await sideways()]).toEqual([tab, 0]);
      }
    });
  });
});
