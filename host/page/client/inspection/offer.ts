/** What the canvas shows, for programs that look at the page: reading and moving about, no editing. */

import { boxOf } from '../../../../src/domain/values/a1';
import type { Rect } from '../grid/grid';
import type { Page } from '../page';
import type { PageInspection } from './inspection';

declare global {
  interface Window {
    svodkaPage?: PageInspection;
  }
}

export function offerInspection(page: Page): void {
  const box = (a1: string) => {
    const found = page.sheet && boxOf(a1, page.sheet);
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
    return inWindow(page.display?.rect(row, col));
  };
  window.svodkaPage = {
    drawn: () => !page.shown.loading && page.display?.isDrawn === true,
    ready: () => !page.shown.loading && page.shown.opened !== null && page.complete,
    sheet: () => page.sheet?.name ?? '',
    cell(a1) {
      const { row, col } = box(a1);
      const grid = page.display;
      const look = grid?.look(row, col) ?? {};
      return {
        text: grid?.text(row, col) ?? '',
        background: look.bg ?? '#ffffff',
        color: look.color ?? '#000000',
        bold: look.bold === true,
        note: grid?.note(row, col) ?? null,
      };
    },
    select: (a1) => page.display?.select(box(a1)),
    knows(a1) {
      const [wanted, at] = [box(a1), page.shown.box];
      return page.shown.cell !== null && wanted.row === at.row && wanted.col === at.col;
    },
    rect,
    area: () => inWindow(page.display?.scrolled()),
    point(a1) {
      const area = document.getElementById('grid')?.getBoundingClientRect();
      const { left, top, width, height } = rect(a1);
      const [x, y] = [left + width / 2, top + height / 2];
      return !area || x < area.left || x > area.right || y < area.top || y > area.bottom ? null : { x, y };
    },
  };
}
