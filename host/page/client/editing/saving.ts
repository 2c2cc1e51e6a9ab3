/** Saves what was typed: nothing of it is lost without a word. */

import { cellName } from '../../../../src/domain/values/a1';
import { notSaved } from '../../protocol/messages';
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import type { Edits } from './edits';
import type { PendingTexts } from './pending';
import type { Reloads } from './reloads';
import { find } from './rowsKnown';
import { type Begun, tellUnfinished } from './typing';

export class Saving {
  /** Confirmed while the book was being opened anew: they wait for their rows. */
  private readonly held = new Set<Begun>();

  /** `reopen`: the text goes back into the editor, where the person sees its cell. */
  constructor(
    private readonly state: PageState,
    private readonly grid: () => Grid | null,
    private readonly edits: Edits,
    private readonly pending: PendingTexts,
    private readonly reloads: Reloads,
    private readonly reopen: (begun: Begun, cell: Cell, text: string) => void,
  ) {}

  /** Edits that wait until their book is there again. */
  get waiting(): readonly Begun[] {
    return [...this.held];
  }

  /** Saves the text where its row is, also when the book is just being opened anew. */
  async save(begun: Begun, typedAt: Cell, text: string): Promise<void> {
    const cell = this.reloads.isRunning ? await this.afterReload(begun) : typedAt;
    if (!cell) {
      tellUnfinished(this.state, text);
      return;
    }
    const { row, col } = cell;
    const carriedOut = this.pending.add(begun.place.sheet, cell, text);
    const outcome = await this.edits.edit({ kind: 'type', row, col, text }, begun.place);
    carriedOut();
    if (outcome === 'lost') this.giveBack(begun, cell, text);
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

  /** What could not be saved stands in the editor again, or at least in a sentence. */
  private giveBack(begun: Begun, cell: Cell, text: string): void {
    this.reopen(begun, cell, text);
    this.state.refuse(notSaved(text, cellName(cell.row, cell.col)));
  }
}
