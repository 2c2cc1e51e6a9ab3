import type { Clock } from './ports';

/** The host's only clock: it stands still until somebody moves it, and never goes back by itself. */
export class HostClock implements Clock {
  constructor(private ms: number = Date.UTC(2026, 0, 12, 6, 0, 0)) {}

  now(): number {
    return this.ms;
  }

  /** Puts the hands anywhere, without running what would have been due on the way. */
  set(to: number | Date): void {
    this.ms = Number(to);
  }

  /** Lets `ms` milliseconds pass inside a run (a service call, `Utilities.sleep`). */
  tick(ms: number): void {
    this.ms += ms;
  }
}
