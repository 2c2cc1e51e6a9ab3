/** Goes from place to place of the open book: by its tabs, by links, and where a script leads. */
import type { Box } from '../../../../src/domain/values/a1';
import { boxOf } from '../../../../src/domain/values/a1';
import { notOffered } from '../../protocol/messages';
import type { Typing } from '../editing/typing';
import { inside } from '../grid/cell';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';
import type { Rows } from './rows';

/** As style.css has it: here the grid and the sidebar lie over each other. */
const NARROW = '(max-width: 600px)';

export class Tabs {
  constructor(
    private readonly state: PageState,
    private readonly grid: () => Grid | null,
    private readonly rows: Rows,
    private readonly typing: Typing,
  ) {}

  show(sheet: number): void {
    const grid = this.grid();
    if (this.bring(sheet) && grid) grid.select(grid.selection());
    this.rows.load(this.state.shown.sheet);
  }

  /** Whether another tab is in front now. */
  private bring(sheet: number): boolean {
    const grid = this.grid();
    if (sheet === this.state.shown.sheet || !grid) return false;
    this.typing.leave();
    this.state.change({ sheet, note: null, cell: null });
    grid.show(sheet);
    return true;
  }

  /** Goes to a place of this book, or says that it is not here. */
  go(sheet: number, box: Box): void {
    const { state } = this;
    const found = state.shown.opened?.sheets.find(({ id }) => id === sheet);
    if (!found || found.hidden) {
      state.refuse(notOffered.other);
      return;
    }
    this.bring(sheet);
    state.change({ behind: true });
    this.grid()?.select(inside(box, found), 'top');
    // Only now: the rows on the screen come first.
    this.rows.load(sheet);
    // A panel that leads somewhere keeps the keyboard, unless the grid comes over it.
    const beside = document.activeElement instanceof HTMLIFrameElement && !matchMedia(NARROW).matches;
    if (!beside) this.typing.focus();
  }

  /** A link of a cell: to a place of this book, or to the web, which another window shows. */
  follow(link: string): void {
    const inner = /#gid=(\d+)(?:&range=([^&]+))?$/.exec(link);
    if (!inner) {
      if (/^https?:\/\//.test(link)) window.open(link, '_blank', 'noopener,noreferrer');
      return;
    }
    const sheet = this.state.shown.opened?.sheets.find(({ id }) => id === Number(inner[1]));
    const box = sheet && boxOf(decodeURIComponent(inner[2] ?? 'A1'), sheet);
    if (sheet && box && box.row <= sheet.rows && box.col <= sheet.columns) this.go(sheet.id, box);
  }

  clicked(row: number, col: number): void {
    const link = this.grid()?.link(row, col);
    if (link) this.follow(link);
  }
}
