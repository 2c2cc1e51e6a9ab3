/** «Адреса» as «Пульт» shows them: how many of each role, and what is wrong in which row. */
import type { PeopleView, RowIssue } from '../../contract/control';
import { cellAt, isBlankRow, rowCount, textAt } from '../../domain/schema/table';
import { cellText } from '../../domain/values/cell';
import { listItems, sameKey } from '../../domain/values/text';
import { addresses } from '../../messages/tabs/control';
import { describeIssue } from '../../messages/tabs/issues';
import type { Uses } from '../run/parts';
import { addressIssues } from './controlIssues';

const MOST_LISTED = 20;

export function peopleOf(run: Uses<'memory' | 'office' | 'people'>): PeopleView {
  run.people.readAddresses();
  const table = run.people.addressTable;
  const byRole = new Map(Object.values(addresses.roles).map((role) => [sameKey(role), new Set<string>()]));
  let rows = 0;
  for (let row = 0; table !== null && row < rowCount(table); row += 1) {
    if (isBlankRow(table, row)) continue;
    rows += 1;
    const known = byRole.get(sameKey(textAt(table, row, 'role')));
    for (const address of listItems(cellText(cellAt(table, row, 'email')))) known?.add(address.toLowerCase());
  }
  const issues = addressIssues(run).map(
    ({ row, column, problem }): RowIssue => ({
      row: row ?? 1,
      who: row === null || table === null ? '' : textAt(table, row - 2, 'email'),
      sentence: `${column === null ? '' : `${column}: `}${describeIssue(problem).repair}`,
    }),
  );
  return {
    roles: Object.values(addresses.roles).map((role) => ({
      role,
      addresses: byRole.get(sameKey(role))?.size ?? 0,
    })),
    rows,
    issues: issues.slice(0, MOST_LISTED),
    more: Math.max(0, issues.length - MOST_LISTED),
  };
}
