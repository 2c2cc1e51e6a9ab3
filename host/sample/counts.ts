/** Counts and pairs of a sample: a few schools have filled «Охват» and «Реестр пар», by codes, never by names. */
import { addDays, type CivilDate, formatRu } from '../../src/domain/dates/civil';
import { coverage, pairs } from '../../src/messages/tabs/coverage';
import type { LocalHost } from '../runtime/localHost';
import type { Books } from './books';
import { CURATOR } from './reports';

const SCHOOLS = 6;

/** What stands there on that day; nothing where the book has no such tab, or something is there already. */
export function countSamplePairs(
  host: LocalHost,
  books: Books,
  curators: ReadonlyMap<string, string>,
  today: CivilDate,
): void {
  const names = [...curators.keys()].slice(0, SCHOOLS);
  const counted = formatRu(addDays(today, -1));
  paste(
    host,
    books,
    coverage.title,
    names.map((name, index) => {
      const pupils = 320 + index * 90;
      const mentees = Math.round(pupils * (0.04 + 0.02 * index));
      return [name, counted, pupils, mentees, Math.ceil(mentees / 3), mentees - 4, 2, 1, 1, 0, 'образец'].map(
        String,
      );
    }),
  );
  paste(
    host,
    books,
    pairs.title,
    names.map((name, index) => [
      `О-00${index + 1}`,
      name,
      pairs.forms[index % 2] ?? '',
      formatRu(addDays(today, -6)),
      ...(index % 2 === 0 ? [formatRu(addDays(today, -2))] : []),
    ]),
  );
}

function paste(host: LocalHost, books: Books, tab: string, rows: readonly string[][]): void {
  const sheet = books.reporting.workbook.sheets.find(({ name }) => name === tab);
  if (sheet === undefined) return;
  const place = { spreadsheetId: books.reporting.workbook.id, sheetId: sheet.id };
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  const result = host.person(CURATOR).paste(place, 'A2', even);
  if (!result.ok) throw new Error(`«${tab}»: ${result.message}`);
}
