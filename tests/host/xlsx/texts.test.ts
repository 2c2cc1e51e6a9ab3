/** Texts that a spreadsheet's file could take for something else come back as they were; bombs are refused unopened. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { HostClock } from '../../../host/runtime/clock';
import { Workbook } from '../../../host/workbook/grid/workbook';
import { fillFromXlsx } from '../../../host/xlsx/read';
import { TooLargeBookError } from '../../../host/xlsx/size';
import { toXlsxFile } from '../../../host/xlsx/write';
import { saysTheSame, unmarked } from '../../../src/domain/values/formulaText';

const book = () => new Workbook('book', 'Книга', new HostClock(0), 'ru_RU', 'Europe/Moscow');

async function again(texts: readonly string[]): Promise<unknown[]> {
  const from = book();
  const sheet = from.addSheet('Лист');
  for (const [index, text] of texts.entries()) sheet.setScalar(sheet.row(index + 1), 1, text);
  const to = book();
  await fillFromXlsx(to, await toXlsxFile(from));
  return texts.map((_, index) => to.sheets[0]?.value(index + 1, 1));
}

const ODD = [
  ...['_x0041_', '_x005F_', '_x0041_x0042_', 'a_x000d_b', '_x00', '__x0041__', '_x005F\r'],
  ...[
    '#REF!',
    '#N/A',
    '#DIV/0!',
    '#VALUE!',
    '#NAME?',
    '#NULL!',
    '#NUM!',
    '#SPILL!',
    '#CALC!',
    '#GETTING_DATA',
    '#1',
  ],
  ...[
    "'",
    "''",
    "'abc",
    "'=1+1",
    '=1+1',
    '+7',
    '-5',
    '@имя',
    '＝1+1',
    'TRUE',
    'ИСТИНА',
    '1',
    '01',
    '1,5',
    '1E5',
  ],
  ...['03.01.2021', '2021-01-03', ' пробел', 'пробел ', '  ', 'две\nстроки', 'возврат\r\nкаретки', '\tтаб'],
  ...['знак \u0001', '\ufffe', 'полпары \ud83d', '😀', '<b>&amp;</b>', ']]>', '&#65;'],
];

test('each of the odd texts is the same text again', async () => {
  expect(await again(ODD)).toEqual(ODD);
});

test('any text made of their parts is the same text again', async () => {
  const part = fc.constantFrom(
    '_',
    'x',
    '_x0041_',
    '005F',
    '#REF!',
    "'",
    '=',
    ' ',
    '\n',
    '\r',
    '\u0000',
    '\ud83d',
    'я',
  );
  const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 30, maxLength: 30 }), async (texts) => {
      expect(await again(texts)).toEqual(texts);
    }),
    { numRuns: 15 },
  );
});

test.each(["''=1", "'''=1", "''''", "''abc", "'''abc", "'＝1"])(
  'what is shown of the cell %s is the cell’s own text, so that nothing conflicts with itself',
  (cell) => {
    expect(saysTheSame(unmarked(cell), cell)).toBe(true);
    expect(saysTheSame(unmarked(unmarked(cell)), cell)).toBe(true);
  },
);
test('different texts stay different', () => {
  expect(saysTheSame("'abc", 'abc')).toBe(false);
  expect(saysTheSame('=1', '=2')).toBe(false);
});

/** An .xlsx whose first sheet unpacks to so many bytes. */
const bomb = (bytes: number): Uint8Array =>
  zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) });

/** The same with another declared size in the entry of the directory. */
function declared(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 46; at >= 0; at -= 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, size, true);
      return copy;
    }
  throw new Error('no entry');
}

test.each([
  ['which is almost nothing but repetitions', bomb(20 * 1024 * 1024)],
  ['which declares three gigabytes', declared(bomb(1_000), 3_000_000_000)],
  ['which declares nothing and holds something', declared(bomb(20 * 1024 * 1024), 0)],
])('a book %s is refused before it is unpacked', async (_what, bytes) => {
  await expect(fillFromXlsx(book(), bytes)).rejects.toThrow(TooLargeBookError);
});
