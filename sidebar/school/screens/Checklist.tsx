/** The stages of one organisation: progress, what is urgent, what is to be presented. */
import { useLayoutEffect } from 'preact/hooks';
import type { Refusal } from '../../../src/contract/plain';
import type { School } from '../../../src/contract/school';
import { workOf } from '../../../src/domain/figures/work';
import { checklist as says } from '../../../src/messages/sidebar/page';
import { takeFocus } from '../../common/focus';
import { checklistOf } from '../model/stages';
import { Problem } from '../parts/Problem';
import { Reload } from '../parts/Reload';
import { StageCard } from '../parts/StageCard';

interface Props {
  readonly school: School;
  /** The stage that was open before: it is scrolled to and gets the focus. */
  readonly back: string | null;
  readonly waiting: boolean;
  readonly problem: Refusal | null;
  /** Whether the form of a stage was begun and not sent. */
  isBegun(key: string): boolean;
  onStage(key: string): void;
  onChange(): void;
  onReload(): void;
}

export function Checklist(props: Props) {
  const { school, back, waiting, problem, isBegun, onStage, onChange, onReload } = props;
  const { todo, awaiting, done, notExpected } = checklistOf(school.stages);
  useLayoutEffect(() => {
    if (back === null) return;
    const button = document.querySelector<HTMLElement>(`[data-stage="${CSS.escape(back)}"]`);
    button?.closest('details')?.setAttribute('open', '');
    takeFocus(button);
  }, []);
  const card = (stage: School['stages'][number]) => (
    <StageCard key={stage.key} stage={stage} begun={isBegun(stage.key)} onOpen={() => onStage(stage.key)} />
  );
  return (
    <main class="checklist">
      <div class="who">
        <h1 tabIndex={-1}>{school.name}</h1>
        <p class="help">
          {school.district}
          <button type="button" class="quiet" onClick={onChange}>
            {says.change}
          </button>
        </p>
      </div>
      <Problem problem={problem} onAgain={onReload} />
      {school.stages.length === 0 ? <p>{says.empty}</p> : <Progress school={school} />}
      {todo.length > 0 && <h2>{says.todo}</h2>}
      <ul class="stages">{todo.map(card)}</ul>
      {awaiting.length > 0 && <h2>{says.awaitingTitle}</h2>}
      {awaiting.length > 0 && <ul class="stages">{awaiting.map(card)}</ul>}
      {done.length > 0 && (
        <details open={todo.length + awaiting.length === 0}>
          <summary>{says.done(done.length)}</summary>
          <ul class="stages">{done.map(card)}</ul>
        </details>
      )}
      {notExpected.length > 0 && (
        <details>
          <summary>{says.notExpected(notExpected.length)}</summary>
          <ul class="stages">{notExpected.map(card)}</ul>
        </details>
      )}
      <Reload waiting={waiting} label={says.reload} doing={says.reloading} onReload={onReload} />
    </main>
  );
}

function Progress({ school }: { readonly school: School }) {
  const work = workOf(school.stages);
  const { expected, done, overdue, returned, soon, awaiting, invalid } = work;
  const { counts } = says;
  const words = expected === done ? says.allDone(done) : says.progress(done, expected);
  const width = (part: number): string => `${(part * 100) / Math.max(1, expected)}%`;
  const said = (parts: readonly (readonly [number, (count: number) => string])[]): string[] =>
    parts.flatMap(([number, say]) => (number > 0 ? [say(number)] : []));
  // These and what is still to come add up; a document, what waits and what is to be repaired is among them.
  const rest = said([
    [overdue, (count) => counts.overdue(count, work)],
    [returned, counts.returned],
    [soon, counts.soon],
    [school.stages.filter(({ documentMissing }) => documentMissing).length, counts.document],
  ]);
  const besides = said([
    [awaiting, counts.awaiting],
    [invalid, counts.invalid],
  ]);
  return (
    <div class="progress">
      <p>
        <strong>{words}</strong>
        {rest.length > 0 && `; ${rest.join(', ')}`}
      </p>
      {besides.length > 0 && <p class="help">{besides.join(' ')}</p>}
      <div
        class="track"
        role="progressbar"
        aria-label={says.progressLabel}
        aria-valuemin={0}
        aria-valuemax={expected}
        aria-valuenow={done}
        aria-valuetext={words}
      >
        <span class="done" style={{ width: width(done) }} />
        <span class="missed" style={{ width: width(overdue) }} />
      </div>
    </div>
  );
}
