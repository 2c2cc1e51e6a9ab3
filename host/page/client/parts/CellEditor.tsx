import { useEffect, useRef } from 'preact/hooks';
import { page } from '../../messages';
import { cellName } from '../grid/a1';
import type { Editing, Session } from '../session';

/** The field over a cell while something is typed into it. */
export function CellEditor({ session, editing }: { session: Session; editing: Editing }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { row, col, start, place } = editing;
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
    fit(element);
  }, []);
  const end = (then: Parameters<Session['endEditing']>[1]) =>
    session.endEditing(field.current?.value ?? null, then);
  return (
    <textarea
      ref={field}
      class="editor"
      aria-label={`${page.cell} ${cellName(row, col)}`}
      spellcheck={false}
      style={{ left: place.left, top: place.top, minWidth: place.width + 1, minHeight: place.height + 1 }}
      rows={1}
      defaultValue={start}
      onInput={({ currentTarget }) => fit(currentTarget)}
      onBlur={() => end('stay')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key === 'Escape') session.endEditing(null, 'stay');
        else if (event.key === 'Tab') end(event.shiftKey ? 'left' : 'right');
        else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey)
          end(event.shiftKey ? 'up' : 'down');
        else if (event.key === 'Enter') {
          const { currentTarget } = event;
          currentTarget.setRangeText('\n', currentTarget.selectionStart, currentTarget.selectionEnd, 'end');
          fit(currentTarget);
        } else return;
        event.preventDefault();
      }}
    />
  );
}

/** As large as what is typed. */
function fit(element: HTMLTextAreaElement): void {
  element.style.width = '0';
  element.style.height = '0';
  element.style.width = `${Math.min(element.scrollWidth + 8, 420)}px`;
  element.style.height = `${element.scrollHeight}px`;
}
