/** A build is left out only when it would make the same again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { isFresh, makeFresh, type Product } from '../../scripts/fresh';

const folder = mkdtempSync(join(tmpdir(), 'svodka-fresh-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const product: Product = {
  record: at('cache/record.json'),
  inputs: [at('sources'), at('versions.json')],
  outputs: [at('made')],
};
const build = async (): Promise<void> =>
  writeFileSync(at('made/code.js'), readFileSync(at('sources/deep/a.ts')));

beforeEach(async () => {
  for (const name of ['cache', 'sources', 'made']) rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at('sources/deep'), { recursive: true });
  mkdirSync(at('made'));
  writeFileSync(at('sources/deep/a.ts'), 'one');
  writeFileSync(at('versions.json'), '{}');
  expect(isFresh(product)).toBe(false);
  await makeFresh(product, build);
  expect(isFresh(product)).toBe(true);
});

test.each<readonly [string, () => void]>([
  ['a source is changed', () => writeFileSync(at('sources/deep/a.ts'), 'two')],
  ['a source is added', () => writeFileSync(at('sources/b.ts'), '')],
  ['a source is gone', () => rmSync(at('sources/deep/a.ts'))],
  ['a package has another version', () => writeFileSync(at('versions.json'), '{"version":2}')],
  ['the packages were installed anew', () => rmSync(at('cache'), { recursive: true })],
  ['what was built is changed by hand', () => writeFileSync(at('made/code.js'), 'one;')],
  ['what was built is gone', () => rmSync(at('made'), { recursive: true })],
])('%s: it is built again', (_what, change) => {
  change();
  expect(isFresh(product)).toBe(false);
});

test('a source that is written anew with the same text changes nothing', () => {
  writeFileSync(at('sources/deep/a.ts'), 'one');
  expect(isFresh(product)).toBe(true);
});

test('a source that changes while it is built makes the next build', async () => {
  await makeFresh(product, async () => {
    await build();
    writeFileSync(at('sources/deep/a.ts'), 'meanwhile');
  });
  expect(isFresh(product)).toBe(false);
});

test('a build that fails is not remembered', async () => {
  writeFileSync(at('sources/deep/a.ts'), 'two');
  await expect(makeFresh(product, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(isFresh(product)).toBe(false);
});
