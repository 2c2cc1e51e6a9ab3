/** Reads a reporting book into tables. Says `incomplete` when a tab or a column is missing: setup mends it. */

import type { CivilDate } from '../../domain/dates/civil';
import { type Analysis, analyse } from '../../domain/report/analyse';
import type { BookSnapshot, BookTables } from '../../domain/report/bookSnapshot';
import type { Trust } from '../../domain/report/identity';
import type { PairKey } from '../../domain/report/registry';
import type { RowMemory } from '../../domain/report/rowMemory';
import { type Declared, readDeclaredColumns } from '../../domain/schema/declaredColumns';
import type { TabId, TabSchema } from '../../domain/schema/schema';
import { missingColumns, readTable, type Table } from '../../domain/schema/table';
import type { Grid } from '../../domain/values/cell';
import type { ReportingBook } from '../../google/book/reportingBook';
import { readWithFormulas } from '../../google/book/typedFormulas';
import { BOOK_WORDS, DECLARED_WORDS } from '../../messages/words/bookWords';
import { namesUnknownFormula } from '../../tabs/rules/rowStatus';
import { coverageSchema, pairsSchema } from '../../tabs/schemas/coverage';
import { columnsSchema } from '../../tabs/schemas/declaredColumns';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../tabs/schemas/programme';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { reportSchema } from '../../tabs/schemas/report';
import type { Uses } from '../run/parts';

export interface Reading {
  /** Title of the book's own programme; '': that of «Настройки». */
  readonly programme: string;
  readonly tables: BookTables;
  readonly declared: Declared;
  /** Changes with the declared columns: formats and validation must then be laid anew. */
  readonly schema: string;
  readonly incomplete: boolean;
}

const EMPTY: Grid = [[]];

export function readBook(run: Uses<'office'>, book: ReportingBook, today: CivilDate): Reading {
  let incomplete = false;
  const read = (schema: TabSchema): Table => {
    const grid = book.grid(schema.id);
    if (grid === null) incomplete = true;
    const table = readTable(schema, grid ?? EMPTY, book.state.renamed[schema.id]);
    if (missingColumns(table).length > 0) incomplete = true;
    return table;
  };
  const declared = readDeclaredColumns(
    read(columnsSchema),
    { report: reportSchema().columns, coverage: coverageSchema().columns },
    today,
    DECLARED_WORDS,
  );
  const pairs = book.state.tabs.pairs === undefined ? null : optional(book, pairsSchema);
  const context = { today, soonDays: run.office.settings.soonDays };
  const tables: BookTables = {
    stages: readWithFormulas(book, read(stagesSchema)),
    targets: readWithFormulas(book, read(targetsSchema)),
    organisations: readWithFormulas(book, read(organisationsSchema)),
    report: readWithFormulas(book, read(reportSchema(declared.report)), (table) =>
      namesUnknownFormula(table, context),
    ),
    coverage: readWithFormulas(book, read(coverageSchema(declared.coverage))),
    pairs: pairs && readWithFormulas(book, pairs),
  };
  const schema = schemaSignature(declared);
  const { programme } = book.state;
  return { programme, tables, declared, schema, incomplete: incomplete || book.state.schema !== schema };
}

/** A tab that people may do without: gone or with columns missing, it is not read. */
function optional(book: ReportingBook, schema: TabSchema): Table | null {
  const grid = book.grid(schema.id);
  return grid === null ? null : readTable(schema, grid, book.state.renamed[schema.id]);
}

export const schemaSignature = (declared: Pick<Declared, 'report' | 'coverage'>): string =>
  [...declared.report, ...declared.coverage]
    .map((column) => [column.header, column.type, column.writer, (column.allowed ?? []).join(',')].join('|'))
    .join('\n');

export interface Analysed {
  readonly snapshot: BookSnapshot;
  readonly analysis: Analysis;
}

/** What follows from a reading. `known`, `trust`: of an earlier reading of the same run; `restoring`: as the book's state has it; see {@link BookSnapshot}. */
export function analyseReading(
  run: Uses<'office'>,
  { programme: own, tables, declared }: Reading,
  today: CivilDate,
  known: ReadonlyMap<PairKey, RowMemory> | null = null,
  trust: Trust | null = null,
  restoring = false,
): Analysed {
  const { soonDays, programmeTitle, programmeStart } = run.office.settings;
  const programme = { soonDays, programmeTitle: own || programmeTitle, programmeStart };
  const snapshot = { today, ...programme, tables, declared, known, restoring, trust };
  return { snapshot, analysis: analyse(snapshot, BOOK_WORDS) };
}

/** Titles of tabs for people; the tab may be renamed, its first name is still understood. */
export const tabTitles: Readonly<Partial<Record<TabId, string>>> = {
  report: reportSchema().title,
  coverage: coverageSchema().title,
  pairs: pairsSchema.title,
  reminders: remindersSchema.title,
  stages: stagesSchema.title,
  columns: columnsSchema.title,
  targets: targetsSchema.title,
  organisations: organisationsSchema.title,
};
