import type { CellStyle, ConditionalRule as FileRule } from 'hucre';
import { cellName } from '../../../src/domain/values/a1';
import { textA1 } from '../../formulas/pattern';
import { NotImplementedError } from '../../runtime/ports';
import type { SheetModel } from '../../workbook/grid/sheet';
import type {
  BooleanRule,
  ConditionalRule,
  GradientPoint,
  GradientRule,
} from '../../workbook/rules/conditional';
import { fromSqref, toSqref } from '../boxes';
import { fromXlsx, literal, toXlsx, unliteral } from '../dialect';
import { css, rgb } from '../styles';
import { comparison, dateFormula, dateSerial, operatorOf, textTest } from './criteria';

const TEXT_RULES = {
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
} as const;

/** Google's relative dates, as tests of a cell `x`. */
const RELATIVE: Readonly<Record<string, string>> = {
  TODAY: 'INT(x)=TODAY()',
  TOMORROW: 'INT(x)=TODAY()+1',
  YESTERDAY: 'INT(x)=TODAY()-1',
  PAST_WEEK: 'AND(x>=TODAY()-7,x<TODAY()+1)',
  PAST_MONTH: 'AND(x>=TODAY()-30,x<TODAY()+1)',
  PAST_YEAR: 'AND(x>=TODAY()-365,x<TODAY()+1)',
  'AFTER TODAY': 'x>=TODAY()+1',
  'AFTER TOMORROW': 'x>=TODAY()+2',
  'AFTER YESTERDAY': 'x>=TODAY()',
  'BEFORE TODAY': 'AND(x<>"",x<TODAY())',
  'BEFORE TOMORROW': 'AND(x<>"",x<TODAY()+1)',
  'BEFORE YESTERDAY': 'AND(x<>"",x<TODAY()-1)',
};

/** A rule as the file has it. The order of rules is their priority, in Sheets as in .xlsx. */
export function toFileRule(rule: ConditionalRule, sheet: SheetModel, priority: number): FileRule | null {
  const [first] = rule.ranges;
  if (!first) return null;
  const range = toSqref(rule.ranges);
  if (rule.gradient) return { type: 'colorScale', priority, range, colorScale: toScale(rule.gradient) };
  if (!rule.condition) return null;
  const cell = cellName(first.row, first.col);
  return { priority, range, style: toLook(rule.condition), ...toTest(rule.condition, sheet, first, cell) };
}

type Test = Pick<FileRule, 'type' | 'operator' | 'formula' | 'text'>;

function toTest(rule: BooleanRule, sheet: SheetModel, at: { row: number; col: number }, cell: string): Test {
  const { criterion } = rule;
  const text = String(rule.args[0] ?? '');
  switch (criterion) {
    case 'CELL_EMPTY':
      return { type: 'containsBlanks', formula: `LEN(TRIM(${cell}))=0` };
    case 'CELL_NOT_EMPTY':
      return { type: 'notContainsBlanks', formula: `LEN(TRIM(${cell}))>0` };
    case 'TEXT_EQUAL_TO':
      return { type: 'cellIs', operator: 'equal', formula: literal(text) };
    case 'TEXT_CONTAINS':
    case 'TEXT_DOES_NOT_CONTAIN':
    case 'TEXT_STARTS_WITH':
    case 'TEXT_ENDS_WITH':
      return { type: TEXT_RULES[criterion], text, formula: textTest(criterion, text, cell) ?? '' };
    case 'CUSTOM_FORMULA': {
      const tokens = rule.pattern?.tokens ?? [];
      return { type: 'expression', formula: toXlsx(textA1(tokens, at.row, at.col, sheet.workbook)) };
    }
  }
  const relative = relativeKey(rule);
  if (relative !== null) {
    const test = RELATIVE[relative];
    if (test === undefined) throw new NotImplementedError(`the relative date ${relative} in .xlsx`);
    return { type: 'expression', formula: test.replaceAll('x', cell) };
  }
  const operator = operatorOf(criterion);
  if (operator === null) throw new NotImplementedError(`conditional formats of kind ${criterion} in .xlsx`);
  const operand = criterion.startsWith('DATE_') ? dateFormula : String;
  const formulas = rule.args.map((value) => operand(Number(value)));
  return { type: 'cellIs', operator, formula: formulas.length > 1 ? formulas : (formulas[0] ?? '') };
}

function relativeKey({ criterion, args }: BooleanRule): string | null {
  const match = /^DATE_(EQUAL_TO|AFTER|BEFORE)(_RELATIVE)?$/.exec(criterion);
  if (!match || typeof args[0] === 'number') return null;
  return match[1] === 'EQUAL_TO' ? String(args[0]) : `${match[1]} ${String(args[0])}`;
}

function toLook(rule: BooleanRule): CellStyle {
  const style: CellStyle = {};
  const { background, fontColor, bold, italic, strikethrough, underline } = rule;
  const font = {
    ...(fontColor === null ? {} : { color: rgb(fontColor) }),
    ...(bold === null ? {} : { bold }),
    ...(italic === null ? {} : { italic }),
    ...(strikethrough === null ? {} : { strikethrough }),
    ...(underline === null ? {} : { underline }),
  };
  if (Object.keys(font).length > 0) style.font = font;
  if (background !== null) {
    // A differential format takes its solid colour from the background, Excel's and LibreOffice's readers agree.
    style.fill = { type: 'pattern', pattern: 'solid', fgColor: rgb(background), bgColor: rgb(background) };
  }
  return style;
}

const POINTS = {
  MIN: 'min',
  MAX: 'max',
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
} as const;

function toScale({ min, mid, max }: GradientRule): NonNullable<FileRule['colorScale']> {
  const points = mid ? [min, mid, max] : [min, max];
  return {
    cfvo: points.map(({ type, value }) => ({ type: POINTS[type], ...(value === '' ? {} : { value }) })),
    colors: points.map(({ color }) => `FF${color.replace('#', '').toUpperCase()}`),
  };
}

/** A file's rules in their order; what Sheets has no rule for (icon sets, data bars …) is counted, not kept. */
export function fromFileRules(
  rules: readonly FileRule[],
  sheet: SheetModel,
  theme: readonly string[] | undefined,
): { rules: ConditionalRule[]; left: number } {
  const kept: ConditionalRule[] = [];
  const grid = { rows: sheet.maxRows, cols: sheet.maxColumns };
  for (const rule of [...rules].sort((a, b) => a.priority - b.priority)) {
    const ranges = fromSqref(rule.range, grid);
    const [first] = ranges;
    if (!first) continue;
    const gradient = fromScale(rule);
    const condition = gradient ? null : fromTest(rule, sheet, first, theme);
    if (gradient || condition) kept.push({ ranges, condition, gradient });
  }
  return { rules: kept, left: rules.length - kept.length };
}

function fromScale(rule: FileRule): GradientRule | null {
  const { cfvo, colors } = rule.colorScale ?? { cfvo: [], colors: [] };
  const points = cfvo.map(({ type, value }, index): GradientPoint => {
    const name = Object.entries(POINTS).find(([, one]) => one === type)?.[0] as GradientPoint['type'];
    return { type: name, value: value ?? '', color: `#${(colors[index] ?? '').slice(-6).toLowerCase()}` };
  });
  const [min, second, third] = points;
  if (!min || !second) return null;
  return third ? { min, mid: second, max: third } : { min, mid: null, max: second };
}

function fromTest(
  rule: FileRule,
  sheet: SheetModel,
  at: { row: number; col: number },
  theme: readonly string[] | undefined,
): BooleanRule | null {
  const cell = cellName(at.row, at.col);
  const read = readTest(rule, cell);
  if (!read) return null;
  const { font, fill } = rule.style ?? {};
  return {
    criterion: read.criterion,
    args: read.args,
    pattern:
      read.criterion === 'CUSTOM_FORMULA'
        ? sheet.workbook.engine.pattern(fromXlsx(String(read.formula)), at.row, at.col)
        : null,
    background: fill?.type === 'pattern' ? css(fill.bgColor ?? fill.fgColor, theme) : null,
    fontColor: css(font?.color, theme),
    bold: font?.bold ?? null,
    italic: font?.italic ?? null,
    strikethrough: font?.strikethrough ?? null,
    underline: font?.underline === undefined ? null : font.underline !== false,
  };
}

interface Read {
  readonly criterion: string;
  readonly args: readonly (string | number)[];
  readonly formula?: string;
}

function readTest(rule: FileRule, cell: string): Read | null {
  const formulas = ([] as string[]).concat(rule.formula ?? []);
  const [formula = ''] = formulas;
  switch (rule.type) {
    case 'containsBlanks':
      return { criterion: 'CELL_EMPTY', args: [] };
    case 'notContainsBlanks':
      return { criterion: 'CELL_NOT_EMPTY', args: [] };
    case 'expression': {
      const relative = Object.entries(RELATIVE).find(([, test]) => test.replaceAll('x', cell) === formula);
      if (!relative) return { criterion: 'CUSTOM_FORMULA', args: [], formula };
      const [side, day] = relative[0].includes(' ') ? relative[0].split(' ') : ['EQUAL_TO', relative[0]];
      return { criterion: `DATE_${side}_RELATIVE`, args: [day ?? ''] };
    }
    case 'cellIs':
      return readComparison(rule, formulas, cell);
  }
  const text = Object.entries(TEXT_RULES).find(([, type]) => type === rule.type);
  return text ? { criterion: text[0], args: [rule.text ?? ''] } : null;
}

function readComparison(rule: FileRule, formulas: readonly string[], cell: string): Read | null {
  const [formula = ''] = formulas;
  const text = unliteral(formula);
  if (text !== null && rule.operator === 'equal') return { criterion: 'TEXT_EQUAL_TO', args: [text] };
  const dates = formulas.map((one) => dateSerial(one, false));
  const numbers = formulas.map(Number);
  const kind = dates.every((one) => one !== null) ? 'DATE' : numbers.every(Number.isFinite) ? 'NUMBER' : null;
  const criterion = kind && comparison(kind, rule.operator);
  if (kind && criterion) {
    return { criterion, args: kind === 'DATE' ? dates.map((one) => one ?? 0) : numbers };
  }
  const signs: Readonly<Record<string, string>> = {
    equal: '=',
    notEqual: '<>',
    greaterThan: '>',
    lessThan: '<',
    greaterThanOrEqual: '>=',
    lessThanOrEqual: '<=',
  };
  const sign = signs[rule.operator ?? ''];
  return sign ? { criterion: 'CUSTOM_FORMULA', args: [], formula: `${cell}${sign}${formula}` } : null;
}
