import type { Box } from '../../../src/domain/values/a1';
import { GENERAL } from '../cells/numberFormat';
import { LAYERS } from './rows';
import type { SheetModel } from './sheet';

export interface CopyParts {
  readonly values: boolean;
  /** Formulas stay formulas, relative to their new place; otherwise their values are copied. */
  readonly formulas: boolean;
  readonly formats: boolean;
  readonly validations: boolean;
  readonly notes: boolean;
}

export const COPY_ALL: CopyParts = {
  values: true,
  formulas: true,
  formats: true,
  validations: true,
  notes: true,
};

/** Copies a block of cells, tiled over the target box; blanks overwrite. The engine is told. */
export function copyCells(
  from: SheetModel,
  source: Box,
  to: SheetModel,
  target: Box,
  parts: CopyParts,
): void {
  from.workbook.engine.refresh(from, source);
  const lines = Array.from({ length: source.rows }, (_, index) => {
    const row = from.rows[source.row - 1 + index];
    return (
      row && {
        ...row,
        values: [...row.values],
        formulas: row.formulas && [...row.formulas],
        styles: row.styles && [...row.styles],
        validations: row.validations && [...row.validations],
        notes: row.notes && [...row.notes],
        runs: row.runs && [...row.runs],
      }
    );
  });
  for (let r = 0; r < target.rows; r++) {
    const line = lines[r % source.rows];
    const cells = to.row(target.row + r);
    for (let c = 0; c < target.cols; c++) {
      const at = source.col - 1 + (c % source.cols);
      const col = target.col + c;
      if (parts.values) {
        const formula = line?.formulas?.[at];
        if (formula && parts.formulas) to.setFormula(cells, col, formula.group.pattern);
        else to.setScalar(cells, col, line?.values[at] ?? null);
        if (!parts.formats && to.style(target.row + r, col).numberFormat === GENERAL) {
          const format = from.numberFormat(source.row + (r % source.rows), at + 1);
          if (format !== GENERAL) to.setStyle(cells, col, { numberFormat: format });
        }
        const runs = line?.runs?.[at];
        if (runs) {
          cells.runs ??= [];
          cells.runs[col - 1] = runs;
        }
      }
      for (const layer of LAYERS) {
        const wanted =
          layer === 'styles'
            ? parts.formats
            : layer === 'validations'
              ? parts.validations
              : layer === 'notes'
                ? parts.notes
                : false;
        if (!wanted) continue;
        const source: unknown[] | null | undefined = line?.[layer];
        if (!cells[layer] && !source?.[at]) continue;
        cells[layer] ??= [];
        const into: unknown[] = cells[layer];
        into[col - 1] = source?.[at];
      }
    }
  }
  to.workbook.engine.touched(to, target);
}
