/** A data folder has one program at a time, and each file a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lockFolder } from '../../../host/cli/folderLock';
import { adoptOldFolder, fileFolderName } from '../../../host/page/persistence/fileFolder';
import type { EditOutcome, RowsShown } from '../../../host/page/protocol/protocol';
import { pageAssets } from '../../../host/page/server/assets';
import { saveBook, statePath } from '../../../host/xlsx/store';
import { childPath } from '../../support/children';
import { freePort } from '../../support/freePort';
import { built } from '../../support/scenes';
import { rowOf, viewOf } from '../../support/smallProgramme';
import { ask, kill, reportPlace, startProgram } from './program';

const folder = mkdtempSync(join(tmpdir(), 'svodka-folders-'));
const world = built();
const col = viewOf(world, 'Отчёт').column('Комментарий');
const row = rowOf(world, 6, 1) ?? 0;
const [one, other] = ['одно', 'другое'].map((place) => join(folder, place, 'otchet.xlsx')) as [
  string,
  string,
];

beforeAll(async () => {
  for (const file of [one, other]) {
    mkdirSync(join(file, '..'));
    await saveBook(world.host, world.books.reporting.workbook.id, file);
  }
  await pageAssets();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('programs on one folder', () => {
  const data = join(folder, 'locked');
  beforeAll(() => mkdirSync(data));

  const start = (): Promise<{ child: ChildProcess; said: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [childPath('locker'), data], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout?.once('data', (piece) => done({ child, said: String(piece).trim() }));
    });
  const end = (child: ChildProcess): Promise<void> =>
    new Promise((done) => {
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });

  test('of three started together exactly one gets it, each time after the one before was killed', async () => {
    for (let round = 1; round <= 12; round += 1) {
      const started = await Promise.all([start(), start(), start()]);
      expect(started.map(({ said }) => said).sort()).toEqual(['mine', 'taken', 'taken']);
      await Promise.all(started.map(({ child }) => end(child)));
    }
    expect(readdirSync(data)).toHaveLength(1);
  });

  test('one of another computer is named, with the file that says so', async () => {
    const path = join(data, 'lock-99.json');
    const holder = { computer: `${hostname()}-другой`, pid: process.pid, port: 1, token: 'x' };
    writeFileSync(path, JSON.stringify(holder));
    expect(await lockFolder(data)).toEqual({ ok: false, computer: holder.computer, path });
    writeFileSync(path, JSON.stringify({ ...holder, released: true }));
    const taken = await lockFolder(data);
    expect(taken.ok).toBe(true);
    if (taken.ok) taken.release();
  });

  test('two pages started together on one book: one serves, the other says why not', async () => {
    const args = async () => [one, '--data', data, '--port', String(await freePort())];
    const both = await Promise.allSettled([startProgram(await args()), startProgram(await args())]);
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(refused).toEqual([expect.stringContaining('уже работает другая программа «Сводки»')]);
    for (const each of both) if (each.status === 'fulfilled') await kill(each.value);
  });
});

describe('files of one name', () => {
  const data = join(folder, 'data');
  const from = async (file: string, act: (url: string) => Promise<void>): Promise<string> => {
    const running = await startProgram([file, '--data', data, '--port', String(await freePort())]);
    await act(running.url);
    await kill(running);
    return running.said();
  };
  const type = (text: string) => async (url: string) => {
    const edit = { ...(await reportPlace(url)), kind: 'type', row, col, text };
    expect(await ask<EditOutcome>(url, 'edit', { edit })).toEqual({ ok: true });
  };
  const shows = (text: string) => async (url: string) => {
    const { rows } = await ask<RowsShown>(url, 'rows', { ...(await reportPlace(url)), from: row, to: row });
    const cells = rows[0]?.cells ?? [];
    const at = cells.findIndex((value, index) => index % 3 === 0 && value === col);
    expect(at < 0 ? '' : cells[at + 1]).toBe(text);
  };

  test('from two places do not show each other’s edits, and a folder from before is moved over', async () => {
    await from(one, type('из одного'));
    await from(other, shows(''));
    renameSync(join(data, fileFolderName(one)), join(data, 'file-otchet.xlsx'));
    const said = await from(one, shows('из одного'));
    expect(said).toContain('Папка правок теперь называется по полному пути файла');
    expect(
      readdirSync(data)
        .filter((name) => name.startsWith('file-'))
        .sort(),
    ).toEqual([fileFolderName(one), fileFolderName(other)].sort());
    renameSync(join(data, fileFolderName(one)), join(data, 'file-otchet.xlsx'));
    rmSync(join(data, fileFolderName(other)), { recursive: true });
    writeFileSync(statePath(other), JSON.stringify({ id: 'another book' }));
    expect(adoptOldFolder(data, other)).toEqual([
      expect.stringContaining('правки файла с тем же именем, но другого'),
    ]);
    expect(readdirSync(data)).toContain('file-otchet.xlsx');
  });
});
