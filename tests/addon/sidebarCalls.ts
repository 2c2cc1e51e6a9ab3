/** Calls of the schools' sidebar as its page makes them, through the bundle of the reporting half. */
import type { Fault } from '../../host/metering/faults';
import type { RunOutcome } from '../../host/runtime/outcome';
import type { Refusal } from '../../src/contract/plain';
import type { Form, Save, SidebarFunctions } from '../../src/contract/school';
import { parseIso } from '../../src/domain/dates/civil';
import type { Cell } from '../../src/domain/values/cell';
import { CURATOR, type Office } from './office';

type Name = keyof SidebarFunctions;
type Good<N extends Name> = Exclude<ReturnType<SidebarFunctions[N]>, Refusal>;

export interface Asked<N extends Name> {
  readonly answer: ReturnType<SidebarFunctions[N]>;
  readonly run: RunOutcome;
}

/** One call with anything the page might send. */
export function ask<N extends Name>(
  office: Pick<Office, 'host' | 'books'>,
  name: N,
  args: readonly unknown[],
  { user = CURATOR, faults = [] }: { user?: string; faults?: readonly Fault[] } = {},
): Asked<N> {
  const { host, books } = office;
  const run = host.call(books.reportingScript, name, args, { user, trigger: 'sidebar', faults });
  return { answer: run.result as ReturnType<SidebarFunctions[N]>, run };
}

/** The answer of a call that must not be refused. */
export function get<N extends Name>(
  office: Pick<Office, 'host' | 'books'>,
  name: N,
  args: readonly unknown[],
  options: { user?: string; faults?: readonly Fault[] } = {},
): Good<N> {
  const { answer, run } = ask(office, name, args, options);
  if (run.error) throw new Error(`${name}: ${run.error.message}\n${run.error.stack}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.sentence}\n${run.log.join('\n')}`);
  return answer as Good<N>;
}

/** The sentence of a call that must be refused. */
export function refused<N extends Name>(
  office: Pick<Office, 'host' | 'books'>,
  name: N,
  args: readonly unknown[],
  options: { user?: string; faults?: readonly Fault[] } = {},
): string {
  const { answer, run } = ask(office, name, args, options);
  if (run.error) throw new Error(`${name}: ${run.error.message}\n${run.error.stack}`);
  if (answer.ok) throw new Error(`${name} was not refused: ${JSON.stringify(answer)}`);
  return answer.sentence;
}

/** The form as the page sends it with these cells typed over. */
export const filled = (form: Form, values: Readonly<Record<string, Cell>>): Save => ({
  key: form.key,
  organisation: form.organisation,
  stage: form.stage.title,
  values,
  seen: Object.fromEntries(
    Object.keys(values).map((id) => [id, form.fields.find(({ column }) => column.id === id)?.value ?? '']),
  ),
});

export function date(iso: string): { date: NonNullable<ReturnType<typeof parseIso>> } {
  const day = parseIso(iso);
  if (day === null) throw new Error(iso);
  return { date: day };
}
