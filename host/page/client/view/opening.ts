/** Opens a book in the grid, or the same book in its new shape while somebody works in it. */
import type { PersonRequests } from '../connection/requests';
import type { Editing } from '../editing/editing';
import { inside } from '../grid/cell';
import type { Grid } from '../grid/grid';
import { FIRST } from '../shown/shown';
import type { PageState } from '../shown/state';
import type { Rows } from './rows';

export class Opening {
  private openings = 0;

  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly grid: () => Grid | null,
    private readonly rows: Rows,
    private readonly editing: Editing,
  ) {}

  async open(book: string): Promise<void> {
    const { state, rows } = this;
    const { typing, following } = this.editing;
    this.openings += 1;
    const opening = this.openings;
    const before = state.shown.opened?.book.id === book ? state.shown : null;
    if (before === null) {
      typing.abandon();
      state.change({ loading: true, sidebar: null });
    }
    following.beginReload();
    await this.requests.attempt(async () => {
      rows.beginOpening();
      const opened = await this.requests.ask('open', { book });
      const around = before ? await following.around(book) : [];
      const grid = this.grid();
      await grid?.settled();
      if (opening !== this.openings || !grid) return;
      const kept = opened.sheets.find(({ id, hidden }) => !hidden && id === before?.sheet)?.id;
      const sheet = kept ?? opened.active;
      rows.reset(opened);
      state.change({ opened, sheet, loading: false, note: null });
      grid.open(opened, sheet);
      for (const piece of around) grid.put(piece.sheet, piece.rows);
      rows.putEarly();
      const shown = opened.sheets.find(({ id }) => id === sheet);
      grid.select(kept !== undefined && before ? inside(before.box, shown) : FIRST.box);
      rows.load(sheet);
      if (document.activeElement === document.body) typing.focus();
    });
    if (opening === this.openings) rows.endOpening();
    following.finishReload();
  }
}
