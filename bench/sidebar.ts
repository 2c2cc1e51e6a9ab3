/** The schools' sidebar, as its page calls the server: a school in the middle of «Отчёт», a row not filed for yet. */

import { SheetView } from '../host/people/sheetView';
import type { LocalHost } from '../host/runtime/localHost';
import type { RunOutcome } from '../host/runtime/outcome';
import type { Books } from '../host/sample/books';
import type { Answer } from '../src/contract/plain';
import type { Form, Save, SidebarFunctions } from '../src/contract/school';
import { splitKey } from '../src/domain/report/registry';
import type { Cell } from '../src/domain/values/cell';
import { NAMES } from './budgets';
import { TODAY } from './programme';

type Measure = (name: string, job: () => readonly RunOutcome[]) => void;

export function measureSidebar(host: LocalHost, books: Books, user: string, row: number, add: Measure): void {
  const call = (name: keyof SidebarFunctions, ...args: unknown[]): RunOutcome[] => {
    const run = host.call(books.reportingScript, name, args, { user, trigger: 'sidebar' });
    const answer = run.result as Answer<object>;
    if (!answer.ok) throw new Error(`${name}: ${answer.sentence}`);
    return [run];
  };
  const key = keyAt(books, row);
  const school = splitKey(key)?.organisation ?? '';
  call('sidebarChoose', school);
  add(NAMES.sidebarOpen, () => call('sidebarOpen'));
  add(NAMES.sidebarForm, () => call('sidebarForm', key));
  const form = call('sidebarForm', key)[0]?.result as Form;
  const sent = (values: Save['values']): Save => ({
    key,
    organisation: form.organisation,
    stage: form.stage.title,
    values,
    seen: Object.fromEntries(Object.keys(values).map((id) => [id, seenIn(form, id)])),
  });
  add(NAMES.sidebarSave, () =>
    call('sidebarSave', sent({ doneOn: { date: TODAY }, document: 'приказ № 1' })),
  );
  const apart = sent({ doneOn: '', comment: 'ещё не готово' });
  add(NAMES.sidebarApart, () =>
    call('sidebarSave', { ...apart, seen: { ...apart.seen, doneOn: { date: TODAY } } }),
  );
  books.reporting.workbook.active = SheetView.of(books.reporting.workbook, 'Отчёт').sheet;
  call('sidebarGo', { key, column: 'doneOn' });
  add(NAMES.sidebarSelection, () => call('sidebarSelection'));
  add(NAMES.sidebarIssues, () => call('sidebarIssues', school));
  add(NAMES.sidebarDistrict, () => call('sidebarDistrict', ''));
}

const seenIn = (form: Form, id: string): Cell =>
  form.fields.find(({ column }) => column.id === id)?.value ?? '';

function keyAt(books: Books, row: number): string {
  const view = SheetView.of(books.reporting.workbook, 'Отчёт');
  return view.text(row, view.column('Ключ'));
}
