/** The edit event, read with as few calls as can be. https://developers.google.com/apps-script/guides/triggers/events */

import { DATE_FORMAT } from '../../domain/schema/columnTypes/date';
import { columnNumber } from '../../domain/values/a1';
import type { Cell } from '../../domain/values/cell';

type Range = GoogleAppsScript.Spreadsheet.Range;

export interface Edit {
  /** From 1. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
  /** Texts of the sheet's first row. */
  header(): string[];
  /** Values of the edited range; dates are left as a blank, they need no repair. */
  values(): Cell[][];
  /** Address of the person, lower case; '' where Google does not tell it. */
  who(): string;
  /** Writes one text beside each edited row. */
  mark(column: number, text: string): void;
  isDateColumn(index: number): boolean;
  /** Formulas of the edited range, '' where a cell holds none. */
  formulas(): string[][];
  /** Puts what a formula gives in its place, cell by cell where `wanted`; `known`: what the one edited cell holds. */
  keepResults(wanted: (row: number, column: number) => boolean, known: Cell): void;
  /** A short notice at the lower edge of the sheet, for the person who edits. */
  tell(text: string): void;
  /** Writes the cells that differ, run by run down each column, and no other; formulas are left alone. */
  writeChanged(
    before: readonly (readonly Cell[])[],
    after: readonly (readonly Cell[])[],
    formulas: readonly (readonly string[])[],
  ): void;
}

/** Null when there is nothing to look at. Whole columns and rows are left to the scheduled check. */
export function readEdit(event: GoogleAppsScript.Events.SheetsOnEdit): Edit | null {
  const { range } = event;
  if (!range) return null;
  const corners = cornersOf(range);
  if (!corners) return null;
  const { firstColumn, firstRow, lastColumn, lastRow } = corners;
  const sheet = range.getSheet();
  const single = lastColumn === firstColumn && lastRow === firstRow;
  return {
    firstRow,
    firstColumn,
    rows: lastRow - firstRow + 1,
    columns: lastColumn - firstColumn + 1,
    header: () => (sheet.getRange('1:1').getValues()[0] ?? []).map((value) => String(value)),
    who: () => (event.user?.getEmail() ?? '').toLowerCase(),
    mark: (column, text) => {
      sheet.getRange(firstRow, column, lastRow - firstRow + 1, 1).setValue(text);
    },
    values: () => (single && isPlain(event.value) ? [[event.value]] : range.getValues().map(asCells)),
    isDateColumn: (index) => (single ? range : range.getCell(1, index + 1)).getNumberFormat() === DATE_FORMAT,
    formulas: () => range.getFormulas(),
    keepResults: (wanted, known) => {
      const cells = Array.from({ length: lastRow - firstRow + 1 }, () =>
        Array.from({ length: lastColumn - firstColumn + 1 }, () => known),
      );
      const isKnown = single && (typeof known === 'number' || (typeof known === 'string' && known !== ''));
      writeRuns(range, cells, wanted, (target, run) => target.setValues(isKnown ? run : target.getValues()));
    },
    tell: (text) => event.source.toast(text, '', SECONDS_SHOWN),
    writeChanged: (before, after, formulas) =>
      writeRuns(range, after, (row, column) => {
        const own = (formulas[row]?.[column] ?? '') === '';
        return own && before[row]?.[column] !== after[row]?.[column];
      }),
  };
}

/** Of dates the event gives the serial number, as a number or as its text (unconfirmed which). */
const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const SECONDS_SHOWN = 12;

const asCells = (row: readonly unknown[]): Cell[] => row.map((value) => (isPlain(value) ? value : ''));

function writeRuns(
  range: Range,
  after: readonly (readonly Cell[])[],
  differs: (row: number, column: number) => boolean,
  write = (target: Range, run: (string | number)[][]) => target.setValues(run),
): void {
  const columns = after[0]?.length ?? 0;
  const single = after.length === 1 && columns === 1;
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < after.length; row += 1) {
      if (!differs(row, column)) continue;
      let end = row;
      while (end + 1 < after.length && differs(end + 1, column)) end += 1;
      const run = after.slice(row, end + 1).map((cells) => [cells[column] as string | number]);
      const target = single ? range : range.offset(row, column, run.length, 1);
      write(target, run);
      row = end;
    }
  }
}

interface Corners {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** From 1. The range of an event says where it lies without a call (unconfirmed); else it is asked. */
function cornersOf(range: Range): Corners | null {
  const { rowStart, columnStart, rowEnd, columnEnd } = range as unknown as Record<string, unknown>;
  if ([rowStart, columnStart, rowEnd, columnEnd].every((each) => typeof each === 'number')) {
    const [firstRow, firstColumn] = [Number(rowStart), Number(columnStart)];
    return { firstRow, firstColumn, lastRow: Number(rowEnd), lastColumn: Number(columnEnd) };
  }
  const place = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range.getA1Notation());
  if (!place) return null;
  const [firstColumn, firstRow] = [columnNumber(place[1] ?? 'A'), Number(place[2])];
  const lastColumn = place[3] ? columnNumber(place[3]) : firstColumn;
  return { firstRow, firstColumn, lastRow: place[4] ? Number(place[4]) : firstRow, lastColumn };
}
