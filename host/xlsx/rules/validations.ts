import type { DataValidation } from 'hucre';
import { type Box, cellName, columnLetters, parseA1, quoteSheetName } from '../../../src/domain/values/a1';
import { textA1 } from '../../formulas/pattern';
import type { SheetModel } from '../../workbook/grid/sheet';
import type { Workbook } from '../../workbook/grid/workbook';
import type { ValidationCriterion, ValidationRule } from '../../workbook/rules/validation';
import { BoxGatherer, fromSqref, toSqref } from '../boxes';
import { fromXlsx, toXlsx } from '../dialect';
import { comparison, dateFormula, dateSerial, operatorOf, readTextTest, textTest } from './criteria';

/** Excel refuses a longer list inside a rule, and cannot hold these characters in one. */
const LIST_CHARACTERS = 255;
const AWKWARD = /[",\n]/;
/** Such lists stand on a hidden sheet of this name instead, a column each. */
export const LISTS_SHEET = '_svodka_lists';

/** Lists that do not fit into their rules. */
export class ListStore {
  readonly lists: string[][] = [];

  /** The range that holds the list. */
  place(values: readonly string[]): string {
    let index = this.lists.findIndex((list) => list.join('\n') === values.join('\n'));
    if (index < 0) index = this.lists.push([...values]) - 1;
    const column = columnLetters(index + 1);
    return `${LISTS_SHEET}!$${column}$1:$${column}$${values.length}`;
  }
}

/** All rules of a sheet, each over as few ranges as its cells need. */
export function toFileValidations(sheet: SheetModel, lists: ListStore): DataValidation[] {
  const places = new Map<ValidationRule, BoxGatherer>();
  sheet.rows.forEach((cells, index) => {
    cells?.validations?.forEach((rule, column) => {
      if (!rule) return;
      const gatherer = places.get(rule) ?? new BoxGatherer();
      gatherer.add(index + 1, column + 1);
      places.set(rule, gatherer);
    });
  });
  return [...places].flatMap(([rule, gatherer]) => {
    const boxes = gatherer.boxes();
    const [first] = boxes;
    if (!first) return [];
    return [
      {
        ...toTest(rule, sheet, first, lists),
        range: toSqref(boxes),
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: rule.allowInvalid ? ('warning' as const) : ('stop' as const),
        ...(rule.helpText ? { showInputMessage: true, inputMessage: rule.helpText.slice(0, 255) } : {}),
      },
    ];
  });
}

type Test = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'>;

function toTest(rule: ValidationRule, sheet: SheetModel, at: Box, lists: ListStore): Test {
  const { criterion, args } = rule;
  const cell = cellName(at.row, at.col);
  if (criterion === 'VALUE_IN_LIST') return listTest(args.map(String), lists);
  if (criterion === 'CHECKBOX')
    return listTest(args.length > 0 ? args.map(String) : ['TRUE', 'FALSE'], lists);
  if (criterion === 'VALUE_IN_RANGE') {
    const { range } = rule;
    if (!range?.box) return { type: 'list', formula1: '#REF!' };
    return { type: 'list', formula1: `${quoteSheetName(range.sheet.name)}!${absolute(range.box)}` };
  }
  if (criterion === 'CUSTOM_FORMULA') {
    const tokens = rule.pattern?.tokens ?? [];
    return { type: 'custom', formula1: toXlsx(textA1(tokens, at.row, at.col, sheet.workbook)) };
  }
  if (criterion === 'DATE_IS_VALID_DATE') return { type: 'date', operator: 'greaterThan', formula1: '0' };
  if (criterion === 'TEXT_IS_VALID_EMAIL') return { type: 'custom', formula1: emailTest(cell) };
  if (criterion === 'TEXT_IS_VALID_URL') return { type: 'custom', formula1: urlTest(cell) };
  const operator = operatorOf(criterion);
  if (operator === null)
    return { type: 'custom', formula1: textTest(criterion, String(args[0]), cell) ?? 'TRUE' };
  const isDate = criterion.startsWith('DATE_');
  const [formula1 = '0', formula2] = args.map((value) =>
    isDate ? dateFormula(Number(value)) : String(value),
  );
  return {
    type: isDate ? 'date' : 'decimal',
    operator,
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
  };
}

function listTest(values: readonly string[], lists: ListStore): Test {
  const fits =
    values.join(',').length <= LIST_CHARACTERS &&
    !values.some((value) => AWKWARD.test(value) || value !== value.trim() || value === '');
  return fits ? { type: 'list', values: [...values] } : { type: 'list', formula1: lists.place(values) };
}

const emailTest = (cell: string) => `AND(ISNUMBER(SEARCH("?@?",${cell})),ISERROR(SEARCH(" ",${cell})))`;
const urlTest = (cell: string) => `ISNUMBER(SEARCH("?.?",${cell}))`;

function absolute({ row, col, rows, cols }: Box): string {
  const last = `$${columnLetters(col + cols - 1)}$${row + rows - 1}`;
  return `$${columnLetters(col)}$${row}:${last}`;
}

/** Puts a file's rules into the cells of the sheet; `lists` are the columns of the lists' sheet. */
export function placeFileValidations(
  found: readonly DataValidation[],
  sheet: SheetModel,
  lists: readonly (readonly string[])[],
): void {
  for (const one of found) {
    const boxes = fromSqref(one.range, { rows: sheet.maxRows, cols: sheet.maxColumns });
    const [first] = boxes;
    if (!first) continue;
    const read = readTest(one, sheet, first, lists);
    if (!read) continue;
    const rule: ValidationRule = {
      criterion: read.criterion,
      args: read.args ?? [],
      range: read.range ?? null,
      showDropdown: one.type === 'list',
      allowInvalid: one.errorStyle !== undefined && one.errorStyle !== 'stop',
      helpText: one.inputMessage ?? null,
      pattern:
        read.formula === undefined
          ? null
          : sheet.workbook.engine.pattern(fromXlsx(read.formula), first.row, first.col),
    };
    if (rule.range) sheet.workbook.rangedRules.add(rule);
    for (const box of boxes) {
      for (let row = box.row; row < box.row + box.rows; row++) {
        const cells = sheet.row(row);
        cells.validations ??= [];
        for (let col = box.col; col < box.col + box.cols; col++) cells.validations[col - 1] = rule;
      }
    }
  }
}

interface Read {
  readonly criterion: ValidationCriterion;
  readonly args?: readonly (string | number | boolean)[];
  readonly range?: NonNullable<ValidationRule['range']>;
  readonly formula?: string;
}

function readTest(
  one: DataValidation,
  sheet: SheetModel,
  at: Box,
  lists: readonly (readonly string[])[],
): Read | null {
  switch (one.type) {
    case 'list':
      return readList(one, sheet.workbook, sheet, lists);
    case 'custom': {
      const cell = cellName(at.row, at.col);
      const formula = one.formula1 ?? '';
      if (formula === emailTest(cell)) return { criterion: 'TEXT_IS_VALID_EMAIL' };
      if (formula === urlTest(cell)) return { criterion: 'TEXT_IS_VALID_URL' };
      const text = readTextTest(formula, cell);
      if (text) return { criterion: text.criterion as ValidationCriterion, args: [text.text] };
      return { criterion: 'CUSTOM_FORMULA', args: [`=${fromXlsx(formula)}`], formula };
    }
    case 'date': {
      if (one.formula1 === '0' && one.operator === 'greaterThan') return { criterion: 'DATE_IS_VALID_DATE' };
      const serials = [one.formula1, one.formula2].flatMap((formula) =>
        formula === undefined ? [] : [dateSerial(formula, true)],
      );
      const criterion = comparison('DATE', one.operator);
      // A date that a formula works out has no place in Sheets' own criteria: any date will do.
      if (!criterion || serials.some((serial) => serial === null)) return { criterion: 'DATE_IS_VALID_DATE' };
      return { criterion: criterion as ValidationCriterion, args: serials.map((serial) => serial ?? 0) };
    }
    case 'whole':
    case 'decimal': {
      const numbers = [one.formula1, one.formula2].flatMap((formula) =>
        formula === undefined ? [] : [Number(formula)],
      );
      const criterion = comparison('NUMBER', one.operator);
      if (!criterion || !numbers.every(Number.isFinite)) return null;
      return { criterion: criterion as ValidationCriterion, args: numbers };
    }
    default:
      return null;
  }
}

function readList(
  one: DataValidation,
  workbook: Workbook,
  own: SheetModel,
  lists: readonly (readonly string[])[],
): Read | null {
  if (one.values) {
    const isBox = one.values.join() === 'TRUE,FALSE';
    return isBox ? { criterion: 'CHECKBOX' } : { criterion: 'VALUE_IN_LIST', args: one.values };
  }
  const bounds = parseA1((one.formula1 ?? '').replaceAll('$', ''));
  if (!bounds) return null;
  if (bounds.sheet === LISTS_SHEET)
    return { criterion: 'VALUE_IN_LIST', args: [...(lists[(bounds.col ?? 1) - 1] ?? [])] };
  const sheet = bounds.sheet === null ? own : workbook.sheetByName(bounds.sheet);
  const [box] = sheet
    ? fromSqref(boundsText(one.formula1 ?? ''), { rows: sheet.maxRows, cols: sheet.maxColumns })
    : [];
  return sheet && box ? { criterion: 'VALUE_IN_RANGE', range: { sheet, box } } : null;
}

function boundsText(reference: string): string {
  return reference.slice(reference.lastIndexOf('!') + 1).replaceAll('$', '');
}
