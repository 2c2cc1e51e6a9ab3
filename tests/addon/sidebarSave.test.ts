/** A report that is sent from the sidebar: what is written, what is refused, and that nothing else changes. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Form } from '../../src/contract/school';
import type { Cell } from '../../src/domain/values/cell';
import {
  CURATOR,
  EKATERINBURG,
  HEAD,
  makeOffice,
  peoplesCells,
  reportingTab,
  reportOf,
  STRANGER,
  sheetState,
  wholeState,
} from './office';
import { ask, date, filled, get, refused } from './sidebarCalls';

const office = makeOffice({ programme: EKATERINBURG });
const { administrator, curator, books, host } = office;
const KEY = 'ВИ-04/1';
const report = () => reportOf(office);
const row = () => report().view.find({ Ключ: KEY });
const cell = (header: string) => report().at(row(), header);
const form = (key = KEY): Form => get(office, 'sidebarForm', [key]);
const everything = () => sheetState(report().view.sheet);
const save = (values: Readonly<Record<string, Cell>>, from = form()) =>
  get(office, 'sidebarSave', [filled(from, values)]);
const no = (values: Readonly<Record<string, Cell>>, from = form()) =>
  refused(office, 'sidebarSave', [filled(from, values)]);

function type(header: string, text: string, person = curator): void {
  const result = person.type(report().place, report().cell(row(), header), text);
  if (!result.ok) throw new Error(result.message);
}

beforeEach(() => {
  for (const header of ['Дата выполнения', 'Документ', 'Комментарий']) type(header, '');
});

describe('a report that is sent', () => {
  test('changes the status at once, and only its own cells', () => {
    const before = peoplesCells(office);
    const { saved, stage } = save({ doneOn: date('2020-09-25'), document: 'приказ № 4' });
    expect(saved).toBe(true);
    expect(stage).toMatchObject({
      key: KEY,
      status: 'inTime',
      statusText: 'сдано в срок',
      done: '2020-09-25',
    });
    expect(cell('Состояние')).toBe('сдано в срок');
    expect(cell('Дата выполнения')).toBe('25.09.2020');
    expect(report().view.sheet.value(row(), report().view.column('Дата выполнения'))).toBe(44099);
    const [, , ...rest] = before[KEY] ?? [];
    expect(peoplesCells(office)).toEqual({ ...before, [KEY]: ['25.09.2020', 'приказ № 4', ...rest] });
  });

  test('a date as text, with spaces, becomes a date; spaces around texts go', () => {
    save({ doneOn: ' 5 октября 2020 г. ', document: '  приказ № 4\n' });
    expect([cell('Дата выполнения'), cell('Документ')]).toEqual(['05.10.2020', 'приказ № 4']);
    expect(cell('Состояние')).toBe('сдано с опозданием: 7 дн.');
  });

  test('cells apart from each other are written apart: what stands between stays', () => {
    type('Документ', 'приказ № 7');
    const { run } = ask(office, 'sidebarSave', [
      filled(form(), { doneOn: date('2020-09-28'), comment: 'Готово' }),
    ]);
    expect(run.meter.calls['Range.setValues']).toBe(2);
    expect(run.meter.cellsWritten).toBe(2);
    expect(cell('Документ')).toBe('приказ № 7');
    expect(run.meter.total).toBeLessThanOrEqual(14);
  });

  test('one report costs fourteen calls at most', () => {
    const { run } = ask(office, 'sidebarSave', [
      filled(form(), { doneOn: date('2020-09-28'), document: 'приказ № 1', comment: 'Готово' }),
    ]);
    expect(run.meter.total).toBeLessThanOrEqual(14);
    expect(run.meter.cellsWritten).toBe(3);
  });

  test('a report can be withdrawn', () => {
    save({ doneOn: date('2020-09-25'), document: 'приказ № 4' });
    const { stage } = save({ doneOn: '', document: '' });
    expect(stage.status).toBe('missed');
    expect([cell('Дата выполнения'), cell('Документ')]).toEqual(['', '']);
  });

  test('sent twice it is written once', () => {
    const sent = filled(form(), { doneOn: date('2020-09-25') });
    expect(get(office, 'sidebarSave', [sent]).saved).toBe(true);
    const { run, answer } = ask(office, 'sidebarSave', [sent]);
    expect(answer).toMatchObject({ ok: true, saved: true });
    expect(run.meter.cellsWritten).toBe(0);
  });

  test('a column that the administrator declared is written like the others, and checked', () => {
    const declared = reportingTab(office, 'Столбцы');
    administrator.paste(declared.place, 'A2', [
      ['Отчёт', 'Участников', 'целое число', '', '', '', 'куратор', 'Сколько человек', '12', 'нет'],
    ]);
    host.menu(books.administrator, books.control.workbook.id, 'Сводка › Обновить сводку сейчас');
    const id = 'own:участников';
    expect(form().fields.map(({ column }) => column.id)).toEqual(['doneOn', 'document', 'comment', id]);
    expect(no({ [id]: 'много' })).toBe('Участников: Запишите целое число цифрами, без слов и единиц.');
    save({ [id]: '25' });
    expect(report().view.sheet.value(row(), report().view.column('Участников'))).toBe(25);
    administrator.deleteRows(declared.place, 2);
  });
});

describe('what is refused, in words, with nothing written', () => {
  const stays = (values: Readonly<Record<string, Cell>>): string => {
    const before = everything();
    const sentence = no(values);
    expect(everything()).toEqual(before);
    return sentence;
  };
  test.each<[string, Readonly<Record<string, Cell>>, string]>([
    ['a day to come', { doneOn: date('2020-10-07') }, 'Дата выполнения: Поставьте день, когда этап выполнен'],
    ['a day before the programme', { doneOn: date('2019-10-07') }, 'Программа тогда ещё не началась'],
    ['what is no date', { doneOn: 'скоро' }, 'Дата выполнения: Запишите день цифрами'],
    ['a formula for a date', { doneOn: '=TODAY()' }, 'Дата выполнения: Запишите день цифрами'],
    ['a number that is no day', { doneOn: 7 }, 'такой даты здесь быть не может'],
    ['a phone', { comment: 'звоните +7 912 345-67-89' }, 'Уберите личные данные (телефон)'],
    ['a СНИЛС', { document: '112-233-445 95' }, 'СНИЛС'],
    ['a novel', { comment: 'а'.repeat(2001) }, 'сейчас 2001 знаков'],
    ['the district’s column', { decision: 'согласовано' }, 'заполняет не школа'],
    ['Svodka’s column', { key: 'ВИ-05/1' }, 'заполняет не школа'],
    ['the status', { status: 'сдано в срок' }, 'заполняет не школа'],
    ['no column at all', { нет: 'x' }, 'прислала непонятное'],
  ])('%s', (_what, values, sentence) => {
    expect(stays(values)).toContain(sentence);
  });

  test('a phone is refused in a row that is not counted too', () => {
    const counted = report().cell(row(), 'Учитывается');
    administrator.type(report().place, counted, 'нет: этап снят');
    expect(stays({ comment: '+7 912 345-67-89' })).toContain('личные данные');
    administrator.type(report().place, counted, 'да');
  });

  test('one wrong cell among several: none is written', () => {
    expect(stays({ doneOn: date('2020-09-25'), comment: '+7 912 345-67-89' })).toContain('Комментарий');
  });

  test('a cell that holds a formula, whatever it shows', () => {
    type('Комментарий', '="а"&"б"');
    expect(cell('Комментарий')).toBe('="а"&"б"');
    const { view, place } = report();
    const at = view.cell(row(), 'Дата выполнения');
    curator.type(place, at, '=DATE(2020;9;25)');
    expect(stays({ doneOn: date('2020-09-28') })).toContain('стоит формула');
    expect(stays({ doneOn: date('2020-09-28'), comment: 'и ещё' })).toContain('стоит формула');
  });

  test('cells that this person may not type in', () => {
    books.reporting.share(STRANGER, 'view');
    const opened = form();
    const answer = ask(office, 'sidebarSave', [filled(opened, { comment: 'x' })], { user: STRANGER }).answer;
    expect(answer).toMatchObject({ ok: false });
    expect(cell('Комментарий')).toBe('');
    expect(get(office, 'sidebarForm', [KEY]).mayWrite).toBe(true);
  });
});

describe('somebody else was there first', () => {
  test('both values are shown and nothing is written; the person decides', () => {
    const mine = form();
    save({ doneOn: date('2020-09-24'), comment: 'от завуча' });
    const before = everything();
    const sent = filled(mine, { doneOn: date('2020-09-28'), document: 'приказ № 9' });
    const answer = get(office, 'sidebarSave', [sent]);
    expect(answer).toMatchObject({
      saved: false,
      conflicts: [{ column: 'doneOn', header: 'Дата выполнения', theirs: date('2020-09-24') }],
      stage: { done: '2020-09-24' },
    });
    expect(everything()).toEqual(before);
    const again = { ...sent, seen: { ...sent.seen, doneOn: date('2020-09-24') } };
    expect(get(office, 'sidebarSave', [again]).saved).toBe(true);
    expect([cell('Дата выполнения'), cell('Документ'), cell('Комментарий')]).toEqual([
      '28.09.2020',
      'приказ № 9',
      'от завуча',
    ]);
  });

  test('another cell of the row is no conflict', () => {
    const mine = form();
    type('Комментарий', 'от района');
    expect(get(office, 'sidebarSave', [filled(mine, { doneOn: date('2020-09-28') })]).saved).toBe(true);
    expect(cell('Комментарий')).toBe('от района');
  });

  test('while another save is under way this one waits its turn and says so', () => {
    const sent = filled(form(), { doneOn: date('2020-09-28') });
    const name = `document:${books.reportingScript.id}:${books.reporting.workbook.id}`;
    const release = host.locks.holdAsAnotherRun(name);
    expect(ask(office, 'sidebarSave', [sent]).answer).toMatchObject({ ok: false, again: true });
    expect(cell('Дата выполнения')).toBe('');
    release();
    expect(get(office, 'sidebarSave', [sent]).saved).toBe(true);
  });
});

describe('text is text', () => {
  test.each([
    '=IMPORTXML("https://evil.example/";"//a")',
    '+7',
    '-1',
    '@x',
    '<img src=x onerror=alert(1)>',
    '{{name}}',
    "'кавычка",
    '=1+1',
  ])('%s', (text) => {
    save({ comment: text });
    const { sheet } = report().view;
    expect(sheet.formula(row(), report().view.column('Комментарий'))).toBeFalsy();
    // The mark is not shown to the person, and is no change.
    const again = form();
    expect(again.fields.find(({ column }) => column.id === 'comment')?.value).toBe(text);
    const { run } = ask(office, 'sidebarSave', [filled(again, { comment: text })]);
    expect(run.meter.cellsWritten).toBe(0);
  });

  test('also in a column that lost its format', () => {
    const { sheet } = report().view;
    const column = report().view.column('Комментарий');
    sheet.setStyle(sheet.row(row()), column, { numberFormat: 'General' });
    save({ comment: '=1+1' });
    expect(sheet.formula(row(), column)).toBeFalsy();
    expect(sheet.value(row(), column)).toBe('=1+1');
  });
});

describe('whatever the page sends', () => {
  const sound = () => filled(form(), { comment: 'x' });
  test.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a text', () => 'ВИ-04/1'],
    ['a list', () => [1]],
    ['no key', () => ({ ...sound(), key: undefined })],
    ['an empty key', () => ({ ...sound(), key: '' })],
    ['a key as long as a book', () => ({ ...sound(), key: 'x'.repeat(5000) })],
    ['a key that is a number', () => ({ ...sound(), key: 5 })],
    ['values that are a text', () => ({ ...sound(), values: 'x' })],
    ['a value that is a list', () => ({ ...sound(), values: { comment: ['x'] } })],
    ['a value that is null', () => ({ ...sound(), values: { comment: null } })],
    ['a day that is none', () => ({ ...sound(), values: { doneOn: { date: '2020-02-30' } } })],
    ['a day with more', () => ({ ...sound(), values: { doneOn: { date: '2020-02-03', x: 1 } } })],
    ['not a number', () => ({ ...sound(), values: { comment: Number.NaN } })],
    ['a value nobody saw', () => ({ ...sound(), seen: {} })],
    [
      'a thousand values',
      () => ({ ...sound(), values: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [n, 'x'])) }),
    ],
  ])('%s is refused before anything is read', (_what, input) => {
    const { answer, run } = ask(office, 'sidebarSave', [input()]);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('прислала непонятное') });
    expect(run.meter.total).toBe(0);
  });

  test('a text where a date belongs to a text column is its words, a date is written as people write it', () => {
    save({ comment: date('2020-09-25') });
    expect(cell('Комментарий')).toBe('25.09.2020');
  });

  test('no endpoint throws at anything', () => {
    const names = [
      'sidebarChoose',
      'sidebarForm',
      'sidebarSave',
      'sidebarGo',
      'sidebarRepair',
      'sidebarIssues',
      'sidebarDistrict',
      'sidebarRemind',
      'sidebarDraft',
    ] as const;
    const before = wholeState(books.reporting.workbook);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.jsonValue({ maxDepth: 2 }),
        fc.jsonValue({ maxDepth: 2 }),
        (name, one, two) => {
          const { run } = ask(office, name, [one, two]);
          expect(run.error).toBeNull();
          expect(run.result).toHaveProperty('ok');
        },
      ),
      { numRuns: 150 },
    );
    expect(wholeState(books.reporting.workbook)).toEqual(before);
    expect(get(office, 'sidebarOpen', [], { user: CURATOR }).ok).toBe(true);
    expect(get(office, 'sidebarOpen', [], { user: HEAD }).ok).toBe(true);
  });
});
