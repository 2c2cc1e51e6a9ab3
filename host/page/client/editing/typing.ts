/** What a person types into a cell, from the first key until it is confirmed or given up. */

import { cellName } from '../../../../src/domain/values/a1';
import { refusals, unfinished, words } from '../../protocol/messages';
import type { CellShown, Place } from '../../protocol/protocol';
import { boxOfCell, type Cell, inside } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import { CellEditor, type Then } from './editor';
import { type Known, know } from './rowsKnown';

const STEPS: Readonly<Record<Then, readonly [down: number, right: number]>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};
/** Shorter waits are not worth a word. */
const WAIT_TOLD_MS = 400;

/** An edit in the editor. */
export interface Begun {
  readonly place: Place;
  readonly person: string;
  readonly known: Known | null;
  /** What the cell held when the editor was opened; null where that was not known. */
  readonly was: string | null;
}

interface TypingEvents {
  /** What is to be known of the selected cell; null where it cannot be had. */
  cellKnown(): Promise<CellShown | null>;
  /** The text is to be saved. */
  confirmed(begun: Begun, cell: Cell, text: string): Promise<void>;
}

export class Typing {
  private readonly editor: CellEditor;
  private edit: Begun | null = null;
  /** The selected cell, while it waits for what it holds before it opens. */
  private waiting: Cell | null = null;

  constructor(
    private readonly state: PageState,
    private readonly grid: () => Grid | null,
    private readonly events: TypingEvents,
  ) {
    this.editor = new CellEditor({
      begun: () => !this.waiting && this.begin(null),
      done: (cell, text, then) => void this.done(cell, text, then),
    });
  }

  /** From now on the keyboard reaches the grid that lies in this element. */
  mount(area: HTMLElement): void {
    this.editor.mount(area);
  }

  get isOpen(): boolean {
    return this.editor.at !== null;
  }

  /** The edit that is going on; null while the editor is closed. */
  get begun(): Begun | null {
    return this.edit;
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
    const { state } = this;
    const at = this.grid()?.activeCell();
    if (!at || this.isOpen || this.waiting) return;
    this.waiting = at;
    const told = window.setTimeout(() => state.say(words.waitsForCell), WAIT_TOLD_MS);
    const known = await this.events.cellKnown();
    window.clearTimeout(told);
    if (state.shown.notice?.text === words.waitsForCell) state.dismiss();
    // The person may have gone on meanwhile.
    if (this.waiting !== at) return;
    this.waiting = null;
    if (known) this.begin(known.formula ?? this.grid()?.text(at.row, at.col) ?? '');
  }

  /** Opens the editor at the selected cell; `start` null: over what is being typed there. */
  private begin(start: string | null): boolean {
    const { state } = this;
    const { cell, opened, sheet, person } = state.shown;
    const grid = this.grid();
    const at = grid?.activeCell();
    const place = at && grid?.rect(at.row, at.col);
    if (!grid || !at || !place || !opened) return false;
    if (!opened.canEdit || cell?.editable === false) {
      state.refuse(opened.canEdit ? refusals.protectedCell(cellName(at.row, at.col)) : refusals.noAccess);
      return false;
    }
    const was = start ?? (cell ? (cell.formula ?? grid.text(at.row, at.col)) : null);
    this.edit = { place: { book: opened.book.id, sheet }, person, known: know(grid, at), was };
    this.editor.open(at, start, place);
    state.forgetNotice();
    return true;
  }

  private async done(cell: Cell, text: string | null, then: Then): Promise<void> {
    const begun = this.edit;
    this.edit = null;
    const saved =
      begun && text !== null && text !== begun.was ? this.events.confirmed(begun, cell, text) : null;
    if (then !== 'stay' || text === null) this.step(cell, then);
    await saved;
  }

  private step({ row, col }: Cell, then: Then): void {
    const [down, right] = STEPS[then];
    const { sheet } = this.state;
    if (sheet && then !== 'stay') {
      this.grid()?.select(inside(boxOfCell({ row: row + down, col: col + right }), sheet));
    }
    this.focus();
  }

  /** Opens the editor once more with a text that could not be saved, where the person sees its cell; if it can. */
  reopen(begun: Begun, cell: Cell, text: string): boolean {
    const { opened, sheet, person } = this.state.shown;
    const grid = this.grid();
    const place = grid?.rect(cell.row, cell.col);
    const here = opened?.book.id === begun.place.book && sheet === begun.place.sheet;
    if (this.isOpen || !grid || !place || !here || person !== begun.person) return false;
    grid.select(boxOfCell(cell));
    this.edit = { ...begun, known: know(grid, cell), was: null };
    this.editor.open(cell, text, grid.rect(cell.row, cell.col) ?? place);
    return true;
  }

  /** The cells stand elsewhere now: the grid was scrolled, rows grew. */
  moved(): void {
    const cell = this.editor.at;
    const place = cell && this.grid()?.rect(cell.row, cell.col);
    if (place) this.editor.move(place);
  }

  /** The edited row has another number now. */
  moveTo(cell: Cell): void {
    const begun = this.edit;
    const grid = this.grid();
    const before = this.editor.at;
    if (!begun || !grid || !before) return;
    const selected = grid.activeCell();
    if (selected.row !== cell.row || selected.col !== cell.col) grid.select(boxOfCell(cell));
    this.edit = {
      ...begun,
      known: begun.known && {
        ...begun.known,
        cell,
        order: grid.orderOf(begun.known.sheet),
        size: grid.sizeOf(begun.known.sheet),
      },
    };
    const place = grid.rect(cell.row, cell.col);
    if (place) this.editor.moveTo(cell, place);
  }

  /** Closes the editor without saving, and says what was in it. */
  abandon(): void {
    const text = this.editor.abandon();
    this.edit = null;
    if (text !== null) tellUnfinished(this.state, text);
  }
}

/** What was typed can no longer be saved: at least it can be read. */
function tellUnfinished(state: PageState, text: string): void {
  if (text !== '') state.keep(unfinished(text));
}
