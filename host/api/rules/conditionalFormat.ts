import { textA1 } from '../../formulas/pattern';
import { ScriptError } from '../../runtime/ports';
import { isDate } from '../../workbook/cells/entry';
import { epochToSerial, serialToEpoch } from '../../workbook/cells/serial';
import type { SheetModel } from '../../workbook/grid/sheet';
import type {
  BooleanRule,
  ConditionalRule,
  GradientPoint,
  GradientRule,
  Interpolation,
} from '../../workbook/rules/conditional';
import type { Context, Mirror } from '../context';
import { ENUMS, EnumValue, enumValue } from '../enums';
import { cssColor } from '../range/color';
import { RangeGeometry } from '../range/geometry';
import type { Range } from '../range/range';

type GoogleRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

type Looks = Pick<
  BooleanRule,
  'background' | 'fontColor' | 'bold' | 'italic' | 'strikethrough' | 'underline'
>;

interface Draft extends Looks {
  readonly criterion: string | null;
  readonly values: readonly unknown[];
  readonly gradient: {
    readonly min: GradientPoint | null;
    readonly mid: GradientPoint | null;
    readonly max: GradientPoint | null;
  } | null;
  readonly ranges: readonly Range[];
}

const EMPTY: Draft = {
  criterion: null,
  values: [],
  gradient: null,
  ranges: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  strikethrough: null,
  underline: null,
};

export class BooleanCondition
  implements
    Mirror<
      GoogleAppsScript.Spreadsheet.BooleanCondition,
      | 'getCriteriaType'
      | 'getCriteriaValues'
      | 'getBackground'
      | 'getFontColor'
      | 'getBold'
      | 'getItalic'
      | 'getStrikethrough'
      | 'getUnderline'
    >
{
  constructor(private readonly draft: Draft) {}
  getCriteriaType() {
    return enumValue('BooleanCriteria', this.draft.criterion ?? '');
  }
  getCriteriaValues(): unknown[] {
    return [...this.draft.values];
  }
  getBackground(): string | null {
    return this.draft.background;
  }
  getFontColor(): string | null {
    return this.draft.fontColor;
  }
  getBold(): boolean | null {
    return this.draft.bold;
  }
  getItalic(): boolean | null {
    return this.draft.italic;
  }
  getStrikethrough(): boolean | null {
    return this.draft.strikethrough;
  }
  getUnderline(): boolean | null {
    return this.draft.underline;
  }
}

export class GradientCondition
  implements
    Mirror<
      GoogleAppsScript.Spreadsheet.GradientCondition,
      | 'getMinColor'
      | 'getMinType'
      | 'getMinValue'
      | 'getMidColor'
      | 'getMidType'
      | 'getMidValue'
      | 'getMaxColor'
      | 'getMaxType'
      | 'getMaxValue'
    >
{
  constructor(private readonly gradient: GradientRule) {}
  getMinColor(): string {
    return this.gradient.min.color;
  }
  getMinType() {
    return enumValue('InterpolationType', this.gradient.min.type);
  }
  getMinValue(): string {
    return this.gradient.min.value;
  }
  getMidColor(): string {
    return this.gradient.mid?.color ?? '';
  }
  getMidType() {
    return this.gradient.mid ? enumValue('InterpolationType', this.gradient.mid.type) : null;
  }
  getMidValue(): string {
    return this.gradient.mid?.value ?? '';
  }
  getMaxColor(): string {
    return this.gradient.max.color;
  }
  getMaxType() {
    return enumValue('InterpolationType', this.gradient.max.type);
  }
  getMaxValue(): string {
    return this.gradient.max.value;
  }
}

function complete(gradient: Draft['gradient']): GradientRule | null {
  return gradient?.min && gradient.max ? { min: gradient.min, mid: gradient.mid, max: gradient.max } : null;
}

export class ConditionalFormatRule
  implements Mirror<GoogleRule, 'copy' | 'getBooleanCondition' | 'getGradientCondition' | 'getRanges'>
{
  constructor(readonly draft: Draft) {}
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.draft);
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.draft.criterion === null ? null : new BooleanCondition(this.draft);
  }
  getGradientCondition(): GradientCondition | null {
    const gradient = complete(this.draft.gradient);
    return gradient && new GradientCondition(gradient);
  }
  getRanges(): Range[] {
    return [...this.draft.ranges];
  }
}

export class ConditionalFormatRuleBuilder
  implements Mirror<GoogleBuilder, Exclude<keyof GoogleBuilder, 'withCriteria'>>
{
  constructor(private draft: Draft = EMPTY) {}
  build(): ConditionalFormatRule {
    if (this.draft.ranges.length === 0)
      throw new ScriptError('Conditional format rule must apply to at least one range.');
    if (this.draft.criterion === null && !complete(this.draft.gradient))
      throw new ScriptError('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.draft);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.draft);
  }
  getBooleanCondition(): BooleanCondition | null {
    return new ConditionalFormatRule(this.draft).getBooleanCondition();
  }
  getGradientCondition(): GradientCondition | null {
    return new ConditionalFormatRule(this.draft).getGradientCondition();
  }
  getRanges(): Range[] {
    return [...this.draft.ranges];
  }
  setRanges(ranges: readonly unknown[]): this {
    return this.set({ ranges: ranges.filter((range): range is Range => range instanceof RangeGeometry) });
  }
  setBackground(color: string | null): this {
    return this.set({ background: color === null ? null : cssColor(color) });
  }
  setFontColor(color: string | null): this {
    return this.set({ fontColor: color === null ? null : cssColor(color) });
  }
  setBold(bold: boolean | null): this {
    return this.set({ bold });
  }
  setItalic(italic: boolean | null): this {
    return this.set({ italic });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.set({ strikethrough });
  }
  setUnderline(underline: boolean | null): this {
    return this.set({ underline });
  }
  setGradientMinpoint(color: string): this {
    return this.point('min', color, 'MIN', '');
  }
  setGradientMinpointWithValue(color: string, type: unknown, value: string): this {
    return this.point('min', color, type, value);
  }
  setGradientMidpointWithValue(color: string, type: unknown, value: string): this {
    return this.point('mid', color, type, value);
  }
  setGradientMaxpoint(color: string): this {
    return this.point('max', color, 'MAX', '');
  }
  setGradientMaxpointWithValue(color: string, type: unknown, value: string): this {
    return this.point('max', color, type, value);
  }
  withCriteria(criteria: unknown, args: unknown): this {
    return this.when(String(criteria), ...(Array.isArray(args) ? args : []));
  }
  whenCellEmpty(): this {
    return this.when('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY');
  }
  whenDateAfter(date: unknown): this {
    return this.whenDate('DATE_AFTER', date);
  }
  whenDateBefore(date: unknown): this {
    return this.whenDate('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: unknown): this {
    return this.whenDate('DATE_EQUAL_TO', date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.when('CUSTOM_FORMULA', formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.when('NUMBER_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.when('NUMBER_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): this {
    return this.when('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.when('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenTextContains(text: string): this {
    return this.when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEndsWith(text: string): this {
    return this.when('TEXT_ENDS_WITH', text);
  }
  whenTextEqualTo(text: string): this {
    return this.when('TEXT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): this {
    return this.when('TEXT_STARTS_WITH', text);
  }
  private whenDate(criterion: string, date: unknown): this {
    return this.when(date instanceof EnumValue ? `${criterion}_RELATIVE` : criterion, date);
  }
  private when(criterion: string, ...values: unknown[]): this {
    return this.set({ criterion, values, gradient: null });
  }
  private point(which: 'min' | 'mid' | 'max', color: string, type: unknown, value: string): this {
    const gradient = this.draft.gradient ?? { min: null, mid: null, max: null };
    const point = { color: cssColor(color), type: String(type) as Interpolation, value };
    return this.set({ criterion: null, gradient: { ...gradient, [which]: point } });
  }
  private set(patch: Partial<Draft>): this {
    this.draft = { ...this.draft, ...patch };
    return this;
  }
}

/** The model's rule. Throws for ranges of another sheet and for formulas that name one. */
export function toConditionalRule({ draft }: ConditionalFormatRule, sheet: SheetModel): ConditionalRule {
  const { workbook } = sheet;
  const top = draft.ranges[0]?.box ?? { row: 1, col: 1 };
  if (draft.ranges.some((range) => range.sheet.id !== sheet.id)) {
    throw new ScriptError('Conditional format rule cannot apply to ranges on another sheet.');
  }
  const ranges = draft.ranges.map((range) => range.box);
  if (draft.criterion === null) return { ranges, condition: null, gradient: complete(draft.gradient) };
  const formula = draft.criterion === 'CUSTOM_FORMULA' ? String(draft.values[0]).replace(/^=/, '') : null;
  const pattern = formula === null ? null : workbook.engine.pattern(formula, top.row, top.col);
  if (
    pattern?.tokens.some(
      (token) =>
        token.text.includes('!') &&
        (token.kind === 'ref' || token.kind === 'error') &&
        token.text !== '#REF!',
    )
  ) {
    throw new ScriptError('Conditional format rule cannot reference a different sheet.');
  }
  const args = draft.values.map((value) =>
    isDate(value)
      ? epochToSerial(value.getTime(), workbook.timeZone)
      : typeof value === 'number'
        ? value
        : String(value),
  );
  const { background, fontColor, bold, italic, strikethrough, underline } = draft;
  return {
    ranges,
    gradient: null,
    condition: {
      criterion: draft.criterion,
      args,
      pattern,
      background,
      fontColor,
      bold,
      italic,
      strikethrough,
      underline,
    },
  };
}

export function fromConditionalRule(
  rule: ConditionalRule,
  context: Context,
  sheet: SheetModel,
): ConditionalFormatRule {
  const ranges = rule.ranges.map((box) => context.range(sheet, box));
  const { condition, gradient } = rule;
  if (!condition) return new ConditionalFormatRule({ ...EMPTY, ranges, gradient });
  const top = rule.ranges[0] ?? { row: 1, col: 1 };
  let values: unknown[] = [...condition.args];
  if (condition.pattern) values = [`=${textA1(condition.pattern.tokens, top.row, top.col, sheet.workbook)}`];
  else if (condition.criterion.endsWith('_RELATIVE'))
    values = condition.args.map((name) => ENUMS.RelativeDate[String(name)]);
  else if (condition.criterion.startsWith('DATE_')) {
    values = condition.args.map((serial) =>
      context.date(serialToEpoch(Number(serial), sheet.workbook.timeZone)),
    );
  }
  return new ConditionalFormatRule({ ...EMPTY, ...condition, values, ranges });
}
