/** «Напомнить»: asked once more before it is done, and what came of the last time. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract/plain';
import type { District } from '../../../src/contract/school';
import { district as says } from '../../../src/messages/sidebar/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import { call } from '../server';
import { Problem } from './Problem';

interface Props {
  readonly district: District;
  /** Overdue reports in the district. */
  readonly missed: number;
  onDistrict(district: District): void;
}

export function Remind({ district, missed, onDistrict }: Props) {
  const [step, setStep] = useState<'idle' | 'asking' | 'sending'>('idle');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(step);
  useLayoutEffect(() => {
    if (step === 'asking') takeFocus(no.current);
    else if (step === 'idle' && before.current !== 'idle') takeFocus(opener.current);
    before.current = step;
  }, [step]);
  const remind = async (): Promise<void> => {
    setStep('sending');
    setProblem(null);
    const answer = await call('sidebarRemind', district.district);
    setStep('idle');
    if (answer.ok) onDistrict(answer);
    else setProblem(answer);
  };
  return (
    <>
      <Outcome reminder={district.reminder} />
      <Problem problem={problem} onAgain={() => void remind()} />
      {step === 'sending' && <Waiting text={says.reminding} />}
      {step === 'idle' && district.mayRemind && (
        <button type="button" ref={opener} onClick={() => setStep('asking')}>
          {says.remind}
        </button>
      )}
      {step === 'asking' && (
        <fieldset class="ask">
          <legend class="hidden">{says.remind}</legend>
          <p>{says.remindAsk(missed)}</p>
          <button type="button" class="primary" onClick={() => void remind()}>
            {says.remindYes}
          </button>
          <button type="button" ref={no} onClick={() => setStep('idle')}>
            {says.remindNo}
          </button>
        </fieldset>
      )}
    </>
  );
}

function Outcome({ reminder }: { readonly reminder: District['reminder'] }) {
  if (reminder === null || (reminder.asked === null && reminder.sent === '')) return null;
  const { asked, sent, outcome } = reminder;
  return (
    <Notice kind="note">
      {asked !== null && <p>{says.reminded(asked)}</p>}
      <p>{sent === '' ? says.notSent : says.sent(sent)}</p>
      {outcome !== '' && <p>{outcome}</p>}
    </Notice>
  );
}
