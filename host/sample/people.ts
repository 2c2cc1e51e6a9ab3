/** The people of a sample: each organisation has a curator of its own, all districts one head; addresses are made up. */
import { SheetView } from '../people/sheetView';
import type { LocalHost } from '../runtime/localHost';
import { type Books, press } from './books';
import { CURATOR, HEAD } from './reports';

const MINISTRY = 'ministry@example.org';

/** The second one is on the page, too. */
const curatorOf = (index: number): string => (index === 0 ? CURATOR : `curator${index + 1}@example.org`);

/** Shares the reporting book and fills «Адреса»; gives the curators by the short names of their organisations. */
export function inviteSamplePeople(host: LocalHost, books: Books): ReadonlyMap<string, string> {
  const view = SheetView.of(books.reporting.workbook, 'Организации');
  const [code, name, district] = ['Код организации', 'Краткое название', 'Район'].map((header) =>
    view.column(header),
  );
  const organisations = view.dataRows().map((row, index) => ({
    code: view.text(row, code ?? 0),
    name: view.text(row, name ?? 0),
    district: view.text(row, district ?? 0),
    curator: curatorOf(index),
  }));
  books.reporting.share(HEAD, 'edit');
  for (const { curator } of organisations) books.reporting.share(curator, 'edit');
  const districts = [...new Set(organisations.map((each) => each.district))].filter((each) => each !== '');
  const rows = [
    [MINISTRY, 'получатель сводки', '', ''],
    ...districts.map((each) => [HEAD, 'руководитель района', '', each]),
    ...organisations.map((each) => [each.curator, 'куратор', each.code, each.district]),
  ];
  const addresses = SheetView.of(books.control.workbook, 'Адреса').sheet;
  host
    .person(books.administrator)
    .paste({ spreadsheetId: books.control.workbook.id, sheetId: addresses.id }, 'A2', rows);
  press(host, books, 'Настроить таблицы…');
  return new Map(organisations.map((each) => [each.name, each.curator]));
}
