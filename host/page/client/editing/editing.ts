/** Puts together what edits cells: typing, saving, and staying at the row. */
import type { CellShown } from '../../protocol/protocol';
import type { PersonRequests } from '../connection/requests';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import { Edits } from './edits';
import { Following } from './following';
import { PendingTexts } from './pending';
import { Reloads } from './reloads';
import { Saving } from './saving';
import { Typing } from './typing';

export class Editing {
  readonly edits: Edits;
  readonly typing: Typing;
  readonly following: Following;
  private readonly pending: PendingTexts;

  /** `cellKnown`: what is to be known of the selected cell; null where it cannot be had. `refresh`: shows a book anew. */
  constructor(
    state: PageState,
    requests: PersonRequests,
    grid: () => Grid | null,
    cellKnown: () => Promise<CellShown | null>,
    refresh: (book: string) => Promise<void>,
  ) {
    const reloads = new Reloads();
    this.pending = new PendingTexts(grid);
    this.edits = new Edits(state, requests, grid);
    this.typing = new Typing(state, grid, {
      cellKnown,
      confirmed: (begun, cell, text) => saving.save(begun, cell, text),
    });
    const saving = new Saving(state, grid, this.edits, this.pending, reloads, {
      reopen: (begun, cell, text) => this.typing.reopen(begun, cell, text),
      refresh,
    });
    this.following = new Following(state, requests, grid, this.typing, saving, this.pending, reloads);
  }

  /** From now on the keyboard reaches the grid that lies in this element. */
  mount(area: HTMLElement): void {
    this.typing.mount(area);
    this.pending.mount(area);
  }
}
