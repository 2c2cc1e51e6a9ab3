/** What «Столбцы» asked to see in the summary: how many rows are filled, and the sum of numbers. */
import { coverageRows } from '../../domain/coverage/rows';
import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import { typeOf } from '../../domain/schema/columnTypes';
import { wrongCells } from '../../domain/schema/issue';
import type { Column } from '../../domain/schema/schema';
import { cellAt, type Table } from '../../domain/schema/table';
import { isBlank, numberOf } from '../../domain/values/cell';
import { pages } from '../../messages/tabs/pages';
import { type PageRow, safe } from './page';

/** A row whose cells may be counted; `usable` false: an issue calls the whole row wrong. */
interface CountedRow {
  readonly row: number;
  readonly usable: boolean;
}

export function ownColumnsTable(book: BookSnapshot, analysis: Analysis): PageRow[] {
  const { declared, tables } = book;
  const inFigures = analysis.records.flatMap(({ row }) => (row === null ? [] : [{ row, usable: true }]));
  const covered = coverageRows(tables.coverage, analysis.registry, analysis.issues)
    .filter(({ twin }) => twin !== 'copy')
    .map(({ row, organisation, date, twin }) => ({
      row,
      usable: organisation !== null && date !== null && twin === null,
    }));
  const shown = ({ id }: Column) => declared.inSummary.has(id);
  const rows = [
    ...declared.report.filter(shown).map((column) => rowFor(column, tables.report, inFigures, analysis)),
    ...declared.coverage.filter(shown).map((column) => rowFor(column, tables.coverage, covered, analysis)),
  ];
  const { header } = pages;
  return rows.length === 0
    ? []
    : [[pages.ownColumns], [header.column, header.filled, header.sum], ...rows, []];
}

/** A value that an issue calls wrong is neither filled nor added up; beside the figures it is said how many there are. */
function rowFor(
  column: Column,
  table: Table,
  rows: readonly CountedRow[],
  { issues }: Pick<Analysis, 'issues'>,
): PageRow {
  const isWrong = wrongCells(issues, table.schema.id);
  let [filled, sum, leftOut] = [0, 0, 0];
  for (const { row, usable } of rows) {
    const cell = cellAt(table, row, column.id);
    if (isBlank(cell)) continue;
    if (!usable || isWrong(row, table.at.get(column.id) ?? -1)) leftOut += 1;
    else {
      filled += 1;
      sum += numberOf(cell) ?? 0;
    }
  }
  const said = leftOut === 0 ? [] : [pages.leftOutValues(leftOut)];
  return [safe(column.header), filled, typeOf(column).summed ? sum : '', ...said];
}
