import type { Box } from '../../../src/domain/values/a1';
import type { Pattern } from '../../formulas/engine';

/** A conditional-format rule as the model keeps it; ranges move with inserted and deleted rows and columns. */
export interface ConditionalRule {
  ranges: Box[];
  readonly condition: BooleanRule | null;
  readonly gradient: GradientRule | null;
}

export interface BooleanRule {
  /** A name of SpreadsheetApp.BooleanCriteria. */
  readonly criterion: string;
  /** Dates are serials; relative dates their SpreadsheetApp.RelativeDate name. */
  readonly args: readonly (string | number)[];
  /** For CUSTOM_FORMULA, relative to the first range's top left cell. */
  pattern: Pattern | null;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly strikethrough: boolean | null;
  readonly underline: boolean | null;
}

export type Interpolation = 'MIN' | 'MAX' | 'NUMBER' | 'PERCENT' | 'PERCENTILE';

export interface GradientPoint {
  readonly color: string;
  readonly type: Interpolation;
  readonly value: string;
}

export interface GradientRule {
  readonly min: GradientPoint;
  readonly mid: GradientPoint | null;
  readonly max: GradientPoint;
}
