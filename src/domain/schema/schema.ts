/**
 * The declarative form in which every table of Svodka is described. Headers, formats, data validation,
 * colours, protections, checks and the help that people read all come from here, so that none of them
 * can disagree with another.
 */
import type { ColumnType } from './columnTypes';
import type { ColumnOptions } from './columnTypes/columnType';

export const TAB_IDS = [
  'howTo',
  'summary',
  'report',
  'coverage',
  'pairs',
  'reminders',
  'issues',
  'stages',
  'columns',
  'targets',
  'organisations',
  'service',
  'settings',
  'addresses',
  'journal',
] as const;
export type TabId = (typeof TAB_IDS)[number];

/** Who may type in a column. The jobs write `svodka` columns only. */
export type Writer = 'svodka' | 'administrator' | 'curator' | 'head';

export interface Column extends ColumnOptions {
  /** Stable name in code, metadata and state; never shown. Declared columns begin with `own:`. */
  readonly id: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly writer: Writer;
  readonly required?: boolean;
  readonly help: string;
  readonly example: string;
  /** Pixels at 100 % zoom. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Svodka's, but written by the script of whoever edits the row: no protection keeps it closed. */
  readonly open?: boolean;
}

export interface TabSchema {
  readonly id: TabId;
  readonly title: string;
  readonly book: 'reporting' | 'control';
  readonly columns: readonly Column[];
  readonly frozenColumns: number;
  readonly hidden?: boolean;
  /** An optional tab is not put back when somebody deleted it. */
  readonly optional?: boolean;
  /** Each row is of the district that this column names: heads of other districts do not write in it. */
  readonly districtColumn?: string;
}

export const isPersonWritten = (column: Column): boolean => column.writer !== 'svodka';

export function columnOf(schema: TabSchema, id: string): Column {
  const column = schema.columns.find((each) => each.id === id);
  if (!column) throw new Error(`${schema.id} has no column ${id}`);
  return column;
}
