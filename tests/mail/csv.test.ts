import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MailFacts } from '../../src/domain/mail/facts';
import { figuresTable } from '../../src/mail/csv';
import { MAIL_WORDS } from '../../src/messages/mail';
import { allNamed, anyBook, factsOfBook, mailFacts } from '../domain/mail/books';
import { organisationOf, stageOf } from '../support/analysis';

const tableOf = (facts: MailFacts) => figuresTable(facts, MAIL_WORDS.ru);

/** Read as RFC 4180 says, with semicolons, and refused where it is not so. */
function parsed(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('no digest: Russian Excel takes it for another encoding');
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^";\r\n]*)(;|\r\n)/y;
  cell.lastIndex = 1;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`not a table at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, value = '', end] = found;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const named = (name: string): MailFacts =>
  mailFacts([allNamed(factsOfBook({ stages: ['1', '2', '3'].map((code) => stageOf({ code })) }), name)]);

describe('the table of figures', () => {
  test('has a row for each organisation that is asked, and its figures add up, for any programme', () => {
    fc.assert(
      fc.property(anyBook, (fields) => {
        const book = factsOfBook(fields);
        const [titles, ...rows] = parsed(tableOf(mailFacts([book])).text);
        expect(titles?.slice(0, 3)).toEqual(['Район', 'Организация', 'Тип']);
        let sum = 0;
        for (const row of rows) {
          expect(row).toHaveLength(titles?.length ?? 0);
          const [expected = 0, ...four] = row.slice(3, 8).map(Number);
          expect(four.reduce((all, each) => all + each, 0)).toBe(expected);
          sum += expected;
        }
        expect(sum).toBe(book.analysis.records.length);
      }),
      { numRuns: 50 },
    );
  });

  test('is called by its day, and tells several books apart', () => {
    const books = ['A', 'B'].map((id) => factsOfBook({}, id));
    const { name, mime, text } = tableOf(mailFacts(books));
    expect([name, mime]).toEqual(['Сводка 2020-10-06.csv', 'text/csv']);
    expect(parsed(text).map(([book]) => book)).toEqual(['Книга', 'Книга A', 'Книга B']);
  });

  test('writes the per cents that the sheet shows', () => {
    const { text } = tableOf(
      mailFacts([
        factsOfBook({
          organisations: [organisationOf({ id: 'К-1', shortName: 'Школа № 1' })],
          stages: ['1', '2', '3'].map((code) => stageOf({ code })),
          report: ['1', '2'].map((code) => ({
            organisation: 'Школа № 1',
            stage: `${code}. Мероприятие ${code}`,
            key: `К-1/${code}`,
            doneOn: { date: '2020-10-01' as never },
          })),
        }),
      ]),
    );
    expect(parsed(text)[1]?.slice(3)).toEqual(['3', '2', '0', '1', '0', '67', '0']);
  });

  test.each([
    '=IMPORTXML("https://example.org";"//a")',
    '+7 912 345',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\n=1+1',
    "'=1+1",
    '\u200b=1+1',
    '\u202e=1+1',
  ])('%j is text in Excel, not a formula', (name) => {
    const [, row = []] = parsed(tableOf(named(name)).text);
    for (const cell of row.slice(0, 2)) expect(cell).toMatch(/^'/);
  });

  test.each(['Школа; «Лицей»', 'Школа "Лицей"', 'Школа\r\nвторая строка', '01.02', '5'])(
    '%j stays one cell, and what it is',
    (name) => {
      const [, row = [], ...more] = parsed(tableOf(named(name)).text);
      expect(more).toEqual([]);
      expect(row[1]?.replace(/^'/, '')).toBe(name.replace(/\s+/g, ' '));
    },
  );

  test('any name is read back as it was', () => {
    const names = fc.stringMatching(/^[ж"';=+@;\- №1]{1,20}$/);
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(/\S/.test(name));
        const [, row = []] = parsed(tableOf(named(name)).text);
        const plain = name.replace(/\s+/g, ' ').trim();
        expect([plain, `'${plain}`]).toContain(row[1]);
        expect(row[1]).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns: 60 },
    );
  });
});
