import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { HostClock } from '../../../host/runtime/clock';
import { LocalHost } from '../../../host/runtime/localHost';
import type { DriveFile } from '../../../host/services/storage/drive';
import { Workbook } from '../../../host/workbook/grid/workbook';
import { fromXlsx, toXlsx } from '../../../host/xlsx/dialect';
import { fillFromXlsx } from '../../../host/xlsx/read';
import { dumpBook } from '../../../host/xlsx/state';
import { openBook, openHost, saveBook, saveHost, statePath } from '../../../host/xlsx/store';
import { toXlsxFile } from '../../../host/xlsx/write';
import { dateOf, readXlsxParts } from '../../support/xlsxParts';
import { OWNER, sample } from './sample';

const folder = () => mkdtempSync(join(tmpdir(), 'xlsx-'));

describe('a saved book', () => {
  let path: string;
  let file: DriveFile;
  let again: DriveFile;
  let host: LocalHost;

  beforeAll(async () => {
    const made = sample();
    file = made.file;
    path = join(folder(), 'book.xlsx');
    await saveBook(made.host, file.workbook.id, path);
    saveHost(made.host, join(path, '../host.json'));
    host = new LocalHost();
    again = await openBook(host, path, { owner: 'somebody@else.org' });
  });

  test('opens with the same cells, looks and shape', () => {
    const facts = (from: DriveFile) =>
      from.workbook.sheets.map((sheet) => ({
        name: sheet.name,
        id: sheet.id,
        hidden: sheet.hidden,
        frozen: [sheet.frozenRows, sheet.frozenColumns],
        tab: sheet.tabColor,
        size: [sheet.maxRows, sheet.maxColumns],
        merges: sheet.merges,
        hiddenColumns: [...sheet.hiddenColumns],
        width: sheet.columnWidths.get(1),
        height: sheet.rowHeights.get(1),
        values: sheet.rows
          .slice(0, 6)
          .map((_row, index) => [1, 2, 3, 4, 5, 6].map((col) => sheet.value(index + 1, col) || null)),
        formulas: sheet.rows
          .slice(0, 6)
          .map(
            (row, index) =>
              row?.formulas?.flatMap((cell, col) =>
                cell ? [sheet.workbook.engine.textA1(cell, index + 1, col + 1)] : [],
              ) ?? [],
          ),
        styles: sheet.rows
          .slice(0, 6)
          .map((_, index) => [1, 2, 3, 4, 5, 6].map((col) => sheet.style(index + 1, col))),
        notes: sheet.rows[1]?.notes?.[0],
        links: sheet.rows
          .slice(1, 4)
          .map((row) => row?.runs?.[5]?.map((run) => [run.start, run.end, run.link])),
      }));
    expect(facts(again)).toEqual(facts(file));
  });

  test('has the same rules of colour in the same order', () => {
    const rules = (from: DriveFile) =>
      from.workbook.sheets[0]?.conditionalRules.map(({ ranges, condition, gradient }) => ({
        ranges,
        gradient,
        condition: condition && {
          ...condition,
          args: condition.pattern ? [] : condition.args,
          pattern: condition.pattern?.tokens.map(({ text }) => text).join(''),
        },
      }));
    expect(rules(again)).toEqual(rules(file));
  });

  test('has the same data validation over the same cells', () => {
    const rules = (from: DriveFile) => {
      const sheet = from.workbook.sheets[0];
      return [2, 500, 1000].map((row) =>
        sheet?.rows[row - 1]?.validations?.map(
          (rule) => rule && [rule.criterion, rule.args, rule.allowInvalid, rule.helpText, rule.range?.box],
        ),
      );
    };
    expect(rules(again)).toEqual(rules(file));
  });

  test('keeps who may do what, and the metadata, in the JSON beside it', () => {
    expect(dumpBook(host.drive, again.workbook.id)).toEqual(
      JSON.parse(readFileSync(statePath(path), 'utf8')),
    );
    expect(again.owner).toBe(OWNER);
    expect([...again.editors]).toEqual(['curator@example.org']);
    expect(again.workbook.sheets[0]?.metadata).toMatchObject([
      { key: 'svodka.column', place: { type: 'COLUMN' } },
    ]);
    expect(openHost(host, join(path, '../host.json'))).toBe(true);
    expect(host.properties.store('script:script-1').get('k')).toBe('v');
    expect(host.clock.now()).toBe(Date.UTC(2026, 0, 15, 6));
  });

  test('leaves no temporary file', () => {
    expect(readdirSync(join(path, '..')).sort()).toEqual(['book.svodka.json', 'book.xlsx', 'host.json']);
  });

  test('prints on A4, one page wide, with the frozen rows on each page', () => {
    const parts = unzipSync(readFileSync(path));
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/,
    );
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<pageSetup [^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
    expect(text('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
    expect(text('xl/workbook.xml')).toMatch(/Отчёт'?!\$1:\$1</);
  });

  test('says the same to another reader', () => {
    const sheet = readXlsxParts(path).find(({ name }) => name === 'Отчёт');
    const cell = (address: string) => {
      const found = sheet?.cells.get(address);
      if (!found) throw new Error(`no cell ${address}`);
      return found;
    };
    expect(dateOf(cell('B2'))).toEqual(new Date(Date.UTC(2026, 0, 12)));
    expect(cell('C4')).toMatchObject({
      value: 'просрочено; срочно',
      formula: expect.stringContaining('IF(B4="","",'),
    });
    expect(cell('A4')).toMatchObject({ value: '=1+1 текст', formula: null });
    expect(cell('A1').fill).toBe('FFCFE2F3');
    expect(cell('E2').numberFormat).toBe('0%');
    expect(sheet?.notes.get('A2')).toBe('Письмо 01\nстр. 2');
    expect(sheet?.pane).toEqual({ state: 'frozen', columns: 2, rows: 1 });
    const missed = sheet?.rules.find(({ background }) => background === 'FFB3261E');
    expect(missed).toMatchObject({ ref: 'C2:C1000', type: 'beginsWith', fontColor: 'FFFFFFFF' });
  });
});

test('a file from elsewhere opens with its dates as dates', async () => {
  const path = join(folder(), 'чужой.xlsx');
  await writeExcelFile(
    [
      [{ value: new Date(Date.UTC(2026, 2, 8)), format: 'mm-dd-yy' }, 1],
      [{ value: 'SUM(B1,B2)', type: 'Formula' }, 2],
    ],
    { sheet: 'Данные' },
  ).toFile(path);
  const host = new LocalHost();
  const opened = await openBook(host, path, { owner: OWNER, timeZone: 'Asia/Yekaterinburg' });
  const [model] = opened.workbook.sheets;
  expect(opened.workbook.name).toBe('чужой');
  expect(model?.isDate(1, 1)).toBe(true);
  expect(model?.value(1, 1)).toBe(46089);
  const cell = model?.formula(2, 1);
  expect(cell && opened.workbook.engine.textA1(cell, 2, 1)).toBe('=SUM(B1;B2)');
  opened.workbook.engine.refresh(model ?? opened.workbook.activeSheet(), {
    row: 1,
    col: 1,
    rows: 3,
    cols: 3,
  });
  expect(model?.value(2, 1)).toBe(3);
});

test('what is no .xlsx is refused and nothing enters the drive', async () => {
  const path = join(folder(), 'bad.xlsx');
  writeFileSync(path, 'not a zip');
  const host = new LocalHost();
  await expect(openBook(host, path, { owner: OWNER })).rejects.toThrow();
  expect(host.drive.files.size).toBe(0);
  await expect(openBook(host, `${path}.none`, { owner: OWNER })).rejects.toThrow();
  expect(existsSync(statePath(path))).toBe(false);
});

test.each([
  ['IF(A1="";"a;b";{1;2})', 'IF(A1="","a;b",{1;2})'],
  ["SUM('a;b'!A1;2)", "SUM('a;b'!A1,2)"],
  ['IFS(A1>1;TEXTJOIN(",";TRUE;A1:A2))', '_xlfn.IFS(A1>1,_xlfn.TEXTJOIN(",",TRUE,A1:A2))'],
])('formula %s becomes %s and comes back', (own, file) => {
  expect(toXlsx(own)).toBe(file);
  expect(fromXlsx(file)).toBe(own);
});

/** XML cannot hold control characters, so neither can a cell. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((one) => !/[\p{Cc}\p{Cn}\p{Cs}]/u.test(one));
const scalar = fc.oneof(
  fc.constant(null),
  text.filter((one) => one !== '' && !one.startsWith('#')),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((one) => (Object.is(one, -0) ? 0 : one)),
  fc.integer({ min: -1000, max: 60_000 }),
  fc.boolean(),
);
const look = fc.record({
  bold: fc.boolean(),
  color: fc.constantFrom('#000000', '#b3261e', '#ffffff'),
  background: fc.constantFrom('#ffffff', '#ffd966', '#cfe2f3'),
  format: fc.constantFrom('General', 'dd.MM.yyyy', '0.00', '@', 'dd.MM.yyyy HH:mm:ss'),
  across: fc.constantFrom('general', 'left', 'center', 'right'),
  wrap: fc.constantFrom('WRAP' as const, 'OVERFLOW' as const),
});

test('any small book comes back as it went', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), scalar, look), {
        maxLength: 20,
      }),
      async (cells) => {
        const clock = new HostClock();
        const book = new Workbook('a', 'book', clock, 'ru_RU', 'Asia/Yekaterinburg');
        const sheet = book.addSheet('Лист <&> 1');
        for (const [row, col, value, { bold, color, background, format, across, wrap }] of cells) {
          // Whole days from March 1900 on: the day before is one that .xlsx makes up.
          const kept =
            typeof value === 'number' && format.startsWith('dd')
              ? 61 + (Math.abs(Math.trunc(value)) % 60_000)
              : value;
          sheet.setScalar(sheet.row(row), col, kept);
          sheet.setStyle(sheet.row(row), col, {
            fontWeight: bold ? 'bold' : 'normal',
            fontColor: color,
            background,
            numberFormat: format,
            horizontalAlignment: across,
            wrap,
          });
        }
        const back = new Workbook('b', 'book', clock, 'ru_RU', 'Asia/Yekaterinburg');
        await fillFromXlsx(back, await toXlsxFile(book));
        const [read] = back.sheets;
        for (const [row, col] of cells) {
          expect(read?.value(row, col)).toEqual(sheet.value(row, col));
          expect(read?.style(row, col)).toEqual(sheet.style(row, col));
        }
      },
    ),
    { numRuns: 150 },
  );
});
