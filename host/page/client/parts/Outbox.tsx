import { useEffect, useState } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { MailOpened, MailShown } from '../../protocol/protocol';
import { mailAddress } from '../connection/api';
import type { Page } from '../page';
import { Dialog } from './Dialog';

/** Mails that scripts sent: the list, and one of them as its reader sees it. */
export function Outbox({ page, onClose }: { page: Page; onClose: () => void }) {
  const [mails, setMails] = useState<readonly MailShown[] | null>(null);
  const [mail, setMail] = useState<MailOpened | null>(null);
  const failed = (error: unknown) => page.refuse(String(error));
  const open = (index: number) => page.ask('mail', { index }).then(setMail, failed);
  useEffect(() => {
    page.ask('mails', {}).then((all) => {
      setMails(all);
      if (all[0]) void open(all[0].index);
    }, failed);
  }, []);
  return (
    <Dialog title={words.outbox} wide onClose={onClose}>
      <p class="soft">{words.outboxNote}</p>
      <div class="outbox">
        {mails === null && <p role="status">{words.working}</p>}
        {mails?.length === 0 && <p>{words.noMails}</p>}
        {mails && mails.length > 0 && (
          <ul aria-label={words.outbox}>
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
        {mail && <Letter key={mail.index} mail={mail} person={page.shown.person} />}
      </div>
      <div class="row">
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  );
}

function Letter({ mail, person }: { mail: MailOpened; person: string }) {
  const [view, setView] = useState<'html' | 'text'>(mail.html === null ? 'text' : 'html');
  const fields: readonly (readonly [string, readonly string[]])[] = [
    [words.from, [mail.from]],
    [words.to, mail.to],
    [words.copyTo, mail.cc],
    [words.blindCopyTo, mail.bcc],
    [words.attachments, mail.attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1024)} кБ)`)],
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
            {words.htmlView}
          </button>
        )}
        <button type="button" aria-pressed={view === 'text'} onClick={() => setView('text')}>
          {words.textView}
        </button>
      </div>
      {view === 'html' ? (
        <iframe title={words.letter} sandbox="allow-popups" src={mailAddress(mail.index, person)} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter is scrolled by keyboard
        <pre tabIndex={0}>{mail.text ?? words.noText}</pre>
      )}
    </article>
  );
}
