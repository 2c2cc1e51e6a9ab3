/** Mails: on or off, who would get what, how a mail looks, and those of which nobody knows whether they left. */
import { useState } from 'preact/hooks';
import type { MailsView } from '../../../src/contract/control';
import type { MailChoice } from '../../../src/contract/mails';
import { page, preview, mails as says } from '../../../src/messages/control/page';
import { Notice } from '../../common/Notice';
import { useKept } from '../model/kept';
import { useLoad } from '../model/load';
import { Ask } from '../parts/Ask';
import { LoadedView } from '../parts/LoadedView';
import { Switch } from '../parts/Switch';
import { call } from '../server';
import { DryRun } from './DryRun';
import { DeferredMails, LatestMails, OpenMails } from './MailRecords';
import { Preview, type ShownMail } from './Preview';
import type { ScreenProps } from './props';

export const Mails = (props: ScreenProps) =>
  props.overview.books.length === 0 ? <p>{says.needsBook}</p> : <AllMails {...props} />;

function AllMails(props: ScreenProps) {
  const { overview, work } = props;
  const loaded = useLoad(() => call('controlMails'), overview);
  const [choice, setChoice] = useKept<MailChoice>('preview.choice', { kind: 'reminder', whom: '' });
  const [mail, setMail] = useState<ShownMail | null>(null);
  const choose = (next: MailChoice): void => {
    setChoice(next);
    setMail(null);
  };
  const show = (next: MailChoice): void => {
    choose(next);
    work.run(
      preview.working,
      () => call('controlMailPreview', next),
      (answer) => {
        setMail(answer);
        return '';
      },
    );
  };
  return (
    <>
      <LoadedView of={loaded} waiting={says.loading}>
        {(view) => (
          <>
            <Standing view={view} {...props} />
            <OpenMails view={view} {...props} />
            <DeferredMails view={view} {...props} />
          </>
        )}
      </LoadedView>
      <DryRun work={work} onShow={show} />
      <Preview
        work={work}
        choice={choice}
        mail={mail}
        actions={props.actions}
        onChoice={choose}
        onShow={show}
      />
      {loaded.value !== null && <LatestMails view={loaded.value} />}
    </>
  );
}

function Standing({ view, overview, work, actions, show }: ScreenProps & { readonly view: MailsView }) {
  const [asking, setAsking] = useState(false);
  const { on, confirmed, sending, sentences } = view;
  const busy = work.doing !== null;
  return (
    <>
      <Switch on={sending} words={sending ? says.isOn : on ? says.isStopped : says.isOff} />
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {on && !confirmed && (
        <Notice kind="warning">
          <p>
            <strong>{says.confirmTitle}</strong>
          </p>
          <p>{says.confirmHelp}</p>
          <button type="button" disabled={busy} onClick={() => actions.confirmCopy()}>
            {says.confirm}
          </button>
        </Notice>
      )}
      {on && !overview.schedule.on && (
        <button type="button" class="wide" onClick={() => show('schedule')}>
          {page.open}: {says.schedule}
        </button>
      )}
      {asking ? (
        <Ask
          title={says.onTitle}
          question={says.onAsk}
          yes={says.on}
          no={page.cancel}
          disabled={busy}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) actions.mails(true);
          }}
        />
      ) : (
        <button
          type="button"
          class={`wide ${on ? '' : 'primary'}`}
          disabled={busy}
          onClick={() => (on ? actions.mails(false) : setAsking(true))}
        >
          {on ? says.off : says.on}
        </button>
      )}
    </>
  );
}
