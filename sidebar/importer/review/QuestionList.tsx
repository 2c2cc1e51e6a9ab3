/** What could not be read for certain: the letter's words, the reason, and the way to its place. */
import { review as says } from '../../../src/messages/importer/page';
import type { Ask, Draft } from '../model/draft';
import type { Action } from '../model/state';
import { CheckField } from '../parts/Field';

interface Props {
  readonly draft: Draft;
  onGo(ask: Ask): void;
  dispatch(action: Action): void;
}

export function QuestionList({ draft, onGo, dispatch }: Props) {
  const isThere = ({ part, row }: Ask): boolean =>
    part !== null && row !== null && draft[part].some((each) => each.id === row);
  return (
    <ul class="asks">
      {draft.asks.map((ask) => {
        const { id, text, reason, line, place, done, offer } = ask;
        return (
          <li key={id} class={done ? 'settled' : ''}>
            <div class="words">
              <p class="reason">{reason}</p>
              <p>
                «{text}»{line !== null && <span class="help"> {says.line(line)}</span>}
              </p>
            </div>
            <div class="answers">
              {(isThere(ask) || place !== null) && (
                <button
                  type="button"
                  aria-label={`${isThere(ask) ? says.goTo : says.showPlace('')} ${text}`}
                  onClick={() => onGo(ask)}
                >
                  {isThere(ask) ? says.goTo : says.letter}
                </button>
              )}
              {offer === 'add' && !done && (
                <button
                  type="button"
                  aria-label={`${says.addFromQuestion}: ${text}`}
                  onClick={() => dispatch({ type: 'add', part: 'stages', ask })}
                >
                  {says.addFromQuestion}
                </button>
              )}
              {offer === 'join' && !done && ask.row !== null && isThere(ask) && (
                <button
                  type="button"
                  aria-label={`${says.sameOne}: ${text}`}
                  onClick={() => {
                    dispatch({ type: 'remove', part: 'organisations', id: ask.row ?? 0, name: text });
                    dispatch({ type: 'ask', id, done: true });
                  }}
                >
                  {says.sameOne}
                </button>
              )}
              <CheckField
                label={says.questionDone}
                checked={done}
                onValue={(on) => dispatch({ type: 'ask', id, done: on })}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
