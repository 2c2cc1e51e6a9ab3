/**
 * The layout of a reporting book: tables with their hidden columns and the cells of «Служебное», which holds the
 * version. One file a step, `<from>-<to>.ts`; a step is never changed again.
 */
import type { TabId } from '../../domain/schema/schema';
import { book1to2 } from './1-2';
import { book2to3 } from './2-3';
import { control0to1 } from './control/0-1';
import type { BookMigration } from './migration';

const MIGRATIONS: readonly BookMigration[] = [book1to2, book2to3];

/** The version that this program writes; the first that wrote one wrote 1. */
export const BOOK_VERSION = 1 + MIGRATIONS.length;

/** The same for the tabs of a control book, which has a version of its own in the jobs' memory. */
const CONTROL_MIGRATIONS: readonly BookMigration[] = [control0to1];
export const CONTROL_VERSION = CONTROL_MIGRATIONS.length;

// No tab is in both kinds of book.
const ALL = [...MIGRATIONS, ...CONTROL_MIGRATIONS];

/** Whether a column came to its table with a later version than that of the book. */
export const cameAfter = (version: number, tab: TabId, column: string): boolean =>
  ALL.some(({ to, columns }) => to > version && columns[tab]?.includes(column));

/** What versions up to the book's laid of a table by themselves and a later one lays otherwise. */
export const laidBefore = (version: number, tab: TabId) =>
  ALL.flatMap(({ to, laid }) => (to > version ? (laid?.[tab] ?? []) : []));
