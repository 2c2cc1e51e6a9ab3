/** What a person types into a cell, from the first key until it is saved: nothing of it is lost without a word. */
import { notSaved, page, refusals, unfinished } from '../protocol/messages';
import type { Place, RowsShown } from '../protocol/protocol';
import { cellName } from './grid/a1';
import { type Cell, CellEditor, type Then } from './grid/editor';
import { PendingTexts } from './grid/pending';
import { find, type Known, know } from './grid/rowsKnown';
import { inside, type Session } from './session';

const STEPS: Readonly<Record<Then, readonly [down: number, right: number]>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};
/** Shorter waits are not worth a word. */
const WAIT_TOLD_MS = 400;
/** Rows fetched around the edited one when its book is opened anew. */
const AROUND = 250;

interface Begun {
  readonly place: Place;
  readonly known: Known | null;
  /** What the cell held when the editor was opened; null where that was not known. */
  readonly was: string | null;
}

export class Editing {
  private readonly editor: CellEditor;
  private readonly pending: PendingTexts;
  private begun: Begun | null = null;
  /** Confirmed while the book was being opened anew: they wait for their rows. */
  private readonly held = new Set<Begun>();
  /** The selected cell, while it waits for what it holds before it opens. */
  private waiting: Cell | null = null;
  private reloads = 0;
  private reloaded: Promise<void> = Promise.resolve();
  private endReload = (): void => {};

  constructor(
    private readonly session: Session,
    area: HTMLElement,
  ) {
    this.editor = new CellEditor(area, {
      begun: () => !this.waiting && this.begin(null),
      done: (cell, text, then) => void this.done(cell, text, then),
    });
    this.pending = new PendingTexts(area, () => session.display);
  }

  get isOpen(): boolean {
    return this.editor.at !== null;
  }

  focus(): void {
    this.editor.focus();
  }

  rest(cell: Cell, text: string): void {
    if (this.waiting?.row !== cell.row || this.waiting.col !== cell.col) this.waiting = null;
    this.editor.rest(cell, text);
  }

  /** As leaving the cell does. */
  leave(): void {
    this.editor.end('stay');
  }

  /** Enter opens the cell; a second one goes on, also where the first still waits. */
  enter(): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) this.step(waiting, 'down');
    else void this.openSelected();
  }

  /** Opens the selected cell with what it holds, as soon as that is known. */
  async openSelected(): Promise<void> {
    const { session } = this;
    const at = session.display?.activeCell();
    if (!at || this.isOpen || this.waiting) return;
    this.waiting = at;
    const told = window.setTimeout(() => session.say(page.waitsForCell), WAIT_TOLD_MS);
    const known = await session.cellKnown();
    window.clearTimeout(told);
    if (session.shown.notice?.text === page.waitsForCell) session.dismiss();
    // The person may have gone on meanwhile.
    if (this.waiting !== at) return;
    this.waiting = null;
    if (known) this.begin(known.formula ?? session.display?.text(at.row, at.col) ?? '');
  }

  /** Opens the editor at the selected cell; `start` null: over what is being typed there. */
  private begin(start: string | null): boolean {
    const { session } = this;
    const { cell, opened, sheet } = session.shown;
    const grid = session.display;
    const at = grid?.activeCell();
    const place = at && grid?.rect(at.row, at.col);
    if (!grid || !at || !place || !opened) return false;
    if (!opened.canEdit || cell?.editable === false) {
      session.refuse(opened.canEdit ? refusals.protectedCell(cellName(at.row, at.col)) : refusals.noAccess);
      return false;
    }
    const was = start ?? (cell ? (cell.formula ?? grid.text(at.row, at.col)) : null);
    this.begun = { place: { book: opened.book.id, sheet }, known: know(grid, at), was };
    this.editor.open(at, start, place);
    session.forgetNotice();
    return true;
  }

  private async done(cell: Cell, text: string | null, then: Then): Promise<void> {
    const { begun } = this;
    this.begun = null;
    const saved = begun && text !== null && text !== begun.was ? this.save(begun, cell, text) : null;
    if (then !== 'stay' || text === null) this.step(cell, then);
    await saved;
  }

  private step({ row, col }: Cell, then: Then): void {
    const [down, right] = STEPS[then];
    const { sheet, display } = this.session;
    if (sheet && then !== 'stay') {
      display?.select(inside({ row: row + down, col: col + right, rows: 1, cols: 1 }, sheet));
    }
    this.focus();
  }

  /** Saves the text where its row is, also when the book is just being opened anew. */
  private async save(begun: Begun, typedAt: Cell, text: string): Promise<void> {
    const { session } = this;
    let cell: Cell | null = typedAt;
    if (this.reloads > 0) {
      this.held.add(begun);
      await this.reloaded;
      this.held.delete(begun);
      const grid = session.display;
      cell =
        grid && begun.known && session.shown.opened?.book.id === begun.place.book
          ? find(grid, begun.known)
          : null;
      if (!cell) {
        this.tellUnfinished(text);
        return;
      }
    }
    const { row, col } = cell;
    const carriedOut = this.pending.add(begun.place.sheet, cell, text);
    const outcome = await session.edit({ kind: 'type', row, col, text }, begun.place);
    carriedOut();
    if (outcome === 'lost') this.giveBack(begun, cell, text);
  }

  /** What could not be saved stands in the editor again, or at least in a sentence. */
  private giveBack(begun: Begun, cell: Cell, text: string): void {
    const { session } = this;
    const { opened, sheet } = session.shown;
    const place = session.display?.rect(cell.row, cell.col);
    if (!this.isOpen && place && opened?.book.id === begun.place.book && sheet === begun.place.sheet) {
      session.display?.select({ ...cell, rows: 1, cols: 1 });
      this.begun = { ...begun, was: null };
      this.editor.open(cell, text, session.display?.rect(cell.row, cell.col) ?? place);
    }
    session.refuse(notSaved(text, cellName(cell.row, cell.col)));
  }

  private tellUnfinished(text: string): void {
    if (text !== '') this.session.warn(unfinished(text));
  }

  /** The cells stand elsewhere now: the grid was scrolled, rows grew. */
  moved(): void {
    const cell = this.editor.at;
    const place = cell && this.session.display?.rect(cell.row, cell.col);
    if (place) this.editor.move(place);
    this.pending.place();
  }

  /** Rows were put into the grid: the edited one may have been sorted to another place. */
  follow(sheet: number): void {
    const { begun } = this;
    const grid = this.session.display;
    if (this.isOpen && grid && begun?.known?.sheet === sheet && this.reloads === 0) {
      const cell = find(grid, begun.known);
      if (cell) this.moveTo(cell);
    }
    this.moved();
  }

  /** The book is being opened anew: what is confirmed meanwhile waits. */
  beginReload(): void {
    this.reloads += 1;
    if (this.reloads > 1) return;
    this.reloaded = new Promise((done) => {
      this.endReload = done;
    });
  }

  /** Rows around those that were typed into and are not saved yet, so that they are found at once. */
  async around(book: string): Promise<{ sheet: number; rows: RowsShown }[]> {
    const unsaved = [...this.held, ...(this.begun ? [this.begun] : [])];
    const rows = unsaved.flatMap(({ place, known }) => (place.book === book && known ? [known] : []));
    const pieces = rows.map(({ sheet, cell }) =>
      this.session
        .ask('rows', { book, sheet, from: Math.max(1, cell.row - AROUND), to: cell.row + AROUND })
        .then((piece) => [{ sheet, rows: piece }])
        .catch(() => []),
    );
    return (await Promise.all(pieces)).flat();
  }

  /** The book is there again: the editor stays at its row, or its text is told. */
  finishReload(): void {
    this.reloads -= 1;
    if (this.reloads > 0) return;
    const { begun, session } = this;
    const grid = session.display;
    if (this.isOpen && begun && grid) {
      const { opened, sheet } = session.shown;
      const here = opened?.book.id === begun.place.book && sheet === begun.place.sheet;
      const cell = here && begun.known ? find(grid, begun.known) : null;
      if (cell) this.moveTo(cell);
      else this.abandon();
    }
    this.endReload();
    this.moved();
  }

  /** Closes the editor without saving, and says what was in it. */
  abandon(): void {
    const text = this.editor.abandon();
    this.begun = null;
    if (text !== null) this.tellUnfinished(text);
  }

  private moveTo(cell: Cell): void {
    const { begun, session } = this;
    const grid = session.display;
    const before = this.editor.at;
    if (!begun || !grid || !before) return;
    const selected = grid.activeCell();
    if (selected.row !== cell.row || selected.col !== cell.col) grid.select({ ...cell, rows: 1, cols: 1 });
    this.begun = {
      ...begun,
      known: begun.known && { ...begun.known, cell, size: grid.sizeOf(begun.known.sheet) },
    };
    const place = grid.rect(cell.row, cell.col);
    if (place) this.editor.moveTo(cell, place);
  }
}
