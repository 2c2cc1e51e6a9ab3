/** Who stands in «Адреса», by role, and what is wrong in which row. */
import { page, people as says } from '../../../src/messages/controlPage';
import { Notice } from '../../common/Notice';
import type { ScreenProps } from './props';

export function People({ overview: { people }, work, deeds }: ScreenProps) {
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
        onClick={() => deeds.go({ tab: 'addresses', row: rows + 2 })}
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
                  onClick={() => deeds.go({ tab: 'addresses', row })}
                >
                  {says.goTo(row)}
                </button>
              </li>
            ))}
          </ul>
          {more > 0 && <p>{page.more(more)}</p>}
        </section>
      )}
      <p class="help">{says.rights}</p>
    </>
  );
}
