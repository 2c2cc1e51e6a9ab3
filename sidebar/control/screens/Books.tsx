/** Every reporting book with its figures and what is wrong with it; adding one. */
import { useEffect, useRef } from 'preact/hooks';
import { books as says } from '../../../src/messages/control/page';
import { takeFocus } from '../../common/focus';
import { call } from '../server';
import { AddBook } from './AddBook';
import { BookCard } from './BookCard';
import type { ScreenProps } from './props';

export function Books(props: ScreenProps) {
  const { overview, work, actions, onBook } = props;
  const { books } = overview;
  const busy = work.doing !== null;
  useMissing(props, onBook);
  return (
    <>
      {books.length === 0 && <p>{says.none}</p>}
      {books.length > 0 && (
        <button
          type="button"
          class="wide"
          onClick={() => {
            // The form stands below the books.
            const form = document.getElementById('add-book');
            form?.scrollIntoView();
            takeFocus(form);
          }}
        >
          {says.another}
        </button>
      )}
      {books.length > 1 && (
        <>
          <button type="button" class="wide" disabled={busy} onClick={() => actions.rebuild(books)}>
            {says.rebuildAll}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={busy}
            onClick={() => actions.go({ tab: 'overall', row: 1 })}
          >
            {says.overall}
          </button>
        </>
      )}
      {books.map((book) => (
        <BookCard key={book.id} book={book} {...props} />
      ))}
      <AddBook {...props} />
    </>
  );
}

/** The first answer opens only a few books; the others are asked for here, one after another. */
function useMissing({ overview }: ScreenProps, onBook: ScreenProps['onBook']): void {
  const asked = useRef(new Set<string>());
  const missing = overview.books.find(
    ({ id, programme, problems }) =>
      programme === null && !problems.some(({ kind }) => kind === 'gone') && !asked.current.has(id),
  )?.id;
  useEffect(() => {
    if (missing === undefined) return;
    asked.current.add(missing);
    void call('controlBook', missing).then((answer) => {
      if (answer.ok) onBook(answer.book);
    });
  }, [missing]);
}
