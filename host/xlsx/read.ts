import type { Cell, CellValue, Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { localeRules } from '../workbook/cells/locale';
import { DEFAULT_STYLE, withStyle } from '../workbook/cells/style';
import { errorOf, type Scalar } from '../workbook/cells/value';
import { newRow, type Row } from '../workbook/grid/rows';
import { DEFAULT_COLUMN_WIDTH, NEW_COLUMNS, NEW_ROWS, type SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import { fromXlsx } from './dialect';
import { fromLocation, swapLinks } from './links';
import { fromRichCell } from './rich';
import { fromFileRules } from './rules/conditional';
import { LISTS_SHEET, placeFileValidations } from './rules/validations';
import { checkDeclaredSize } from './size';
import { css, fromCellStyle } from './styles';

/** Size and id of a sheet where somebody remembers them. */
export interface SheetSize {
  readonly id: number;
  readonly maxRows: number;
  readonly maxColumns: number;
}

const DAY_MS = 86_400_000;
const EPOCH_SERIAL = 25_569;

/**
 * Fills an empty workbook from an .xlsx file: any file, or one that toXlsxFile wrote. Gives how many
 * conditional formats of the file Sheets has no rule for. Throws what the file's reader throws, and
 * TooLargeBookError.
 */
export async function fillFromXlsx(
  workbook: Workbook,
  bytes: Uint8Array,
  sizeOf: (sheetName: string) => SheetSize | undefined = () => undefined,
): Promise<{ left: number }> {
  checkDeclaredSize(bytes);
  const file = await readXlsx(bytes, { readStyles: true });
  const theme = file.themeColors;
  const lists = listsOf(file.sheets.find(({ name }) => name === LISTS_SHEET));
  const pairs = file.sheets
    .filter(({ name }) => name !== LISTS_SHEET)
    .map((from) => {
      const size = sizeOf(from.name);
      const sheet = workbook.addSheet(from.name, workbook.sheets.length, size?.id);
      sheet.maxRows = size?.maxRows ?? Math.max(NEW_ROWS, from.rows.length);
      sheet.maxColumns = size?.maxColumns ?? Math.max(NEW_COLUMNS, ...from.rows.map((row) => row.length));
      return [from, sheet] as const;
    });
  let left = 0;
  // Every sheet must be there before the first formula or link names it.
  for (const [from, sheet] of pairs) {
    fillGrid(sheet, from, theme);
    fillShape(sheet, from);
    placeFileValidations(from.dataValidations ?? [], sheet, lists);
    const read = fromFileRules(from.conditionalRules ?? [], sheet, theme);
    sheet.conditionalRules = read.rules;
    left += read.left;
  }
  workbook.active = workbook.sheets[file.activeSheet ?? 0] ?? null;
  workbook.engine.invalidate();
  return { left };
}

function listsOf(sheet: Sheet | undefined): string[][] {
  const lists: string[][] = [];
  for (const row of sheet?.rows ?? []) {
    row.forEach((value, column) => {
      if (value === null) return;
      lists[column] ??= [];
      lists[column]?.push(String(value));
    });
  }
  return lists;
}

function fillGrid(sheet: SheetModel, from: Sheet, theme: readonly string[] | undefined): void {
  from.rows.forEach((values, index) => {
    if (values.length === 0) return;
    const row = newRow();
    row.values = values.map(scalarOf);
    sheet.rows[index] = row;
  });
  for (let index = 0; index < sheet.rows.length; index++) sheet.rows[index] ??= undefined;
  const styles = new Map<string, ReturnType<typeof fromCellStyle>>();
  for (const [key, cell] of from.cells ?? []) {
    const comma = key.indexOf(',');
    const index = Number(key.slice(0, comma));
    const column = Number(key.slice(comma + 1));
    const row = sheet.row(index + 1);
    let style = DEFAULT_STYLE;
    if (cell.style) {
      const text = JSON.stringify(cell.style);
      style = styles.get(text) ?? fromCellStyle(cell.style, theme);
      styles.set(text, style);
      row.styles ??= [];
      row.styles[column] = style;
    }
    fillCell(sheet, row, index, column, cell, theme);
  }
  dateFormats(sheet, from);
}

function fillCell(
  sheet: SheetModel,
  row: Row,
  index: number,
  column: number,
  cell: Cell,
  theme: readonly string[] | undefined,
): void {
  const { workbook } = sheet;
  if (cell.type === 'error')
    sheet.setValueSlot(row, column + 1, errorOf(String(cell.value)) ?? String(cell.value));
  if (cell.comment) {
    row.notes ??= [];
    row.notes[column] = cell.comment.text;
  }
  if (cell.formula !== undefined && cell.formula !== '') {
    const text = swapLinks(fromXlsx(cell.formula), (link) => fromLocation(link, workbook));
    const cached = scalarOf(cell.formulaResult ?? cell.value);
    sheet.setFormula(row, column + 1, workbook.engine.pattern(text, index + 1, column + 1));
    sheet.setValueSlot(row, column + 1, cached);
    return;
  }
  const text = row.values[column];
  const runs = typeof text === 'string' ? fromRichCell(cell, text, workbook, theme) : null;
  if (runs) {
    row.runs ??= [];
    row.runs[column] = runs;
  }
}

/** A date that the file formats in its own words (format 14 and its like) shows in the locale's. */
function dateFormats(sheet: SheetModel, from: Sheet): void {
  from.rows.forEach((values, index) => {
    values.forEach((value, column) => {
      if (!(value instanceof Date) || sheet.isDate(index + 1, column + 1)) return;
      const row = sheet.row(index + 1);
      row.styles ??= [];
      const { dateFormat } = localeRules(sheet.workbook.locale);
      row.styles[column] = withStyle(row.styles[column] ?? DEFAULT_STYLE, { numberFormat: dateFormat });
    });
  });
}

/**
 * The file's dates come as instants whose UTC parts are what the cell shows. Before March 1900 the reader
 * allows for the 29 February that .xlsx counts and no calendar has: that day is undone here.
 */
function scalarOf(value: CellValue): Scalar {
  if (!(value instanceof Date)) return value;
  const serial = (value.getTime() + EPOCH_SERIAL * DAY_MS) / DAY_MS;
  return serial < 61 ? serial - 1 : serial;
}

function fillShape(sheet: SheetModel, from: Sheet): void {
  sheet.hidden = from.hidden === true || from.veryHidden === true;
  sheet.frozenRows = from.freezePane?.rows ?? 0;
  sheet.frozenColumns = from.freezePane?.columns ?? 0;
  sheet.tabColor = css(from.view?.tabColor, undefined);
  sheet.hiddenGridlines = from.view?.showGridLines === false;
  from.columns?.forEach((column, index) => {
    const width = Math.round((column.width ?? 0) * 7 + 5);
    if (column.width !== undefined && width !== DEFAULT_COLUMN_WIDTH)
      sheet.columnWidths.set(index + 1, width);
    if (column.hidden) sheet.hiddenColumns.add(index + 1);
  });
  for (const [index, row] of from.rowDefs ?? []) {
    if (row.height !== undefined) sheet.rowHeights.set(index + 1, Math.round(row.height / 0.75));
    if (row.hidden) sheet.hiddenRows.add(index + 1);
  }
  sheet.merges = (from.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow + 1,
    col: startCol + 1,
    rows: endRow - startRow + 1,
    cols: endCol - startCol + 1,
  }));
  if (from.protection?.sheet && sheet.protections.length === 0) {
    sheet.protections.push({
      id: sheet.workbook.newId(),
      type: 'SHEET',
      box: null,
      description: '',
      warningOnly: false,
      domainEdit: false,
      editors: new Set(),
      unprotected: [],
    });
  }
}
