/** «Отчитаться»: one stage, what it asks, and its form. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StageItem } from '../../../src/contract/school';
import { checklist, form as says } from '../../../src/messages/sidebar/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Drafts } from '../model/drafts';
import { useLoad } from '../model/load';
import { announce } from '../parts/announce';
import { Problem } from '../parts/Problem';
import { Saved } from '../parts/Saved';
import { Deadline } from '../parts/StageCard';
import { StatusMark } from '../parts/StatusMark';
import { call } from '../server';
import { ReportForm } from './ReportForm';

interface Props {
  /** As the checklist has it: shown until the form is read. */
  readonly stage: StageItem;
  readonly drafts: Drafts;
  onStage(stage: StageItem): void;
  onDraft(key: string, begun: boolean): void;
  onBack(): void;
}

export function StageForm({ stage: listed, drafts, onStage, onDraft, onBack }: Props) {
  const { key } = listed;
  const { value, problem, waiting, reload } = useLoad(async () => {
    // A report of this stage may still be on its way: the form is read when its end is known.
    await drafts.settled(key);
    return call('sidebarForm', key);
  }, [key]);
  const [saved, setSaved] = useState<StageItem | null>(null);
  const [moved, setMoved] = useState('');
  const [left, setLeft] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    takeFocus(heading.current);
  }, [saved, left]);
  return (
    <main class="form" aria-busy={waiting}>
      <button type="button" class="quiet back" onClick={onBack}>
        <span aria-hidden="true">← </span>
        {says.back}
      </button>
      {saved === null ? (
        <Head stage={value?.stage ?? listed} heading={heading} />
      ) : (
        <Saved
          stage={saved}
          note={moved}
          heading={heading}
          onBack={onBack}
          onMore={() => {
            setSaved(null);
            reload();
          }}
        />
      )}
      {waiting && <Waiting text={says.loading} />}
      <Problem problem={problem} onAgain={reload} />
      {left && saved === null && <Notice kind="good">{says.nothingLeft}</Notice>}
      {value !== null && saved === null && !waiting && (
        <ReportForm
          form={value}
          drafts={drafts}
          onDraft={(begun) => onDraft(key, begun)}
          onStage={onStage}
          onSaved={(stage, note) => {
            const turn = stage.refiled ? ` ${checklist.refiled}` : '';
            announce(`${says.saved} ${says.savedStatus(stage.statusText)}${turn}`);
            setSaved(stage);
            setMoved(note);
            onStage(stage);
          }}
          onLeft={() => {
            setLeft(true);
            reload();
          }}
        />
      )}
    </main>
  );
}

interface HeadProps {
  readonly stage: StageItem;
  readonly heading: { current: HTMLHeadingElement | null };
}

function Head({ stage, heading }: HeadProps) {
  const { fullTitle: title, status, approval, refiled, reason, result } = stage;
  return (
    <>
      <p class="marks">
        <StatusMark status={status} approval={approval} />
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <Deadline stage={stage} />
      {reason !== '' && (
        <p class="reason">
          <strong>{checklist.reason}</strong> {reason}
        </p>
      )}
      {refiled && <p>{checklist.refiled}</p>}
      {result !== '' && (
        <p>
          <strong>{checklist.result}</strong> {result}
        </p>
      )}
    </>
  );
}
