import { ScriptError } from '../../runtime/ports';
import type { Context, Mirror } from '../context';
import { ENUMS } from '../enums';
import { RichTextValueBuilder } from '../range/richTextValue';
import { TextStyleBuilder } from '../range/textStyle';
import { ConditionalFormatRuleBuilder } from '../rules/conditionalFormat';
import { DataValidationBuilder } from '../rules/dataValidation';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const FULL = 'https://www.googleapis.com/auth/spreadsheets';
const CURRENT_ONLY = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app */
export class SpreadsheetApp
  implements
    Mirror<
      GoogleApp,
      | 'getActiveSpreadsheet'
      | 'getActive'
      | 'getActiveSheet'
      | 'getActiveRange'
      | 'getSelection'
      | 'getCurrentCell'
      | 'setActiveSheet'
      | 'setActiveRange'
      | 'setActiveSpreadsheet'
      | 'openById'
      | 'openByUrl'
      | 'create'
      | 'flush'
      | 'getUi'
      | 'newDataValidation'
      | 'newConditionalFormatRule'
      | 'newRichTextValue'
      | 'newTextStyle'
    >
{
  readonly BooleanCriteria = ENUMS.BooleanCriteria;
  readonly BorderStyle = ENUMS.BorderStyle;
  readonly CopyPasteType = ENUMS.CopyPasteType;
  readonly DataValidationCriteria = ENUMS.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = ENUMS.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = ENUMS.DeveloperMetadataVisibility;
  readonly Dimension = ENUMS.Dimension;
  readonly InterpolationType = ENUMS.InterpolationType;
  readonly ProtectionType = ENUMS.ProtectionType;
  readonly RelativeDate = ENUMS.RelativeDate;
  readonly SheetType = ENUMS.SheetType;
  readonly WrapStrategy = ENUMS.WrapStrategy;
  private active: Spreadsheet | null = null;

  constructor(private readonly context: Context) {}

  /** Null for a script without a container. */
  getActiveSpreadsheet(): Spreadsheet | null {
    if (this.active) return this.active;
    const id = this.context.execution.boundTo;
    const file = id === null ? undefined : this.context.drive.get(id);
    if (!file?.canView(this.context.execution.user)) return null;
    this.requireScope('SpreadsheetApp.getActiveSpreadsheet', [CURRENT_ONLY, FULL]);
    return this.context.spreadsheet(file);
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }
  getActiveRange() {
    return this.getActiveSpreadsheet()?.getActiveRange() ?? null;
  }
  getCurrentCell() {
    return this.getActiveSpreadsheet()?.getActiveCell() ?? null;
  }
  getSelection() {
    return this.getActiveSpreadsheet()?.getSelection() ?? null;
  }
  setActiveSheet(sheet: unknown, restoreSelection?: boolean): Sheet | null {
    return this.getActiveSpreadsheet()?.setActiveSheet(sheet, restoreSelection) ?? null;
  }
  setActiveRange(range: unknown) {
    return this.getActiveSpreadsheet()?.setActiveRange(range) ?? null;
  }
  setActiveSpreadsheet(newActiveSpreadsheet: unknown): void {
    if (newActiveSpreadsheet instanceof Spreadsheet) this.active = newActiveSpreadsheet;
  }

  /** Needs the full scope, even for the container (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes; that the container is an exception is unconfirmed, the host allows it). */
  openById(id: string): Spreadsheet {
    const { execution, drive } = this.context;
    if (id !== execution.boundTo || !execution.scopes.has(CURRENT_ONLY))
      this.requireScope('SpreadsheetApp.openById', [FULL]);
    const file = drive.get(String(id));
    if (!file) {
      throw new ScriptError(
        `Unexpected error while getting the method or property openById on object SpreadsheetApp.`,
      );
    }
    if (!file.canView(execution.user))
      throw new ScriptError('You do not have permission to access the requested document.');
    return this.context.spreadsheet(file);
  }
  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(String(url))?.[1];
    if (id === undefined) throw new ScriptError(`Invalid argument: url`);
    return this.openById(id);
  }
  /** The new file is the user's; its locale and zone follow the user's other files here (unconfirmed). */
  create(name: string, rows?: number, columns?: number): Spreadsheet {
    this.requireScope('SpreadsheetApp.create', [FULL]);
    const options = {
      ...(rows === undefined ? {} : { rows }),
      ...(columns === undefined ? {} : { columns }),
    };
    return this.context.spreadsheet(this.context.drive.create(name, this.context.execution.user, options));
  }
  /** Writes are visible at once in the host. */
  flush(): void {}
  getUi(): unknown {
    return this.context.hooks.getUi();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  private requireScope(method: string, scopes: readonly string[]): void {
    if (scopes.some((scope) => this.context.execution.scopes.has(scope))) return;
    throw new ScriptError(
      `Specified permissions are not sufficient to call ${method}. Required permissions: ${scopes.map((scope) => scope).join(' || ')}`,
    );
  }
}
