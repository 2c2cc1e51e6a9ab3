/**
 * Layouts of the ledger. Each property says in which it was written; an older one is carried over step by step when it
 * is read, and is written in the present one when one of its addresses changes. A step is never changed once it was
 * released: ledgers in use are in its layout.
 */
import { ledger1to2 } from './1-2';
import { fromUnversioned } from './fromUnversioned';

/** A property as it is stored, whatever its layout. */
export type StoredShard = Readonly<Record<string, unknown>>;

/** The step at index n leads from layout n to n + 1. */
const STEPS: readonly ((stored: StoredShard) => StoredShard)[] = [fromUnversioned, ledger1to2];

/** What is written now. */
export const LEDGER_VERSION = STEPS.length;
/** Beside the addresses, none of which can be called so: it has no «@». */
export const VERSION_FIELD = 'version';

/** In the present layout; null when a later version of this program wrote it. */
export function migrated(stored: StoredShard): StoredShard | null {
  const version = stored[VERSION_FIELD] ?? 0;
  if (typeof version !== 'number' || version > LEDGER_VERSION) return null;
  return STEPS.slice(version).reduce((shard, step) => step(shard), stored);
}
