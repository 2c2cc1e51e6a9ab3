import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { columnLetters } from '../../src/domain/values/a1';
import { NotImplementedError } from '../runtime/ports';
import { CellError, errorOf, type Scalar } from '../workbook/cells/value';
import type { Pattern } from './engine';
import { type Cells, resolveRef } from './evaluate';

let ready = false;

function load(): void {
  if (ready) return;
  const path = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(path) });
  ready = true;
}

/** These ask where cells are, and the engine is given values only. */
const POSITIONAL = new Set([
  'INDIRECT',
  'OFFSET',
  'ADDRESS',
  'FORMULATEXT',
  'ISFORMULA',
  'ROWS',
  'COLUMNS',
  'ROW',
  'COLUMN',
]);

function literal(value: Scalar): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof CellError ? `=${value.code}` : String(value);
}

/**
 * Computes one formula in IronCalc (https://www.ironcalc.com): a fresh model gets the values of the ranges that
 * the formula names, side by side, and the formula with its references pointed there. Number precision is 15
 * digits. Throws NotImplementedError for functions that depend on cells' places.
 */
export function evaluateWithEngine(
  pattern: Pattern,
  cells: Cells,
  sheet: number,
  row: number,
  col: number,
): Scalar {
  load();
  for (const token of pattern.tokens) {
    if (token.kind === 'name' && POSITIONAL.has(token.text.toUpperCase()) && pattern.foreign) {
      throw new NotImplementedError(`the function ${token.text.toUpperCase()} in a formula`);
    }
  }
  const model = new Model('scratch', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    let nextColumn = 3;
    const text = pattern.tokens.map((token) => {
      if (token.kind === 'op') return token.text === ';' ? ',' : token.text;
      if (token.kind !== 'ref') return token.text;
      const box = resolveRef(token.ref, sheet, row, col, cells);
      if (!box || box.rows === 0 || box.cols === 0) return '#REF!';
      const left = nextColumn;
      nextColumn += box.cols;
      for (let r = 0; r < box.rows; r++) {
        for (let c = 0; c < box.cols; c++) {
          const input = literal(cells.read(box.sheet, box.row + r, box.col + c));
          if (input !== null) model.setUserInput(0, r + 1, left + c, input);
        }
      }
      const first = `${columnLetters(left)}1`;
      return token.ref.to === null ? first : `${first}:${columnLetters(nextColumn - 1)}${box.rows}`;
    });
    const formula = text
      .join('')
      .replace(/\bTODAY\(\s*\)/gi, String(cells.today))
      .replace(/\bNOW\(\s*\)/gi, String(cells.now));
    model.setUserInput(0, 1, 1, `=${formula}`);
    // The engine gives a value only as text, so the number comes through a format that keeps 15 digits.
    model.setUserInput(0, 2, 1, '=TEXT(A1,"0.00000000000000E+00")');
    model.resumeEvaluation();
    model.evaluate();
    const shown = model.getFormattedCellValue(0, 1, 1);
    switch (model.getCellType(0, 1, 1)) {
      case 1:
        return Number(model.getFormattedCellValue(0, 2, 1));
      case 4:
        return shown === 'TRUE';
      case 16:
        return errorOf(shown) ?? CellError.of('#ERROR!');
      default:
        return shown;
    }
  } finally {
    model.free();
  }
}
