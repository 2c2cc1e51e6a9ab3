/** «Моя школа» and «Помощь»: the menu of the reporting book, as a curator presses it. */
import { describe, expect, test } from '@jest/globals';
import { CURATOR, EKATERINBURG, makeOffice, reportingTab, reportOf, said } from './office';

const office = makeOffice({ programme: EKATERINBURG });
const { host, books } = office;
const id = books.reporting.workbook.id;
host.open(CURATOR, id);

/** What the curator was told, and the school of the row where the screen went. */
function find(text: string | null) {
  const { view } = reportOf(office);
  books.reporting.workbook.active = reportingTab(office, 'Сводка').view.sheet;
  view.sheet.selection = { row: 1, col: 1, rows: 1, cols: 1 };
  host.answers.push(text === null ? { button: 'CLOSE' } : { text });
  const run = host.menu(CURATOR, id, 'Сводка › Моя школа');
  expect(run.error).toBeNull();
  const moved = view.sheet.selection.row > 1;
  const [last] = run.seen.slice(1);
  return {
    school: moved ? view.text(view.sheet.selection.row, 1) : null,
    told: last === undefined ? '' : said(run),
    row: view.sheet.selection.row,
  };
}

describe('«Моя школа» finds', () => {
  test.each([
    ['Школа-образец № 12', 'Школа-образец № 12'],
    ['12', 'Школа-образец № 12'],
    ['1', 'Школа-образец № 1'],
    ['школа 7', 'Школа-образец № 7'],
    ['ОБРАЗЕЦ №12', 'Школа-образец № 12'],
    ['образ 50', 'Школа-образец № 50'],
    ['управление кировский', 'Управление образования, Кировский район'],
  ])('«%s»: the first row of %s', (text, school) => {
    const found = find(text);
    expect(found.school).toBe(school);
    const rows = reportOf(office).view.dataRows();
    expect(found.row).toBe(rows.find((row) => reportOf(office).at(row, 'Организация') === school));
  });

  test('never one of several: it lists them and asks', () => {
    const found = find('школа');
    expect(found.school).toBeNull();
    expect(found.told).toMatch(/Подходит несколько, уточните:\nШкола-образец № 1\n/);
  });

  test('nobody by a part of a number or a name that is not there', () => {
    for (const text of ['99', 'гимназия', '0']) {
      expect(find(text)).toMatchObject({
        school: null,
        told: expect.stringContaining(`«${text}» в списке нет`),
      });
    }
  });

  test('nothing and says nothing when the person closes the question', () => {
    expect(find(null)).toMatchObject({ school: null, told: '' });
  });

  test('the report whatever its tab is called, also beside a tab «Отчёт» of people’s own', () => {
    office.administrator.renameSheet(reportOf(office).place, 'Отчёт школ');
    reportingTab(office, 'Отчёт школ').view.sheet.selection = { row: 1, col: 1, rows: 1, cols: 1 };
    const own = books.reporting.workbook.addSheet('Отчёт', 0);
    own.setScalar(own.row(2), 1, 'ремонт');
    host.answers.push({ text: '12' });
    const run = host.menu(CURATOR, id, 'Сводка › Моя школа');
    expect(run.seen).toHaveLength(1);
    const { sheet } = reportingTab(office, 'Отчёт школ').view;
    expect(sheet.value(sheet.selection.row, 1)).toBe('Школа-образец № 12');
    books.reporting.workbook.removeSheet(own);
    office.administrator.renameSheet(reportingTab(office, 'Отчёт школ').place, 'Отчёт');
  });

  test('the rows also when the administrator renamed the headings', () => {
    office.administrator.type(reportOf(office).place, 'A1', 'Учреждение');
    reportOf(office).view.sheet.selection = { row: 1, col: 1, rows: 1, cols: 1 };
    host.answers.push({ text: '12' });
    host.menu(CURATOR, id, 'Сводка › Моя школа');
    const { sheet } = reportOf(office).view;
    expect(sheet.value(sheet.selection.row, 1)).toBe('Школа-образец № 12');
    office.administrator.type(reportOf(office).place, 'A1', 'Организация');
  });
});

test('«Помощь» says in three sentences what to do', () => {
  expect(said(host.menu(CURATOR, id, 'Сводка › Помощь'))).toContain('Как заполнять');
});

test('a book that is not set up says whom to ask', () => {
  const bare = host.createSpreadsheet({ name: 'Пусто', owner: CURATOR, locale: 'ru_RU' });
  host.attach('dist', { spreadsheetId: bare.workbook.id });
  host.open(CURATOR, bare.workbook.id);
  expect(said(host.menu(CURATOR, bare.workbook.id, 'Сводка › Моя школа'))).toContain('ещё не настроена');
});
