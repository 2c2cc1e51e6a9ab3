/** Copy, cut and paste at the grid. */
import { notOffered } from '../../protocol/messages';
import type { Page } from '../page';
import { blockText, filling, readBlock } from './clipboard';

/** Copy, cut and paste while the grid has the focus. */
export function listenToClipboard(element: HTMLElement, page: Page): void {
  const here = () => !page.isEditing && element.contains(document.activeElement);
  document.addEventListener('copy', (event) => {
    if (!here()) return;
    event.clipboardData?.setData('text/plain', copied(page));
    event.preventDefault();
  });
  document.addEventListener('cut', (event) => {
    if (!here()) return;
    event.preventDefault();
    page.refuse(notOffered.cut);
  });
  document.addEventListener('paste', (event) => {
    if (!here()) return;
    event.preventDefault();
    const lines = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    const { box } = page.shown;
    void page.edit({ kind: 'paste', row: box.row, col: box.col, lines: filling(lines, box) });
  });
}

/** Text of the selection, as a spreadsheet puts it on the clipboard. */
function copied({ shown, display }: Page): string {
  const { row, col, rows, cols } = shown.box;
  const line = (r: number) => Array.from({ length: cols }, (_, index) => display?.text(r, col + index) ?? '');
  return blockText(Array.from({ length: rows }, (_, index) => line(row + index)));
}
