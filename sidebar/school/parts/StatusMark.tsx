/** The status of a stage: its word on its colour, and the district's decision beside it. */
import type { Approval, StatusName } from '../../../src/domain/status';
import { APPROVAL_WORDS, STATUS_WORDS } from '../../../src/messages/words';
import { STATUS_PAINT } from '../../../src/tabs/look';

interface Props {
  readonly status: StatusName;
  readonly approval?: Approval | null;
}

export function StatusMark({ status, approval }: Props) {
  const paint = STATUS_PAINT[status];
  const style = paint ? { background: paint.background ?? 'none', color: paint.color } : {};
  return (
    <>
      <span class={paint ? 'mark' : 'mark plain'} style={style}>
        {STATUS_WORDS[status]}
      </span>
      {approval && <span class={`mark plain ${approval}`}>{APPROVAL_WORDS[approval]}</span>}
    </>
  );
}
