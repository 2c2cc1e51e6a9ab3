/** One stage of the checklist. */
import type { StageItem } from '../../../src/contract/school';
import { isDone, isOpen, statusOf } from '../../../src/domain/report/statuses';
import { daysInWords, checklist as says } from '../../../src/messages/sidebar/page';
import { awaits } from '../model/stages';
import { StatusMark } from './StatusMark';

interface Props {
  readonly stage: StageItem;
  readonly begun: boolean;
  onOpen(): void;
}

function actionOf(stage: StageItem, begun: boolean): string {
  if (begun) return says.goOn;
  if ((!isDone(stage.status) && !isOpen(stage.status)) || stage.unclear) return says.open;
  if (stage.status === 'invalid' || (stage.approval === 'returned' && !stage.refiled)) return says.repair;
  if (stage.documentMissing) return says.addDocument;
  return isDone(stage.status) || stage.done !== null ? says.open : says.report;
}

export function StageCard({ stage, begun, onOpen }: Props) {
  const { fullTitle: title, status, approval, result, reason, documentNeeded, issues } = stage;
  const waits = awaits(stage);
  const open = isOpen(status) && !waits;
  const urgent = open && (statusOf(status).urgent === true || approval === 'returned');
  const action = actionOf(stage, begun);
  return (
    <li class={`stage ${status}`}>
      <p class="marks">
        <StatusMark status={status} approval={approval} />
        {begun && <span class="mark plain draft">{says.draft}</span>}
        {issues > 0 && <span class="mark plain wrong">⚠ {says.issues(issues)}</span>}
      </p>
      <h3>{title}</h3>
      <Deadline stage={stage} />
      {reason !== '' && (
        <p class="reason">
          <strong>{says.reason}</strong> {reason}
        </p>
      )}
      {waits && <p>{stage.refiled ? says.refiled : says.awaiting}</p>}
      {open && result !== '' && (
        <p>
          <strong>{says.result}</strong> {result}
        </p>
      )}
      {stage.documentMissing && <p class="awaited">{says.documentAwaited}</p>}
      {open && documentNeeded && !stage.documentMissing && <p class="help">{says.documentNeeded}</p>}
      <button
        type="button"
        class={urgent ? 'primary' : ''}
        data-stage={stage.key}
        aria-label={says.actOn(action, title)}
        onClick={onOpen}
      >
        {action}
      </button>
    </li>
  );
}

/** The deadline in words, and how many days there are to it. */
export function Deadline({ stage }: { readonly stage: StageItem }) {
  const { status, days, due, extended, done, unclear } = stage;
  if (status === 'notExpected') return null;
  const left = daysInWords(status, days);
  return (
    <>
      {status === 'invalid' && <p>{unclear ? says.unclear : says.invalid}</p>}
      {done !== null && !unclear && <p class="due">{says.handedIn(done)}</p>}
      <p class="due">
        {due === null ? says.undated : says.due(due)}
        {left !== '' && (
          <>
            {', '}
            <strong>{left}</strong>
          </>
        )}
        {extended && ` (${says.extended})`}
      </p>
    </>
  );
}
