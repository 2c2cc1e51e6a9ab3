/** Writes generated tabs: summaries, «Как заполнять», «Замечания». One tab, one `setValues`. */
import { pages } from '../../messages/tabs/pages';
import { sidesOf } from '../../tabs/pages/alignment';
import { figuresAsText, type Page } from '../../tabs/pages/page';
import type { PageLook } from '../../tabs/pages/pageLooks';
import { PAINT } from '../../tabs/rules/look';
import { freeTitle, type TabMemory, tabTitle } from '../book/tabs';
import { applyColours } from './paint';
import { protectPage, type Rights } from './protect';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is remembered of generated tabs besides their ids: how many rows their grids have. */
export interface PageMemory extends TabMemory {
  readonly sizes: Record<string, number>;
}

const SPARE_ROWS = 2;

export const rowsFor = (page: Page): number => page.rows.length + SPARE_ROWS;

/**
 * Makes the tab of a page: as a copy of `template`, which has `rows` rows already, else from nothing.
 * A tab of that title that an interrupted run left behind is used.
 */
export function addPage(
  book: Spreadsheet,
  memory: PageMemory,
  name: string,
  title: string,
  index: number,
  page: Page,
  rows: number,
  look: PageLook,
  template: Sheet | null,
  rights: Rights,
): { sheet: Sheet; added: boolean } {
  const ours = new Set(Object.values(memory.tabs));
  const { sheet, copied, added } = insert(book, title, index, template, page, ours);
  memory.tabs[name] = sheet.getSheetId();
  if (!copied) layOutPage(sheet, look, page, rows, false);
  memory.sizes[name] = rows;
  protectPage(sheet, rights);
  // Last, so that a run that was stopped on the way lays the tab out again.
  memory.layouts[name] = page.layout;
  return { sheet, added };
}

/** One call, unless the title is taken: asking first would cost a round trip for each of the districts. */
function insert(
  book: Spreadsheet,
  wanted: string,
  index: number,
  template: Sheet | null,
  page: Page,
  ours: ReadonlySet<number>,
): { sheet: Sheet; copied: boolean; added: boolean } {
  const add = (title: string) =>
    template === null ? book.insertSheet(title, index) : book.insertSheet(title, index, { template });
  const title = tabTitle(wanted);
  try {
    return { sheet: add(title), copied: template !== null, added: true };
  } catch (error) {
    const there = book.getSheetByName(title);
    if (there === null) throw error;
    const left = !ours.has(there.getSheetId()) && isLeftBehind(there, page);
    return left
      ? { sheet: there, copied: false, added: false }
      : { sheet: add(freeTitle(book, wanted)), copied: template !== null, added: true };
  }
}

/** Empty, or a page of ours: never a tab that a person wrote. */
function isLeftBehind(sheet: Sheet, page: Page): boolean {
  if (sheet.getLastRow() === 0) return true;
  const [title, second] = sheet
    .getRange(1, 1, 2, 1)
    .getValues()
    .map((row) => String(row[0]));
  return second === pages.updated || title === String(page.rows[0]?.[0] ?? '');
}

/** Widths, freezes, fonts and colours of a page. */
export function layOutPage(sheet: Sheet, look: PageLook, page: Page, rows: number, fresh: boolean): void {
  fitPage(sheet, rows, page.columns);
  look.widths.forEach((width, index) => {
    if (index < page.columns) sheet.setColumnWidth(index + 1, width);
  });
  const all = sheet.getRange(1, 1, rows, page.columns);
  all
    .setFontFamily('Arial')
    .setFontSize(10)
    .setVerticalAlignment('middle')
    .setHorizontalAlignment('normal')
    .setWrap(false);
  for (const column of look.wrapped) {
    sheet.getRange(1, column + 1, rows, 1).setWrap(true);
  }
  if (look.titleRow !== null) {
    sheet.getRange(look.titleRow, 1, 1, page.columns).setFontSize(14).setFontWeight('bold').setWrap(false);
  }
  if (look.tallRow !== null && rows >= look.tallRow.row) {
    sheet.setRowHeight(look.tallRow.row, look.tallRow.height);
    sheet
      .getRange(look.tallRow.row, 1, 1, page.columns)
      .setWrap(true)
      .setFontSize(9)
      .setVerticalAlignment('top');
  }
  if (look.headerRow !== null) {
    sheet
      .getRange(look.headerRow, 1, 1, page.columns)
      .setBackground(PAINT.header.background)
      .setFontColor(PAINT.header.color)
      .setFontWeight('bold')
      .setWrap(true);
  }
  sheet.setFrozenRows(look.frozenRows);
  sheet.setFrozenColumns(look.frozenColumns);
  sheet.setHiddenGridlines(true);
  applyColours(sheet, look.colours, fresh, { rows, columns: page.columns });
}

/** To exactly this size: a page is written anew as a whole. */
function fitPage(sheet: Sheet, rows: number, columns: number): void {
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  else if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  else if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
}

/**
 * Replaces the whole content of a page's tab, whose grid has `size` rows; it grows to fit. Gives the
 * number of rows it has then. Rows left over are blanked and stay: taking them off would cost a call each time.
 */
export function writePage(sheet: Sheet, page: Page, size: number): number {
  const wanted = rowsFor(page);
  const rows = wanted <= size ? size : growTo(sheet, wanted);
  const values = Array.from({ length: rows }, (_, row) => {
    const cells = page.rows[row] ?? [];
    return Array.from({ length: page.columns }, (_unused, column) => {
      const cell = cells[column] ?? '';
      if (typeof cell === 'object') return cell.formula;
      return typeof cell === 'string' ? figuresAsText(cell) : cell;
    });
  });
  const range = sheet.getRange(1, 1, rows, page.columns).setValues(values);
  if (page.aligned) range.setHorizontalAlignments(sidesOf(page.rows, rows, page.columns));
  return rows;
}

/** The grid is asked for its size: a run that was stopped may have grown it already. */
function growTo(sheet: Sheet, rows: number): number {
  const present = sheet.getMaxRows();
  if (present < rows) sheet.insertRowsAfter(present, rows - present);
  return Math.max(present, rows);
}
