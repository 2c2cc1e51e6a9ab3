/** The budgets of docs/design.md, «Budgets», compared with what was measured. A budget that is exceeded is reported and fails nothing. */
import type { Figure, SizeFigures } from './figures';
import type { MailFigures } from './mail';
import type { PageFigures } from './page';

export interface Verdict {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
  readonly unit: string;
  readonly ok: boolean;
}

const KB = 1000;
export const BUDGETED = 1_000;
const LARGEST = 10_000;
/** Ten times the rows may cost at most this many times the effort to count as linear: timers are not exact. */
const LINEAR = 12;
/** A district's tab, the overall one, the journal, and the row of «Отчёт» that says when it was first seen. */
const TABS_OF_ONE_REPORT = 4;

export const NAMES = {
  setUp: 'setup: control book and a new reporting book',
  first: 'first build: rows and all tabs',
  all: 'rebuild: reports of all schools at once',
  again: 'setup pressed again',
  repair: 'tick: nightly repair, all tabs anew',
  idle: 'tick: nothing due',
  look: 'tick: looks whether anybody filed',
  nothing: 'tick: rebuild, nothing changed',
  one: 'tick: rebuild, one school filed',
  edit: 'onEdit: one cell, a date as text',
  paste: 'onEdit: 200 cells pasted',
  sidebarOpen: 'sidebar: opened, the school remembered',
  sidebarForm: 'sidebar: form of a stage',
  sidebarSave: 'sidebar: report saved, neighbouring cells',
  sidebarApart: 'sidebar: report saved, cells apart',
  sidebarSelection: 'sidebar: help for the selected cell',
  sidebarIssues: 'sidebar: issues of a school',
  sidebarDistrict: 'sidebar: figures of a district',
  close: 'other organisations’ rows closed for the first time',
  closed: 'tick: rebuild, nothing changed, rows closed',
  closedLook: 'tick: looks whether anybody filed, rows closed',
  closedRepair: 'tick: nightly repair, rows closed',
} as const;

export function verdicts(
  sizes: readonly SizeFigures[],
  bundleBytes: number,
  mail: MailFigures,
  page: PageFigures,
): Verdict[] {
  const at = (organisations: number) => sizes.find((each) => each.organisations === organisations);
  const [thousand, large] = [at(BUDGETED), at(LARGEST)];
  const check = (what: string, measured: number, atMost: number, unit: string): Verdict => ({
    what,
    measured: Math.round(measured * 100) / 100,
    atMost,
    unit,
    ok: measured <= atMost,
  });
  const list: Verdict[] = [check('dist/Code.js', bundleBytes / KB, 200, 'kB')];
  if (thousand) {
    const of = (name: string) => figure(thousand, name);
    list.push(
      check('rebuild, nothing changed: calls', of(NAMES.nothing).calls, 40, ''),
      check('rebuild, nothing changed: writes into sheets', of(NAMES.nothing).sheetWrites, 1, ''),
      check('tick with nothing due: calls', of(NAMES.idle).calls, 4, ''),
      check('one school filed: tabs written', of(NAMES.one).tabs?.length ?? 0, TABS_OF_ONE_REPORT, ''),
      check('first build: modelled cost', of(NAMES.first).costSeconds, 60, 's'),
      check('first build: CPU, the script’s own thread', of(NAMES.first).threadCpuMs, 1000, 'ms'),
      check('first build: CPU, all threads', of(NAMES.first).cpuMs, 1000, 'ms'),
      check('setup: modelled cost', of(NAMES.setUp).costSeconds, 60, 's'),
      check('one edit: calls', of(NAMES.edit).calls, 6, ''),
      check('sidebar opened: calls', of(NAMES.sidebarOpen).calls, 10, ''),
      check('sidebar, one report saved: calls', of(NAMES.sidebarSave).calls, 14, ''),
      check('sidebar, cells apart saved: calls', of(NAMES.sidebarApart).calls, 14, ''),
    );
  }
  if (thousand && large) {
    for (const name of [NAMES.first, NAMES.nothing, NAMES.one]) {
      const [small, big] = [figure(thousand, name), figure(large, name)];
      const title = name.replace(/^tick: /, '');
      list.push(
        check(`${title}, 10 × the rows: cost`, big.costSeconds / small.costSeconds, LINEAR, '×'),
        check(`${title}, 10 × the rows: CPU`, big.cpuMs / small.cpuMs, LINEAR, '×'),
      );
    }
    list.push(check('one edit at 10,000 organisations: calls', figure(large, NAMES.edit).calls, 6, ''));
  }
  list.push(
    check('planning all mails: CPU', mail.planColdMs, 300, 'ms'),
    check('a mail sent: calls, all that is read included', mail.callsPerMail, 3, ''),
    check('the ledger of mails', mail.ledger / KB, 400, 'kB'),
  );
  list.push(
    check('local page, 10,000 rows: on the screen', page.openMs, 3_000, 'ms'),
    check('local page, an edit: its new colour', page.editMs, 300, 'ms'),
  );
  const biggest = sizes[sizes.length - 1];
  if (biggest) {
    const what = `peak memory at ${biggest.organisations.toLocaleString('en')} organisations`;
    list.push(check(what, biggest.peakMemoryMb, 1000, 'MB'));
  }
  return list;
}

function figure(size: SizeFigures, name: string): Figure {
  const found = size.figures.find((each) => each.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}
