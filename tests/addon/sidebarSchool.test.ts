/** «Моя школа»: a curator opens the sidebar, says which school is theirs, and sees its checklist. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { fingerprintOf } from '../../src/domain/school/draft';
import { CURATOR, EKATERINBURG, HEAD, makeOffice, reportingTab, reportOf, said } from './office';
import { ask, date, filled, get, refused } from './sidebarCalls';

const office = makeOffice({ programme: EKATERINBURG });
const { host, books, administrator, curator } = office;
const SCHOOL = 'ВИ-04';
const NAME = 'Школа-образец № 4';
const report = () => reportOf(office);
const rowOf = (stage: string, school = NAME) =>
  report().view.find({ Организация: school, Ключ: `${school === NAME ? SCHOOL : ''}/${stage}` });

function type(stage: string, header: string, text: string): void {
  const result = curator.type(report().place, report().cell(rowOf(stage), header), text);
  if (!result.ok) throw new Error(result.message);
}

describe('opening', () => {
  test('the menu item opens the sidebar at the side of the book', () => {
    host.open(CURATOR, books.reporting.workbook.id);
    const [seen] = host.menu(CURATOR, books.reporting.workbook.id, 'Сводка › Моя школа').seen;
    expect(seen).toMatchObject({ kind: 'sidebar', title: 'Сводка: моя школа' });
  });

  test('whoever never chose a school is asked for it, and the list has every one that is open', () => {
    expect(get(office, 'sidebarOpen', [])).toMatchObject({ today: '2020-10-06', school: null });
    const { schools } = get(office, 'sidebarSchools', []);
    expect(schools).toHaveLength(reportingTab(office, 'Организации').rows().length);
    expect(schools.find(({ id }) => id === SCHOOL)).toEqual({
      id: SCHOOL,
      name: NAME,
      fullName: 'Школа-образец № 4 (вымышленная, для примера)',
      district: 'Верх-Исетский',
    });
  });

  test('the choice is remembered for this person alone', () => {
    expect(get(office, 'sidebarChoose', [SCHOOL]).school).toMatchObject({ id: SCHOOL, name: NAME });
    expect(get(office, 'sidebarOpen', []).school).toMatchObject({ id: SCHOOL, district: 'Верх-Исетский' });
    expect(get(office, 'sidebarOpen', [], { user: HEAD }).school).toBeNull();
    get(office, 'sidebarChoose', ['']);
    expect(get(office, 'sidebarOpen', []).school).toBeNull();
    get(office, 'sidebarChoose', [SCHOOL]);
  });

  test('a school that is not in the programme is not remembered', () => {
    expect(refused(office, 'sidebarChoose', ['ВИ-99'])).toContain('в программе нет');
    expect(get(office, 'sidebarOpen', []).school?.id).toBe(SCHOOL);
  });

  test('costs ten calls with the school remembered, and the district’s screen is offered to heads only', () => {
    const { run, answer } = ask(office, 'sidebarOpen', []);
    expect(run.meter.total).toBeLessThanOrEqual(10);
    expect(answer).toMatchObject({ ok: true, mayDecide: false });
    expect(get(office, 'sidebarOpen', [], { user: HEAD }).mayDecide).toBe(true);
  });

  test('a head comes to the district, a curator to the school, and either to what they looked at last', () => {
    const first = (user: string) => get(office, 'sidebarOpen', [], { user }).first;
    expect([first(CURATOR), first(HEAD)]).toEqual(['school', 'district']);
    get(office, 'sidebarChoose', [SCHOOL], { user: HEAD });
    expect(first(HEAD)).toBe('school');
    get(office, 'sidebarDistrict', [''], { user: HEAD });
    expect(first(HEAD)).toBe('district');
    // Who may not decide has no such screen, whatever was remembered.
    get(office, 'sidebarDistrict', ['']);
    expect(first(CURATOR)).toBe('school');
  });
});

describe('the checklist', () => {
  test('says of each stage what the row says, in the order in which it is to be looked at', () => {
    type('1', 'Дата выполнения', '25.09.2020');
    type('1', 'Документ', 'приказ № 4');
    const stages = get(office, 'sidebarOpen', []).school?.stages ?? [];
    const rows = report()
      .rows()
      .filter((row) => row.Организация === NAME);
    expect(stages).toHaveLength(rows.length);
    for (const stage of stages) {
      const row = rows.find(({ Ключ }) => Ключ === stage.key);
      expect(stage.statusText).toBe(row?.Состояние);
      expect(stage.title).toBe(row?.Этап);
      expect(stage.row).toBe(report().view.find({ Ключ: stage.key }));
    }
    expect(stages.map(({ key, status }) => [key.split('/')[1], status])).toEqual([
      ['2', 'missed'],
      ['3', 'ahead'],
      ['4', 'ahead'],
      ['5', 'ahead'],
      ['6', 'ahead'],
      ['8', 'ahead'],
      ['7', 'undated'],
      ['1', 'inTime'],
    ]);
    expect(stages[0]).toMatchObject({
      days: 1,
      due: '2020-10-05',
      documentNeeded: true,
      result: 'Дорожная карта',
    });
    expect(stages[1]).toMatchObject({ days: 9, due: '2020-10-15', done: null });
    expect(stages[7]).toMatchObject({ done: '2020-09-25', days: null, issues: 0 });
  });

  test('shows an extension, a return with its reason, and how many cells are to be repaired', () => {
    const { head } = office;
    type('2', 'Дата выполнения', '01.10.2020');
    for (const [header, text] of [
      ['Решение', 'возвращено'],
      ['Продлено до', '12.10.2020'],
      ['Причина', 'Нет печати'],
    ] as const) {
      expect(head.type(report().place, report().cell(rowOf('2'), header), text).ok).toBe(true);
    }
    type('3', 'Дата выполнения', 'завтра');
    const stages = get(office, 'sidebarOpen', []).school?.stages ?? [];
    expect(stages.find(({ key }) => key === `${SCHOOL}/2`)).toMatchObject({
      due: '2020-10-12',
      extended: true,
      approval: 'returned',
      reason: 'Нет печати',
      status: 'soon',
      days: 6,
      issues: 1,
    });
    expect(stages.find(({ key }) => key === `${SCHOOL}/3`)).toMatchObject({
      status: 'invalid',
      statusText: 'ошибка в данных',
      issues: 1,
    });
    type('3', 'Дата выполнения', '');
  });

  test('stays right when the tab is renamed, columns are moved and headers are changed', () => {
    const before = get(office, 'sidebarOpen', []).school;
    administrator.renameSheet(report().place, 'Отчёт школ');
    administrator.renameSheet(reportingTab(office, 'Служебное').place, 'Не трогать');
    const tab = () => reportingTab(office, 'Отчёт школ');
    administrator.insertColumns(tab().place, 1, 2);
    administrator.moveColumns(tab().place, tab().view.column('Комментарий'), 1, 3);
    administrator.type(tab().place, tab().cell(1, 'Документ'), 'Чем подтверждено');
    expect(get(office, 'sidebarOpen', []).school).toEqual(before);
    const form = get(office, 'sidebarForm', [`${SCHOOL}/1`]);
    expect(form.fields.map(({ value }) => value)).toEqual([date('2020-09-25'), 'приказ № 4', '']);
    const { stage } = get(office, 'sidebarSave', [filled(form, { document: 'приказ № 5' })]);
    expect(stage.status).toBe('inTime');
    expect(tab().at(stage.row, 'Чем подтверждено')).toBe('приказ № 5');
    administrator.type(tab().place, tab().cell(1, 'Чем подтверждено'), 'Документ');
    administrator.moveColumns(
      tab().place,
      tab().view.column('Комментарий'),
      1,
      tab().view.column('Документ') + 1,
    );
    administrator.deleteColumns(tab().place, 1, 2);
    administrator.renameSheet(tab().place, 'Отчёт');
    administrator.renameSheet(reportingTab(office, 'Не трогать').place, 'Служебное');
    expect(report().headers().slice(4, 7)).toEqual(['Дата выполнения', 'Документ', 'Комментарий']);
  });

  test('a school that was renamed is greeted by its new name', () => {
    const organisations = reportingTab(office, 'Организации');
    const cell = organisations.cell(organisations.row({ 'Код организации': SCHOOL }), 'Краткое название');
    administrator.type(organisations.place, cell, 'Лицей-образец № 4');
    host.menu(books.administrator, books.control.workbook.id, 'Сводка › Обновить сводку сейчас');
    expect(get(office, 'sidebarOpen', []).school?.name).toBe('Лицей-образец № 4');
    expect(get(office, 'sidebarForm', [`${SCHOOL}/1`]).organisation).toBe('Лицей-образец № 4');
    administrator.type(organisations.place, cell, NAME);
    host.menu(books.administrator, books.control.workbook.id, 'Сводка › Обновить сводку сейчас');
    expect(get(office, 'sidebarOpen', []).school?.name).toBe(NAME);
  });
});

describe('drafts', () => {
  const key = `${SCHOOL}/4`;
  const over = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { text, over: fingerprintOf('') }]));
  const draft = (texts: Record<string, string>) => ask(office, 'sidebarDraft', [key, over(texts)]).answer;
  afterEach(() => {
    get(office, 'sidebarDraft', [key, null]);
  });

  test('a half-filled form is there when the sidebar opens again, and goes when it is taken away', () => {
    expect(draft({ doneOn: '5.10', comment: 'начали' })).toEqual({ ok: true });
    expect(get(office, 'sidebarForm', [key]).draft).toEqual(over({ doneOn: '5.10', comment: 'начали' }));
    expect(get(office, 'sidebarOpen', []).school?.drafts).toEqual([key]);
    expect(get(office, 'sidebarForm', [key], { user: HEAD }).draft).toBeNull();
    get(office, 'sidebarDraft', [key, null]);
    expect(get(office, 'sidebarForm', [key]).draft).toBeNull();
    expect(get(office, 'sidebarOpen', []).school?.drafts).toEqual([]);
  });

  const stagesOf = (count: number) => Array.from({ length: count }, (_each, at) => `ВИ-05/${at + 1}`);
  const store = () => host.properties.dump()[`user:${books.reportingScript.id}:${CURATOR}`] ?? {};
  const isKept = (stage: string) => Object.keys(store()).some((name) => name.endsWith(`draft.${stage}`));

  test('every stage may be begun: the first of twenty is there as well as the last', () => {
    const stages = stagesOf(20);
    for (const stage of stages) get(office, 'sidebarDraft', [stage, over({ comment: 'ж'.repeat(1000) })]);
    expect(stages.filter((stage) => !isKept(stage))).toEqual([]);
    for (const stage of stages) get(office, 'sidebarDraft', [stage, null]);
  });

  test('where Google’s room for one person comes to its end, the oldest go', () => {
    const stages = stagesOf(48);
    for (const stage of stages) get(office, 'sidebarDraft', [stage, over({ comment: 'ж'.repeat(4300) })]);
    expect(['ВИ-05/1', 'ВИ-05/2', 'ВИ-05/48'].map(isKept)).toEqual([false, false, true]);
    const bytes = Object.values(store()).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(450_000);
    for (const stage of stages) get(office, 'sidebarDraft', [stage, null]);
  });

  test('what is too long for Google to keep is said so, and a phone number is kept nowhere', () => {
    expect(refused(office, 'sidebarDraft', [key, over({ comment: 'ж'.repeat(6000) })])).toContain(
      'слишком длинное',
    );
    draft({ comment: 'звоните +7 912 345-67-89', document: 'приказ № 1' });
    expect(get(office, 'sidebarForm', [key]).draft).toEqual(over({ document: 'приказ № 1' }));
    expect(JSON.stringify(host.properties.dump())).not.toContain('345-67-89');
  });
});

describe('going there', () => {
  const selected = () => {
    const { active } = books.reporting.workbook;
    return [active?.name, active?.selection.row, active?.selection.col];
  };
  test('«Показать в таблице» selects the cell that is asked for, in the row found anew by its key', () => {
    get(office, 'sidebarGo', [{ key: `${SCHOOL}/2`, column: 'decision' }]);
    expect(selected()).toEqual(['Отчёт', rowOf('2'), report().view.column('Решение')]);
    administrator.insertRows(report().place, 2);
    get(office, 'sidebarGo', [{ key: `${SCHOOL}/2`, column: 'decision' }]);
    expect(selected()).toEqual(['Отчёт', rowOf('2'), report().view.column('Решение')]);
    administrator.deleteRows(report().place, 2);
  });

  test('a cell of any tab, and the tab itself', () => {
    const { sheetId } = reportingTab(office, 'Охват').place;
    get(office, 'sidebarGo', [{ sheetId, cell: 'C7' }]);
    expect(selected()).toEqual(['Охват', 7, 3]);
    const summary = reportingTab(office, 'Сводка').place.sheetId;
    get(office, 'sidebarGo', [{ sheetId: summary, cell: '' }]);
    expect(selected()[0]).toBe('Сводка');
    expect(refused(office, 'sidebarGo', [{ sheetId, cell: 'ZZZ9999999' }])).toContain('больше нет');
    expect(refused(office, 'sidebarGo', [{ sheetId: 5, cell: 'A1' }])).toContain('больше нет');
    expect(refused(office, 'sidebarGo', [{ key: 'нет/1', column: '' }])).toContain('больше нет');
  });
});

test('a book without «Отчёт» says where to go, whatever is called', () => {
  const bare = host.createSpreadsheet({ name: 'Пусто', owner: CURATOR, locale: 'ru_RU' });
  const script = host.attach('dist', { spreadsheetId: bare.workbook.id });
  for (const [name, args] of [
    ['sidebarOpen', []],
    ['sidebarSchools', []],
    ['sidebarChoose', ['ВИ-04']],
    ['sidebarSelection', []],
    ['sidebarDistrict', ['']],
    ['sidebarIssues', ['ВИ-04']],
  ] as const) {
    const { result, error } = host.call(script, name, args, { user: CURATOR, trigger: 'sidebar' });
    expect(error).toBeNull();
    expect(result).toMatchObject({ ok: false, sentence: expect.stringContaining('нет отчёта школ') });
  }
  host.open(CURATOR, bare.workbook.id);
  expect(said(host.menu(CURATOR, bare.workbook.id, 'Сводка › Помощь'))).toContain('Как заполнять');
});

test('a book that the jobs have not written yet says who is to do it', () => {
  const fresh = makeOffice({ built: false });
  const { view } = reportingTab(fresh, 'Служебное');
  const row = view.find({ [view.texts()[0]?.[0] ?? '']: 'Для боковой панели' });
  view.sheet.setScalar(view.sheet.row(row), 2, null);
  expect(refused(fresh, 'sidebarOpen', [])).toContain('«Обновить сводку сейчас»');
});

test('a programme without organisations has an empty list, and nothing breaks', () => {
  const fresh = makeOffice({ built: false });
  expect(get(fresh, 'sidebarSchools', []).schools).toEqual([]);
  expect(get(fresh, 'sidebarOpen', [])).toMatchObject({ school: null });
});

test('when Google fails, a sentence says to try again', () => {
  const { answer } = ask(office, 'sidebarOpen', [], { faults: [{ at: 5, fail: 'service' }] });
  expect(answer).toMatchObject({
    ok: false,
    again: true,
    sentence: expect.stringMatching(/попробуйте ещё раз\.$/),
  });
});
