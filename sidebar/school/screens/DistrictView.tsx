/** «Район»: the district's figures, who is overdue, who waits for a decision, and reminding. */
import { useState } from 'preact/hooks';
import type { District, DistrictReport } from '../../../src/contract/school';
import { shares } from '../../../src/domain/figures/shares';
import { district as says, sidebar } from '../../../src/messages/sidebar/page';
import { Waiting } from '../../common/Waiting';
import { useLoad } from '../model/load';
import { Go } from '../parts/Go';
import { Problem } from '../parts/Problem';
import { Remind } from '../parts/Remind';
import { StatusMark } from '../parts/StatusMark';
import { call } from '../server';

export function DistrictView() {
  const [name, setName] = useState('');
  const { value, problem, waiting, reload, set } = useLoad(() => call('sidebarDistrict', name), [name]);
  const choice = value !== null && value.districts.length > 1;
  return (
    <main class="district">
      <h1 tabIndex={-1} class={choice ? 'hidden' : ''}>
        {value === null || choice ? sidebar.screens.district : value.district}
      </h1>
      {choice && (
        <div class="entry">
          <label class="name" for="district">
            {says.choose}
          </label>
          <select
            id="district"
            value={value.district}
            aria-busy={waiting}
            onChange={(event) => setName(event.currentTarget.value)}
          >
            {value.districts.map((each) => (
              <option key={each} value={each} selected={each === value.district}>
                {each}
              </option>
            ))}
          </select>
        </div>
      )}
      {waiting && <Waiting text={says.loading} />}
      <Problem problem={problem} onAgain={reload} />
      {value !== null && !waiting && <Content district={value} onDistrict={set} />}
    </main>
  );
}

interface ContentProps {
  readonly district: District;
  onDistrict(district: District): void;
}

function Content({ district, onDistrict }: ContentProps) {
  const { overdue, overdueMore, awaiting, awaitingMore, summary } = district;
  const [overdueAll, awaitingAll] = [overdue.length + overdueMore, awaiting.length + awaitingMore];
  return (
    <>
      <p class="help">{says.organisations(district.organisations)}</p>
      <Figures district={district} />
      {summary === null ? (
        <p class="help">{says.noSummary}</p>
      ) : (
        <Go target={{ sheetId: summary, cell: '' }} label={says.summary} />
      )}
      <h2>{overdueAll === 0 ? says.nothingOverdue : says.overdue(overdueAll)}</h2>
      <Remind district={district} missed={overdueAll} onDistrict={onDistrict} />
      <Reports reports={overdue} more={overdueMore} column="doneOn" />
      <h2>{awaitingAll === 0 ? says.nothingAwaiting : says.awaiting(awaitingAll)}</h2>
      <Reports reports={awaiting} more={awaitingMore} column="decision" />
    </>
  );
}

const KINDS = ['inTime', 'late', 'missed', 'notYetDue'] as const;

function Figures({ district }: { readonly district: District }) {
  const { figures } = district;
  if (figures.expected === 0) return <p>{says.empty}</p>;
  const share = shares(figures);
  return (
    <>
      <table class="figures">
        <caption class="hidden">{says.figuresLabel}</caption>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <span class={`key ${kind}`} aria-hidden="true" />
                {says.figures[kind]}
              </th>
              <td>{figures[kind]}</td>
              <td class="share">{says.percent(share[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="track" aria-hidden="true">
        {KINDS.map((kind) => (
          <span key={kind} class={kind} style={{ width: `${share[kind]}%` }} />
        ))}
      </div>
      <p class="help">{says.expected(figures.expected)}</p>
    </>
  );
}

interface ReportsProps {
  readonly reports: readonly DistrictReport[];
  readonly more: number;
  /** The cell of a row that is shown in the table. */
  readonly column: string;
}

function Reports({ reports, more, column }: ReportsProps) {
  return (
    <>
      <ul class="things">
        {reports.map(({ key, school, stage, status, statusText, refiled }) => (
          <li key={key}>
            <h3>{school}</h3>
            <p>{stage}</p>
            <p class="marks">
              <StatusMark status={status} text={statusText} />
              {refiled && <span class="mark plain">{says.refiled}</span>}
            </p>
            <Go
              target={{ key, column: refiled ? 'decision' : column }}
              label={sidebar.showInTable}
              name={`${sidebar.showInTable}: ${school}, ${stage}`}
              quiet
            />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="help">{says.more(more)}</p>}
    </>
  );
}
