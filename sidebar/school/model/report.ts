/** One report being filled in: typed, stored, checked, sent; decided where somebody else wrote meanwhile. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract/plain';
import type { Conflict, Form, Saved, StageItem } from '../../../src/contract/school';
import type { Problem } from '../../../src/domain/schema/problem';
import type { Column } from '../../../src/domain/schema/schema';
import { sameCell } from '../../../src/domain/values/cell';
import { form as says } from '../../../src/messages/sidebar/page';
import { call } from '../server';
import type { Drafts } from './drafts';
import {
  cellsOf,
  changedIn,
  draftOf,
  hindrances,
  problemsIn,
  resume,
  type Seen,
  saveOf,
  seenIn,
  type Typed,
} from './fields';

export interface Report {
  readonly columns: readonly Column[];
  readonly seen: Seen;
  readonly typed: Typed;
  readonly problems: ReadonlyMap<string, Problem>;
  /** A draft of an earlier visit was put back. */
  readonly restored: boolean;
  /** The column to show after the button did not send the form. */
  readonly told: { readonly column: string } | null;
  readonly note: string;
  /** A sentence on where the texts are stored until they are sent. */
  readonly keeping: string;
  readonly saving: boolean;
  /** Something that the stage asks for is missing: the person was told, and may send the form all the same. */
  readonly incomplete: boolean;
  readonly refusal: Refusal | null;
  readonly conflicts: readonly Conflict[];
  take(typed: Typed): void;
  startAnew(): void;
  /** @param asItIs though something is missing. */
  send(asItIs: boolean): void;
  /** @param theirs ids of the columns that stay as somebody else wrote them. */
  decide(theirs: ReadonlySet<string>): void;
}

export interface ReportEvents {
  onDraft(begun: boolean): void;
  /** The stage as it is now; nothing that the person typed was written. */
  onStage(stage: StageItem): void;
  /** `note`: what happened on the way; '' nearly always. */
  onSaved(stage: StageItem, note: string): void;
  /** Everything was left as somebody else wrote it: nothing is left to send. */
  onLeft(): void;
}

export function useReport(form: Form, drafts: Drafts, events: ReportEvents): Report {
  const columns = useMemo(() => form.fields.map(({ column }) => column), [form]);
  const [draft] = useState(() => (form.mayWrite ? drafts.read(form.key, form.draft) : null));
  const [seen, setSeen] = useState<Seen>(() => seenIn(form));
  const [resumed] = useState(() => resume(columns, seen, draft));
  const [typed, setTyped] = useState<Typed>(resumed.typed);
  const [restored, setRestored] = useState(Object.keys(resumed.typed).length > 0);
  const [told, setTold] = useState<Report['told']>(null);
  const [note, setNote] = useState('');
  const [saving, setSaving] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflicts, setConflicts] = useState(resumed.conflicts);
  const [notStored, setNotStored] = useState('');
  /** The form was left while it was being sent: the answer must not change the form that is open now. */
  const left = useRef(false);
  const problems = useMemo(() => problemsIn(form, seen, typed), [form, seen, typed]);
  useEffect(() => {
    drafts.onRefused = (key, sentence) => {
      if (key === form.key) setNotStored(sentence);
    };
    // Sent from another computer meanwhile: the draft that is stored here is removed.
    if (draft !== null && !restored) take({});
    return () => {
      left.current = true;
      drafts.onRefused = null;
      void drafts.flush(form.key);
    };
  }, []);

  const take = (next: Typed, from: Seen = seen): void => {
    setTyped(next);
    setNote('');
    setNotStored('');
    setIncomplete(false);
    const draft = draftOf(columns, from, next);
    const found = problemsIn(form, from, next);
    const personal = columns.filter(({ id }) => found.get(id)?.code === 'personalData');
    drafts.store(form.key, draft, new Set(personal.map(({ id }) => id)));
    events.onDraft(draft !== null);
  };
  const finish = ({ stage, note }: Saved): void => {
    drafts.forget(form.key);
    events.onDraft(false);
    events.onSaved(stage, note);
  };
  const send = async (from: Seen, texts: Typed, asItIs: boolean): Promise<void> => {
    if (saving) return;
    setNote('');
    setRefusal(null);
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
      setIncomplete(true);
    } else await save(from, texts);
  };
  const save = async (from: Seen, texts: Typed): Promise<void> => {
    setSaving(true);
    const answer = await drafts.during(form.key, call('sidebarSave', saveOf(form, columns, from, texts)));
    setSaving(false);
    if (!answer.ok) {
      setRefusal(answer);
      return;
    }
    if (answer.saved) {
      finish(answer);
      return;
    }
    events.onStage(answer.stage);
    // The draft says what it was typed over: the conflict is shown when the form is opened again.
    if (left.current) return;
    // A first try whose answer was lost has written already what this one asks: that is no conflict.
    const mine = cellsOf(columns, from, texts);
    const open = answer.conflicts.filter(({ column, theirs }) => !sameCell(theirs, mine[column] ?? ''));
    const now = withTheirs(
      from,
      answer.conflicts.filter((each) => !open.includes(each)),
    );
    setSeen(now);
    setNote(answer.note);
    if (open.length > 0) setConflicts(open);
    else if (changedIn(columns, now, texts).length === 0) finish(answer);
    else await save(now, texts);
  };
  const decide = async (theirs: ReadonlySet<string>): Promise<void> => {
    const now = withTheirs(seen, conflicts);
    const texts = Object.fromEntries(Object.entries(typed).filter(([id]) => !theirs.has(id)));
    setSeen(now);
    setConflicts([]);
    take(texts, now);
    if (changedIn(columns, now, texts).length > 0) await send(now, texts, true);
    else events.onLeft();
  };
  const personal = [...problems].some(([id, { code }]) => code === 'personalData' && typed[id] !== undefined);
  return {
    columns,
    seen,
    typed,
    problems,
    restored,
    told,
    note,
    keeping: personal ? says.personalNotKept : notStored === '' ? says.draftKept : notStored,
    saving,
    incomplete,
    refusal,
    conflicts,
    take: (next) => take(next),
    startAnew: () => {
      setRestored(false);
      take({});
    },
    send: (asItIs) => void send(seen, typed, asItIs),
    decide: (theirs) => void decide(theirs),
  };
}

const withTheirs = (seen: Seen, conflicts: readonly Conflict[]): Seen => ({
  ...seen,
  ...Object.fromEntries(conflicts.map(({ column, theirs }) => [column, theirs])),
});
