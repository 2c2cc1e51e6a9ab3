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
import { cellNumbers } from '../../domain/values/a1';
import { type Cell, cellText, isBlank } from '../../domain/values/cell';
import { saysTheSame, unmarked } from '../../domain/values/formulaText';
import { joinedTexts, sameKey } from '../../domain/values/text';
import { RowCells } from '../../google/book/rowCells';
import type { SchoolBook } from '../../google/book/schoolBook';
import { commit } from '../../google/services/app';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { describeIssue } from '../../messages/tabs/issues';
import { COUNTED_WORDS } from '../../messages/words/words';
import { reportingSchemas } from '../../tabs/schemas';
import { given, refuse } from '../run/answer';
import { inBook } from './call';
import { namesOf, readOrganisationsOf } from './references';
import { ReportRow } from './row';

/** Rows around the cell that are read along: what slipped into its place is put right from these. */
const AROUND = 20;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs that Svodka builds as a whole. */
const PAGES: readonly string[] = ['howTo', 'summary', 'issues'] satisfies TabId[];

/** One cell of a table with the row around it, as they were read. */
interface Looked {
  readonly column: Column;
  readonly value: Cell;
  /** The rest of the row, to see that it is still the same one. */
  readonly rest: string;
  /** This cell in the rows around, by the rest of each; a row that holds nothing else is ''. */
  readonly around: readonly { readonly rest: string; readonly cell: Cell }[];
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
    const nothing = { value: '', shown: '', problem: null, certain: null } as const;
    if (looked === null || at === null) {
      const note = isPage(book, tab, sheetId) ? says.whose.page : '';
      return { ok: true, ...place, ...nothing, column: null, note };
    }
    const { column, value } = looked;
    if (at.row === 1) return { ok: true, ...place, ...nothing, column, note: says.whose.header };
    const problem = looked.problemOf(value);
    const certain = certainOf(looked);
    return {
      ok: true,
      ...place,
      column,
      note: noteOf(looked),
      value: unmarked(value),
      shown: range.getDisplayValue(),
      problem: problem === null ? null : describeIssue(problem),
      // Asked only where there is something to repair.
      certain:
        certain === null || !range.canEdit() || range.getFormula() !== ''
          ? null
          : { value: certain, shown: shownText(certain) },
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
      const looked = at.row === 1 ? null : lookAt(book, sheet, tab, at.row, place);
      if (looked === null) return refuse(says.notRepairable);
      if (saysTheSame(looked.value, value)) return { ok: true, repaired: true };
      if (!saysTheSame(looked.value, seen)) return { ok: true, repaired: false };
      const certain = certainOf(looked);
      if (isFormula || certain === null || !saysTheSame(certain, value)) return refuse(says.notRepairable);
      cells.write(new Set([place]), () => certain);
      commit();
      const after = lookAt(book, sheet, tab, at.row, place);
      if (after !== null && after.rest !== looked.rest) {
        // Another row slipped into the place: what stood in its cell is put back.
        const former = looked.around.filter(({ rest }) => rest === after.rest);
        const [before] = former;
        const known =
          after.rest === '' ? former.every(({ cell: held }) => isBlank(held)) : former.length === 1;
        if (!known) return refuse(says.movedInto(at.row));
        cells.write(new Set([place]), () => before?.cell ?? '');
        commit();
        return refuse(says.stillMoving, true);
      }
      if (after === null) return refuse(says.movedInto(at.row));
      return saysTheSame(after.value, certain) ? { ok: true, repaired: true } : refuse(says.notKept, true);
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
function lookAt(book: SchoolBook, sheet: Sheet, tab: string, row: number, place: number): Looked | null {
  if (tab === 'report') return lookAtReport(book, sheet, row, place);
  const schema = reportingSchemas(book.manifest.declared).find(({ id }) => id === tab);
  if (!schema) return null;
  const [header = []] = book.cells(sheet.getRange('1:1').getValues());
  const renamed = book.manifest.renamed[tab];
  const { at } = readTable(schema, [header], renamed);
  const column = renamedColumns(schema, renamed).columns.find(({ id }) => at.get(id) === place);
  if (!column) return null;
  const first = Math.max(1, row - AROUND);
  const rows =
    row === 1 ? [header] : book.cells(sheet.getSheetValues(first, 1, row - first + 1, header.length));
  const cells = rows[row - first] ?? [];
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
  const others = schema.columns.filter(({ id, writer }) => id !== column.id && writer !== 'svodka');
  const restOf = (of: readonly Cell[]): string =>
    joinedTexts(others.map(({ id }) => cellText(of[at.get(id) ?? -1] ?? '')));
  return {
    ...{ column, value: cells[place] ?? '', rest: restOf(cells), references, problemOf: issueOf },
    around: rows.map((each) => ({ rest: restOf(each), cell: each[place] ?? '' })),
    elsewhere: [],
  };
}

function lookAtReport(book: SchoolBook, sheet: Sheet, at: number, place: number): Looked | null {
  const column = book.schema.columns.find(({ id }) => book.at.get(id) === place);
  if (!column) return null;
  const first = Math.max(1, at - AROUND);
  const rows = book
    .rows(sheet, first, at - first + 1 + AROUND)
    .map((cells, index) => new ReportRow(book, first + index, cells));
  const row = rows[at - first] ?? new ReportRow(book, at, []);
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
    ...{ column, value: row.cell(column.id), rest: row.text('key'), references, problemOf: issueOf },
    around: rows.map((each) => ({ rest: each.text('key'), cell: each.cell(column.id) })),
    elsewhere: issuesOf(row).flatMap(({ columnIndex, column: header }) =>
      header === null || columnIndex === place ? [] : [header],
    ),
  };
}

/** «Организации» is read only for a column in which people name one. */
const referencesOf = (book: SchoolBook, column: Column): References => ({
  organisations:
    typeOf(column).refersTo === 'organisations' && isPersonWritten(column)
      ? namesOf(readOrganisationsOf(book))
      : new Set(),
  stages: new Set(book.manifest.stages.map(({ label }) => sameKey(label))),
});

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
