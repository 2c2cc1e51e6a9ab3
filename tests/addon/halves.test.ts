/** The two halves: what each may ask of Google, and what people may write with or without a script. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import {
  ADMINISTRATOR,
  BELOYARSKY,
  CURATOR,
  EKATERINBURG,
  figuresOf,
  HEAD,
  makeOffice,
  rebuild,
  reportingTab,
  reportOf,
  STRANGER,
  wholeState,
} from './office';

const GOOGLE = 'https://www.googleapis.com/auth/';

/** Every scope with its reason; a scope that is not here needs one before it is asked for. */
const REASONS = {
  reporting: {
    'spreadsheets.currentonly': 'onEdit mends dates in this book, the sidebar reads and fills it',
    'script.container.ui': 'the menu and the sidebar',
  },
  control: {
    spreadsheets: 'the jobs open the reporting books, which are other files',
    'script.container.ui': 'the menu and its dialogs',
    'script.scriptapp': 'the one trigger of the schedule',
    'script.send_mail': 'digests and reminders, and how many may still be sent today',
    'userinfo.email': 'whose trigger it is, and that the administrator is not locked out',
  },
} as const;

const manifest = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    oauthScopes: string[];
    runtimeVersion: string;
    timeZone: string;
  };

describe('the manifests', () => {
  test.each([
    ['appsscript.json', REASONS.reporting],
    ['control/appsscript.json', REASONS.control],
  ])('%s asks for exactly the scopes that have a reason', (path, reasons) => {
    expect([...manifest(path).oauthScopes].sort()).toEqual(
      Object.keys(reasons)
        .map((name) => GOOGLE + name)
        .sort(),
    );
    for (const reason of Object.values(reasons)) expect(reason.length).toBeGreaterThan(10);
    expect(manifest(path).runtimeVersion).toBe('V8');
  });

  test('the add-on services that need more are asked for in neither', () => {
    for (const path of ['appsscript.json', 'control/appsscript.json']) {
      expect(readFileSync(path, 'utf8')).not.toMatch(/drive|external_request|enabledAdvancedServices|webapp/);
    }
  });
});

describe('the reporting half', () => {
  const office = makeOffice({ programme: EKATERINBURG });
  const { host, books } = office;
  const id = books.reporting.workbook.id;

  test('puts up its menu while every service that needs authorisation throws', () => {
    const needs =
      /^(SpreadsheetApp\.(open|create|getActive)|PropertiesService|ScriptApp|MailApp|Session|LockService|CacheService|UrlFetch|DriveApp|Spreadsheet\.|Sheet\.|Range\.)/;
    const faults: Fault[] = [{ at: { kind: needs, every: true }, fail: new Error('no authorisation') }];
    const run = host.call(books.reportingScript, 'onOpen', [], { user: CURATOR, trigger: 'open', faults });
    expect(run.error).toBeNull();
    expect(
      Object.keys(run.meter.calls).every((kind) => /^(SpreadsheetApp\.getUi|Ui\.|Menu\.)/.test(kind)),
    ).toBe(true);
    expect(run.meter.total).toBeGreaterThan(0);
    const control = host.call(books.controlScript, 'onOpen', [], {
      user: ADMINISTRATOR,
      trigger: 'open',
      faults,
    });
    expect(control.error).toBeNull();
  });

  test('does not hold the control book’s functions, whoever calls them by name', () => {
    const before = [wholeState(books.reporting.workbook), wholeState(books.control.workbook)];
    const own = books.reportingScript.functionNames();
    const names = books.controlScript.functionNames().filter((name) => !own.includes(name));
    expect(names).toEqual(expect.arrayContaining(['menuSetUp', 'importApply', 'tick']));
    for (const name of names) {
      for (const user of [CURATOR, ADMINISTRATOR]) {
        const run = host.call(books.reportingScript, name, [], { user });
        expect([name, run.error?.message, run.meter.total, run.seen]).toEqual([
          name,
          expect.stringContaining(name),
          0,
          [],
        ]);
      }
    }
    expect([wholeState(books.reporting.workbook), wholeState(books.control.workbook)]).toEqual(before);
  });

  test('runs for a curator who refused both scopes without an error in the cell', () => {
    for (const scope of Object.keys(REASONS.reporting)) {
      host.refuseScope(books.reportingScript, 'shy@example.org', GOOGLE + scope);
    }
    books.reporting.share('shy@example.org', 'edit');
    host.open('shy@example.org', id);
    const { place } = reportOf(office);
    expect(host.person('shy@example.org').type(place, 'G2', ' x ').ok).toBe(true);
    expect(host.runs[host.runs.length - 1]?.error).toBeNull();
    host.person('shy@example.org').clear(place, 'G2');
  });
});

describe('rights, enforced by Sheets itself', () => {
  const office = makeOffice({ programme: EKATERINBURG });
  const { place, view } = reportOf(office);
  const SVODKAS = [
    'Организация',
    'Этап',
    'Срок',
    'Состояние',
    'Впервые замечено',
    'Учитывается',
    'Район',
    'Ключ',
    'Решение учтено',
  ];
  const CURATORS = ['Дата выполнения', 'Документ', 'Комментарий'];
  const HEADS = ['Решение', 'Продлено до', 'Причина'];
  const may = (email: string, header: string, text: string, row = 2) => {
    const cell = view.cell(row, header);
    const person = office.host.person(email);
    const result = person.type(place, cell, text);
    if (result.ok) person.clear(place, cell);
    return result.ok;
  };
  const value = (header: string) =>
    header === 'Решение'
      ? 'согласовано'
      : header.startsWith('Д') || header === 'Продлено до'
        ? '01.10.2020'
        : 'х';

  test('a curator writes the three columns of the curator, and no protected cell', () => {
    for (const header of CURATORS)
      expect([header, may(CURATOR, header, value(header))]).toEqual([header, true]);
    for (const header of [...SVODKAS, ...HEADS]) {
      expect([header, may(CURATOR, header, value(header))]).toEqual([header, false]);
    }
    expect(may(CURATOR, 'Комментарий', 'заголовок', 1)).toBe(false);
    for (const title of [
      'Этапы',
      'Организации',
      'Показатели',
      'Столбцы',
      'Сводка',
      'Замечания',
      'Как заполнять',
    ]) {
      expect([title, office.curator.type(reportingTab(office, title).place, 'B2', 'х').ok]).toEqual([
        title,
        false,
      ]);
      expect(office.curator.deleteSheet(reportingTab(office, title).place).ok).toBe(false);
    }
  });

  test('a head of district writes decisions too, and nothing of Svodka’s', () => {
    for (const header of HEADS) expect([header, may(HEAD, header, value(header))]).toEqual([header, true]);
    for (const header of SVODKAS) expect([header, may(HEAD, header, value(header))]).toEqual([header, false]);
  });

  test('a curator neither sorts nor inserts nor deletes rows of «Отчёт», nor deletes the tab', () => {
    const before = wholeState(office.books.reporting.workbook);
    expect(office.curator.sort(place, 'A2:O20', 5).ok).toBe(false);
    expect(office.curator.insertRows(place, 5).ok).toBe(false);
    expect(office.curator.deleteRows(place, 5).ok).toBe(false);
    expect(office.curator.deleteColumns(place, 5).ok).toBe(false);
    expect(office.curator.deleteSheet(place).ok).toBe(false);
    expect(wholeState(office.books.reporting.workbook)).toEqual(before);
  });

  test('a stranger and a viewer write nothing', () => {
    office.books.reporting.share('viewer@example.org', 'view');
    for (const email of [STRANGER, 'viewer@example.org']) {
      expect(may(email, 'Комментарий', 'х')).toBe(false);
      expect(may(email, 'Срок', '01.10.2020')).toBe(false);
    }
  });

  test('an editor who joins later has a curator’s rights, a head who leaves «Адреса» loses a head’s', () => {
    office.books.reporting.share('new@example.org', 'edit');
    expect([
      may('new@example.org', 'Комментарий', 'х'),
      may('new@example.org', 'Срок', '01.01.2021'),
    ]).toEqual([true, false]);
    const addresses = { spreadsheetId: office.books.control.workbook.id, sheetId: 0 };
    const sheet = office.books.control.workbook.sheets.find((each) => each.name === 'Адреса');
    office.administrator.clear({ ...addresses, sheetId: sheet?.id ?? 0 }, 'A2:D2');
    office.host.menu(ADMINISTRATOR, office.books.control.workbook.id, 'Сводка › Настроить таблицы…');
    expect(may(HEAD, 'Решение', 'согласовано')).toBe(false);
  });
});

describe('a book without its bound script', () => {
  const office = makeOffice({ programme: BELOYARSKY });
  office.host.detach(office.books.reportingScript);
  const school = 'Белоярская школа № 1';

  test('a person who found their school on «Как заполнять» files a stage by the grid alone', () => {
    const howTo = reportingTab(office, 'Как заполнять').view;
    expect(howTo.sheet.workbook.sheets[0]).toBe(howTo.sheet);
    const row = Array.from({ length: howTo.sheet.maxRows }, (_, index) => index + 1).find(
      (each) => howTo.text(each, 2) === school,
    );
    const link = JSON.stringify(howTo.sheet.formula(row ?? 0, 1)?.group.pattern.tokens ?? '');
    const { view, place } = reportOf(office);
    expect(link).toContain(`#gid=${view.sheet.id}`);
    const target = Number(/range=A(\d+)/.exec(link)?.[1]);
    expect(view.text(target, 2)).toBe(school);
    expect(view.text(target, view.column('Состояние'))).toMatch(/^просрочено/);
    expect(office.curator.type(place, view.cell(target, 'Дата выполнения'), '05.10.2020').ok).toBe(true);
    const status = view.seen(target, view.column('Состояние'));
    expect(status).toMatchObject({ text: 'сдано в срок', background: '#cfe2f3' });
    const before = figuresOf(office).inTime;
    rebuild(office);
    expect(figuresOf(office).inTime).toBe((before ?? 0) + 1);
  });

  test('text for a date is marked at once and named at the next check, a word that is no decision is warned of, rights hold', () => {
    const { view, place } = reportOf(office);
    const typed = office.curator.type(place, view.cell(9, 'Дата выполнения'), 'вчера');
    expect(typed).toMatchObject({ ok: true, warning: expect.any(String) });
    expect(view.text(9, view.column('Состояние'))).toBe('ошибка в данных');
    expect(view.seen(9, view.column('Дата выполнения')).background).toBe('#e8d7f1');
    expect(office.curator.type(place, view.cell(9, 'Срок'), '01.01.2030').ok).toBe(false);
    expect(office.head.type(place, view.cell(9, 'Решение'), 'ладно')).toMatchObject({
      ok: true,
      warning: expect.stringContaining('«согласовано» или «возвращено»'),
    });
  });

  test('statuses move on by themselves as days pass', () => {
    const { view } = reportOf(office);
    const row = view.find({ Организация: school, Срок: '30.10.2020' });
    expect(view.text(row, 4)).toBe('впереди');
    office.host.clock.set(Date.UTC(2020, 9, 25, 7));
    expect(view.text(row, 4)).toBe('скоро срок: 5 дн.');
    office.host.clock.set(Date.UTC(2020, 9, 30, 18));
    expect(view.text(row, 4)).toBe('скоро срок: 0 дн.');
    office.host.clock.set(Date.UTC(2020, 9, 30, 19, 30));
    expect(view.text(row, 4)).toBe('просрочено: 1 дн.');
    expect(view.seen(row, 4).background).toBe('#b3261e');
    // In a saved copy too: when it was made, and nothing that turns wrong with time.
    expect(reportingTab(office, 'Сводка').view.seen(2, 2).text).toBe('06.10.2020 12:00');
  });
});
