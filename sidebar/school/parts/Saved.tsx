/** The report is in the table: its new status, and where to go from here. */
import type { StageItem } from '../../../src/contract/school';
import { checklist, form as says, sidebar } from '../../../src/messages/sidebar/page';
import { Notice } from '../../common/Notice';
import { Go } from './Go';
import { Deadline } from './StageCard';
import { StatusMark } from './StatusMark';

interface Props {
  readonly stage: StageItem;
  /** What happened on the way; '' nearly always. */
  readonly note: string;
  readonly heading: { current: HTMLHeadingElement | null };
  onBack(): void;
  onMore(): void;
}

export function Saved({ stage, note, heading, onBack, onMore }: Props) {
  return (
    <section class="saved">
      <h1 tabIndex={-1} ref={heading}>
        <span class="tick" aria-hidden="true">
          ✓
        </span>
        {says.saved}
      </h1>
      <p>{stage.fullTitle}</p>
      <p class="marks">
        <StatusMark status={stage.status} approval={stage.approval} />
      </p>
      <Deadline stage={stage} />
      {stage.refiled && <p>{checklist.refiled}</p>}
      {stage.done === null && <Notice kind="warning">{says.notDone}</Notice>}
      {note !== '' && <Notice kind="warning">{note}</Notice>}
      <div class="presses">
        <button type="button" class="primary" onClick={onBack}>
          {says.back}
        </button>
        <Go target={{ key: stage.key, column: 'doneOn' }} label={sidebar.showInTable} />
        <button type="button" class="quiet" onClick={onMore}>
          {says.repairMore}
        </button>
      </div>
    </section>
  );
}
