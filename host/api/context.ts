import type { Box } from '../../src/domain/values/a1';
import { type Execution, ScriptError } from '../runtime/ports';
import type { Drive, DriveFile } from '../services/storage/drive';
import { serialToEpoch } from '../workbook/cells/serial';
import { CellError, type Scalar } from '../workbook/cells/value';
import type { SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';
import { mayEditBox } from '../workbook/rules/protection';
import type { Sheet } from './book/sheet';
import type { Spreadsheet } from './book/spreadsheet';
import type { Range } from './range/range';

export interface Hooks {
  getUi(): unknown;
}

/**
 * The named methods of a Google class, so that a missing or renamed method and changed parameters are compile
 * errors. Results are left open: the host's classes hold fewer methods than Google's.
 */
export type Mirror<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => unknown ? (...args: A) => unknown : never;
};

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const NO_ACCESS = 'You do not have permission to access the requested document.';

/** What every object of one execution shares. Objects make each other through it. */
export class Context {
  constructor(
    readonly drive: Drive,
    readonly execution: Execution,
    readonly hooks: Hooks,
    private readonly classes: {
      Range: new (context: Context, sheet: SheetModel, box: Box) => Range;
      Sheet: new (context: Context, model: SheetModel) => Sheet;
      Spreadsheet: new (context: Context, file: DriveFile) => Spreadsheet;
    },
  ) {}

  range(sheet: SheetModel, box: Box): Range {
    return new this.classes.Range(this, sheet, box);
  }
  sheet(model: SheetModel): Sheet {
    return new this.classes.Sheet(this, model);
  }
  spreadsheet(file: DriveFile): Spreadsheet {
    return new this.classes.Spreadsheet(this, file);
  }

  file(workbook: Workbook): DriveFile {
    const file = this.drive.get(workbook.id);
    if (!file?.canView(this.execution.user)) throw new ScriptError(NO_ACCESS);
    return file;
  }

  requireEditor(workbook: Workbook): DriveFile {
    const file = this.file(workbook);
    if (!file.canEdit(this.execution.user)) throw new ScriptError(PROTECTED);
    return file;
  }

  requireEdit(sheet: SheetModel, box: Box): void {
    const file = this.file(sheet.workbook);
    if (!mayEditBox(sheet, box, this.execution.user, file)) throw new ScriptError(PROTECTED);
  }

  /** For changes of the sheet as a whole: allowed unless the sheet itself is protected from the user. */
  requireSheet(sheet: SheetModel): void {
    const file = this.requireEditor(sheet.workbook);
    const bare = sheet.protections.filter((protection) => protection.type === 'SHEET');
    if (bare.length > 0 && !mayEditBox(sheet, sheet.grid, this.execution.user, file))
      throw new ScriptError(PROTECTED);
  }

  date(epoch: number): Date {
    return new this.execution.Date(epoch);
  }

  /** A cell's value as a script gets it: blanks are '', errors their text, dates of the script's own realm. */
  scriptValue(sheet: SheetModel, row: number, col: number, value: Scalar): unknown {
    if (value === null) return '';
    if (typeof value === 'number') {
      return sheet.isDate(row, col) ? this.date(serialToEpoch(value, sheet.workbook.timeZone)) : value;
    }
    return value instanceof CellError ? value.code : value;
  }
}

/** Google's text for arguments of the wrong kind. */
function badSignature(kinds: string, method: string): ScriptError {
  return new ScriptError(`The parameters (${kinds}) don't match the method signature for ${method}.`);
}

export function requireInteger(value: unknown, method: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw badSignature(typeof value, method);
  return Math.trunc(value);
}
