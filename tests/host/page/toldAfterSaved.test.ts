/** Other pages hear of an edit only once it is on the disk: what they show is there after a restart. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { journalOf, snapshotsIn } from '../../../host/page/persistence/files';
import { PersistentSession } from '../../../host/page/persistence/persistentSession';
import { LocalHost } from '../../../host/runtime/localHost';
import { openBook, saveBook } from '../../../host/xlsx/store';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';

const CURATOR = 'curator@example.org';
const folder = mkdtempSync(join(tmpdir(), 'svodka-told-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('news of an edit comes after its line in the journal', async () => {
  const world = built();
  const book = world.books.reporting.workbook.id;
  const { sheet, column } = {
    sheet: viewOf(world, 'Отчёт').sheet.id,
    column: viewOf(world, 'Отчёт').column('Комментарий'),
  };
  const file = join(folder, 'otchet.xlsx');
  await saveBook(world.host, book, file);
  const dir = join(folder, 'data');
  const onDisk = (): string => readFileSync(journalOf(dir, snapshotsIn(dir)[0] ?? 0), 'utf8');
  const heard: boolean[] = [];
  const { session } = await PersistentSession.open({
    dir,
    make: async () => {
      const host = new LocalHost({ now: world.host.clock.now() });
      await openBook(host, file, { owner: CURATOR });
      return { host, title: 'Проверка', people: [], books: [{ id: book, kind: 'reporting' as const }] };
    },
    programmes: [],
    programme: null,
    newBooksScript: 'dist',
    news: (news) => {
      if (news.kind === 'rows') heard.push(onDisk().includes('записано и сказано'));
    },
    ask: () => ({ button: 'CLOSE', text: '' }),
  });
  session.handle('open', { book }, CURATOR);
  session.handle('rows', { book, sheet, from: 1, to: 20 }, CURATOR);
  const row = rowOf(world, 6, 1) ?? 0;
  const edit = { book, sheet, kind: 'type', row, col: column, text: 'записано и сказано' } as const;
  expect(session.handle('edit', { edit }, CURATOR)).toEqual({ ok: true });
  expect(heard.length).toBeGreaterThan(0);
  expect(heard).not.toContain(false);
  await session.close();
});
