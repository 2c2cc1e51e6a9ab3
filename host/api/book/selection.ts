import type { SheetModel } from '../../workbook/grid/sheet';
import type { Context, Mirror } from '../context';

/** What a person has selected (https://developers.google.com/apps-script/reference/spreadsheet/selection). */
export class Selection
  implements
    Mirror<GoogleAppsScript.Spreadsheet.Selection, 'getActiveRange' | 'getActiveSheet' | 'getCurrentCell'>
{
  constructor(
    private readonly context: Context,
    private readonly sheet: SheetModel,
  ) {}
  getActiveRange() {
    return this.context.range(this.sheet, this.sheet.selection);
  }
  getActiveSheet() {
    return this.context.sheet(this.sheet);
  }
  getCurrentCell() {
    return this.context.range(this.sheet, { ...this.sheet.selection, rows: 1, cols: 1 });
  }
}
