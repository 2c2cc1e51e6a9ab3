/** The importer's server through the shipped bundle: what it reads, writes, refuses; stopped at every call. */
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import type { RunOutcome } from '../../host/runtime/outcome';
import { press } from '../../host/sample/books';
import type { Applied, BookContent, Rebuilt } from '../../src/contract/importer';
import type { Answer } from '../../src/contract/plain';
import { IMPORT_TABS, type ImportChanges } from '../../src/domain/import/changes';
import { differences } from '../support/bookDump';
import { Finished, stateOf, WAYS } from '../support/crash';
import { fork } from '../support/fork';
import {
  controlTab,
  EKATERINBURG,
  makeOffice,
  type Office,
  peoplesCells,
  rebuild,
  reportingTab,
  reportOf,
} from './office';

type World = Pick<Office, 'host' | 'books'>;

function call(
  { host, books }: World,
  name: string,
  args: readonly unknown[],
  faults: readonly Fault[] = [],
): RunOutcome {
  return host.call(books.controlScript, name, args, {
    user: books.administrator,
    trigger: 'sidebar',
    faults,
  });
}
function answerOf<T>(run: RunOutcome): Answer<T> {
  expect(run.error).toBeNull();
  return run.result as Answer<T>;
}
const apply = (world: World, changes: unknown) => answerOf<Applied>(call(world, 'importApply', [changes]));
const read = (world: World, id = '') => answerOf<BookContent>(call(world, 'importRead', [id]));

const NOTHING = { added: [], changed: [] };
const changesOf = (more: Partial<Record<keyof ImportChanges, unknown>>): object => ({
  book: '',
  programme: '',
  stages: NOTHING,
  organisations: NOTHING,
  targets: NOTHING,
  addresses: NOTHING,
  ...more,
});
const STAGE = {
  code: '20',
  title: 'Провести итоговую встречу',
  kind: 'до даты',
  deadline: { date: '2021-05-31' },
  document: 'да',
  approval: 'нет',
};
const CHANGES = changesOf({
  stages: {
    added: [STAGE],
    changed: [
      {
        key: '1',
        cells: [
          { column: 'deadline', from: { date: '2020-09-28' }, to: { date: '2020-10-01' } },
          { column: 'responsible', from: 'Руководители школ', to: 'Директора' },
        ],
      },
      { key: '2', cells: [{ column: 'deadline', from: { date: '2020-10-05' }, to: { date: '2020-10-07' } }] },
    ],
  },
  organisations: {
    added: [{ id: 'Н-01', district: 'Новый', shortName: 'Школа № 300', fullName: '', type: 'школа' }],
    changed: [],
  },
  targets: {
    added: [
      {
        indicator: 'другой показатель',
        title: 'Охвачены',
        date: { date: '2021-12-31' },
        value: 12.5,
        unit: '%',
      },
    ],
    changed: [],
  },
  addresses: {
    added: [{ email: 'school300@example.org', role: 'куратор', organisation: 'Н-01' }],
    changed: [],
  },
});

/** With reports, and with a column and a row of the administrator's own on «Этапы». */
function filled(): Office {
  const office = makeOffice({ programme: EKATERINBURG });
  const { view, place } = reportOf(office);
  office.curator.type(place, view.cell(2, 'Дата выполнения'), '25.09.2020');
  office.curator.type(place, view.cell(3, 'Комментарий'), 'скоро');
  const stages = reportingTab(office, 'Этапы');
  office.administrator.insertColumns(stages.place, 3);
  office.administrator.type(stages.place, 'C1', 'Моё');
  office.administrator.paste(stages.place, 'C2', [['а'], ['б'], ['в']]);
  rebuild(office);
  return office;
}

describe('the importer’s server', () => {
  const office = filled();

  test('opens from the control book’s menu in a window wide enough for a table', () => {
    const run = press(office.host, office.books, 'Письмо или список…');
    expect(run.seen).toMatchObject([{ kind: 'modalDialog', title: 'Из письма в таблицу' }]);
    const [shown] = run.seen;
    if (shown?.kind !== 'modalDialog') throw new Error('no dialog');
    expect([(shown.width ?? 0) >= 1000, (shown.height ?? 0) >= 680]).toEqual([true, true]);
    expect(shown.html).toContain('<html lang="ru">');
  });

  test('tells what the book holds and how much was filed, and changes nothing', () => {
    const before = stateOf(office);
    const content = read(office);
    if (!content.ok) throw new Error(content.sentence);
    expect(content.rows.stages.map(([code]) => code).slice(0, 3)).toEqual(['1', '2', '3']);
    expect(content.rows.stages[0]).not.toContain('а');
    expect(content.filedByStage).toEqual({ 1: 1 });
    expect(content.books).toHaveLength(1);
    expect(differences(before, stateOf(office))).toEqual([]);
  });

  test('writes new rows and changed cells, leaves all else alone, and a second time does nothing', () => {
    const world = fork(office);
    const people = peoplesCells({ ...office, ...world });
    const stages = reportingTab({ ...office, ...world }, 'Этапы');
    const before = stages.rows();
    expect(apply(world, CHANGES)).toMatchObject({
      ok: true,
      written: true,
      sentence: 'Записано: новых строк 4, изменённых 2.',
    });
    const after = stages.rows();
    expect(after.slice(0, before.length)).toEqual(
      before.map((row, index) => ({
        ...row,
        ...(index === 0
          ? { Срок: '01.10.2020', Ответственный: 'Директора' }
          : index === 1
            ? { Срок: '07.10.2020' }
            : {}),
      })),
    );
    expect(after[before.length]).toMatchObject({
      Код: '20',
      Срок: '31.05.2021',
      'Нужен документ': 'да',
      Моё: '',
    });
    expect(
      controlTab({ ...office, ...world }, 'Адреса')
        .rows()
        .at(-1),
    ).toMatchObject({ Адрес: 'school300@example.org', Роль: 'куратор', 'Код организации': 'Н-01' });
    const once = stateOf(world);
    expect(apply(world, CHANGES)).toMatchObject({
      ok: true,
      sentence: 'Менять нечего: в таблице уже всё так.',
    });
    expect(differences(once, stateOf(world))).toEqual([]);
    const built = answerOf<Rebuilt>(call(world, 'importRebuild', ['']));
    expect(built).toMatchObject({ ok: true, finished: true });
    expect(peoplesCells({ ...office, ...world })).toMatchObject(people);
    expect(
      reportOf({ ...office, ...world })
        .rows()
        .filter((row) => row['Организация'] === 'Школа № 300').length,
    ).toBeGreaterThan(0);
  });

  test('stopped at any service call and run again ends the same', () => {
    const clean = fork(office);
    const outcome = call(clean, 'importApply', [CHANGES]);
    const expected = stateOf(clean);
    const ends = new Finished((world) => {
      const again = call(world, 'importApply', [CHANGES]);
      const worked = (again.result as (Applied & { ok: boolean }) | null)?.ok === true;
      return [...(worked ? [] : [JSON.stringify(again.result)]), ...differences(expected, stateOf(world))];
    });
    const problems: string[] = [];
    for (let at = 1; at <= outcome.meter.total; at += 1) {
      for (const way of ['killed before the call', 'done, but reported as timed out'] as const) {
        const world = fork(office);
        call(world, 'importApply', [CHANGES], [WAYS[way](at)]);
        problems.push(...ends.of(world).map((each) => `${at}, ${way}: ${each}`));
      }
    }
    expect(problems).toEqual([]);
    expect(outcome.meter.total).toBeGreaterThan(20);
  }, 300_000);

  test('writes nothing at all when a cell is no longer what the administrator was shown', () => {
    const world = fork(office);
    const stages = reportingTab({ ...office, ...world }, 'Этапы');
    world.host.person(world.books.administrator).type(stages.place, stages.cell(3, 'Срок'), '06.10.2020');
    const before = stateOf(world);
    expect(apply(world, CHANGES)).toMatchObject({
      ok: true,
      written: false,
      sentence: expect.stringContaining('таблицу изменили'),
    });
    expect(differences(before, stateOf(world))).toEqual([]);
  });

  test('keeps a letter’s words words: a leading sign makes no formula', () => {
    const world = fork(office);
    const hostile = {
      ...STAGE,
      title: '=IMPORTXML("http://example.org";"//a")',
      responsible: '+7',
      section: '@x',
    };
    expect(apply(world, changesOf({ stages: { added: [hostile], changed: [] } }))).toMatchObject({
      ok: true,
    });
    const row = reportingTab({ ...office, ...world }, 'Этапы')
      .rows()
      .at(-1);
    expect(row).toMatchObject({
      Мероприятие: 'IMPORTXML("http://example.org";"//a")',
      Ответственный: '7',
      Раздел: 'x',
    });
    expect(apply(world, changesOf({ stages: { added: [hostile], changed: [] } }))).toMatchObject({
      sentence: expect.stringContaining('Менять нечего'),
    });
  });

  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'drop table'],
    ['a list without rows', { ...CHANGES, stages: null }],
    [
      'a day that does not exist',
      changesOf({ stages: { added: [{ ...STAGE, deadline: { date: '2021-02-30' } }], changed: [] } }),
    ],
    [
      'a text of a million characters',
      changesOf({ stages: { added: [{ ...STAGE, title: 'а'.repeat(1_000_000) }], changed: [] } }),
    ],
    [
      'too many rows',
      changesOf({ stages: { added: Array.from({ length: 5001 }, () => STAGE), changed: [] } }),
    ],
    [
      'a column that is Svodka’s',
      changesOf({
        addresses: {
          added: [{ email: 'a@example.org', role: 'куратор', organisation: 'К-01', issue: 'x' }],
          changed: [],
        },
      }),
    ],
    [
      'a column that does not exist',
      changesOf({
        stages: { added: [], changed: [{ key: '1', cells: [{ column: '__proto__', from: '', to: 'x' }] }] },
      }),
    ],
    [
      'a kind that is no choice',
      changesOf({ stages: { added: [{ ...STAGE, kind: 'когда-нибудь' }], changed: [] } }),
    ],
    ['a stage without a title', changesOf({ stages: { added: [{ ...STAGE, title: '' }], changed: [] } })],
    [
      'personal data',
      changesOf({
        stages: {
          added: [],
          changed: [{ key: '1', cells: [{ column: 'result', from: 'Приказ', to: 'тел. +7 912 345-67-89' }] }],
        },
      }),
    ],
  ])('refuses %s in a sentence and writes nothing', (_what, input) => {
    const world = fork(office);
    const before = stateOf(world);
    const answer = apply(world, input);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(/^[А-Я].*\.$/s) });
    expect(differences(before, stateOf(world))).toEqual([]);
  });

  test('says what to do while another run goes on, before there is a book, and when Google fails', () => {
    const fresh = makeOffice({ built: false });
    const busy = call(
      office,
      'importRead',
      [''],
      [{ at: { kind: 'Lock.tryLock' }, fail: new Error('Lock timeout') }],
    );
    expect(busy.result).toMatchObject({ ok: false, again: true });
    const failing = call(
      office,
      'importApply',
      [CHANGES],
      [{ at: { kind: 'Range.setValues' }, fail: 'service' }],
    );
    expect(failing.result).toMatchObject({
      ok: false,
      again: true,
      sentence: expect.stringContaining('попробуйте ещё раз'),
    });
    const gone = makeOffice({ built: false });
    gone.host.drive.files.delete(gone.books.reporting.workbook.id);
    expect(read(gone)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^Книга удалена .*\.$/) });
    const settings = controlTab(fresh, 'Настройки');
    const row = settings.rows().findIndex((each) => each['Настройка']?.startsWith('Отчётная книга')) + 2;
    fresh.administrator.type(settings.place, settings.cell(row, 'Значение'), '');
    expect(read(fresh)).toMatchObject({
      ok: false,
      again: false,
      sentence: expect.stringContaining('Отчётной книги ещё нет'),
    });
  });

  test('does not exist in the reporting half, whoever calls it', () => {
    const { host, books } = office;
    const before = stateOf(office);
    for (const name of ['importRead', 'importApply', 'importRebuild', 'menuImport']) {
      const run = host.call(books.reportingScript, name, [CHANGES], {
        user: books.administrator,
        trigger: 'sidebar',
      });
      const missing = `Script function not found: ${name}`;
      expect([run.error?.message, run.meter.total, run.seen]).toEqual([missing, 0, []]);
    }
    expect(differences(before, stateOf(office))).toEqual([]);
    const menu = JSON.stringify(host.menusOf(books.administrator, books.reporting.workbook.id));
    expect(menu).not.toContain('Письмо');
  });

  test('takes a thousand organisations in one go, with their addresses, into a tab of three hundred rows', () => {
    const empty = makeOffice();
    const many = Array.from({ length: 1000 }, (_, index) => ({
      id: `Ш-${index + 1}`,
      district: `Район ${index % 20}`,
      shortName: `Школа № ${index + 1}`,
      fullName: '',
      type: 'школа',
    }));
    const emails = many.map(({ id }) => ({
      email: `${id.replace('Ш', 's')}@example.org`,
      role: 'куратор',
      organisation: id,
    }));
    const run = call(empty, 'importApply', [
      changesOf({
        stages: { added: [STAGE], changed: [] },
        organisations: { added: many, changed: [] },
        addresses: { added: emails, changed: [] },
      }),
    ]);
    expect(run.result).toMatchObject({ ok: true, written: true });
    expect(run.meter.costMs).toBeLessThan(60_000);
    expect(
      reportingTab(empty, 'Организации')
        .rows()
        .filter((row) => row['Код организации'] !== ''),
    ).toHaveLength(1000);
    expect(
      controlTab(empty, 'Адреса')
        .rows()
        .filter((row) => row['Роль'] === 'куратор'),
    ).toHaveLength(1000);
    expect(answerOf<Rebuilt>(call(empty, 'importRebuild', ['']))).toMatchObject({ ok: true, finished: true });
    expect(
      reportOf(empty)
        .rows()
        .filter((row) => row['Организация'] !== ''),
    ).toHaveLength(1000);
  }, 120_000);

  test('knows the tabs by the same names as the page', () => {
    expect([...IMPORT_TABS].sort()).toEqual(
      Object.keys(changesOf({}))
        .filter((key) => !['book', 'programme'].includes(key))
        .sort(),
    );
  });
});
