import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import type { Issue } from '../../domain/schema/issue';
import type { Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';

/** A book as it was when a rebuild had nothing left to write in «Отчёт». */
export interface BookReading {
  readonly book: ReportingBook;
  readonly snapshot: BookSnapshot;
  readonly analysis: Analysis;
  /** All that «Замечания» lists. */
  readonly issues: readonly Issue[];
  /** «Напоминания»; null where it was not read, as nothing of it may have changed. */
  readonly reminders: Table | null;
}
