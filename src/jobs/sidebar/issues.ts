/** «Замечания» of one organisation, live from its own rows: the checks are those of the jobs. */

import type { IssueItem, SidebarFunctions } from '../../contract/school';
import { checkTable, issueAt } from '../../domain/schema/check';
import type { Issue } from '../../domain/schema/issue';
import type { Problem } from '../../domain/schema/problem';
import type { TabSchema } from '../../domain/schema/schema';
import { readTable, rowCount, textAt } from '../../domain/schema/table';
import { keyInput } from '../../domain/school/input';
import {
  inSheet,
  issuesInReport,
  namesFit,
  type Rows,
  stretchesOf,
  tableOfRows,
} from '../../domain/school/rows';
import { cellName } from '../../domain/values/a1';
import { sameKey } from '../../domain/values/text';
import type { SchoolBook } from '../../google/book/schoolBook';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { describeIssue } from '../../messages/tabs/issues';
import { COUNTED_WORDS } from '../../messages/words/words';
import { coverageSchema, pairsSchema } from '../../tabs/schemas/coverage';
import { given, refuse } from '../run/answer';
import { inReport } from './call';
import { readOrganisationsOf, referencesFor } from './references';
import { readSchoolRows } from './stages';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const LONGEST_GAP = 30;

export const sidebarIssues: SidebarFunctions['sidebarIssues'] = (input) =>
  given(says, keyInput, input, (id) =>
    inReport((book, report) => {
      const name = readOrganisationsOf(book).registry.organisationLabel(id);
      if (name === null) return refuse(says.noSchool);
      const rows = readSchoolRows(book, report, id);
      const stageOf = new Map(rows.at.map((at, row) => [at, textAt(rows.table, row, 'stage')]));
      const issues = [
        ...itemsOf(report, reportIssues(book, rows, name), (row) => stageOf.get(row) ?? ''),
        ...[coverageSchema(book.manifest.declared.coverage), pairsSchema].flatMap((schema) => {
          const sheet = book.sheet(schema.id);
          return sheet === null ? [] : itemsOf(sheet, freeIssues(book, sheet, schema, name), () => '');
        }),
      ];
      return { ok: true, issues };
    }),
  );

function reportIssues(book: SchoolBook, rows: Rows, name: string): Issue[] {
  const { table, at } = rows;
  const twins = new Map<string, number>();
  const ofRows: Issue[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    const key = textAt(table, row, 'key');
    const twin = twins.get(key);
    twins.set(key, twin ?? row);
    const isUnclear = !namesFit(table, row, name) || textAt(table, row, 'counted') === COUNTED_WORDS.unclear;
    const problem: Problem | null =
      twin !== undefined
        ? { code: 'rowTwice', row: at[twin] ?? 0 }
        : isUnclear
          ? { code: 'rowUnclear' }
          : null;
    if (problem !== null) ofRows.push(inSheet(issueAt(table, row, null, '', problem), at));
  }
  const { today, manifest } = book;
  return [
    ...ofRows,
    ...issuesInReport(rows, { today, manifest, references: referencesFor(book), counted: COUNTED_WORDS.yes }),
  ];
}

/** «Охват» and «Реестр пар»: the rows that name the organisation. */
function freeIssues(book: SchoolBook, sheet: Sheet, schema: TabSchema, name: string): Issue[] {
  const [header = []] = book.cells(sheet.getRange('1:1').getValues());
  const { at } = readTable(schema, [header], book.manifest.renamed[schema.id]);
  const place = at.get('organisation');
  const last = place === undefined ? 0 : sheet.getLastRow();
  if (place === undefined || last < 2) return [];
  const names: unknown[][] = sheet.getSheetValues(2, place + 1, last - 1, 1);
  const own = names.flatMap(([each], index) => (sameKey(String(each)) === sameKey(name) ? [index + 2] : []));
  const wanted = new Set(own);
  const read = stretchesOf(own, LONGEST_GAP).flatMap(({ first, count }) =>
    book
      .cells(sheet.getSheetValues(first, 1, count, header.length))
      .map((cells, index) => ({ row: first + index, cells }))
      .filter(({ row }) => wanted.has(row)),
  );
  const rows = tableOfRows(schema, at, read);
  const issues = checkTable(
    { ...rows.table, grid: [header, ...rows.table.grid.slice(1)] },
    {
      ...{ today: book.today, programmeStart: book.manifest.programmeStart },
      references: { ...referencesFor(book), organisations: new Set([sameKey(name)]) },
      ownerOf: () => null,
    },
  );
  return issues.map((issue) => inSheet(issue, rows.at));
}

function itemsOf(sheet: Sheet, issues: readonly Issue[], stageOf: (row: number) => string): IssueItem[] {
  if (issues.length === 0) return [];
  const place = { sheetId: sheet.getSheetId(), tab: sheet.getName() };
  return issues.map(({ row, column, columnIndex, problem, found }) => ({
    ...place,
    cell: row === null ? '' : cellName(row, (columnIndex ?? 0) + 1),
    column: column ?? '',
    stage: row === null ? '' : stageOf(row),
    found: found ?? '',
    ...describeIssue(problem),
  }));
}
