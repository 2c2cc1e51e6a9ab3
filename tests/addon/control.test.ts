/** The server of «Пульт» through the shipped bundle: what it shows, does, asks and refuses. */
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import { SheetView } from '../../host/people/sheetView';
import { LocalHost } from '../../host/runtime/localHost';
import type { RunOutcome } from '../../host/runtime/outcome';
import type { ControlServer, NewBook } from '../../src/contract/control';
import { differences } from '../support/bookDump';
import { sheetWrites, stateOf } from '../support/crash';
import { fork, type World } from '../support/fork';
import {
  ADMINISTRATOR,
  addAddress,
  controlTab,
  EKATERINBURG,
  figuresOf,
  makeOffice,
  type Office,
  peoplesCells,
  reportingTab,
} from './office';

type Name = keyof ControlServer;
type Good<N extends Name> = Extract<ReturnType<ControlServer[N]>, { ok: true }>;

const call = (
  { host, books }: Pick<World, 'host' | 'books'>,
  name: Name,
  args: readonly unknown[] = [],
  faults: readonly Fault[] = [],
): RunOutcome =>
  host.call(books.controlScript, name, args, { user: ADMINISTRATOR, trigger: 'sidebar', faults });

/** The answer of a call that has to work. */
function ask<N extends Name>(
  world: Pick<World, 'host' | 'books'>,
  name: N,
  ...args: Parameters<ControlServer[N]>
) {
  const run = call(world, name, args);
  expect(run.error).toBeNull();
  const answer = run.result as ReturnType<ControlServer[N]>;
  if (!answer.ok) throw new Error(`${name}: ${answer.sentence}\n${run.log.join('\n')}`);
  return answer as Good<N>;
}
/** The sentence of a call that has to be refused. */
function refused(run: RunOutcome): string {
  expect(run.error).toBeNull();
  const answer = run.result as { ok: boolean; sentence: string };
  expect(answer.ok).toBe(false);
  return answer.sentence;
}

const NEW: NewBook = { kind: 'new', address: '', programme: '', answers: {} };
const LOOKS = ['controlOpen', 'controlJournal', 'controlState'] as const;

/** A control book nobody has set up yet. */
function emptyControl(): Pick<World, 'host' | 'books'> {
  const host = new LocalHost({ now: Date.UTC(2020, 9, 6, 7) });
  const control = host.createSpreadsheet({
    name: 'Пульт',
    owner: ADMINISTRATOR,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  const controlScript = host.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  return { host, books: { administrator: ADMINISTRATOR, control, controlScript } as World['books'] };
}

/** The page's way of doing long jobs: again until it is finished. Gives every answer. */
function pieces<N extends 'controlRebuild' | 'controlRepair' | 'controlAddBook'>(
  world: Pick<World, 'host' | 'books'>,
  name: N,
  input: (count: number) => Parameters<ControlServer[N]>[0],
  faults: readonly Fault[] = [],
): Good<N>[] {
  const answers: Good<N>[] = [];
  for (let count = 0; count < 200; count += 1) {
    const run = call(world, name, [input(count)], faults);
    const answer = run.result as ReturnType<ControlServer[N]>;
    if (!answer.ok) throw new Error(`${name}: ${answer.sentence}\n${run.log.join('\n')}`);
    answers.push(answer as Good<N>);
    if (answer.finished) return answers;
  }
  throw new Error(`${name} never came to an end`);
}

describe('from an empty table to a schedule, by «Пульт» alone', () => {
  const world = emptyControl();
  const { host, books } = world;

  test('the first look says that nothing is there, and makes nothing', () => {
    const before = books.control.workbook.sheets.map((sheet) => sheet.name);
    expect(ask(world, 'controlOpen')).toMatchObject({ isSetUp: false, books: [], adding: '' });
    expect(books.control.workbook.sheets.map((sheet) => sheet.name)).toEqual(before);
  });

  test('one press makes the tabs, the next a reporting book, which is there once however often one presses', () => {
    expect(ask(world, 'controlSetUp').sentence).toContain('Пульт настроен');
    expect(ask(world, 'controlOpen')).toMatchObject({ isSetUp: true, books: [] });
    const files = host.drive.files.size;
    const [added] = pieces(world, 'controlAddBook', () => NEW);
    expect(added).toMatchObject({ finished: true, question: '', progress: null });
    expect(host.drive.files.size).toBe(files + 1);
    const { books: shown } = ask(world, 'controlOpen');
    expect(shown).toMatchObject([
      {
        id: added?.book,
        figures: null,
        rebuiltAt: '',
        programme: { stages: 0, organisations: 0 },
        problems: [],
      },
    ]);
    expect(shown[0]?.name).toMatch(/^Отчёт/);
    const again: NewBook = { ...NEW, kind: 'address', address: shown[0]?.url ?? '' };
    expect(refused(call(world, 'controlAddBook', [again]))).toBe('Эта книга уже добавлена.');
  });

  test('a sample, a rebuild with figures, and the schedule follow', () => {
    const { samples, books: shown } = ask(world, 'controlOpen');
    expect(samples.length).toBeGreaterThan(1);
    expect(ask(world, 'controlSample', EKATERINBURG).sentence).toContain('Вставлен пример');
    const id = shown[0]?.id ?? '';
    const rebuilt = pieces(world, 'controlRebuild', () => ({ book: id }));
    expect(rebuilt.at(-1)?.sentence).toMatch(/^Готово: \d+ отчёт/);
    const [book] = ask(world, 'controlOpen').books;
    expect(book?.rebuiltAt).toBe('06.10.2020 12:00');
    const { figures } = book ?? {};
    expect(figures?.expected).toBe(
      (figures?.inTime ?? 0) + (figures?.late ?? 0) + (figures?.missed ?? 0) + (figures?.notYetDue ?? 0),
    );
    expect(figures?.expected).toBeGreaterThan(0);
    expect(ask(world, 'controlSchedule', true)).toMatchObject({
      schedule: { on: true, mine: true, lost: false },
    });
    expect(host.triggers.all()).toHaveLength(1);
    const { schedule } = ask(world, 'controlOpen');
    expect(schedule.next).toEqual([
      { what: 'обновление сводки', at: '06.10.2020 13:00' },
      { what: 'ночная проверка', at: 'в ближайшие 10 минут' },
    ]);
    host.advance(11 * 60_000);
    expect(ask(world, 'controlOpen').schedule.next[1]?.at).toBe('07.10.2020 03:00');
    expect(ask(world, 'controlSchedule', false)).toMatchObject({ schedule: { on: false, next: [] } });
    expect(host.triggers.all()).toHaveLength(0);
  });
});

const office = makeOffice({ programme: EKATERINBURG });
const bookId = office.books.reporting.workbook.id;

describe('looking', () => {
  test('shows the figures of the summary tab itself', () => {
    const [book] = ask(office, 'controlOpen').books;
    expect(book?.figures).toMatchObject(figuresOf(office));
    expect(ask(office, 'controlBook', bookId).book).toEqual(book);
  });

  test('writes nothing, and works while the schedule is at work', () => {
    const before = [stateOf(office), office.host.properties.dump()];
    const release = office.host.locks.holdAsAnotherRun(`script:${office.books.controlScript.id}`);
    for (const name of LOOKS) expect([name, call(office, name).meter.writes]).toEqual([name, 0]);
    expect(call(office, 'controlBook', [bookId]).meter.writes).toBe(0);
    release();
    expect([stateOf(office), office.host.properties.dump()]).toEqual(before);
  });

  test('sees that a book is gone, and leaves it to the jobs to remember', () => {
    const world = fork(office);
    world.books.reporting.trashed = true;
    const before = world.host.properties.dump();
    expect(ask(world, 'controlOpen').books[0]?.problems).toEqual([
      { kind: 'gone', sentence: expect.stringMatching(/^Книга удалена или к ней нет доступа/) },
    ]);
    expect(world.host.properties.dump()).toEqual(before);
    expect(refused(call(world, 'controlRebuild', [{ book: bookId }]))).toMatch(/^Книга удалена/);
  });

  test('opens with few calls, and a control book of many books does not open them all', () => {
    expect(call(office, 'controlOpen').meter.total).toBeLessThanOrEqual(40);
    const world = fork(office);
    for (let count = 0; count < 4; count += 1) pieces(world, 'controlAddBook', () => NEW);
    const run = call(world, 'controlOpen');
    expect(run.meter.calls['SpreadsheetApp.openById']).toBe(3);
    const { books } = run.result as Good<'controlOpen'>;
    expect(books.map(({ programme }) => programme === null)).toEqual([false, false, false, true, true]);
    expect(books.at(-1)?.name).toMatch(/^Отчёт/);
  });

  test('a second book is of the programme that was named: its file, and its summary after the rebuild', () => {
    const world = fork(office);
    const [added] = pieces(world, 'controlAddBook', () => ({ ...NEW, programme: ' Школьное  питание ' }));
    const id = added?.book ?? '';
    expect(ask(world, 'controlOpen').books.at(-1)?.name).toBe('Отчёт: Школьное питание');
    pieces(world, 'controlRebuild', () => ({ book: id }));
    const file = world.host.drive.files.get(id);
    if (!file) throw new Error('no file');
    expect(SheetView.of(file.workbook, 'Сводка').text(1, 1)).toBe('Сводка. Школьное питание');
  });

  test('tells who stands in «Адреса» by role, and which row is wrong', () => {
    const world = fork(office);
    const of = { ...office, ...world };
    addAddress(of, 'a@example.org, b@example.org', 'куратор', 'К-01');
    addAddress(of, 'c@example.org', 'руководитель района');
    const { people } = ask(world, 'controlOpen');
    expect(people.roles).toEqual([
      { role: 'куратор', addresses: 2 },
      { role: 'руководитель района', addresses: 2 },
      { role: 'получатель сводки', addresses: 0 },
      { role: 'администратор', addresses: 0 },
    ]);
    expect(people.issues).toEqual([
      { row: 4, who: 'c@example.org', sentence: expect.stringMatching(/^Район: /) },
    ]);
    expect(people.rows).toBe(3);
  });

  test('tells the last runs, newest first, as the journal shows them', () => {
    const rows = controlTab(office, 'Журнал').rows();
    const { runs } = ask(office, 'controlJournal');
    expect(runs.length).toBeGreaterThan(0);
    expect(runs[0]).toMatchObject({
      at: rows.at(-1)?.Когда,
      job: rows.at(-1)?.Что,
      result: rows.at(-1)?.Итог,
    });
  });

  test('leads to a tab and its row', () => {
    const run = call(office, 'controlGo', [{ tab: 'addresses', row: 2 }]);
    expect(run.result).toMatchObject({ ok: true });
    expect(call(office, 'controlImporter').seen).toMatchObject([{ kind: 'modalDialog' }]);
  });
});

describe('a press', () => {
  test('while another run is at work changes nothing and says when to try again', () => {
    const before = [stateOf(office), office.host.properties.dump()];
    const release = office.host.locks.holdAsAnotherRun(`script:${office.books.controlScript.id}`);
    const presses: [Name, unknown][] = [
      ['controlSetUp', undefined],
      ['controlAddBook', NEW],
      ['controlRebuild', { book: bookId }],
      ['controlRepair', { book: bookId, goOn: false, takeOver: true }],
      ['controlSample', 1],
      ['controlSchedule', true],
    ];
    for (const [name, input] of presses) {
      expect([name, refused(call(office, name, [input]))]).toEqual([
        name,
        expect.stringContaining('Подождите'),
      ]);
    }
    release();
    expect([stateOf(office), office.host.properties.dump()]).toEqual(before);
  });

  test.each<[Name, unknown]>([
    ['controlBook', 5],
    ['controlBook', undefined],
    ['controlRebuild', null],
    ['controlRebuild', { book: ['x'] }],
    ['controlRebuild', { book: 'x'.repeat(1000) }],
    ['controlRepair', { book: 'x', goOn: 'yes', takeOver: false }],
    ['controlAddBook', { kind: 'everything', address: '', answers: {} }],
    ['controlAddBook', { kind: 'new', address: '', answers: { x: 'да' } }],
    ['controlSample', '1'],
    ['controlSchedule', 'on'],
    ['controlGo', { tab: 'secret', row: 1 }],
    ['controlGo', { tab: 'settings', row: 0 }],
  ])('%s with %j is refused before anything is asked of Google', (name, input) => {
    const run = call(office, name, [input]);
    expect(refused(run)).toContain('Запрос не прочитан');
    expect(run.meter.total).toBe(0);
  });

  test('on a book that «Настройки» does not name is refused', () => {
    const [other] = [office.books.control.workbook.id];
    for (const [name, input] of [
      ['controlBook', other],
      ['controlRebuild', { book: other }],
      ['controlRepair', { book: other, goOn: false, takeOver: true }],
    ] as const) {
      expect(refused(call(office, name, [input]))).toContain('в «Настройках» уже нет');
    }
  });

  test('that Google fails ends in a sentence, and is remembered as an error', () => {
    const world = fork(office);
    const run = call(
      world,
      'controlRebuild',
      [{ book: bookId }],
      [{ at: { kind: /getValues|getSheetValues/ }, fail: 'service' }],
    );
    expect(refused(run)).toMatch(/^Google не выполнил запрос\. Данные целы\. Подождите минуту/);
    expect(ask(world, 'controlState').lastRun?.result).toBe('ошибка');
  });
});

describe('the schedule', () => {
  test('that Google dropped is said to be lost, and one press brings it back', () => {
    const world = fork(office);
    ask(world, 'controlSchedule', true);
    for (const { id } of world.host.triggers.all()) world.host.triggers.delete(id);
    expect(ask(world, 'controlOpen').schedule).toMatchObject({ on: true, lost: true });
    expect(ask(world, 'controlSchedule', true).schedule).toMatchObject({ on: true, lost: false });
    expect(world.host.triggers.all()).toHaveLength(1);
  });

  test('of a colleague is shown as theirs', () => {
    const world = fork(office);
    world.books.control.share('colleague@example.org', 'edit');
    world.books.reporting.share('colleague@example.org', 'edit');
    ask(world, 'controlSchedule', true);
    const run = world.host.call(world.books.controlScript, 'controlOpen', [], {
      user: 'colleague@example.org',
      trigger: 'sidebar',
    });
    const { schedule } = run.result as Good<'controlOpen'>;
    expect(schedule).toMatchObject({ on: true, mine: false, lost: false, owner: ADMINISTRATOR });
  });
});

describe('a table with data in a US locale', () => {
  function usBook(world: World) {
    const file = world.host.createSpreadsheet({
      name: 'Старая таблица',
      owner: ADMINISTRATOR,
      locale: 'en_US',
      timeZone: 'America/New_York',
    });
    const [sheet] = file.workbook.sheets;
    const place = { spreadsheetId: file.workbook.id, sheetId: sheet?.id ?? 0 };
    world.host.person(ADMINISTRATOR).type(place, 'A1', 'Моё');
    const address = `https://docs.google.com/spreadsheets/d/${file.workbook.id}/edit#gid=0`;
    return { file, input: { kind: 'address', address, answers: {} } as NewBook };
  }

  test.each([true, false])('asks before its locale is changed; the answer %s is done', (yes) => {
    const world = fork(office);
    const { file, input } = usBook(world);
    const asked = ask(world, 'controlAddBook', input);
    expect(asked.finished).toBe(false);
    expect(asked.question).toContain('регион таблицы en_US');
    expect(file.workbook.sheets).toHaveLength(1);
    expect(ask(world, 'controlOpen').adding).toContain(file.workbook.id);
    const answers = { [asked.question]: yes };
    const ended = pieces(world, 'controlAddBook', () => ({ ...input, answers }));
    expect(ended.at(-1)).toMatchObject({ finished: true, book: file.workbook.id });
    expect(file.workbook.locale).toBe(yes ? 'ru_RU' : 'en_US');
    expect(ask(world, 'controlOpen')).toMatchObject({ adding: '' });
  });

  test('what is no address gets a sentence', () => {
    const input: NewBook = { ...NEW, kind: 'address', address: 'моя таблица' };
    expect(refused(call(office, 'controlAddBook', [input]))).toContain('не похоже на адрес');
    expect(refused(call(office, 'controlAddBook', [{ ...input, address: ' ' }]))).toContain(
      'не похоже на адрес',
    );
  });
});

describe('a book of another control book', () => {
  const world = fork(office);
  const service = reportingTab({ ...office, ...world }, 'Служебное');
  const setControl = () => {
    service.view.sheet.rows[9]?.values.splice(1, 1, 'чужой-пульт');
  };

  test('is shown as such, left alone, and taken over only when the person says so', () => {
    setControl();
    const before = stateOf(world);
    expect(ask(world, 'controlOpen').books[0]?.problems).toEqual([
      { kind: 'foreign', sentence: expect.stringContaining('другой пульт') },
    ]);
    expect(refused(call(world, 'controlRebuild', [{ book: bookId }]))).toContain('другой пульт');
    const kept = ask(world, 'controlRepair', { book: bookId, goOn: false, takeOver: false });
    expect(kept).toMatchObject({ finished: true, foreign: true });
    expect(differences(before, stateOf(world))).toEqual([]);
    const taken = pieces(world, 'controlRepair', (count) => ({
      book: bookId,
      goOn: count > 0,
      takeOver: true,
    }));
    expect(taken.at(-1)).toMatchObject({ finished: true, foreign: false });
    expect(ask(world, 'controlOpen').books[0]?.problems).toEqual([]);
    pieces(world, 'controlRebuild', () => ({ book: bookId }));
  });
});

test('one book may be both: it is added as «эта же таблица», shown as such, and then is rebuilt like any other', () => {
  const world = emptyControl();
  ask(world, 'controlSetUp');
  const [added] = pieces(world, 'controlAddBook', () => ({ ...NEW, kind: 'here' }));
  expect(added?.book).toBe(world.books.control.workbook.id);
  ask(world, 'controlSample', EKATERINBURG);
  pieces(world, 'controlRebuild', () => ({ book: added?.book ?? '' }));
  const [book] = ask(world, 'controlOpen').books;
  expect(book).toMatchObject({ isControl: true, problems: [] });
  expect(book?.figures?.expected).toBeGreaterThan(0);
});

test('with several books a rebuild renews the page over all of them, and «Пульт» leads there', () => {
  const world = fork(office);
  expect(refused(call(world, 'controlGo', [{ tab: 'overall', row: 1 }]))).toContain('Этой вкладки нет');
  const added = pieces(world, 'controlAddBook', () => NEW).at(-1);
  pieces(world, 'controlRebuild', () => ({ book: added?.book ?? '' }));
  pieces(world, 'controlRebuild', () => ({ book: bookId }));
  ask(world, 'controlGo', { tab: 'overall', row: 1 });
});

describe('a long job', () => {
  const slow = ({ host }: Pick<World, 'host'>, ms: number): Fault => ({
    at: { kind: /^(?!.*(Builder|SpreadsheetApp\.new|getRange$))/, every: true },
    meanwhile: () => host.clock.tick(ms),
  });
  /** All but the stamps: a slow run ends at another minute. */
  const tabsOf = (world: World) =>
    Object.fromEntries(
      Object.entries(stateOf(world)).filter(([part]) => !/: row 2$|^Служебное: row/.test(part)),
    );

  test('is done in pieces that say how much is left, and ends as in one go', () => {
    const start = makeOffice({ programme: EKATERINBURG, built: false });
    const expected = fork(start);
    pieces(expected, 'controlRebuild', () => ({ book: start.books.reporting.workbook.id }));
    const world = fork(start);
    const before = world.host.clock.now();
    const answers = pieces(world, 'controlRebuild', () => ({ book: start.books.reporting.workbook.id }), [
      slow(world, 800),
    ]);
    const minutes = (world.host.clock.now() - before) / 60_000;
    expect(answers.length).toBeGreaterThan(3);
    expect(minutes / answers.length).toBeLessThan(2);
    const left = answers.flatMap(({ progress }) => (progress?.what === 'pages' ? [progress.left] : []));
    expect(left.length).toBeGreaterThan(2);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect(differences(tabsOf(expected), tabsOf(world))).toEqual([]);
  });

  test('of putting a book in order goes on where the last piece ended, and gives new heads their rights', () => {
    const world = fork(office);
    const people = peoplesCells({ ...office, ...world } as Office);
    addAddress(world, 'new-head@example.org', 'руководитель района', 'Ленинский');
    world.books.reporting.share('new-head@example.org', 'edit');
    const answers = pieces(
      world,
      'controlRepair',
      (count) => ({ book: bookId, goOn: count > 0, takeOver: false }),
      [slow(world, 500)],
    );
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.slice(0, -1).map(({ progress }) => progress?.what)).not.toContain('pages');
    const report = reportingTab({ ...office, ...world }, 'Отчёт');
    const head = world.host.person('new-head@example.org');
    expect(head.type(report.place, report.cell(2, 'Причина'), 'уточнить').ok).toBe(true);
    head.clear(report.place, report.cell(2, 'Причина'));
    expect(peoplesCells({ ...office, ...world } as Office)).toEqual(people);
  });

  test('of adding a book that is stopped anywhere is gone on with: there is one book in the end', () => {
    const start = fork(office);
    const heard: string[] = [];
    const spy = fork(start);
    pieces(spy, 'controlAddBook', () => NEW, [
      {
        at: {
          kind: Object.assign(/x/, {
            test(kind: string) {
              heard.push(kind);
              return false;
            },
          }),
          every: true,
        },
        meanwhile: () => {},
      },
    ]);
    const telling = heard.flatMap((kind, index) =>
      /create$|appendRow|setProperties|setSpreadsheet|insertSheet|deleteSheet/.test(kind) ? [index + 1] : [],
    );
    expect(telling.length).toBeGreaterThan(8);
    for (const at of telling) {
      const world = fork(start);
      call(world, 'controlAddBook', [NEW], [{ at, kill: true, when: 'after' }]);
      // The page looks again before it offers the button: it may have been done but for the answer.
      const there = ask(world, 'controlOpen');
      if (there.books.length < 2 || there.adding !== '') pieces(world, 'controlAddBook', () => NEW);
      const { books, adding } = ask(world, 'controlOpen');
      // Killed right behind the creation nobody could know of it yet: a file is left over, never two rows.
      expect([at, books.length, adding]).toEqual([at, 2, '']);
    }
  });

  test('a second rebuild from «Пульт» writes its stamp and nothing else', () => {
    const world = fork(office);
    pieces(world, 'controlRebuild', () => ({ book: bookId }));
    expect(sheetWrites(call(world, 'controlRebuild', [{ book: bookId }]))).toBe(1);
  });
});
