/** Estimates of how wide text is, on the safe side for the fonts that stand in for Arial. */

const PIXELS_A_POINT = 4 / 3;
/** Of the size of the letters: the widest words of our headers in bold DejaVu Sans. */
const BOLD_LETTER = 0.72;
const PADDING = 8;

const letter = (points: number): number => points * PIXELS_A_POINT * BOLD_LETTER;

/** How many bold letters fit one line of a column. */
export const lettersIn = (width: number, points: number): number =>
  Math.floor((width - PADDING) / letter(points));

/** How wide a column must be for a bold word of so many letters, pixels. */
export const widthFor = (letters: number, points: number): number =>
  Math.ceil(letters * letter(points) + PADDING);
