import { ScriptError } from '../../runtime/ports';
import { nextRun, type Schedule } from './schedule';

/** 20 triggers per user per script (https://developers.google.com/apps-script/guides/services/quotas). */
const TRIGGERS_PER_USER = 20;

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';

/** An installable trigger, as plain data. Instants are ms since the epoch. */
export interface TriggerRecord {
  readonly id: string;
  readonly projectId: string;
  /** Who created it: it runs with this account's rights, and only this account sees it. */
  readonly user: string;
  readonly handler: string;
  readonly event: TriggerEvent;
  readonly spreadsheetId: string | null;
  readonly schedule: Schedule | null;
  readonly createdAt: number;
  readonly salt: number;
  /** Next run of a clock trigger, null when it will not run again. */
  dueAt: number | null;
}

export interface TriggerStoreState {
  readonly made: number;
  readonly triggers: readonly TriggerRecord[];
}

/** All installable triggers of the host. */
export class TriggerStore {
  private records: TriggerRecord[] = [];
  private made = 0;

  add(record: Omit<TriggerRecord, 'id' | 'salt' | 'dueAt'>): TriggerRecord {
    if (this.of(record.projectId, record.user).length >= TRIGGERS_PER_USER) {
      throw new ScriptError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    this.made += 1;
    const salt = this.made * 17;
    const { schedule, createdAt } = record;
    const dueAt = schedule === null ? null : nextRun(schedule, createdAt, createdAt, salt);
    const added: TriggerRecord = { ...record, id: String(4_000_000_000 + this.made), salt, dueAt };
    this.records.push(added);
    return added;
  }

  /** Triggers that one account made in one script, in the order they were made. */
  of(projectId: string, user: string): TriggerRecord[] {
    return this.records.filter((record) => record.projectId === projectId && record.user === user);
  }

  /** Installed triggers of a book for an event. */
  ofBook(spreadsheetId: string, event: TriggerEvent): TriggerRecord[] {
    return this.records.filter((record) => record.spreadsheetId === spreadsheetId && record.event === event);
  }

  delete(id: string): void {
    this.records = this.records.filter((record) => record.id !== id);
  }

  deleteProject(projectId: string): void {
    this.records = this.records.filter((record) => record.projectId !== projectId);
  }

  /** The trigger that is due first, not later than `until`. */
  due(until: number): TriggerRecord | undefined {
    let first: TriggerRecord | undefined;
    for (const record of this.records) {
      if (record.dueAt === null || record.dueAt > until) continue;
      if (first === undefined || record.dueAt < (first.dueAt ?? 0)) first = record;
    }
    return first;
  }

  /** Sets the run after `now`. A trigger for one moment stays listed and never runs again (unconfirmed). */
  ran(record: TriggerRecord, now: number): void {
    const { schedule, createdAt, salt } = record;
    record.dueAt = schedule === null ? null : nextRun(schedule, createdAt, now, salt);
  }

  all(): readonly TriggerRecord[] {
    return this.records;
  }

  dump(): TriggerStoreState {
    return { made: this.made, triggers: this.records.map((record) => ({ ...record })) };
  }

  restore(state: TriggerStoreState): void {
    this.made = state.made;
    this.records = state.triggers.map((record) => ({ ...record }));
  }
}
