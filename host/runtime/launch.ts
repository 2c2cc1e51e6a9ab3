import { API_CLASSES, createSpreadsheetApp } from '../api/index';
import { type Fault, KilledError } from '../metering/faults';
import type { NamedClass } from '../metering/proxy';
import { createServices, SERVICE_CLASSES, type ServiceStores } from '../services/index';
import type { Drive } from '../services/storage/drive';
import { type Answer, type MenuShown, type Seen, Ui } from '../services/ui/ui';
import { copied, illegalPart } from './boundary';
import type { HostClock } from './clock';
import { type RunOutcome, type RunTrigger, runError } from './outcome';
import { ScriptError } from './ports';
import type { ScriptProject } from './project';
import { ScriptRun } from './run';

/** Google's limits (https://developers.google.com/apps-script/guides/services/quotas). */
const RUN_LIMIT_MS = 6 * 60_000;
const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

/** What every run needs of the world outside it. */
export interface World {
  readonly clock: HostClock;
  readonly drive: Drive;
  readonly stores: ServiceStores;
  /** Service calls move the clock by their modelled cost. */
  callsTakeTime: boolean;
  /** Simple triggers are told who edited, where Google might. */
  namesEditors: boolean;
  /** What the person at the keyboard answers. */
  answer(question: Question): Answer;
  /** A menu that a script put up in its book. */
  menu(project: ScriptProject, user: string, menu: MenuShown): void;
}

export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  readonly buttons: string;
}

export interface Launch {
  readonly project: ScriptProject;
  readonly functionName: string;
  readonly trigger: RunTrigger;
  readonly user: string;
  /** True for onOpen and onEdit as such; an installed trigger of the same event is not simple. */
  readonly simple?: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly faults?: readonly Fault[];
  readonly limitMs?: number;
  /** Plain data, copied into the script's realm. */
  readonly args?: readonly unknown[];
  /** Builds the one argument out of the script's own realm instead. */
  readonly event?: (run: ScriptRun, app: SpreadsheetApp) => unknown;
}

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const CLASSES: readonly NamedClass[] = [
  // Its classes bear Google's own names.
  ...API_CLASSES.map((api): NamedClass => [api.name, api]),
  ...SERVICE_CLASSES,
];

/** Runs one function of a script and tells what came of it. Throws only when the host itself is at fault. */
export function launch(world: World, job: Launch): RunOutcome {
  const { project, functionName, trigger, user } = job;
  const simple = job.simple === true;
  const startedAt = world.clock.now();
  const cpu = process.cpuUsage();
  const seen: Seen[] = [];
  const run = new ScriptRun(project, world.clock, CLASSES, {
    user,
    authMode: simple ? 'LIMITED' : 'FULL',
    scopes: job.scopes,
    limitMs: job.limitMs ?? (simple ? SIMPLE_TRIGGER_LIMIT_MS : RUN_LIMIT_MS),
    faults: job.faults ?? [],
    callsTakeTime: world.callsTakeTime,
  });
  const ui = new Ui(run, {
    show: (what) => seen.push(what),
    answer: (question) => world.answer(question),
    menu: (menu) => world.menu(project, user, menu),
  });
  const app = createSpreadsheetApp(world.drive, run, {
    getUi: () => {
      if (trigger !== 'time') return ui;
      throw new ScriptError('Cannot call SpreadsheetApp.getUi() from this context.');
    },
  });
  run.provide('SpreadsheetApp', app as object);
  for (const [name, service] of Object.entries(createServices(run, world.stores))) run.provide(name, service);

  let result: unknown = null;
  let error: unknown = null;
  try {
    if (trigger === 'sidebar') refusePrivate(functionName, job.args ?? []);
    const args = job.event
      ? [job.event(run, app as unknown as SpreadsheetApp)]
      : (job.args ?? []).map((arg) => run.adopt(arg));
    const returned = run.invoke(functionName, args);
    const illegal = illegalPart(returned);
    if (illegal === null) result = copied(returned);
    else if (trigger === 'sidebar') {
      throw new ScriptError('The script completed but the returned value is not a supported return type.');
    }
  } catch (thrown) {
    error = thrown;
  } finally {
    world.stores.locks.releaseAll(run);
  }
  if (run.fatal) {
    if (!(run.fatal instanceof KilledError)) throw run.fatal;
    error = run.fatal;
  }
  const used = process.cpuUsage(cpu);
  return {
    projectId: project.id,
    functionName,
    trigger,
    user,
    startedAt,
    result: error === null ? result : null,
    error: error === null ? null : runError(error),
    log: run.log,
    meter: run.meter.snapshot(),
    seen,
    cpuMs: Math.round((used.user + used.system) / 100) / 10,
  };
}

/** What google.script.run refuses before it calls (guides/html/reference/run). */
function refusePrivate(functionName: string, args: readonly unknown[]): void {
  if (functionName.endsWith('_')) {
    throw new ScriptError(`Script function not found: ${functionName}`);
  }
  for (const arg of args) {
    const illegal = illegalPart(arg);
    if (illegal !== null) throw new ScriptError(`Failed due to illegal value in property: ${illegal}`);
  }
}
