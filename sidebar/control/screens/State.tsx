/** How the add-on itself is: version, memory, what is wrong in the control book, where to look for help. */
import type { StateView } from '../../../src/contract.control';
import { state as says } from '../../../src/messages/controlPage';
import { Notice } from '../../common/Notice';
import { useLoad } from '../model/load';
import { LoadedView } from '../parts/LoadedView';
import { call } from '../server';
import type { ScreenProps } from './props';

const FULL_PERCENT = 80;

export function State({ overview, work, deeds }: ScreenProps) {
  const loaded = useLoad(() => call('controlState'), overview);
  return (
    <>
      <LoadedView of={loaded} waiting={says.loading}>
        {(view) => (
          <Facts view={view} books={overview.books.length} busy={work.doing !== null} deeds={deeds} />
        )}
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

interface FactsProps {
  readonly view: StateView;
  readonly books: number;
  readonly busy: boolean;
  readonly deeds: ScreenProps['deeds'];
}

function Facts({ view, books, busy, deeds }: FactsProps) {
  const { version, timeZone, memory, mostMemory, lastRun, issues } = view;
  const percent = Math.ceil((memory * 100) / mostMemory);
  const facts: [string, string][] = [
    [says.lastRun, lastRun === null ? says.noRun : `${lastRun.what}, ${lastRun.at}: ${lastRun.result}`],
    [says.books, String(books)],
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
            <button
              type="button"
              class="quiet"
              disabled={busy}
              onClick={() => deeds.go({ tab: 'settings', row: 2 })}
            >
              {says.settings}
            </button>
          </>
        )}
      </section>
    </>
  );
}
