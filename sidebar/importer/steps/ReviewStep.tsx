/** Second step: what was read, to be checked and edited, with the letter beside it. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { page, review as says } from '../../../src/messages/importer/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { type Issues, issuesIn } from '../model/issues';
import type { Part, ReviewDraft, ReviewQuestion } from '../model/reviewDraft';
import { readSource } from '../model/source';
import type { Action, State, Tab } from '../model/state';
import { useUnfolded } from '../parts/useUnfolded';
import { LetterPane } from '../review/LetterPane';
import { OrganisationTable } from '../review/OrganisationTable';
import { QuestionList } from '../review/QuestionList';
import { StageTable } from '../review/StageTable';
import { TargetTable } from '../review/TargetTable';

interface Props {
  readonly state: State;
  readonly draft: ReviewDraft;
  dispatch(action: Action): void;
}

const TABS: readonly Tab[] = ['stages', 'targets', 'organisations', 'questions'];

export function ReviewStep({ state, draft, dispatch }: Props) {
  const { tab, focus } = state;
  const [unfolded, unfold] = useUnfolded();
  const before = useRef<Issues | null>(null);
  const issues = useMemo(() => {
    before.current = issuesIn(draft, before.current);
    return before.current;
  }, [draft]);
  const goingTo = useRef<string | null>(null);
  // Scrolls to the row that a question or an issue leads to and focuses it, once it is drawn.
  useLayoutEffect(() => {
    if (goingTo.current === null) return;
    const row = document.getElementById(goingTo.current);
    if (row === null) return;
    goingTo.current = null;
    row.scrollIntoView({ block: 'center' });
    const wrong =
      row.querySelector<HTMLElement>('[aria-invalid]') ?? row.querySelector<HTMLElement>('textarea,input');
    takeFocus(wrong);
  });
  const goTo = (part: Part, id: number): void => {
    const row = draft[part].find((each) => each.id === id);
    if (!row) return;
    goingTo.current = `${part}-${id}`;
    unfold(id, true);
    dispatch({ type: 'tab', tab: part });
    dispatch({ type: 'focus', from: row.from, place: row.place, row: id });
  };
  const follow = (question: ReviewQuestion): void => {
    const { part, row, from, place } = question;
    if (part !== null && row !== null && draft[part].some((each) => each.id === row)) goTo(part, row);
    else dispatch({ type: 'focus', from, place, row: null });
  };
  const open = draft.questions.filter(({ done }) => !done).length;
  const counts: Readonly<Record<Tab, number>> = {
    stages: draft.stages.length,
    targets: draft.targets.length,
    organisations: draft.organisations.length,
    questions: open,
  };
  const table = { issues, chosen: focus?.row ?? null, unfolded, onUnfold: unfold, dispatch };
  return (
    <>
      <main class="review">
        <div class="mend">
          <Tabs tab={tab} counts={counts} dispatch={dispatch} />
          <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
            {draft[tab].length === 0 && <p class="help">{says.empty[tab]}</p>}
            {tab === 'stages' && draft.stages.length > 0 && <StageTable rows={draft.stages} {...table} />}
            {tab === 'targets' && draft.targets.length > 0 && <TargetTable rows={draft.targets} {...table} />}
            {tab === 'organisations' && draft.organisations.length > 0 && (
              <OrganisationTable rows={draft.organisations} {...table} />
            )}
            {tab === 'questions' && <QuestionList draft={draft} onGo={follow} dispatch={dispatch} />}
            {tab !== 'questions' && (
              <button type="button" class="add" onClick={() => dispatch({ type: 'add', part: tab })}>
                + {says.add[tab]}
              </button>
            )}
          </div>
          {state.removed !== null && (
            <Notice kind="note">
              <span>{says.removed(state.removed.name)}</span>{' '}
              <button type="button" class="quiet" onClick={() => dispatch({ type: 'undo' })}>
                {says.undo}
              </button>
            </Notice>
          )}
        </div>
        <TextBeside state={state} />
      </main>
      <footer>
        <button type="button" onClick={() => dispatch({ type: 'step', step: 0 })}>
          {page.back}
        </button>
        <div class="state" role="status">
          {issues.count > 0 ? (
            <>
              <span class="issue">
                <span aria-hidden="true">⚠ </span>
                {says.issuesLeft(issues.count)}
              </span>{' '}
              <button
                type="button"
                class="quiet"
                onClick={() => issues.first && goTo(issues.first.part, issues.first.id)}
              >
                {says.issuesShow}
              </button>
            </>
          ) : open > 0 ? (
            says.openQuestions(open)
          ) : (
            says.ready
          )}
        </div>
        <button
          type="button"
          class="primary"
          disabled={
            issues.count > 0 || draft.stages.length + draft.targets.length + draft.organisations.length === 0
          }
          onClick={() => dispatch({ type: 'step', step: 2 })}
        >
          {page.next}
        </button>
      </footer>
    </>
  );
}

interface TabsProps {
  readonly tab: Tab;
  readonly counts: Readonly<Record<Tab, number>>;
  dispatch(action: Action): void;
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ : arrows go from tab to tab. */
function Tabs({ tab, counts, dispatch }: TabsProps) {
  const turn = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    dispatch({ type: 'tab', tab: next });
    takeFocus(document.getElementById(`tab-${next}`));
  };
  return (
    <div class="tabs" role="tablist" aria-label={says.tabsLabel}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === tab}
          aria-controls="panel"
          tabIndex={each === tab ? 0 : -1}
          onKeyDown={turn}
          onClick={() => dispatch({ type: 'tab', tab: each })}
        >
          {says.tabs[each]}{' '}
          <span class={`count${each === 'questions' && counts[each] > 0 ? ' open' : ''}`}>
            {counts[each]}
          </span>
        </button>
      ))}
    </div>
  );
}

function TextBeside({ state }: { readonly state: State }) {
  const { letter, list, focus } = state;
  const isList = focus === null ? letter.text.trim() === '' : focus.from === 'list';
  const source = isList ? list : letter;
  const { personalData } = useMemo(() => readSource(source), [source]);
  return (
    <LetterPane
      title={isList ? says.listText : says.letter}
      text={source.text}
      personal={personalData}
      focus={focus}
    />
  );
}
