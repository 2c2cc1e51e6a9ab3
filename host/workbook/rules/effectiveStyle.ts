import type { Box } from '../../../src/domain/values/a1';
import { displayText } from '../cells/numberFormat';
import type { RichRun } from '../cells/richText';
import type { Style } from '../cells/style';
import type { Scalar } from '../cells/value';
import type { SheetModel } from '../grid/sheet';
import type { ConditionalRule } from './conditional';
import { conditionHolds } from './conditionMatch';
import { type GradientScale, gradientColor, gradientScale } from './gradient';

/** What a person sees in one cell, conditional formats applied. */
export interface EffectiveCell {
  readonly text: string;
  readonly value: Scalar;
  readonly background: string;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly style: Style;
  readonly note: string;
  readonly runs: readonly RichRun[];
}

interface Look {
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  strikethrough: boolean | null;
}

/** The cells of a viewport, row by row. Formulas are brought up to date at the host's clock. */
export function effectiveCells(sheet: SheetModel, box: Box): EffectiveCell[][] {
  const { workbook } = sheet;
  workbook.engine.refresh(sheet, box);
  workbook.engine.followClock();
  const scales = new Map<ConditionalRule, GradientScale | null>();
  return Array.from({ length: box.rows }, (_r, r) =>
    Array.from({ length: box.cols }, (_c, c) => effectiveCell(sheet, box.row + r, box.col + c, scales)),
  );
}

export function effectiveStyle(sheet: SheetModel, row: number, col: number): EffectiveCell {
  const box = { row, col, rows: 1, cols: 1 };
  sheet.workbook.engine.refresh(sheet, box);
  sheet.workbook.engine.followClock();
  return effectiveCell(sheet, row, col, new Map());
}

function effectiveCell(
  sheet: SheetModel,
  row: number,
  col: number,
  scales: Map<ConditionalRule, GradientScale | null>,
): EffectiveCell {
  const value = sheet.value(row, col);
  const style = sheet.style(row, col);
  const look = conditionalLook(sheet, row, col, value, scales);
  const cells = sheet.rows[row - 1];
  return {
    text: displayText(value, sheet.numberFormat(row, col), sheet.workbook.locale),
    value,
    background: look.background ?? style.background,
    fontColor: look.fontColor ?? style.fontColor,
    bold: look.bold ?? style.fontWeight === 'bold',
    italic: look.italic ?? style.fontStyle === 'italic',
    underline: look.underline ?? style.fontLine === 'underline',
    strikethrough: look.strikethrough ?? style.fontLine === 'line-through',
    style,
    note: cells?.notes?.[col - 1] ?? '',
    runs: cells?.runs?.[col - 1] ?? [],
  };
}

/** Of the rules that hold, the topmost that says something about a property decides it. */
function conditionalLook(
  sheet: SheetModel,
  row: number,
  col: number,
  value: Scalar,
  scales: Map<ConditionalRule, GradientScale | null>,
): Look {
  const look: Look = {
    background: null,
    fontColor: null,
    bold: null,
    italic: null,
    underline: null,
    strikethrough: null,
  };
  for (const rule of sheet.conditionalRules) {
    if (
      !rule.ranges.some(
        (box) => row >= box.row && row < box.row + box.rows && col >= box.col && col < box.col + box.cols,
      )
    )
      continue;
    if (rule.gradient) {
      if (look.background !== null || typeof value !== 'number') continue;
      let scale = scales.get(rule);
      if (scale === undefined) {
        scale = gradientScale(sheet, rule.ranges, rule.gradient);
        scales.set(rule, scale);
      }
      if (scale) look.background = gradientColor(scale, value);
    } else if (rule.condition && conditionHolds(rule.condition, sheet, row, col, value)) {
      look.background ??= rule.condition.background;
      look.fontColor ??= rule.condition.fontColor;
      look.bold ??= rule.condition.bold;
      look.italic ??= rule.condition.italic;
      look.underline ??= rule.condition.underline;
      look.strikethrough ??= rule.condition.strikethrough;
    }
  }
  return look;
}
