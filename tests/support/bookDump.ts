/** Everything a book holds, as plain data to compare: what is shown and all that lies under it. */

import type { FormulaCell } from '../../host/formulas/engine';
import type { DriveFile } from '../../host/services/storage/drive';
import type { Style } from '../../host/workbook/cells/style';
import { CellError } from '../../host/workbook/cells/value';
import type { Row } from '../../host/workbook/grid/rows';
import type { SheetModel } from '../../host/workbook/grid/sheet';
import type { ValidationRule } from '../../host/workbook/rules/validation';
import { type Box, boxToA1 } from '../../src/domain/values/a1';

export interface DumpOptions {
  /** Tabs whose rows are not compared, by title. */
  readonly withoutRowsOf?: readonly string[];
}

export type BookDump = Readonly<Record<string, unknown>>;

/**
 * Ids of sheets are replaced by their titles, for a tab that was made again has another id; ids of
 * protections and metadata are left out for the same reason. So is the owner in a list of editors, who may write
 * everywhere, listed or not.
 */
export function dumpBook({ workbook, owner }: DriveFile, options: DumpOptions = {}): BookDump {
  const titles = new Map(workbook.sheets.map((sheet) => [String(sheet.id), sheet.name]));
  const named = (text: string) =>
    text.length < 6 ? text : text.replace(/\d{6,}/g, (digits) => titles.get(digits) ?? digits);
  const dump: Record<string, unknown> = {
    book: [workbook.locale, workbook.timeZone, workbook.metadata.map(({ key, value }) => [key, value])],
    tabs: workbook.sheets.map((sheet) => sheet.name),
  };
  for (const sheet of workbook.sheets) {
    const rows = !options.withoutRowsOf?.includes(sheet.name);
    Object.assign(dump, dumpSheet(sheet, named, rows, owner));
  }
  return dump;
}

/** Looks and formulas are shared by many cells: each is put into words once. */
const styleTexts = new WeakMap<Style, string>();
function styleText(style: Style): string {
  let text = styleTexts.get(style);
  if (text === undefined) {
    text = Object.values(style).join('|');
    styleTexts.set(style, text);
  }
  return text;
}

function ruleText(rule: ValidationRule): string {
  const range =
    rule.range && `${rule.range.sheet.name} ${rule.range.box ? boxToA1(rule.range.box) : '#REF!'}`;
  return `${rule.criterion} ${rule.args.join(',')} ${range} ${rule.allowInvalid} ${rule.helpText}`;
}

const boxes = (list: readonly Box[]): string[] => list.map(boxToA1);

function dumpSheet(
  sheet: SheetModel,
  named: (text: string) => string,
  withRows: boolean,
  owner: string,
): Record<string, unknown> {
  const { workbook, name } = sheet;
  workbook.engine.refresh(sheet, sheet.grid);
  const formulas = new Map<object, string>();
  const formulaText = (cell: FormulaCell): string => {
    const { pattern } = cell.group;
    const text = formulas.get(pattern) ?? named(workbook.engine.textR1C1(cell));
    formulas.set(pattern, text);
    return text;
  };
  const dump: Record<string, unknown> = {
    [`${name}: grid`]: withRows ? [sheet.maxRows, sheet.maxColumns] : [sheet.maxColumns],
    [`${name}: frame`]: [sheet.hidden, sheet.frozenRows, sheet.frozenColumns, sheet.hiddenGridlines],
    [`${name}: widths`]: [...sheet.columnWidths].sort(([a], [b]) => a - b),
    [`${name}: heights`]: [...sheet.rowHeights].sort(([a], [b]) => a - b),
    [`${name}: hidden lines`]: [[...sheet.hiddenColumns].sort(), [...sheet.hiddenRows].sort()],
    [`${name}: merges`]: boxes(sheet.merges),
    [`${name}: colours`]: sheet.conditionalRules.map((rule) => [
      boxes(rule.ranges),
      rule.condition && { ...rule.condition, pattern: null },
      rule.condition?.pattern ? JSON.stringify(rule.condition.pattern.tokens) : null,
      rule.gradient,
    ]),
    [`${name}: protections`]: sheet.protections
      .map((one) =>
        JSON.stringify([
          one.type,
          one.box && boxToA1(one.box),
          one.description,
          one.editors && [...one.editors].filter((email) => email !== owner).sort(),
          one.warningOnly,
          one.domainEdit,
        ]),
      )
      .sort(),
    [`${name}: metadata`]: sheet.metadata
      .map((one) => JSON.stringify([one.key, one.value, one.place, one.visibility]))
      .sort(),
  };
  if (!withRows) return dump;
  for (let row = 1; row <= Math.min(sheet.maxRows, sheet.rows.length); row += 1) {
    const cells = sheet.rows[row - 1];
    if (!cells) continue;
    const above = sheet.rows[row - 2];
    if (above && isBlankAlike(cells, above)) {
      dump[`${name}: row ${row}`] = dump[`${name}: row ${row - 1}`];
      continue;
    }
    let line = '';
    for (let col = 1; col <= sheet.maxColumns; col += 1) {
      const stored = sheet.value(row, col);
      const value = stored instanceof CellError ? stored.code : (stored ?? '');
      const formula = cells.formulas?.[col - 1];
      const rule = cells.validations?.[col - 1];
      line += `${typeof value} ${typeof value === 'string' ? named(value) : value}`;
      if (formula) line += ` ${formulaText(formula)}`;
      line += ` ${styleText(sheet.style(row, col))}`;
      if (rule) line += ` ${ruleText(rule)}`;
      if (cells.notes?.[col - 1]) line += ` ${cells.notes[col - 1]}`;
      line += '\n';
    }
    dump[`${name}: row ${row}`] = line;
  }
  return dump;
}

/** Both hold no content and look alike: most rows of a table do. */
function isBlankAlike(row: Row, above: Row): boolean {
  const same = (a: readonly unknown[] | null, b: readonly unknown[] | null) =>
    a === b || (a !== null && b !== null && a.length === b.length && a.every((cell, at) => cell === b[at]));
  const blank = (each: Row) =>
    each.values.every((value) => value === null || value === '') &&
    !each.formulas?.some(Boolean) &&
    !each.notes;
  return (
    blank(row) && blank(above) && same(row.styles, above.styles) && same(row.validations, above.validations)
  );
}

/** Names of the parts in which two dumps differ, each with what it is in one and in the other. */
export function differences(expected: BookDump, actual: BookDump): string[] {
  const result: string[] = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (expected[key] === actual[key]) continue;
    const [a, b] = [JSON.stringify(expected[key]), JSON.stringify(actual[key])];
    if (a !== b) result.push(`${key}:\n  ${shown(a, b)}\n  ${shown(b, a)}`);
  }
  return result;
}

/** The part around the first difference. */
function shown(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return '(nothing)';
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at += 1;
  return text.slice(Math.max(0, at - 60), at + 160);
}
