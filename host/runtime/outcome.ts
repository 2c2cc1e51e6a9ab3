import { KilledError } from '../metering/faults';
import type { MeterSnapshot } from '../metering/meter';
import type { Seen } from '../services/ui/ui';

/** What set a run off. `editor` is the Run button of the script editor. */
export type RunTrigger = 'menu' | 'sidebar' | 'time' | 'open' | 'edit' | 'change' | 'editor';

/** What came of one run, as plain data. */
export interface RunOutcome {
  readonly projectId: string;
  readonly functionName: string;
  readonly trigger: RunTrigger;
  readonly user: string;
  /** ms since the epoch. */
  readonly startedAt: number;
  /** A copy of what the function returned; null when it returned nothing that can be copied. */
  readonly result: unknown;
  readonly error: RunError | null;
  /** The execution log: "INFO text". */
  readonly log: readonly string[];
  readonly meter: MeterSnapshot;
  /** What the person at the keyboard was shown. */
  readonly seen: readonly Seen[];
  /** CPU time of the whole run, the realm's start included, ms. */
  readonly cpuMs: number;
}

export interface RunError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** The run was stopped from outside: nothing could catch it. */
  readonly killed: boolean;
}

export function runError(error: unknown): RunError {
  const thrown = error as { name?: unknown; message?: unknown; stack?: unknown } | null;
  const isObject = typeof error === 'object' && error !== null;
  return {
    name: isObject ? String(thrown?.name ?? 'Error') : 'Error',
    message: isObject ? String(thrown?.message ?? '') : String(error),
    stack: isObject ? String(thrown?.stack ?? '') : '',
    killed: error instanceof KilledError,
  };
}
