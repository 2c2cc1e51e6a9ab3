/** One reporting book: how it stands and what can be done about it. */
import { useState } from 'preact/hooks';
import type { BookView } from '../../../src/contract/control';
import { page, books as says } from '../../../src/messages/control/page';
import { Notice } from '../../common/Notice';
import { isEmptyBook } from '../model/steps';
import { Ask } from '../parts/Ask';
import { Figures } from '../parts/Figures';
import { call } from '../server';
import type { ScreenProps } from './props';

export function BookCard({
  book,
  overview,
  work,
  actions,
  onBook,
}: ScreenProps & { readonly book: BookView }) {
  const [asking, setAsking] = useState(false);
  const busy = work.doing !== null;
  const name = book.name || says.unnamed;
  const is = (kind: BookView['problems'][number]['kind']): boolean =>
    book.problems.some((problem) => problem.kind === kind);
  const [gone, foreign, newer] = [is('gone'), is('foreign'), is('newer')];
  const empty = book.programme !== null && isEmptyBook(book);
  const lookAgain = () =>
    work.run(
      says.lookingAgain,
      () => call('controlBook', book.id),
      (answer) => {
        onBook(answer.book);
        return '';
      },
    );
  return (
    <section class="card book">
      <h2>
        <a href={book.url} target="_blank" rel="noopener noreferrer">
          {name}
          <span aria-hidden="true"> ↗</span>
          <span class="hidden"> {page.newTab}</span>
        </a>
      </h2>
      {book.isControl && <p class="help">{says.allInOne}</p>}
      <p class="help">{book.rebuiltAt === '' ? says.never : says.rebuiltAt(book.rebuiltAt)}</p>
      {book.problems.map(({ kind, sentence }) => (
        <Notice key={kind} kind={kind === 'unfinished' ? 'warning' : 'error'}>
          <p>{sentence}</p>
        </Notice>
      ))}
      {gone || newer ? (
        <div class="buttons">
          <button type="button" disabled={busy} onClick={lookAgain}>
            {says.lookAgain}
          </button>
          <button type="button" disabled={busy} onClick={() => actions.go({ tab: 'settings', row: 2 })}>
            {says.settings}
          </button>
        </div>
      ) : foreign ? (
        asking ? (
          <Ask
            title={says.takeOver}
            question={says.takeOverAsk(name)}
            yes={page.yes}
            no={page.no}
            disabled={busy}
            onAnswer={(yes) => {
              setAsking(false);
              if (yes) actions.repair(book, true);
            }}
          />
        ) : (
          <button type="button" class="wide" disabled={busy} onClick={() => setAsking(true)}>
            {says.takeOver}
          </button>
        )
      ) : (
        <>
          {empty && <EmptyBook overview={overview} busy={busy} actions={actions} />}
          {book.figures !== null && book.figures.expected > 0 && <Figures figures={book.figures} />}
          <div class="buttons">
            <button
              type="button"
              class={empty ? '' : 'primary'}
              disabled={busy}
              aria-label={says.rebuildOf(name)}
              onClick={() => actions.rebuild([book])}
            >
              {says.rebuild}
            </button>
          </div>
          <button
            type="button"
            class="quiet"
            disabled={busy}
            aria-label={says.repairOf(name)}
            onClick={() => actions.repair(book, false)}
          >
            {says.repair}
          </button>
          <p class="help">{says.repairHelp}</p>
          <Closing book={book} busy={busy} actions={actions} />
        </>
      )}
    </section>
  );
}

/** «Закрыть чужие строки»: offered where it would close all; shown with what stays open elsewhere. */
function Closing({
  book: view,
  busy,
  actions,
}: Pick<ScreenProps, 'actions'> & { readonly book: BookView; readonly busy: boolean }) {
  const { closing } = view;
  const words = says.closing;
  if (closing === null || (!closing.on && !closing.offered && closing.sentences.length === 0)) return null;
  const { on, offered, sentences } = closing;
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      {!on && <p class="help">{offered ? words.offer : words.off}</p>}
      {!on && !offered && <p class="help">{words.wouldStay}</p>}
      {sentences.map((sentence) => (
        <p key={sentence} class="help">
          {sentence}
        </p>
      ))}
      <button
        type="button"
        class={offered ? 'wide' : 'quiet'}
        disabled={busy}
        onClick={() => actions.close(view, !on)}
      >
        {on ? words.open : words.close}
      </button>
    </section>
  );
}

function EmptyBook({
  overview,
  busy,
  actions,
}: Pick<ScreenProps, 'overview' | 'actions'> & { readonly busy: boolean }) {
  const [sample, setSample] = useState(0);
  return (
    <div class="empty">
      <p>{says.fill}</p>
      <button type="button" class="primary" disabled={busy} onClick={() => actions.importer()}>
        {says.fillLetter}
      </button>
      <label>
        {says.sample}
        <select value={sample} onChange={(event) => setSample(Number(event.currentTarget.value))}>
          <option value={0}>{says.sampleChoose}</option>
          {overview.samples.map((title, index) => (
            <option key={title} value={index + 1}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {sample > 0 && (
        <button type="button" disabled={busy} onClick={() => actions.sample(sample)}>
          {says.sampleFill}
        </button>
      )}
    </div>
  );
}
