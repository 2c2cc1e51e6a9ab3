/** What the page tells a program that looks at it, such as a test: the grid is a canvas, which shows it nothing. */

export interface CellSeen {
  readonly text: string;
  readonly background: string;
  readonly color: string;
  readonly bold: boolean;
  readonly note: string | null;
}

export interface PageInspection {
  /** Whether the rows on the screen are drawn. */
  drawn(): boolean;
  /** Whether the book is there and all rows of the tab in front are loaded. */
  ready(): boolean;
  sheet(): string;
  /** Text and colours of a cell of the tab in front. */
  cell(a1: string): CellSeen;
  select(a1: string): void;
  /** Whether the cell is the selected one and the page has heard what may be done with it. */
  knows(a1: string): boolean;
  /** Middle of a cell inside the window, for the mouse; null where it is not on the screen. */
  point(a1: string): { x: number; y: number } | null;
  /** Edges of a cell inside the window, also where it is not on the screen. */
  rect(a1: string): { left: number; top: number; width: number; height: number };
  /** Edges, inside the window, of the part of the grid that scrolls: below the frozen rows. */
  area(): { left: number; top: number; width: number; height: number };
}
