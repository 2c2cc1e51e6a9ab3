import type { TabId } from '../../domain/schema/schema';

/**
 * What a version of a reporting book's layout brought. Completing the tables adds it; columns that a later version
 * than the book's brought are new there, all others that are missing were deleted by somebody.
 */
export interface BookMigration {
  readonly to: number;
  /** Ids of columns by the table that they came to. */
  readonly columns: Readonly<Partial<Record<TabId, readonly string[]>>>;
  /**
   * What the version before laid by itself, in pixels by column id, and how many columns it froze: where that still
   * stands, nobody changed it by hand, and the table gets what its schema says now.
   */
  readonly laid?: Readonly<
    Partial<Record<TabId, { readonly widths: Readonly<Record<string, number>>; readonly frozen: number }>>
  >;
}
