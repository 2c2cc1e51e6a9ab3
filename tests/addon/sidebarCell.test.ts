/** «Что здесь писать?»: help for the selected cell, and repairing where it is certain. */
import { describe, expect, test } from '@jest/globals';
import type { CellRepair, Selection } from '../../src/contract/school';
import { EKATERINBURG, HEAD, makeOffice, reportingTab, reportOf, sheetState, type Tab } from './office';
import { ask, date, get, refused } from './sidebarCalls';

const office = makeOffice({ programme: EKATERINBURG });
const { books, curator, administrator, head } = office;
const report = () => reportOf(office);
const row = () => report().view.find({ Ключ: 'ВИ-04/1' });

function select(tab: Tab, cell: string): Selection {
  const { sheet } = tab.view;
  books.reporting.workbook.active = sheet;
  const place = /^([A-Z])(\d+)$/.exec(cell);
  sheet.selection = {
    row: Number(place?.[2]),
    col: (place?.[1] ?? 'A').charCodeAt(0) - 64,
    rows: 1,
    cols: 1,
  };
  return get(office, 'sidebarSelection', []);
}
const look = (header: string, at = row()) => select(report(), report().cell(at, header));
/** Pasted over everything, as from a mail: no script has seen it. */
function paste(tab: Tab, cell: string, text: string): void {
  const { sheet } = tab.view;
  const place = /^([A-Z])(\d+)$/.exec(cell);
  sheet.setScalar(sheet.row(Number(place?.[2])), (place?.[1] ?? 'A').charCodeAt(0) - 64, text);
}
const repairOf = ({ sheetId, cell, value, certain }: Selection): CellRepair => ({
  ...{ sheetId, cell, seen: value },
  value: certain?.value ?? '',
});

test('the name of an organisation that is in no list is mended by one that the person chooses', () => {
  const coverage = reportingTab(office, 'Охват');
  paste(coverage, 'A2', 'школа 4');
  const found = select(coverage, 'A2');
  expect(found).toMatchObject({ certain: null, mayWrite: true, problem: {} });
  const repair = { ...repairOf(found), value: 'Школа-образец № 4' };
  expect(refused(office, 'sidebarRepair', [{ ...repair, value: 'школа 44' }])).toContain('нельзя');
  expect(get(office, 'sidebarRepair', [repair]).repaired).toBe(true);
  expect(coverage.at(2, 'Организация')).toBe('Школа-образец № 4');
  paste(coverage, 'A2', '');
});

describe('the selected cell', () => {
  test('says what the column means, with an example, and that all is well', () => {
    expect(look('Дата выполнения')).toMatchObject({
      tab: 'Отчёт',
      cell: report().cell(row(), 'Дата выполнения'),
      column: { id: 'doneOn', example: '25.09.2020' },
      note: '',
      value: '',
      problem: null,
      certain: null,
    });
  });

  test.each([
    ['Срок', 'заполняет сама Сводка'],
    ['Решение', 'заполняет район'],
  ])('«%s» is somebody else’s: %s', (header, note) => {
    expect(look(header).note).toContain(note);
  });

  test('shows what stands there as the sheet does', () => {
    expect(look('Срок')).toMatchObject({ value: date('2020-09-28'), shown: '28.09.2020' });
  });

  test('a header stays as it is; a page is Svodka’s; a sheet of people’s own is nobody’s business', () => {
    expect(look('Документ', 1)).toMatchObject({
      column: { id: 'document' },
      note: expect.stringContaining('заголовок'),
    });
    expect(select(reportingTab(office, 'Сводка'), 'A3')).toMatchObject({
      column: null,
      note: expect.stringContaining('собирает Сводка'),
    });
    books.reporting.workbook.addSheet('Черновик', 0);
    expect(select(reportingTab(office, 'Черновик'), 'A3')).toMatchObject({
      tab: 'Черновик',
      column: null,
      note: '',
    });
  });

  test('works in the administrator’s tables and in «Охват» too', () => {
    expect(select(reportingTab(office, 'Этапы'), 'A2')).toMatchObject({
      column: { id: 'code' },
      note: expect.stringContaining('администратор'),
      problem: null,
    });
    const coverage = reportingTab(office, 'Охват');
    paste(coverage, 'A2', 'Школа № 100500');
    expect(select(coverage, 'A2').problem?.expected).toContain('организация');
    paste(coverage, 'A2', 'Школа-образец № 4');
    expect(select(coverage, 'A2').problem).toBeNull();
    expect(select(coverage, 'B2').problem?.repair).toContain('Заполните');
  });

  test('costs few calls: it is asked every three seconds', () => {
    look('Документ');
    expect(ask(office, 'sidebarSelection', []).run.meter.total).toBeLessThanOrEqual(10);
  });
});

describe('what is wrong, and the button that repairs it', () => {
  const cell = () => report().cell(row(), 'Дата выполнения');

  test('a date as text becomes a date, in that cell alone', () => {
    paste(report(), cell(), '25.09.20');
    const selection = look('Дата выполнения');
    expect(selection).toMatchObject({
      value: '25.09.20',
      problem: { expected: 'дата вида 05.10.2020' },
      certain: { value: date('2020-09-25'), shown: '25.09.2020' },
    });
    const before = sheetState(report().view.sheet) as { rows: unknown[] };
    const { run } = ask(office, 'sidebarRepair', [repairOf(selection)]);
    expect(run.result).toEqual({ ok: true, repaired: true });
    expect(run.meter.cellsWritten).toBe(1);
    expect(report().at(row(), 'Состояние')).toBe('сдано в срок');
    const after = sheetState(report().view.sheet) as { rows: unknown[] };
    const changed = after.rows.flatMap((each, index) =>
      JSON.stringify(each) === JSON.stringify(before.rows[index]) ? [] : [index + 1],
    );
    expect(changed).toEqual([row()]);
    expect(look('Дата выполнения')).toMatchObject({ problem: null, certain: null });
  });

  test('what only a person can decide is said, not repaired', () => {
    for (const text of ['25.09', 'вчера', '25.09.2030', '31.02.2020']) {
      paste(report(), cell(), text);
      const selection = look('Дата выполнения');
      expect(selection.problem).not.toBeNull();
      expect(selection.certain).toBeNull();
      expect(
        refused(office, 'sidebarRepair', [{ ...repairOf(selection), value: date('2020-09-25') }]),
      ).toContain('нельзя');
      expect(report().at(row(), 'Дата выполнения')).toBe(text);
    }
  });

  test('a cell that changed meanwhile is left alone', () => {
    paste(report(), cell(), '25.09.20');
    const selection = look('Дата выполнения');
    paste(report(), cell(), '26.09.20');
    expect(get(office, 'sidebarRepair', [repairOf(selection)]).repaired).toBe(false);
    expect(report().at(row(), 'Дата выполнения')).toBe('26.09.20');
  });

  test('pressed twice it is repaired once', () => {
    paste(report(), cell(), '25.09.20');
    const repair = repairOf(look('Дата выполнения'));
    get(office, 'sidebarRepair', [repair]);
    expect(ask(office, 'sidebarRepair', [repair]).run.meter.cellsWritten).toBe(0);
  });

  test('another value than the certain one is not written, whoever asks', () => {
    paste(report(), cell(), '25.09.20');
    const repair = { ...repairOf(look('Дата выполнения')), value: '=IMPORTXML("https://evil.example")' };
    expect(refused(office, 'sidebarRepair', [repair])).toContain('нельзя');
    expect(report().at(row(), 'Дата выполнения')).toBe('25.09.20');
  });

  test('the result of a formula is not repaired, and a cell of others is not offered', () => {
    curator.type(report().place, cell(), '="25.09."&"20"');
    expect(look('Дата выполнения')).toMatchObject({ problem: {}, certain: null });
    curator.type(report().place, cell(), '');
    const extended = report().cell(row(), 'Продлено до');
    paste(report(), extended, '05.10.20');
    expect(look('Продлено до')).toMatchObject({ problem: {}, certain: null });
    const asHead = get(office, 'sidebarSelection', [], { user: HEAD });
    expect(asHead.certain?.value).toEqual(date('2020-10-05'));
    expect(refused(office, 'sidebarRepair', [repairOf(asHead)])).toContain('защищена');
    expect(get(office, 'sidebarRepair', [repairOf(asHead)], { user: HEAD }).repaired).toBe(true);
    head.type(report().place, extended, '');
  });

  test('a row that slipped into the place gets its own cell back', () => {
    const above = report().cell(row() - 1, 'Дата выполнения');
    curator.type(report().place, above, '20.09.2020');
    paste(report(), cell(), '25.09.20');
    const selection = look('Дата выполнения');
    const mine = () => report().at(row(), 'Дата выполнения');
    const { answer } = ask(office, 'sidebarRepair', [repairOf(selection)], {
      faults: [
        { at: { kind: 'Range.setValues' }, meanwhile: () => administrator.insertRows(report().place, 3) },
      ],
    });
    expect(answer).toMatchObject({
      ok: false,
      again: true,
      sentence: expect.stringContaining('переставляют'),
    });
    expect([report().at(row() - 1, 'Дата выполнения'), mine()]).toEqual(['20.09.2020', '25.09.20']);
    expect(get(office, 'sidebarRepair', [repairOf(look('Дата выполнения'))]).repaired).toBe(true);
    expect(mine()).toBe('25.09.2020');
  });
});
