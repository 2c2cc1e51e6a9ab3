import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { Page } from '../page';
import { DIALOG_SHOWN } from './Dialog';

/** What just happened: refusals at once, waiting after a moment, a lost connection as long as it lasts. */
/** Above everything, dialogs too: those lie in the browser's top layer, where the last one opened is the topmost. */
function useTop(...changes: unknown[]) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const raise = () => {
      element.current?.hidePopover();
      element.current?.showPopover();
    };
    raise();
    window.addEventListener(DIALOG_SHOWN, raise);
    return () => window.removeEventListener(DIALOG_SHOWN, raise);
  }, changes);
  return element;
}

/** Whether the selected cell stands where messages would cover it. */
function isLow({ display, shown }: Page): boolean {
  const at = display?.activeCell() ?? shown.box;
  const place = display?.rect(at.row, at.col);
  const grid = document.getElementById('grid');
  return !!place && !!grid && place.top > grid.clientHeight / 2;
}

export function Messages({ page }: { page: Page }) {
  const { notice, unsaved, busy, there, asked } = page.shown;
  const lower = useTop(busy, there, asked);
  const upper = useTop(notice, unsaved);
  return (
    <>
      <div ref={lower} popover="manual" class="messages" aria-live="polite">
        {asked && <div class="message warning">{asked}</div>}
        {busy && !asked && (
          <div class="message busy" role="status">
            <span class="spinner" aria-hidden="true" />
            <span>{busy.what}</span>
            {busy.of > 1 && (
              <>
                <progress value={busy.done} max={busy.of} aria-label={busy.what} />
                <span>{`${Math.round((100 * busy.done) / busy.of)} %`}</span>
              </>
            )}
            {busy.stoppable && (
              <button type="button" onClick={() => void page.stopWalk()}>
                {words.stopWalk}
              </button>
            )}
          </div>
        )}
        {!there && <div class="message refused">{words.lost}</div>}
      </div>
      <div ref={upper} popover="manual" class={`messages upper${isLow(page) ? ' away' : ''}`} role="alert">
        {unsaved.map((text, index) => (
          <div class="message refused" key={index}>
            <span>{text}</span>
            <button type="button" aria-label={words.close} onClick={() => page.taken(index)}>
              ×
            </button>
          </div>
        ))}
        {notice && (
          <div class={`message ${notice.kind}`}>
            <span>{notice.text}</span>
            <button type="button" aria-label={words.close} onClick={() => page.dismiss()}>
              ×
            </button>
          </div>
        )}
      </div>
    </>
  );
}
