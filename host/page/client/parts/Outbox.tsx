import { useEffect, useState } from 'preact/hooks';
import { page } from '../../protocol/messages';
import type { MailOpened, MailShown } from '../../protocol/protocol';
import { mailAddress } from '../connection/api';
import type { Session } from '../session';
import { Dialog } from './Dialog';

/** Mails that scripts sent: the list, and one of them as its reader sees it. */
export function Outbox({ session, onClose }: { session: Session; onClose: () => void }) {
  const [mails, setMails] = useState<readonly MailShown[] | null>(null);
  const [mail, setMail] = useState<MailOpened | null>(null);
  const failed = (error: unknown) => session.refuse(String(error));
  const open = (index: number) => session.ask('mail', { index }).then(setMail, failed);
  useEffect(() => {
    session.ask('mails', {}).then((all) => {
      setMails(all);
      if (all[0]) void open(all[0].index);
    }, failed);
  }, []);
  return (
    <Dialog title={page.outbox} wide onClose={onClose}>
      <p class="soft">{page.outboxNote}</p>
      <div class="outbox">
        {mails === null && <p role="status">{page.working}</p>}
        {mails?.length === 0 && <p>{page.noMails}</p>}
        {mails && mails.length > 0 && (
          <ul aria-label={page.outbox}>
            {mails.map(({ index, at, to, subject }) => (
              <li key={index}>
                <button type="button" aria-pressed={index === mail?.index} onClick={() => void open(index)}>
                  <strong>{subject}</strong>
                  <span>{to.join(', ')}</span>
                  <span class="soft">{at}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {mail && <Letter key={mail.index} mail={mail} />}
      </div>
      <div class="row">
        <button type="button" onClick={onClose}>
          {page.close}
        </button>
      </div>
    </Dialog>
  );
}

function Letter({ mail }: { mail: MailOpened }) {
  const [view, setView] = useState<'html' | 'text'>(mail.html === null ? 'text' : 'html');
  const fields: readonly (readonly [string, readonly string[]])[] = [
    [page.from, [mail.from]],
    [page.to, mail.to],
    [page.copyTo, mail.cc],
    [page.blindCopyTo, mail.bcc],
    [page.attachments, mail.attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1024)} кБ)`)],
  ];
  return (
    <article aria-label={mail.subject}>
      <h3>{mail.subject}</h3>
      <dl>
        {fields
          .filter(([, values]) => values.length > 0)
          .map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{values.join(', ')}</dd>
            </div>
          ))}
      </dl>
      <div class="row">
        {mail.html !== null && (
          <button type="button" aria-pressed={view === 'html'} onClick={() => setView('html')}>
            {page.htmlView}
          </button>
        )}
        <button type="button" aria-pressed={view === 'text'} onClick={() => setView('text')}>
          {page.textView}
        </button>
      </div>
      {view === 'html' ? (
        <iframe title={page.letter} sandbox="allow-popups" src={mailAddress(mail.index)} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter is scrolled by keyboard
        <pre tabIndex={0}>{mail.text ?? page.noText}</pre>
      )}
    </article>
  );
}
