/** Saves what was typed: nothing of it is lost without a word. */

import { cellName } from '../../../../src/domain/values/a1';
import { notSaved, notSavedMoved, notSavedWhy } from '../../protocol/messages';
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import type { Edits } from './edits';
import type { PendingTexts } from './pending';
import type { Reloads } from './reloads';
import { find } from './rowsKnown';
import type { Begun } from './typing';

/** Rows may move again while they are being looked for. */
const TRIES = 4;

export interface SavingEvents {
  /** Puts the text into the editor again, where the person sees its cell; whether that was possible. */
  reopen(begun: Begun, cell: Cell, text: string): boolean;
  /** Shows the book as the server has it now. */
  refresh(book: string): Promise<void>;
}

export class Saving {
  /** Confirmed while the book was being opened anew: they wait for their rows. */
  private readonly held = new Set<Begun>();

  constructor(
    private readonly state: PageState,
    private readonly grid: () => Grid | null,
    private readonly edits: Edits,
    private readonly pending: PendingTexts,
    private readonly reloads: Reloads,
    private readonly events: SavingEvents,
  ) {}

  /** Edits that wait until their book is there again. */
  get waiting(): readonly Begun[] {
    return [...this.held];
  }

  /** Saves the text where its row is, also when rows move or the book is just being opened anew. */
  async save(begun: Begun, typedAt: Cell, text: string): Promise<void> {
    const { place, person, known } = begun;
    let cell = this.reloads.isRunning ? await this.afterReload(begun) : this.placeNow(begun, typedAt);
    for (let tries = 1; cell !== null; tries += 1) {
      const { row, col } = cell;
      const order = this.state.book === place.book ? this.grid()?.orderOf(place.sheet) : known?.order;
      const carriedOut = this.pending.add(place.sheet, cell, text);
      const outcome = await this.edits.send({ kind: 'type', row, col, text }, { place, person, order });
      carriedOut();
      if (outcome.kind === 'lost') return this.giveBack(begun, cell, text, notSaved);
      if (outcome.kind === 'failed') {
        const { why } = outcome;
        return this.giveBack(begun, cell, text, (what, at) => notSavedWhy(what, at, why));
      }
      if (outcome.kind !== 'moved') return;
      if (tries === TRIES) break;
      this.state.dismiss();
      cell = await this.afterRefresh(begun);
    }
    if (text !== '') this.state.keep(notSavedMoved(text));
  }

  private placeNow(begun: Begun, typedAt: Cell): Cell | null {
    const grid = this.grid();
    const { known, place } = begun;
    // Another book is in front by now: the server says whether its rows moved.
    if (!grid || !known || this.state.book !== place.book) return typedAt;
    return find(grid, { ...known, cell: typedAt });
  }

  private async afterRefresh(begun: Begun): Promise<Cell | null> {
    const { place } = begun;
    if (this.state.book !== place.book) return null;
    this.held.add(begun);
    await this.events.refresh(place.book);
    return this.afterReload(begun);
  }

  /** Where the cell is when the book is there again; null where that cannot be told for sure. */
  private async afterReload(begun: Begun): Promise<Cell | null> {
    this.held.add(begun);
    await this.reloads.done;
    this.held.delete(begun);
    const { place, known } = begun;
    const grid = this.grid();
    return grid && known && this.state.book === place.book ? find(grid, known) : null;
  }

  /** What could not be saved stands in the editor again, or at least in a sentence that stays. */
  private async giveBack(
    begun: Begun,
    typedAt: Cell,
    text: string,
    sentence: (text: string, cell: string) => string,
  ): Promise<void> {
    // What failed is taken back by the program: the book is shown anew then.
    const cell = this.reloads.isRunning ? await this.afterReload(begun) : typedAt;
    const at = cell ?? typedAt;
    const told = sentence(text, cellName(at.row, at.col));
    if (cell && this.events.reopen(begun, cell, text)) this.state.refuse(told);
    else if (text !== '') this.state.keep(told);
  }
}
