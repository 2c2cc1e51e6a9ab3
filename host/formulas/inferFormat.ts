import { localeRules } from '../workbook/cells/locale';
import { isDateFormat } from '../workbook/cells/numberFormat';
import type { SheetModel } from '../workbook/grid/sheet';
import { resolveRef } from './evaluate';
import type { Node } from './parse';

const DATE_CALLS = new Set(['TODAY', 'DATE', 'EDATE', 'EOMONTH', 'WORKDAY', 'DATEVALUE']);
const PASSING_CALLS = new Set(['IF', 'IFS', 'IFERROR', 'IFNA', 'MIN', 'MAX']);

/**
 * The date format that a formula's number takes over from its operands, null for a plain number. Sheets does
 * this for General cells; its exact rules are unconfirmed.
 */
export function inferredFormat(sheet: SheetModel, node: Node, row: number, col: number): string | null {
  const { workbook } = sheet;
  const infer = (inner: Node): string | null => inferredFormat(sheet, inner, row, col);
  switch (node.type) {
    case 'ref': {
      const box = resolveRef(node.ref, sheet.id, row, col, workbook.engine);
      const target = box ? workbook.sheetById(box.sheet) : null;
      if (!box || !target || (target === sheet && box.row === row && box.col === col)) return null;
      const format = target.numberFormat(box.row, box.col);
      return isDateFormat(format) ? format : null;
    }
    case 'call': {
      const { dateFormat } = localeRules(workbook.locale);
      if (DATE_CALLS.has(node.name)) return dateFormat;
      if (node.name === 'NOW') return `${dateFormat} H:mm:ss`;
      if (!PASSING_CALLS.has(node.name)) return null;
      const values =
        node.name.startsWith('IF') && node.name !== 'IFERROR' && node.name !== 'IFNA'
          ? node.args.slice(1)
          : node.args;
      for (const arg of values) {
        const found = infer(arg);
        if (found) return found;
      }
      return null;
    }
    case 'binary': {
      if (node.op !== '+' && node.op !== '-') return null;
      const left = infer(node.left);
      const right = infer(node.right);
      return left && right ? null : (left ?? (node.op === '+' ? right : null));
    }
    default:
      return null;
  }
}
