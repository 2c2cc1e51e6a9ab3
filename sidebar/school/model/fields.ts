/** The fields of one stage: what stands in the table, what is typed over it, what is wrong with it. */
import type { Conflict, Form, Save } from '../../../src/contract/school';
import { splitKey } from '../../../src/domain/report/registry';
import { cellProblem } from '../../../src/domain/schema/check';
import { type RuleContext, type RuleRow, ruleProblem } from '../../../src/domain/schema/checkRule';
import type { Problem } from '../../../src/domain/schema/problem';
import type { Column } from '../../../src/domain/schema/schema';
import { type FormDraft, type FormDraftEntry, fingerprintOf } from '../../../src/domain/school/draft';
import { type Cell, cellText, sameCell } from '../../../src/domain/values/cell';
import { sameKey } from '../../../src/domain/values/text';
import { reportSchema } from '../../../src/tabs/schemas/report';
import { cellOf, textOf } from './typed';

/** Texts by column id; only of fields that a person touched. */
export type Typed = Readonly<Record<string, string>>;

/** The cells as the person saw them, by column id. */
export type Seen = Readonly<Record<string, Cell>>;

export const seenIn = (form: Form): Seen =>
  Object.fromEntries(form.fields.map(({ column, value }) => [column.id, value]));

export const fieldText = (column: Column, seen: Seen, typed: Typed): string =>
  typed[column.id] ?? textOf(column, seen[column.id] ?? '');

/** The cells as they would be after saving. */
export function cellsOf(columns: readonly Column[], seen: Seen, typed: Typed): Seen {
  return Object.fromEntries(columns.map((column) => [column.id, cellNow(column, seen, typed)]));
}

function cellNow(column: Column, seen: Seen, typed: Typed): Cell {
  const before = seen[column.id] ?? '';
  const text = typed[column.id];
  return text === undefined || text === textOf(column, before) ? before : cellOf(column, text);
}

/** Ids of the columns whose cell would change. */
export const changedIn = (columns: readonly Column[], seen: Seen, typed: Typed): string[] =>
  columns
    .filter((column) => !sameCell(cellNow(column, seen, typed), seen[column.id] ?? ''))
    .map(({ id }) => id);

/** The draft to store: texts that differ from the table; null when there are none. */
export function draftOf(columns: readonly Column[], seen: Seen, typed: Typed): FormDraft | null {
  const entries = columns.flatMap((column): [string, FormDraftEntry][] => {
    const text = typed[column.id];
    const cell = seen[column.id] ?? '';
    return text === undefined || text === textOf(column, cell)
      ? []
      : [[column.id, { text, over: fingerprintOf(cell) }]];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

export interface Resumed {
  readonly typed: Typed;
  /** Cells that somebody else changed since the draft was typed over them. */
  readonly conflicts: readonly Conflict[];
}

/** What of a draft is still to be sent. What stands in the table already, as sent from elsewhere, is not. */
export function resume(columns: readonly Column[], seen: Seen, draft: FormDraft | null): Resumed {
  const typed: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (const column of columns) {
    const { id, header } = column;
    const entry = draft?.[id];
    const theirs = seen[id] ?? '';
    if (entry === undefined || sameCell(cellOf(column, entry.text), theirs)) continue;
    typed[id] = entry.text;
    if (entry.over !== fingerprintOf(theirs)) conflicts.push({ column: id, header, theirs });
  }
  return { typed, conflicts };
}

export function saveOf(form: Form, columns: readonly Column[], seen: Seen, typed: Typed): Save {
  const cells = cellsOf(columns, seen, typed);
  const changed = changedIn(columns, seen, typed);
  return {
    key: form.key,
    organisation: form.organisation,
    stage: form.stage.title,
    values: Object.fromEntries(changed.map((id) => [id, cells[id] ?? ''])),
    seen: Object.fromEntries(changed.map((id) => [id, seen[id] ?? ''])),
  };
}

/** What is wrong, by column id: the very checks of the tables. */
export function problemsIn(form: Form, seen: Seen, typed: Typed): ReadonlyMap<string, Problem> {
  const columns = form.fields.map(({ column }) => column);
  const cells = cellsOf(columns, seen, typed);
  const row: RuleRow = {
    cell: (id) => cells[id] ?? '',
    documentNeeded: form.stage.documentNeeded,
    stage: splitKey(form.key)?.stage ?? null,
  };
  const { today, programmeStart } = form;
  const context: RuleContext = { today, programmeStart, schema: { ...reportSchema(), columns } };
  const problems = new Map<string, Problem>();
  for (const column of columns) {
    const cell = cells[column.id] ?? '';
    const problem = cellProblem(cell, column, itself(cell)) ?? ruleOf(column, cell, row, context);
    if (problem !== null) problems.set(column.id, problem);
  }
  return problems;
}

/** What is not there yet: it can be given later, while a wrong value must not get into the table. */
const MISSING: ReadonlySet<Problem['code']> = new Set(['required', 'requiredWhen', 'documentMissing']);

/** Ids of the columns that keep a form from being sent: wrong ones that the person changed, and missing ones. */
export function hindrances(
  problems: ReadonlyMap<string, Problem>,
  changed: readonly string[],
): { readonly wrong: readonly string[]; readonly missing: readonly string[] } {
  const all = [...problems];
  return {
    wrong: all.filter(([id, { code }]) => !MISSING.has(code) && changed.includes(id)).map(([id]) => id),
    missing: all.filter(([, { code }]) => MISSING.has(code)).map(([id]) => id),
  };
}

/** Only the server knows the names of organisations and stages: here every name passes. */
function itself(cell: Cell) {
  const names = new Set([sameKey(cellText(cell))]);
  return { organisations: names, stages: names };
}

function ruleOf(column: Column, cell: Cell, row: RuleRow, context: RuleContext): Problem | null {
  for (const rule of column.rules ?? []) {
    const problem = ruleProblem(rule, cell, row, context);
    if (problem !== null) return problem;
  }
  return null;
}
