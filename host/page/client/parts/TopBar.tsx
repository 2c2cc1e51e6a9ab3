import { page } from '../../protocol/messages';
import type { Session } from '../session';

/** Which book is open, of which sample, and who looks at it. */
export function TopBar({ session }: { session: Session }) {
  const { world, opened, person } = session.shown;
  return (
    <div class="top-bar">
      <h1>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2" y="3" width="20" height="18" rx="3" />
          <path d="M2 9h20M2 15h20M9 9v12" />
        </svg>
        <span>Сводка</span>
      </h1>
      <nav class="books" aria-label={page.book}>
        {world?.books.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === opened?.book.id}
            title={name}
            onClick={() => void session.open(id)}
          >
            {name}
          </button>
        ))}
      </nav>
      <span class="spring" />
      {world && world.programmes.length > 1 && (
        <label>
          <span>{page.programme}</span>
          <select
            value={world.programme ?? ''}
            onChange={({ currentTarget }) => void session.chooseProgramme(currentTarget.value)}
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
          <span>{page.person}</span>
          <select value={person} onChange={({ currentTarget }) => void session.become(currentTarget.value)}>
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
