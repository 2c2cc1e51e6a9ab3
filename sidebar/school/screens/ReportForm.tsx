/** The form itself, or the questions about what somebody else wrote meanwhile. */
import { useRef } from 'preact/hooks';
import type { Form } from '../../../src/contract/school';
import { form as says, sidebar } from '../../../src/messages/sidebar/page';
import { describeIssue } from '../../../src/messages/tabs/issues';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Drafts } from '../model/drafts';
import { cellsOf, hindrances } from '../model/fields';
import { type Report, type ReportEvents, useReport } from '../model/report';
import { Conflicts } from '../parts/form/Conflicts';
import { Fields } from '../parts/form/Fields';
import { Go } from '../parts/Go';
import { Problem } from '../parts/Problem';

interface Props extends ReportEvents {
  readonly form: Form;
  readonly drafts: Drafts;
}

export function ReportForm({ form, drafts, ...events }: Props) {
  const report = useReport(form, drafts, events);
  const fields = useRef<HTMLDivElement>(null);
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
    return found === undefined ? '' : describeIssue(found).repair;
  };
  return (
    <>
      {!form.mayWrite && <Notice kind="warning">{says.readOnly}</Notice>}
      {report.restored && (
        <Notice kind="note">
          <p>{says.draftBack}</p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              report.startAnew();
              takeFocus(fields.current?.querySelector('input'));
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
          report.send(false);
        }}
      >
        <div ref={fields}>
          <Fields
            form={form}
            seen={seen}
            typed={typed}
            wrong={wrongOf}
            told={report.told}
            locked={saving || !form.mayWrite}
            onTyped={report.take}
          />
        </div>
        {form.mayWrite && (
          <Sending report={report} missing={missingIn(report)} again={form.stage.done !== null} />
        )}
        <Go target={{ key: form.key, column: 'doneOn' }} label={sidebar.showInTable} quiet />
      </form>
    </>
  );
}

/** Headers of what the stage asks for and the form does not say. */
function missingIn({ columns, problems }: Report): string[] {
  const { missing } = hindrances(problems, []);
  return columns.filter(({ id }) => missing.includes(id)).map(({ header }) => header);
}

interface SendingProps {
  readonly report: Report;
  readonly missing: readonly string[];
  readonly again: boolean;
}

/** What stands below the fields: the button, and what is said before and after it is pressed. */
function Sending({ report, missing, again }: SendingProps) {
  const { refusal, note, keeping, saving, incomplete, send } = report;
  return (
    <footer>
      <Problem problem={refusal} kept onAgain={() => send(true)} />
      <p role="status" class="said">
        {note}
      </p>
      {incomplete && <Notice kind="warning">{says.missing(missing)}</Notice>}
      {saving && <Waiting text={says.saving} />}
      {incomplete && (
        <button type="button" onClick={() => send(true)}>
          {says.sendAnyway}
        </button>
      )}
      {/* Not disabled: a disabled button would lose the keyboard focus. */}
      <button type="submit" class="primary" aria-disabled={saving}>
        {again ? says.saveAgain : says.save}
      </button>
      <p class="help">{keeping}</p>
    </footer>
  );
}
