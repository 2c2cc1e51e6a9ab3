/**
 * The declarative form in which every table of Svodka is described. Headers, formats, data validation,
 * colours, protections, checks and the help that people read all come from here, so that none of them
 * can disagree with another.
 */

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

export const COLUMN_TYPES = [
  'text',
  'choice',
  'choices',
  'date',
  'integer',
  'number',
  'share',
  'link',
  'email',
  'emails',
  'yesNo',
  'code',
  'organisation',
  'stage',
] as const;
/**
 * `share` is a number of per cent from 0 to 100; `choices` and `emails` are lists separated by commas,
 * semicolons or lines; `code` is an identifier without spaces.
 */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Who may type in a column. The jobs write `svodka` columns only. */
export type Writer = 'svodka' | 'administrator' | 'curator' | 'head';

export type Condition = { readonly filled: true } | { readonly is: readonly string[] };

/** One rule of a column beyond its type. Columns are named by id. */
export type Rule =
  | { readonly kind: 'dateRange'; readonly from?: 'programmeStart'; readonly to?: 'today' }
  | { readonly kind: 'numberRange'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly says: string }
  /** No two rows hold the same; with `with`, the same together with those columns. */
  | { readonly kind: 'unique'; readonly with?: readonly string[] }
  | { readonly kind: 'onlyWhen'; readonly column: string; readonly when: Condition }
  | { readonly kind: 'requiredWhen'; readonly column: string; readonly when: Condition }
  /** Not earlier than the date in that column of the same row. */
  | { readonly kind: 'notBefore'; readonly column: string }
  /** Not more than the number in that column of the same row. */
  | { readonly kind: 'atMost'; readonly column: string }
  /** «Отчёт»: filled once the report is handed in, for stages that ask for a document. */
  | { readonly kind: 'documentForStage' }
  /** «Отчёт», declared columns: filled once the report is handed in, on these stages only (none: all). */
  | { readonly kind: 'requiredForStages'; readonly stages: readonly string[] };

export interface Column {
  /** Stable name in code, metadata and state; never shown. Declared columns begin with `own:`. */
  readonly id: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly writer: Writer;
  readonly required?: boolean;
  /** For `choice`, `choices` and `yesNo` (yes, then no). */
  readonly allowed?: readonly string[];
  /** The status formula compares this choice: dashes, quotes and no-break spaces that it tells apart are errors. */
  readonly exact?: boolean;
  readonly rules?: readonly Rule[];
  readonly help: string;
  readonly example: string;
  /** Pixels at 100 % zoom. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Svodka writes formulas here. */
  readonly formula?: boolean;
  /** Dates are shown with the time of day. */
  readonly withTime?: boolean;
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
