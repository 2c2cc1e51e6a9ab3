import type { Workbook } from '../workbook/grid/workbook';

/**
 * A link inside a book: `#gid=<sheet id>&range=<A1>` in Sheets (common usage, unconfirmed), a location
 * `'Sheet'!A1` in .xlsx. Sheet ids are the book's own; the file knows names only.
 */

/** The location of an internal link, null for any other link. */
export function toLocation(link: string, workbook: Workbook): string | null {
  const match =
    /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit)?#gid=(\d+)(?:&range=([^&]+))?$/.exec(
      link,
    );
  if (!match) return null;
  const name = workbook.nameOf(Number(match[1]));
  if (name === null) return null;
  return `'${name.replaceAll("'", "''")}'!${match[2] ?? 'A1'}`;
}

/** The internal link of a location, null when its sheet is not in the book. */
export function fromLocation(location: string, workbook: Workbook): string | null {
  const match = /^#?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(location);
  if (!match) return null;
  const id = workbook.idOf((match[1] ?? match[2] ?? '').replaceAll("''", "'"));
  return id === null ? null : `#gid=${id}&range=${(match[3] ?? 'A1').replaceAll('$', '')}`;
}

/** Swaps whole string literals that are internal links, as HYPERLINK has them, in a formula without its `=`. */
export function swapLinks(formula: string, swap: (link: string) => string | null): string {
  if (!formula.includes('"#')) return formula;
  return formula.replace(/"(#(?:[^"]|"")*)"/g, (all, link: string) => {
    const swapped = swap(link.replaceAll('""', '"'));
    return swapped === null ? all : `"${swapped.replaceAll('"', '""')}"`;
  });
}
