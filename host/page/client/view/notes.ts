/** The note of the cell that the mouse stands over. */
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';

const NOTE_AFTER_MS = 350;

export class Notes {
  private timer = 0;

  constructor(
    private readonly state: PageState,
    private readonly grid: () => Grid | null,
  ) {}

  hovered(cell: Cell | null): void {
    window.clearTimeout(this.timer);
    const text = cell && this.grid()?.note(cell.row, cell.col);
    if (!cell || !text) {
      this.hide();
      return;
    }
    this.timer = window.setTimeout(() => {
      const place = this.grid()?.rect(cell.row, cell.col);
      if (place) this.state.change({ note: { text, left: place.left, top: place.top + place.height } });
    }, NOTE_AFTER_MS);
  }

  hide(): void {
    if (this.state.shown.note) this.state.change({ note: null });
  }
}
