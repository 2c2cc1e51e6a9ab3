/** Figures to the right, and the header over them; everything else to the left. */

import { HEADING_MARK, pages } from '../../messages/tabs/pages';
import type { PageCell, PageRow } from './page';

export type Side = 'left' | 'right';

const isFigure = (cell: PageCell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && pages.figure.test(cell));

const isHeading = (row: PageRow | undefined): boolean => String(row?.[0] ?? '').startsWith(HEADING_MARK);

/** One side a cell, for `height` rows. */
export function sidesOf(rows: readonly PageRow[], height: number, columns: number): Side[][] {
  return Array.from({ length: height }, (_, at) =>
    Array.from({ length: columns }, (_unused, column): Side => {
      if (isHeading(rows[at - 1])) return isFigure(firstBelow(rows, at, column)) ? 'right' : 'left';
      return isFigure(rows[at]?.[column]) ? 'right' : 'left';
    }),
  );
}

/** The first cell of the table under the header that is not blank. */
function firstBelow(rows: readonly PageRow[], header: number, column: number): PageCell | undefined {
  for (let at = header + 1; at < rows.length && (rows[at]?.length ?? 0) > 0; at += 1) {
    const cell = rows[at]?.[column];
    if (cell !== undefined && cell !== '') return cell;
  }
  return undefined;
}
