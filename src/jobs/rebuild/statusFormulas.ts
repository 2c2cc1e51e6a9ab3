/** The status formulas of «Отчёт»: what they must be, and whether anybody changed them. */
import type { StatusContext } from '../../domain/report/status';
import { rowCount, type Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { statusesAreRight } from '../../tabs/rules/rowStatus';
import { sameFormula, statusFormula } from '../../tabs/rules/statusFormula';
import { SERVICE_ROWS } from '../../tabs/schemas/serviceTab';

export interface StatusColumn {
  readonly column: number;
  readonly formula: string;
}

export function statusColumn(book: ReportingBook, table: Table): StatusColumn | null {
  const column = table.at.get('status');
  if (column === undefined) return null;
  const offset = (id: string) => (table.at.get(id) ?? column) - column;
  return {
    column,
    formula: statusFormula({
      organisation: offset('organisation'),
      deadline: offset('deadline'),
      doneOn: offset('doneOn'),
      decision: offset('decision'),
      extendedTo: offset('extendedTo'),
      counted: offset('counted'),
      approval: offset('approval'),
      decisionSeen: offset('decisionSeen'),
      today: `${book.serviceName()}!R${SERVICE_ROWS.today}C2`,
      soonDays: `${book.serviceName()}!R${SERVICE_ROWS.soonDays}C2`,
    }),
  };
}

/**
 * Formulas are read only when some status is not what it must be: as long as every cell shows the right
 * text, nothing was overwritten that matters. Right texts stand for right formulas here.
 */
export function statusFormulasOf(
  book: ReportingBook,
  table: Table,
  context: StatusContext,
  status: StatusColumn | null,
  justWritten: boolean,
): string[] {
  const rows = rowCount(table);
  if (status === null) return [];
  if (book.state.formula?.asked === status.formula && statusesAreRight(table, context)) {
    return Array.from({ length: rows }, () => status.formula);
  }
  const formulas = book.statusFormulas(status.column, rows);
  if (justWritten) learnFormula(book, formulas, status);
  return formulas;
}

/**
 * Sheets may give a formula back in another form than it took: what it gives right after the write is right.
 * At any other time it may be what somebody broke.
 */
function learnFormula(book: ReportingBook, formulas: readonly string[], status: StatusColumn): void {
  const { formula } = book.state;
  const [first] = formulas;
  if (formula?.asked !== status.formula || formula.reads !== '' || !first) return;
  if (formulas.every((each) => each === first)) {
    book.state.formula = { asked: status.formula, reads: sameFormula(first) };
  }
}

/** Of ten thousand rows nearly all hold the same formula. */
export function remembering(isRight: (formula: string) => boolean): (formula: string) => boolean {
  const known = new Map<string, boolean>();
  return (formula) => {
    const right = known.get(formula) ?? isRight(formula);
    known.set(formula, right);
    return right;
  };
}

export function isRightFormula(book: ReportingBook, formula: string, status: StatusColumn | null): boolean {
  if (status === null || formula === status.formula) return true;
  const plain = sameFormula(formula);
  const { formula: known } = book.state;
  if (plain === sameFormula(status.formula)) return true;
  return plain !== '' && known?.asked === status.formula && plain === known.reads;
}
