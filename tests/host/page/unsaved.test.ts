/** What could not be saved is not shown as done, and what was saved stays. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersistentSession } from '../../../host/page/persistence/persistentSession';
import type { Edit, EditOutcome, News } from '../../../host/page/protocol/protocol';
import { Refusal } from '../../../host/page/protocol/refusal';
import { LocalHost } from '../../../host/runtime/localHost';
import { openBook, saveBook } from '../../../host/xlsx/store';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';

const CURATOR = 'curator@example.org';
const folder = mkdtempSync(join(tmpdir(), 'svodka-unsaved-'));
const dir = join(folder, 'data');
const file = join(folder, 'otchet.xlsx');
const world = built();
const bookId = world.books.reporting.workbook.id;
const view = viewOf(world, 'Отчёт');
const place = { book: bookId, sheet: view.sheet.id };
const cell = { row: rowOf(world, 6, 1) ?? 0, col: view.column('Комментарий') };

let heard: (news: News) => void = () => {};
let session: PersistentSession;

const open = () =>
  PersistentSession.open({
    dir,
    make: async () => {
      const host = new LocalHost({ now: world.host.clock.now() });
      await openBook(host, file, { owner: CURATOR });
      return { host, title: 'Проверка', people: [], books: [{ id: bookId, kind: 'reporting' as const }] };
    },
    programmes: [],
    programme: null,
    newBooksScript: 'dist',
    news: (news) => heard(news),
    ask: () => ({ button: 'CLOSE', text: '' }),
  });

beforeAll(async () => {
  await saveBook(world.host, bookId, file);
  session = (await open()).session;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const journal = (): string =>
  readdirSync(dir)
    .filter((name) => name.startsWith('journal-'))
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('');
const send = (edit: Edit): EditOutcome => session.handle('edit', { edit }, CURATOR);
const type = (text: string): EditOutcome => send({ ...place, ...cell, kind: 'type', text });
const shown = (): unknown =>
  session.host.file(bookId).workbook.sheetById(place.sheet)?.value(cell.row, cell.col);

test('pages see an edit when it is on the disk, not before', () => {
  session.handle('open', { book: bookId }, CURATOR);
  session.handle('rows', { ...place, from: 1, to: 3 }, CURATOR);
  const saved: boolean[] = [];
  heard = ({ kind }) => {
    if (kind === 'rows') saved.push(journal().includes('сначала на диск'));
  };
  expect(type('сначала на диск')).toEqual({ ok: true });
  expect(saved).toEqual([true]);
  heard = () => {};
});

test('books that cannot be saved whole: the journal goes on, and the next saving succeeds', async () => {
  const dump = session.host.outbox.dump;
  session.host.outbox.dump = () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  await expect(session.fold()).rejects.toThrow('no space');
  session.host.outbox.dump = dump;
  expect(type('после неудачи')).toEqual({ ok: true });
  expect(journal()).toContain('после неудачи');
  await session.fold();
  expect(type('после удачи')).toEqual({ ok: true });
  session = (await open()).session;
  expect(shown()).toBe('после удачи');
});

test('a walk of the clock that fails half way is taken back whole', async () => {
  const before = session.host.clock.now();
  const { host } = session;
  host.advance = () => {
    host.clock.set(before + 1_000);
    throw new Error('half way');
  };
  expect(() => session.step(before + 3_600_000, CURATOR)).toThrow('half way');
  expect(session.broken).toBe(true);
  await session.reopen();
  expect(session.broken).toBe(false);
  expect(session.host.clock.now()).toBe(before);
  expect(shown()).toBe('после удачи');
});

test('a slice of a walk is there after a crash', async () => {
  const before = session.host.clock.now();
  session.step(before + 3_600_000, CURATOR);
  session = (await open()).session;
  expect(session.host.clock.now()).toBe(before + 3_600_000);
});

const box = { ...cell, rows: 1, cols: 1 };
test.each<[string, Partial<Edit>]>([
  ['a row far below the sheet', { kind: 'type', row: 99_999_999, text: 'x' }],
  ['a column that is no number', { kind: 'type', col: Number.NaN, text: 'x' }],
  ['a box over the edge', { kind: 'clear', box: { ...box, rows: 99_999_999 } }],
  ['a row below nothing', { kind: 'insertRow', box: { ...box, row: 99_999_999 } }],
  ['a column to sort by that is not there', { kind: 'sort', box, column: 5_000, ascending: true }],
])('%s is refused with the size of the sheet', (_what, edit) => {
  expect(send({ ...place, ...cell, ...edit } as Edit)).toEqual({
    ok: false,
    message: expect.stringMatching(/^Такого места на этой вкладке нет: в ней строк \d+, столбцов \d+/),
  });
});

test('lines of one cell with one long line are as large as the rectangle they make', () => {
  const lines = [...Array.from({ length: 9_999 }, () => ['x']), Array.from({ length: 9_999 }, () => 'x')];
  expect(send({ ...place, ...cell, kind: 'paste', lines })).toEqual({
    ok: false,
    message: 'Вставить столько ячеек сразу нельзя: не больше 20 000.',
  });
});

test.each([
  ['nothing', null],
  ['no text', { ...place, ...cell, kind: 'type' }],
  ['an unknown kind', { ...place, ...cell, kind: 'eat', box }],
])('an edit that is %s is refused, and nothing is taken back', (_what, edit) => {
  expect(() => send(edit as never)).toThrow(Refusal);
  expect(session.broken).toBe(false);
});
