/** What could not be read for certain: the letter's words, the reason, and the way to its place. */
import { review as says } from '../../../src/messages/importer/page';
import type { ReviewDraft, ReviewQuestion } from '../model/reviewDraft';
import type { Action } from '../model/state';
import { CheckField } from '../parts/Field';

interface Props {
  readonly draft: ReviewDraft;
  onGo(question: ReviewQuestion): void;
  dispatch(action: Action): void;
}

export function QuestionList({ draft, onGo, dispatch }: Props) {
  const isThere = ({ part, row }: ReviewQuestion): boolean =>
    part !== null && row !== null && draft[part].some((each) => each.id === row);
  return (
    <ul class="asks">
      {draft.questions.map((question) => {
        const { id, text, reason, line, place, done, offer } = question;
        return (
          <li key={id} class={done ? 'settled' : ''}>
            <div class="words">
              <p class="reason">{reason}</p>
              <p>
                «{text}»{line !== null && <span class="help"> {says.line(line)}</span>}
              </p>
            </div>
            <div class="answers">
              {(isThere(question) || place !== null) && (
                <button
                  type="button"
                  aria-label={`${isThere(question) ? says.goTo : says.showPlace('')} ${text}`}
                  onClick={() => onGo(question)}
                >
                  {isThere(question) ? says.goTo : says.letter}
                </button>
              )}
              {offer === 'add' && !done && (
                <button
                  type="button"
                  aria-label={`${says.addFromQuestion}: ${text}`}
                  onClick={() => dispatch({ type: 'add', part: 'stages', question })}
                >
                  {says.addFromQuestion}
                </button>
              )}
              {offer === 'join' && !done && question.row !== null && isThere(question) && (
                <button
                  type="button"
                  aria-label={`${says.sameOne}: ${text}`}
                  onClick={() => {
                    dispatch({ type: 'remove', part: 'organisations', id: question.row ?? 0, name: text });
                    dispatch({ type: 'question', id, done: true });
                  }}
                >
                  {says.sameOne}
                </button>
              )}
              <CheckField
                label={says.questionDone}
                checked={done}
                onValue={(on) => dispatch({ type: 'question', id, done: on })}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
