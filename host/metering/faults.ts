import { ScriptError } from '../runtime/ports';

/** What goes wrong: Google's own failures, any error, a kill, or a person at work between two calls. */
export type Fault =
  | { readonly at: CallPoint; readonly when?: 'before' | 'after'; readonly fail: FailureText | Error }
  /** The run is stopped at this call as at the six-minute limit: nothing the script does after it counts. */
  | { readonly at: CallPoint; readonly when?: 'before' | 'after'; readonly kill: true }
  /** Called before the n-th call takes effect: another person edits, a letter arrives, time passes. */
  | { readonly at: CallPoint; readonly meanwhile: () => void };

/**
 * Which call: the n-th of the run (from 1), or the n-th of a kind. A fault strikes once; `every` makes it
 * strike at each such call from then on.
 */
type CallPoint = number | { readonly kind: string | RegExp; readonly nth?: number; readonly every?: boolean };

/**
 * `service`: "Service Spreadsheets failed while accessing document with id …"; `timeout`: "Service
 * Spreadsheets timed out while accessing document with id …", which can follow a write that succeeded
 * (unconfirmed, seen in public tests). Of MailApp's calls: "Service error: Mail", "Service timed out: Mail"
 * (unconfirmed). Texts as they are met in practice: Google lists none of them.
 */
export type FailureText = 'service' | 'timeout';

export class KilledError extends Error {
  override name = 'Exception';
  constructor() {
    super('Exceeded maximum execution time');
  }
}

interface Armed {
  readonly fault: Fault;
  seen: number;
  spent: boolean;
}

/** The faults of one run, asked at every call. */
export class FaultPlan {
  private readonly armed: Armed[];
  private calls = 0;

  constructor(
    faults: readonly Fault[],
    private readonly documentId: string,
  ) {
    this.armed = faults.map((fault) => ({ fault, seen: 0, spent: false }));
  }

  /** Gives the faults that strike at this call, in the order they were given. */
  striking(kind: string): Fault[] {
    this.calls += 1;
    const hits: Fault[] = [];
    for (const armed of this.armed) {
      if (!armed.spent && this.strikes(armed, kind)) hits.push(armed.fault);
    }
    return hits;
  }

  private strikes(armed: Armed, kind: string): boolean {
    const { at } = armed.fault;
    if (typeof at === 'number') {
      if (this.calls !== at) return false;
      armed.spent = true;
      return true;
    }
    const matches = typeof at.kind === 'string' ? at.kind === kind : at.kind.test(kind);
    if (!matches) return false;
    armed.seen += 1;
    const nth = at.nth ?? 1;
    if (at.every ? armed.seen < nth : armed.seen !== nth) return false;
    armed.spent = !at.every;
    return true;
  }

  /** The error to throw for a `fail` fault at a call of this kind. */
  errorOf(fail: FailureText | Error, kind: string): Error {
    if (typeof fail !== 'string') return fail;
    if (kind.startsWith('MailApp.')) {
      return new ScriptError(fail === 'service' ? 'Service error: Mail' : 'Service timed out: Mail');
    }
    const what = fail === 'service' ? 'failed' : 'timed out';
    return new ScriptError(
      `Service Spreadsheets ${what} while accessing document with id ${this.documentId}.`,
    );
  }
}
