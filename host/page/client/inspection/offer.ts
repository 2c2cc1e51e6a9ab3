/** What the canvas shows, for programs that look at the page: reading and moving about, no editing. */

import { boxOf } from '../grid/a1';
import type { Rect } from '../grid/grid';
import type { Session } from '../session';
import type { PageInspection } from './inspection';

declare global {
  interface Window {
    svodkaPage?: PageInspection;
  }
}

export function offerInspection(session: Session): void {
  const box = (a1: string) => {
    const found = session.sheet && boxOf(a1, session.sheet);
    if (!found) throw new Error(`no cell ${a1}`);
    return found;
  };
  const inWindow = (found: Rect | null | undefined) => {
    const area = document.getElementById('grid')?.getBoundingClientRect();
    if (!found || !area) throw new Error('no grid');
    return { ...found, left: area.left + found.left, top: area.top + found.top };
  };
  const rect = (a1: string) => {
    const { row, col } = box(a1);
    return inWindow(session.display?.rect(row, col));
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
    knows(a1) {
      const [wanted, at] = [box(a1), session.shown.box];
      return session.shown.cell !== null && wanted.row === at.row && wanted.col === at.col;
    },
    rect,
    area: () => inWindow(session.display?.scrolled()),
    point(a1) {
      const area = document.getElementById('grid')?.getBoundingClientRect();
      const { left, top, width, height } = rect(a1);
      const [x, y] = [left + width / 2, top + height / 2];
      return !area || x < area.left || x > area.right || y < area.top || y > area.bottom ? null : { x, y };
    },
  };
}
