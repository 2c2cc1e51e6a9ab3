/** What «Столбцы» asked to see in the summary: how many rows are filled, and the sum of numbers. */
import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import { typeOf } from '../../domain/schema/columnTypes';
import type { Column } from '../../domain/schema/schema';
import { cellAt, rowCount, type Table } from '../../domain/schema/table';
import { isBlank, numberOf } from '../../domain/values/cell';
import { pages } from '../../messages/tabs/pages';
import { type PageRow, safe } from './page';

export function ownColumnsTable(book: BookSnapshot, analysis: Analysis): PageRow[] {
  const { declared, tables } = book;
  const inFigures = new Set(analysis.records.map((record) => record.row));
  const counted = (row: number) => inFigures.has(row);
  const rows = [
    ...rowsFor(declared.report, declared.inSummary, tables.report, counted),
    ...rowsFor(declared.coverage, declared.inSummary, tables.coverage, () => true),
  ];
  const { header } = pages;
  return rows.length === 0
    ? []
    : [[pages.ownColumns], [header.column, header.filled, header.sum], ...rows, []];
}

function rowsFor(
  columns: readonly Column[],
  shown: ReadonlySet<string>,
  table: Table,
  counts: (row: number) => boolean,
): PageRow[] {
  return columns
    .filter((column) => shown.has(column.id))
    .map((column) => {
      let [filled, sum] = [0, 0];
      for (let row = 0; row < rowCount(table); row += 1) {
        const cell = cellAt(table, row, column.id);
        if (isBlank(cell) || !counts(row)) continue;
        filled += 1;
        sum += numberOf(cell) ?? 0;
      }
      return [safe(column.header), filled, typeOf(column).summed ? sum : ''];
    });
}
