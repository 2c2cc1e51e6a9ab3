/**
 * A form that was sent. The row is found by its key, the cells are compared with what the person saw, only what
 * changed is written, and key and cells are read back: docs/design.md, «Rules that keep people's data safe», 3. The
 * last look is the last call before the write; a row that slipped away in that very moment is noticed afterwards, and
 * what was hit instead is put back.
 */
import type { Answer, Refusal } from '../../contract/plain';
import type { Save, Saved, SidebarFunctions } from '../../contract/school';
import type { References } from '../../domain/schema/columnTypes/columnType';
import type { Column } from '../../domain/schema/schema';
import { saveInput } from '../../domain/school/input';
import { issuesInReport, stretchesOf } from '../../domain/school/rows';
import { type Change, cleaned, compare } from '../../domain/school/save';
import { type Cell, isBlank } from '../../domain/values/cell';
import { saysTheSame, unmarked } from '../../domain/values/formulaText';
import { RowCells } from '../../google/book/rowCells';
import type { SchoolBook } from '../../google/book/schoolBook';
import { commit, tryDocumentLock } from '../../google/services/app';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { describeIssue } from '../../messages/tabs/issues';
import { given, refuse } from '../run/answer';
import { inReport } from './call';
import { referencesFor } from './references';
import { findRow, ReportRow, rowName } from './row';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows around the one that is written, read along: what slipped into its place is put right from these. */
const AROUND = 20;
/** Somebody who moves rows all the time: then the person is told. */
const MOST_TRIES = 3;

export const sidebarSave: SidebarFunctions['sidebarSave'] = (input) =>
  given(says, saveInput, input, (save) =>
    inReport((book, report): Answer<Saved> => {
      const columns = new Map<string, Column>();
      for (const id of Object.keys(save.values)) {
        const column = book.schema.columns.find((each) => each.id === id);
        if (!column) return refuse(says.badInput);
        if (column.writer !== 'curator') return refuse(says.notYours(column.header));
        if (!book.at.has(id)) return refuse(says.columnGone(column.header));
        columns.set(id, column);
      }
      return new Saving(book, report, save, columns).run();
    }),
  );

class Saving {
  private readonly references: References;
  private readonly values: Readonly<Record<string, Cell>>;
  private readonly stretches;
  /** The names in the row, as the person saw them. */
  private readonly name: string;

  constructor(
    private readonly book: SchoolBook,
    private readonly report: Sheet,
    private readonly save: Save,
    private readonly columns: ReadonlyMap<string, Column>,
  ) {
    this.references = referencesFor(book);
    this.values = Object.fromEntries(
      [...columns].map(([id, column]) => [id, cleaned(save.values[id] ?? '', column, this.references)]),
    );
    const places = [...columns.keys()].map((id) => this.place(id)).sort((a, b) => a - b);
    this.stretches = stretchesOf(places, 0);
    this.name = rowName(save.organisation, save.stage);
  }

  private readonly place = (id: string): number => this.book.at.get(id) ?? -1;

  run(): Answer<Saved> {
    // Two calls that several stretches have no room for: there the comparison alone must do.
    if (this.stretches.length === 1 && !tryDocumentLock()) return refuse(says.busy, true);
    for (let count = 0; count < MOST_TRIES; count += 1) {
      const answer = this.attempt();
      if (answer !== null) return answer;
    }
    return refuse(says.stillMoving, true);
  }

  /** Null when the row moved away meanwhile and nothing of it was written: to be tried again. */
  private attempt(): Answer<Saved> | null {
    const { book, report, save } = this;
    const at = findRow(book, report, save.key);
    if (typeof at !== 'number') return at;
    if (this.stretches.length === 0) return this.answerOf(this.look(at).row);
    const cells = new RowCells(report, at, this.stretches);
    if (!cells.canEdit()) return refuse(says.protectedCells);
    const formulas = cells.formulas();
    const before = this.look(at);
    const { row } = before;
    if (row.text('key') !== save.key) return null;
    if (!this.isOurs(row) || !row.isClear(null)) return refuse(says.mixedUp);
    const { theirs, write } = compare({ values: this.values, seen: save.seen }, (id) => row.cell(id));
    if (theirs.length > 0) return { ...this.answerOf(row), saved: false, conflicts: this.conflicts(theirs) };
    const refused = this.refusal(row, write, formulas);
    if (refused !== null) return refused;
    if (write.length === 0) return this.answerOf(row);
    const written = new Set(write.map(({ column }) => this.place(column)));
    const byPlace = new Map(Object.entries(this.values).map(([id, cell]) => [this.place(id), cell]));
    cells.write(written, (place) => byPlace.get(place) ?? '');
    commit();
    return this.readBack(at, before, write);
  }

  /** The row and those around it, as they stand. One call. */
  private look(at: number): Seen {
    const first = Math.max(2, at - AROUND);
    const rows = this.book.rows(this.report, first, at - first + 1 + AROUND);
    const around = rows.map((cells, index) => new ReportRow(this.book, first + index, cells));
    return { row: around[at - first] ?? new ReportRow(this.book, at, []), around };
  }

  private refusal(row: ReportRow, write: readonly Change[], formulas: ReadonlySet<number>): Refusal | null {
    const formula = write.find(({ column }) => formulas.has(this.place(column)));
    if (formula) return refuse(says.formula(this.header(formula.column)));
    const { today, manifest } = this.book;
    // Also where the row is not counted: what must not stand there must not stand there.
    const checks = { today, manifest, references: this.references, counted: null };
    const changed = new Map(write.map(({ column }) => [this.place(column), column]));
    const after = row.with(this.values).asRows();
    const issue = issuesInReport(after, checks).find(({ columnIndex }) => changed.has(columnIndex ?? -1));
    if (!issue) return null;
    const header = this.header(changed.get(issue.columnIndex ?? -1) ?? '');
    return refuse(says.wrong(header, describeIssue(issue.problem).repair));
  }

  /** What became of the write. */
  private readBack(at: number, before: Seen, write: readonly Change[]): Answer<Saved> | null {
    const after = this.look(at);
    const holds = (row: ReportRow) => write.every(({ column, to }) => saysTheSame(row.cell(column), to));
    if (this.isOurs(after.row)) {
      if (holds(after.row)) return this.answerOf(after.row);
      // Somebody wrote there in the same moment.
      const theirs = write.map(({ column }) => ({ column, to: unmarked(after.row.cell(column)) }));
      return { ...this.answerOf(after.row), saved: false, conflicts: this.conflicts(theirs) };
    }
    // Moved after it was written: nearby, or far away.
    const near = after.around.find((row) => row.name === this.name && holds(row));
    if (near) return this.answerOf(near);
    const found = findRow(this.book, this.report, this.save.key);
    const moved = typeof found === 'number' ? this.look(found).row : null;
    if (moved !== null && this.isOurs(moved) && holds(moved)) return this.answerOf(moved);
    return this.putBack(after.row, before, write) ? null : refuse(says.movedInto(at));
  }

  /** Key and names: what people wrote goes with the names, also where somebody sorts without the hidden columns. */
  private isOurs(row: ReportRow): boolean {
    return row.text('key') === this.save.key && row.name === this.name;
  }

  /** Undoes what was written into a row that had slipped into the place; false where its former cells are not known. */
  private putBack(hit: ReportRow, before: Seen, write: readonly Change[]): boolean {
    const wrong = write.filter(({ column, to }) => saysTheSame(hit.cell(column), to));
    if (wrong.length === 0) return true;
    const former = before.around.filter((row) => row.name === hit.name);
    // A row that was inserted has no name and held nothing, unless one without a name held something before.
    const held = former.some((row) => wrong.some(({ column }) => !isBlank(row.cell(column))));
    if (hit.name === NAMELESS ? held : former.length !== 1) return false;
    for (const { column } of wrong) {
      const place = this.place(column);
      const cells = new RowCells(this.report, hit.row, [{ first: place, count: 1 }]);
      cells.write(new Set([place]), () => former[0]?.cell(column) ?? '');
    }
    commit();
    return this.look(hit.row).row.name === hit.name;
  }

  private conflicts(theirs: readonly Change[]): Saved['conflicts'] {
    return theirs.map(({ column, to }) => ({ column, header: this.header(column), theirs: to }));
  }

  private readonly header = (id: string): string => this.columns.get(id)?.header ?? id;

  private answerOf(row: ReportRow): { ok: true } & Saved {
    return { ok: true, saved: true, conflicts: [], stage: row.stage() };
  }
}

const NAMELESS = rowName('', '');

interface Seen {
  readonly row: ReportRow;
  readonly around: readonly ReportRow[];
}
