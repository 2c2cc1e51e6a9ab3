/** A button that takes the person's own screen to a place of the table. */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract/plain';
import type { Target } from '../../../src/contract/school';
import { sidebar as says } from '../../../src/messages/sidebar/page';
import { call } from '../server';
import { announce } from './announce';
import { Problem } from './Problem';

interface Props {
  readonly target: Target;
  readonly label: string;
  /** What a screen reader says where several such buttons stand on the page. */
  readonly name?: string;
  readonly quiet?: boolean;
}

export function Go({ target, label, name, quiet }: Props) {
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const go = async (): Promise<void> => {
    setGoing(true);
    setProblem(null);
    const answer = await call('sidebarGo', target);
    setGoing(false);
    if (answer.ok) announce(says.gone);
    else setProblem(answer);
  };
  return (
    <>
      <button
        type="button"
        class={quiet ? 'quiet' : ''}
        aria-label={going ? undefined : name}
        aria-disabled={going}
        onClick={() => !going && void go()}
      >
        {going ? says.going : label}
      </button>
      <Problem problem={problem} onAgain={() => void go()} />
    </>
  );
}
