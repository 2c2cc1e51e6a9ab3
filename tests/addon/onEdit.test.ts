/** What happens under a curator's hands: the bound script of the reporting book, with that person's rights. */
import { describe, expect, test } from '@jest/globals';
import {
  ADMINISTRATOR,
  BELOYARSKY,
  CURATOR,
  issuesOf,
  makeOffice,
  type Office,
  rebuild,
  reportingTab,
  reportOf,
  STRANGER,
  setUp,
  sheetState,
} from './office';

const office = makeOffice({ programme: BELOYARSKY });
const DONE = 'Дата выполнения';

/** Types into a cell as the curator, tells what stands there then, and clears it. */
function typed(text: string, header = DONE, row = 2, title = 'Отчёт') {
  const tab = reportingTab(office, title);
  const cell = tab.cell(row, header);
  const result = office.curator.type(tab.place, cell, text);
  const run = office.host.runs[office.host.runs.length - 1];
  const shown = tab.at(row, header);
  const value = tab.view.sheet.value(row, tab.view.column(header));
  office.curator.clear(tab.place, cell);
  if (!run) throw new Error('onEdit did not run');
  return { result, run, shown, value };
}

describe('a curator types', () => {
  test.each([
    ['05.10.20', '05.10.2020'],
    ['5 октября 2020', '05.10.2020'],
    ['5 октября 2020 г.', '05.10.2020'],
    ['2020-10-05', '05.10.2020'],
    ['5 окт. 2020 года', '05.10.2020'],
    ['05/10/2020', '05.10.2020'],
    ['  05.10.2020  ', '05.10.2020'],
    ['\u00a005.10.2020\u00a0', '05.10.2020'],
    ['5\u00a0октября\u00a02020', '05.10.2020'],
  ])('«%s» as a date: the cell holds the day itself', (text, shown) => {
    const { run, shown: seen, value } = typed(text);
    expect(run.error).toBeNull();
    expect(seen).toBe(shown);
    expect(typeof value).toBe('number');
  });

  test.each(['вчера', '5 октября', '31.02.2020', '05.10.20 или 06.10.20', 'сдано'])(
    '«%s», which is no certain day: it stays as typed',
    (text) => {
      expect(typed(text).shown).toBe(text);
    },
  );

  test('spaces at the ends of a text: they go, those inside and line breaks stay', () => {
    expect(typed('  приказ  № 5\u00a0', 'Документ').value).toBe('приказ  № 5');
    expect(typed('строка 1\nстрока 2 ', 'Комментарий').value).toBe('строка 1\nстрока 2');
  });

  test('a leading «=» in a text column: it stays text', () => {
    expect(typed('=A1', 'Комментарий').value).toBe('=A1');
  });

  test('a date into «Охват», «Этапы» and «Реестр пар» all the same', () => {
    expect(typed('5 октября 2020', 'На дату', 2, 'Охват').shown).toBe('05.10.2020');
    expect(typed('5 октября 2020', 'Пробная встреча', 2, 'Реестр пар').shown).toBe('05.10.2020');
  });

  test('one cell: at most six service calls, whatever the size of the sheet', () => {
    const small = typed('5 октября 2020 года').run.meter;
    expect(small.total).toBeLessThanOrEqual(6);
    const { sheet } = reportOf(office).view;
    const rows = sheet.maxRows;
    sheet.maxRows = 60_000;
    const large = typed('5 октября 2020 года').run.meter;
    sheet.maxRows = rows;
    expect(large.calls).toEqual(small.calls);
    expect(large.cellsRead).toBe(small.cellsRead);
    expect(typed('просто текст', 'Документ').run.meter.total).toBeLessThanOrEqual(6);
  });

  test('a heading: nothing is repaired there, and nothing breaks', () => {
    const { place } = reportOf(office);
    office.administrator.type(place, 'F1', '  Документ  ');
    expect(reportOf(office).view.sheet.value(1, 6)).toBe('  Документ  ');
    office.administrator.type(place, 'F1', 'Документ');
  });
});

describe('only the edited cells are touched', () => {
  /** State of all sheets, with the given cells of «Отчёт» blanked. */
  const others = (own: readonly string[]) => {
    const { workbook } = office.books.reporting;
    // The service tab counts what was filed.
    const sheets = workbook.sheets.filter((sheet) => sheet.name !== 'Служебное');
    return sheets.map((sheet) => {
      const state = sheetState(sheet) as { rows: (string[] | null)[] };
      for (const cell of sheet.name === 'Отчёт' ? own : []) {
        const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
        const [values = '', ...rest] = state.rows[Number(row) - 1] ?? [];
        const cells = values.split('¦');
        // A status follows from what was typed.
        for (const at of [letter.charCodeAt(0) - 65, 3]) cells[at] = 'own';
        state.rows[Number(row) - 1] = [cells.join('¦'), ...rest];
      }
      return state;
    });
  };

  test('after one cell', () => {
    const before = others(['E3']);
    office.curator.type(reportOf(office).place, 'E3', ' 5 октября 2020 ');
    expect(reportOf(office).view.text(3, 5)).toBe('05.10.2020');
    expect(others(['E3'])).toEqual(before);
    office.curator.clear(reportOf(office).place, 'E3');
  });

  test('after a paste over many rows and columns, with readable and unreadable cells among them', () => {
    const { place, view } = reportOf(office);
    const cells = [4, 5, 6, 7].flatMap((row) => ['E', 'F', 'G'].map((letter) => `${letter}${row}`));
    const before = others(cells);
    const run = () => office.host.runs[office.host.runs.length - 1];
    expect(
      office.curator.paste(place, 'E4', [
        ['05.10.2020', ' приказ № 1 ', 'готово '],
        ['5 октября 2020', 'приказ № 2', ''],
        ['не знаю', ' https://example.org ', '🎓 '],
        ['2020-10-02', '', ' ok'],
      ]).ok,
    ).toBe(true);
    expect(run()?.error).toBeNull();
    expect([4, 5, 6, 7].map((row) => [5, 6, 7].map((column) => view.text(row, column)))).toEqual([
      ['05.10.2020', 'приказ № 1', 'готово'],
      ['05.10.2020', 'приказ № 2', ''],
      ['не знаю', 'https://example.org', '🎓'],
      ['02.10.2020', '', 'ok'],
    ]);
    expect(others(cells)).toEqual(before);
    office.curator.clear(place, 'E4:G7');
    expect(run()?.error).toBeNull();
    expect(view.text(4, 5)).toBe('');
    expect(others(cells)).toEqual(before);
  });

  test.each([
    ['Согласовано', 'согласовано'],
    [' согласовано. ', 'согласовано'],
    ['ДА', 'согласовано'],
    ['Возвращен', 'возвращено'],
    ['подумаю', 'подумаю'],
  ])('a decision typed as «%s» is understood', (typed, meant) => {
    const { place, view } = reportOf(office);
    expect(office.administrator.type(place, 'H9', typed).ok).toBe(true);
    expect(view.text(9, view.column('Решение'))).toBe(meant);
    office.administrator.clear(place, 'H9');
  });

  test('a paste that covers a protected column is refused by Sheets as a whole', () => {
    const before = others([]);
    const { place } = reportOf(office);
    expect(office.curator.paste(place, 'D4', [['x', '05.10.2020']])).toMatchObject({
      ok: false,
      reason: 'protected',
    });
    expect(office.curator.paste(place, 'G4', [['x', 'согласовано']])).toMatchObject({ ok: false });
    expect(others([])).toEqual(before);
  });

  test('the administrator pastes over formulas of others: only texts are repaired, formulas stay', () => {
    const { place, view } = reportOf(office);
    const sheet = view.sheet;
    office.administrator.type(place, 'E8', '=DATE(2020;10;5)');
    office.administrator.copyPaste(place, 'E8', 'E9:E10');
    expect(sheet.formula(9, 5)).toBeDefined();
    office.administrator.copyPaste(place, 'E8:F9', 'E11:F12');
    expect(sheet.formula(12, 5)).toBeDefined();
    office.administrator.clear(place, 'E8:F12');
  });

  test('whole columns and rows at once do not disturb it', () => {
    const { place, view } = reportOf(office);
    const before = view.text(2, 4);
    for (const range of ['E:E', 'E:G', '2:2']) {
      const result = office.administrator.clear(place, range === '2:2' ? 'E2:G2' : range);
      expect(result.ok).toBe(true);
      const run = office.host.runs[office.host.runs.length - 1];
      expect([range, run?.error]).toEqual([range, null]);
    }
    office.administrator.type(place, 'E1', 'Дата выполнения');
    office.administrator.type(place, 'F1', 'Документ');
    office.administrator.type(place, 'G1', 'Комментарий');
    expect(view.text(2, 4)).toBe(before);
  });

  test('a tab of people’s own, even with a column «Дата выполнения», is left as typed', () => {
    const { workbook } = office.books.reporting;
    const sheet = workbook.addSheet('Заметки');
    const place = { spreadsheetId: workbook.id, sheetId: sheet.id };
    office.curator.paste(place, 'A1', [['Дата выполнения', 'Что']]);
    office.curator.type(place, 'A2', ' 5 октября 2020 года ');
    expect(sheet.value(2, 1)).toBe(' 5 октября 2020 года ');
    workbook.removeSheet(sheet);
  });
});

describe('who and what sets it off', () => {
  test('the script’s own writes do not', () => {
    const before = office.host.runs.length;
    rebuild(office);
    setUp(office);
    expect(office.host.runs.slice(before).map((run) => run.functionName)).toEqual([
      'menuRebuild',
      'menuSetUp',
    ]);
  });

  test('it runs with the two scopes of the manifest and as the curator', () => {
    const { run } = typed('5 октября 2020');
    expect([run.user, run.projectId]).toEqual([CURATOR, office.books.reportingScript.id]);
    expect(office.books.reportingScript.manifest.oauthScopes).toHaveLength(2);
  });

  test('people who are not signed in have no onEdit: the scheduled check names the text and offers the day', () => {
    office.books.reporting.link = 'edit';
    const { place } = reportOf(office);
    const before = office.host.runs.length;
    expect(office.host.person('').type(place, 'E3', '5 октября 2020 года').ok).toBe(true);
    expect(office.host.runs.length).toBe(before);
    office.books.reporting.link = 'none';
    rebuild(office);
    expect(issuesOf(office).find((issue) => issue.cell === 'E3')?.repair).toContain('Похоже, это 05.10.2020');
    office.curator.clear(place, 'E3');
  });

  test('a burst of edits of which Google loses some: what it lost is named at the next check', () => {
    const { place, view } = reportOf(office);
    office.host.inBurst(() => {
      for (let row = 2; row < 10; row += 1) office.curator.type(place, `E${row}`, '5 октября 2020 года');
    });
    const shown = Array.from({ length: 8 }, (_, index) => view.text(index + 2, 5));
    expect(new Set(shown)).toEqual(new Set(['05.10.2020', '5 октября 2020 года']));
    rebuild(office);
    const lost = shown.flatMap((text, index) => (text === '05.10.2020' ? [] : [`E${index + 2}`]));
    const named = issuesOf(office).filter((issue) => issue.repair.includes('Похоже, это 05.10.2020'));
    expect(named.map((issue) => issue.cell)).toEqual(lost);
    office.curator.clear(place, 'E2:E9');
  });

  test('a stranger changes nothing', () => {
    const { place } = reportOf(office);
    expect(office.host.person(STRANGER).type(place, 'E2', '05.10.2020')).toMatchObject({
      reason: 'no access',
    });
    expect(ADMINISTRATOR).not.toBe(STRANGER);
  });
});

test('a date column that «Столбцы» declares is repaired like ours', () => {
  const own: Office = makeOffice({ programme: BELOYARSKY });
  const tab = reportingTab(own, 'Столбцы');
  for (const [header, text] of Object.entries({ Вкладка: 'Отчёт', Заголовок: 'Дата совета', Тип: 'дата' })) {
    own.administrator.type(tab.place, tab.cell(2, header), text);
  }
  rebuild(own);
  const report = reportOf(own);
  own.curator.type(report.place, report.cell(2, 'Дата совета'), ' 5 октября 2020 года');
  const run = own.host.runs[own.host.runs.length - 1];
  expect(report.at(2, 'Дата совета')).toBe('05.10.2020');
  // One more than for our own columns: only the cell's format tells that this one holds dates.
  expect(run?.meter.total).toBeLessThanOrEqual(7);
});
