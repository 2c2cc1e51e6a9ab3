/** The errors a formula can give (https://support.google.com/docs/answer/3238305). */
export type ErrorCode = '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#ERROR!';

/** An error as a cell's value. Scripts see its code as a string. */
export class CellError {
  private constructor(readonly code: ErrorCode) {}
  private static readonly known = new Map<string, CellError>();
  static of(code: ErrorCode): CellError {
    let error = CellError.known.get(code);
    if (!error) {
      error = new CellError(code);
      CellError.known.set(code, error);
    }
    return error;
  }
}

/** What a cell holds: dates are serial numbers under a date format, null is a blank cell. */
export type Scalar = string | number | boolean | null | CellError;

const CODES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERROR!'] as const;

export function errorOf(text: string): CellError | null {
  const code = CODES.find((known) => known === text);
  return code ? CellError.of(code) : null;
}
