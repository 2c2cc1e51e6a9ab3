/** What people put into the tables by mistake: each is said in Russian with its place, nothing is lost, the rest goes on. */
import { describe, expect, test } from '@jest/globals';
import { reportSchema } from '../../src/tabs/schemas/report';
import { LINEAR } from '../support/growth';
import {
  BELOYARSKY,
  CURATOR,
  EKATERINBURG,
  figuresOf,
  issuesOf,
  makeOffice,
  type Office,
  peoplesCells,
  rebuild,
  reportingTab,
  reportOf,
  type ShownIssue,
  said,
  setUp,
} from './office';

const at = (office: Office, tab: string, cell: string): ShownIssue | undefined =>
  issuesOf(office).find((issue) => issue.tab === tab && issue.cell === cell);

const type = (office: Office, tab: string, row: number, header: string, text: string) => {
  const { place, view } = reportingTab(office, tab);
  const done = office.administrator.type(place, view.cell(row, header), text);
  if (!done.ok) throw new Error(done.message);
};

/** As a script of somebody else's or an import would: past every check and onEdit. */
const plant = (office: Office, tab: string, row: number, header: string, value: string | number | null) => {
  const { view } = reportingTab(office, tab);
  view.sheet.setScalar(view.sheet.row(row), view.column(header), value);
  view.sheet.workbook.engine.touched(view.sheet, { row, col: view.column(header), rows: 1, cols: 1 });
};

test('empty tables: the programme is asked for by name of the tab, and nothing breaks', () => {
  const office = makeOffice();
  expect(issuesOf(office).map((issue) => [issue.tab, issue.repair])).toEqual([
    ['Этапы', expect.stringContaining('Заполните вкладку «Этапы»')],
    ['Организации', expect.stringContaining('Заполните вкладку «Организации»')],
  ]);
  expect(figuresOf(office).expected).toBe(0);
});

describe('columns of «Отчёт»', () => {
  test('moved by people are read where they stand, and stay there', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place, view } = reportOf(office);
    const row = view.dataRows()[3] ?? 0;
    office.curator.type(place, view.cell(row, 'Дата выполнения'), '05.10.2020');
    rebuild(office);
    const figures = figuresOf(office);
    expect(office.administrator.moveColumns(place, view.column('Комментарий'), 1, 3).ok).toBe(true);
    const moved = reportOf(office).headers();
    expect(moved[2]).toBe('Комментарий');
    const before = peoplesCells(office);
    rebuild(office);
    setUp(office);
    expect(reportOf(office).headers()).toEqual(moved);
    expect(figuresOf(office)).toEqual(figures);
    expect(peoplesCells(office)).toEqual(before);
    expect(
      reportOf(office)
        .rows()
        .every((each) => each.Состояние !== ''),
    ).toBe(true);
  });

  test('deleted come back empty, with format and protection, and «Замечания» says so', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place, view } = reportOf(office);
    const comments = peoplesCells(office, ['Дата выполнения', 'Решение']);
    office.administrator.deleteColumns(place, view.column('Документ'), 1);
    const run = rebuild(office);
    expect(run.error).toBeNull();
    expect(reportOf(office).headers().slice(4, 7)).toEqual(['Дата выполнения', 'Документ', 'Комментарий']);
    expect(peoplesCells(office, ['Дата выполнения', 'Решение'])).toEqual(comments);
    expect(issuesOf(office)).toContainEqual(
      expect.objectContaining({
        tab: 'Отчёт',
        column: 'Документ',
        repair: expect.stringMatching(/Столбец был удалён, 06\.10\.2020 вставлен заново пустым/),
      }),
    );
    expect(reportOf(office).view.seen(2, 6).style.numberFormat).toBe('@');
  });

  test('of Svodka’s own, deleted, are filled again: status, key, deadline', () => {
    for (const header of ['Состояние', 'Ключ', 'Срок', 'Организация']) {
      const office = makeOffice({ programme: BELOYARSKY });
      const before = reportOf(office).rows();
      const { place, view } = reportOf(office);
      office.administrator.deleteColumns(place, view.column(header), 1);
      rebuild(office);
      const after = reportOf(office).rows();
      expect(after.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]))).toBe(-1);
    }
  });

  test('renamed by the administrator keep the new name and go on being read', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place, view } = reportOf(office);
    const row = view.dataRows()[0] ?? 0;
    office.administrator.type(place, view.cell(1, 'Дата выполнения'), 'Когда сделано');
    rebuild(office);
    office.curator.type(reportOf(office).place, reportOf(office).cell(row, 'Когда сделано'), '05.10.2020');
    office.curator.type(reportOf(office).place, reportOf(office).cell(row, 'Документ'), 'приказ № 1');
    rebuild(office);
    setUp(office);
    expect(reportOf(office).headers()).toHaveLength(reportSchema().columns.length);
    expect(reportOf(office).at(row, 'Состояние')).toMatch(/^сдано/);
    expect(issuesOf(office)).toEqual([]);
  });

  test('doubled: the first is read and the other is named', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place, view } = reportOf(office);
    office.administrator.insertColumns(place, view.column('Решение'), 1);
    office.administrator.type(place, 'H1', 'Комментарий');
    rebuild(office);
    expect(at(office, 'Отчёт', 'H1')?.repair).toContain('Столбцов с этим заголовком несколько');
  });
});

describe('tabs', () => {
  test('renamed, reordered and coloured are found again and stay so', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { workbook } = office.books.reporting;
    for (const [title, name] of [
      ['Отчёт', 'Отчёт школ'],
      ['Этапы', 'План'],
      ['Сводка', 'Итоги'],
      ['Служебное', 'Не трогать'],
    ] as const) {
      expect(office.administrator.renameSheet(reportingTab(office, title).place, name).ok).toBe(true);
    }
    workbook.sheets.reverse();
    const order = workbook.sheets.map((sheet) => sheet.name);
    rebuild(office);
    setUp(office);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(order);
    expect(figuresOf(office, 'Итоги').expected).toBe(220);
    expect(reportingTab(office, 'Отчёт школ').rows()).toHaveLength(220);
    expect(reportingTab(office, 'Отчёт школ').at(2, 'Состояние')).not.toMatch(/#REF|ошибка/);
  });

  test('deleted are made anew, empty, and that is said', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    for (const title of ['Показатели', 'Охват', 'Сводка']) {
      expect(office.administrator.deleteSheet(reportingTab(office, title).place).ok).toBe(true);
    }
    rebuild(office);
    expect(figuresOf(office).expected).toBe(220);
    expect(issuesOf(office).map((issue) => [issue.tab, issue.repair])).toEqual([
      ['Охват', expect.stringContaining('создана заново пустой')],
      ['Показатели', expect.stringContaining('создана заново пустой')],
    ]);
  });

  test('«Отчёт» deleted: its rows are there again, with colours and rights', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    office.administrator.deleteSheet(reportOf(office).place);
    rebuild(office);
    expect(reportOf(office).rows()).toHaveLength(220);
    const { place, view } = reportOf(office);
    expect(office.curator.type(place, view.cell(2, 'Срок'), '01.01.2030')).toMatchObject({ ok: false });
    expect(office.curator.type(place, view.cell(2, 'Комментарий'), 'есть')).toMatchObject({ ok: true });
    expect(view.sheet.conditionalRules.length).toBeGreaterThan(5);
    expect(issuesOf(office).map((issue) => issue.tab)).toContain('Отчёт');
  });

  test('the hidden service tab deleted: statuses and the stamp live again', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    office.administrator.deleteSheet(reportingTab(office, 'Служебное').place);
    rebuild(office);
    rebuild(office);
    expect(reportOf(office).at(2, 'Состояние')).toMatch(/^(просрочено|скоро|впереди|без срока|сдано)/);
    expect(reportingTab(office, 'Сводка').view.text(2, 2)).toBe('06.10.2020 12:00');
  });
});

describe('rubbish', () => {
  test('10,000 rows pasted into «Отчёт» below the table: counted and named, in a time that grows with the rows, not with their square', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const before = [figuresOf(office), peoplesCells(office)];
    const { place } = reportOf(office);
    const block = Array.from({ length: 10_000 }, (_, index) =>
      Array.from({ length: 15 }, (_unused, column) => `мусор ${index}-${column} 👾 #$%`),
    );
    expect(office.administrator.paste(place, 'A222', block.slice(0, 2_500)).ok).toBe(true);
    const quarter = rebuild(office);
    expect(office.administrator.paste(place, 'A222', block).ok).toBe(true);
    const run = rebuild(office);
    expect(run.cpuMs / quarter.cpuMs).toBeLessThan(LINEAR);
    expect(run.meter.costMs).toBeLessThan(60_000);
    expect(figuresOf(office)).toEqual(before[0]);
    expect(peoplesCells(office)).toMatchObject(before[1] as object);
    const foreign = issuesOf(office).filter((issue) =>
      issue.repair.includes('не относится ни к одному этапу'),
    );
    expect(foreign.length).toBeLessThanOrEqual(51);
    expect(foreign[0]).toMatchObject({ tab: 'Отчёт', cell: 'A222' });
    expect(foreign[foreign.length - 1]?.repair).toMatch(/^И ещё 9950 строк/);
  });

  test('10,000 rows pasted into «Охват»: the first of each kind are listed, the rest are one line', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place } = reportingTab(office, 'Охват');
    const block = Array.from({ length: 10_000 }, (_, index) => [
      `Нет такой школы ${index}`,
      'вчера',
      'много',
      '-5',
      '=1/0',
    ]);
    office.administrator.paste(place, 'A2', block.slice(0, 2_500));
    const quarter = rebuild(office);
    office.administrator.paste(place, 'A2', block);
    expect(rebuild(office).cpuMs / quarter.cpuMs).toBeLessThan(LINEAR);
    const issues = issuesOf(office).filter((issue) => issue.tab === 'Охват');
    expect(issues.length).toBeLessThan(300);
    expect(issues.find((issue) => issue.cell === 'A2')?.repair).toContain('Выберите название из списка');
    expect(issues.find((issue) => issue.cell === 'E2')?.repair).toContain('без формулы');
    expect(issues.some((issue) => /^И ещё 9950 строк/.test(issue.repair))).toBe(true);
    expect(figuresOf(office).expected).toBe(220);
  });

  test('pasted over people’s columns of «Отчёт»: every cell that cannot be read is «ошибка в данных»', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { place, view } = reportOf(office);
    office.curator.paste(
      place,
      'E2',
      Array.from({ length: 220 }, () => ['когда-нибудь']),
    );
    rebuild(office);
    const words = view.dataRows().map((row) => view.text(row, view.column('Состояние')));
    expect(new Set(words)).toEqual(new Set(['ошибка в данных']));
    const figures = figuresOf(office);
    expect((figures.missed ?? 0) + (figures.notYetDue ?? 0)).toBe(220);
  });
});

describe('single cells', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  const { view } = reportOf(office);
  const rows = view.dataRows();
  const row = (index: number) => rows[index] ?? 0;
  plant(office, 'Отчёт', row(0), 'Дата выполнения', '05.10.2020');
  plant(office, 'Отчёт', row(1), 'Дата выполнения', 5);
  plant(office, 'Отчёт', row(2), 'Комментарий', 'д'.repeat(50_000));
  plant(office, 'Отчёт', row(3), 'Комментарий', '👩‍🏫 ‏שלום‏ 🎓 مرحبا');
  plant(office, 'Отчёт', row(4), 'Комментарий', '=1+1');
  office.administrator.type(reportOf(office).place, view.cell(row(5), 'Дата выполнения'), '=Нет!A1');
  plant(office, 'Отчёт', row(6), 'Комментарий', 'Позвоните Ивановой Марии Петровне, +7 912 345-67-89');
  type(office, 'Охват', 2, 'Организация', reportOf(office).at(row(0), 'Организация'));
  type(office, 'Охват', 2, 'На дату', '01.10.2020');
  plant(office, 'Охват', 2, 'Обучающихся', '640');
  plant(office, 'Охват', 2, 'Наставляемых', 700);
  const before = peoplesCells(office);
  const run = rebuild(office);

  test('nothing that people wrote changed, and the rest was rebuilt', () => {
    expect(run.error).toBeNull();
    expect(peoplesCells(office)).toEqual(before);
    expect(figuresOf(office).expected).toBe(220);
  });

  test.each([
    ['a date as text is recognised, and the day is offered', 0, 'E', 'Похоже, это 05.10.2020'],
    ['a number for a date', 1, 'E', 'Проверьте год'],
    ['50,000 characters', 2, 'G', 'Сократите текст: сейчас 50000 знаков'],
    ['an error of a formula', 5, 'E', 'Очистите ячейку и введите значение заново'],
    ['names and phones', 6, 'G', 'Уберите личные данные'],
  ])('%s', (_name, index, letter, text) => {
    expect(at(office, 'Отчёт', `${letter}${row(index)}`)?.repair).toContain(text);
  });

  test('personal data is never repeated', () => {
    const shown = JSON.stringify(issuesOf(office));
    expect(shown).not.toContain('Иванов');
    expect(shown).not.toContain('345-67-89');
  });

  test('emoji, right-to-left text and a leading «=» are no mistakes', () => {
    for (const index of [3, 4]) expect(at(office, 'Отчёт', `G${row(index)}`)).toBeUndefined();
    expect(reportOf(office).at(row(4), 'Комментарий')).toBe('=1+1');
  });

  test('numbers as text and mentees above pupils in «Охват»', () => {
    const issues = issuesOf(office).filter((issue) => issue.tab === 'Охват');
    expect(issues.map((issue) => [issue.cell, issue.repair])).toEqual([
      ['C2', expect.stringContaining('записано как текст')],
      ['D2', expect.stringContaining('больше числа в столбце «Обучающихся»')],
    ]);
  });
});

test('merged cells are named until they are taken apart, and hurt nobody else', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  const { view } = reportOf(office);
  const merge = { row: 5, col: 5, rows: 3, cols: 1 };
  view.sheet.merges.push(merge);
  setUp(office);
  expect(at(office, 'Отчёт', 'E5')?.repair).toContain('Ячейки E5:E7 объединены');
  expect(figuresOf(office).expected).toBe(220);
  view.sheet.merges.length = 0;
  rebuild(office);
  expect(issuesOf(office)).toEqual([]);
});

describe('the administrator’s tables', () => {
  test('an organisation twice: by its code and by its name', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const tab = reportingTab(office, 'Организации');
    const rows = tab.rows().length;
    const first = tab.rows()[0] ?? {};
    for (const [header, text] of Object.entries(first)) {
      if (text !== '') type(office, 'Организации', rows + 2, header, text);
    }
    for (const [header, text] of Object.entries({ ...first, 'Код организации': 'НОВАЯ' })) {
      if (text !== '') type(office, 'Организации', rows + 3, header, text);
    }
    const before = figuresOf(office).expected;
    rebuild(office);
    expect(at(office, 'Организации', `A${rows + 2}`)?.repair).toContain('То же записано в строке 2');
    expect(issuesOf(office).map((issue) => [issue.cell, issue.repair])).toContainEqual([
      `D${rows + 3}`,
      expect.stringContaining('Такая же организация есть в строке 2'),
    ]);
    // The one with its own code counts as another organisation until somebody says otherwise.
    expect(figuresOf(office).expected).toBe((before ?? 0) + 8);
  });

  test('districts that cannot be a tab’s name, and two that differ by case and spaces only', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const long = `Район ${'очень '.repeat(19)}длинный`;
    const tab = reportingTab(office, 'Организации');
    const names = ['А:Б/В [1]*?', 'А/Б:В [1]*?', long, '  кировский ', "О'Нил", '🏫', '=СУММ(A1)'];
    names.forEach((name, index) => {
      const row = tab.rows().length + 2;
      type(office, 'Организации', row, 'Код организации', `Н-${index}`);
      plant(office, 'Организации', row, 'Район', name);
      type(office, 'Организации', row, 'Краткое название', `Новая ${index}`);
      type(office, 'Организации', row, 'Тип', 'школа');
    });
    const run = rebuild(office);
    expect(said(run)).toMatch(/^Готово/);
    const titles = office.books.reporting.workbook.sheets.map((sheet) => sheet.name);
    const districts = titles.filter((title) => title.startsWith('Сводка · '));
    expect(districts).toHaveLength(7 + 6);
    expect(new Set(districts).size).toBe(districts.length);
    for (const title of districts) expect(title.length).toBeLessThanOrEqual(100);
    const shown = issuesOf(office).find((issue) => issue.repair.includes('Район уже записан'));
    expect(shown).toMatchObject({ tab: 'Организации', column: 'Район', found: 'кировский' });
    // Every one of them is linked from the summary, and pressing again writes no second tab.
    rebuild(office);
    expect(office.books.reporting.workbook.sheets.map((sheet) => sheet.name)).toEqual(titles);
    expect(figuresOf(office).expected).toBe(7 * (8 * 8 + 1) + names.length * 8);
  });

  test('a stage without its deadline is «без срока» and asked for', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const tab = reportingTab(office, 'Этапы');
    office.administrator.clear(tab.place, tab.cell(3, 'Срок'));
    rebuild(office);
    expect(at(office, 'Этапы', tab.cell(3, 'Срок'))?.repair).toContain(
      'этого требует значение в столбце «Вид срока»',
    );
    const row = reportOf(office)
      .view.dataRows()
      .find((each) => reportOf(office).at(each, 'Этап').startsWith('2.'));
    expect(reportOf(office).at(row ?? 0, 'Состояние')).toBe('без срока');
  });

  test('error cells and unusable codes make no rows: «#REF!», a code with «/» or a leading «=»', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const before = figuresOf(office).expected;
    const tab = reportingTab(office, 'Организации');
    ['#REF!', 'К/01', '=К1'].forEach((code, index) => {
      const row = tab.rows().length + 2;
      plant(office, 'Организации', row, 'Код организации', code);
      type(office, 'Организации', row, 'Район', 'Кировский');
      type(office, 'Организации', row, 'Краткое название', `Новая ${index}`);
      type(office, 'Организации', row, 'Тип', 'школа');
    });
    plant(office, 'Этапы', 11, 'Код', '#REF!');
    rebuild(office);
    expect(figuresOf(office).expected).toBe(before);
    expect(issuesOf(office).filter((issue) => issue.column === 'Код организации')).toHaveLength(3);
    expect(at(office, 'Этапы', 'A11')?.repair).toContain('без формулы');
  });

  test('names that begin like a formula stay text everywhere and settle', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    for (const [row, name] of [
      [2, '=HYPERLINK("http://x";"a")'],
      [3, '+7 школа'],
      [4, '-Школа'],
      [5, '@школа'],
    ] as const) {
      plant(office, 'Организации', row, 'Краткое название', name);
    }
    expect(said(rebuild(office))).toMatch(/^Готово/);
    expect(
      reportOf(office)
        .rows()
        .filter((each) => each.Состояние === 'ошибка в данных'),
    ).toEqual([]);
    const again = rebuild(office);
    expect(again.meter.calls['Range.setValues']).toBe(1);
    for (const sheet of office.books.reporting.workbook.sheets) {
      sheet.eachRow(sheet.grid, (cells) => {
        for (const formula of cells.formulas ?? []) {
          expect(JSON.stringify(formula?.group.pattern.tokens ?? '')).not.toContain('http');
        }
      });
    }
  });
});

describe('a book in another country', () => {
  test('a US book reads 03/04 as March: said in «Замечания», and the rest is rebuilt', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const deadlines = reportOf(office)
      .rows()
      .map((row) => row.Срок);
    office.books.reporting.workbook.locale = 'en_US';
    office.books.reporting.workbook.timeZone = 'America/Los_Angeles';
    rebuild(office);
    expect(issuesOf(office).map((issue) => issue.repair)).toEqual([
      expect.stringContaining('указан регион en_US'),
      expect.stringContaining('указан часовой пояс America/Los_Angeles'),
    ]);
    expect(figuresOf(office).expected).toBe(220);
    expect(
      reportOf(office)
        .rows()
        .map((row) => row.Срок),
    ).toEqual(deadlines);
  });
});

test('a stranger’s link edits are checked like all others', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  office.books.reporting.link = 'edit';
  const { place, view } = reportOf(office);
  const guest = office.host.person('');
  const row = view.dataRows()[0] ?? 0;
  expect(guest.type(place, view.cell(row, 'Дата выполнения'), 'вчера').ok).toBe(true);
  expect(guest.type(place, view.cell(row, 'Решение'), 'согласовано').ok).toBe(false);
  rebuild(office);
  expect(at(office, 'Отчёт', `E${row}`)?.repair).toContain('Запишите день цифрами');
  expect(CURATOR).not.toBe('');
});
