/**
 * The field through which the keyboard reaches the grid. It lies unseen over the selected cell and has the focus,
 * so that whatever a keyboard can write begins an edit there; then it shows itself until the edit ends.
 */

import { cellName } from '../../../../src/domain/values/a1';
import { words } from '../../protocol/messages';
import type { Cell } from '../grid/cell';
import type { Rect } from '../grid/grid';

export type Then = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface EditorEvents {
  /** Something was typed at the selected cell; whether an edit may begin there. */
  begun(): boolean;
  /** What was typed, null when the person gave up. */
  done(cell: Cell, text: string | null, then: Then): void;
}

const WIDEST = 420;

export class CellEditor {
  private readonly field = document.createElement('textarea');
  private cell: Cell | null = null;

  constructor(private readonly events: EditorEvents) {
    const { field } = this;
    field.className = 'editor';
    field.rows = 1;
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.setAttribute('aria-label', words.grid);
    field.addEventListener('input', () => this.onInput());
    field.addEventListener('blur', () => this.end('stay'));
    field.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** The field lies in this element from now on. */
  mount(parent: HTMLElement): void {
    parent.append(this.field);
  }

  /** The cell that is being typed into, null while nothing is. */
  get at(): Cell | null {
    return this.cell;
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  /** Waits over the selected cell and says what it holds to its listener. */
  rest({ row, col }: Cell, content: string): void {
    if (!this.cell) this.field.setAttribute('aria-label', `${cellName(row, col)}: ${content}`);
  }

  /** Shows itself over the cell; `start` null keeps what is typed already. */
  open(cell: Cell, start: string | null, place: Rect): void {
    const { field } = this;
    this.cell = cell;
    field.setAttribute('aria-label', `${words.cell} ${cellName(cell.row, cell.col)}`);
    field.classList.add('open');
    field.style.minWidth = `${place.width + 1}px`;
    field.style.minHeight = `${place.height + 1}px`;
    this.move(place);
    this.focus();
    if (start !== null) {
      field.value = start;
      field.setSelectionRange(start.length, start.length);
    }
    this.fit();
  }

  /** The cell stands elsewhere now: the grid was scrolled, rows grew. */
  move({ left, top }: Pick<Rect, 'left' | 'top'>): void {
    this.field.style.left = `${left}px`;
    this.field.style.top = `${top}px`;
  }

  /** The cell has another row number now. */
  moveTo(cell: Cell, place: Rect): void {
    this.cell = cell;
    this.field.setAttribute('aria-label', `${words.cell} ${cellName(cell.row, cell.col)}`);
    this.move(place);
  }

  /** Closes without telling anybody; gives what was typed, null where nothing was open. */
  abandon(): string | null {
    const { cell, field } = this;
    const text = field.value;
    this.hide();
    return cell && text;
  }

  /** Takes what was typed, as leaving the cell does. */
  end(then: Then): void {
    this.close(this.field.value, then);
  }

  private close(text: string | null, then: Then): void {
    const { cell } = this;
    // First closed, then told: telling moves the focus, which would end it once more.
    this.hide();
    if (cell) this.events.done(cell, text, then);
  }

  private hide(): void {
    this.field.value = '';
    this.cell = null;
    this.field.classList.remove('open');
    this.field.removeAttribute('style');
  }

  private onInput(): void {
    if (this.cell) this.fit();
    else if (!this.events.begun()) this.field.value = '';
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.cell) return;
    event.stopPropagation();
    if (event.isComposing) return;
    const { key, shiftKey } = event;
    if (key === 'Escape') this.close(null, 'stay');
    else if (key === 'Tab') this.end(shiftKey ? 'left' : 'right');
    else if (key !== 'Enter') return;
    else if (event.altKey || event.ctrlKey) this.newLine();
    else this.end(shiftKey ? 'up' : 'down');
    event.preventDefault();
  }

  private newLine(): void {
    const { field } = this;
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    this.fit();
  }

  /** As large as what is typed. */
  private fit(): void {
    const { style } = this.field;
    style.width = '0';
    style.height = '0';
    style.width = `${Math.min(this.field.scrollWidth + 8, WIDEST)}px`;
    style.height = `${this.field.scrollHeight}px`;
  }
}
