/** Tabs and ranges as Univer takes them. */
import { BooleanNumber, type IWorksheetData } from '@univerjs/core';
import type { Box } from '../../../../src/domain/values/a1';
import type { BookOpened, SheetShown } from '../../protocol/protocol';
import { COLUMN_WIDTH, FONT, FONT_POINTS, ROW_HEIGHT } from './looks';

export function sheetData(sheet: SheetShown): Partial<IWorksheetData> {
  const hidden = { hd: BooleanNumber.TRUE };
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, w] of Object.entries(sheet.widths)) columns[Number(column) - 1] = { w };
  for (const column of sheet.hiddenColumns) columns[column - 1] = { ...columns[column - 1], ...hidden };
  const rows: Record<number, { h?: number; hd?: BooleanNumber }> = {};
  for (const [row, h] of Object.entries(sheet.heights)) rows[Number(row) - 1] = { h };
  for (const row of sheet.hiddenRows) rows[row - 1] = { ...rows[row - 1], ...hidden };
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    defaultStyle: { ff: FONT, fs: FONT_POINTS },
    columnData: columns,
    rowData: rows,
    cellData: {},
    mergeData: sheet.merges.map(rangeOf),
    showGridlines: sheet.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows === 0 ? -1 : sheet.frozenRows,
      startColumn: sheet.frozenColumns === 0 ? -1 : sheet.frozenColumns,
    },
  };
}

export const rangeOf = ({ row, col, rows, cols }: Box) => ({
  startRow: row - 1,
  startColumn: col - 1,
  endRow: row + rows - 2,
  endColumn: col + cols - 2,
});

export const primaryOf = ({ row, col }: Box) => ({
  ...rangeOf({ row, col, rows: 1, cols: 1 }),
  actualRow: row - 1,
  actualColumn: col - 1,
  isMerged: false,
  isMergedMainCell: false,
});

/** Shown where no book may be. */
export const BLANK: BookOpened = {
  book: { id: '', name: '', kind: 'reporting' },
  sheets: [
    {
      id: 0,
      name: '',
      hidden: false,
      rows: 1,
      columns: 1,
      used: 0,
      frozenRows: 0,
      frozenColumns: 0,
      tabColor: null,
      gridlines: false,
      widths: {},
      heights: {},
      hiddenColumns: [],
      hiddenRows: [],
      merges: [],
      order: 0,
    },
  ],
  menus: [],
  canEdit: false,
  active: 0,
  first: { rows: [], looks: {} },
};
