/** What will be written, tab by tab; and the stages that the letter no longer has. */

import type { ImportTab } from '../../../src/domain/import/changes';
import type { ImportPlan, TabPlan } from '../../../src/domain/import/importPlan';
import { cellText } from '../../../src/domain/values/cell';
import { changes as says } from '../../../src/messages/importer/page';
import { SCHEMAS } from '../model/plan';
import type { Action } from '../model/state';
import { CheckField } from '../parts/Field';

const TABS: readonly ImportTab[] = ['stages', 'organisations', 'targets', 'addresses'];
const titleOf = (tab: ImportTab): string => (tab === 'addresses' ? says.addresses : SCHEMAS[tab].title);
const SHOWN = 200;

/** What a new row is called: its first columns. */
const labelOf = (tab: ImportTab, cells: TabPlan['added'][number]): string =>
  (tab === 'organisations'
    ? ['id', 'shortName', 'district']
    : tab === 'stages'
      ? ['code', 'title']
      : ['title', 'date', 'value', 'unit', 'email', 'organisation']
  )
    .map((id) => cellText(cells[id] ?? ''))
    .filter((text) => text !== '')
    .join(' · ');

export function PlanTables({ plan }: { readonly plan: ImportPlan }) {
  const changed = TABS.flatMap((tab) => plan[tab].changed.map((change) => ({ tab, ...change })));
  return (
    <>
      <table class="summary">
        <caption>{says.summary}</caption>
        <thead>
          <tr>
            <th scope="col">{says.tab}</th>
            <th scope="col">{says.added}</th>
            <th scope="col">{says.changed}</th>
            <th scope="col">{says.same}</th>
          </tr>
        </thead>
        <tbody>
          {TABS.map((tab) => (
            <tr key={tab}>
              <th scope="row">{titleOf(tab)}</th>
              <td class={plan[tab].added.length > 0 ? 'some' : ''}>{plan[tab].added.length}</td>
              <td class={plan[tab].changed.length > 0 ? 'some' : ''}>{plan[tab].changed.length}</td>
              <td>{plan[tab].same}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {TABS.filter((tab) => plan[tab].added.length > 0).map((tab) => (
        <details key={tab}>
          <summary>{says.addedList(titleOf(tab), plan[tab].added.length)}</summary>
          <ul>
            {plan[tab].added.slice(0, SHOWN).map((cells, index) => (
              <li key={index}>{labelOf(tab, cells)}</li>
            ))}
            {plan[tab].added.length > SHOWN && <li>…</li>}
          </ul>
        </details>
      ))}
      {changed.length > 0 && (
        <>
          <h2>{says.changedTitle}</h2>
          {changed.slice(0, SHOWN).map(({ tab, key, label, cells }) => (
            <ChangedRow key={`${tab}/${key}`} tab={tab} label={label} cells={cells} />
          ))}
          <p class="help">{says.blankKept}</p>
        </>
      )}
    </>
  );
}

interface ChangedProps {
  readonly tab: ImportTab;
  readonly label: string;
  readonly cells: TabPlan['changed'][number]['cells'];
}

function ChangedRow({ tab, label, cells }: ChangedProps) {
  const header = (id: string): string =>
    SCHEMAS[tab].columns.find((column) => column.id === id)?.header ?? id;
  return (
    <table class="changed">
      <caption>
        {titleOf(tab)}: {label}
      </caption>
      <thead>
        <tr>
          <th scope="col">{says.field}</th>
          <th scope="col">{says.from}</th>
          <th scope="col">{says.to}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ column, from, to }) => (
          <tr key={column}>
            <th scope="row">{header(column)}</th>
            <td class="before">{cellText(from) || says.empty}</td>
            <td class="after">{cellText(to) || says.empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface GoneProps {
  readonly plan: ImportPlan;
  readonly drop: readonly string[];
  dispatch(action: Action): void;
}

export function GoneStages({ plan, drop, dispatch }: GoneProps) {
  const absentReports = plan.absent.reduce((sum, each) => sum + each.filed, 0);
  return (
    <>
      {plan.gone.length > 0 && (
        <fieldset class="gone">
          <legend>{says.goneTitle}</legend>
          <p class="help">{says.goneHelp}</p>
          {plan.gone.map(({ id, label, filed }) => (
            <CheckField
              key={id}
              label={`${label} (${says.filed(filed)})`}
              checked={drop.includes(id)}
              onValue={(on) => dispatch({ type: 'drop', id, on })}
            />
          ))}
        </fieldset>
      )}
      {plan.absent.length > 0 && <p class="help">{says.absent(plan.absent.length, absentReports)}</p>}
    </>
  );
}
