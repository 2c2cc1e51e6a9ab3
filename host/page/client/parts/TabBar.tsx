import { words } from '../../protocol/messages';
import type { Page } from '../page';

/** The book's tabs; hidden ones stay hidden, and tabs are neither added nor renamed here. */
export function TabBar({ page }: { page: Page }) {
  const { opened, sheet: active } = page.shown;
  const sheets = opened?.sheets.filter(({ hidden }) => !hidden) ?? [];
  const go = (by: number) => {
    const at = sheets.findIndex(({ id }) => id === active);
    const next = sheets[(at + by + sheets.length) % sheets.length];
    if (!next) return;
    page.show(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={words.tabs}>
      {sheets.map(({ id, name, tabColor }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === active}
          aria-controls="grid"
          tabIndex={id === active ? 0 : -1}
          style={tabColor === null ? {} : { borderTopColor: tabColor }}
          onClick={() => page.show(id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') go(1);
            else if (event.key === 'ArrowLeft') go(-1);
            else if (event.key === 'Enter' || event.key === ' ') page.focus();
            else return;
            event.preventDefault();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
