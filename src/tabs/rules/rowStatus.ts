/** What the status cell of a row of «Отчёт» must show, computed by the domain from the row as it stands. */

import { decisionOf } from '../../domain/report/records';
import { type RowStatus, rowStatus, type StatusContext } from '../../domain/report/status';
import { cellAt, rowCount, type Table } from '../../domain/schema/table';
import { cellText, isBlank } from '../../domain/values/cell';
import {
  APPROVAL_NEED_WORDS,
  COUNTED_WORDS,
  DECISION_WORDS,
  REFILED_WORDS,
  statusText,
} from '../../messages/words/words';

export const expectedStatus = (table: Table, row: number, context: StatusContext): string =>
  isBlank(cellAt(table, row, 'organisation')) ? '' : statusText(statusOfRow(table, row, context));

/**
 * The status of a row as its cells have it, «Учитывается» and «Нужно согласование» included. `refiled`: by what the
 * row remembers, unless the caller knows better what has happened since.
 */
export function statusOfRow(
  table: Table,
  row: number,
  context: StatusContext,
  refiled = cellText(cellAt(table, row, 'decisionSeen')).includes(REFILED_WORDS),
): RowStatus {
  const counted = asTyped(table, row, 'counted');
  const approval = asTyped(table, row, 'approval');
  return rowStatus(
    {
      deadline: cellAt(table, row, 'deadline'),
      done: cellAt(table, row, 'doneOn'),
      decision: decisionOf(cellAt(table, row, 'decision'), DECISION_WORDS),
      extended: cellAt(table, row, 'extendedTo'),
      counted: counted.startsWith(COUNTED_WORDS.unclear)
        ? 'unclear'
        : counted === COUNTED_WORDS.yes
          ? 'yes'
          : 'no',
      approval:
        approval === APPROVAL_NEED_WORDS.included
          ? 'included'
          : approval === APPROVAL_NEED_WORDS.no
            ? 'no'
            : 'yes',
      refiled,
    },
    context,
  );
}

/** Sheets' `=` does not regard case, and the formula does not trim what only Svodka writes. */
const asTyped = (table: Table, row: number, id: string): string =>
  cellText(cellAt(table, row, id)).toLowerCase();

/** Whether every status cell shows what it must. If so, a formula that somebody overwrote makes no difference yet. */
export function statusesAreRight(table: Table, context: StatusContext): boolean {
  for (let row = 0; row < rowCount(table); row += 1) {
    if (cellAt(table, row, 'status') !== expectedStatus(table, row, context)) return false;
  }
  return true;
}

const FORMULA_SAID = statusText({
  ...{ name: 'invalid', days: 0, approval: null, refiled: false, problem: 'formula' },
} as RowStatus);

/** Whether the status of a row says that a formula stands where a day belongs, and the cells as they were read do not. */
export function saysFormula(table: Table, row: number, context: StatusContext): boolean {
  return (
    cellAt(table, row, 'status') === FORMULA_SAID && expectedStatus(table, row, context) !== FORMULA_SAID
  );
}

export function namesUnknownFormula(table: Table, context: StatusContext): boolean {
  for (let row = 0; row < rowCount(table); row += 1) if (saysFormula(table, row, context)) return true;
  return false;
}
