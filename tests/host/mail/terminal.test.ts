import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { childPath } from '../../support/children';

const folder = mkdtempSync(join(tmpdir(), 'svodka-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const book = join(folder, 'book.xlsx');
writeFileSync(book, '');

test.each([
  ['demo', ['demo', '--out', join(folder, 'never')], 'mail.example.org:25'],
  ['run', ['run', 'rebuild', '--book', book], 'http://user:secret@mail.example.org'],
])(
  '%s with an address that is no mail server: one clear line, exit code 2, no password, no file',
  (_name, args, url) => {
    const run = spawnSync(process.execPath, [childPath('svodka'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, SVODKA_SMTP_URL: url },
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr.trim().split('\n')).toEqual([expect.stringContaining('SVODKA_SMTP_URL ждёт адрес')]);
    expect(run.stderr).not.toContain('secret');
    expect(existsSync(join(folder, 'never'))).toBe(false);
  },
);
