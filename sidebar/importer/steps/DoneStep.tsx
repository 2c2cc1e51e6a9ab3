/** The end: what was written, the rows of the report being made, what to do next. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { changes, page, finish as says } from '../../../src/messages/importer/page';
import { closePage } from '../../common/caller';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Action, State } from '../model/state';
import { call } from '../server';

interface Props {
  readonly state: State;
  dispatch(action: Action): void;
}

/** A book of thousands of rows takes several calls; more than these means that it makes no progress. */
const MOST_CALLS = 12;

export function DoneStep({ state, dispatch }: Props) {
  const [problem, setProblem] = useState('');
  const [working, setWorking] = useState(false);
  const begun = useRef(false);
  const book = state.content?.book ?? '';
  const build = useCallback(async (): Promise<void> => {
    setWorking(true);
    setProblem('');
    for (let count = 0; count < MOST_CALLS; count += 1) {
      const answer = await call('importRebuild', book);
      if (!answer.ok) {
        setProblem(answer.sentence);
        break;
      }
      if (answer.finished) {
        dispatch({ type: 'rowsMade', sentence: answer.sentence });
        break;
      }
    }
    setWorking(false);
  }, [book, dispatch]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void build();
  }, [build]);
  return (
    <>
      <main class="done">
        <h2>
          <span class="tick" aria-hidden="true">
            ✓
          </span>
          {says.written}
        </h2>
        <p>{state.finished}</p>
        {working && <Waiting text={changes.building} />}
        {state.rowsMade !== null && <Notice kind="good">{state.rowsMade}</Notice>}
        {!working && state.rowsMade === null && (
          <Notice kind="error">
            <p>{problem}</p>
            <p>{says.rowsLater}</p>
            <button type="button" onClick={() => void build()}>
              {says.rowsAgain}
            </button>
          </Notice>
        )}
        <h3>{says.nextTitle}</h3>
        <ol>
          {says.next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </main>
      <footer>
        <div class="state" />
        <button type="button" class="primary" disabled={working} onClick={closePage}>
          {page.close}
        </button>
      </footer>
    </>
  );
}
