/** How each kind of generated page looks: widths that fit one screen at 100 % zoom, freezes, colours. */

import { pages } from '../../messages/tabs/pages';
import { type ColourRule, howToColours, issuesColours, pageColours } from '../rules/colours';
import { issuesSchema } from '../schemas/control';

/** How a kind of page looks; laid when its tab is made and when `Page.layout` changes. */
export interface PageLook {
  /** Pixels, one a column. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly colours: readonly ColourRule[];
  /** Rows from 1 whose text is larger, and whose height is fixed, in pixels. */
  readonly titleRow: number | null;
  /** Row from 1 that is painted as the header of a table. */
  readonly headerRow: number | null;
  readonly tallRow: { readonly row: number; readonly height: number } | null;
  /** Columns from 0 whose text wraps. */
  readonly wrapped: readonly number[];
}

const plain = {
  frozenRows: 0,
  frozenColumns: 0,
  colours: [],
  titleRow: null,
  headerRow: null,
  tallRow: null,
  wrapped: [],
} as const;

export const summaryLook = (): PageLook => ({
  ...plain,
  widths: [255, 95, 88, 70, 105, 95, 95, 75, 105, 105, 105, 80],
  frozenRows: 2,
  frozenColumns: 1,
  colours: pageColours(),
  titleRow: 1,
  wrapped: [0],
});

export const overallLook = (): PageLook => ({
  ...summaryLook(),
  widths: [...summaryLook().widths, 240],
  colours: pageColours([pages.header.book]),
});

/** Screens are about 1,280 px wide: the more stages, the narrower their columns and the names before them. */
const SCREEN = 1280;
const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, Math.floor(value)));
const nameWidth = (columns: number): number => clamp(SCREEN - 100 * columns, 235, 290);
const stageWidth = (columns: number): number => clamp((SCREEN - nameWidth(columns)) / columns, 64, 110);

const MATRIX_HEADER_ROW = 14;

export const districtLook = (columns: number): PageLook => ({
  ...plain,
  widths: [nameWidth(columns - 1), ...Array.from({ length: columns - 1 }, () => stageWidth(columns - 1))],
  frozenRows: 2,
  frozenColumns: 1,
  colours: pageColours(),
  titleRow: 1,
  tallRow: { row: MATRIX_HEADER_ROW, height: 92 },
  wrapped: [0],
});

export const howToLook = (): PageLook => ({
  ...plain,
  widths: [560, 200, 110],
  colours: howToColours(),
  titleRow: 1,
  wrapped: [0],
});

export const issuesLook = (): PageLook => ({
  ...plain,
  widths: issuesSchema.columns.map((column) => column.width),
  frozenRows: 1,
  headerRow: 1,
  wrapped: [2, 3, 4, 5, 6, 7],
  colours: issuesColours(),
});
