/** The form of one stage: read, typed in, sent, decided where somebody else wrote meanwhile. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract';
import type { Conflict, Form, StageItem } from '../../../src/contract.sidebar';
import { sameCell } from '../../../src/domain/cell';
import { describeIssue } from '../../../src/messages/issues';
import { checklist, form as says } from '../../../src/messages/sidebar';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Drafts } from '../model/drafts';
import {
  cellsOf,
  changedIn,
  draftOf,
  problemsIn,
  type Seen,
  saveOf,
  seenIn,
  type Typed,
} from '../model/fields';
import { useLoad } from '../model/load';
import { announce } from '../parts/announce';
import { Conflicts } from '../parts/Conflicts';
import { Fields } from '../parts/Fields';
import { Problem } from '../parts/Problem';
import { Saved } from '../parts/Saved';
import { Deadline } from '../parts/StageCard';
import { StatusMark } from '../parts/StatusMark';
import { call } from '../server';

interface Props {
  readonly stageKey: string;
  readonly drafts: Drafts;
  onStage(stage: StageItem): void;
  onDraft(key: string, begun: boolean): void;
  onBack(): void;
}

export function StageForm({ stageKey, drafts, onStage, onDraft, onBack }: Props) {
  const { value, problem, waiting, reload } = useLoad(() => call('sidebarForm', stageKey), [stageKey]);
  const [saved, setSaved] = useState<StageItem | null>(null);
  return (
    <main class="form">
      <button type="button" class="quiet back" onClick={onBack}>
        <span aria-hidden="true">← </span>
        {says.back}
      </button>
      {waiting && <Waiting text={says.loading} />}
      <Problem problem={problem} onAgain={reload} />
      {saved !== null && (
        <Saved
          stage={saved}
          onBack={onBack}
          onMore={() => {
            setSaved(null);
            reload();
          }}
        />
      )}
      {value !== null && saved === null && !waiting && (
        <OpenForm
          key={value.key}
          form={value}
          drafts={drafts}
          onDraft={onDraft}
          onSaved={(stage) => {
            setSaved(stage);
            onStage(stage);
          }}
        />
      )}
    </main>
  );
}

interface OpenProps {
  readonly form: Form;
  readonly drafts: Drafts;
  onDraft(key: string, begun: boolean): void;
  onSaved(stage: StageItem): void;
}

function OpenForm({ form, drafts, onDraft, onSaved }: OpenProps) {
  const columns = useMemo(() => form.fields.map(({ column }) => column), [form]);
  const [draft] = useState(() => (form.mayWrite ? drafts.read(form.key, form.draft) : null));
  const [seen, setSeen] = useState<Seen>(() => seenIn(form));
  const [typed, setTyped] = useState<Typed>(draft ?? {});
  const [restored, setRestored] = useState(draft !== null);
  const [pressed, setPressed] = useState(0);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return () => void drafts.flush(form.key);
  }, []);
  const problems = useMemo(() => problemsIn(form, seen, typed), [form, seen, typed]);
  const { stage } = form;

  const take = (next: Typed, from: Seen = seen): void => {
    setTyped(next);
    setNote('');
    const kept = draftOf(columns, from, next);
    const personal = problemsIn(form, from, next);
    const stays = columns.filter(({ id }) => personal.get(id)?.code === 'personalData').map(({ id }) => id);
    drafts.keep(form.key, kept, new Set(stays));
    onDraft(form.key, kept !== null);
  };
  const finish = (now: StageItem): void => {
    drafts.forget(form.key);
    onDraft(form.key, false);
    announce(says.saved);
    onSaved(now);
  };
  const send = async (from: Seen, texts: Typed): Promise<void> => {
    setNote('');
    setProblem(null);
    const changed = changedIn(columns, from, texts);
    if (changed.length === 0) {
      setNote(says.nothingChanged);
      return;
    }
    const wrong = problemsIn(form, from, texts);
    if (wrong.size > 0) {
      setPressed((count) => count + 1);
      setNote(says.wrong(wrong.size));
      return;
    }
    setSaving(true);
    const answer = await call('sidebarSave', saveOf(form, columns, from, texts));
    setSaving(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    if (answer.saved) {
      finish(answer.stage);
      return;
    }
    // A first try whose answer was lost has written already what this one asks: no conflict with oneself.
    const mine = cellsOf(columns, from, texts);
    const open = answer.conflicts.filter(({ column, theirs }) => !sameCell(theirs, mine[column] ?? ''));
    const now = withTheirs(
      from,
      answer.conflicts.filter((each) => !open.includes(each)),
    );
    setSeen(now);
    if (open.length > 0) setConflicts(open);
    else if (changedIn(columns, now, texts).length === 0) finish(answer.stage);
    else await send(now, texts);
  };
  const decide = async (keepTheirs: ReadonlySet<string>): Promise<void> => {
    const now = withTheirs(seen, conflicts);
    const texts = Object.fromEntries(Object.entries(typed).filter(([id]) => !keepTheirs.has(id)));
    setSeen(now);
    take(texts, now);
    setConflicts([]);
    if (changedIn(columns, now, texts).length > 0) await send(now, texts);
    else setNote(says.nothingLeft);
  };
  const anew = (): void => {
    setRestored(false);
    take({});
  };
  return (
    <>
      <p class="marks">
        <StatusMark status={stage.status} approval={stage.approval} />
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {stage.title}
      </h1>
      <Deadline stage={stage} />
      {stage.reason !== '' && (
        <p class="reason">
          <strong>{checklist.reason}</strong> {stage.reason}
        </p>
      )}
      {stage.result !== '' && (
        <p>
          <strong>{checklist.result}</strong> {stage.result}
        </p>
      )}
      {!form.mayWrite && <Notice kind="warning">{says.readOnly}</Notice>}
      {restored && (
        <Notice kind="note">
          <p>{says.draftBack}</p>
          <button type="button" class="quiet" onClick={anew}>
            {says.startAnew}
          </button>
        </Notice>
      )}
      {conflicts.length > 0 ? (
        <Conflicts
          conflicts={conflicts}
          columns={columns}
          mine={cellsOf(columns, seen, typed)}
          onDecided={(theirs) => void decide(theirs)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!saving) void send(seen, typed);
          }}
        >
          <Fields
            form={form}
            seen={seen}
            typed={typed}
            wrong={(id) => {
              const found = problems.get(id);
              return found === undefined ? '' : describeIssue(found).mend;
            }}
            showAll={pressed}
            locked={saving || !form.mayWrite}
            onTyped={(next) => take(next)}
          />
          {form.mayWrite && (
            <footer>
              <Problem problem={problem} onAgain={() => void send(seen, typed)} />
              <p role="status" class="note">
                {note}
              </p>
              {saving ? (
                <Waiting text={says.saving} />
              ) : (
                <button type="submit" class="primary">
                  {says.save}
                </button>
              )}
              <p class="help">{says.draftKept}</p>
            </footer>
          )}
        </form>
      )}
    </>
  );
}

const withTheirs = (seen: Seen, conflicts: readonly Conflict[]): Seen => ({
  ...seen,
  ...Object.fromEntries(conflicts.map(({ column, theirs }) => [column, theirs])),
});
