/** The schedule: on or off, whose, what comes next, and what came of the last runs. */
import { useEffect, useState } from 'preact/hooks';
import type { JournalRow } from '../../../src/contract.control';
import { schedule as says } from '../../../src/messages/controlPage';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import { call } from '../server';
import type { ScreenProps } from './props';

export function Schedule({ overview, work, deeds }: ScreenProps) {
  const { schedule, books } = overview;
  const { on, owner, mine, lost, next } = schedule;
  const busy = work.doing !== null;
  return (
    <>
      <p class={`switch ${on && !lost ? 'on' : 'off'}`}>
        <span class="dot" aria-hidden="true">
          {on && !lost ? '✓' : '–'}
        </span>
        <strong>{on ? says.isOn : says.isOff}</strong>
      </p>
      {lost && (
        <Notice kind="error">
          <p>{says.lost}</p>
        </Notice>
      )}
      <p>{on ? says.onHelp : says.offHelp}</p>
      {on && (
        <p class="help">
          {mine
            ? owner === ''
              ? says.mineUnknown
              : says.mine(owner)
            : owner === ''
              ? ''
              : says.owner(owner)}
        </p>
      )}
      {(!on || lost) && (
        <button
          type="button"
          class="primary wide"
          disabled={busy || books.length === 0}
          onClick={() => deeds.schedule(true)}
        >
          {lost ? says.onAgain : says.on}
        </button>
      )}
      {!on && books.length === 0 && <p class="help">{says.needsBook}</p>}
      {on && (
        <button type="button" class="wide" disabled={busy} onClick={() => deeds.schedule(false)}>
          {says.off}
        </button>
      )}
      {next.length > 0 && (
        <section>
          <h2>{says.next}</h2>
          <dl class="facts">
            {next.map(({ what, at }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{at}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Runs overview={overview} busy={busy} deeds={deeds} />
    </>
  );
}

type RunsProps = Pick<ScreenProps, 'overview' | 'deeds'> & { readonly busy: boolean };

function Runs({ overview, busy, deeds }: RunsProps) {
  const [runs, setRuns] = useState<readonly JournalRow[] | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let current = true;
    void call('controlJournal').then((answer) => {
      if (!current) return;
      if (answer.ok) setRuns(answer.runs);
      setProblem(answer.ok ? '' : answer.sentence);
    });
    return () => {
      current = false;
    };
  }, [overview]);
  return (
    <section>
      <h2>{says.last}</h2>
      {problem !== '' && (
        <Notice kind="error">
          <p>{problem}</p>
        </Notice>
      )}
      {runs === null && problem === '' && <Waiting text={says.loading} />}
      {runs?.length === 0 && <p>{says.noRuns}</p>}
      {runs !== null && runs.length > 0 && (
        <ul class="list runs">
          {runs.map(({ at, job, book, result, details }, index) => (
            <li key={`${index}${at}`}>
              <p class="run">
                <span>{at}</span>
                <strong>{result}</strong>
              </p>
              <p>
                {job}
                {book !== '' && <span class="help"> · {book}</span>}
              </p>
              {details !== '' && <p class="help">{details}</p>}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="quiet"
        disabled={busy}
        onClick={() => deeds.go({ tab: 'journal', row: 1 })}
      >
        {says.journal}
      </button>
    </section>
  );
}
