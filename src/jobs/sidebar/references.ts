/** Names that columns of organisations and stages may hold; «Организации» is read only where such a column is. */

import type { Organisation } from '../../domain/programme/programme';
import { readOrganisations } from '../../domain/programme/readProgramme';
import { makeRegistry, type Registry } from '../../domain/report/registry';
import { typeOf } from '../../domain/schema/columnTypes';
import type { References } from '../../domain/schema/columnTypes/columnType';
import { isPersonWritten } from '../../domain/schema/schema';
import { readTable, type Table } from '../../domain/schema/table';
import { sameKey } from '../../domain/values/text';
import type { SchoolBook } from '../../google/book/schoolBook';
import { BOOK_WORDS } from '../../messages/words/bookWords';
import { organisationsSchema } from '../../tabs/schemas/programme';

/** Every organisation of the programme, in the order of the tab, and as «Отчёт» calls them. Three calls. */
export function readOrganisationsOf(book: SchoolBook): {
  readonly table: Table;
  readonly organisations: readonly Organisation[];
  readonly registry: Registry;
} {
  const sheet = book.sheet('organisations');
  const grid = sheet === null ? [[]] : book.grid(sheet);
  const table = readTable(organisationsSchema, grid, book.manifest.renamed.organisations);
  const { items } = readOrganisations(table, book.today, BOOK_WORDS);
  return { table, organisations: items, registry: makeRegistry({ organisations: items, stages: [] }) };
}

export const namesOf = ({
  organisations,
  registry,
}: ReturnType<typeof readOrganisationsOf>): ReadonlySet<string> =>
  new Set(organisations.map(({ id }) => sameKey(registry.organisationLabel(id) ?? '')));

/** For the columns of «Отчёт» that people write. */
export const referencesFor = (book: SchoolBook): References => ({
  organisations: book.schema.columns.some(
    (column) => typeOf(column).refersTo === 'organisations' && isPersonWritten(column),
  )
    ? namesOf(readOrganisationsOf(book))
    : new Set(),
  stages: new Set(book.manifest.stages.map(({ label }) => sameKey(label))),
});
