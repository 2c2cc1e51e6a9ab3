/** Keeps the editor at its row while rows are sorted, inserted or deleted, or the whole book is opened anew. */
import type { RowsShown } from '../../protocol/protocol';
import type { PersonRequests } from '../connection/requests';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import type { PendingTexts } from './pending';
import type { Reloads } from './reloads';
import { find } from './rowsKnown';
import type { Saving } from './saving';
import type { Typing } from './typing';

/** Rows fetched on either side of an edited one when its book is opened anew. */
const AROUND = 250;

export class Following {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly grid: () => Grid | null,
    private readonly typing: Typing,
    private readonly saving: Saving,
    private readonly pending: PendingTexts,
    private readonly reloads: Reloads,
  ) {}

  /** The cells stand elsewhere now: the grid was scrolled, rows grew. */
  moved(): void {
    this.typing.moved();
    this.pending.place();
  }

  /** Rows were put into the grid: the edited one may have been sorted to another place. */
  follow(sheet: number): void {
    const { begun, isOpen } = this.typing;
    const grid = this.grid();
    if (isOpen && grid && begun?.known?.sheet === sheet && !this.reloads.isRunning) {
      const cell = find(grid, begun.known);
      if (cell) this.typing.moveTo(cell);
    }
    this.moved();
  }

  /** The book is being opened anew: what is confirmed meanwhile waits, until as many have ended as were begun. */
  beginReload(): void {
    this.reloads.begin();
  }

  /** Rows around those that were typed into and are not saved yet, so that they are found at once. */
  async around(book: string): Promise<{ sheet: number; rows: RowsShown }[]> {
    const { begun } = this.typing;
    const unsaved = [...this.saving.waiting, ...(begun ? [begun] : [])];
    const rows = unsaved.flatMap(({ place, known }) => (place.book === book && known ? [known] : []));
    const pieces = rows.map(({ sheet, cell }) =>
      this.requests
        .ask('rows', { book, sheet, from: Math.max(1, cell.row - AROUND), to: cell.row + AROUND })
        .then((piece) => [{ sheet, rows: piece }])
        .catch(() => []),
    );
    return (await Promise.all(pieces)).flat();
  }

  /** The book is there again: the editor stays at its row, or its text is told. */
  finishReload(): void {
    this.reloads.finish(() => this.find());
    if (!this.reloads.isRunning) this.moved();
  }

  private find(): void {
    const { begun, isOpen } = this.typing;
    const grid = this.grid();
    if (!isOpen || !begun || !grid) return;
    const { book, shown } = this.state;
    const here = book === begun.place.book && shown.sheet === begun.place.sheet;
    const cell = here && begun.known ? find(grid, begun.known) : null;
    if (cell) this.typing.moveTo(cell);
    else this.typing.abandon();
  }
}
