/** A row as it was last seen and as it is now. */
import type { PairKey } from '../registry';
import type { CellPrints } from './cellMemory';

export interface ObservedRow {
  /** Data row, from 0. */
  readonly row: number;
  readonly pair: PairKey;
  readonly organisation: string;
  readonly known: CellPrints;
  readonly now: CellPrints;
  /** An earlier run did not count the row: whatever of it still stands elsewhere is not taken for an edit now. */
  readonly disputed: boolean;
}

/** A cell that stands in row `at` and was written in row `home`; data rows, from 0. */
export interface DisplacedCell {
  readonly column: string;
  readonly home: number;
  readonly at: number;
}
