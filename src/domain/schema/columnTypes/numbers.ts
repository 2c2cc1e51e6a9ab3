/** Whole numbers, any numbers, and per cents from 0 to 100. */
import { type Cell, isBlank, numberOf } from '../../values/cell';
import { tidy } from '../../values/text';
import { AS_TEXT, type ColumnOptions, type ColumnTypeRecord, type ValidationSpec } from './columnType';

const MOST = 1_000_000_000;

const checking =
  (accepts: (value: number) => boolean): ColumnTypeRecord['check'] =>
  (cell) => {
    const value = numberOf(cell);
    if (value === null || !accepts(value)) return { code: 'notOfType' };
    return typeof cell === 'number' ? null : { code: 'numberAsText' };
  };

function between({ rules }: ColumnOptions, low: number, high: number): ValidationSpec {
  const rule = rules?.find((each) => each.kind === 'numberRange');
  return { kind: 'number', min: rule?.min ?? low, max: rule?.max ?? high };
}

export const numberType: ColumnTypeRecord = {
  ...AS_TEXT,
  holds: 'number',
  searched: false,
  summed: true,
  control: 'line',
  keyboard: 'decimal',
  numberFormat: () => '0.##',
  validation: (column) => between(column, -MOST, MOST),
  check: checking(Number.isFinite),
  read: numberOf,
  repair: (cell: Cell) => (typeof cell === 'string' ? numberOf(tidy(cell)) : null),
  same: (a, b) => isBlank(a) === isBlank(b) && numberOf(a) === numberOf(b),
};

export const integerType: ColumnTypeRecord = {
  ...numberType,
  numberFormat: () => '0',
  check: checking(Number.isInteger),
};

export const shareType: ColumnTypeRecord = {
  ...numberType,
  summed: false,
  validation: (column) => between(column, 0, 100),
  check: checking((value) => value >= 0 && value <= 100),
};
