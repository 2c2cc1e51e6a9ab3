/** Some cells of one row, written by a person's press: asked about, and written in as few calls as there are stretches. */
import { cellName } from '../../domain/values/a1';
import type { Cell } from '../../domain/values/cell';
import { textValue } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Neighbouring columns, the first from 0. */
export interface Stretch {
  readonly first: number;
  readonly count: number;
}

export class RowCells {
  private readonly whole: Range;
  private readonly parts: readonly Range[];
  private readonly left: number;

  /** Stretches from left to right, one at least. One call for one, two for several. */
  constructor(
    sheet: Sheet,
    row: number,
    private readonly stretches: readonly Stretch[],
  ) {
    const name = (first: number, last: number) => `${cellName(row, first + 1)}:${cellName(row, last + 1)}`;
    const ends = stretches.map(({ first, count }) => first + count - 1);
    this.left = stretches[0]?.first ?? 0;
    if (stretches.length === 1) {
      this.whole = sheet.getRange(row, this.left + 1, 1, stretches[0]?.count ?? 1);
      this.parts = [this.whole];
      return;
    }
    const names = stretches.map(({ first }, index) => name(first, ends[index] ?? first));
    const ranges = sheet.getRangeList([name(this.left, Math.max(...ends)), ...names]).getRanges();
    this.whole = ranges[0] as Range;
    this.parts = ranges.slice(1);
  }

  /** One call; more only where a column between the stretches is closed to this person. */
  canEdit(): boolean {
    return this.whole.canEdit() || (this.parts.length > 1 && this.parts.every((part) => part.canEdit()));
  }

  /** Indexes (from 0) of columns whose cell holds a formula. One call. */
  formulas(): Set<number> {
    const [row = []] = this.whole.getFormulas();
    return new Set(row.flatMap((formula, index) => (formula === '' ? [] : [this.left + index])));
  }

  /** Writes the stretches that hold any of these columns; `cells` gives the cell of each column. A call for each. */
  write(columns: ReadonlySet<number>, cells: (column: number) => Cell): void {
    this.stretches.forEach(({ first, count }, index) => {
      const own = Array.from({ length: count }, (_, offset) => first + offset);
      if (!own.some((column) => columns.has(column))) return;
      this.parts[index]?.setValues([own.map((column) => textValue(cells(column)))]);
    });
  }
}

/**
 * Puts a cell back as it was; row and column from 0. A cell of a column of formulas gets that of another row: between
 * rows they differ in nothing (R1C1).
 */
export function putBack(
  sheet: Sheet,
  { row, column }: { readonly row: number; readonly column: number },
  was: Cell,
  isFormula: boolean,
): void {
  const range = sheet.getRange(row + 1, column + 1);
  const other = isFormula ? sheet.getRange(row === 1 ? 3 : row, column + 1).getFormulaR1C1() : '';
  if (other) range.setFormulaR1C1(other);
  else range.setValue(textValue(was));
}
