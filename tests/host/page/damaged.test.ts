/** Data that was damaged on the disk: what is whole is there, the rest is named, and the program ends or goes on. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PersistentSession } from '../../../host/page/persistence/persistentSession';
import type { Restored } from '../../../host/page/persistence/restore';
import type { News, Requests } from '../../../host/page/protocol/protocol';
import { LocalHost } from '../../../host/runtime/localHost';
import { openBook, saveBook } from '../../../host/xlsx/store';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';

const CURATOR = 'curator@example.org';
const folder = mkdtempSync(join(tmpdir(), 'svodka-damaged-'));
const world = built();
const bookId = world.books.reporting.workbook.id;
const column = viewOf(world, 'Отчёт').column('Комментарий');
const row = rowOf(world, 6, 1) ?? 0;
const sheet = viewOf(world, 'Отчёт').sheet.id;
const file = join(folder, 'otchet.xlsx');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same book in a host of its own each time. */
async function make() {
  const host = new LocalHost({ now: world.host.clock.now() });
  await openBook(host, file, { owner: CURATOR });
  return { host, title: 'Проверка', people: [], books: [{ id: bookId, kind: 'reporting' as const }] };
}

const told: News[] = [];
const open = (dir: string): Promise<{ session: PersistentSession; restored: Restored }> =>
  PersistentSession.open({
    dir,
    make,
    programmes: [],
    programme: null,
    newBooksScript: 'dist',
    news: (news) => told.push(news),
    ask: () => ({ button: 'CLOSE', text: '' }),
  });

const edit = (session: PersistentSession, text: string): Requests['edit']['out'] =>
  session.handle('edit', { edit: { book: bookId, sheet, kind: 'type', row, col: column, text } }, CURATOR);

const comment = (session: PersistentSession): unknown =>
  session.host.file(bookId).workbook.sheetById(sheet)?.value(row, column);

/** A folder in which three edits were confirmed before the program was killed. */
const template = join(folder, 'template');
/** The same after it was folded into a second snapshot, with one more edit. */
const folded = join(folder, 'folded');
beforeAll(async () => {
  await saveBook(world.host, bookId, file);
  const { session } = await open(template);
  for (const text of ['раз', 'два', 'три']) expect(edit(session, text)).toEqual({ ok: true });
  cpSync(template, folded, { recursive: true });
  const second = await open(folded);
  await second.session.fold();
  edit(second.session, 'четыре');
});

let copies = 0;
function copyOf(dir: string): string {
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

const named = (dir: string, start: string): string =>
  join(
    dir,
    readdirSync(dir)
      .filter((name) => name.startsWith(start))
      .sort()
      .at(-1) ?? '',
  );

test('a bad line in the middle of the journal: what was before it is there, the rest lies in a file beside', async () => {
  const dir = copyOf(template);
  const journal = named(dir, 'journal-');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const bad = (lines[1] ?? '').slice(0, 19);
  writeFileSync(journal, [lines[0], bad, lines[2], ''].join('\n'));
  const { session, restored } = await open(dir);
  expect(comment(session)).toBe('раз');
  expect(restored).toMatchObject({ from: 'disk', replayed: 1, notRepeated: { count: 2 } });
  expect(readFileSync(restored.notRepeated?.path ?? '', 'utf8')).toBe(`${bad}\n${lines[2]}\n`);
  edit(session, 'пять');
  const again = await open(dir);
  expect(comment(again.session)).toBe('пять');
  expect(again.restored.notRepeated).toBeNull();
});

test('a line that is whole and no action of the page is not done', async () => {
  const dir = copyOf(template);
  appendFileSync(named(dir, 'journal-'), 'null\n{"name":"sing"}\n');
  const { session, restored } = await open(dir);
  expect(comment(session)).toBe('три');
  expect(restored.notRepeated?.count).toBe(2);
});

describe('a damaged file of the last saving', () => {
  test.each([
    ['an empty mark', (dir: string) => truncateSync(join(dir, 'current.json'), 0)],
    ['a cut book', (dir: string) => truncateSync(join(named(dir, 'snapshot-'), 'book-1.xlsx'), 500)],
    [
      'a cut memory of the host',
      (dir: string) => truncateSync(join(named(dir, 'snapshot-'), 'host.json'), 40),
    ],
    ['a book that is gone', (dir: string) => rmSync(join(named(dir, 'snapshot-'), 'book-1.xlsx'))],
    ['the folder gone', (dir: string) => rmSync(named(dir, 'snapshot-'), { recursive: true })],
  ])('%s: all edits are there, from the saving before it', async (_what, damage) => {
    const dir = copyOf(folded);
    damage(dir);
    const { session, restored } = await open(dir);
    expect(comment(session)).toBe('четыре');
    expect(restored).toMatchObject({ from: 'disk', notRepeated: null });
    edit(session, 'пять');
    expect(comment((await open(dir)).session)).toBe('пять');
  });

  test('with none before it, one sentence names the file and what to do, and nothing is touched', async () => {
    const dir = copyOf(template);
    const book = join(named(dir, 'snapshot-'), 'book-1.xlsx');
    truncateSync(book, 500);
    const before = readdirSync(dir);
    await expect(open(dir)).rejects.toThrow(`файл ${book} не читается: он повреждён`);
    await expect(open(dir)).rejects.toThrow(`удалите папку ${dir}`);
    expect(readdirSync(dir)).toEqual(before);
  });
});
