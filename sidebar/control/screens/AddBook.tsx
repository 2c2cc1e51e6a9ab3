/** Adding a reporting book: a new one, one's own by its address, or this very table. */
import { useState } from 'preact/hooks';
import type { NewBook } from '../../../src/contract/control';
import { adding as says } from '../../../src/messages/control/page';
import { useKept } from '../model/kept';
import { Ask } from '../parts/Ask';
import type { ScreenProps } from './props';

const KINDS = ['new', 'address', 'here'] as const;

export function AddBook({ overview, work, actions }: ScreenProps) {
  const [kind, setKind] = useKept<NewBook['kind']>('newBook.kind', 'new');
  const [address, setAddress] = useKept('newBook.address', '');
  const [programme, setProgramme] = useKept('newBook.programme', '');
  const [answers, setAnswers] = useState<NewBook['answers']>({});
  const [question, setQuestion] = useState('');
  const busy = work.doing !== null;
  const add = (given: NewBook['answers']): void => {
    setAnswers(given);
    setQuestion('');
    actions.add({ kind, address, programme, answers: given }, setQuestion);
  };
  if (question !== '') {
    return (
      <Ask
        title={says.questionTitle}
        question={question}
        yes={says.change}
        no={says.leave}
        disabled={busy}
        onAnswer={(yes) => add({ ...answers, [question]: yes })}
      />
    );
  }
  if (overview.adding !== '') {
    return (
      <section class="card">
        <h2>{says.goOnTitle}</h2>
        <p>{says.goOn(overview.adding)}</p>
        <button type="button" class="primary" disabled={busy} onClick={() => add(answers)}>
          {says.goOnButton}
        </button>
      </section>
    );
  }
  const kinds = overview.books.some(({ isControl }) => isControl) ? KINDS.slice(0, 2) : KINDS;
  return (
    <section class="card">
      <h2 id="add-book" tabIndex={-1}>
        {says.title}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add({});
        }}
      >
        <fieldset disabled={busy}>
          <legend class="hidden">{says.kindsLabel}</legend>
          {kinds.map((each) => (
            <label key={each} class="radio">
              <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
              {says.kinds[each]}
            </label>
          ))}
          {kind === 'here' && <p class="help">{says.hereHelp}</p>}
          {kind === 'address' && (
            <label>
              {says.address}
              <input
                type="text"
                inputMode="url"
                autocomplete="off"
                required
                maxLength={2000}
                aria-describedby="address-help"
                value={address}
                onInput={(event) => setAddress(event.currentTarget.value)}
              />
              <span class="help" id="address-help">
                {says.addressHelp}
              </span>
            </label>
          )}
          {overview.books.length > 0 && (
            <label>
              {says.programme}
              <input
                type="text"
                autocomplete="off"
                maxLength={200}
                aria-describedby="programme-help"
                value={programme}
                onInput={(event) => setProgramme(event.currentTarget.value)}
              />
              <span class="help" id="programme-help">
                {says.programmeHelp(overview.programme)}
              </span>
            </label>
          )}
          <button type="submit">{says.add}</button>
        </fieldset>
      </form>
    </section>
  );
}
