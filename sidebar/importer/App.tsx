/** The four steps, from the text to the table. */
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { page } from '../../src/messages/importer/page';
import { takeFocus } from '../common/focus';
import { FIRST, reduce, type Step } from './model/state';
import { ChangesStep } from './steps/ChangesStep';
import { DoneStep } from './steps/DoneStep';
import { ReviewStep } from './steps/ReviewStep';
import { SourcesStep } from './steps/SourcesStep';

export function App() {
  const [state, dispatch] = useReducer(reduce, FIRST);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const { step } = state;
  useLayoutEffect(() => {
    if (!first.current) takeFocus(heading.current);
    first.current = false;
  }, [step]);
  const reachable = (to: number): boolean =>
    step === 3 ? false : to === 0 || (to === 1 && state.draft !== null) || to === step;
  return (
    <div class="app">
      <header>
        <nav class="steps" aria-label={page.stepsLabel}>
          <ol>
            {page.steps.map((name, index) => (
              <li key={name} class={index === step ? 'now' : index < step ? 'past' : ''}>
                <button
                  type="button"
                  aria-current={index === step ? 'step' : undefined}
                  disabled={!reachable(index)}
                  onClick={() => dispatch({ type: 'step', step: index as Step })}
                >
                  <span class="dot" aria-hidden="true">
                    {index < step ? '✓' : index + 1}
                  </span>
                  {name}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <h1 class="hidden" tabIndex={-1} ref={heading}>
          {page.steps[step]}
        </h1>
      </header>
      {step === 0 && <SourcesStep state={state} dispatch={dispatch} />}
      {step === 1 && state.draft !== null && (
        <ReviewStep state={state} draft={state.draft} dispatch={dispatch} />
      )}
      {step === 2 && state.draft !== null && (
        <ChangesStep state={state} draft={state.draft} dispatch={dispatch} />
      )}
      {step === 3 && <DoneStep state={state} dispatch={dispatch} />}
    </div>
  );
}
