/** Rows of a tab as the page shows them. */
import { Evaluation } from '../../formulas/evaluate';
import type { SheetModel } from '../../workbook/grid/sheet';
import { effectiveCells } from '../../workbook/rules/effectiveStyle';
import type { Look, RowShown, RowsShown, SheetShown } from '../protocol/protocol';
import type { Looks } from './looks';

/** Rows `from` to `to` (from 1, both included) that hold or show anything, with the looks they use. */
export function shownRows(sheet: SheetModel, looks: Looks, from: number, to: number): RowsShown {
  const last = Math.min(to, sheet.rows.length);
  const rows: RowShown[] = [];
  const used: Record<number, Look> = {};
  if (last < from) return { rows, looks: used };
  const box = { row: from, col: 1, rows: last - from + 1, cols: sheet.maxColumns };
  effectiveCells(sheet, box).forEach((line, index) => {
    const row = from + index;
    const cells: (number | string)[] = [];
    const notes: Record<number, string> = {};
    const links: Record<number, string> = {};
    line.forEach((cell, at) => {
      const col = at + 1;
      const link = linkOf(sheet, row, col);
      const look = looks.of(cell, link !== null);
      if (cell.note !== '') notes[col] = cell.note;
      if (link !== null) links[col] = link;
      if (cell.text === '' && look === 0) return;
      cells.push(col, cell.text, look);
      if (look !== 0) used[look] = looks.get(look);
    });
    rows.push({
      row,
      cells,
      ...(Object.keys(notes).length > 0 ? { notes } : {}),
      ...(Object.keys(links).length > 0 ? { links } : {}),
    });
  });
  return { rows, looks: used };
}

/** Where a cell leads: by HYPERLINK, or by the first link inside its text. */
export function linkOf(sheet: SheetModel, row: number, col: number): string | null {
  const cells = sheet.rows[row - 1];
  const node = cells?.formulas?.[col - 1]?.group.pattern.node;
  if (node?.type === 'call' && node.name === 'HYPERLINK' && node.args[0]) {
    const target = new Evaluation(sheet.workbook.engine, sheet.id, row, col).scalar(node.args[0]);
    return typeof target === 'string' && target !== '' ? target : null;
  }
  return cells?.runs?.[col - 1]?.find(({ link }) => link !== null)?.link ?? null;
}

export function shownSheet(sheet: SheetModel): Omit<SheetShown, 'order'> {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    used: sheet.rows.length,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    tabColor: sheet.tabColor,
    gridlines: !sheet.hiddenGridlines,
    widths: Object.fromEntries(sheet.columnWidths),
    heights: Object.fromEntries(sheet.rowHeights),
    hiddenColumns: [...sheet.hiddenColumns],
    hiddenRows: [...sheet.hiddenRows],
    merges: sheet.merges.map((box) => ({ ...box })),
  };
}
