/** The stages: code, task and deadline in the row, the other columns below it. */
import { parseIso } from '../../../src/domain/dates/civil';
import type { DraftStage } from '../../../src/domain/import/programmeDraft';
import { DEADLINE_KINDS, type DeadlineKind } from '../../../src/domain/programme/programme';
import { sameKey } from '../../../src/domain/values/text';
import { page, review as says } from '../../../src/messages/importer/page';
import { stages as words } from '../../../src/messages/tabs/programme';
import { DEADLINE_KIND_WORDS, ORGANISATION_TYPES } from '../../../src/messages/words/words';
import { CheckField, ChoiceField, TextField } from '../parts/Field';
import { type CellProps, reviewTable } from './reviewTable';

const { columns } = words;
const KINDS = DEADLINE_KINDS.map((kind) => [kind, DEADLINE_KIND_WORDS[kind]] as const);
const APPROVALS = Object.entries(says.approval) as [DraftStage['approval'], string][];
/** Kinds whose start is asked for in the row. */
const WITH_START: readonly DeadlineKind[] = ['from', 'range'];
const WITHOUT_DATES: readonly DeadlineKind[] = ['recurring', 'relative', 'reference', 'none'];

type Props = CellProps<'stages'>;

/** The last day is asked for in the row; of other kinds it unfolds with the rest. */
const hasEnd = ({ fields: { kind, deadline }, issues }: Props): boolean =>
  (!WITHOUT_DATES.includes(kind) && kind !== 'from') || deadline !== null || issues.deadline !== undefined;

function deadlineFields(props: Props) {
  const { fields, issues, edit } = props;
  return (
    <>
      <ChoiceField
        bare
        label={`${columns.kind.header} ${fields.code}`}
        value={fields.kind}
        options={KINDS}
        issue={issues.kind}
        onValue={(kind) => edit({ kind: kind as DeadlineKind })}
      />
      {(WITH_START.includes(fields.kind) || issues.start !== undefined) && (
        <TextField
          bare
          type="date"
          label={`${columns.start.header} ${fields.code}`}
          value={fields.start ?? ''}
          issue={issues.start}
          onValue={(start) => edit({ start: parseIso(start) })}
        />
      )}
      {hasEnd(props) && (
        <TextField
          bare
          type="date"
          label={`${columns.deadline.header} ${fields.code}`}
          value={fields.deadline ?? ''}
          issue={issues.deadline}
          onValue={(deadline) => edit({ deadline: parseIso(deadline) })}
        />
      )}
    </>
  );
}

const FURTHER_TEXTS = ['section', 'responsible', 'result', 'phrase'] as const;

function furtherFields(props: Props) {
  const { fields, issues, edit } = props;
  return (
    <>
      {FURTHER_TEXTS.map((id) => (
        <TextField
          key={id}
          label={columns[id].header}
          value={fields[id]}
          issue={issues[id]}
          onValue={(value) => edit({ [id]: value })}
        />
      ))}
      {!hasEnd(props) && (
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
      {reporters(props)}
    </>
  );
}

function reporters({ fields: { responsible, appliesTo }, edit, dispatch }: Props) {
  const toggle = (type: string, on: boolean): void =>
    edit({ appliesTo: ORGANISATION_TYPES.filter((each) => (each === type ? on : appliesTo.includes(each))) });
  const sameForAll = (): void =>
    dispatch({
      type: 'editAll',
      part: 'stages',
      change: (other) =>
        'responsible' in other && sameKey(other.responsible) === sameKey(responsible) ? { appliesTo } : null,
    });
  return (
    <fieldset class="types">
      <legend>
        {columns.appliesTo.header}
        {appliesTo.length === 0 && <strong>: {says.everybody}</strong>}
      </legend>
      {ORGANISATION_TYPES.map((type) => (
        <CheckField
          key={type}
          label={type}
          checked={appliesTo.includes(type)}
          onValue={(on) => toggle(type, on)}
        />
      ))}
      {responsible !== '' && (
        <button type="button" class="quiet" onClick={sameForAll}>
          {says.reportersSame(responsible)}
        </button>
      )}
    </fieldset>
  );
}

export const StageTable = reviewTable({
  part: 'stages',
  nameOf: ({ title, code }) => title || code || page.untitled,
  columns: [
    {
      header: columns.code.header,
      className: 'code',
      cell: ({ fields, name, issues, edit }) => (
        <TextField
          bare
          label={`${columns.code.header}: ${name}`}
          value={fields.code}
          maxLength={60}
          issue={issues.code}
          onValue={(code) => edit({ code })}
        />
      ),
    },
    {
      header: columns.title.header,
      cell: ({ fields, issues, edit }) => (
        <TextField
          bare
          lines
          label={`${columns.title.header} ${fields.code}`}
          value={fields.title}
          issue={issues.title}
          onValue={(title) => edit({ title })}
        />
      ),
    },
    { header: columns.deadline.header, className: 'deadline', cell: deadlineFields },
  ],
  more: furtherFields,
});
