/** Somebody moves people's cells without the key: the rows are named and not counted, one press puts them back. */
import { describe, expect, test } from '@jest/globals';
import { press } from '../../host/sample/books';
import {
  BELOYARSKY,
  figuresOf,
  issuesOf,
  makeOffice,
  type Office,
  peoplesCells,
  rebuild,
  reportOf,
  said,
} from './office';

const RESTORE = 'Вернуть данные в свои строки…';
const ACCEPT = 'Данные стоят правильно…';

/** Thirty rows of several schools, filed on their days, each with its document. */
function filedOffice(): Office {
  const office = makeOffice({ programme: BELOYARSKY });
  const { place, view } = reportOf(office);
  const rows = view.dataRows().slice(0, 30);
  rows.forEach((row, index) => {
    if (index % 3 === 2) return;
    office.curator.type(place, view.cell(row, 'Дата выполнения'), `0${1 + (index % 5)}.10.2020`);
    office.curator.type(place, view.cell(row, 'Документ'), `Приказ № ${100 - index}`);
  });
  rebuild(office);
  return office;
}

/** Sorts «Дата выполнения» to «Комментарий» of the first thirty rows by document. */
function sortPeoplesColumns(office: Office): void {
  const { place, view } = reportOf(office);
  const rows = view.dataRows().slice(0, 30);
  const [first, last] = [rows[0] ?? 2, rows[29] ?? 31];
  const range = `${view.cell(first, 'Дата выполнения')}:${view.cell(last, 'Комментарий')}`;
  expect(office.administrator.sort(place, range, view.column('Документ')).ok).toBe(true);
}

const movedIssues = (office: Office) =>
  issuesOf(office).filter(({ repair }) => repair.includes('Вернуть данные в свои строки'));

describe('people’s columns sorted without the key', () => {
  test('no school gets another’s report: the rows are named and nothing of them is counted', () => {
    const office = filedOffice();
    const before = figuresOf(office);
    sortPeoplesColumns(office);
    rebuild(office);
    const issues = movedIssues(office);
    expect(issues.length).toBeGreaterThan(15);
    expect(issues[0]?.repair).toMatch(/данные строки \d+/);
    const figures = figuresOf(office);
    expect(figures.expected).toBe(before.expected);
    expect((figures.inTime ?? 0) + (figures.late ?? 0)).toBeLessThan(
      (before.inTime ?? 0) + (before.late ?? 0),
    );
    // The row itself says so, and it does not pass with the next run.
    const row = Number(/\d+/.exec(issues[0]?.cell ?? '')?.[0]);
    expect(reportOf(office).rows()[row - 2]?.Состояние).toContain('ошибка');
    rebuild(office);
    expect(movedIssues(office)).toEqual(issues);
    expect(figuresOf(office)).toEqual(figures);
  });

  test('undone by the person, all is as it was', () => {
    const office = filedOffice();
    const [before, cells] = [figuresOf(office), peoplesCells(office)];
    sortPeoplesColumns(office);
    rebuild(office);
    const { place, view } = reportOf(office);
    for (const [index, row] of view.dataRows().entries()) {
      const key = view.text(row, view.column('Ключ'));
      const [done = '', document = ''] = cells[key] ?? [];
      if (index >= 30) break;
      office.administrator.type(place, view.cell(row, 'Дата выполнения'), done);
      office.administrator.type(place, view.cell(row, 'Документ'), document);
    }
    rebuild(office);
    expect(movedIssues(office)).toEqual([]);
    expect(figuresOf(office)).toEqual(before);
  });

  test('put back with one press: every cell stands in its row, figures are as before, no copy is left', () => {
    const office = filedOffice();
    const [before, cells] = [figuresOf(office), peoplesCells(office)];
    const tabs = office.books.reporting.workbook.sheets.length;
    sortPeoplesColumns(office);
    rebuild(office);
    office.host.answers.push({ button: 'YES' });
    const run = press(office.host, office.books, RESTORE);
    expect(said(run)).toBe('Данные возвращены в свои строки.');
    expect(peoplesCells(office)).toEqual(cells);
    expect(figuresOf(office)).toEqual(before);
    expect(movedIssues(office)).toEqual([]);
    expect(office.books.reporting.workbook.sheets).toHaveLength(tabs);
  });

  test('a no changes nothing', () => {
    const office = filedOffice();
    sortPeoplesColumns(office);
    rebuild(office);
    const cells = peoplesCells(office);
    office.host.answers.push({ button: 'NO' });
    press(office.host, office.books, RESTORE);
    expect(peoplesCells(office)).toEqual(cells);
    expect(movedIssues(office).length).toBeGreaterThan(15);
  });

  test('what somebody typed since stays where it is typed, and the row is left to people', () => {
    const office = filedOffice();
    sortPeoplesColumns(office);
    rebuild(office);
    const { place, view } = reportOf(office);
    const row = view.dataRows()[0] ?? 2;
    office.curator.type(place, view.cell(row, 'Документ'), 'Приказ, написан после');
    office.host.answers.push({ button: 'YES' });
    press(office.host, office.books, RESTORE);
    expect(view.text(row, view.column('Документ'))).toBe('Приказ, написан после');
  });

  test('where the administrator says that it is right, the rows count as they stand', () => {
    const office = filedOffice();
    const before = figuresOf(office);
    sortPeoplesColumns(office);
    rebuild(office);
    const cells = peoplesCells(office);
    office.host.answers.push({ button: 'YES' });
    expect(said(press(office.host, office.books, ACCEPT))).toMatch(/^Учитываются как есть/);
    expect(peoplesCells(office)).toEqual(cells);
    expect(movedIssues(office)).toEqual([]);
    const { inTime = 0, late = 0 } = figuresOf(office);
    expect(inTime + late).toBe((before.inTime ?? 0) + (before.late ?? 0));
  });
});

test('nothing to put back is said', () => {
  const office = filedOffice();
  expect(said(press(office.host, office.books, RESTORE))).toBe('Все данные стоят в своих строках.');
});
