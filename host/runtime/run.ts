import vm from 'node:vm';
import { type Fault, FaultPlan, KilledError } from '../metering/faults';
import { Meter } from '../metering/meter';
import { type CallGate, Membrane, type NamedClass, type ServiceCall } from '../metering/proxy';
import { consoleOf } from '../services/base/logger';
import type { ServiceRun } from '../services/base/run';
import type { HostClock } from './clock';
import { tieDate } from './contextDate';
import { bindIntrinsics } from './intrinsics';
import { checkPermission } from './permissions';
import { type AuthMode, ScriptError } from './ports';
import type { ScriptProject } from './project';

export interface RunOptions {
  readonly user: string;
  readonly authMode: AuthMode;
  /** Scopes that this user granted, of those the manifest asks for. */
  readonly scopes: ReadonlySet<string>;
  /** Modelled ms after which the run is stopped: 6 minutes, 30 s for a simple trigger. */
  readonly limitMs: number;
  readonly faults: readonly Fault[];
  /** Service calls move the clock by their modelled cost. */
  readonly callsTakeTime: boolean;
}

/** One execution of a project: a fresh realm, the services behind their wall, and what came of it. */
export class ScriptRun implements ServiceRun, CallGate {
  readonly Date: DateConstructor;
  readonly user: string;
  readonly authMode: AuthMode;
  readonly scopes: ReadonlySet<string>;
  readonly wanted: ReadonlySet<string>;
  readonly log: string[] = [];
  readonly meter = new Meter();
  readonly membrane: Membrane;
  readonly realm: vm.Context;
  /** Why the run cannot count, whatever the script made of it: it was killed, or the host is at fault. */
  fatal: Error | null = null;

  private readonly faults: FaultPlan;
  private readonly RealmError: ErrorConstructor;

  constructor(
    readonly project: ScriptProject,
    readonly clock: HostClock,
    classes: Iterable<NamedClass>,
    private readonly options: RunOptions,
  ) {
    this.user = options.user;
    this.authMode = options.authMode;
    this.scopes = options.scopes;
    this.wanted = new Set(project.manifest.oauthScopes);
    this.faults = new FaultPlan(options.faults, project.boundTo ?? '');
    this.membrane = new Membrane(this, classes);
    this.realm = vm.createContext(Object.create(null) as object, { codeGeneration: { wasm: false } });
    this.Date = tieDate(this.realm, clock, project.manifest.timeZone);
    bindIntrinsics(this.realm);
    this.RealmError = vm.runInContext('Error', this.realm) as ErrorConstructor;
    this.define('console', consoleOf(this));
  }

  get projectId(): string {
    return this.project.id;
  }

  get projectName(): string {
    return this.project.name;
  }

  get scriptTimeZone(): string {
    return this.project.manifest.timeZone;
  }

  get pages(): ReadonlyMap<string, string> {
    return this.project.pages;
  }

  get boundTo(): string | null {
    return this.project.boundTo;
  }

  /** Makes `service` a global of the script, behind the wall. */
  provide(name: string, service: object): void {
    this.define(name, this.membrane.wrap(service));
  }

  private define(name: string, value: unknown): void {
    Object.defineProperty(this.realm, name, { value, writable: true, enumerable: false, configurable: true });
  }

  /** Runs the project's files, then one of its functions. Throws what the script throws. */
  invoke(functionName: string, args: readonly unknown[]): unknown {
    this.project.start(this.realm);
    const body = (this.realm as Record<string, unknown>)[functionName];
    if (typeof body !== 'function') throw new ScriptError(`Script function not found: ${functionName}`);
    return (body as (...values: unknown[]) => unknown)(...args);
  }

  /** The script's own copy of plain data. */
  adopt(json: unknown): unknown {
    const parse = vm.runInContext('JSON.parse', this.realm) as (text: string) => unknown;
    return parse(JSON.stringify(json ?? null));
  }

  enter(call: ServiceCall): void {
    this.alive();
    for (const fault of this.faults.striking(call.kind)) {
      if ('meanwhile' in fault) {
        fault.meanwhile();
        continue;
      }
      if (fault.when === 'after') {
        this.late.push(fault);
        continue;
      }
      this.strike(fault, call.kind);
    }
    checkPermission(call.kind, this);
  }

  /** Faults that strike once the call under way took effect. */
  private readonly late: Exclude<Fault, { meanwhile: () => void }>[] = [];

  leave(call: ServiceCall, cells: number): void {
    this.spend(this.meter.record(call.kind, call.price, cells));
    const fault = this.late.shift();
    if (fault) this.strike(fault, call.kind);
  }

  pass(ms: number): void {
    this.meter.wait(ms);
    this.clock.tick(ms);
    this.checkLimit();
  }

  translate(error: unknown): unknown {
    if (!(error instanceof ScriptError) && !(error instanceof KilledError)) {
      if (!(error instanceof Error)) return error;
      // A missing method or a fault of the host itself: a script's own catch must not hide it.
      if (!this.isRealmError(error) && !this.injected.has(error)) this.fatal ??= error;
    }
    if (this.isRealmError(error)) return error;
    const own = new this.RealmError(error instanceof Error ? error.message : String(error));
    own.name = error instanceof Error ? error.name : 'Exception';
    return own;
  }

  private readonly injected = new WeakSet<Error>();

  private isRealmError(error: unknown): boolean {
    return error instanceof this.RealmError;
  }

  private strike(fault: Exclude<Fault, { meanwhile: () => void }>, kind: string): void {
    if ('kill' in fault) {
      this.fatal = new KilledError();
      this.alive();
      return;
    }
    const error = this.faults.errorOf(fault.fail, kind);
    this.injected.add(error);
    throw error;
  }

  /** A run that was stopped answers nothing any more, so that no catch or finally can do a thing. */
  private alive(): void {
    if (this.fatal instanceof KilledError) throw this.fatal;
  }

  private spend(ms: number): void {
    if (this.options.callsTakeTime) this.clock.tick(ms);
    this.checkLimit();
  }

  private checkLimit(): void {
    if (this.meter.costMs <= this.options.limitMs || this.fatal) return;
    this.fatal = new KilledError();
    this.alive();
  }
}
