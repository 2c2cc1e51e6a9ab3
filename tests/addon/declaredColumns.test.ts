/** «Столбцы»: the administrator asks for one more thing, without code. */
import { describe, expect, test } from '@jest/globals';
import {
  BELOYARSKY,
  issuesOf,
  makeOffice,
  type Office,
  peoplesCells,
  rebuild,
  reportingTab,
  reportOf,
  setUp,
} from './office';

function declare(office: Office, row: number, cells: Record<string, string>): void {
  const tab = reportingTab(office, 'Столбцы');
  for (const [header, text] of Object.entries(cells)) {
    const done = office.administrator.type(tab.place, tab.cell(row, header), text);
    if (!done.ok) throw new Error(`${header}: ${done.message}`);
  }
}

const FORMAT = {
  Вкладка: 'Отчёт',
  Заголовок: 'Формат',
  Тип: 'выбор',
  'Допустимые значения': 'очно, дистанционно',
  Подсказка: 'Как прошло',
  Пример: 'очно',
  Обязателен: 'да',
  'Показывать в сводке': 'да',
};
const HOURS = {
  Вкладка: 'Отчёт',
  Заголовок: 'Часов',
  Тип: 'целое число',
  'Для этапов': '1.4',
  'Показывать в сводке': 'да',
};

describe('a column declared while people already report', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  const { place } = reportOf(office);
  office.curator.paste(place, 'E2', [['05.10.2020', 'приказ № 1', 'всё готово']]);
  office.head.type(place, 'H2', 'согласовано');
  const before = peoplesCells(office);
  declare(office, 2, FORMAT);
  declare(office, 3, HOURS);
  declare(office, 4, {
    Вкладка: 'Охват',
    Заголовок: 'Волонтёров',
    Тип: 'целое число',
    'Показывать в сводке': 'да',
  });
  rebuild(office);

  test('appears between comment and decision, empty, with its note; nobody’s data moves', () => {
    expect(reportOf(office).headers().slice(6, 10)).toEqual(['Комментарий', 'Формат', 'Часов', 'Решение']);
    expect(peoplesCells(office)).toEqual(before);
    const { view } = reportOf(office);
    expect(view.seen(1, view.column('Формат')).note).toBe(
      'Как прошло\nНапример: очно\nМожно: очно, дистанционно',
    );
    expect(reportingTab(office, 'Охват').headers()).toContain('Волонтёров');
    expect(
      reportOf(office)
        .rows()
        .every((row) => row.Состояние !== '' && !row.Состояние?.startsWith('#')),
    ).toBe(true);
  });

  test('is validated, and written by the curator but not beside', () => {
    const tab = reportOf(office);
    expect(office.curator.type(tab.place, tab.cell(2, 'Формат'), 'по телефону')).toMatchObject({
      reason: 'validation',
    });
    expect(office.curator.type(tab.place, tab.cell(2, 'Часов'), 'три')).toMatchObject({ ok: true });
    expect(office.curator.type(tab.place, tab.cell(2, 'Решение'), 'согласовано')).toMatchObject({
      ok: false,
    });
  });

  test('is checked: required once handed in, of the declared type', () => {
    rebuild(office);
    expect(issuesOf(office).map((issue) => [issue.column, issue.cell, issue.repair])).toEqual([
      ['Формат', 'H2', 'Заполните эту ячейку.'],
      ['Часов', 'I2', 'Запишите целое число цифрами, без слов и единиц.'],
    ]);
  });

  test('stands in the summary with how many are filled and their sum', () => {
    const tab = reportOf(office);
    office.curator.type(tab.place, tab.cell(2, 'Формат'), 'очно');
    office.curator.type(tab.place, tab.cell(2, 'Часов'), '12');
    office.curator.type(tab.place, tab.cell(3, 'Часов'), '30');
    rebuild(office);
    const lines = reportingTab(office, 'Сводка')
      .view.texts()
      .map((row) => row.slice(0, 3).join('|'));
    const from = lines.findIndex((line) => line.startsWith('▍Дополнительные столбцы'));
    expect(lines.slice(from + 2, from + 5)).toEqual(['Формат|1|', 'Часов|2|42', 'Волонтёров|0|0']);
    expect(issuesOf(office)).toEqual([]);
  });

  test('renamed in the sheet by the administrator keeps its data and rules', () => {
    const tab = reportOf(office);
    office.administrator.type(tab.place, tab.cell(1, 'Часов'), 'Сколько часов');
    rebuild(office);
    expect(
      reportOf(office)
        .headers()
        .filter((header) => /час/i.test(header)),
    ).toEqual(['Сколько часов']);
    expect(reportOf(office).at(2, 'Сколько часов')).toBe('12');
    expect(
      reportingTab(office, 'Сводка')
        .view.texts()
        .some((row) => row[0] === 'Часов' && row[2] === '42'),
    ).toBe(true);
  });

  test('taken off «Столбцы» stays with what people wrote, is not checked and not in the summary', () => {
    const columns = reportingTab(office, 'Столбцы');
    office.administrator.clear(columns.place, 'A2:J2');
    rebuild(office);
    setUp(office);
    expect(reportOf(office).at(2, 'Формат')).toBe('очно');
    expect(
      reportingTab(office, 'Сводка')
        .view.texts()
        .some((row) => row[0] === 'Формат'),
    ).toBe(false);
    expect(issuesOf(office)).toEqual([]);
    expect(reportOf(office).headers()).toContain('Формат');
  });
});

test('a column for the head of the district is the head’s alone', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  declare(office, 2, { Вкладка: 'Отчёт', Заголовок: 'Оценка', Тип: 'доля, %', 'Кто заполняет': 'район' });
  rebuild(office);
  const tab = reportOf(office);
  expect(office.curator.type(tab.place, tab.cell(2, 'Оценка'), '80')).toMatchObject({ ok: false });
  expect(office.head.type(tab.place, tab.cell(2, 'Оценка'), '80')).toMatchObject({ ok: true });
  expect(office.head.type(tab.place, tab.cell(3, 'Решение'), 'согласовано')).toMatchObject({ ok: true });
});

test('a declaration that cannot be used is said, with its place, and changes nothing', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  const headers = reportOf(office).headers();
  declare(office, 2, { Вкладка: 'Отчёт', Заголовок: 'Срок', Тип: 'дата' });
  declare(office, 3, { Вкладка: 'Отчёт', Заголовок: 'Без типа' });
  declare(office, 4, { Вкладка: 'Отчёт', Заголовок: 'Выбор без списка', Тип: 'текст' });
  declare(office, 5, { Вкладка: 'Отчёт', Заголовок: 'выбор  БЕЗ списка', Тип: 'текст' });
  rebuild(office);
  expect(reportOf(office).headers()).toEqual([
    ...headers.slice(0, 7),
    'Выбор без списка',
    ...headers.slice(7),
  ]);
  expect(issuesOf(office).map((issue) => [issue.tab, issue.cell, issue.repair])).toEqual(
    expect.arrayContaining([
      ['Столбцы', 'B2', expect.stringContaining('Столбец с таким заголовком уже есть')],
      ['Столбцы', 'C3', 'Заполните эту ячейку.'],
      ['Столбцы', 'B5', expect.stringContaining('То же записано в строке 4')],
    ]),
  );
});

test('a stage code that the programme does not have is said at its cell until it is repaired', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  declare(office, 2, { ...FORMAT, 'Для этапов': '1.4, 1.44' });
  rebuild(office);
  const said = () => issuesOf(office).filter((issue) => issue.tab === 'Столбцы');
  expect(said().map((issue) => [issue.cell, issue.repair])).toEqual([
    ['F2', expect.stringContaining('Этапа с кодом «1.44» на вкладке «Этапы» нет')],
  ]);
  declare(office, 2, { 'Для этапов': '1.4' });
  rebuild(office);
  expect(said()).toEqual([]);
});
