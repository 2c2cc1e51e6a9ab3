import type { Cell, CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { DEFAULT_STYLE } from '../workbook/cells/style';
import { CellError, type Scalar } from '../workbook/cells/value';
import type { Row } from '../workbook/grid/rows';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import { toXlsx } from './dialect';
import { swapLinks, toLocation } from './links';
import { toRichCell } from './rich';
import { wrappedHeights } from './rowHeights';
import { toFileRule } from './rules/conditional';
import { LISTS_SHEET, ListStore, toFileValidations } from './rules/validations';
import { toCellStyle } from './styles';
import { escaped, looksLikeError } from './text';

/** Width of a column in the file's characters, Arial 10. */
function charactersOf(pixels: number): number {
  return Math.max(0, (pixels - 5) / 7);
}

export interface WriteOptions {
  /**
   * A cell that is `=TODAY()` and nothing else becomes the day of the host's clock: who opens the file sees what
   * the book showed, on whatever day.
   */
  readonly today?: 'formula' | 'value';
}

/** The workbook as an .xlsx file, formulas with their present results. */
export async function toXlsxFile(workbook: Workbook, options: WriteOptions = {}): Promise<Uint8Array> {
  const lists = new ListStore();
  const sheets = workbook.sheets.map((sheet) => toFileSheet(sheet, lists, options));
  if (lists.lists.length > 0) sheets.push(listsSheet(lists));
  return await writeXlsx({
    sheets,
    defaultFont: { name: DEFAULT_STYLE.fontFamily, size: DEFAULT_STYLE.fontSize },
    properties: { title: workbook.name },
    activeSheet: Math.max(0, workbook.sheets.indexOf(workbook.activeSheet())),
  });
}

function listsSheet({ lists }: ListStore): WriteSheet {
  const height = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
  return { name: LISTS_SHEET, hidden: true, rows };
}

function toFileSheet(sheet: SheetModel, lists: ListStore, options: WriteOptions): WriteSheet {
  sheet.workbook.engine.refresh(sheet, sheet.grid);
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, index) => {
    rows.push(row ? toFileRow(sheet, row, index, cells, options) : []);
  });
  const out: WriteSheet = {
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet),
    rowDefs: rowDefsOf(sheet, rows),
    merges: sheet.merges.map(({ row, col, rows: down, cols }) => ({
      startRow: row - 1,
      startCol: col - 1,
      endRow: row + down - 2,
      endCol: col + cols - 2,
    })),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    dataValidations: toFileValidations(sheet, lists),
    conditionalRules: sheet.conditionalRules.flatMap(
      (rule, index) => toFileRule(rule, sheet, index + 1) ?? [],
    ),
    hidden: sheet.hidden,
    // On paper a tab is one page wide, and what is frozen stands on each page.
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.frozenRows > 0 ? { printTitlesRow: `$1:$${sheet.frozenRows}` } : {}),
    },
    view: {
      ...(sheet.hiddenGridlines ? { showGridLines: false } : {}),
      ...(sheet.tabColor === null
        ? {}
        : { tabColor: { rgb: sheet.tabColor.replace('#', '').toUpperCase() } }),
    },
  };
  // Only a whole sheet that refuses edits: .xlsx knows no protected ranges by person.
  const locked = sheet.protections.some(({ type, warningOnly }) => type === 'SHEET' && !warningOnly);
  return locked ? { ...out, protection: { sheet: true } } : out;
}

function toFileRow(
  sheet: SheetModel,
  row: Row,
  index: number,
  cells: Map<string, Partial<Cell>>,
  options: WriteOptions,
): CellValue[] {
  const values: CellValue[] = [];
  const width = Math.max(
    row.values.length,
    row.formulas?.length ?? 0,
    row.styles?.length ?? 0,
    row.notes?.length ?? 0,
  );
  for (let column = 0; column < width; column++) {
    const value = row.values[column] ?? null;
    values.push(value instanceof CellError ? value.code : typeof value === 'string' ? escaped(value) : value);
    const cell = toFileCell(sheet, row, index, column, value, options);
    if (cell) cells.set(`${index},${column}`, cell);
  }
  return values;
}

/** Null where the bare value says it all. */
function toFileCell(
  sheet: SheetModel,
  row: Row,
  index: number,
  column: number,
  value: Scalar,
  { today }: WriteOptions,
): Partial<Cell> | null {
  const formula = today === 'value' && isToday(row, column) ? undefined : row.formulas?.[column];
  const style = toCellStyle(row.styles?.[column]);
  const note = row.notes?.[column];
  const runs = row.runs?.[column];
  const asError = !formula && !runs && typeof value === 'string' && looksLikeError(value);
  if (!formula && !style && !note && !runs && !asError && !(value instanceof CellError)) return null;
  const { workbook } = sheet;
  const out: Partial<Cell> =
    value instanceof CellError
      ? { value: value.code, type: 'error' }
      : { value: typeof value === 'string' ? escaped(value) : value, type: typeOf(value) };
  // Only as one run of a rich text is it written as a text.
  if (asError) Object.assign(out, { type: 'richText', richText: [{ text: value }] });
  if (style) out.style = style;
  if (note) out.comment = { text: note };
  if (formula) {
    const text = workbook.engine.textA1(formula, index + 1, column + 1).slice(1);
    const swapped = swapLinks(text, (link) => {
      const location = toLocation(link, workbook);
      return location === null ? null : `#${location}`;
    });
    out.formula = toXlsx(swapped);
    out.formulaResult =
      value instanceof CellError ? value.code : typeof value === 'string' ? escaped(value) : value;
    out.type = 'formula';
  } else if (runs && typeof value === 'string') toRichCell(out, value, runs, workbook);
  return out;
}

function isToday(row: Row, column: number): boolean {
  const node = row.formulas?.[column]?.group.pattern.node;
  return node?.type === 'call' && node.name === 'TODAY' && node.args.length === 0;
}

function typeOf(value: string | number | boolean | null): 'string' | 'number' | 'boolean' | 'empty' {
  if (value === null) return 'empty';
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}

function columnsOf(sheet: SheetModel): NonNullable<WriteSheet['columns']> {
  const last = Math.max(sheet.lastColumn(), ...sheet.columnWidths.keys(), ...sheet.hiddenColumns, 0);
  return Array.from({ length: last }, (_, index) => ({
    width: charactersOf(sheet.columnWidths.get(index + 1) ?? DEFAULT_COLUMN_WIDTH),
    ...(sheet.hiddenColumns.has(index + 1) ? { hidden: true } : {}),
  }));
}

/** Also gives rows that hold nothing a place in the file, if they are hidden or have a height. */
function rowDefsOf(sheet: SheetModel, rows: CellValue[][]): NonNullable<WriteSheet['rowDefs']> {
  const defs: NonNullable<WriteSheet['rowDefs']> = new Map();
  for (const [row, pixels] of sheet.rowHeights) {
    if (pixels !== DEFAULT_ROW_HEIGHT) defs.set(row - 1, { height: pixels * 0.75 });
  }
  for (const [row, height] of wrappedHeights(sheet)) defs.set(row - 1, { height });
  for (const row of sheet.hiddenRows) defs.set(row - 1, { ...defs.get(row - 1), hidden: true });
  for (const row of defs.keys()) while (rows.length <= row) rows.push([]);
  return defs;
}
