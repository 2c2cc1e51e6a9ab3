/** How each kind of generated page looks: widths that fit one screen at 100 % zoom, freezes, colours. */

import { pages } from '../../messages/tabs/pages';
import { type ColourRule, howToColours, issuesColours, pageColours } from '../rules/colours';
import { MOST_FROZEN } from '../rules/frozen';
import { issuesSchema } from '../schemas/control';
import { stageWidth } from './matrix';
import { HEAD_ROWS } from './sections';

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

/** No header of these tables is cut off. */
const SUMMARY_WIDTHS = [MOST_FROZEN, 114, 96, 68, 122, 104, 112, 84, 105, 130, 122, 76];

export const summaryLook = (): PageLook => ({
  ...plain,
  widths: SUMMARY_WIDTHS,
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

/** Behind the head of the page and the heading of the matrix. */
const MATRIX_HEADER_ROW = HEAD_ROWS + 2;

/**
 * `headers`: the height of the matrix's header row, pixels. `alone`: the page of the only district, on which the
 * tables of «Сводка» stand below the matrix.
 */
export const districtLook = (columns: number, headers: number, alone = false): PageLook => ({
  ...plain,
  widths: [
    MOST_FROZEN,
    ...Array.from({ length: columns - 1 }, (_, index) =>
      Math.max(stageWidth(columns - 1), alone ? (SUMMARY_WIDTHS[index + 1] ?? 0) : 0),
    ),
  ],
  frozenRows: 2,
  frozenColumns: 1,
  colours: pageColours(),
  titleRow: 1,
  tallRow: { row: MATRIX_HEADER_ROW, height: headers },
  wrapped: [0],
});

export const howToLook = (): PageLook => ({
  ...plain,
  // On a phone the link and the organisation are both on the screen.
  widths: [84, 236, 200],
  colours: howToColours(),
  titleRow: 1,
  wrapped: [1, 2],
});

export const issuesLook = (): PageLook => ({
  ...plain,
  widths: issuesSchema.columns.map((column) => column.width),
  frozenRows: 1,
  headerRow: 1,
  wrapped: [2, 3, 4, 5, 6, 7],
  colours: issuesColours(),
});
