/** «Журнал», and how the last run ended. */
import type { Moment } from '../../google/book/calendar';
import type { ControlBook } from '../../google/book/controlBook';
import type { JobMemory } from './memory';
import type { TimeBudget } from './time';

export class Journal {
  constructor(
    private readonly control: ControlBook,
    private readonly memory: JobMemory,
    private readonly time: TimeBudget,
  ) {}

  log(moment: Moment, job: string, book: string, result: string, details: string): void {
    this.control.log({ moment, job, book, result, seconds: this.time.seconds(), details });
  }

  /** Remembers how a run ended; saved with the rest. */
  end(job: string, result: string): void {
    const at = new Date().toISOString();
    this.memory.state.lastRun = { at, job, seconds: this.time.seconds(), result };
  }
}
