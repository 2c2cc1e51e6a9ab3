/** «Сводка по книгам»: an office with several reporting books sees them on one page of the control book. */
import { describe, expect, test } from '@jest/globals';
import { press } from '../../host/sample/books';
import {
  ADD_BOOK,
  ADMINISTRATOR,
  controlTab,
  EKATERINBURG,
  figuresOf,
  makeOffice,
  type Office,
  rebuild,
  reportOf,
  said,
} from './office';

const TITLE = 'Сводка по книгам';
const titles = (office: Office) => office.books.control.workbook.sheets.map((sheet) => sheet.name);
const lines = (office: Office) => controlTab(office, TITLE).view.texts();
const line = (office: Office, name: string) => lines(office).find(([first]) => first === name);

/** A second book with the same programme, and a third that is empty. */
function severalBooks() {
  const office = makeOffice({ programme: EKATERINBURG });
  const { host, books } = office;
  const copy = host.copySpreadsheet(books.reporting.workbook.id, 'Вторая', ADMINISTRATOR);
  host.answers.push({ text: copy.workbook.id });
  press(host, books, ADD_BOOK);
  const second: Office = { ...office, books: { ...books, reporting: copy } };
  return { office, second };
}

test('an office with one book has no such page', () => {
  const office = makeOffice({ programme: EKATERINBURG });
  expect(titles(office)).not.toContain(TITLE);
});

describe('with several books', () => {
  const { office, second } = severalBooks();
  const { place, view } = reportOf(second);
  const due = view.find({ Срок: '28.09.2020' });
  office.administrator.type(place, view.cell(due, 'Дата выполнения'), '25.09.2020');
  rebuild(office);

  test('their figures stand one below the other and add up to those above', () => {
    const [one, two] = [figuresOf(office), figuresOf(second)];
    expect([one.inTime, two.inTime]).toEqual([0, 1]);
    const sum = (name: string) => Number(line(office, name)?.[1]);
    expect(sum('Ожидается отчётов')).toBe((one.expected ?? 0) + (two.expected ?? 0));
    expect(sum('Сдано в срок')).toBe(1);
    expect(sum('Просрочено')).toBe((one.missed ?? 0) + (two.missed ?? 0));
    expect(line(office, 'Вторая')?.slice(1, 5)).toEqual(['63', String(two.expected), '1', '0']);
    expect(line(office, 'Итого')?.[1]).toBe('126');
  });

  test('districts of all books are there, with a link to the tab in their book', () => {
    const districts = lines(office).filter(([name]) => name === 'Кировский');
    expect(districts.map((row) => row[12])).toEqual([office.books.reporting.workbook.name, 'Вторая']);
    const { view: page } = controlTab(office, TITLE);
    const row = lines(office).findIndex(([name, ...rest]) => name === 'Кировский' && rest[11] === 'Вторая');
    const sheet = second.books.reporting.workbook.sheets.find(({ name }) => name === 'Сводка · Кировский');
    const link = JSON.stringify(page.sheet.formula(row + 1, 12)?.group.pattern.tokens ?? '');
    expect(link).toContain(`${second.books.reporting.workbook.id}/edit#gid=${sheet?.id}`);
  });

  test('a book that cannot be opened keeps its last figures and says so', () => {
    const before = line(office, 'Вторая')?.slice(0, 9);
    second.books.reporting.trashed = true;
    expect(said(rebuild(office))).toContain('нет доступа');
    expect(line(office, 'Вторая')?.slice(0, 9)).toEqual(before);
    expect(line(office, 'Вторая')?.[12]).toBe('не открывается; данные от 06.10.2020 12:00');
    second.books.reporting.trashed = false;
  });

  test('deleted, it is there again after the next rebuild; people’s tabs of that title are left alone', () => {
    const { host, books } = office;
    const { place: page } = controlTab(office, TITLE);
    expect(host.person(ADMINISTRATOR).deleteSheet(page).ok).toBe(true);
    rebuild(office);
    expect(titles(office)).toContain(TITLE);
    expect(books.control.workbook.sheets.filter(({ name }) => name === TITLE)).toHaveLength(1);
    expect(line(office, 'Вторая')?.[12]).toMatch(/^06\.10\.2020/);
  });
});
