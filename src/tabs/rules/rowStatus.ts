/** What the status cell of a row of «Отчёт» must show, computed by the domain from the row as it stands. */

import type { CivilDate } from '../../domain/dates/civil';
import { decisionOf } from '../../domain/report/records';
import { type RowStatus, rowStatus, type StatusContext } from '../../domain/report/status';
import { cellAt, rowCount, type Table } from '../../domain/schema/table';
import { cellText, isBlank } from '../../domain/values/cell';
import { APPROVAL_NEED_WORDS, COUNTED_WORDS, DECISION_WORDS, statusText } from '../../messages/words/words';

export function expectedStatus(table: Table, row: number, today: CivilDate, soonDays: number): string {
  return isBlank(cellAt(table, row, 'organisation'))
    ? ''
    : statusText(statusOfRow(table, row, { today, soonDays }));
}

/** The status of a row as its cells have it, «Учитывается» and «Нужно согласование» included. */
export function statusOfRow(table: Table, row: number, context: StatusContext): RowStatus {
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
    },
    context,
  );
}

/** Sheets' `=` does not regard case, and the formula does not trim what only Svodka writes. */
const asTyped = (table: Table, row: number, id: string): string =>
  cellText(cellAt(table, row, id)).toLowerCase();

/** Whether every status cell shows what it must. If so, a formula that somebody overwrote makes no difference yet. */
export function statusesAreRight(table: Table, today: CivilDate, soonDays: number): boolean {
  for (let row = 0; row < rowCount(table); row += 1) {
    if (cellAt(table, row, 'status') !== expectedStatus(table, row, today, soonDays)) return false;
  }
  return true;
}
