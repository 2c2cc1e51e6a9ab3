/** One row of «Отчёт» by its key: found anew at each call, for people move rows. */
import type { Refusal } from '../../contract/plain';
import type { StageItem } from '../../contract/school';
import type { Column } from '../../domain/schema/schema';
import { cellAt, textAt } from '../../domain/schema/table';
import { namesFit, type Rows, tableOfRows } from '../../domain/school/rows';
import type { Cell } from '../../domain/values/cell';
import type { SchoolBook } from '../../google/book/schoolBook';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { COUNTED_WORDS } from '../../messages/words/words';
import { refuse } from '../run/answer';
import { stageItems } from './stages';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the row stands, from 1; a refusal where it is gone, or there are two. One call. */
export function findRow(book: SchoolBook, report: Sheet, key: string): number | Refusal {
  const rows = book.column(report, 'key').flatMap((each, index) => (each === key ? [index + 2] : []));
  const [row, ...more] = rows;
  if (row === undefined) return refuse(says.stageGone);
  return more.length > 0 ? refuse(says.stageTwice(rows)) : row;
}

export const rowName = (organisation: string, stage: string): string => JSON.stringify([organisation, stage]);

/** One row as it was read. */
export class ReportRow {
  private readonly rows: Rows;

  constructor(
    private readonly book: SchoolBook,
    readonly row: number,
    cells: readonly Cell[],
  ) {
    this.rows = tableOfRows(book.schema, book.at, [{ row, cells }]);
  }

  cell(id: string): Cell {
    return cellAt(this.rows.table, 0, id);
  }

  text(id: string): string {
    return textAt(this.rows.table, 0, id);
  }

  /** Organisation and stage as they stand: what people write in a row goes with these. */
  get name(): string {
    return rowName(this.text('organisation'), this.text('stage'));
  }

  /** Whether it is certain whose row it is; `name` as it must stand there, null where it is not known. */
  isClear(name: string | null): boolean {
    return namesFit(this.rows.table, 0, name) && this.text('counted') !== COUNTED_WORDS.unclear;
  }

  /** The row with other cells, by column id. */
  with(cells: Readonly<Record<string, Cell>>): ReportRow {
    const row = [...(this.rows.table.grid[1] ?? [])];
    for (const [id, cell] of Object.entries(cells)) {
      const index = this.book.at.get(id);
      if (index !== undefined) row[index] = cell;
    }
    return new ReportRow(this.book, this.row, row);
  }

  stage(): StageItem {
    const [item] = stageItems(this.book, this.rows, null);
    return item as StageItem;
  }

  asRows(): Rows {
    return this.rows;
  }
}

/** Columns of «Отчёт» that schools fill, as they stand in the sheet now. */
export const schoolColumns = (book: SchoolBook): Column[] =>
  book.schema.columns.filter(({ id, writer }) => writer === 'curator' && book.at.has(id));
