/** Rules of a column beyond its type, as data. Columns are named by id. */

export type Condition = { readonly filled: true } | { readonly is: readonly string[] };

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
