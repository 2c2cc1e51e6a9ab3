/** A form begun and not sent: what was typed, and over what. */
import { type Cell, cellText } from '../values/cell';
import { fingerprint } from '../values/fingerprint';

/** What a person typed over one cell and did not send. */
export interface DraftEntry {
  readonly text: string;
  /** {@link printOf} the cell that it was typed over: another one now means that somebody wrote there meanwhile. */
  readonly over: string;
}

/** By column id. */
export type Draft = Readonly<Record<string, DraftEntry>>;

/** Tells two cells apart without holding what stands in them. */
export const printOf = (cell: Cell): string => fingerprint(cellText(cell));
