/** The form itself, or the questions about what somebody else wrote meanwhile. */
import type { Form, StageItem } from '../../../src/contract.sidebar';
import { describeIssue } from '../../../src/messages/issues';
import { form as says, sidebar } from '../../../src/messages/sidebar';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Drafts } from '../model/drafts';
import { cellsOf } from '../model/fields';
import { type Report, useReport } from '../model/report';
import { Conflicts } from '../parts/Conflicts';
import { Fields } from '../parts/Fields';
import { Go } from '../parts/Go';
import { Problem } from '../parts/Problem';

interface Props {
  readonly form: Form;
  readonly drafts: Drafts;
  onDraft(begun: boolean): void;
  onSaved(stage: StageItem): void;
}

export function ReportForm({ form, drafts, onDraft, onSaved }: Props) {
  const report = useReport(form, drafts, onDraft, onSaved);
  const { columns, seen, typed, problems, conflicts, saving } = report;
  if (conflicts.length > 0) {
    return (
      <Conflicts
        conflicts={conflicts}
        columns={columns}
        mine={cellsOf(columns, seen, typed)}
        onDecided={report.decide}
      />
    );
  }
  const wrongOf = (id: string): string => {
    const found = problems.get(id);
    return found === undefined ? '' : describeIssue(found).mend;
  };
  return (
    <>
      {!form.mayWrite && <Notice kind="warning">{says.readOnly}</Notice>}
      {report.restored && (
        <Notice kind="note">
          <p>{says.draftBack}</p>
          <button type="button" class="quiet" onClick={report.startAnew}>
            {says.startAnew}
          </button>
        </Notice>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          report.send(false);
        }}
      >
        <Fields
          form={form}
          seen={seen}
          typed={typed}
          wrong={wrongOf}
          told={report.told}
          locked={saving || !form.mayWrite}
          onTyped={report.take}
        />
        {form.mayWrite && <Sending report={report} again={form.stage.done !== null} />}
        <Go target={{ key: form.key }} label={sidebar.showInTable} quiet />
      </form>
    </>
  );
}

/** What stands below the fields: the button, and whatever there is to say before or after pressing it. */
function Sending({ report, again }: { readonly report: Report; readonly again: boolean }) {
  const { refusal, note, saving, incomplete, send } = report;
  return (
    <footer>
      <Problem problem={refusal} onAgain={() => send(true)} />
      <p role="status" class="said">
        {note}
      </p>
      {saving && <Waiting text={says.saving} />}
      {incomplete && (
        <button type="button" onClick={() => send(true)}>
          {says.sendAnyway}
        </button>
      )}
      {/* Not disabled: a button that is would lose the keyboard's place. */}
      <button type="submit" class="primary" aria-disabled={saving}>
        {again ? says.saveAgain : says.save}
      </button>
      <p class="help">{says.draftKept}</p>
    </footer>
  );
}
