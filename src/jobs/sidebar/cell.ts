/** «Что здесь писать?»: the selected cell, what belongs there, what is wrong with it, and the repair that is certain. */

import type { Selection, SidebarFunctions } from '../../contract/school';
import { checkTable } from '../../domain/schema/check';
import { typeOf } from '../../domain/schema/columnTypes';
import type { References } from '../../domain/schema/columnTypes/columnType';
import type { Problem } from '../../domain/schema/problem';
import { repaired } from '../../domain/schema/repair';
import { type Column, isPersonWritten, type TabId } from '../../domain/schema/schema';
import { readTable, type Table } from '../../domain/schema/table';
import { repairInput } from '../../domain/school/input';
import { issuesInReport, renamedColumns } from '../../domain/school/rows';
import type { Identity } from '../../domain/school/settle';
import { cellNumbers } from '../../domain/values/a1';
import { type Cell, cellText, type Grid } from '../../domain/values/cell';
import { saysTheSame, unmarked } from '../../domain/values/formulaText';
import { sameKey } from '../../domain/values/text';
import { RowCells } from '../../google/book/rowCells';
import type { SchoolBook } from '../../google/book/schoolBook';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { describeIssue } from '../../messages/tabs/issues';
import { COUNTED_WORDS } from '../../messages/words/words';
import { reportingSchemas } from '../../tabs/schemas';
import { given, refuse } from '../run/answer';
import { inBook } from './call';
import { allBut, type PressedTab, press } from './press';
import { namesOf, readOrganisationsOf } from './references';
import { ReportRow } from './row';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs that Svodka builds as a whole. */
const PAGES: readonly string[] = ['howTo', 'summary', 'issues'] satisfies TabId[];

/** One cell of a table with the row around it, as they were read. */
interface Looked {
  readonly column: Column;
  readonly value: Cell;
  /** By what its row is known again. */
  identity(grid: Grid): Identity;
  readonly references: References;
  /** What is wrong with this cell, or would be if it held another. */
  problemOf(cell: Cell): Problem | null;
  /** Headers of the row's other cells that are to be repaired. */
  readonly elsewhere: readonly string[];
}

export const sidebarSelection: SidebarFunctions['sidebarSelection'] = () =>
  inBook((book) => {
    const range = book.file.getCurrentCell();
    if (range === null) return refuse(says.noCell);
    const sheet = range.getSheet();
    const cell = range.getA1Notation();
    const sheetId = sheet.getSheetId();
    const place = { sheetId, tab: sheet.getName(), cell };
    const tab = tabOf(book, sheetId);
    const at = cellNumbers(cell);
    const looked = at === null ? null : lookAt(book, sheet, tab, at.row, at.column - 1);
    const nothing = { value: '', shown: '', problem: null, certain: null, mayWrite: false } as const;
    if (looked === null || at === null) {
      const note = isPage(book, tab, sheetId) ? says.whose.page : '';
      return { ok: true, ...place, ...nothing, column: null, note };
    }
    const { column, value } = looked;
    if (at.row === 1) return { ok: true, ...place, ...nothing, column, note: says.whose.header };
    const problem = looked.problemOf(value);
    const certain = certainOf(looked);
    // Asked only where there is something to repair.
    const isOffered = certain !== null || (problem !== null && isName(column));
    const mayWrite = isOffered && range.canEdit() && range.getFormula() === '';
    return {
      ok: true,
      ...place,
      column,
      note: noteOf(looked),
      value: unmarked(value),
      shown: range.getDisplayValue(),
      problem: problem === null ? null : describeIssue(problem),
      mayWrite,
      certain: certain === null || !mayWrite ? null : { value: certain, shown: shownText(certain) },
    } satisfies { ok: true } & Selection;
  });

export const sidebarRepair: SidebarFunctions['sidebarRepair'] = (input) =>
  given(says, repairInput, input, ({ sheetId, cell, seen, value }) =>
    inBook((book) => {
      const sheet = book.file.getSheetById(sheetId);
      const at = cellNumbers(cell);
      if (sheet === null || at === null || !isInside(sheet, at)) return refuse(says.noCell);
      const place = at.column - 1;
      const cells = new RowCells(sheet, at.row, [{ first: place, count: 1 }]);
      if (!cells.canEdit()) return refuse(says.protectedCells);
      const isFormula = cells.formulas().size > 0;
      const tab = tabOf(book, sheetId);
      const before = book.grid(sheet);
      const looked = at.row === 1 ? null : lookAt(book, sheet, tab, at.row, place, before);
      if (looked === null) return refuse(says.notRepairable);
      if (saysTheSame(looked.value, value)) return { ok: true, repaired: true };
      if (!saysTheSame(looked.value, seen)) return { ok: true, repaired: false };
      const certain = certainOf(looked);
      // Of organisations the person chooses among what the search found.
      const isChosen = isName(looked.column) && looked.problemOf(looked.value) !== null;
      const fits =
        certain === null ? isChosen && looked.problemOf(value) === null : saysTheSame(certain, value);
      if (isFormula || !fits || looked.column.writer === 'svodka') return refuse(says.notRepairable);
      const pressed: PressedTab = {
        ...{ sheet, identity: looked.identity(before), formulas: new Set() },
        read: () => book.grid(sheet),
      };
      const written = [{ row: at.row - 1, column: place, cell: value }];
      const { held, undone, left } = press(pressed, before, written, cells);
      if (left.length > 0) return refuse(says.movedInto(left));
      if (held) return { ok: true, repaired: true };
      return refuse(undone.length > 0 ? says.stillMoving : says.notKept, true);
    }),
  );

/** Whose cell it is; of what Svodka itself says of the row, where the reason is to be repaired. */
function noteOf({ column, elsewhere }: Looked): string {
  if (column.writer === 'curator') return '';
  const whose = says.whose[column.writer];
  return column.writer === 'svodka' && elsewhere.length > 0
    ? `${whose} ${says.repairElsewhere(elsewhere)}`
    : whose;
}

/** The manifest leaves the tabs of districts out: there may be very many. */
const isPage = (book: SchoolBook, tab: string, sheetId: number): boolean =>
  PAGES.includes(tab) ||
  (tab === '' &&
    Object.entries(book.registry()).some(([name, id]) => id === sheetId && name.startsWith('district:')));

const tabOf = (book: SchoolBook, sheetId: number): string =>
  Object.entries(book.manifest.tabs).find(([, id]) => id === sheetId)?.[0] ?? '';

/** Null where the tab or the column is not one of Svodka's tables. Column from 0. */
function lookAt(
  book: SchoolBook,
  sheet: Sheet,
  tab: string,
  row: number,
  place: number,
  grid: Grid | null = null,
): Looked | null {
  if (tab === 'report') return lookAtReport(book, sheet, row, place, grid);
  const schema = reportingSchemas(book.manifest.declared).find(({ id }) => id === tab);
  if (!schema) return null;
  const header = grid?.[0] ?? book.cells(sheet.getRange('1:1').getValues())[0] ?? [];
  const renamed = book.manifest.renamed[tab];
  const { at } = readTable(schema, [header], renamed);
  const column = renamedColumns(schema, renamed).columns.find(({ id }) => at.get(id) === place);
  if (!column) return null;
  const cells =
    row === 1
      ? header
      : (grid?.[row - 1] ?? book.cells(sheet.getSheetValues(row, 1, 1, header.length))[0] ?? []);
  const references = referencesOf(book, column);
  const issueOf = (cell: Cell): Problem | null => {
    const changed = cells.map((each, index) => (index === place ? cell : each));
    const table: Table = { schema, grid: [header, changed], at, doubles: new Map() };
    const { today, manifest } = book;
    const issues = checkTable(table, {
      ...{ today, programmeStart: manifest.programmeStart, references },
      ownerOf: () => null,
    });
    return issues.find(({ columnIndex }) => columnIndex === place)?.problem ?? null;
  };
  const formulas = schema.columns.filter(({ writer }) => writer === 'svodka');
  const left = new Set([place, ...formulas.map(({ id }) => at.get(id) ?? -1)]);
  return {
    ...{ column, value: cells[place] ?? '', references, problemOf: issueOf, elsewhere: [] },
    identity: (whole) => allBut(whole[0], left),
  };
}

function lookAtReport(
  book: SchoolBook,
  sheet: Sheet,
  at: number,
  place: number,
  grid: Grid | null,
): Looked | null {
  const column = book.schema.columns.find(({ id }) => book.at.get(id) === place);
  if (!column) return null;
  if (grid !== null && book.standsUnder(grid[0] ?? []) === false) return null;
  const row = new ReportRow(
    book,
    at,
    grid === null ? (book.rows(sheet, at, 1)[0] ?? []) : (grid[at - 1] ?? []),
  );
  const references = referencesOf(book, column);
  const { today, manifest } = book;
  const issuesOf = (changed: ReportRow) =>
    issuesInReport(changed.asRows(), { today, manifest, references, counted: COUNTED_WORDS.yes });
  const issueOf = (cell: Cell): Problem | null => {
    if (at > 1 && row.text('key') !== '' && !row.isClear(null)) return { code: 'rowUnclear' };
    const issues = issuesOf(row.with({ [column.id]: cell }));
    return issues.find(({ columnIndex }) => columnIndex === place)?.problem ?? null;
  };
  return {
    ...{ column, value: row.cell(column.id), references, problemOf: issueOf },
    identity: () => ({
      by: ['organisation', 'stage'].flatMap((id) => book.at.get(id) ?? []),
      or: [book.at.get('key') ?? []].flat(),
    }),
    elsewhere: issuesOf(row).flatMap(({ columnIndex, column: header }) =>
      header === null || columnIndex === place ? [] : [header],
    ),
  };
}

/** «Организации» is read only for a column in which people name one. */
const referencesOf = (book: SchoolBook, column: Column): References => ({
  organisations: isName(column) ? namesOf(readOrganisationsOf(book)) : new Set(),
  stages: new Set(book.manifest.stages.map(({ label }) => sameKey(label))),
});

/** People write the name of an organisation there. */
const isName = (column: Column): boolean =>
  typeOf(column).refersTo === 'organisations' && isPersonWritten(column);

const isInside = (sheet: Sheet, at: { readonly row: number; readonly column: number }): boolean =>
  at.row <= sheet.getMaxRows() && at.column <= sheet.getMaxColumns();

/** The certain repair, unless the row would still have something against it. */
function certainOf({ column, value, references, problemOf }: Looked): Cell | null {
  if (column.writer === 'svodka') return null;
  const cell = repaired(value, column, references);
  return cell !== null && problemOf(cell) === null ? cell : null;
}

/** As a Russian sheet shows it. */
const shownText = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell).replace('.', ',') : cellText(cell);
