/** Where a problem is, and what stands there. */
import type { Problem } from './problem';
import type { TabId } from './schema';

export interface Issue {
  readonly tab: TabId;
  /** Row of the sheet, from 1; null for the whole tab or column. */
  readonly row: number | null;
  /** Header of the column as it stands in the sheet, null for the whole row or tab. */
  readonly column: string | null;
  /** Index of that column in the sheet, from 0; null when there is none. */
  readonly columnIndex: number | null;
  readonly organisation: string | null;
  readonly problem: Problem;
  /** What stands there, shortened; null when there is nothing to repeat or it must not be repeated. */
  readonly found: string | null;
}

/**
 * Whether an issue calls this cell of a table wrong (data row from 0, column by its index): no figure takes it. Figures
 * written as text are not wrong by that: what they mean is certain, only their form is to be mended.
 */
export function wrongCells(issues: readonly Issue[], tab: TabId): (row: number, index: number) => boolean {
  const wrong = new Set<string>();
  for (const { tab: of, row, columnIndex, problem } of issues) {
    if (of !== tab || row === null || columnIndex === null || problem.code === 'numberAsText') continue;
    wrong.add(`${row - 2}|${columnIndex}`);
  }
  return (row, index) => wrong.has(`${row}|${index}`);
}

const ROWS_OF_ONE_KIND = 50;

/**
 * Ten thousand pasted rows of rubbish must not fill the list: of each kind of problem in one column the
 * first fifty are listed, the rest are counted in one line. Keeps the order of first appearance.
 */
export function groupIssues(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, { count: number; first: Issue }>();
  const kept: Issue[] = [];
  for (const issue of issues) {
    const kind = `${issue.tab}|${issue.column ?? ''}|${issue.problem.code}`;
    const entry = seen.get(kind);
    if (!entry) seen.set(kind, { count: 1, first: issue });
    else entry.count += 1;
    if (!entry || entry.count <= ROWS_OF_ONE_KIND) kept.push(issue);
  }
  for (const { count, first } of seen.values()) {
    if (count <= ROWS_OF_ONE_KIND) continue;
    kept.push({
      ...first,
      row: null,
      organisation: null,
      found: null,
      problem: { code: 'andMore', count: count - ROWS_OF_ONE_KIND, of: first.problem },
    });
  }
  return kept;
}
