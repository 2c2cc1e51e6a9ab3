/** What is built from the same sources is the same, byte by byte: else nobody could say what is at work in Google. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { DEEP } from '../support/deep';

const folder = mkdtempSync(join(tmpdir(), 'svodka-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`two builds ${DEEP ? '' : 'of the pages '}give the same bytes`, () => {
  const option = DEEP ? '--into' : '--pages-into';
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', option, folder]);
  const files = ['dist', 'control/dist'].flatMap((dir) =>
    readdirSync(join(folder, dir)).map((name) => join(dir, name)),
  );
  expect(files).toHaveLength(DEEP ? 8 : 4);
  for (const file of files) {
    expect([file, readFileSync(join(folder, file)).equals(readFileSync(file))]).toEqual([file, true]);
  }
});
