import { words } from '../../protocol/messages';
import type { Page } from '../page';

/** Which book is open, of which sample, and who looks at it. */
export function TopBar({ page }: { page: Page }) {
  const { world, opened, person } = page.shown;
  return (
    <div class="top-bar">
      <h1>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2" y="3" width="20" height="18" rx="3" />
          <path d="M2 9h20M2 15h20M9 9v12" />
        </svg>
        <span>Сводка</span>
      </h1>
      <nav class="books" aria-label={words.book}>
        {world?.books.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === opened?.book.id}
            title={name}
            onClick={() => void page.open(id)}
          >
            {name}
          </button>
        ))}
      </nav>
      <span class="spring" />
      {world && world.programmes.length > 1 && (
        <label>
          <span>{words.programme}</span>
          <select
            value={world.programme ?? ''}
            onChange={({ currentTarget }) => void page.chooseProgramme(currentTarget.value)}
          >
            {world.programmes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {world && (
        <label>
          <span>{words.person}</span>
          <select value={person} onChange={({ currentTarget }) => void page.become(currentTarget.value)}>
            {world.people.map(({ email, name }) => (
              <option key={email} value={email}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
