/** The clock goes on in slices, so that a person who asks for something meanwhile gets a turn between two of them. */
import type { LocalHost } from '../../runtime/localHost';
import { refusals, walking } from '../protocol/messages';
import type { News, Requests } from '../protocol/protocol';
import { Refusal } from '../protocol/refusal';

/** A slice ends with the run during which this much has passed. */
const SLICE_MS = 150;
const HOUR_MS = 3_600_000;

/** Runs what is due, at least once; gives the instant to which the clock goes when the slice is done again. */
export function slice(host: LocalHost, until: number): number {
  const began = Date.now();
  let reached: number;
  do {
    const due = host.triggers.due(until)?.dueAt ?? until;
    reached = Math.min(until, Math.max(due, host.clock.now()));
    host.advance(new Date(reached));
  } while (reached < until && Date.now() - began < SLICE_MS);
  return reached;
}

export interface Reached {
  readonly at: number;
  /** `16.11.2020`. */
  readonly day: string;
}

/** Where a walk is to go, or why there is none. */
export function walkTo(
  session: { destination(request: Requests['advance']['in']): number },
  walker: Walker,
  request: Requests['advance']['in'],
): { readonly until: number } | { readonly ok: false; readonly message: string } {
  if (walker.going) return { ok: false, message: refusals.walking };
  try {
    return { until: session.destination(request) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

/** One walk at a time, no matter who began it; anybody may stop it. */
export class Walker {
  /** Null when nobody walks. */
  private stopping: boolean | null = null;

  constructor(private readonly news: (news: News) => void) {}

  get going(): boolean {
    return this.stopping !== null;
  }

  /** No slice is to be begun any more. */
  get stopped(): boolean {
    return this.stopping === true;
  }

  stop(): void {
    if (this.going) this.stopping = true;
  }

  async walk(
    from: Reached,
    until: number,
    step: () => Promise<Reached>,
  ): Promise<Requests['advance']['out']> {
    const of = Math.ceil((until - from.at) / HOUR_MS);
    let reached = from;
    this.stopping = false;
    try {
      while (reached.at < until && !this.stopped) {
        const done = Math.floor((reached.at - from.at) / HOUR_MS);
        this.news({ kind: 'busy', what: walking(reached.day), done, of, stoppable: true });
        // Requests that have come meanwhile stand in the queue before the next slice.
        await new Promise(setImmediate);
        reached = await step();
      }
      return this.stopped && reached.at < until ? { ok: true, stopped: reached.day } : { ok: true };
    } finally {
      this.stopping = null;
      this.news({ kind: 'idle' });
    }
  }
}
