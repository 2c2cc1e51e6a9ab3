/** Opens a book in the grid, or the same book in its new shape while somebody works in it. */
import { Lost } from '../connection/api';
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
      state.change({ loading: true, sidebar: null, closed: null });
    }
    following.beginReload();
    await this.requests.attempt(async () => {
      rows.beginOpening();
      const opened = await this.requests.ask('open', { book }).catch((error: unknown) => {
        if (!(error instanceof Lost) && opening === this.openings) this.close(sentenceOf(error));
        throw error;
      });
      const around = before ? await following.around(book) : [];
      const grid = this.grid();
      await grid?.settled();
      if (opening !== this.openings || !grid) return;
      const kept = opened.sheets.find(({ id, hidden }) => !hidden && id === before?.sheet)?.id;
      const sheet = kept ?? opened.active;
      rows.reset(opened);
      state.change({ opened, sheet, loading: false, note: null, closed: null });
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

  /** Another person looks from now on: what was in front stays hidden until it is known that it may be seen. */
  hide(): void {
    this.editing.typing.abandon();
    this.state.change({ loading: true, cell: null, text: '', note: null, closed: null });
  }

  /** Shows no book, nothing of the one that was shown, and says why. */
  close(why: string): void {
    this.openings += 1;
    this.editing.typing.abandon();
    this.rows.forget();
    const { sheet, box } = FIRST;
    const nothing = { opened: null, cell: null, text: '', note: null, sidebar: null, modal: null };
    this.state.change({ ...nothing, sheet, box, loading: false, closed: why });
    const closing = this.openings;
    const grid = this.grid();
    void grid?.settled().then(() => {
      if (closing === this.openings) grid.clear();
    });
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
