/**
 * «Охват» and «Реестр пар» stand in every book and are seen where the programme asks for them or where somebody has
 * written into them: a programme about school meals shows no columns for mentors.
 */
import { countsAsked, pairsAsked } from '../../domain/coverage/asked';
import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import { isBlankRow, rowCount, type Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';

/** A call only where something changes: a person may hide or show the tab meanwhile, and it stays so. */
export function showAskedTabs(
  book: ReportingBook,
  { tables, declared }: BookSnapshot,
  analysis: Analysis,
): void {
  const { programme } = analysis;
  const counts = countsAsked(programme) || declared.coverage.length > 0;
  book.showTab('coverage', counts || hasRows(tables.coverage));
  if (tables.pairs !== null) book.showTab('pairs', pairsAsked(programme) || hasRows(tables.pairs));
}

const hasRows = (table: Table): boolean =>
  Array.from({ length: rowCount(table) }, (_, row) => row).some((row) => !isBlankRow(table, row));
