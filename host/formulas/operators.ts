import { CellError, type Scalar } from '../workbook/cells/value';

export const VALUE_ERROR = CellError.of('#VALUE!');

/**
 * A number out of any value: blank is 0, text is read as a plain number, else #VALUE!. Text that looks like a
 * date is not read (Sheets does; the host's formulas hold dates as numbers already).
 */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  const text = value.trim().replace(',', '.');
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? VALUE_ERROR : number;
}

export function toText(value: Scalar, decimal: string): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof CellError) return value;
  return String(Number(value.toPrecision(15))).replace('.', decimal);
}

export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof CellError) return value;
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : VALUE_ERROR;
}

const rank = (value: Scalar) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

/**
 * Order of two values: numbers before text before booleans; text without regard to case; a blank equals 0, ""
 * and FALSE (https://support.google.com/docs/answer/3093567 says only that EQ compares; the order across kinds
 * is unconfirmed and follows the engine and Excel).
 */
export function compare(left: Scalar, right: Scalar): number {
  const a = left === null ? blankLike(right) : left;
  const b = right === null ? blankLike(left) : right;
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') {
    const x = a.toLowerCase();
    const y = b.toLowerCase();
    return x === y ? 0 : collator.compare(x, y) || (x < y ? -1 : 1);
  }
  return a === b ? 0 : Number(a) < Number(b) ? -1 : 1;
}

function blankLike(other: Scalar): Scalar {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

export function operate(op: string, left: Scalar, right: Scalar, decimal: string): Scalar {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  switch (op) {
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    case '&': {
      const a = toText(left, decimal);
      const b = toText(right, decimal);
      return a instanceof CellError ? a : b instanceof CellError ? b : a + b;
    }
    default:
      return arithmetic(op, toNumber(left), toNumber(right));
  }
}

function arithmetic(op: string, a: number | CellError, b: number | CellError): Scalar {
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (op === '/' && b === 0) return CellError.of('#DIV/0!');
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : op === '/' ? a / b : a ** b;
  return Number.isFinite(result) ? result : CellError.of('#NUM!');
}
