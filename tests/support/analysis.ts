/** Tables, programmes and books for tests, made from the shipped schemas and words. */

import { type CivilDate, parseIso } from '../../src/domain/dates/civil';
import {
  BLANK_STAGE,
  type Organisation,
  type Stage,
  type Target,
} from '../../src/domain/programme/programme';
import { type Analysis, analyse } from '../../src/domain/report/analyse';
import type { BookSnapshot } from '../../src/domain/report/bookSnapshot';
import type { ReportPlan } from '../../src/domain/report/plan';
import { readDeclaredColumns } from '../../src/domain/schema/declaredColumns';
import type { TabSchema } from '../../src/domain/schema/schema';
import { readTable, type Table } from '../../src/domain/schema/table';
import type { Cell } from '../../src/domain/values/cell';
import { BOOK_WORDS, DECLARED_WORDS } from '../../src/messages/words/bookWords';
import { coverageSchema, pairsSchema } from '../../src/tabs/schemas/coverage';
import { columnsSchema } from '../../src/tabs/schemas/declaredColumns';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../src/tabs/schemas/programme';
import { organisationRow, stageRow, targetRow } from '../../src/tabs/schemas/programmeRows';
import { reportSchema } from '../../src/tabs/schemas/report';

export function day(iso: string): CivilDate {
  const date = parseIso(iso);
  if (date === null) throw new Error(`no such day: ${iso}`);
  return date;
}
export const on = (iso: string): Cell => ({ date: day(iso) });

export type Fields = Readonly<Record<string, Cell>>;

/** A grid with the schema's headers, in the schema's order unless `order` says otherwise. */
export function gridOf(
  schema: TabSchema,
  rows: readonly Fields[],
  order = schema.columns.map((column) => column.id),
): Cell[][] {
  const headers = order.map((id) => schema.columns.find((column) => column.id === id)?.header ?? id);
  for (const row of rows) {
    for (const id of Object.keys(row))
      if (!order.includes(id)) throw new Error(`${schema.id}: no column ${id}`);
  }
  return [headers, ...rows.map((row) => order.map((id) => row[id] ?? ''))];
}

export const tableOf = (schema: TabSchema, rows: readonly Fields[], order?: string[]): Table =>
  readTable(schema, gridOf(schema, rows, order));

export const stageOf = (fields: Partial<Stage> & Pick<Stage, 'code'>): Stage => ({
  ...BLANK_STAGE,
  title: `Мероприятие ${fields.code}`,
  kind: 'by',
  deadline: day('2020-10-05'),
  dropped: false,
  ...fields,
});

export const organisationOf = (fields: Partial<Organisation> & Pick<Organisation, 'id'>): Organisation => ({
  district: 'Кировский',
  fullName: '',
  shortName: `Школа ${fields.id}`,
  type: 'школа',
  opened: null,
  closed: null,
  ...fields,
});

export interface BookFields {
  readonly today?: string;
  readonly start?: string | null;
  readonly soonDays?: number;
  readonly title?: string;
  readonly stages?: readonly Stage[];
  readonly organisations?: readonly Organisation[];
  readonly targets?: readonly Target[];
  /** Rows of «Столбцы». */
  readonly columns?: readonly Fields[];
  readonly report?: readonly Fields[];
  readonly coverage?: readonly Fields[];
  readonly pairs?: readonly Fields[];
}

export const TAKEN = { report: reportSchema().columns, coverage: coverageSchema().columns };

export function bookOf(fields: BookFields): BookSnapshot {
  const today = day(fields.today ?? '2020-10-06');
  const declared = readDeclaredColumns(
    tableOf(columnsSchema, fields.columns ?? []),
    TAKEN,
    today,
    DECLARED_WORDS,
  );
  return {
    today,
    soonDays: fields.soonDays ?? 7,
    programmeTitle: fields.title ?? 'Наставничество',
    programmeStart: fields.start === undefined || fields.start === null ? null : day(fields.start),
    declared,
    known: null,
    tables: {
      stages: tableOf(stagesSchema, (fields.stages ?? [stageOf({ code: '1' })]).map(stageRow)),
      targets: tableOf(targetsSchema, (fields.targets ?? []).map(targetRow)),
      organisations: tableOf(
        organisationsSchema,
        (fields.organisations ?? [organisationOf({ id: 'К-01' })]).map(organisationRow),
      ),
      report: tableOf(reportSchema(declared.report), fields.report ?? []),
      coverage: tableOf(coverageSchema(declared.coverage), fields.coverage ?? []),
      pairs: fields.pairs ? tableOf(pairsSchema, fields.pairs) : null,
    },
  };
}

export const analysisOf = (book: BookSnapshot): Analysis => analyse(book, BOOK_WORDS);

/** The book after the plan was carried out, as `google/report` does it. */
export function applyPlan(book: BookSnapshot, plan: ReportPlan): BookSnapshot {
  const { report } = book.tables;
  const width = Math.max(report.grid[0]?.length ?? 0, ...report.at.values());
  const grid = report.grid.map((row) => [...row]);
  const blank = (): Cell[] => Array.from({ length: width }, () => '');
  for (const block of plan.blocks) {
    block.values.forEach((values, index) => {
      const at = block.row + index + 1;
      while (grid.length <= at) grid.push(blank());
      values.forEach((cell, offset) => {
        (grid[at] as Cell[])[block.column + offset] = cell;
      });
    });
  }
  for (const { row, column, to } of plan.relabels) (grid[row + 1] as Cell[])[column] = to;
  for (const row of plan.appends) grid.push(Array.from({ length: width }, (_, index) => row[index] ?? ''));
  return { ...book, tables: { ...book.tables, report: readTable(report.schema, grid) } };
}

/** The book with its rows of «Отчёт» made, nothing typed yet. */
export function madeBook(fields: BookFields, plan: (book: BookSnapshot) => ReportPlan): BookSnapshot {
  const book = bookOf(fields);
  return applyPlan(book, plan(book));
}

/** The same book with one cell of «Отчёт» typed over. */
export function typed(book: BookSnapshot, row: number, column: string, cell: Cell): BookSnapshot {
  const { report } = book.tables;
  const at = report.at.get(column);
  if (at === undefined) throw new Error(`no column ${column}`);
  const grid = report.grid.map((cells, index) =>
    index === row + 1 ? cells.map((old, place) => (place === at ? cell : old)) : cells,
  );
  return { ...book, tables: { ...book.tables, report: readTable(report.schema, grid) } };
}
