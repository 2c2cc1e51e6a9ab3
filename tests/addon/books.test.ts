/** Books that are lost, copied or in dispute, settings that make no sense, and a memory that is gone. */
import { describe, expect, test } from '@jest/globals';
import { type Books, press } from '../../host/sample/books';
import {
  ADD_BOOK,
  ADMINISTRATOR,
  addAddress,
  BELOYARSKY,
  CHECK,
  controlTab,
  EKATERINBURG,
  figuresOf,
  HEAD,
  issuesOf,
  makeOffice,
  type Office,
  peoplesCells,
  REBUILD,
  rebuild,
  reportingTab,
  reportOf,
  SET_UP,
  STATE,
  said,
  setUp,
  wholeState,
} from './office';

const HOUR = 3_600_000;

function setting(office: Office, name: string, text: string): number {
  const tab = controlTab(office, 'Настройки');
  const row = tab.row({ Настройка: name });
  office.administrator.type(tab.place, tab.cell(row, 'Значение'), text);
  return row;
}
const settingHelp = (office: Office, name: string): string => {
  const tab = controlTab(office, 'Настройки');
  return tab.at(tab.row({ Настройка: name }), 'Пояснение');
};

describe('settings that make no sense', () => {
  test.each([
    ['Скоро срок, дней', 'неделя', '7'],
    ['Скоро срок, дней', '1000', '7'],
    ['Час ночной проверки', '25', '3'],
    ['Обновлять не реже, минут', '1', '60'],
    ['Часовой пояс', 'Екатеринбург', 'Europe/Moscow'],
    ['Администраторы', 'Иванов', '—'],
  ])('«%s» = «%s» is said beside the row and in words, and the usual value is used', (name, text, used) => {
    const office = makeOffice({ programme: BELOYARSKY });
    const before = settingHelp(office, name);
    const row = setting(office, name, text);
    const run = rebuild(office);
    expect(said(run)).toMatch(/Готово/);
    expect(said(run)).toContain(`«Настройки», строка ${row}, столбец «Значение»: Это значение`);
    expect(settingHelp(office, name)).toMatch(/^⚠ Это значение/);
    if (used !== '—') expect(settingHelp(office, name)).toContain(`взято обычное: ${used}`);
    expect(issuesOf(office).map((issue) => issue.tab)).not.toContain('Настройки');
    expect(figuresOf(office).expected).toBe(220);
    setting(office, name, '');
    rebuild(office);
    expect(settingHelp(office, name)).toBe(before);
  });

  test('a reporting book that is no address is said and the other books are rebuilt', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const tab = controlTab(office, 'Настройки');
    const row = tab.rows().length + 2;
    office.administrator.type(tab.place, tab.cell(row, 'Настройка'), 'Отчётная книга 2');
    office.administrator.type(tab.place, tab.cell(row, 'Значение'), 'в папке у Марии');
    expect(said(rebuild(office))).toMatch(/Готово: 220 отчётов.*непонятно и не учитывается/s);
    expect(controlTab(office, 'Настройки').at(row, 'Пояснение')).toMatch(/^⚠ Это значение непонятно/);
  });

  test('a time zone that nobody knows stops nothing', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    setting(office, 'Часовой пояс', 'Mars/Olympus');
    expect(said(rebuild(office))).toMatch(/Готово/);
    expect(issuesOf(office).map((issue) => issue.repair)).toEqual([expect.stringContaining('часовой пояс')]);
    press(office.host, office.books, 'Включить расписание');
    office.host.clock.set(office.host.clock.now() + HOUR);
    const runs = office.host.advance(2 * HOUR);
    expect(runs.filter((run) => run.error)).toEqual([]);
  });

  test('the tab «Настройки» deleted: made anew, the book is not forgotten, the journal says so', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    office.administrator.deleteSheet(controlTab(office, 'Настройки').place);
    expect(said(rebuild(office))).toMatch(/Готово: 220 отчётов/);
    expect(
      controlTab(office, 'Настройки')
        .rows()
        .some((row) => row.Значение?.includes(office.books.reporting.workbook.id)),
    ).toBe(true);
    expect(JSON.stringify(controlTab(office, 'Журнал').rows())).toContain('«Настройки»');
  });

  test('columns of «Настройки» moved and renamed: values are still read, a book is added where it belongs', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const tab = controlTab(office, 'Настройки');
    office.administrator.moveColumns(tab.place, 3, 1, 1);
    office.administrator.type(tab.place, tab.cell(1, 'Значение'), 'Моё значение');
    setUp(office);
    office.host.answers.push({ text: '' });
    expect(said(press(office.host, office.books, ADD_BOOK))).toContain('добавлена');
    const rows = controlTab(office, 'Настройки').rows();
    const books = rows.filter((row) => row.Настройка === 'Отчётная книга');
    expect(books).toHaveLength(2);
    for (const book of books) expect(book['Моё значение']).toContain('/spreadsheets/d/');
  });
});

describe('«Адреса»', () => {
  test('mistakes are said in the control book beside the row, never in the shared book', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    addAddress(office, 'не адрес', 'руководитель района', 'Белоярский');
    addAddress(office, 'b@example.org', 'руководитель района');
    const run = setUp(office);
    const rows = controlTab(office, 'Адреса').rows();
    expect(rows.map((row) => row.Замечание)).toEqual([
      '',
      expect.stringContaining('⚠ Адрес: Проверьте адрес'),
      expect.stringContaining('⚠ Район: Заполните'),
    ]);
    expect(said(run)).toContain('«Адреса», строка 3, столбец «Адрес»');
    expect(JSON.stringify(wholeState(office.books.reporting.workbook))).not.toContain('не адрес');
    expect(said(press(office.host, office.books, STATE))).toContain('«Адреса», строка 4, столбец «Район»');
  });

  test('the nightly repair finds them too, without anybody pressing', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    press(office.host, office.books, 'Включить расписание');
    addAddress(office, 'не адрес', 'администратор');
    office.host.advance(20 * HOUR);
    expect(controlTab(office, 'Адреса').rows()[1]?.Замечание).toMatch(/^⚠/);
  });
});

describe('a reporting book', () => {
  test.each(['deleted', 'unshared'])(
    '%s: said in words, in the journal and beside its row; back, it goes on',
    (how) => {
      const office = makeOffice({ programme: BELOYARSKY });
      const { host, books } = office;
      press(host, books, 'Включить расписание');
      const id = books.reporting.workbook.id;
      const lose = () => {
        if (how === 'deleted') books.reporting.trashed = true;
        else Object.assign(books.reporting, { owner: 'somebody@example.org' });
      };
      lose();
      expect(said(rebuild(office))).toContain('удалена или к ней нет доступа');
      expect(settingHelp(office, 'Отчётная книга')).toMatch(/^⚠ книга удалена или к ней нет доступа/);
      const runs = host.advance(3 * HOUR);
      expect(runs.filter((run) => run.error)).toEqual([]);
      expect(said(press(host, books, STATE))).toContain('удалена или к ней нет доступа');
      books.reporting.trashed = false;
      Object.assign(books.reporting, { owner: ADMINISTRATOR });
      host.advance(2 * HOUR);
      expect(host.file(id).workbook).toBe(books.reporting.workbook);
      expect(reportingTab(office, 'Сводка').view.text(2, 2)).toMatch(/^06\.10\.2020 1[67]:/);
      expect(settingHelp(office, 'Отчётная книга')).not.toContain('⚠');
    },
  );

  test('lost: the others are rebuilt all the same', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    office.host.answers.push({ text: '' });
    press(office.host, office.books, ADD_BOOK);
    office.books.reporting.trashed = true;
    expect(said(rebuild(office))).toMatch(/нет доступа.*\nГотово/s);
  });
});

describe('a copy', () => {
  test('of the reporting book touches nothing of the first, and can be added as a book of its own', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const { host, books } = office;
    const copy = host.copySpreadsheet(books.reporting.workbook.id, 'Копия', ADMINISTRATOR);
    const titles = copy.workbook.sheets.map((sheet) => sheet.name);
    host.answers.push({ text: copy.workbook.id });
    expect(said(press(host, books, ADD_BOOK))).toContain('«Копия» добавлена');
    expect(copy.workbook.sheets.map((sheet) => sheet.name)).toEqual(titles);
    const before = figuresOf(office);
    const second: Office = { ...office, books: { ...books, reporting: copy } };
    expect(figuresOf(second)).toEqual(before);
    const { place, view } = reportOf(second);
    host.person(ADMINISTRATOR).type(place, view.cell(2, 'Дата выполнения'), '25.09.2020');
    rebuild(office);
    expect(figuresOf(second).inTime).toBe(1);
    expect(figuresOf(office).inTime).toBe(0);
  });

  test('of the control book: two pults on one book do not fight, and the first goes on', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { host, books } = office;
    const copy = host.copySpreadsheet(books.control.workbook.id, 'Пульт 2', ADMINISTRATOR);
    const [controlScript] = host.projectsOf(copy.workbook.id);
    if (!controlScript) throw new Error('the copy has no script');
    const other: Books = { ...books, control: copy, controlScript };
    host.open(ADMINISTRATOR, copy.workbook.id);
    const before = wholeState(books.reporting.workbook);
    expect(said(press(host, other, REBUILD))).toContain('управляет другой пульт');
    host.answers.push({ button: 'NO' });
    const refused = press(host, other, SET_UP);
    expect(refused.seen.map((each) => ('text' in each ? each.text : '')).join('\n')).toMatch(
      /уже управляет другой пульт.*осталась у другого пульта/s,
    );
    expect(wholeState(books.reporting.workbook)).toEqual(before);
    expect(said(rebuild(office))).toMatch(/^Готово/);
    // Handed over, the first one is told and stops.
    host.answers.push({ button: 'YES' });
    press(host, other, SET_UP);
    expect(said(press(host, other, REBUILD))).toMatch(/^Готово/);
    expect(said(rebuild(office))).toContain('управляет другой пульт');
  });

  test('of the control book brings no trigger along', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    press(office.host, office.books, 'Включить расписание');
    office.host.copySpreadsheet(office.books.control.workbook.id, 'Пульт 2', ADMINISTRATOR);
    const runs = office.host.advance(HOUR);
    expect(new Set(runs.map((run) => run.projectId))).toEqual(new Set([office.books.controlScript.id]));
  });

  test('of a tab («Копия Отчёт») is nobody’s: not read, not counted, not touched', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { workbook } = office.books.reporting;
    const copy = workbook.addCopy(reportOf(office).view.sheet, 'Копия Отчёт', 3);
    copy.metadata = reportOf(office).view.sheet.metadata.map((one) => ({ ...one, id: workbook.newId() }));
    const before = JSON.stringify(copy.rows.map((row) => row?.values));
    rebuild(office);
    setUp(office);
    expect(figuresOf(office).expected).toBe(220);
    expect(JSON.stringify(copy.rows.map((row) => row?.values))).toBe(before);
  });
});

describe('the jobs’ memory lost', () => {
  test('everything is found again: no tab twice, nothing rewritten that people wrote', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const { host, books } = office;
    const { place, view } = reportOf(office);
    office.curator.type(place, view.cell(2, 'Дата выполнения'), '25.09.2020');
    office.administrator.renameSheet(place, 'Отчёт школ');
    rebuild(office);
    const report = () => reportingTab(office, 'Отчёт школ');
    const before = [titles(books), report().rows(), figuresOf(office)];
    host.properties.restore({});
    rebuild(office);
    setUp(office);
    rebuild(office);
    expect([titles(books), report().rows(), figuresOf(office)]).toEqual(before);
    expect(report().view.sheet.protections.length).toBe(4);
    expect(issuesOf(office).filter((issue) => issue.repair.includes('заново'))).toEqual([]);
  });

  test('in the middle of the schedule: the next tick goes on', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    press(office.host, office.books, 'Включить расписание');
    office.host.properties.restore({});
    const runs = office.host.advance(2 * HOUR);
    expect(runs.filter((run) => run.error)).toEqual([]);
    expect(reportingTab(office, 'Сводка').view.text(2, 2)).toMatch(/^06\.10\.2020 1[34]:/);
  });
});

const titles = (books: Books) =>
  [books.reporting, books.control].map((file) => file.workbook.sheets.map((s) => s.name));

describe('menus', () => {
  test('each half shows its own', () => {
    const office = makeOffice();
    const { host, books } = office;
    const captions = (user: string, id: string) => {
      host.open(user, id);
      return host
        .menusOf(user, id)
        .flatMap((menu) => menu.items.flatMap((item) => (item.kind === 'item' ? [item.caption] : [])));
    };
    const control = captions(ADMINISTRATOR, books.control.workbook.id);
    expect(control).toEqual(
      expect.arrayContaining([
        SET_UP,
        ADD_BOOK,
        'Заполнить примером программы…',
        REBUILD,
        CHECK,
        'Упорядочить строки отчёта…',
        'Включить расписание',
        'Выключить расписание',
        STATE,
      ]),
    );
    expect(control).not.toContain('Моя школа');
    expect(captions(HEAD, books.reporting.workbook.id)).toEqual(['Моя школа', 'Помощь']);
  });

  test('«Проверить данные» says how many issues there are, with the right plural', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    expect(said(press(office.host, office.books, CHECK))).toBe('Замечаний нет.');
    const { place, view } = reportOf(office);
    office.curator.type(place, view.cell(2, 'Дата выполнения'), 'вчера');
    expect(said(press(office.host, office.books, CHECK))).toBe('1 замечание: смотрите вкладку «Замечания».');
    office.curator.type(place, view.cell(3, 'Дата выполнения'), 'завтра');
    expect(said(press(office.host, office.books, CHECK))).toBe('2 замечания: смотрите вкладку «Замечания».');
    expect(Object.keys(peoplesCells(office))).toHaveLength(220);
  });

  test('the schedule is installed once, whoever presses', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    const { host, books } = office;
    press(host, books, 'Включить расписание');
    press(host, books, 'Включить расписание');
    books.control.share('second@example.org', 'edit');
    host.open('second@example.org', books.control.workbook.id);
    const second = host.menu('second@example.org', books.control.workbook.id, 'Сводка › Включить расписание');
    expect(said(second)).toContain(`владелец ${ADMINISTRATOR}`);
    const runs = host.advance(HOUR);
    expect(runs.filter((run) => run.functionName === 'tick')).toHaveLength(6);
  });
});
