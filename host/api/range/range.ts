import { type Box, intersects } from '../../../src/domain/values/a1';
import { NotImplementedError, ScriptError } from '../../runtime/ports';
import { COPY_ALL, type CopyParts, copyCells } from '../../workbook/grid/copyCells';
import { sortRows } from '../../workbook/grid/sort';
import type { Mirror } from '../context';
import { EnumValue } from '../enums';
import { RangeGeometry } from './geometry';
import { RangeRules } from './rules';
import { TextFinder } from './textFinder';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

const NOTHING: CopyParts = {
  values: false,
  formulas: false,
  formats: false,
  validations: false,
  notes: false,
};
const PASTES: Readonly<Record<string, CopyParts>> = {
  PASTE_NORMAL: COPY_ALL,
  PASTE_FORMAT: { ...NOTHING, formats: true },
  PASTE_FORMULA: { ...NOTHING, values: true, formulas: true },
  PASTE_VALUES: { ...NOTHING, values: true },
  PASTE_DATA_VALIDATION: { ...NOTHING, validations: true },
};

/** A range of one sheet (https://developers.google.com/apps-script/reference/spreadsheet/range). */
export class Range
  extends RangeRules
  implements
    Mirror<
      GoogleRange,
      | 'clear'
      | 'clearContent'
      | 'clearFormat'
      | 'merge'
      | 'mergeAcross'
      | 'breakApart'
      | 'getMergedRanges'
      | 'isPartOfMerge'
      | 'copyTo'
      | 'sort'
      | 'createTextFinder'
    >
{
  createTextFinder(findText: string): TextFinder {
    return new TextFinder(this, findText);
  }

  clear(options?: {
    commentsOnly?: boolean | undefined;
    contentsOnly?: boolean | undefined;
    formatOnly?: boolean | undefined;
    validationsOnly?: boolean | undefined;
    skipFilteredRows?: boolean | undefined;
  }): this {
    const only = options ?? {};
    const some = only.contentsOnly || only.formatOnly || only.validationsOnly || only.commentsOnly;
    if (!some || only.contentsOnly) this.clearContent();
    if (!some || only.formatOnly) this.clearFormat();
    if (only.validationsOnly) this.clearDataValidations();
    if (only.commentsOnly) this.clearNote();
    return this;
  }
  clearContent(): this {
    const { col, cols } = this.writable();
    this.sheet.eachRow(this.box, (cells) => {
      const last = Math.min(col + cols - 1, Math.max(cells.values.length, cells.formulas?.length ?? 0));
      for (let c = col; c <= last; c++) this.sheet.setScalar(cells, c, null);
    });
    this.touched();
    return this;
  }
  clearFormat(): this {
    const { col, cols } = this.writable();
    this.sheet.eachRow(this.box, ({ styles }) => {
      if (styles) styles.fill(undefined, col - 1, col - 1 + cols);
    });
    // Conditional formats go with the formats (the page says "formatting information"; unconfirmed), they are kept here.
    return this;
  }

  merge(): this {
    this.writable();
    this.sheet.merges = this.sheet.merges.filter((box) => !intersects(box, this.box));
    this.keepFirst(this.box);
    if (this.box.rows * this.box.cols > 1) this.sheet.merges.push(this.box);
    return this;
  }
  mergeAcross(): this {
    this.writable();
    for (let row = this.box.row; row < this.box.row + this.box.rows; row++) {
      this.context.range(this.sheet, { ...this.box, row, rows: 1 }).merge();
    }
    return this;
  }
  breakApart(): this {
    this.writable();
    this.sheet.merges = this.sheet.merges.filter((box) => !intersects(box, this.box));
    return this;
  }
  getMergedRanges(): Range[] {
    return this.sheet.merges
      .filter((box) => intersects(box, this.box))
      .map((box) => this.context.range(this.sheet, box));
  }
  isPartOfMerge(): boolean {
    return this.sheet.merges.some((box) => intersects(box, this.box));
  }

  copyTo(destination: unknown, how?: unknown, transposed?: boolean): void {
    if (!(destination instanceof RangeGeometry)) throw new ScriptError('Invalid argument: destination');
    if (transposed) throw new NotImplementedError('Range.copyTo with transposed');
    const parts = pasteParts(how);
    const target = {
      ...destination.box,
      rows: Math.max(destination.box.rows, this.box.rows),
      cols: Math.max(destination.box.cols, this.box.cols),
    };
    this.refreshed();
    const into = this.context.range(destination.sheet, target);
    into.writable();
    copyCells(this.sheet, this.box, destination.sheet, target, parts);
  }

  /** `sort(2)`, `sort({column: 2, ascending: false})`, or a list of either; columns are the sheet's. */
  sort(sortSpecObj: unknown): this {
    const specs = Array.isArray(sortSpecObj) ? sortSpecObj : [sortSpecObj];
    this.writable();
    const keys = specs.map((spec: unknown) => {
      if (typeof spec === 'number') return { column: spec, ascending: true };
      const { column, ascending } = spec as { column: number; ascending?: boolean };
      return { column, ascending: ascending !== false };
    });
    sortRows(this.sheet, this.box, keys);
    return this;
  }

  /** Of merged cells only the top left one keeps its content. */
  private keepFirst(box: Box): void {
    this.eachCell((row, col) => {
      if (
        (row !== box.row || col !== box.col) &&
        (this.sheet.value(row, col) !== null || this.sheet.formula(row, col))
      ) {
        this.sheet.setScalar(this.sheet.row(row), col, null);
      }
    });
    this.touched();
  }
}

/** From a CopyPasteType, from `{contentsOnly, formatOnly}`, or from nothing. */
function pasteParts(how: unknown): CopyParts {
  if (how === undefined) return COPY_ALL;
  if (how instanceof EnumValue) {
    const parts = PASTES[how.name()];
    if (!parts) throw new NotImplementedError(`Range.copyTo with ${how}`);
    return parts;
  }
  const options = Object(how) as { contentsOnly?: unknown; formatOnly?: unknown };
  if (options.contentsOnly === true) return { ...NOTHING, values: true };
  return options.formatOnly === true ? { ...NOTHING, formats: true } : COPY_ALL;
}
