/** The status of a stage: its word on its colour, and the district's decision beside it. */
import type { Approval, StatusName } from '../../../src/domain/report/status';
import { APPROVAL_WORDS, STATUS_WORDS } from '../../../src/messages/words/words';
import { STATUS_PAINT } from '../../../src/tabs/rules/look';

interface Props {
  readonly status: StatusName;
  readonly approval?: Approval | null;
  /** The whole text of the status cell where there is no other place for its days. */
  readonly text?: string;
}

export function StatusMark({ status, approval, text }: Props) {
  const paint = STATUS_PAINT[status];
  const style = paint ? { background: paint.background ?? 'none', color: paint.color } : {};
  return (
    <>
      <span class={paint ? 'mark' : 'mark plain'} style={style}>
        {text ?? STATUS_WORDS[status]}
      </span>
      {approval && <span class={`mark plain ${approval}`}>{APPROVAL_WORDS[approval]}</span>}
    </>
  );
}
