import type { Fault } from '../metering/faults';
import { EditEvents } from '../people/editEvents';
import { type EditEvent, Person } from '../people/userEdits';
import type { WithoutEmailScope } from '../services/base/session';
import type { ServiceStores } from '../services/index';
import { Outbox } from '../services/mail/outbox';
import { SmtpDelivery } from '../services/mail/smtp';
import { CacheStores } from '../services/storage/cache';
import { Drive, type DriveFile } from '../services/storage/drive';
import { Locks } from '../services/storage/lock';
import { PropertyStores } from '../services/storage/properties';
import { TriggerStore } from '../services/triggers/triggers';
import { Menus } from '../services/ui/menus';
import type { Answer, MenuShown } from '../services/ui/ui';
import { Uuids } from '../services/utilities/uuids';
import { HostClock } from './clock';
import { launch, type Question, type World } from './launch';
import type { RunOutcome, RunTrigger } from './outcome';
import { ScriptProject } from './project';
import { Scheduler } from './scheduler';

export interface HostOptions {
  /** Where the clock stands, ms since the epoch or a Date. */
  readonly now?: number | Date;
  /** Service calls move the clock by their modelled cost. */
  readonly callsTakeTime?: boolean;
  /** Language of people's accounts. */
  readonly accountLocale?: string;
  readonly withoutEmailScope?: WithoutEmailScope;
  /** Seed of `Utilities.getUuid`. */
  readonly seed?: string;
  /** Mail server that every sent message is handed to before `sendEmail` returns: `smtp://host:port`. */
  readonly smtp?: string;
  /** How long the mail server may take for each step, ms. */
  readonly smtpStepMs?: number;
}

export interface NewSpreadsheet {
  readonly name: string;
  readonly owner: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly id?: string;
}

export interface CallOptions {
  readonly user: string;
  /** Default `menu`. */
  readonly trigger?: RunTrigger;
  readonly faults?: readonly Fault[];
  readonly limitMs?: number;
}

/**
 * A local Apps Script: spreadsheets, the scripts bound to them, people, a clock and the mail that leaves.
 * Everything happens when it is called for, in order, and the same twice.
 */
export class LocalHost {
  readonly clock: HostClock;
  readonly drive: Drive;
  readonly stores: ServiceStores;
  readonly outbox: Outbox;
  readonly triggers = new TriggerStore();
  readonly properties = new PropertyStores();
  readonly caches = new CacheStores();
  readonly locks = new Locks();
  readonly scheduler: Scheduler;
  /** Every run so far, oldest first. */
  readonly runs: RunOutcome[] = [];
  /** Answers that the person gives to the next alerts and prompts; without one they close the dialog. */
  readonly answers: (Partial<Answer> | ((question: Question) => Partial<Answer>))[] = [];
  /** Asked when `answers` is empty: a page waits here for the person at it. */
  whenAsked: ((question: Question) => Partial<Answer>) | null = null;

  private readonly world: World;
  private readonly projects = new Map<string, ScriptProject>();
  private readonly refused = new Map<string, Set<string>>();
  private readonly menus = new Menus();
  private readonly edits: EditEvents;
  private attached = 0;

  constructor(options: HostOptions = {}) {
    this.clock = new HostClock(options.now === undefined ? undefined : Number(options.now));
    this.drive = new Drive(this.clock);
    this.outbox = new Outbox(
      options.smtp === undefined ? null : new SmtpDelivery(options.smtp, options.smtpStepMs),
    );
    this.stores = {
      properties: this.properties,
      caches: this.caches,
      locks: this.locks,
      triggers: this.triggers,
      outbox: this.outbox,
      uuids: new Uuids(options.seed ?? 'svodka'),
      withoutEmailScope: options.withoutEmailScope ?? 'refused',
      accountLocale: options.accountLocale ?? 'ru',
    };
    this.world = {
      clock: this.clock,
      drive: this.drive,
      stores: this.stores,
      callsTakeTime: options.callsTakeTime === true,
      namesEditors: false,
      answer: (question) => this.answer(question),
      menu: (project, user, menu) => {
        if (project.boundTo !== null) this.menus.put(user, project.boundTo, project.id, menu);
      },
    };
    const scopesOf = (project: ScriptProject, user: string) => this.scopesOf(project, user);
    this.scheduler = new Scheduler(this.world, this.drive, (id) => this.projects.get(id), scopesOf);
    this.edits = new EditEvents(
      this.world,
      this.drive,
      this.scheduler,
      (book) => this.projectsOf(book),
      scopesOf,
      (outcome) => this.runs.push(outcome),
    );
  }

  /** From now on simple triggers are told who edited, where Google might: see `EditEvents`. */
  nameEditors(): void {
    this.world.namesEditors = true;
  }

  createSpreadsheet(spec: NewSpreadsheet): DriveFile {
    const { name, owner, ...rest } = spec;
    return this.drive.create(name, owner, rest);
  }

  /** Copies a book as its menu does, with the scripts bound to it (guides/bound). Triggers stay behind. */
  copySpreadsheet(id: string, name: string, user: string): DriveFile {
    const copy = this.drive.copy(id, name, user);
    for (const project of this.projectsOf(id)) {
      this.attach(project.dir, { spreadsheetId: copy.workbook.id, name: project.name });
    }
    return copy;
  }

  /** Binds the project in a folder (*.js, *.html, appsscript.json) to a book, or to none. */
  attach(
    dir: string,
    options: { readonly spreadsheetId: string | null; readonly name?: string; readonly id?: string },
  ): ScriptProject {
    this.attached += 1;
    const id = options.id ?? `script-${this.attached}`;
    const project = ScriptProject.load(id, options.name ?? 'Svodka', dir, options.spreadsheetId);
    this.projects.set(id, project);
    return project;
  }

  /** Deletes a script with its triggers. */
  detach(project: ScriptProject): void {
    this.projects.delete(project.id);
    this.triggers.deleteProject(project.id);
  }

  projectsOf(spreadsheetId: string): ScriptProject[] {
    return [...this.projects.values()].filter(({ boundTo }) => boundTo === spreadsheetId);
  }

  /** The person leaves this scope unticked on the consent screen (concepts/scopes#granular-oauth). */
  refuseScope(project: ScriptProject, user: string, scope: string): void {
    const key = `${project.id}\n${user}`;
    const refused = this.refused.get(key) ?? new Set();
    refused.add(scope);
    this.refused.set(key, refused);
  }

  private scopesOf(project: ScriptProject, user: string): ReadonlySet<string> {
    const refused = this.refused.get(`${project.id}\n${user}`);
    return new Set(project.manifest.oauthScopes.filter((scope) => !refused?.has(scope)));
  }

  /** A person opens the book: menus go up. Viewers and people who are not signed in get none (guides/triggers). */
  open(user: string, spreadsheetId: string): RunOutcome[] {
    const before = this.runs.length;
    this.menus.clear(user, spreadsheetId);
    if (user === '' || !this.file(spreadsheetId).canEdit(user)) return [];
    for (const project of this.projectsOf(spreadsheetId)) {
      if (!project.defines('onOpen')) continue;
      this.record(
        launch(this.world, {
          project,
          functionName: 'onOpen',
          trigger: 'open',
          simple: true,
          user,
          scopes: this.scopesOf(project, user),
          event: (run, app) => {
            const event = run.adopt({ authMode: 'LIMITED' }) as Record<string, unknown>;
            event.source = run.membrane.wrap(app.getActiveSpreadsheet());
            return event;
          },
        }),
      );
    }
    return this.runs.slice(before);
  }

  menusOf(user: string, spreadsheetId: string): MenuShown[] {
    return this.menus.shown(user, spreadsheetId);
  }

  /** Presses a menu item by its path, 'Сводка › Обновить сейчас'. Throws if no such item is up. */
  menu(
    user: string,
    spreadsheetId: string,
    path: string,
    options: Omit<CallOptions, 'user'> = {},
  ): RunOutcome {
    const item = this.menus.find(user, spreadsheetId, path);
    const project = item && this.projects.get(item.projectId);
    if (!item || !project) throw new Error(`${user || 'A guest'} sees no menu item «${path}»`);
    return this.call(project, item.functionName, [], { trigger: 'menu', ...options, user });
  }

  /** Runs a function with a person's rights. Throws only when the host itself is at fault. */
  call(
    project: ScriptProject,
    functionName: string,
    args: readonly unknown[],
    options: CallOptions,
  ): RunOutcome {
    const { user, trigger = 'menu', ...rest } = options;
    return this.record(
      launch(this.world, {
        project,
        functionName,
        args,
        trigger,
        user,
        scopes: this.scopesOf(project, user),
        ...rest,
      }),
    );
  }

  /** Lets time pass, or waits until a moment: triggers that fall due run on the way. */
  advance(by: number | Date): RunOutcome[] {
    const until = typeof by === 'number' ? this.clock.now() + by : by.getTime();
    const outcomes = this.scheduler.advanceTo(until);
    this.runs.push(...outcomes);
    return outcomes;
  }

  /** Everything edited inside comes faster than onEdit can run (see EditEvents). */
  inBurst(edits: () => void): void {
    this.edits.inBurst(edits);
  }

  /** Somebody at the grid; '' is a person who is not signed in. Their edits set off what listens to edits. */
  person(user: string): Person {
    return new Person(this.drive, user, (edit) => this.edited(edit));
  }

  edited(edit: EditEvent): void {
    this.edits.edited(edit);
  }

  file(spreadsheetId: string): DriveFile {
    const file = this.drive.get(spreadsheetId);
    if (!file) throw new Error(`There is no spreadsheet ${spreadsheetId}`);
    return file;
  }

  private record(outcome: RunOutcome): RunOutcome {
    this.runs.push(outcome);
    return outcome;
  }

  private answer(question: Question): Answer {
    const next = this.answers.shift() ?? this.whenAsked ?? undefined;
    const given = typeof next === 'function' ? next(question) : next;
    const closed = question.buttons === 'OK' && question.kind === 'alert' ? 'OK' : 'CLOSE';
    return { button: given?.button ?? (given ? 'OK' : closed), text: given?.text ?? '' };
  }
}
