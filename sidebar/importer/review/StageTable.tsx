/** The stages, each a line that can be changed; the rest of its columns unfold below it. */
import { useCallback, useState } from 'preact/hooks';
import { parseIso } from '../../../src/domain/dates/civil';
import type { DraftStage } from '../../../src/domain/import/programmeDraft';
import { DEADLINE_KINDS, type DeadlineKind } from '../../../src/domain/programme/programme';
import { sameKey } from '../../../src/domain/values/text';
import { page, review as says } from '../../../src/messages/importer/page';
import { stages as words } from '../../../src/messages/tabs/programme';
import { DEADLINE_KIND_WORDS, ORGANISATION_TYPES } from '../../../src/messages/words/words';
import type { Row } from '../model/draft';
import type { Issues } from '../model/issues';
import type { Action } from '../model/state';
import { CheckField, ChoiceField, TextField } from '../parts/Field';
import { memo } from '../parts/memo';
import { RowButtons } from '../parts/RowButtons';

const { columns } = words;
const KINDS = DEADLINE_KINDS.map((kind) => [kind, DEADLINE_KIND_WORDS[kind]] as const);
const APPROVALS = Object.entries(says.approval) as [DraftStage['approval'], string][];
/** Kinds whose start, or end, is asked for at once; others show it among the rest. */
const WITH_START: readonly DeadlineKind[] = ['from', 'range'];

interface Props {
  readonly rows: readonly Row<DraftStage>[];
  readonly issues: Issues;
  readonly chosen: number | null;
  /** Row to unfold, because a question or an issue leads there. */
  readonly unfolded: ReadonlySet<number>;
  onUnfold(id: number, open: boolean): void;
  dispatch(action: Action): void;
}

export function StageTable({ rows, issues, chosen, unfolded, onUnfold, dispatch }: Props) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col" class="code">
            {columns.code.header}
          </th>
          <th scope="col">{columns.title.header}</th>
          <th scope="col" class="deadline">
            {columns.deadline.header}
          </th>
          <th scope="col" class="press">
            <span class="hidden">{says.more}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <StageRow
            key={row.id}
            row={row}
            issues={issues.of('stages', row.id)}
            chosen={chosen === row.id}
            open={unfolded.has(row.id)}
            onUnfold={onUnfold}
            dispatch={dispatch}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: Row<DraftStage>;
  readonly issues: Readonly<Record<string, string>>;
  readonly chosen: boolean;
  readonly open: boolean;
  onUnfold(id: number, open: boolean): void;
  dispatch(action: Action): void;
}

const StageRow = memo(function StageRow({ row, issues, chosen, open, onUnfold, dispatch }: RowProps) {
  const { id, from, place, fields } = row;
  const edit = (change: Partial<DraftStage>): void =>
    dispatch({ type: 'edit', part: 'stages', id, fields: change });
  const show = (): void => {
    if (!chosen) dispatch({ type: 'focus', from, place, row: id });
  };
  const name = fields.title || fields.code || page.untitled;
  const dated = !['recurring', 'relative', 'reference', 'none'].includes(fields.kind);
  const withStart = WITH_START.includes(fields.kind) || issues.start !== undefined;
  const withEnd =
    (dated && fields.kind !== 'from') || fields.deadline !== null || issues.deadline !== undefined;
  return (
    <>
      <tr
        class={`${chosen ? 'chosen' : ''}${Object.keys(issues).length > 0 ? ' wrong' : ''}`}
        id={`stages-${id}`}
        onFocusCapture={show}
        onClick={show}
      >
        <td class="code">
          <TextField
            bare
            label={`${columns.code.header}: ${name}`}
            value={fields.code}
            maxLength={60}
            issue={issues.code}
            onValue={(code) => edit({ code })}
          />
        </td>
        <td>
          <TextField
            bare
            lines
            label={`${columns.title.header} ${fields.code}`}
            value={fields.title}
            issue={issues.title}
            onValue={(title) => edit({ title })}
          />
        </td>
        <td class="deadline">
          <ChoiceField
            bare
            label={`${columns.kind.header} ${fields.code}`}
            value={fields.kind}
            options={KINDS}
            issue={issues.kind}
            onValue={(kind) => edit({ kind: kind as DeadlineKind })}
          />
          {withStart && (
            <TextField
              bare
              type="date"
              label={`${columns.start.header} ${fields.code}`}
              value={fields.start ?? ''}
              issue={issues.start}
              onValue={(start) => edit({ start: parseIso(start) })}
            />
          )}
          {withEnd && (
            <TextField
              bare
              type="date"
              label={`${columns.deadline.header} ${fields.code}`}
              value={fields.deadline ?? ''}
              issue={issues.deadline}
              onValue={(deadline) => edit({ deadline: parseIso(deadline) })}
            />
          )}
        </td>
        <td class="press">
          <RowButtons
            name={name}
            open={open}
            onUnfold={() => onUnfold(id, !open)}
            onRemove={() => dispatch({ type: 'remove', part: 'stages', id, name })}
          />
        </td>
      </tr>
      {open && (
        <tr class={`more${chosen ? ' chosen' : ''}`} onFocusCapture={show}>
          <td colSpan={4}>
            <StageMore fields={fields} issues={issues} edit={edit} withEnd={withEnd} dispatch={dispatch} />
          </td>
        </tr>
      )}
    </>
  );
});

interface MoreProps {
  readonly fields: DraftStage;
  readonly issues: Readonly<Record<string, string>>;
  readonly withEnd: boolean;
  edit(change: Partial<DraftStage>): void;
  dispatch(action: Action): void;
}

function StageMore({ fields, issues, withEnd, edit, dispatch }: MoreProps) {
  const toggle = (type: string, on: boolean): void =>
    edit({
      appliesTo: ORGANISATION_TYPES.filter((each) => (each === type ? on : fields.appliesTo.includes(each))),
    });
  const sameForAll = useCallback(() => {
    const { responsible, appliesTo } = fields;
    dispatch({
      type: 'editAll',
      part: 'stages',
      change: (other) =>
        'responsible' in other && sameKey(other.responsible) === sameKey(responsible) ? { appliesTo } : null,
    });
  }, [fields, dispatch]);
  return (
    <div class="grid">
      <TextField
        label={columns.section.header}
        value={fields.section}
        issue={issues.section}
        onValue={(section) => edit({ section })}
      />
      <TextField
        label={columns.responsible.header}
        value={fields.responsible}
        issue={issues.responsible}
        onValue={(responsible) => edit({ responsible })}
      />
      <TextField
        label={columns.result.header}
        value={fields.result}
        issue={issues.result}
        onValue={(result) => edit({ result })}
      />
      <TextField
        label={columns.phrase.header}
        value={fields.phrase}
        issue={issues.phrase}
        onValue={(phrase) => edit({ phrase })}
      />
      {!withEnd && (
        <TextField
          type="date"
          label={columns.deadline.header}
          help={columns.deadline.help}
          value={fields.deadline ?? ''}
          onValue={(deadline) => edit({ deadline: parseIso(deadline) })}
        />
      )}
      <ChoiceField
        label={columns.approval.header}
        value={fields.approval}
        options={APPROVALS}
        onValue={(approval) => edit({ approval: approval as DraftStage['approval'] })}
      />
      <CheckField
        label={columns.document.header}
        checked={fields.documentNeeded}
        onValue={(documentNeeded) => edit({ documentNeeded })}
      />
      <fieldset class="types">
        <legend>
          {columns.appliesTo.header}
          {fields.appliesTo.length === 0 && <strong>: {says.everybody}</strong>}
        </legend>
        {ORGANISATION_TYPES.map((type) => (
          <CheckField
            key={type}
            label={type}
            checked={fields.appliesTo.includes(type)}
            onValue={(on) => toggle(type, on)}
          />
        ))}
        {fields.responsible !== '' && (
          <button type="button" class="quiet" onClick={sameForAll}>
            {says.reportersSame(fields.responsible)}
          </button>
        )}
      </fieldset>
    </div>
  );
}

/** Which rows are unfolded. */
export function useUnfolded(): [ReadonlySet<number>, (id: number, open: boolean) => void] {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const unfold = useCallback((id: number, on: boolean) => {
    setOpen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  return [open, unfold];
}
