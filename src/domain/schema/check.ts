/** Checks a whole table against its schema: what was pasted as well as what was typed. */

import type { CivilDate } from '../dates/civil';
import { findPersonalData } from '../personal/personalData';
import { type Cell, cellText, isBlank, isEmpty, isErrorCell, isFormula } from '../values/cell';
import { clip, joinedTexts, sameKey, tidy } from '../values/text';
import { withSignsShown } from '../values/unseen';
import { type RuleContext, type RuleRow, ruleProblem } from './checkRule';
import { typeOf } from './columnTypes';
import type { References } from './columnTypes/columnType';
import type { Issue } from './issue';
import type { Problem } from './problem';
import type { Column } from './schema';
import { cellAt, isBlankRow, rowCount, sheetRow, type Table, textAt } from './table';

export interface CheckContext {
  readonly today: CivilDate;
  readonly programmeStart: CivilDate | null;
  readonly references: References;
  /** Whose row it is and what its stage asks, for the issue and the rules; null where it is not known. */
  ownerOf(row: number): RowOwner | null;
  /** Rows that are not checked: those that are not counted. */
  skip?(row: number): boolean;
}

export interface RowOwner {
  readonly organisation: string;
  readonly stage: string | null;
  readonly documentNeeded: boolean;
}

/** Longer texts make every reading of the sheet slow, and nobody reads them. */
const LONGEST_TEXT = 2000;
const LONGEST_FOUND = 60;

/** Issues of the cells of one table, row by row, columns in the schema's order. */
export function checkTable(table: Table, context: CheckContext): Issue[] {
  const issues: Issue[] = [];
  const columns = table.schema.columns.filter(
    (column) => column.writer !== 'svodka' && table.at.has(column.id),
  );
  const uniques = uniqueColumns(columns);
  const ruleContext: RuleContext = { ...context, schema: table.schema };
  for (let row = 0; row < rowCount(table); row += 1) {
    if (context.skip?.(row) || isBlankRow(table, row)) continue;
    const owner = context.ownerOf(row);
    const ruleRow: RuleRow = {
      cell: (id) => cellAt(table, row, id),
      documentNeeded: owner?.documentNeeded ?? false,
      stage: owner?.stage ?? null,
    };
    for (const column of columns) {
      const cell = cellAt(table, row, column.id);
      const own = cellProblem(cell, column, context.references);
      // What figures written as text mean is certain, so they are held against the rules as well.
      const isCertain = own === null || own.code === 'numberAsText';
      const problem = (isCertain ? rowProblem(cell, column, ruleRow, ruleContext) : null) ?? own;
      if (problem) issues.push(issueAt(table, row, column, cell, problem, owner));
    }
    for (const unique of uniques) {
      const twin = unique.see(table, row);
      if (twin === null) continue;
      const cell = cellAt(table, row, unique.column.id);
      issues.push(
        issueAt(table, row, unique.column, cell, { code: 'duplicate', row: sheetRow(twin) }, owner),
      );
    }
  }
  return issues;
}

/** What is wrong with the cell by itself; blank cells are fine unless the column is required. */
export function cellProblem(cell: Cell, column: Column, references: References): Problem | null {
  if (isBlank(cell)) return column.required ? { code: 'required' } : null;
  if (isErrorCell(cell)) return { code: 'errorCell' };
  if (isFormula(cell)) return { code: 'formula' };
  const text = cellText(cell);
  if (text.length > LONGEST_TEXT) return { code: 'tooLong', length: text.length };
  const type = typeOf(column);
  // A text cell of spaces counts as blank; in a date or number column Sheets takes spaces for text.
  if (isEmpty(cell) && type.holds !== 'day' && type.holds !== 'number')
    return column.required ? { code: 'required' } : null;
  const kinds = personalDataIn(cell, column);
  if (kinds.length > 0) return { code: 'personalData', kinds };
  const problem = type.check(cell, column, references);
  return problem?.code === 'notOfType' ? { code: 'notOfType', type: column.type } : problem;
}

/** Only what curators and heads type is searched: names of organisations are the administrator's. */
function personalDataIn(cell: Cell, column: Column): string[] {
  // A phone typed into a column that lost its format is a number.
  const text = typeof cell === 'number' ? String(cell) : cell;
  if (typeof text !== 'string' || !typeOf(column).searched) return [];
  if (column.writer !== 'curator' && column.writer !== 'head') return [];
  return [...new Set(findPersonalData(text).map((finding) => finding.kind))];
}

function rowProblem(cell: Cell, column: Column, row: RuleRow, context: RuleContext): Problem | null {
  for (const rule of column.rules ?? []) {
    const problem = ruleProblem(rule, cell, row, context);
    if (problem) return problem;
  }
  return null;
}

export function issueAt(
  table: Table,
  row: number | null,
  column: Column | null,
  cell: Cell,
  problem: Problem,
  owner: Pick<RowOwner, 'organisation'> | null = null,
): Issue {
  const index = column ? (table.at.get(column.id) ?? null) : null;
  const header = index === null ? (column?.header ?? null) : cellText(table.grid[0]?.[index] ?? '');
  return {
    tab: table.schema.id,
    row: row === null ? null : sheetRow(row),
    column: header,
    columnIndex: index,
    organisation: owner?.organisation ?? null,
    problem,
    found: problem.code === 'personalData' ? null : foundText(cell),
  };
}

/** What stands in the cell, as far as it may be repeated: personal data is not, in whatever column it stands. */
function foundText(cell: Cell): string | null {
  const text = tidy(withSignsShown(cellText(cell).slice(0, LONGEST_FOUND * 4)));
  if (text === '') return null;
  return typeof cell !== 'object' && findPersonalData(text).length > 0 ? null : clip(text, LONGEST_FOUND);
}

interface UniqueColumn {
  readonly column: Column;
  /** The row that holds the same already, or null. */
  see(table: Table, row: number): number | null;
}

function uniqueColumns(columns: readonly Column[]): UniqueColumn[] {
  const uniques: UniqueColumn[] = [];
  for (const column of columns) {
    for (const rule of column.rules ?? []) {
      if (rule.kind !== 'unique') continue;
      const seen = new Map<string, number>();
      const ids = [column.id, ...(rule.with ?? [])];
      uniques.push({
        column,
        see(table, row) {
          if (ids.some((id) => textAt(table, row, id) === '')) return null;
          const key = joinedTexts(ids.map((id) => sameKey(textAt(table, row, id))));
          const twin = seen.get(key);
          if (twin !== undefined) return twin;
          seen.set(key, row);
          return null;
        },
      });
    }
  }
  return uniques;
}
