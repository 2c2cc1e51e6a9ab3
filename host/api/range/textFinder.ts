import { ScriptError } from '../../runtime/ports';
import type { Mirror } from '../context';
import type { Range } from './range';

/**
 * Replaces whole cells of a range whose text is exactly the one that is sought; other ways of searching are not
 * built (https://developers.google.com/apps-script/reference/spreadsheet/text-finder). What stands in a cell when
 * the call takes effect is what counts, not what the script read before.
 */
export class TextFinder
  implements
    Mirror<GoogleAppsScript.Spreadsheet.TextFinder, 'matchCase' | 'matchEntireCell' | 'replaceAllWith'>
{
  private wholeCell = false;
  private sameCase = false;

  constructor(
    private readonly range: Range,
    private readonly text: string,
  ) {}

  matchEntireCell(matchEntireCell: boolean): this {
    this.wholeCell = matchEntireCell;
    return this;
  }
  matchCase(matchCase: boolean): this {
    this.sameCase = matchCase;
    return this;
  }
  /** Gives how many cells were replaced. Formulas are not looked into. */
  replaceAllWith(replaceText: string): number {
    if (!this.wholeCell || !this.sameCase) {
      throw new ScriptError('TextFinder: the host replaces whole cells with matching case only.');
    }
    let replaced = 0;
    this.range.getDisplayValues().forEach((line, row) => {
      line.forEach((shown, column) => {
        if (shown !== this.text) return;
        const cell = this.range.getCell(row + 1, column + 1);
        if (cell.getFormula() !== '') return;
        cell.setValue(replaceText);
        replaced += 1;
      });
    });
    return replaced;
  }
}
