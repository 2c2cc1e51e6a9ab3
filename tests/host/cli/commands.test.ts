import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SheetView } from '../../../host/people/sheetView';
import { LocalHost } from '../../../host/runtime/localHost';
import { openBook, saveBook } from '../../../host/xlsx/store';
import { SERVICE_ROWS } from '../../../src/tabs/schemas/serviceTab';
import { childPath } from '../../support/children';
import { must } from '../../support/smallProgramme';

const folder = mkdtempSync(join(tmpdir(), 'svodka-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function svodka(...args: string[]) {
  const run = spawnSync(process.execPath, [childPath('svodka'), ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a person at the terminal', () => {
  const out = join(folder, 'sample');
  let demo: ReturnType<typeof svodka>;
  beforeAll(() => {
    demo = svodka('demo', '--out', out, '--today', '2020-10-12');
  });

  test('gets both samples as .xlsx, with figures that add up', () => {
    expect(demo.err).toBe('');
    expect(demo.code).toBe(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.xlsx'))).toHaveLength(4);
    const lines = [
      ...demo.out.matchAll(
        /ожидается (\d+)\n\s+в срок (\d+).*опозданием (\d+).*\n?.*просрочено (\d+).*наступил (\d+)/g,
      ),
    ];
    expect(lines).toHaveLength(2);
    for (const [, expected, ...parts] of lines) {
      expect(parts.map(Number).reduce((sum, part) => sum + part, 0)).toBe(Number(expected));
    }
    expect(demo.out).toContain('63 организации, 7 районов, 455 строк');
    expect(demo.out).toContain('20 организаций, 1 район, 220 строк');
  });

  test('runs one job over a saved book, and the second time nothing changes', () => {
    const book = join(out, 'beloyarsky-otchet.xlsx');
    const first = svodka('run', 'rebuild', '--book', book, '--today', '2020-10-12');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('220 отчётов');
    const second = svodka('run', 'rebuild', '--book', book, '--today', '2020-10-12', '--json');
    const said = JSON.parse(second.out) as { changed: string[]; calls: Record<string, number>; error: null };
    expect(said.error).toBeNull();
    expect(said.changed).toEqual([]);
    expect(said.calls['SpreadsheetApp.openById']).toBe(1);
  });

  test.each([
    ['an unknown command', ['sing'], 'нет команды «sing»'],
    ['an unknown job', ['run', 'dance', '--book', 'x.xlsx'], 'нет работы «dance»'],
    ['a job without a book', ['run', 'rebuild'], 'run ждёт книгу'],
    ['a book that is not there', ['run', 'rebuild', '--book', join(folder, 'no.xlsx')], 'нет'],
    ['an option that does not exist', ['demo', '--where', folder], 'нет параметра --where'],
    ['an option of the page that does not exist', ['start', '--bogus'], 'нет параметра --bogus'],
    ['an option without its value', ['serve', '--port'], 'параметр --port ждёт значение'],
    ['an option before another', ['serve', '--port', '--data', 'x'], 'параметр --port ждёт значение'],
    ['a value that is not wanted', ['run', 'rebuild', '--json=1'], 'параметр --json пишется без значения'],
    ['a word too many', ['start', 'extra'], 'лишнее слово в команде: extra'],
    ['a folder that cannot be made', ['serve', '--data', '/proc/x'], 'папку /proc/x создать нельзя'],
    ['a folder of samples that cannot be made', ['demo', '--out', '/proc/x'], 'папку /proc/x создать нельзя'],
    ['a folder in place of a book', ['serve', folder, '--data', join(folder, 'never')], 'это не книга .xlsx'],
    [
      'a day that does not exist',
      ['demo', '--out', join(folder, 'never'), '--today', '2020-02-30'],
      '2020-02-30',
    ],
    [
      'a day before the programme',
      ['demo', '--out', join(folder, 'never'), '--today', '2019-01-01'],
      '--today',
    ],
  ])('%s gets one clear line and exit code 2', (_what, args, words) => {
    const { code, out: printed, err } = svodka(...args);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/option|argument/i);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test('a job that asks something changes nothing until the person agrees to it', () => {
    const book = join(out, 'beloyarsky-otchet.xlsx');
    const before = digest(book);
    const asked = svodka('run', 'regroup', '--book', book, '--today', '2020-10-12');
    expect([asked.code, asked.out]).toEqual([2, '']);
    expect(asked.err.trim().split('\n')).toHaveLength(1);
    expect(asked.err).toContain('Строки отчёта будут переставлены');
    expect(asked.err).toContain('--yes');
    expect(digest(book)).toBe(before);
    const agreed = svodka('run', 'regroup', '--book', book, '--today', '2020-10-12', '--yes');
    expect([agreed.code, agreed.err]).toEqual([0, '']);
    expect(agreed.out).toContain('Строки переставлены');
  });

  test('a book in another locale is not changed to Russia’s without being asked', async () => {
    const path = join(folder, 'abroad.xlsx');
    const host = new LocalHost();
    const owner = 'owner@example.org';
    const file = host.createSpreadsheet({ name: 'Abroad', owner, locale: 'en_US' });
    const [sheet] = file.workbook.sheets;
    const place = { spreadsheetId: file.workbook.id, sheetId: sheet?.id ?? 0 };
    must(host.person(owner).type(place, 'A1', 'text'));
    await saveBook(host, file.workbook.id, path);
    const before = digest(path);
    const asked = svodka('run', 'setup', '--book', path, '--today', '2020-10-12');
    expect([asked.code, digest(path)]).toEqual([2, before]);
    expect(asked.err).toContain('--yes');
    const agreed = svodka('run', 'setup', '--book', path, '--today', '2020-10-12', '--yes');
    expect([agreed.code, agreed.err]).toEqual([0, '']);
  });

  test('a book stays with the control book that runs it', async () => {
    const workbookOf = async (name: string) =>
      (await openBook(new LocalHost(), join(out, `${name}.xlsx`), { owner: '' })).workbook;
    const book = join(out, 'ekaterinburg-otchet.xlsx');
    const ran = svodka('run', 'rebuild', '--book', book, '--today', '2020-10-12');
    expect([ran.code, ran.err]).toEqual([0, '']);
    const service = (await workbookOf('ekaterinburg-otchet')).sheets.find(({ name }) => name === 'Служебное');
    expect(service && new SheetView(service).text(SERVICE_ROWS.control, 2)).toBe(
      (await workbookOf('ekaterinburg-pult')).id,
    );
  });

  test.each([
    ['a document', 'letter.docx.xlsx', 'PK\u0003\u0004 word/document.xml', 'а документ Word (.docx)'],
    ['a PDF', 'letter.pdf.xlsx', '%PDF-1.4', 'а документ PDF'],
    ['a damaged book', 'cut.xlsx', 'PK\u0003\u0004 xl/workbook.xml', 'книга .xlsx или файл .svodka.json'],
  ])('%s in place of a book is named as what it is', (_what, name, content, words) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    for (const args of [
      ['run', 'check', '--book', path],
      ['serve', path, '--data', join(folder, 'never')],
    ]) {
      const { code, err } = svodka(...args);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    }
  });

  test('a file that is no .xlsx is refused and stays as it is', () => {
    const path = join(folder, 'letter.xlsx');
    writeFileSync(path, 'это не таблица');
    const before = digest(path);
    const { code, err } = svodka('run', 'rebuild', '--book', path);
    expect([code, err.includes('не читается')]).toEqual([2, true]);
    expect(digest(path)).toBe(before);
  });

  test('--help tells every command', () => {
    const { code, out: printed } = svodka('--help');
    expect(code).toBe(0);
    for (const name of ['demo', 'serve', 'run', 'letter', 'deadline'])
      expect(printed).toContain(`npm run -s svodka -- ${name} `);
  });
});
