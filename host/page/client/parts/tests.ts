/** What the canvas shows, for tests and for whoever scripts the page: reading and moving about, no editing. */
import { boxOf } from '../grid/a1';
import type { Session } from '../session';

export interface PageForTests {
  /** Whether the rows on the screen are drawn. */
  drawn(): boolean;
  /** Whether the book is there and all rows of the tab in front are loaded. */
  ready(): boolean;
  sheet(): string;
  /** Text and colours of a cell of the tab in front. */
  cell(a1: string): { text: string; background: string; color: string; bold: boolean; note: string | null };
  select(a1: string): void;
  /** Middle of a cell inside the window, for the mouse; null where it is not on the screen. */
  point(a1: string): { x: number; y: number } | null;
  rows(): number;
}

declare global {
  interface Window {
    svodkaPage?: PageForTests;
  }
}

export function offerToTests(session: Session): void {
  const box = (a1: string) => {
    const found = session.sheet && boxOf(a1, session.sheet);
    if (!found) throw new Error(`no cell ${a1}`);
    return found;
  };
  window.svodkaPage = {
    drawn: () => !session.shown.loading && session.display?.isDrawn === true,
    ready: () => !session.shown.loading && session.shown.opened !== null && session.complete,
    sheet: () => session.sheet?.name ?? '',
    cell(a1) {
      const { row, col } = box(a1);
      const grid = session.display;
      const look = grid?.look(row, col) ?? {};
      return {
        text: grid?.text(row, col) ?? '',
        background: look.bg ?? '#ffffff',
        color: look.color ?? '#000000',
        bold: look.bold === true,
        note: grid?.note(row, col) ?? null,
      };
    },
    select: (a1) => session.display?.select(box(a1)),
    point(a1) {
      const { row, col } = box(a1);
      const rect = session.display?.rect(row, col);
      const area = document.getElementById('grid')?.getBoundingClientRect();
      if (!rect || !area) return null;
      const [x, y] = [area.left + rect.left + rect.width / 2, area.top + rect.top + rect.height / 2];
      return x < area.left || x > area.right || y < area.top || y > area.bottom ? null : { x, y };
    },
    rows: () => session.sheet?.rows ?? 0,
  };
}
