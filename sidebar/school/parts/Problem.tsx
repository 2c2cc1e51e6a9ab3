/** A call that failed: why, and a button to try again where that may help. */
import type { Refusal } from '../../../src/contract/plain';
import { sidebar as says } from '../../../src/messages/sidebar/page';
import { Notice } from '../../common/Notice';

interface Props {
  readonly problem: Refusal | null;
  /** Something was typed here and is not lost. */
  readonly kept?: boolean;
  onAgain(): void;
}

export function Problem({ problem, kept, onAgain }: Props) {
  if (problem === null) return null;
  return (
    <Notice kind="error">
      <p>
        {problem.sentence}
        {kept && ` ${says.kept}`}
      </p>
      {problem.again && (
        <button type="button" onClick={onAgain}>
          {says.again}
        </button>
      )}
    </Notice>
  );
}
