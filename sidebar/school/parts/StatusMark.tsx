/** The status of a stage: its word on its colour, and the district's decision beside it. */
import type { Approval } from '../../../src/domain/report/status';
import { type StatusName, statusOf } from '../../../src/domain/report/statuses';
import { APPROVAL_WORDS, STATUS_WORDS } from '../../../src/messages/words/words';

interface Props {
  readonly status: StatusName;
  readonly approval?: Approval | null;
  /** The whole text of the status cell where there is no other place for its days. */
  readonly text?: string;
}

export function StatusMark({ status, approval, text }: Props) {
  const { paint } = statusOf(status);
  const style = paint ? { background: paint.background, color: paint.color } : {};
  return (
    <>
      <span class={paint ? 'mark' : 'mark plain'} style={style}>
        {text ?? STATUS_WORDS[status].full}
      </span>
      {approval && <span class={`mark plain ${approval}`}>{APPROVAL_WORDS[approval]}</span>}
    </>
  );
}
