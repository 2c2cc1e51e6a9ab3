/** Mails of the ledger: those that somebody must decide about, and the latest. */
import type { MailsView } from '../../../src/contract/control';
import { mails as says } from '../../../src/messages/control/page';
import type { ScreenProps } from './props';

type Record = MailsView['latest'][number];

const Words = ({ address, what, stateText, at, reason }: Record) => (
  <>
    <p class="run">
      <strong>{address}</strong>
    </p>
    <p>
      {what}: {stateText}
      {reason !== '' && ` (${reason})`}
    </p>
    <p class="help">{at}</p>
  </>
);

export function OpenMails({ view, work, actions }: ScreenProps & { readonly view: MailsView }) {
  const open = [...view.unknown, ...view.failed];
  const busy = work.doing !== null;
  if (open.length === 0) return null;
  return (
    <section class="card">
      <h2>{says.openTitle}</h2>
      <p class="help">{says.openHelp}</p>
      <ul class="list">
        {open.map((record) => (
          <li key={record.key}>
            <Words {...record} />
            <div class="buttons">
              <button
                type="button"
                disabled={busy}
                aria-label={says.resendOf(record.what, record.address)}
                onClick={() => actions.resend(record.key)}
              >
                {says.resend}
              </button>
              <button
                type="button"
                disabled={busy}
                aria-label={says.forgetOf(record.what, record.address)}
                onClick={() => actions.forget(record.key)}
              >
                {says.forget}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nobody has to do anything about these; a press sends one at once. */
export function DeferredMails({
  view: { deferred },
  work,
  actions,
}: ScreenProps & { readonly view: MailsView }) {
  if (deferred.length === 0) return null;
  return (
    <section class="card">
      <h2>{says.deferredTitle}</h2>
      <p class="help">{says.deferredHelp}</p>
      <ul class="list">
        {deferred.map((record) => (
          <li key={record.key}>
            <Words {...record} />
            <button
              type="button"
              disabled={work.doing !== null}
              aria-label={says.resendOf(record.what, record.address)}
              onClick={() => actions.resend(record.key)}
            >
              {says.resendNow}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LatestMails({ view: { latest } }: { readonly view: MailsView }) {
  if (latest.length === 0) return null;
  return (
    <details>
      <summary>{says.latest(latest.length)}</summary>
      <ul class="list">
        {latest.map((record) => (
          <li key={record.key}>
            <Words {...record} />
          </li>
        ))}
      </ul>
    </details>
  );
}
