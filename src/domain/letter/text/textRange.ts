/** A range of the letter's text. */
import type { Token } from './tokens';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the tokens from `from` to `next`. */
export const rangeOf = (tokens: readonly Token[], from: number, next: number): TextRange => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[next - 1]?.end ?? tokens[from]?.start ?? 0,
});
