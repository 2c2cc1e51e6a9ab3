/** A form begun and not sent: what was typed, and over what. */
import { type Cell, cellText } from '../values/cell';
import { fingerprint } from '../values/fingerprint';

/** What a person typed over one cell and did not send. */
export interface FormDraftEntry {
  readonly text: string;
  /** {@link fingerprintOf} the cell that it was typed over: a different one now means that somebody changed the cell meanwhile. */
  readonly over: string;
}

/** By column id. */
export type FormDraft = Readonly<Record<string, FormDraftEntry>>;

/** Tells two cells apart without holding what stands in them. */
export const fingerprintOf = (cell: Cell): string => fingerprint(cellText(cell));
