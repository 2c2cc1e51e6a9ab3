import { type Box, covers } from '../../../src/domain/values/a1';
import { ScriptError } from '../../runtime/ports';
import { displayText } from '../../workbook/cells/numberFormat';
import { AS_CELL, type RunStyle } from '../../workbook/cells/richText';
import type { ValidationRule } from '../../workbook/rules/validation';
import type { Mirror } from '../context';
import { DataValidation, fromRule, toRule } from '../rules/dataValidation';
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  metadataOf,
} from '../rules/developerMetadata';
import { addProtection, type Protection } from '../rules/protection';
import { RangeFormats } from './formats';
import { RichTextValue } from './richTextValue';
import { TextStyle } from './textStyle';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** What is attached to the cells of a range: validation, notes, links, protection, metadata. */
export class RangeRules
  extends RangeFormats
  implements
    Mirror<
      GoogleRange,
      | 'getDataValidation'
      | 'getDataValidations'
      | 'setDataValidation'
      | 'setDataValidations'
      | 'clearDataValidations'
      | 'insertCheckboxes'
      | 'getNote'
      | 'getNotes'
      | 'setNote'
      | 'setNotes'
      | 'clearNote'
      | 'getRichTextValue'
      | 'getRichTextValues'
      | 'setRichTextValue'
      | 'setRichTextValues'
      | 'setTextStyle'
      | 'protect'
      | 'addDeveloperMetadata'
      | 'getDeveloperMetadata'
      | 'createDeveloperMetadataFinder'
    >
{
  getDataValidation(): DataValidation | null {
    return this.ruleAt(this.box.row, this.box.col, new Map());
  }
  getDataValidations(): (DataValidation | null)[][] {
    const seen = new Map<ValidationRule, DataValidation>();
    return this.grid((row, col) => this.ruleAt(row, col, seen));
  }
  setDataValidation(rule: unknown): this {
    const { row, col } = this.box;
    const model = rule instanceof DataValidation ? toRule(rule.draft, this.sheet, row, col) : undefined;
    return this.putRules(() => model);
  }
  setDataValidations(rules: unknown): this {
    const data = this.checkSize(rules);
    const seen = new Map<DataValidation, ValidationRule>();
    return this.putRules((row, col) => {
      const rule = data[row - this.box.row]?.[col - this.box.col];
      if (!(rule instanceof DataValidation)) return undefined;
      const model = seen.get(rule) ?? toRule(rule.draft, this.sheet, row, col);
      seen.set(rule, model);
      return model;
    });
  }
  clearDataValidations(): this {
    return this.putRules(() => undefined);
  }
  /** Blank cells become unchecked boxes. */
  insertCheckboxes(...values: unknown[]): this {
    const draft = { criterion: 'CHECKBOX', values, allowInvalid: false, helpText: null } as const;
    const model = toRule(draft, this.sheet, this.box.row, this.box.col);
    this.putRules(() => model);
    this.eachCell((row, col) => {
      if (this.sheet.value(row, col) === null) this.sheet.setScalar(this.sheet.row(row), col, false);
    });
    this.touched();
    return this;
  }

  getNote(): string {
    return this.noteAt(this.box.row, this.box.col);
  }
  getNotes(): string[][] {
    return this.grid((row, col) => this.noteAt(row, col));
  }
  setNote(note: string | null): this {
    return this.putNotes(() => note);
  }
  setNotes(notes: unknown): this {
    const data = this.checkSize(notes);
    return this.putNotes((row, col) => data[row - this.box.row]?.[col - this.box.col]);
  }
  clearNote(): this {
    return this.putNotes(() => null);
  }

  getRichTextValue(): RichTextValue | null {
    return this.getRichTextValues()[0]?.[0] ?? null;
  }
  /** Null for cells whose value is not text. */
  getRichTextValues(): (RichTextValue | null)[][] {
    this.refreshed();
    return this.grid((row, col) => {
      const value = this.sheet.value(row, col);
      if (value !== null && typeof value !== 'string') return null;
      const text = displayText(value, '@', 'en_US');
      const runs = this.sheet.rows[row - 1]?.runs?.[col - 1];
      const plain = text === '' ? [] : [{ start: 0, end: text.length, link: null, style: AS_CELL }];
      return new RichTextValue(text, runs ?? plain);
    });
  }
  setRichTextValue(value: unknown): this {
    return this.putRich(() => value);
  }
  setRichTextValues(values: unknown): this {
    const data = this.checkSize(values);
    return this.putRich((row, col) => data[row - this.box.row]?.[col - this.box.col]);
  }
  setTextStyle(style: unknown): this {
    if (!(style instanceof TextStyle)) throw new ScriptError('Invalid argument: style');
    const s: RunStyle = style.style;
    const line = s.underline ? 'underline' : s.strikethrough ? 'line-through' : null;
    return this.paint({
      ...(s.bold === null ? {} : { fontWeight: s.bold ? 'bold' : 'normal' }),
      ...(s.italic === null ? {} : { fontStyle: s.italic ? 'italic' : 'normal' }),
      ...(line === null ? {} : { fontLine: line }),
      ...(s.color === null ? {} : { fontColor: s.color }),
      ...(s.size === null ? {} : { fontSize: s.size }),
      ...(s.family === null ? {} : { fontFamily: s.family }),
    });
  }

  /** Stacks a new protection on each call (https://developers.google.com/apps-script/reference/spreadsheet/range#protect). */
  protect(): Protection {
    this.context.requireEdit(this.sheet, this.box);
    return addProtection(this.context, this.sheet, this.box);
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.context, { workbook: this.sheet.workbook, sheet: this.sheet }, this.line(), args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    const line = this.line();
    return this.inside().filter(({ model }) => JSON.stringify(model.place) === JSON.stringify(line));
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, () => this.inside());
  }

  protected eachCell(visit: (row: number, col: number) => void): void {
    const { row, col, rows, cols } = this.box;
    for (let r = row; r < row + rows; r++) for (let c = col; c < col + cols; c++) visit(r, c);
  }

  private inside(): DeveloperMetadata[] {
    return metadataOf(this.context, this.sheet.workbook, this.sheet).filter(({ model: { place } }) => {
      if (place.type !== 'COLUMN' && place.type !== 'ROW') return false;
      return covers(this.box, this.lineBox(place.type, place.index));
    });
  }
  private lineBox(type: 'ROW' | 'COLUMN', index: number): Box {
    const { maxRows, maxColumns } = this.sheet;
    return type === 'ROW'
      ? { row: index, rows: 1, col: 1, cols: maxColumns }
      : { col: index, cols: 1, row: 1, rows: maxRows };
  }
  private line(): { type: 'ROW' | 'COLUMN'; index: number } {
    const { row, col, rows, cols } = this.box;
    if (rows === 1 && col === 1 && cols === this.sheet.maxColumns) return { type: 'ROW', index: row };
    if (cols === 1 && row === 1 && rows === this.sheet.maxRows) return { type: 'COLUMN', index: col };
    throw new ScriptError(
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    );
  }
  private ruleAt(row: number, col: number, seen: Map<ValidationRule, DataValidation>): DataValidation | null {
    const rule = this.sheet.rows[row - 1]?.validations?.[col - 1];
    if (!rule) return null;
    const made = seen.get(rule) ?? fromRule(rule, this.context, this.sheet);
    seen.set(rule, made);
    return made;
  }
  private putRules(at: (row: number, col: number) => ValidationRule | undefined): this {
    this.writable();
    this.eachCell((row, col) => {
      const rule = at(row, col);
      if (!rule && !this.sheet.rows[row - 1]?.validations) return;
      const cells = this.sheet.row(row);
      cells.validations ??= [];
      cells.validations[col - 1] = rule;
    });
    return this;
  }
  private noteAt(row: number, col: number): string {
    return this.sheet.rows[row - 1]?.notes?.[col - 1] ?? '';
  }
  private putNotes(at: (row: number, col: number) => unknown): this {
    this.writable();
    this.eachCell((row, col) => {
      const note = at(row, col);
      const text = note === null || note === undefined ? '' : String(note);
      if (text === '' && !this.sheet.rows[row - 1]?.notes) return;
      const cells = this.sheet.row(row);
      cells.notes ??= [];
      cells.notes[col - 1] = text === '' ? undefined : text;
    });
    return this;
  }
  private putRich(at: (row: number, col: number) => unknown): this {
    this.writable();
    this.eachCell((row, col) => {
      const value = at(row, col);
      if (!(value instanceof RichTextValue)) throw new ScriptError('Invalid argument: value');
      const cells = this.sheet.row(row);
      this.sheet.setScalar(cells, col, value.text === '' ? null : value.text);
      if (!value.runs.some((run) => run.link !== null || run.style !== AS_CELL)) return;
      cells.runs ??= [];
      cells.runs[col - 1] = value.runs;
    });
    this.touched();
    return this;
  }
}
