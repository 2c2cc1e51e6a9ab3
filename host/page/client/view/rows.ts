/** Rows of the open book on their way into the grid: loaded piece by piece, or told by the server. */
import type { BookOpened, News, Order, RowsShown } from '../../protocol/protocol';
import type { PersonRequests } from '../connection/requests';
import type { Grid } from '../grid/grid';
import { Loader } from '../grid/loader';
import type { PageState } from '../shown/state';

export class Rows {
  private readonly loader: Loader;
  /** Rows that came while their book was being opened; null while none is. */
  private early: null | { sheet: number; rows: RowsShown & { readonly order: Order } }[] = null;
  /** Tabs of which rows are in the grid. */
  private readonly begun = new Set<number>();

  /** `follow`: rows of the tab in front were put into the grid. */
  constructor(
    private readonly state: PageState,
    requests: PersonRequests,
    private readonly grid: () => Grid | null,
    private readonly follow: (sheet: number) => void,
  ) {
    this.loader = new Loader({
      rows: async (sheet, from, to) => {
        const { book } = state;
        const rows = await requests.ask('rows', { book, sheet, from, to });
        // Later pieces in another order wait for the news of the rows before them.
        if (book === state.book && !this.begun.has(sheet)) {
          this.begun.add(sheet);
          grid()?.setOrder(sheet, rows.order);
        }
        return rows;
      },
      put: (sheet, rows) => this.put(sheet, rows),
      visible: () => grid()?.visibleRows() ?? null,
      failed: (error) => requests.failed(error),
    });
  }

  /** Whether all rows of the tab in front are there. */
  get isComplete(): boolean {
    return this.loader.isComplete(this.state.shown.sheet);
  }

  /** Loads what the tab still lacks. */
  load(sheet: number): void {
    void this.loader.load(sheet);
  }

  /** The server tells of rows of the open book. */
  heard(news: News & { readonly kind: 'rows' }): void {
    this.early?.push({ sheet: news.sheet, rows: news });
    this.loader.heard(news.sheet, news);
    this.grid()?.setOrder(news.sheet, news.order);
    this.put(news.sheet, news);
  }

  /** A book is being opened: rows that come from now on are newer than its answer. */
  beginOpening(): void {
    this.early = [];
  }

  /** Forgets what was loaded: this book is the open one now. */
  reset({ sheets, active, first }: BookOpened): void {
    this.begun.clear();
    this.begun.add(active);
    this.loader.reset(sheets, { sheet: active, rows: first.rows.at(-1)?.row ?? 0 });
  }

  /** No book is open. */
  forget(): void {
    this.early = null;
    this.loader.reset([], { sheet: -1, rows: 0 });
  }

  /** Puts the rows that came meanwhile into the grid, which shows the book now. */
  putEarly(): void {
    for (const { sheet, rows } of this.early ?? []) {
      this.grid()?.put(sheet, rows);
      this.grid()?.setOrder(sheet, rows.order);
    }
  }

  endOpening(): void {
    this.early = null;
  }

  private put(sheet: number, rows: RowsShown): void {
    const grid = this.grid();
    grid?.put(sheet, rows);
    if (sheet !== this.state.shown.sheet) return;
    this.follow(sheet);
    const at = grid?.activeCell();
    const text = at ? grid?.text(at.row, at.col) : undefined;
    if (text !== undefined && text !== this.state.shown.text) this.state.change({ text });
  }
}
