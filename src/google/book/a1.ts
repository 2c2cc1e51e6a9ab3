/** Cells by their names. */

/** «E15» is row 15, column 5; null for anything else. */
export function cellNumbers(cell: string): { readonly row: number; readonly column: number } | null {
  const place = /^([A-Z]+)(\d+)$/.exec(cell);
  return place ? { row: Number(place[2]), column: columnNumber(place[1] ?? '') } : null;
}

/** Column letters to a number: A is 1, AA is 27. */
export const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
