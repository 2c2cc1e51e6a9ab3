import { ScriptError } from '../../runtime/ports';
import type { SheetModel } from '../../workbook/grid/sheet';
import { mayEditProtection, type ProtectionModel } from '../../workbook/rules/protection';
import { emailOf, User } from '../book/user';
import { type Context, type Mirror, PROTECTED } from '../context';
import { enumValue } from '../enums';
import { RangeGeometry } from '../range/geometry';

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection;

/** Rules from https://developers.google.com/apps-script/reference/spreadsheet/protection. */
export class Protection
  implements
    Mirror<
      GoogleProtection,
      | 'canEdit'
      | 'addEditor'
      | 'addEditors'
      | 'removeEditor'
      | 'removeEditors'
      | 'getEditors'
      | 'getDescription'
      | 'setDescription'
      | 'isWarningOnly'
      | 'setWarningOnly'
      | 'canDomainEdit'
      | 'setDomainEdit'
      | 'getRange'
      | 'setRange'
      | 'getUnprotectedRanges'
      | 'setUnprotectedRanges'
      | 'remove'
      | 'getProtectionType'
    >
{
  constructor(
    readonly context: Context,
    readonly sheet: SheetModel,
    readonly model: ProtectionModel,
  ) {}
  getProtectionType() {
    return enumValue('ProtectionType', this.model.type);
  }
  getRange() {
    return this.context.range(this.sheet, this.model.box ?? this.sheet.grid);
  }
  setRange(range: unknown): this {
    this.require();
    if (range instanceof RangeGeometry) this.model.box = range.box;
    return this;
  }
  getDescription(): string {
    return this.model.description;
  }
  setDescription(description: string): this {
    this.require();
    this.model.description = description;
    return this;
  }
  isWarningOnly(): boolean {
    return this.model.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.require();
    this.model.warningOnly = warningOnly;
    return this;
  }
  canEdit(): boolean {
    return mayEditProtection({ ...this.model, warningOnly: false }, this.user, this.file());
  }
  getEditors(): User[] {
    const file = this.file();
    const listed = this.model.editors === null ? file.listEditors() : [file.owner, ...this.model.editors];
    return [...new Set(listed)].map((email) => new User(email));
  }
  addEditor(user: unknown): this {
    return this.addEditors([user]);
  }
  addEditors(users: readonly unknown[]): this {
    this.require();
    // An address without an account is refused, and nobody of the list is added then: unconfirmed.
    const unknown = users.map(emailOf).find((email) => this.file().notAccounts.has(email));
    if (unknown !== undefined) throw new ScriptError(`Invalid email: ${unknown}`);
    const editors = this.ownEditors();
    for (const user of users) editors.add(emailOf(user));
    editors.delete(this.file().owner);
    return this;
  }
  /** "Neither the owner of the spreadsheet nor the current user can be removed": they stay, silently (unconfirmed: no error). */
  removeEditor(user: unknown): this {
    return this.removeEditors([user]);
  }
  removeEditors(users: readonly unknown[]): this {
    this.require();
    const editors = this.ownEditors();
    for (const user of users) if (emailOf(user) !== this.user) editors.delete(emailOf(user));
    return this;
  }
  canDomainEdit(): boolean {
    return this.model.domainEdit;
  }
  setDomainEdit(editable: boolean): this {
    this.require();
    if (this.file().consumerOwned)
      throw new ScriptError(
        'This operation is only supported for spreadsheets owned by a Google Workspace domain.',
      );
    this.model.domainEdit = editable;
    return this;
  }
  getUnprotectedRanges() {
    return this.model.unprotected.map((box) => this.context.range(this.sheet, box));
  }
  setUnprotectedRanges(ranges: readonly unknown[]): this {
    this.require();
    if (this.model.type !== 'SHEET')
      throw new ScriptError('Unprotected ranges can only be set for protected sheets.');
    this.model.unprotected = ranges
      .filter((range) => range instanceof RangeGeometry)
      .map((range) => range.box);
    return this;
  }
  remove(): void {
    this.require();
    this.sheet.protections = this.sheet.protections.filter((other) => other !== this.model);
  }
  private get user(): string {
    return this.context.execution.user;
  }
  private file() {
    return this.context.file(this.sheet.workbook);
  }
  private require(): void {
    if (!this.file().canEdit(this.user) || !this.canEdit()) throw new ScriptError(PROTECTED);
  }
  /** From the first change on the list no longer follows the file's editors. */
  private ownEditors(): Set<string> {
    const file = this.file();
    this.model.editors ??= new Set(file.listEditors());
    if (this.user !== '') this.model.editors.add(this.user);
    this.model.editors.delete(file.owner);
    return this.model.editors;
  }
}

/** Protects anew; by default everybody who may edit the spreadsheet may edit it. */
export function addProtection(context: Context, sheet: SheetModel, box: ProtectionModel['box']): Protection {
  const model: ProtectionModel = {
    id: sheet.workbook.newId(),
    type: box ? 'RANGE' : 'SHEET',
    box,
    description: '',
    warningOnly: false,
    domainEdit: false,
    editors: null,
    unprotected: [],
  };
  sheet.protections.push(model);
  return new Protection(context, sheet, model);
}
