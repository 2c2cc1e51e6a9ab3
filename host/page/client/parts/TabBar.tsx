import { page } from '../../protocol/messages';
import type { Session } from '../session';

/** The book's tabs; hidden ones stay hidden, and tabs are neither added nor renamed here. */
export function TabBar({ session }: { session: Session }) {
  const { opened, sheet: active } = session.shown;
  const sheets = opened?.sheets.filter(({ hidden }) => !hidden) ?? [];
  const go = (by: number) => {
    const at = sheets.findIndex(({ id }) => id === active);
    const next = sheets[(at + by + sheets.length) % sheets.length];
    if (!next) return;
    session.show(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={page.tabs}>
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
          onClick={() => session.show(id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') go(1);
            else if (event.key === 'ArrowLeft') go(-1);
            else if (event.key === 'Enter' || event.key === ' ') session.focus();
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
