/** The administrator presses «Настроить таблицы»: what appears, and what stays as it was. */
import { describe, expect, test } from '@jest/globals';
import { LocalHost } from '../../host/runtime/localHost';
import { press } from '../../host/sample/books';
import { boxToA1 } from '../../src/domain/values/a1';
import { reportingSchemas } from '../../src/tabs/schemas';
import {
  ADD_BOOK,
  ADMINISTRATOR,
  BELOYARSKY,
  controlTab,
  issuesOf,
  makeOffice,
  NOON,
  rebuild,
  reportingTab,
  reportOf,
  SET_UP,
  said,
  setUp,
  Tab,
  wholeState,
} from './office';

const titles = (file: { workbook: { sheets: readonly { name: string; hidden: boolean }[] } }) =>
  file.workbook.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);

describe('setup makes', () => {
  const office = makeOffice({ programme: BELOYARSKY });

  test('every tab of the reporting book, «Как заполнять» first and the service tab hidden', () => {
    const names = titles(office.books.reporting);
    expect(names[0]).toBe('Как заполнять');
    expect([...names].sort()).toEqual(
      [
        'Как заполнять',
        'Отчёт',
        'Сводка',
        'Охват',
        'Реестр пар',
        'Напоминания',
        'Замечания',
        'Этапы',
        'Столбцы',
        'Показатели',
        'Организации',
      ].sort(),
    );
    const { sheets } = office.books.reporting.workbook;
    expect(sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name)).toEqual(['Служебное']);
  });

  test('the control book with its three tabs and nothing else', () => {
    expect(titles(office.books.control)).toEqual(['Настройки', 'Адреса', 'Журнал']);
  });

  test('headers in the order of the design, the header row and the stage frozen, Svodka’s columns hidden', () => {
    const { view } = reportOf(office);
    expect(reportOf(office).headers()).toEqual([
      'Этап',
      'Организация',
      'Срок',
      'Состояние',
      'Дата выполнения',
      'Документ',
      'Комментарий',
      'Решение',
      'Продлено до',
      'Причина',
      'Впервые замечено',
      'Данные строки',
      'Учитывается',
      'Нужно согласование',
      'Район',
      'Ключ',
      'Решение учтено',
      'Учтено в районе',
      'Кто сдал',
      'Кто решил',
    ]);
    expect([view.sheet.frozenRows, view.sheet.frozenColumns]).toEqual([1, 1]);
    expect([...view.sheet.hiddenColumns].sort((a, b) => a - b)).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
  });

  test('a note with help and an example on every header, so that nobody needs a sidebar', () => {
    for (const schema of reportingSchemas()) {
      const { view } = reportingTab(office, schema.title);
      for (const column of schema.columns) {
        const { note } = view.seen(1, view.column(column.header));
        expect([schema.title, column.header, note.includes(column.help)]).toEqual([
          schema.title,
          column.header,
          true,
        ]);
      }
    }
  });

  test('lists to choose from, dates that warn and counts that warn, in the last row of the grid too', () => {
    const criterionAt = (title: string, header: string) => {
      const { view } = reportingTab(office, title);
      const rule = view.sheet.rows[view.sheet.maxRows - 1]?.validations?.[view.column(header) - 1];
      return rule && [rule.criterion, rule.allowInvalid];
    };
    expect(criterionAt('Отчёт', 'Дата выполнения')).toEqual(['DATE_IS_VALID_DATE', true]);
    expect(criterionAt('Отчёт', 'Решение')).toEqual(['VALUE_IN_LIST', true]);
    expect(criterionAt('Охват', 'Наставляемых')).toEqual(['NUMBER_BETWEEN', true]);
    expect(criterionAt('Охват', 'Организация')?.[0]).toBe('VALUE_IN_RANGE');
    expect(criterionAt('Реестр пар', 'Организация')?.[0]).toBe('VALUE_IN_RANGE');
    expect(criterionAt('Этапы', 'Вид срока')).toEqual(['VALUE_IN_LIST', false]);
  });

  test('dates that look like dates and keys that stay text', () => {
    const { view } = reportOf(office);
    const last = view.dataRows().length + 1;
    expect(view.seen(last, view.column('Дата выполнения')).style.numberFormat).toBe('dd.mm.yyyy');
    expect(view.seen(last, view.column('Ключ')).style.numberFormat).toBe('@');
  });

  test('a missed deadline in white on red, no matter who looks', () => {
    const { view } = reportOf(office);
    const status = view.column('Состояние');
    const row = view.dataRows().find((each) => view.text(each, status).startsWith('просрочено')) ?? 0;
    expect(view.seen(row, status)).toMatchObject({ background: '#b3261e', fontColor: '#ffffff' });
  });

  test('204 rows for the organisations of Белоярский', () => {
    const rows = reportOf(office).rows();
    const organisations = new Set(
      reportingTab(office, 'Организации')
        .rows()
        .filter((row) => ['школа', 'дополнительное образование'].includes(row.Тип ?? ''))
        .map((row) => row['Краткое название']),
    );
    expect(organisations.size).toBe(17);
    expect(rows.filter((row) => organisations.has(row.Организация)).length).toBe(204);
  });
});

describe('pressed again, setup', () => {
  test('changes nothing at all in either book and says so', () => {
    const office = makeOffice({ programme: BELOYARSKY });
    setUp(office);
    const before = [wholeState(office.books.reporting.workbook), wholeState(office.books.control.workbook)];
    const run = setUp(office);
    expect(said(run)).toBe('Все вкладки на месте, ничего менять не пришлось.');
    expect([wholeState(office.books.reporting.workbook), wholeState(office.books.control.workbook)]).toEqual(
      before,
    );
  });

  test('of an empty programme changes nothing either', () => {
    const office = makeOffice();
    const before = wholeState(office.books.reporting.workbook);
    setUp(office);
    expect(wholeState(office.books.reporting.workbook)).toEqual(before);
  });
});

/** An existing book of people's own, with the administrator's control book beside it. */
function addOwnBook(
  prepare: (host: LocalHost, own: ReturnType<LocalHost['createSpreadsheet']>) => void,
  locale = 'ru_RU',
  timeZone = 'Asia/Yekaterinburg',
  answers: readonly { button?: 'YES' | 'NO'; text?: string }[] = [],
) {
  const office = makeOffice();
  const { host, books } = office;
  const own = host.createSpreadsheet({ name: 'Школы района', owner: ADMINISTRATOR, locale, timeZone });
  prepare(host, own);
  host.answers.push(
    { text: `https://docs.google.com/spreadsheets/d/${own.workbook.id}/edit#gid=0` },
    ...answers,
  );
  const run = press(host, books, ADD_BOOK);
  return { office: { ...office, books: { ...books, reporting: own } }, own, run };
}

describe('a book that people had before, added by its address', () => {
  test('keeps their tabs, values, colours and protections', () => {
    const { own, run } = addOwnBook((host, file) => {
      const person = host.person(ADMINISTRATOR);
      const place = { spreadsheetId: file.workbook.id, sheetId: 0 };
      person.paste(place, 'A1', [
        ['Отчёт о ремонте', 'Сумма'],
        ['Крыша', 12],
      ]);
      person.renameSheet(place, 'Отчёт');
      person.recolour(place, 'A1:B2', '#ff00ff');
      file.workbook.sheets[0]?.protections.push({
        id: file.workbook.newId(),
        type: 'RANGE',
        box: { row: 1, col: 1, rows: 1, cols: 2 },
        description: 'Моё',
        warningOnly: false,
        domainEdit: false,
        editors: new Set(),
        unprotected: [],
      });
    });
    expect(said(run)).toContain('«Школы района» добавлена');
    const theirs = new Tab(own, 'Отчёт');
    expect(theirs.view.texts().map((row) => row.slice(0, 2))).toEqual([
      ['Отчёт о ремонте', 'Сумма'],
      ['Крыша', '12'],
    ]);
    expect(theirs.view.seen(2, 2).background).toBe('#ff00ff');
    expect(theirs.view.sheet.protections.map((one) => one.description)).toEqual(['Моё']);
    expect(theirs.view.sheet.conditionalRules).toEqual([]);
    expect(new Tab(own, 'Отчёт (2)').headers()[0]).toBe('Этап');
  });

  test('is asked about before its region and time zone change, and a «нет» is obeyed and shown', () => {
    const fill = (host: LocalHost, file: ReturnType<LocalHost['createSpreadsheet']>) => {
      host.person(ADMINISTRATOR).type({ spreadsheetId: file.workbook.id, sheetId: 0 }, 'A1', 'данные');
    };
    const refused = addOwnBook(fill, 'en_US', 'America/New_York', [{ button: 'NO' }]);
    expect(refused.run.seen.map((each) => ('text' in each ? each.text : ''))[1]).toMatch(
      /уже есть данные.*en_US.*America\/New_York/s,
    );
    expect([refused.own.workbook.locale, refused.own.workbook.timeZone]).toEqual([
      'en_US',
      'America/New_York',
    ]);
    expect(issuesOf(refused.office).map((issue) => issue.repair)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('указан регион en_US'),
        expect.stringContaining('указан часовой пояс America/New_York'),
      ]),
    );
    const agreed = addOwnBook(fill, 'en_US', 'America/New_York', [{ button: 'YES' }]);
    expect([agreed.own.workbook.locale, agreed.own.workbook.timeZone]).toEqual([
      'ru_RU',
      'Asia/Yekaterinburg',
    ]);
  });

  test('is set right without a question while it is empty', () => {
    const { own, run } = addOwnBook(() => {}, 'en_US', 'Etc/GMT');
    expect(run.seen.length).toBe(2);
    expect([own.workbook.locale, own.workbook.timeZone]).toEqual(['ru_RU', 'Asia/Yekaterinburg']);
  });

  test('is refused in a sentence when the address is none, is unknown, or is there already', () => {
    const office = makeOffice();
    const answer = (text: string) => {
      office.host.answers.push({ text });
      return said(press(office.host, office.books, ADD_BOOK));
    };
    const before = controlTab(office, 'Настройки').rows();
    expect(answer('школы района')).toContain('не похоже на адрес');
    expect(answer('https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOp/edit')).toContain('нет доступа');
    expect(answer(office.books.reporting.workbook.id)).toContain('уже добавлена');
    expect(controlTab(office, 'Настройки').rows()).toEqual(before);
  });
});

test('all in one: «эта» puts both halves into one book, and it rebuilds', () => {
  const host = new LocalHost({ now: NOON });
  const file = host.createSpreadsheet({
    name: 'Всё в одном',
    owner: ADMINISTRATOR,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  const script = host.attach('control/dist', { spreadsheetId: file.workbook.id });
  host.open(ADMINISTRATOR, file.workbook.id);
  host.answers.push({ text: 'эта' });
  const books = {
    administrator: ADMINISTRATOR,
    control: file,
    reporting: file,
    controlScript: script,
    reportingScript: script,
  };
  const run = press(host, books, SET_UP);
  expect(run.seen.map((each) => ('text' in each ? each.text : ''))[0]).toContain(
    'если всем, кто её правит, можно доверять',
  );
  host.answers.push({ text: '2' });
  press(host, books, 'Заполнить примером программы…');
  expect(said(press(host, books, 'Обновить сводку сейчас'))).toMatch(/^Готово: 220 отчётов/);
  expect(titles(file)).toEqual(expect.arrayContaining(['Настройки', 'Отчёт', 'Сводка', 'Журнал']));
  expect(titles(file)).not.toContain('Лист1');
});

describe('the sheet that a new spreadsheet begins with', () => {
  test('is taken off when it is empty and stays when somebody wrote in it', () => {
    for (const [text, stays] of [
      ['', false],
      ['черновик', true],
    ] as const) {
      const host = new LocalHost({ now: NOON });
      const file = host.createSpreadsheet({ name: 'П', owner: ADMINISTRATOR, locale: 'ru_RU' });
      if (text !== '') {
        host.person(ADMINISTRATOR).type({ spreadsheetId: file.workbook.id, sheetId: 0 }, 'B7', text);
      }
      const script = host.attach('control/dist', { spreadsheetId: file.workbook.id });
      const books = {
        administrator: ADMINISTRATOR,
        control: file,
        reporting: file,
        controlScript: script,
        reportingScript: script,
      };
      host.open(ADMINISTRATOR, file.workbook.id);
      host.answers.push({ text: '' });
      press(host, books, SET_UP);
      expect(titles(file).includes('Лист1')).toBe(stays);
    }
  });
});

test('people’s own colours and protections inside Svodka’s tabs survive setup', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  const { sheet } = reportOf(office).view;
  const own = {
    ranges: [{ row: 2, col: 7, rows: 20, cols: 1 }],
    condition: {
      criterion: 'TEXT_CONTAINS',
      args: ['срочно'],
      pattern: null,
      background: '#00ff00',
      fontColor: '#112233',
      bold: null,
      italic: null,
      strikethrough: null,
      underline: null,
    },
    gradient: null,
  };
  sheet.conditionalRules.push(own);
  const protection = {
    id: office.books.reporting.workbook.newId(),
    type: 'RANGE' as const,
    box: { row: 5, col: 5, rows: 1, cols: 1 },
    description: 'проверено мной',
    warningOnly: true,
    domainEdit: false,
    editors: null,
    unprotected: [],
  };
  sheet.protections.push(protection);
  setUp(office);
  rebuild(office);
  expect(sheet.conditionalRules.some((rule) => rule.condition?.args[0] === 'срочно')).toBe(true);
  expect(sheet.protections.map((one) => one.description)).toContain('проверено мной');
  expect(
    boxToA1(sheet.protections.find((one) => one.description === 'проверено мной')?.box ?? sheet.grid),
  ).toBe('E5');
});
