import { displayText } from '../workbook/cells/numberFormat';
import { civilToSerial, serialToWall } from '../workbook/cells/serial';
import { CellError, type Scalar } from '../workbook/cells/value';
import { matcher } from './criteria';
import type { Evaluation } from './evaluate';
import { compare, toBoolean, toNumber, toText, VALUE_ERROR } from './operators';
import type { Node } from './parse';

type Call = (args: readonly Node[], e: Evaluation) => Scalar;

const NA = CellError.of('#N/A');
const REF = CellError.of('#REF!');
const isError = (value: unknown): value is CellError => value instanceof CellError;

function scalar(args: readonly Node[], index: number, e: Evaluation): Scalar {
  const node = args[index];
  return node ? e.scalar(node) : null;
}
function number(args: readonly Node[], index: number, e: Evaluation, otherwise = 0): number | CellError {
  return args[index] ? toNumber(scalar(args, index, e)) : otherwise;
}
function text(args: readonly Node[], index: number, e: Evaluation): string | CellError {
  return toText(scalar(args, index, e), e.decimal);
}
/** Lifts a function of numbers; the first error among the arguments is the result. */
function numeric(
  least: number,
  most: number,
  otherwise: readonly number[],
  f: (...n: number[]) => Scalar,
): Call {
  return (args, e) => {
    if (args.length < least || args.length > most) return NA;
    const numbers: number[] = [];
    for (let i = 0; i < most; i++) {
      const value = number(args, i, e, otherwise[i] ?? 0);
      if (isError(value)) return value;
      numbers.push(value);
    }
    const result = f(...numbers);
    return typeof result === 'number' && !Number.isFinite(result) ? CellError.of('#NUM!') : result;
  };
}
function textual(f: (text: string, e: Evaluation, args: readonly Node[]) => Scalar): Call {
  return (args, e) => {
    if (args.length === 0) return NA;
    const value = text(args, 0, e);
    return isError(value) ? value : f(value, e, args);
  };
}
/** Folds numbers: of ranges only numbers count, of single arguments whatever reads as a number. */
function aggregate(f: (numbers: number[]) => Scalar): Call {
  return (args, e) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const fault = e.each(arg, (value, inRange) => {
        if (isError(value)) return value;
        if (inRange && typeof value !== 'number') return null;
        const one = toNumber(value);
        if (isError(one)) return one;
        numbers.push(one);
        return null;
      });
      if (fault) return fault;
    }
    return f(numbers);
  };
}
function logical(start: boolean, stop: boolean): Call {
  return (args, e) => {
    let result = start;
    for (const arg of args) {
      const fault = e.each(arg, (value, inRange) => {
        if (inRange && (value === null || typeof value === 'string')) return null;
        const one = toBoolean(value);
        if (isError(one)) return one;
        if (one === stop) result = stop;
        return null;
      });
      if (fault) return fault;
    }
    return result;
  };
}
function roundBy(f: (value: number) => number) {
  return (value: number, places: number) => {
    const scale = 10 ** Math.trunc(places);
    // Rounding half away from zero, on the decimal a person sees rather than on the binary one.
    return (Math.sign(value) * f(Number((Math.abs(value) * scale).toPrecision(15)))) / scale;
  };
}
const test =
  (f: (value: Scalar) => boolean): Call =>
  (args, e) =>
    args.length === 1 ? f(scalar(args, 0, e)) : NA;

function count(
  args: readonly Node[],
  e: Evaluation,
  counts: (value: Scalar, inRange: boolean) => boolean,
): number {
  let total = 0;
  for (const arg of args) {
    e.each(arg, (value, inRange) => {
      if (counts(value, inRange)) total++;
      return null;
    });
  }
  return total;
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** The functions that the host computes itself; all others go to the engine. */
export const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  [
    'IF',
    (args, e) => {
      if (args.length < 2 || args.length > 3) return NA;
      const condition = toBoolean(scalar(args, 0, e));
      if (isError(condition)) return condition;
      if (condition) return scalar(args, 1, e);
      return args.length === 3 ? scalar(args, 2, e) : false;
    },
  ],
  [
    'IFS',
    (args, e) => {
      for (let i = 0; i + 1 < args.length; i += 2) {
        const condition = toBoolean(scalar(args, i, e));
        if (isError(condition)) return condition;
        if (condition) return scalar(args, i + 1, e);
      }
      return NA;
    },
  ],
  ['AND', logical(true, false)],
  ['OR', logical(false, true)],
  [
    'NOT',
    (args, e) => {
      const value = toBoolean(scalar(args, 0, e));
      return isError(value) ? value : !value;
    },
  ],
  ['TRUE', () => true],
  ['FALSE', () => false],
  [
    'IFERROR',
    (args, e) => {
      const value = scalar(args, 0, e);
      return isError(value) ? scalar(args, 1, e) : value;
    },
  ],
  [
    'IFNA',
    (args, e) => {
      const value = scalar(args, 0, e);
      return value === NA ? scalar(args, 1, e) : value;
    },
  ],
  ['ISNUMBER', test((value) => typeof value === 'number')],
  ['ISTEXT', test((value) => typeof value === 'string')],
  ['ISLOGICAL', test((value) => typeof value === 'boolean')],
  ['ISERROR', test(isError)],
  ['ISNA', test((value) => value === NA)],
  // https://support.google.com/docs/answer/6270316 : of a range only its first cell is looked at.
  ['ISFORMULA', (args, e) => (args[0] ? e.isFormula(args[0]) : NA)],
  ['ISBLANK', (args, e) => (args[0] ? e.isBlank(args[0]) : NA)],
  ['NA', () => NA],
  [
    'N',
    (args, e) => {
      const value = scalar(args, 0, e);
      return typeof value === 'string' ? 0 : toNumber(value);
    },
  ],
  ['INT', numeric(1, 1, [], Math.floor)],
  ['ABS', numeric(1, 1, [], Math.abs)],
  ['SIGN', numeric(1, 1, [], Math.sign)],
  ['MOD', numeric(2, 2, [], (a, b) => (b === 0 ? CellError.of('#DIV/0!') : a - b * Math.floor(a / b)))],
  ['ROUND', numeric(1, 2, [0, 0], roundBy(Math.round))],
  ['ROUNDUP', numeric(1, 2, [0, 0], roundBy(Math.ceil))],
  ['ROUNDDOWN', numeric(1, 2, [0, 0], roundBy(Math.floor))],
  ['SUM', aggregate(sum)],
  ['MIN', aggregate((n) => (n.length === 0 ? 0 : n.reduce((a, b) => (b < a ? b : a))))],
  ['MAX', aggregate((n) => (n.length === 0 ? 0 : n.reduce((a, b) => (b > a ? b : a))))],
  ['AVERAGE', aggregate((n) => (n.length === 0 ? CellError.of('#DIV/0!') : sum(n) / n.length))],
  [
    'COUNT',
    (args, e) =>
      count(args, e, (value, inRange) =>
        inRange ? typeof value === 'number' : !isError(value) && !isError(toNumber(value)),
      ),
  ],
  ['COUNTA', (args, e) => count(args, e, (value) => value !== null)],
  ['COUNTBLANK', (args, e) => count(args, e, (value) => value === null || value === '')],
  [
    'COUNTIF',
    (args, e) => {
      const [range, criterion] = args;
      if (!range || !criterion) return NA;
      const matches = matcher(e.scalar(criterion));
      return count([range], e, matches);
    },
  ],
  // Plain spaces only: «whitespace or non-breaking space will not be trimmed»
  // (https://support.google.com/docs/answer/3094140).
  ['TRIM', textual((value) => value.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' '))],
  ['LEN', textual((value) => value.length)],
  // https://support.google.com/docs/answer/3094215 : case matters; every occurrence, or the one of that number.
  [
    'SUBSTITUTE',
    textual((value, e, args) => {
      const [from, to] = [text(args, 1, e), text(args, 2, e)];
      if (isError(from)) return from;
      if (isError(to)) return to;
      if (from === '') return value;
      const parts = value.split(from);
      if (args.length < 4) return parts.join(to);
      const nth = number(args, 3, e, 1);
      if (isError(nth)) return nth;
      const before = Math.floor(nth);
      if (before < 1) return VALUE_ERROR;
      return before >= parts.length
        ? value
        : `${parts.slice(0, before).join(from)}${to}${parts.slice(before).join(from)}`;
    }),
  ],
  ['UPPER', textual((value) => value.toUpperCase())],
  ['LOWER', textual((value) => value.toLowerCase())],
  [
    'LEFT',
    textual((value, e, args) => {
      const size = number(args, 1, e, 1);
      return isError(size) ? size : size < 0 ? VALUE_ERROR : value.slice(0, size);
    }),
  ],
  [
    'RIGHT',
    textual((value, e, args) => {
      const size = number(args, 1, e, 1);
      return isError(size) ? size : size < 0 ? VALUE_ERROR : size < 1 ? '' : value.slice(-size);
    }),
  ],
  [
    'MID',
    textual((value, e, args) => {
      const from = number(args, 1, e);
      const size = number(args, 2, e);
      if (isError(from)) return from;
      if (isError(size)) return size;
      return from < 1 || size < 0 ? VALUE_ERROR : value.slice(from - 1, from - 1 + size);
    }),
  ],
  [
    'REPT',
    textual((value, e, args) => {
      const times = number(args, 1, e);
      return isError(times) ? times : times < 0 ? VALUE_ERROR : value.repeat(times);
    }),
  ],
  ['EXACT', textual((value, e, args) => value === text(args, 1, e))],
  ['HYPERLINK', (args, e) => scalar(args, args.length > 1 ? 1 : 0, e)],
  [
    'T',
    (args, e) => {
      const value = scalar(args, 0, e);
      return typeof value === 'string' || isError(value) ? value : '';
    },
  ],
  [
    'CONCATENATE',
    (args, e) => {
      let result = '';
      for (const arg of args) {
        const fault = e.each(arg, (value) => {
          const one = toText(value, e.decimal);
          if (isError(one)) return one;
          result += one;
          return null;
        });
        if (fault) return fault;
      }
      return result;
    },
  ],
  ['TODAY', (_args, e) => e.today],
  ['NOW', (_args, e) => e.now],
  [
    'DATE',
    numeric(3, 3, [], (year, month, day) =>
      civilToSerial(year < 1900 ? year + 1900 : Math.trunc(year), Math.trunc(month), Math.trunc(day)),
    ),
  ],
  ['YEAR', numeric(1, 1, [], (serial) => serialToWall(serial).year)],
  ['MONTH', numeric(1, 1, [], (serial) => serialToWall(serial).month)],
  ['DAY', numeric(1, 1, [], (serial) => serialToWall(serial).day)],
  [
    'TEXT',
    (args, e) => {
      const value = scalar(args, 0, e);
      const format = text(args, 1, e);
      if (isError(value)) return value;
      if (isError(format)) return format;
      return typeof value === 'string' ? value : displayText(value ?? 0, format, e.locale);
    },
  ],
  // https://support.google.com/docs/answer/3093316 and …/3093373: of a range the first row or column.
  ['ROW', place((at) => at.row)],
  ['COLUMN', place((at) => at.col)],
  // https://support.google.com/docs/answer/3093382 and …/3093374: of a whole column all rows of the grid.
  ['ROWS', size((at) => at.rows)],
  ['COLUMNS', size((at) => at.cols)],
  [
    // https://support.google.com/docs/answer/3093378: 0 is an exact match, 1 (the default) and -1 want a sorted range.
    'MATCH',
    (args, e) => {
      const [range] = args.slice(1);
      const wanted = scalar(args, 0, e);
      const order = number(args, 2, e, 1);
      if (isError(wanted)) return wanted;
      if (isError(order) || range === undefined) return NA;
      const fits = order === 0 ? matcher(wanted) : null;
      let [at, found] = [0, 0];
      const fault = e.each(range, (value) => {
        at += 1;
        if (fits !== null) {
          if (found === 0 && fits(value)) found = at;
        } else if (value !== null && typeof value === typeof wanted && compare(value, wanted) * order <= 0) {
          found = at;
        }
        return null;
      });
      return fault ?? (found === 0 ? NA : found);
    },
  ],
]);

/** Where a reference points, or where the formula stands; an error such as a reference that is gone stays one. */
function place(line: (at: { row: number; col: number }) => number): Call {
  return ([node], e) => {
    const value = node !== undefined && node.type !== 'ref' ? e.scalar(node) : null;
    return isError(value) ? value : line(e.position(node));
  };
}

function size(of: (grid: { rows: number; cols: number }) => number): Call {
  return ([node], e) => {
    if (node?.type === 'ref') {
      const grid = e.gridOf(node);
      return grid === null ? REF : of(grid);
    }
    const value = node === undefined ? NA : e.scalar(node);
    return isError(value) ? value : 1;
  };
}
