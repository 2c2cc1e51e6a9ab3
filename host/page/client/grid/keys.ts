/** The keyboard at the grid: moving about is the display's, everything that changes cells is the page's. */
import { Direction } from '@univerjs/core';
import { notOffered } from '../../protocol/messages';
import type { Session } from '../session';
import { filling, readBlock } from './clipboard';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: Direction.UP,
  ArrowDown: Direction.DOWN,
  ArrowLeft: Direction.LEFT,
  ArrowRight: Direction.RIGHT,
};
/** `JumpOver.moveGap` of Univer: to the edge of what is filled. */
const TO_EDGE = 1;

/** Listens at the grid's element; nothing of the keyboard reaches the display itself. */
export function listenToKeys(element: HTMLElement, session: Session): void {
  element.addEventListener(
    'keydown',
    (event) => {
      if (session.isEditing) return;
      event.stopPropagation();
      if (onKey(event, session)) event.preventDefault();
    },
    true,
  );
  for (const kind of ['keyup', 'keypress'] as const) {
    element.addEventListener(
      kind,
      (event) => {
        if (!session.isEditing) event.stopPropagation();
      },
      true,
    );
  }
  element.addEventListener('dblclick', ({ clientX, clientY }) => {
    const { left, top } = element.getBoundingClientRect();
    if (session.display?.isOnCells(clientX - left, clientY - top)) void session.editing?.openSelected();
  });
  element.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Copy, cut and paste while the grid has the focus. */
export function listenToClipboard(element: HTMLElement, session: Session): void {
  const here = () => !session.isEditing && element.contains(document.activeElement);
  document.addEventListener('copy', (event) => {
    if (!here()) return;
    event.clipboardData?.setData('text/plain', session.copied());
    event.preventDefault();
  });
  document.addEventListener('cut', (event) => {
    if (!here()) return;
    event.preventDefault();
    session.refuse(notOffered.cut);
  });
  document.addEventListener('paste', (event) => {
    if (!here()) return;
    event.preventDefault();
    const lines = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    const { box } = session.shown;
    void session.edit({ kind: 'paste', row: box.row, col: box.col, lines: filling(lines, box) });
  });
}

/** Whether the key was taken. */
function onKey(event: KeyboardEvent, session: Session): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const params = { direction: arrow, ...(control ? { jumpOver: TO_EDGE } : {}) };
    void (shiftKey
      ? session.display?.run('sheet.command.expand-selection', params)
      : session.display?.move(params));
    return true;
  }
  if (control) return onControl(event.code, session);
  if (altKey) return false;
  switch (key) {
    case 'Enter':
      session.editing?.enter();
      return true;
    case 'F2':
      void session.editing?.openSelected();
      return true;
    case 'Tab':
      return step(session, 0, shiftKey ? -1 : 1);
    case 'Delete':
    case 'Backspace':
      void session.edit({ kind: 'clear', box: session.shown.box });
      return true;
    case 'PageDown':
      return page(session, 1);
    case 'PageUp':
      return page(session, -1);
    case 'Home':
      return jump(session, session.shown.box.row, 1);
    case 'End':
      return jump(session, session.shown.box.row, session.sheet?.columns ?? 1);
    case 'Escape':
      session.dismiss();
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
function onControl(code: string, session: Session): boolean {
  switch (code) {
    case 'KeyC':
    case 'KeyX':
    case 'KeyV':
      return false;
    case 'KeyA':
      void session.display?.run('sheet.command.select-all', {});
      return true;
    case 'KeyD':
      void session.edit({ kind: 'fillDown', box: session.shown.box });
      return true;
    case 'Home':
      return jump(session, 1, 1);
    case 'KeyZ':
    case 'KeyY':
      session.refuse(notOffered.undo);
      return true;
    case 'KeyB':
    case 'KeyI':
    case 'KeyU':
      session.refuse(notOffered.format);
      return true;
    default:
      return false;
  }
}

/** Moves on by Tab; at the edge of the sheet the focus leaves the grid, as everywhere on a page. */
function step(session: Session, down: number, right: number): boolean {
  const { row, col } = session.display?.activeCell() ?? session.shown.box;
  const columns = session.sheet?.columns ?? 1;
  if (col + right < 1 || col + right > columns) return false;
  return jump(session, row + down, col + right);
}

function page(session: Session, direction: 1 | -1): boolean {
  const visible = session.display?.visibleRows();
  const height = visible ? Math.max(1, visible.to - visible.from - 1) : 20;
  return jump(session, session.shown.box.row + direction * height, session.shown.box.col);
}

function jump(session: Session, row: number, col: number): boolean {
  const rows = session.sheet?.rows ?? 1;
  session.display?.select({ row: Math.min(Math.max(row, 1), rows), col: Math.max(col, 1), rows: 1, cols: 1 });
  return true;
}
