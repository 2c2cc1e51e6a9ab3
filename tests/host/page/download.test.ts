/** The book that a page's «Скачать» gives: what the page shows, on whatever day it is opened. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LocalBackend } from '../../../host/page/server/backend';
import { makeWorld } from '../../../host/page/server/source';
import { SheetView } from '../../../host/people/sheetView';
import { LocalHost } from '../../../host/runtime/localHost';
import type { Workbook } from '../../../host/workbook/grid/workbook';
import { openBook } from '../../../host/xlsx/store';
import { built } from '../../support/scenes';
import { dateOf, readXlsxParts } from '../../support/xlsxParts';

const YEAR_MS = 366 * 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'svodka-download-'));
const path = join(folder, 'otchet.xlsx');
const world = built();
const { workbook } = world.books.reporting;
const office = world.books.administrator;

beforeAll(async () => {
  world.host.clock.set(world.host.clock.now() + 40 * 86_400_000);
  const backend = new LocalBackend({ host: world.host, title: '', people: [], books: [] });
  writeFileSync(path, (await backend.xlsx(workbook.id, office)).bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const statuses = (of: Workbook): string[] => {
  const lines = SheetView.of(of, 'Отчёт').texts();
  const at = lines[0]?.indexOf('Состояние') ?? -1;
  return lines.slice(1).map((line) => line[at] ?? '');
};

test('shows the statuses of the page years later', async () => {
  expect(statuses(workbook).some((status) => status.startsWith('просрочено'))).toBe(true);
  const later = new LocalHost({ now: world.host.clock.now() + 6 * YEAR_MS });
  const opened = await openBook(later, path, { owner: office });
  expect(statuses(opened.workbook)).toEqual(statuses(workbook));
});

test('holds no cell that asks its reader’s clock for today, for any program that opens it', () => {
  const sheets = readXlsxParts(path);
  const live = sheets.flatMap(({ name, cells }) =>
    [...cells.values()]
      .filter(({ formula }) => /\bTODAY\(/.test(formula ?? ''))
      .map(({ address }) => `${name}!${address}`),
  );
  expect(live).toEqual([]);
  const today = sheets.find(({ name }) => name === 'Служебное')?.cells.get('B2');
  expect(today && dateOf(today)).toBeInstanceOf(Date);
});

test('opened again by «serve» it lives on: statuses follow the clock, and the day is a formula again', async () => {
  const now = world.host.clock.now() + YEAR_MS;
  const again = await makeWorld({ kind: 'file', path, now }, null);
  const book = again.host.file(again.books[0]?.id ?? '').workbook;
  world.host.clock.set(now);
  expect(statuses(book)).toEqual(statuses(workbook));
  const service = book.sheets.find(({ name }) => name === 'Служебное');
  const formula = service?.formula(2, 2);
  expect(formula && book.engine.textA1(formula, 2, 2)).toBe('=TODAY()');
});
