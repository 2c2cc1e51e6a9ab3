import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { deadlineCommand, letterCommand } from '../../../host/cli/letter';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'svodka-letter-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const ran = async (
  command: (args: string[]) => number | Promise<number>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> => {
  const seen: string[] = [];
  const errors: string[] = [];
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => seen.push(String(text)) > 0);
  const stderr = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => errors.push(String(text)) > 0);
  const code = await command(args);
  stdout.mockRestore();
  stderr.mockRestore();
  return { code, out: seen.join(''), err: errors.join('') };
};

/** windows-1251 of Russian letters, enough for a test. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => {
      const code = char.charCodeAt(0);
      return code < 128 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f;
    }),
  );

function zip(name: string, content: string): Buffer {
  const data = Buffer.from(content);
  const packed = deflateRawSync(data);
  const title = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(typeof crc32 === 'function' ? crc32(data) : 0, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(data.length, 24);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(head.length + title.length + packed.length, 16);
  return Buffer.concat([head, title, packed, entry, title, end]);
}

const LETTER =
  'ПРИКАЗЫВАЮ:\n1. Назначить кураторов до 28.09.2020.\n2. Составить дорожные карты к 5 октября.\n';

describe('svodka letter', () => {
  test('the printed object has the agreed shape, reasons in words', async () => {
    const { code, out, err } = await ran(letterCommand, file('a.txt', LETTER), '--json');
    expect([code, err]).toEqual([0, '']);
    const letter = JSON.parse(out);
    expect(letter).toMatchObject({
      document: { date: null, number: null },
      stages: [
        {
          title: 'Назначить кураторов',
          number: '1',
          deadline: { kind: 'by', start: null, end: '2020-09-28', text: 'до 28.09.2020' },
          line: 2,
        },
        {
          title: 'Составить дорожные карты',
          number: '2',
          deadline: { kind: 'by', start: null, end: null, text: 'к 5 октября' },
          line: 3,
        },
      ],
      targets: [],
      organisations: [],
      questions: [{ text: 'к 5 октября', reason: 'год не указан', line: 3 }],
      personalData: [],
    });
    for (const key of ['section', 'responsible', 'result', 'approval'])
      expect(letter.stages[0]).toHaveProperty(key);
  });

  test('for a person: stages with dates, questions with reasons', async () => {
    const { code, out } = await ran(letterCommand, file('b.txt', LETTER));
    expect(code).toBe(0);
    expect(out).toContain('строка 2: 1 Назначить кураторов – до 28.09.2020');
    expect(out).toContain('«к 5 октября» – год не указан');
  });

  test.each<readonly [string, (text: string) => Buffer]>([
    ['UTF-8 with a mark', (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['windows-1251', windows1251],
  ])('%s is read as Russian', async (name, encode) => {
    const { out } = await ran(letterCommand, file(`${name}.txt`, encode(LETTER)), '--json');
    expect(JSON.parse(out).stages[0].title).toBe('Назначить кураторов');
  });

  test('a Word document', async () => {
    const xml = LETTER.split('\n')
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('');
    const { code, out } = await ran(letterCommand, file('c.docx', zip('word/document.xml', xml)), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).stages).toHaveLength(2);
  });

  test.each<readonly [string, () => string[], RegExp]>([
    ['no file named', () => [], /^Как вызвать/],
    ['a file that is not there', () => [join(folder, 'none.txt')], /не найден/],
    ['a folder', () => [folder], /Не удалось прочитать/],
    ['a PDF', () => [file('d.pdf', '%PDF-1.4 …')], /PDF.*скопируйте/],
    ['an old Word file', () => [file('e.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))], /\.docx/],
    ['a broken .docx', () => [file('f.docx', 'PK\u0003\u0004 broken')], /повреждён/],
    ['a zip that is no document', () => [file('g.docx', zip('other.xml', 'x'))], /повреждён/],
    [
      'a workbook',
      () => [file('k.xlsx', zip('xl/workbook.xml', 'x'))],
      /таблица \.xlsx.*«Письмо или список…»/,
    ],
    ['a workbook called .docx', () => [file('l.docx', zip('xl/workbook.xml', 'x'))], /таблица \.xlsx/],
    ['a presentation', () => [file('m.pptx', zip('ppt/presentation.xml', 'x'))], /не документ Word/],
    ['an old workbook', () => [file('n.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))], /Excel.*\.xls\)/],
    ['a text called .docx', () => [file('h.docx', 'текст')], /повреждён/],
    ['a picture', () => [file('i.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))], /\.txt и \.docx/],
    ['an unknown option', () => ['--xml', file('j.txt', LETTER)], /--xml/],
  ])('%s: one clear line and exit code 2', async (_, args, sentence) => {
    const { code, out, err } = await ran(letterCommand, ...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('svodka deadline', () => {
  test('prints the deadline object, or null', async () => {
    expect(JSON.parse((await ran(deadlineCommand, 'до 7 сентября 2020 года', '--json')).out)).toEqual({
      kind: 'by',
      start: null,
      end: '2020-09-07',
      text: 'до 7 сентября 2020 года',
    });
    expect(await ran(deadlineCommand, 'от 22.09.2020 № 10670', '--json')).toEqual({
      code: 0,
      out: 'null\n',
      err: '',
    });
  });

  test('says in words what it read and what it would ask', async () => {
    expect((await ran(deadlineCommand, 'до 7 сентября 2020 года')).out).toBe('до 07.09.2020\n');
    expect((await ran(deadlineCommand, 'до 7 сентября')).out).toContain('год не указан');
    expect((await ran(deadlineCommand, '№ 5')).out).toBe('В этой фразе срока нет.\n');
    expect((await ran(deadlineCommand)).code).toBe(2);
  });
});
