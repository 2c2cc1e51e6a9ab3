import type { Drive } from '../services/storage/drive';
import type { TriggerRecord } from '../services/triggers/triggers';
import type { World } from './launch';
import { launch } from './launch';
import type { RunOutcome } from './outcome';
import type { ScriptProject } from './project';

const DAY_MS = 86_400_000;
/** All trigger runtime a day of a consumer account; 6 h for Workspace (guides/services/quotas). */
const DAILY_RUNTIME_MS = 90 * 60_000;

/** A trigger that should have run and did not, or failed: what Google mails its owner in a summary. */
export interface TriggerFailure {
  readonly at: number;
  readonly triggerId: string;
  readonly handler: string;
  readonly user: string;
  readonly message: string;
}

/** Runs installed triggers with their creators' rights, and keeps their accounts. */
export class Scheduler {
  readonly failures: TriggerFailure[] = [];
  /** Modelled trigger runtime by account, since the first run of its day. */
  private readonly runtime = new Map<string, { since: number; ms: number }>();
  dailyRuntimeMs = DAILY_RUNTIME_MS;

  constructor(
    private readonly world: World,
    private readonly drive: Drive,
    private readonly projectOf: (id: string) => ScriptProject | undefined,
    private readonly scopesOf: (project: ScriptProject, user: string) => ReadonlySet<string>,
  ) {}

  /** Moves the clock to `until`, running what falls due on the way, in order. */
  advanceTo(until: number): RunOutcome[] {
    const outcomes: RunOutcome[] = [];
    const { clock, stores } = this.world;
    for (;;) {
      const next = stores.triggers.due(until);
      if (!next || next.dueAt === null) break;
      // A run that was still going when this one fell due delays it (runs of the host never overlap).
      if (clock.now() < next.dueAt) clock.set(next.dueAt);
      stores.triggers.ran(next, clock.now());
      const outcome = this.run(next, (run) =>
        run.adopt({
          triggerUid: next.id,
          authMode: 'FULL',
          'day-of-month': new Date(clock.now()).getUTCDate(),
        }),
      );
      if (outcome) outcomes.push(outcome);
    }
    if (clock.now() < until) clock.set(until);
    return outcomes;
  }

  /**
   * Runs one trigger as its creator, unless the script is gone, the account lost its access or has used up
   * its trigger time of the day: those are recorded and nothing runs.
   */
  run(record: TriggerRecord, event: NonNullable<Parameters<typeof launch>[1]['event']>): RunOutcome | null {
    const project = this.projectOf(record.projectId);
    if (!project) return this.failed(record, 'The script was deleted.');
    const book = project.boundTo === null ? undefined : this.drive.get(project.boundTo);
    if (project.boundTo !== null && !book?.canEdit(record.user)) {
      return this.failed(record, 'You do not have permission to access the requested document.');
    }
    const used = this.used(record.user);
    if (used.ms >= this.dailyRuntimeMs) {
      return this.failed(record, 'Service using too much computer time for one day');
    }
    const outcome = launch(this.world, {
      project,
      functionName: record.handler,
      trigger:
        record.event === 'CLOCK'
          ? 'time'
          : record.event === 'ON_CHANGE'
            ? 'change'
            : record.event === 'ON_EDIT'
              ? 'edit'
              : 'open',
      user: record.user,
      scopes: this.scopesOf(project, record.user),
      event,
    });
    used.ms += outcome.meter.costMs;
    this.runtime.set(record.user, used);
    if (outcome.error) this.failed(record, outcome.error.message);
    return outcome;
  }

  private used(user: string): { since: number; ms: number } {
    const now = this.world.clock.now();
    const used = this.runtime.get(user);
    return used && now - used.since < DAY_MS ? used : { since: now, ms: 0 };
  }

  private failed(record: TriggerRecord, message: string): null {
    const { id, handler, user } = record;
    this.failures.push({ at: this.world.clock.now(), triggerId: id, handler, user, message });
    return null;
  }
}
