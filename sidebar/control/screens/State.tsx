/** How the add-on itself is: version, memory, what is wrong in the control book, where to look for help. */
import type { StateView } from '../../../src/contract/control';
import { page, state as says } from '../../../src/messages/control/page';
import { Notice } from '../../common/Notice';
import { useLoad } from '../model/load';
import { LoadedView } from '../parts/LoadedView';
import { call } from '../server';
import type { ScreenProps } from './props';

const FULL_PERCENT = 80;

export function State(props: ScreenProps) {
  const { overview } = props;
  const loaded = useLoad(() => call('controlState'), overview);
  return (
    <>
      <LoadedView of={loaded} waiting={says.loading}>
        {(view) => <Facts view={view} {...props} />}
      </LoadedView>
      <section>
        <h2>{says.help}</h2>
        <dl class="where">
          {says.helpItems.map(([what, where]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{where}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Facts({ view, overview, work, actions, show }: ScreenProps & { readonly view: StateView }) {
  const { version, timeZone, memory, mostMemory, lastRun, issues } = view;
  const percent = Math.ceil((memory * 100) / mostMemory);
  const facts: [string, string][] = [
    [says.lastRun, lastRun?.what ?? says.noRun],
    ...(lastRun === null ? [] : [[says.lastAt, `${lastRun.at}, ${lastRun.result}`] as [string, string]]),
    [says.books, String(overview.books.length)],
    [says.timeZone, timeZone],
    [says.memory, says.memoryUsed(percent)],
    [says.version, version],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {percent >= FULL_PERCENT && (
        <Notice kind="warning">
          <p>{says.memoryFull}</p>
        </Notice>
      )}
      <section>
        <h2>{says.issues}</h2>
        {issues.length === 0 ? (
          <p>{says.noIssues}</p>
        ) : (
          <>
            <ul class="list">
              {issues.map((issue) => (
                <li key={issue}>{issue}</li>
              ))}
            </ul>
            {overview.settings.length > 0 && (
              <button
                type="button"
                class="wide"
                disabled={work.doing !== null}
                onClick={() => actions.go({ tab: 'settings', row: 2 })}
              >
                {says.settings}
              </button>
            )}
            {overview.people.issues.length > 0 && (
              <button type="button" class="wide" onClick={() => show('people')}>
                {page.open}: {page.screens.people}
              </button>
            )}
          </>
        )}
      </section>
    </>
  );
}
