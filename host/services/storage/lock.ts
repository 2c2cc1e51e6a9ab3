import { ScriptError } from '../../runtime/ports';
import type { ServiceRun } from '../base/run';

/** Who holds which lock. Runs of the host never overlap, so only a test can be "another run". */
export class Locks {
  private readonly held = new Map<string, object>();

  holder(name: string): object | undefined {
    return this.held.get(name);
  }

  take(name: string, holder: object): void {
    this.held.set(name, holder);
  }

  release(name: string, holder: object): void {
    if (this.held.get(name) === holder) this.held.delete(name);
  }

  /** What the end of a run gives back (https://developers.google.com/apps-script/reference/lock/lock). */
  releaseAll(holder: object): void {
    for (const [name, who] of this.held) if (who === holder) this.held.delete(name);
  }

  /** Holds a lock as another run of that script would; the returned function lets it go. */
  holdAsAnotherRun(name: string): () => void {
    const other = {};
    this.take(name, other);
    return () => this.release(name, other);
  }
}

/** https://developers.google.com/apps-script/reference/lock/lock */
export class Lock implements GoogleAppsScript.Lock.Lock {
  constructor(
    private readonly name: string,
    private readonly run: ServiceRun,
    private readonly locks: Locks,
  ) {}

  /** Waits the whole time (the other run never ends by itself), then gives false. */
  tryLock(timeoutInMillis: number): boolean {
    const holder = this.locks.holder(this.name);
    if (holder !== undefined && holder !== this.run) {
      this.run.pass(timeoutInMillis);
      return false;
    }
    this.locks.take(this.name, this.run);
    return true;
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
    }
  }

  hasLock(): boolean {
    return this.locks.holder(this.name) === this.run;
  }

  releaseLock(): void {
    this.locks.release(this.name, this.run);
  }
}

export class LockService implements GoogleAppsScript.Lock.LockService {
  constructor(
    private readonly run: ServiceRun,
    private readonly locks: Locks,
  ) {}

  getScriptLock(): Lock {
    return this.lock(`script:${this.run.projectId}`);
  }

  getUserLock(): Lock {
    return this.lock(`user:${this.run.projectId}:${this.run.user}`);
  }

  /** Null for a script that is bound to no document (the types leave the null out). */
  getDocumentLock(): Lock {
    const { boundTo, projectId } = this.run;
    if (boundTo === null) return null as unknown as Lock;
    return this.lock(`document:${projectId}:${boundTo}`);
  }

  private lock(name: string): Lock {
    return new Lock(name, this.run, this.locks);
  }
}
