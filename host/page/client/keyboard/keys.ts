/** The keyboard at the grid: moving about is the display's, everything that changes cells is the page's. */
import { Direction } from '@univerjs/core';
import { notOffered } from '../../protocol/messages';
import type { Page } from '../page';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: Direction.UP,
  ArrowDown: Direction.DOWN,
  ArrowLeft: Direction.LEFT,
  ArrowRight: Direction.RIGHT,
};
/** `JumpOver.moveGap` of Univer: to the edge of what is filled. */
const TO_EDGE = 1;

/** Listens at the grid's element; nothing of the keyboard reaches the display itself. */
export function listenToKeys(element: HTMLElement, page: Page): void {
  element.addEventListener(
    'keydown',
    (event) => {
      if (page.isEditing) return;
      event.stopPropagation();
      if (onKey(event, page)) event.preventDefault();
    },
    true,
  );
  for (const kind of ['keyup', 'keypress'] as const) {
    element.addEventListener(
      kind,
      (event) => {
        if (!page.isEditing) event.stopPropagation();
      },
      true,
    );
  }
  element.addEventListener('dblclick', ({ clientX, clientY }) => {
    const { left, top } = element.getBoundingClientRect();
    if (page.display?.isOnCells(clientX - left, clientY - top)) void page.typing.openSelected();
  });
  element.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Whether the key was taken. */
function onKey(event: KeyboardEvent, page: Page): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const params = { direction: arrow, ...(control ? { jumpOver: TO_EDGE } : {}) };
    void (shiftKey
      ? page.display?.run('sheet.command.expand-selection', params)
      : page.display?.move(params));
    return true;
  }
  if (control) return onControl(event.code, page);
  if (altKey) return false;
  switch (key) {
    case 'Enter':
      page.typing.enter();
      return true;
    case 'F2':
      void page.typing.openSelected();
      return true;
    case 'Tab':
      return step(page, 0, shiftKey ? -1 : 1);
    case 'Delete':
    case 'Backspace':
      void page.edit({ kind: 'clear', box: page.shown.box });
      return true;
    case 'PageDown':
      return turn(page, 1);
    case 'PageUp':
      return turn(page, -1);
    case 'Home':
      return jump(page, page.shown.box.row, 1);
    case 'End':
      return jump(page, page.shown.box.row, page.sheet?.columns ?? 1);
    case 'Escape':
      page.dismiss();
      return true;
    case 'F6':
      // Tab stays inside a spreadsheet, so another key leads out of it.
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
      return true;
  }
  // What is left goes into the field that waits over the cell.
  return false;
}

/** By the key's place, so that a Russian layout does the same. */
function onControl(code: string, page: Page): boolean {
  switch (code) {
    case 'KeyC':
    case 'KeyX':
    case 'KeyV':
      return false;
    case 'KeyA':
      void page.display?.run('sheet.command.select-all', {});
      return true;
    case 'KeyD':
      void page.edit({ kind: 'fillDown', box: page.shown.box });
      return true;
    case 'Home':
      return jump(page, 1, 1);
    case 'KeyZ':
    case 'KeyY':
      page.refuse(notOffered.undo);
      return true;
    case 'KeyB':
    case 'KeyI':
    case 'KeyU':
      page.refuse(notOffered.format);
      return true;
    default:
      return false;
  }
}

/** Moves on by Tab; at the edge of the sheet the focus leaves the grid, as everywhere on a page. */
function step(page: Page, down: number, right: number): boolean {
  const { row, col } = page.display?.activeCell() ?? page.shown.box;
  const columns = page.sheet?.columns ?? 1;
  if (col + right < 1 || col + right > columns) return false;
  return jump(page, row + down, col + right);
}

function turn(page: Page, direction: 1 | -1): boolean {
  const visible = page.display?.visibleRows();
  const height = visible ? Math.max(1, visible.to - visible.from - 1) : 20;
  return jump(page, page.shown.box.row + direction * height, page.shown.box.col);
}

function jump(page: Page, row: number, col: number): boolean {
  const rows = page.sheet?.rows ?? 1;
  page.display?.select({ row: Math.min(Math.max(row, 1), rows), col: Math.max(col, 1), rows: 1, cols: 1 });
  return true;
}
