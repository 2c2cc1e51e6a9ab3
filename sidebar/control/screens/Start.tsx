/** What is to be done next: steps that tick themselves off, and what needs attention. */
import type { Overview } from '../../../src/contract/control';
import { page, start as says } from '../../../src/messages/control/page';
import { Notice } from '../../common/Notice';
import { attentionOf } from '../model/attention';
import { type Step, type StepId, stepsOf } from '../model/steps';
import type { ScreenProps } from './props';

export function Start({ overview, work, actions, show }: ScreenProps) {
  const steps = stepsOf(overview);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done && step.possible);
  const attention = attentionOf(overview);
  // A person who has filed could open the book.
  const reported = overview.books.some(
    ({ figures }) => figures !== null && figures.inTime + figures.late > 0,
  );
  const act = (step: Step): void => actionOf(step, overview, { actions, show });
  return (
    <>
      <p class="programme">{overview.programme || says.untitled}</p>
      {attention.length > 0 && (
        <section class="attention">
          <h2>{says.attention}</h2>
          <ul>
            {attention.map(({ sentence, screen }) => (
              <li key={sentence}>
                <Notice kind="warning">
                  <p>{sentence}</p>
                  <button
                    type="button"
                    aria-label={`${page.open}: ${page.screens[screen]}`}
                    onClick={() => show(screen)}
                  >
                    {page.screens[screen]}
                  </button>
                </Notice>
              </li>
            ))}
          </ul>
        </section>
      )}
      {done === steps.length ? (
        <Notice kind="good">
          <p>{says.allDone}</p>
          {!reported && <p>{says.share}</p>}
        </Notice>
      ) : (
        <p>{says.done(done, steps.length)}</p>
      )}
      <ol class="steps">
        {steps.map((step, index) => (
          <li key={step.id} class={step.done ? 'done' : step === next ? 'next' : 'later'}>
            <span class="dot" aria-hidden="true">
              {step.done ? '✓' : index + 1}
            </span>
            <div>
              <h2>
                {says.steps[step.id].title}
                {step.done && <span class="hidden">: {says.ready}</span>}
                {step === next && <span class="now">{says.next}</span>}
              </h2>
              <p class="help">{step.state}</p>
              {(step.possible || step.done) && (!step.done || LEADS[step.id] !== undefined) && (
                <button
                  type="button"
                  class={step === next ? 'primary' : step.done ? 'quiet' : ''}
                  disabled={work.doing !== null}
                  aria-label={step.done ? `${page.open}: ${step.button}` : undefined}
                  onClick={() => act(step)}
                >
                  {step.button}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where a step that is done may be looked at. */
const LEADS: Partial<Record<StepId, 'books' | 'people' | 'schedule' | 'mails'>> = {
  book: 'books',
  people: 'people',
  schedule: 'schedule',
  mails: 'mails',
};

function actionOf(
  { id, done }: Step,
  { books, adding }: Overview,
  { actions, show }: Pick<ScreenProps, 'actions' | 'show'>,
): void {
  const lead = LEADS[id];
  if (done) {
    if (lead !== undefined) show(lead);
  } else if (id === 'setUp') actions.setUp();
  else if (id === 'book') {
    // What was begun may have questions to answer: they are asked on the books' screen.
    if (adding === '')
      actions.add({ kind: 'new', address: '', programme: '', answers: {} }, () => show('books'));
    else show('books');
  } else if (id === 'programme') actions.importer();
  else if (id === 'people') actions.go({ tab: 'addresses', row: 2 });
  else if (id === 'rebuild') actions.rebuild(books);
  else if (id === 'schedule') actions.schedule(true);
  else show('mails');
}
