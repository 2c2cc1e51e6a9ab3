/** The schedule: on or off, whose, what comes next, and what came of the last runs. */
import type { JournalRow } from '../../../src/contract/control';
import { schedule as says } from '../../../src/messages/control/page';
import { Notice } from '../../common/Notice';
import { useLoad } from '../model/load';
import { LoadedView } from '../parts/LoadedView';
import { Switch } from '../parts/Switch';
import { call } from '../server';
import type { ScreenProps } from './props';

export function Schedule({ overview, work, actions }: ScreenProps) {
  const { schedule, books } = overview;
  const { on, owner, mine, lost, next } = schedule;
  const busy = work.doing !== null;
  return (
    <>
      <Switch on={on && !lost} words={on ? says.isOn : says.isOff} />
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
          onClick={() => actions.schedule(true)}
        >
          {lost ? says.onAgain : says.on}
        </button>
      )}
      {!on && books.length === 0 && <p class="help">{says.needsBook}</p>}
      {on && (
        <button type="button" class="wide" disabled={busy} onClick={() => actions.schedule(false)}>
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
      <Runs overview={overview} busy={busy} actions={actions} />
    </>
  );
}

type RunsProps = Pick<ScreenProps, 'overview' | 'actions'> & { readonly busy: boolean };

function Runs({ overview, busy, actions }: RunsProps) {
  const loaded = useLoad(() => call('controlJournal'), overview);
  return (
    <section>
      <h2>{says.last}</h2>
      <LoadedView of={loaded} waiting={says.loading}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p>{says.noRuns}</p>
          ) : (
            <ul class="list">
              {runs.map((run, index) => (
                <li key={`${index}${run.at}`}>
                  <RunLine run={run} named={overview.books.length > 1} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
      <button
        type="button"
        class="quiet"
        disabled={busy}
        onClick={() => actions.go({ tab: 'journal', row: 1 })}
      >
        {says.journal}
      </button>
    </section>
  );
}

interface RunLineProps {
  readonly run: JournalRow;
  /** With one book its name says nothing. */
  readonly named: boolean;
}

const RunLine = ({ run: { at, job, book, result, details }, named }: RunLineProps) => (
  <>
    <p class="run">
      <span>{at}</span>
      <strong>{result}</strong>
    </p>
    <p>
      {job}
      {named && book !== '' && <span class="help"> · {book}</span>}
    </p>
    {details !== '' && <p class="help">{details}</p>}
  </>
);
