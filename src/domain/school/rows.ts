/** The rows of one school out of «Отчёт»: which they are, whether they are certainly its own, what is wrong in them. */

import type { CivilDate } from '../dates/civil';
import { splitKey } from '../report/registry';
import { checkTable } from '../schema/check';
import type { References } from '../schema/columnTypes/columnType';
import type { Issue } from '../schema/issue';
import type { TabSchema } from '../schema/schema';
import { rowCount, type Table, textAt } from '../schema/table';
import type { Cell } from '../values/cell';
import { sameKey, tidy } from '../values/text';
import type { SchoolManifest } from './manifest';

/** A table of some rows of a tab, and where each stands in the sheet. */
export interface Rows {
  readonly table: Table;
  /** Rows of the sheet, from 1, by data row. */
  readonly at: readonly number[];
}

/** The schema under the headers that stand in the sheet. */
export const renamedColumns = (
  schema: TabSchema,
  renamed: Readonly<Record<string, string>> = {},
): TabSchema => ({
  ...schema,
  columns: schema.columns.map((column) => ({ ...column, header: renamed[column.id] ?? column.header })),
});

export function tableOfRows(
  schema: TabSchema,
  at: ReadonlyMap<string, number>,
  rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[],
): Rows {
  const header: Cell[] = Array.from({ length: Math.max(...at.values()) + 1 }, () => '');
  for (const { id, header: text } of schema.columns) {
    const index = at.get(id);
    if (index !== undefined) header[index] = text;
  }
  const grid = [header, ...rows.map(({ cells }) => cells)];
  return { table: { schema, grid, at, doubles: new Map() }, at: rows.map(({ row }) => row) };
}

/** Stretches of rows that are read in one call each; rows of a short gap between are read too. `rows` ascend. */
export function stretchesOf(rows: readonly number[], longestGap: number): { first: number; count: number }[] {
  const stretches: { first: number; count: number }[] = [];
  for (const row of rows) {
    const last = stretches[stretches.length - 1];
    if (last && row - (last.first + last.count) <= longestGap) last.count = row - last.first + 1;
    else stretches.push({ first: row, count: 1 });
  }
  return stretches;
}

/** Rows (from 2) whose key names this organisation. */
export const rowsOfOrganisation = (keys: readonly string[], id: string): number[] =>
  keys.flatMap((key, index) => (splitKey(key)?.organisation === id ? [index + 2] : []));

/**
 * Whether the names in a row are those of its key: after a sort without the hidden columns keys stand beside other
 * rows' names. `name` is the organisation's as it was last known; null where it is not.
 */
export function namesFit(table: Table, row: number, name: string | null): boolean {
  const pair = splitKey(textAt(table, row, 'key'));
  if (pair === null) return false;
  const stage = tidy(textAt(table, row, 'stage'));
  const organisation = textAt(table, row, 'organisation');
  return (
    stage.startsWith(`${pair.stage.replace(/\.$/, '')}. `) &&
    (name === null || sameKey(organisation) === sameKey(name))
  );
}

export interface RowChecks {
  readonly today: CivilDate;
  readonly manifest: SchoolManifest;
  readonly references: References;
  /** The word of «Учитывается» for counted rows: only these are checked. Null checks all. */
  readonly counted: string | null;
}

/** What the jobs' own check says of these rows of «Отчёт»; `issue.row` counts as in the sheet. */
export function issuesInReport(
  { table, at }: Rows,
  { today, manifest, references, counted }: RowChecks,
): Issue[] {
  const issues = checkTable(table, {
    today,
    programmeStart: manifest.programmeStart,
    references,
    skip: (row) => counted !== null && textAt(table, row, 'counted') !== counted,
    ownerOf: (row) => {
      const pair = splitKey(textAt(table, row, 'key'));
      if (pair === null) return null;
      const stage = manifest.stages.find(({ code }) => code === pair.stage);
      return { ...pair, documentNeeded: stage?.documentNeeded ?? false };
    },
  });
  return issues.map((issue) => inSheet(issue, at));
}

/** The issue of a compact table with rows as they stand in the sheet. */
export function inSheet(issue: Issue, at: readonly number[]): Issue {
  const real = (row: number): number => at[row - 2] ?? row;
  const { problem } = issue;
  return {
    ...issue,
    row: issue.row === null ? null : real(issue.row),
    problem: problem.code === 'duplicate' ? { ...problem, row: real(problem.row) } : problem,
  };
}

export const dataRows = ({ table }: Rows): number[] =>
  Array.from({ length: rowCount(table) }, (_, row) => row);
