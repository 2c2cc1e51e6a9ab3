/** The form itself: typed in, checked, sent; decided where somebody else wrote meanwhile. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract';
import type { Conflict, Form, StageItem } from '../../../src/contract.sidebar';
import { sameCell } from '../../../src/domain/cell';
import { describeIssue } from '../../../src/messages/issues';
import { form as says, sidebar } from '../../../src/messages/sidebar';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Drafts } from '../model/drafts';
import {
  cellsOf,
  changedIn,
  draftOf,
  hindrances,
  problemsIn,
  type Seen,
  saveOf,
  seenIn,
  type Typed,
} from '../model/fields';
import { Conflicts } from '../parts/Conflicts';
import { Fields } from '../parts/Fields';
import { Go } from '../parts/Go';
import { Problem } from '../parts/Problem';
import { call } from '../server';

interface Props {
  readonly form: Form;
  readonly drafts: Drafts;
  onDraft(begun: boolean): void;
  onSaved(stage: StageItem): void;
}

export function ReportForm({ form, drafts, onDraft, onSaved }: Props) {
  const columns = useMemo(() => form.fields.map(({ column }) => column), [form]);
  const [draft] = useState(() => (form.mayWrite ? drafts.read(form.key, form.draft) : null));
  const [seen, setSeen] = useState<Seen>(() => seenIn(form));
  const [typed, setTyped] = useState<Typed>(draft ?? {});
  const [restored, setRestored] = useState(draft !== null);
  const [told, setTold] = useState<{ readonly column: string } | null>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [note, setNote] = useState('');
  /** Something that the stage asks for is missing; it may be sent so, once that was said. */
  const [incomplete, setIncomplete] = useState(false);
  useEffect(() => () => void drafts.flush(form.key), []);
  const problems = useMemo(() => problemsIn(form, seen, typed), [form, seen, typed]);

  const take = (next: Typed, from: Seen = seen): void => {
    setTyped(next);
    setNote('');
    setIncomplete(false);
    const kept = draftOf(columns, from, next);
    const found = problemsIn(form, from, next);
    const personal = columns.filter(({ id }) => found.get(id)?.code === 'personalData');
    drafts.keep(form.key, kept, new Set(personal.map(({ id }) => id)));
    onDraft(kept !== null);
  };
  const finish = (stage: StageItem): void => {
    drafts.forget(form.key);
    onDraft(false);
    onSaved(stage);
  };
  const send = async (from: Seen, texts: Typed, asItIs: boolean): Promise<void> => {
    setNote('');
    setProblem(null);
    setIncomplete(false);
    const changed = changedIn(columns, from, texts);
    const { wrong, missing } = hindrances(problemsIn(form, from, texts), changed);
    const [firstWrong] = wrong;
    const [firstMissing] = missing;
    if (changed.length === 0) setNote(says.nothingChanged);
    else if (firstWrong !== undefined) {
      setTold({ column: firstWrong });
      setNote(says.wrong(wrong.length));
    } else if (firstMissing !== undefined && !asItIs) {
      setTold({ column: firstMissing });
      setNote(says.missing);
      setIncomplete(true);
    } else await save(from, texts, asItIs);
  };
  const save = async (from: Seen, texts: Typed, asItIs: boolean): Promise<void> => {
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
    else await send(now, texts, asItIs);
  };
  const decide = async (theirs: ReadonlySet<string>): Promise<void> => {
    const now = withTheirs(seen, conflicts);
    const texts = Object.fromEntries(Object.entries(typed).filter(([id]) => !theirs.has(id)));
    setSeen(now);
    setConflicts([]);
    take(texts, now);
    if (changedIn(columns, now, texts).length > 0) await send(now, texts, true);
    else setNote(says.nothingLeft);
  };
  const wrongOf = (id: string): string => {
    const found = problems.get(id);
    return found === undefined ? '' : describeIssue(found).mend;
  };

  if (conflicts.length > 0) {
    return (
      <Conflicts
        conflicts={conflicts}
        columns={columns}
        mine={cellsOf(columns, seen, typed)}
        onDecided={(theirs) => void decide(theirs)}
      />
    );
  }
  return (
    <>
      {!form.mayWrite && <Notice kind="warning">{says.readOnly}</Notice>}
      {restored && (
        <Notice kind="note">
          <p>{says.draftBack}</p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setRestored(false);
              take({});
            }}
          >
            {says.startAnew}
          </button>
        </Notice>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void send(seen, typed, false);
        }}
      >
        <Fields
          form={form}
          seen={seen}
          typed={typed}
          wrong={wrongOf}
          told={told}
          locked={saving || !form.mayWrite}
          onTyped={(next) => take(next)}
        />
        {form.mayWrite && (
          <footer>
            <Problem problem={problem} onAgain={() => void send(seen, typed, true)} />
            <p role="status" class="said">
              {note}
            </p>
            {saving && <Waiting text={says.saving} />}
            {incomplete && (
              <button type="button" onClick={() => void send(seen, typed, true)}>
                {says.sendAnyway}
              </button>
            )}
            <button type="submit" class="primary" disabled={saving}>
              {form.stage.done === null ? says.save : says.saveAgain}
            </button>
            <p class="help">{says.draftKept}</p>
          </footer>
        )}
        <Go target={{ key: form.key }} label={sidebar.showInTable} quiet />
      </form>
    </>
  );
}

const withTheirs = (seen: Seen, conflicts: readonly Conflict[]): Seen => ({
  ...seen,
  ...Object.fromEntries(conflicts.map(({ column, theirs }) => [column, theirs])),
});
