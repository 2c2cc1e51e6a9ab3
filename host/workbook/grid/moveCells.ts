import { type Box, intersects } from '../../../src/domain/values/a1';
import { subtract } from '../rules/protection';
import { COPY_ALL, copyCells } from './copyCells';
import { LAYERS } from './rows';
import type { SheetModel } from './sheet';

/**
 * Moves a block as cut and paste does: formulas keep what they say, and conditional formats go along, which is
 * how people break them (https://webapps.stackexchange.com/questions/119880). References to the moved cells
 * elsewhere do not follow (they do in Sheets).
 */
export function moveCells(sheet: SheetModel, source: Box, target: Box): void {
  const { engine } = sheet.workbook;
  sheet.moves += 1;
  const texts: { row: number; col: number; text: string }[] = [];
  sheet.eachRow(source, (cells, row) => {
    for (let col = source.col; col < source.col + source.cols; col++) {
      const formula = cells.formulas?.[col - 1];
      if (formula)
        texts.push({
          row: row - source.row,
          col: col - source.col,
          text: engine.textA1(formula, row, col).slice(1),
        });
    }
  });
  copyCells(sheet, source, sheet, target, COPY_ALL);
  for (const { row, col, text } of texts) {
    const at = { row: target.row + row, col: target.col + col };
    sheet.setFormula(sheet.row(at.row), at.col, engine.pattern(text, at.row, at.col));
  }
  const left = subtract(source, target);
  for (const box of left) {
    sheet.eachRow(box, (cells) => {
      for (let col = box.col; col < box.col + box.cols; col++) {
        sheet.setScalar(cells, col, null);
        for (const layer of LAYERS) {
          const slots: unknown[] | null = cells[layer];
          if (slots) slots[col - 1] = undefined;
        }
      }
    });
    engine.touched(sheet, box);
  }
  engine.touched(sheet, target);
  moveConditionalFormats(sheet, source, target);
}

function moveConditionalFormats(sheet: SheetModel, source: Box, target: Box): void {
  for (const rule of sheet.conditionalRules) {
    const hit = rule.ranges.filter((box) => intersects(box, source));
    const rest = rule.ranges.flatMap((box) => subtract(box, source)).flatMap((box) => subtract(box, target));
    const moved = hit.map((box) => {
      const row = Math.max(box.row, source.row);
      const col = Math.max(box.col, source.col);
      return {
        row: row - source.row + target.row,
        col: col - source.col + target.col,
        rows: Math.min(box.row + box.rows, source.row + source.rows) - row,
        cols: Math.min(box.col + box.cols, source.col + source.cols) - col,
      };
    });
    rule.ranges = [...rest, ...moved];
  }
  sheet.conditionalRules = sheet.conditionalRules.filter((rule) => rule.ranges.length > 0);
}
