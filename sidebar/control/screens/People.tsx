/** Who stands in «Адреса», by role, and what is wrong in which row. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { page, people as says } from '../../../src/messages/control/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { call } from '../server';
import type { ScreenProps } from './props';

export function People({ overview: { people }, work, actions }: ScreenProps) {
  const busy = work.doing !== null;
  const { roles, issues, more, rows } = people;
  return (
    <>
      <p>{says.intro}</p>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{says.role}</th>
            <th scope="col">{says.addresses}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, addresses }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td>{addresses}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="primary wide"
        disabled={busy}
        onClick={() => actions.go({ tab: 'addresses', row: rows + 2 })}
      >
        {says.open}
      </button>
      <p class="help">{says.afterEdit}</p>
      {rows === 0 ? (
        <Notice kind="note">
          <p>{says.empty}</p>
        </Notice>
      ) : issues.length === 0 ? (
        <Notice kind="good">
          <p>{says.nothingWrong}</p>
        </Notice>
      ) : (
        <section>
          <h2>{says.wrong}</h2>
          <ul class="list">
            {issues.map(({ row, who, sentence }) => (
              <li key={`${row}${sentence}`}>
                <p>
                  <strong>{who === '' ? says.row(row) : `${says.row(row)}, ${who}`}</strong>
                </p>
                <p>{sentence}</p>
                <button
                  type="button"
                  class="quiet"
                  disabled={busy}
                  onClick={() => actions.go({ tab: 'addresses', row })}
                >
                  {says.goTo(row)}
                </button>
              </li>
            ))}
          </ul>
          {more > 0 && <p>{page.more(more)}</p>}
        </section>
      )}
      <Doubts work={work} />
      <p class="help">{says.rights}</p>
    </>
  );
}

/** Organisations and districts without an address, addresses without either: the books are read for it. */
function Doubts({ work }: Pick<ScreenProps, 'work'>) {
  const [doubts, setDoubts] = useState<readonly string[] | null>(null);
  const check = () =>
    work.run(
      says.checking,
      () => call('controlMailDryRun'),
      (answer) => {
        setDoubts(answer.doubts);
        return answer.doubts.length === 0 ? says.checked : '';
      },
    );
  return (
    <section>
      <button type="button" class="wide" disabled={work.doing !== null} onClick={check}>
        {says.check}
      </button>
      {doubts !== null && doubts.length > 0 && <DoubtList doubts={doubts} />}
    </section>
  );
}

const MOST_DOUBTS = 50;

function DoubtList({ doubts }: { readonly doubts: readonly string[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => takeFocus(heading.current), [doubts]);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {says.doubts}
      </h2>
      <ul class="list">
        {doubts.slice(0, MOST_DOUBTS).map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      {doubts.length > MOST_DOUBTS && <p>{page.more(doubts.length - MOST_DOUBTS)}</p>}
    </>
  );
}
