/** Rows of «Охват» as far as figures may take them: none where an issue calls wrong whose they are, or of which day. */
import type { CivilDate } from '../dates/civil';
import type { Registry } from '../report/registry';
import { type Issue, wrongCells } from '../schema/issue';
import { cellAt, isBlankRow, rowCount, type Table, textAt } from '../schema/table';
import { type Cell, dayOf, sameCell } from '../values/cell';

export interface CoverageRow {
  /** Data row, from 0. */
  readonly row: number;
  /** Null where it names none of the programme. */
  readonly organisation: string | null;
  /** Null where the day is missing or wrong. */
  readonly date: CivilDate | null;
  /**
   * An organisation's second row of one day: a `copy` says the same as the first and counts once; where they differ,
   * nobody can tell which is right, and none of them counts.
   */
  readonly twin: 'copy' | 'differs' | null;
  /** Whether an issue calls this cell wrong. */
  isWrong(column: string): boolean;
}

export function coverageRows(table: Table, registry: Registry, issues: readonly Issue[]): CoverageRow[] {
  const wrong = wrongCells(issues, table.schema.id);
  const twins = twinsOf(table, issues);
  const rows: CoverageRow[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    if (isBlankRow(table, row)) continue;
    const isWrong = (column: string) => wrong(row, table.at.get(column) ?? -1);
    rows.push({
      row,
      organisation: registry.organisationOf(textAt(table, row, 'organisation')),
      date: isWrong('date') ? null : dayOf(cellAt(table, row, 'date')),
      twin: twins.get(row) ?? null,
      isWrong,
    });
  }
  return rows;
}

function twinsOf(table: Table, issues: readonly Issue[]): Map<number, 'copy' | 'differs'> {
  const groups = new Map<number, number[]>();
  for (const { tab, row, problem } of issues) {
    if (tab !== table.schema.id || problem.code !== 'duplicate' || row === null) continue;
    const first = problem.row - 2;
    groups.set(first, [...(groups.get(first) ?? []), row - 2]);
  }
  const cells = (row: number): Cell[] => table.schema.columns.map(({ id }) => cellAt(table, row, id));
  const twins = new Map<number, 'copy' | 'differs'>();
  for (const [first, others] of groups) {
    const said = cells(first);
    const same = others.every((row) => cells(row).every((cell, index) => sameCell(cell, said[index] ?? '')));
    for (const row of others) twins.set(row, same ? 'copy' : 'differs');
    if (!same) twins.set(first, 'differs');
  }
  return twins;
}
