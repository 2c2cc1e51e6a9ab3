/** «Замечания»: what is to be repaired in the rows of one organisation. */
import type { School } from '../../../src/contract/school';
import { issues as says } from '../../../src/messages/sidebar/page';
import { Notice } from '../../common/Notice';
import { useLoad } from '../model/load';
import { Go } from '../parts/Go';
import { Problem } from '../parts/Problem';
import { Reload } from '../parts/Reload';
import { call } from '../server';

export function Issues({ school }: { readonly school: School | null }) {
  return (
    <main class="issues">
      <h1 tabIndex={-1}>{says.title}</h1>
      {school === null ? <p>{says.noSchool}</p> : <List school={school} />}
    </main>
  );
}

function List({ school }: { readonly school: School }) {
  const { value, problem, waiting, reload } = useLoad(() => call('sidebarIssues', school.id), [school.id]);
  const found = value?.issues ?? [];
  return (
    <>
      <p class="help">{school.name}</p>
      <Problem problem={problem} onAgain={reload} />
      {value !== null && !waiting && found.length === 0 && <Notice kind="good">{says.none}</Notice>}
      {found.length > 0 && <p role="status">{says.count(found.length)}</p>}
      <ul class="things">
        {found.map(({ sheetId, tab, cell, column, stage, expected, found: now, repair }) => {
          const place = says.place(tab, cell);
          return (
            <li key={`${sheetId}|${cell}|${column}|${expected}`}>
              <h2>{column === '' ? place : column}</h2>
              {column !== '' && <p class="help">{place}</p>}
              {stage !== '' && <p>{stage}</p>}
              <p class="issue">
                <span aria-hidden="true">⚠ </span>
                {repair}
              </p>
              {now !== '' && (
                <p>
                  <span class="help">{says.found}</span> <span class="value">{now}</span>
                </p>
              )}
              <p>
                <span class="help">{says.expected}</span> {expected}
              </p>
              <Go target={{ sheetId, cell }} label={says.go} name={says.goTo(`${place}. ${column}`)} />
            </li>
          );
        })}
      </ul>
      <Reload waiting={waiting} label={says.reload} doing={says.loading} onReload={reload} />
    </>
  );
}
