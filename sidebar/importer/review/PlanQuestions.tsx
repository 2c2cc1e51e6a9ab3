/** Asks of every similar stage or organisation whether it is the same, so that reports are not mixed up. */
import type { ImportPlan, ImportQuestion } from '../../../src/domain/import/importPlan';
import { changes as says } from '../../../src/messages/importer/page';
import type { ReviewDraft } from '../model/reviewDraft';
import type { Action } from '../model/state';

interface Props {
  readonly plan: ImportPlan;
  readonly draft: ReviewDraft;
  dispatch(action: Action): void;
}

export function PlanQuestions({ plan, draft, dispatch }: Props) {
  const answer = ({ kind, index, id }: ImportQuestion, same: boolean): void => {
    if (kind === 'stage') {
      const row = draft.stages[index];
      if (row)
        dispatch({ type: 'edit', part: 'stages', id: row.id, fields: { sameAs: same ? 'same' : 'new' } });
    } else {
      const row = draft.organisations[index];
      if (row)
        dispatch({ type: 'edit', part: 'organisations', id: row.id, fields: { sameAs: same ? id : 'new' } });
    }
  };
  const all = (same: boolean): void => {
    for (const question of plan.questions) answer(question, same);
  };
  return (
    <section class="questions" aria-labelledby="plan-questions">
      <h2 id="plan-questions">{says.questionsTitle}</h2>
      {plan.questions.length > 2 && (
        <p class="answers">
          <button type="button" onClick={() => all(true)}>
            {says.allSame}
          </button>
          <button type="button" onClick={() => all(false)}>
            {says.allNew}
          </button>
        </p>
      )}
      <ul>
        {plan.questions.map((question) => {
          const { kind, index, id, found, given, filed } = question;
          const isStage = kind === 'stage';
          const text = isStage
            ? says.stageQuestion(id, found, given)
            : says.organisationQuestion(id, found, given);
          return (
            <li key={`${kind}${index}`}>
              <span>
                {text} <span class="help">({says.filed(filed)})</span>
              </span>
              <span class="answers">
                <button
                  type="button"
                  aria-label={`${isStage ? says.stageSame : says.organisationSame}: ${given}`}
                  onClick={() => answer(question, true)}
                >
                  {isStage ? says.stageSame : says.organisationSame}
                </button>
                <button
                  type="button"
                  aria-label={`${isStage ? says.stageNew : says.organisationNew}: ${given}`}
                  onClick={() => answer(question, false)}
                >
                  {isStage ? says.stageNew : says.organisationNew}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
