/**
 * A form that was sent. The row is found by its key, the cells are compared with what the person saw, only what
 * changed is written, and the tab is read back: docs/design.md, «Rules that keep people's data safe», 3. The last look
 * is the last call before the write; what was hit where rows or columns were moved in that very moment is put back.
 */
import type { Answer, Refusal } from '../../contract/plain';
import type { Save, Saved, SidebarFunctions } from '../../contract/school';
import type { References } from '../../domain/schema/columnTypes/columnType';
import type { Column } from '../../domain/schema/schema';
import { saveInput } from '../../domain/school/input';
import { issuesInReport, stretchesOf } from '../../domain/school/rows';
import { type Change, cleaned, compare } from '../../domain/school/save';
import type { Written } from '../../domain/school/settle';
import type { Cell, Grid } from '../../domain/values/cell';
import { saysTheSame, unmarked } from '../../domain/values/formulaText';
import { RowCells } from '../../google/book/rowCells';
import { openSchoolBook, SchoolBook } from '../../google/book/schoolBook';
import { tryDocumentLock } from '../../google/services/app';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { describeIssue } from '../../messages/tabs/issues';
import { given, refuse } from '../run/answer';
import { inReport } from './call';
import { type Pressed, type PressedTab, press } from './press';
import { referencesFor } from './references';
import { findRow, ReportRow, rowName } from './row';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows below the one that was written, read back along: it may have been moved a little. */
const BELOW = 20;
/** Somebody who moves rows all the time: then the person is told. */
const MOST_TRIES = 4;

export const sidebarSave: SidebarFunctions['sidebarSave'] = (input) =>
  given(says, saveInput, input, (save) =>
    inReport((book, report): Answer<Saved> => new Saving(book, report, save).run()),
  );

/** Cells that were hit instead of the row's own and hold again what they held. */
type Undone = Set<string>;

class Saving {
  private readonly undone: Undone = new Set();
  /** The columns stand where «Служебное» says, though a header does not tell. */
  private isTrusted = false;

  constructor(
    private book: SchoolBook,
    private readonly report: Sheet,
    private readonly save: Save,
  ) {}

  run(): Answer<Saved> {
    let isLocked = false;
    for (let count = 0; count < MOST_TRIES; count += 1) {
      const sent = sentFor(this.book, this.save);
      if (!(sent instanceof SentCells)) return sent;
      // Two calls that several stretches have no room for: there the comparison alone must do.
      if (!isLocked && sent.stretches.length === 1 && !tryDocumentLock()) return refuse(says.busy, true);
      isLocked = true;
      const answer = new Attempt(this.book, this.report, this.save, sent, this.undone, this.isTrusted).run();
      if (answer !== null) return answer;
      this.openAgain();
    }
    return refuse(this.undone.size > 0 ? says.putBack([...this.undone]) : says.stillMoving, true);
  }

  /** Where the columns stand now. */
  private openAgain(): void {
    const places = ({ at }: SchoolBook) => JSON.stringify([...at]);
    const now = openSchoolBook();
    if (!(now instanceof SchoolBook)) return;
    this.isTrusted = places(now) === places(this.book);
    this.book = now;
  }
}

/** What was sent, by the places of its columns. */
class SentCells {
  readonly stretches;
  readonly places: ReadonlyMap<string, number>;

  constructor(
    readonly columns: ReadonlyMap<string, Column>,
    readonly values: Readonly<Record<string, Cell>>,
    readonly references: References,
    at: ReadonlyMap<string, number>,
  ) {
    this.places = new Map([...columns.keys()].map((id) => [id, at.get(id) ?? -1]));
    this.stretches = stretchesOf(
      [...this.places.values()].sort((a, b) => a - b),
      0,
    );
  }

  place(id: string): number {
    return this.places.get(id) ?? -1;
  }

  header(id: string): string {
    return this.columns.get(id)?.header ?? id;
  }

  /** The cells of all stretches that hold one of these columns. */
  in(row: number, changed: ReadonlySet<number>): Written[] {
    const isWritten = (place: number): boolean =>
      this.stretches.some(
        ({ first, count }) =>
          place >= first &&
          place < first + count &&
          [...changed].some((each) => each >= first && each < first + count),
      );
    return [...this.places].flatMap(([id, column]) =>
      isWritten(column) ? [{ row, column, cell: this.values[id] ?? '' }] : [],
    );
  }
}

function sentFor(book: SchoolBook, save: Save): SentCells | Refusal {
  const columns = new Map<string, Column>();
  for (const id of Object.keys(save.values)) {
    const column = book.schema.columns.find((each) => each.id === id);
    if (!column) return refuse(says.badInput);
    if (column.writer !== 'curator') return refuse(says.notYours(column.header));
    if (!book.at.has(id)) return refuse(says.columnGone(column.header));
    columns.set(id, column);
  }
  const references = referencesFor(book);
  const values = Object.fromEntries(
    [...columns].map(([id, column]) => [id, cleaned(save.values[id] ?? '', column, references)]),
  );
  return new SentCells(columns, values, references, book.at);
}

/** One attempt, with the columns where they are taken to be. */
class Attempt {
  constructor(
    private readonly book: SchoolBook,
    private readonly report: Sheet,
    private readonly save: Save,
    private readonly sent: SentCells,
    private readonly undone: Undone,
    private readonly isTrusted: boolean,
  ) {}

  /** Null when rows or columns were moved meanwhile and nothing of it stands anywhere: to be tried again. */
  run(): Answer<Saved> | null {
    const { book, report, save, sent } = this;
    const at = findRow(book, report, save.key);
    if (typeof at !== 'number') return this.isTrusted ? at : null;
    if (sent.stretches.length === 0) return this.answerOf(this.rowOf(book.wholeReport(report, at), at));
    const cells = new RowCells(report, at, sent.stretches);
    if (!cells.canEdit()) return this.isTrusted ? refuse(says.protectedCells) : null;
    const formulas = cells.formulas();
    const before = book.wholeReport(report);
    const stands = book.standsUnder(before[0] ?? []);
    if (stands === false || (stands === null && !this.isTrusted)) return null;
    const row = this.rowOf(before, at);
    if (row.text('key') !== save.key) return null;
    if (row.name !== rowName(save.organisation, save.stage) || !row.isClear(null))
      return refuse(says.mixedUp);
    const { theirs, write } = compare({ values: sent.values, seen: save.seen }, (id) => row.cell(id));
    if (theirs.length > 0) return this.conflict(row, theirs);
    const refused = this.refusal(row, write, formulas);
    if (refused !== null) return refused;
    if (write.length === 0) return this.answerOf(row);
    const written = sent.in(at - 1, new Set(write.map(({ column }) => sent.place(column))));
    return this.outcome(press(this.tab(before), before, written, cells), write);
  }

  private tab(before: Grid): PressedTab {
    const { book, report } = this;
    const places = (ids: readonly string[]) => ids.flatMap((id) => book.at.get(id) ?? []);
    const formulas = book.schema.columns.filter(({ formula }) => formula).map(({ id }) => id);
    return {
      sheet: report,
      identity: { by: places(['organisation', 'stage']), or: places(['key']) },
      formulas: new Set(places(formulas)),
      // As wide as it was: one column more or less shows in the header.
      read: (last) =>
        last === undefined
          ? book.grid(report)
          : book.wholeReport(report, last + BELOW).map((cells) => cells.slice(0, before[0]?.length)),
    };
  }

  /** What became of the write. */
  private outcome({ after, row: found, held, undone, left }: Pressed, write: readonly Change[]) {
    for (const cell of undone) this.undone.add(cell);
    if (left.length > 0) return refuse(says.movedInto(left), true);
    const at = this.book.placesUnder(after[0] ?? []);
    const row = found === null ? null : new ReportRow(this.book.with(at), found + 1, after[found] ?? []);
    if (held && row !== null) return this.answerOf(row);
    if (row === null || row.text('key') !== this.save.key) return null;
    const theirs = write.filter(
      ({ column, to }) =>
        !saysTheSame(row.cell(column), to) && !saysTheSame(row.cell(column), this.save.seen[column] ?? ''),
    );
    // Somebody wrote there in the same moment.
    return theirs.length === 0
      ? null
      : this.conflict(
          row,
          theirs.map(({ column }) => ({ column, to: unmarked(row.cell(column)) })),
        );
  }

  private readonly rowOf = (grid: Grid, at: number): ReportRow =>
    new ReportRow(this.book, at, grid[at - 1] ?? []);

  private refusal(row: ReportRow, write: readonly Change[], formulas: ReadonlySet<number>): Refusal | null {
    const { sent } = this;
    const formula = write.find(({ column }) => formulas.has(sent.place(column)));
    if (formula) return refuse(says.formula(sent.header(formula.column)));
    const { today, manifest } = this.book;
    // Also where the row is not counted: what must not stand there must not stand there.
    const checks = { today, manifest, references: sent.references, counted: null };
    const changed = new Map(write.map(({ column }) => [sent.place(column), column]));
    const after = row.with(sent.values).asRows();
    const issue = issuesInReport(after, checks).find(({ columnIndex }) => changed.has(columnIndex ?? -1));
    if (!issue) return null;
    const header = sent.header(changed.get(issue.columnIndex ?? -1) ?? '');
    return refuse(says.wrong(header, describeIssue(issue.problem).repair));
  }

  private conflict(row: ReportRow, theirs: readonly Change[]): { ok: true } & Saved {
    const conflicts = theirs.map(({ column, to }) => ({
      column,
      header: this.sent.header(column),
      theirs: to,
    }));
    return { ...this.answerOf(row), saved: false, conflicts };
  }

  private answerOf(row: ReportRow): { ok: true } & Saved {
    const note = this.undone.size > 0 ? says.putBackAndSaved([...this.undone], row.row) : '';
    return { ok: true, saved: true, conflicts: [], stage: row.stage(), note };
  }
}
