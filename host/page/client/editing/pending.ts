/** Texts that are confirmed but not yet carried out, grey over their cells: nobody wonders where they went. */
import type { Cell } from '../grid/cell';
import type { Grid } from '../grid/grid';

interface Pending {
  readonly sheet: number;
  readonly cell: Cell;
  readonly element: HTMLElement;
}

export class PendingTexts {
  private readonly all = new Set<Pending>();

  private area: HTMLElement | null = null;

  constructor(private readonly grid: () => Grid | null) {}

  /** The texts lie in this element from now on. */
  mount(area: HTMLElement): void {
    this.area = area;
  }

  /** Shows the text until the function that comes back is called. */
  add(sheet: number, cell: Cell, text: string): () => void {
    const element = document.createElement('div');
    element.className = 'pending';
    element.textContent = text;
    const pending = { sheet, cell, element };
    this.all.add(pending);
    this.area?.append(element);
    this.place();
    return () => {
      this.all.delete(pending);
      element.remove();
    };
  }

  /** To be called when the grid was scrolled or drawn anew. */
  place(): void {
    const grid = this.grid();
    for (const { sheet, cell, element } of this.all) {
      const rect = grid?.activeSheet === sheet ? grid.rect(cell.row, cell.col) : null;
      const area = grid?.scrolled();
      element.hidden = !rect || !area || rect.top < area.top || rect.left < area.left;
      if (!rect) continue;
      const { style } = element;
      style.left = `${rect.left + 1}px`;
      style.top = `${rect.top + 1}px`;
      style.width = `${rect.width - 2}px`;
      style.height = `${rect.height - 2}px`;
    }
  }
}
