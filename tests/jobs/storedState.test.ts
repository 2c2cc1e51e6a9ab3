/**
 * What is stored between runs says in which version it was written: older ones are brought forward, newer ones are
 * refused in words and left as they are. The fixtures hold what earlier programs wrote for the same small programme.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { jobs0to1 } from '../../src/google/state/migrations/jobs/0-1';
import type { Stored } from '../../src/google/state/versions';
import { BOOK_VERSION } from '../../src/tabs/migrations';
import { ask, get } from '../addon/sidebarCalls';
import { type BookDump, differences, dumpBook } from '../support/bookDump';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import { DAY_MS, must, placeOf, rebuild, viewOf } from '../support/smallProgramme';

const read = (name: string) =>
  JSON.parse(readFileSync(`tests/fixtures/storedState/${name}.json`, 'utf8')) as unknown;
const OLD = read('properties-0') as Record<'script' | 'user', Record<string, string>>;
const BOOK = read('book-3') as { readonly service: string[][]; readonly hidden: string[][] };

const SCRIPT = 'script:script-1';
const USER = 'user:script-2:curator@example.org';
const quiet = built();
/** A day later: a rebuild and the night's repair are due. */
const later = fork(quiet);
later.host.clock.set(later.host.clock.now() + DAY_MS);

/** The same books on the same day, with these properties. */
function withProperties(change: Record<string, Record<string, string>>): World {
  const world = fork(later);
  world.host.properties.restore({ ...world.host.properties.dump(), ...change });
  return world;
}

function memoryOf(world: World): Stored {
  const all = world.host.properties.dump()[SCRIPT] ?? {};
  const names = Object.keys(all).filter((name) => name.startsWith('state.'));
  return JSON.parse(names.map((_, index) => all[`state.${index}`]).join('')) as Stored;
}

/** Every cell, format and protection of a book. */
const reportingBook = ({ books }: World): BookDump => dumpBook(books.reporting);
/** Both books, and every property. */
const everything = ({ host, books }: World): BookDump => ({
  ...Object.fromEntries(
    Object.entries(dumpBook(books.control)).map(([part, value]) => [`control ${part}`, value]),
  ),
  ...dumpBook(books.reporting),
  properties: host.properties.dump(),
  outbox: host.outbox.dump(),
});

/** Names of the members of the object and of what lies in it. */
function namesIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    `${path}.${name}`,
    ...namesIn(each, `${path}.${name}`),
  ]);
}

describe('the memory of the jobs as it was written before there were versions', () => {
  const before = OLD.script['state.0'] ?? '';
  it('keeps every value, some under a plainer name', () => {
    const renamed = before
      .replaceAll('"prints":', '"fingerprints":')
      .replaceAll('"print":', '"fingerprint":')
      .replaceAll('"pulse":', '"changeMarker":');
    expect(renamed).not.toBe(before);
    expect(jobs0to1(JSON.parse(before) as Stored)).toEqual(JSON.parse(renamed));
  });
  it('is read, and written as version 1', () => {
    const world = withProperties({ [SCRIPT]: OLD.script });
    const old = JSON.parse(before) as { books: Record<string, { restored: unknown; rebuiltAt: string }> };
    rebuild(world);
    const now = memoryOf(world);
    expect(now.version).toBe(1);
    expect(Object.keys(now.books as object)).toEqual(Object.keys(old.books));
    expect(namesIn(memoryOf(quiet)).filter((name) => !namesIn(now).includes(name))).toEqual([]);
    expect(namesIn(now).filter((name) => /\.(prints?|pulse)$/.test(name))).toEqual([]);
  });
  it('holds all that version 1 holds: what goes missing or changes its place needs another version', () => {
    const version1 = { version: 1, ...jobs0to1(JSON.parse(before) as Stored) };
    const now = namesIn(memoryOf(quiet));
    expect(namesIn(version1).filter((name) => !now.includes(name))).toEqual([]);
  });
});

describe('what a person’s sidebar remembered before there were versions', () => {
  it('is there: the school, the district, the form that was begun', () => {
    const world = withProperties({ [USER]: OLD.user });
    expect(get(world, 'sidebarOpen', []).school).toMatchObject({ id: 'К-04', drafts: ['К-04/2'] });
    expect(get(world, 'sidebarDistrict', ['']).district).toBe('Ленинский');
    const { draft } = get(world, 'sidebarForm', ['К-04/2']);
    expect(draft).toEqual({ document: { text: 'приказ № 4', over: 'x' } });
  });
  it('gets its version with the next change', () => {
    const world = withProperties({ [USER]: OLD.user });
    get(world, 'sidebarDraft', ['К-04/2', { document: { text: 'приказ № 5', over: 'x' } }]);
    get(world, 'sidebarChoose', ['К-05']);
    const values = Object.values(world.host.properties.dump()[USER] ?? {});
    expect(values.map((text) => (JSON.parse(text) as Stored).version)).toEqual([1, 1]);
  });
});

it('a book holds what version 3 held: «Служебное» and the hidden columns of «Отчёт»', () => {
  // Its formulas are computed when somebody looks.
  viewOf(quiet, 'Служебное').texts();
  const texts = (tab: string) =>
    viewOf(quiet, tab).sheet.rows.flatMap((row) =>
      row ? [row.values.map((value) => String(value ?? ''))] : [],
    );
  const [headers = [], ...rows] = texts('Отчёт');
  const [hidden = []] = BOOK.hidden;
  const columns = hidden.map((header) => headers.indexOf(header));
  expect(texts('Служебное').filter((row) => row.length > 0)).toEqual(BOOK.service);
  const cells = rows.filter((row) => row.length > 0).map((row) => columns.map((column) => row[column] ?? ''));
  expect(cells).toEqual(BOOK.hidden.slice(1));
});

it('a book of version 2 gets what version 3 brought, and nobody is told that it was deleted', () => {
  const world = fork(quiet);
  const administrator = world.host.person(world.books.administrator);
  for (const [tab, header] of [
    ['Отчёт', 'Учтено в районе'],
    ['Организации', 'Прежние районы'],
  ] as const)
    must(administrator.deleteColumns(placeOf(world, tab), viewOf(world, tab).column(header)));
  must(administrator.type(placeOf(world, 'Служебное'), 'B8', '2'));
  rebuild(world);
  // Nothing is known of where the reports counted before: nothing shifted.
  expect(viewOf(world, 'Отчёт').text(2, viewOf(world, 'Отчёт').column('Учтено в районе'))).toBe('Кировский');
  expect(viewOf(world, 'Организации').column('Прежние районы')).toBe(8);
  expect(viewOf(world, 'Замечания').texts()).toEqual(viewOf(quiet, 'Замечания').texts());
  // The new column of «Организации» takes the alignment of its neighbour.
  const others = (book: BookDump) =>
    Object.fromEntries(Object.entries(book).filter(([part]) => !part.startsWith('Организации')));
  expect(differences(others(dumpBook(quiet.books.reporting)), others(reportingBook(world)))).toEqual([]);
});

const NEWER = 'более новой версией Сводки';
/** What people and the schedule call in the control book's script. */
const CALLS: readonly (readonly [string, ...unknown[]])[] = [
  ['tick'],
  ['menuRebuild'],
  ['menuSetUp'],
  ['menuAddBook'],
  ['menuScheduleOn'],
  ['menuMailOn'],
  ['menuRegroup'],
  ['menuSample'],
  ['menuState'],
  ['controlOpen'],
  ['controlSetUp'],
  ['controlSchedule', true],
  ['controlMailSwitch', true],
  ['importRead', ''],
];
function call(world: World, name: string, args: readonly unknown[]) {
  const { host, books } = world;
  host.answers.push(name === 'menuSample' ? { text: '1' } : { button: 'YES' });
  return host.call(books.controlScript, name, args, { user: books.administrator });
}

describe('an office that a newer version wrote', () => {
  const memory = JSON.stringify({ ...memoryOf(quiet), version: 2, books: 'kept elsewhere' });
  for (const [name, ...args] of CALLS) {
    it(`is left untouched by ${name}, which says so`, () => {
      const world = withProperties({ [SCRIPT]: { 'state.0': memory } });
      const before = everything(world);
      const outcome = call(world, name, args);
      expect(differences(before, everything(world))).toEqual([]);
      const said = JSON.stringify([outcome.seen, outcome.result, outcome.error?.message]);
      expect(said).toContain(NEWER);
    });
  }
});

describe('a book that a newer version wrote', () => {
  const newer = (): World => {
    const world = fork(later);
    const administrator = world.host.person(world.books.administrator);
    must(administrator.type(placeOf(world, 'Служебное'), 'B8', String(BOOK_VERSION + 1)));
    // Something to do for every job, were the book ours.
    must(administrator.type(placeOf(world, 'Организации'), 'D4', 'Лицей № 3'));
    return world;
  };
  const id = quiet.books.reporting.workbook.id;
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  const calls: readonly (readonly [string, ...unknown[]])[] = [
    ['menuRebuild'],
    ['menuSetUp'],
    ['menuRegroup'],
    ['menuSample'],
    ['controlOpen'],
    ['controlBook', id],
    ['controlRebuild', { book: id }],
    ['controlRepair', { book: id, goOn: false, takeOver: true }],
    ['controlSample', 1],
    ['importRead', id],
    ['importRebuild', id],
  ];
  for (const [name, ...args] of calls) {
    it(`is left untouched by ${name}, which says so`, () => {
      const world = newer();
      const before = reportingBook(world);
      const outcome = call(world, name, args);
      expect(outcome.error).toBeNull();
      expect(differences(before, reportingBook(world))).toEqual([]);
      expect(JSON.stringify([outcome.seen, outcome.result])).toContain(NEWER);
    });
  }
  it('is left untouched by the schedule, which tells the journal', () => {
    const world = newer();
    const before = reportingBook(world);
    call(world, 'tick', []);
    expect(differences(before, reportingBook(world))).toEqual([]);
    expect(JSON.stringify(dumpBook(world.books.control))).toContain(NEWER);
  });
  it('is not added to another office', () => {
    const world = newer();
    const { host, books } = world;
    const other = host.createSpreadsheet({ name: 'Пульт 2', owner: books.administrator, locale: 'ru_RU' });
    const script = host.attach('control/dist', { spreadsheetId: other.workbook.id, name: 'Пульт 2' });
    const before = reportingBook(world);
    host.answers.push({ text: address }, { button: 'YES' });
    const outcome = host.call(script, 'menuSetUp', [], { user: books.administrator });
    expect(JSON.stringify(outcome.seen)).toContain(NEWER);
    expect(differences(before, reportingBook(world))).toEqual([]);
  });
  it('is not written in from the sidebar of its schools', () => {
    const world = newer();
    const before = everything(world);
    const save = {
      key: 'К-01/2',
      organisation: 'Школа № 1',
      stage: '2. Утвердить карту',
      values: { comment: 'да' },
      seen: { comment: '' },
    };
    const answers = [
      ask(world, 'sidebarOpen', []),
      ask(world, 'sidebarChoose', ['К-01']),
      ask(world, 'sidebarSave', [save]),
      ask(world, 'sidebarDraft', ['К-01/2', { comment: { text: 'да', over: 'x' } }]),
    ];
    for (const { answer } of answers)
      expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining(NEWER) });
    expect(differences(before, everything(world))).toEqual([]);
  });
});

it('a form that a newer sidebar stored is neither shown, written over nor deleted', () => {
  const user = Object.fromEntries(
    Object.entries(OLD.user).map(([name, text]) => [
      name,
      JSON.stringify({ ...JSON.parse(text), version: 2 }),
    ]),
  );
  const world = withProperties({ [USER]: user });
  for (const { answer } of [
    ask(world, 'sidebarOpen', []),
    ask(world, 'sidebarForm', ['К-04/2']),
    ask(world, 'sidebarDraft', ['К-04/2', { document: { text: 'приказ № 5', over: 'x' } }]),
    ask(world, 'sidebarDraft', ['К-04/2', null]),
  ]) {
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining(NEWER) });
  }
  expect(world.host.properties.dump()[USER]).toEqual(user);
});
