/** Third step: what will happen to the book that is there, and the one button. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BookContent } from '../../../src/contract/importer';
import type { ImportPlan } from '../../../src/domain/import/importPlan';
import { isEmptyImport } from '../../../src/domain/import/plan';
import { page, changes as says } from '../../../src/messages/importer/page';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import { changesOf, planFor } from '../model/plan';
import type { ReviewDraft } from '../model/reviewDraft';
import type { Action, State } from '../model/state';
import { PlanQuestions } from '../review/PlanQuestions';
import { GoneStages, PlanTables } from '../review/PlanTables';
import { call } from '../server';

interface Props {
  readonly state: State;
  readonly draft: ReviewDraft;
  dispatch(action: Action): void;
}

const NO_PROBLEM = { sentence: '', again: false };

export function ChangesStep({ state, draft, dispatch }: Props) {
  const [wait, setWait] = useState('');
  const [problem, setProblem] = useState(NO_PROBLEM);
  const { content } = state;
  const read = useCallback(
    async (book: string): Promise<void> => {
      setWait(says.reading);
      const answer = await call('importRead', book);
      setWait('');
      if (answer.ok) dispatch({ type: 'content', content: answer });
      else setProblem(answer);
    },
    [dispatch],
  );
  useEffect(() => {
    void read(content?.book ?? '');
  }, []);
  const plan = useMemo(
    () => (content === null ? null : planFor(draft, state.drop, content)),
    [draft, state.drop, content],
  );

  const write = async (now: ImportPlan, book: BookContent): Promise<void> => {
    setProblem(NO_PROBLEM);
    setWait(says.writing);
    const title = book.programme === '' ? draft.title : '';
    const answer = await call('importApply', changesOf(now, book.book, title));
    setWait('');
    if (answer.ok && answer.written) dispatch({ type: 'finished', sentence: answer.sentence });
    else {
      // Somebody changed the table: the administrator must see the new plan before it is written.
      if (answer.ok) await read(book.book);
      setProblem({ sentence: answer.sentence, again: !answer.ok && answer.again });
    }
  };
  const again = (): void => {
    setProblem(NO_PROBLEM);
    if (plan === null || content === null) void read('');
    else void write(plan, content);
  };
  const questions = plan?.questions.length ?? 0;
  const empty = plan !== null && questions === 0 && isEmptyImport(plan);
  return (
    <>
      <main class="changes" aria-busy={wait !== ''}>
        {problem.sentence !== '' && (
          <Notice kind="error">
            <p>{problem.sentence}</p>
            {problem.again && (
              <button type="button" onClick={again}>
                {page.again}
              </button>
            )}
          </Notice>
        )}
        {content !== null && plan !== null && (
          <>
            <Where content={content} draft={draft} dispatch={dispatch} read={read} />
            {questions > 0 && <PlanQuestions plan={plan} draft={draft} dispatch={dispatch} />}
            {empty ? <Notice kind="good">{says.nothing}</Notice> : <PlanTables plan={plan} />}
            <GoneStages plan={plan} drop={state.drop} dispatch={dispatch} />
          </>
        )}
      </main>
      <footer>
        <button type="button" disabled={wait !== ''} onClick={() => dispatch({ type: 'step', step: 1 })}>
          {page.back}
        </button>
        <div class="state">
          {wait !== '' ? <Waiting text={wait} /> : questions > 0 ? says.answerFirst(questions) : ''}
        </div>
        <button
          type="button"
          class="primary"
          disabled={wait !== '' || plan === null || content === null || questions > 0}
          onClick={() => plan !== null && content !== null && void write(plan, content)}
        >
          {says.write}
        </button>
      </footer>
    </>
  );
}

interface WhereProps {
  readonly content: BookContent;
  readonly draft: ReviewDraft;
  dispatch(action: Action): void;
  read(book: string): Promise<void>;
}

/** Which book, and what the programme is called. */
function Where({ content, draft, dispatch, read }: WhereProps) {
  const { book, books, programme } = content;
  return (
    <div class="where">
      <div class="field">
        <label for="book">{says.book}</label>
        <select
          id="book"
          value={book}
          disabled={books.length < 2}
          onChange={(event) => void read(event.currentTarget.value)}
        >
          {books.map(({ id, name }) => (
            <option key={id} value={id} selected={id === book}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field wide">
        <label for="programme">{says.programme}</label>
        <input
          id="programme"
          value={programme === '' ? draft.title : programme}
          disabled={programme !== ''}
          maxLength={200}
          aria-describedby="programme-help"
          onChange={(event) => dispatch({ type: 'title', title: event.currentTarget.value })}
        />
        {programme === '' && (
          <p class="help" id="programme-help">
            {says.programmeHelp}
          </p>
        )}
      </div>
    </div>
  );
}
