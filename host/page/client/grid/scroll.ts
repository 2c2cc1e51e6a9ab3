/** What of a tab is on the screen, and how a place is brought there. */
import type { SpreadsheetSkeleton, Viewport } from '@univerjs/engine-render';
import type { Box } from '../../../../src/domain/values/a1';
import type { SheetShown } from '../../protocol/protocol';

/** The tab in front as the display has laid it out. */
export interface Laid {
  readonly skeleton: SpreadsheetSkeleton;
  readonly viewport: Viewport;
  readonly sheet: SheetShown;
  /** Of the grid's element, pixels. */
  readonly width: number;
  readonly height: number;
}

/** `near` moves no further than needed; `top` puts what is not wholly seen right under the frozen rows. */
export type How = 'near' | 'top';

/** Thickness of the scroll bars that lie over the grid's edges. */
const BAR = 12;

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a cell would stand were nothing scrolled. */
function unscrolled({ skeleton }: Laid, row: number, col: number): Edges {
  const cell = skeleton.getCellWithCoordByIndex(row - 1, col - 1);
  const { startX, startY, endX, endY } = cell.mergeInfo ?? cell;
  return { left: startX, top: startY, right: endX, bottom: endY };
}

/** Edges of the part of the grid that scrolls: below the frozen rows, right of the frozen columns. */
export function scrolledPart(laid: Laid): Edges {
  const { sheet, width, height } = laid;
  const first = unscrolled(laid, 1, 1);
  const frozen = unscrolled(laid, Math.max(sheet.frozenRows, 1), Math.max(sheet.frozenColumns, 1));
  return {
    left: sheet.frozenColumns > 0 ? frozen.right : first.left,
    top: sheet.frozenRows > 0 ? frozen.bottom : first.top,
    right: width - BAR,
    bottom: height - BAR,
  };
}

/** Where the names of rows and columns end. */
export const headsOf = (laid: Laid): { readonly left: number; readonly top: number } =>
  unscrolled(laid, 1, 1);

/** Where a cell stands inside the grid's element. */
export function edgesOf(laid: Laid, row: number, col: number): Edges {
  const { viewport, sheet } = laid;
  const { left, top, right, bottom } = unscrolled(laid, row, col);
  const x = col > sheet.frozenColumns ? viewport.viewportScrollX : 0;
  const y = row > sheet.frozenRows ? viewport.viewportScrollY : 0;
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
}

/** Scrolls until the box is on the screen, or as much of it as fits, its first cell first. */
export function reveal(laid: Laid, box: Box, how: How): void {
  const { viewport, sheet } = laid;
  const part = scrolledPart(laid);
  const first = unscrolled(laid, box.row, box.col);
  const last = unscrolled(laid, box.row + box.rows - 1, box.col + box.cols - 1);
  const along = (scroll: number, from: number, to: number, start: number, end: number, wanted: How) => {
    const fits = to - from <= end - start;
    const hidden = from - scroll < start || (fits ? to : from) - scroll > (fits ? end : end - 1);
    if (!hidden) return scroll;
    return wanted === 'near' && fits && from - scroll >= start ? to - end : from - start;
  };
  const { viewportScrollX, viewportScrollY } = viewport;
  const y =
    box.row <= sheet.frozenRows
      ? viewportScrollY
      : along(viewportScrollY, first.top, last.bottom, part.top, part.bottom, how);
  const x =
    box.col <= sheet.frozenColumns
      ? viewportScrollX
      : along(viewportScrollX, first.left, last.right, part.left, part.right, 'near');
  if (x !== viewportScrollX || y !== viewportScrollY)
    viewport.scrollToViewportPos({ viewportScrollX: x, viewportScrollY: y });
}

/** The row at this height inside the grid's element, from 1. */
function rowAt({ skeleton, viewport }: Laid, top: number): number {
  const sums = skeleton.rowHeightAccumulation;
  const wanted = top + viewport.viewportScrollY - skeleton.columnHeaderHeightAndMarginTop;
  let [low, high] = [0, Math.max(sums.length - 1, 0)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

/** Rows in the part that scrolls, from 1. */
export function rowsSeen(laid: Laid): { from: number; to: number } {
  const { top, bottom } = scrolledPart(laid);
  return { from: rowAt(laid, top), to: rowAt(laid, bottom) };
}

/** The row at the upper edge, and how far it is scrolled over it. */
export interface Anchor {
  readonly row: number;
  readonly over: number;
}

export function anchorOf(laid: Laid): Anchor {
  const { from } = rowsSeen(laid);
  return {
    row: from,
    over: laid.viewport.viewportScrollY + scrolledPart(laid).top - unscrolled(laid, from, 1).top,
  };
}

/** The same row at the same place, however the rows above it have grown. */
export function keep(laid: Laid, { row, over }: Anchor): void {
  const { viewport } = laid;
  const viewportScrollY = unscrolled(laid, row, 1).top + over - scrolledPart(laid).top;
  if (viewportScrollY !== viewport.viewportScrollY)
    viewport.scrollToViewportPos({ viewportScrollX: viewport.viewportScrollX, viewportScrollY });
}
