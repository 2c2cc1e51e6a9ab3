/** The selected cell: what it holds, and what the server says may be done with it. */
import type { Box } from '../../../../src/domain/values/a1';
import type { CellShown } from '../../protocol/protocol';
import type { PersonRequests } from '../connection/requests';
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';

export class Selection {
  private selections = 0;
  private answer: Promise<CellShown | null> = Promise.resolve(null);

  /** `rest`: typing would begin at this cell, which holds this text. */
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly grid: () => Grid | null,
    private readonly rest: (cell: Cell, text: string) => void,
  ) {}

  /** The box was selected, or its rows were put anew. */
  selected(box: Box): void {
    const { state } = this;
    const { sheet } = state.shown;
    const at = this.grid()?.activeCell() ?? box;
    // The display tells of its last selection also when its book was taken away.
    const text = state.book === '' ? '' : (this.grid()?.text(at.row, at.col) ?? '');
    this.rest(at, text);
    state.change({ box, cell: null, text });
    this.selections += 1;
    const selection = this.selections;
    if (state.book === '') return;
    this.answer = this.requests.ask('cell', { book: state.book, sheet, row: at.row, col: at.col }).then(
      (cell) => {
        if (selection === this.selections) state.change({ cell });
        return cell;
      },
      () => null,
    );
  }

  /** What is to be known of the cell that is selected by then; null where it cannot be had. */
  async known(): Promise<CellShown | null> {
    for (;;) {
      const { selections } = this;
      const cell = await this.answer;
      if (selections === this.selections) return cell;
    }
  }
}
