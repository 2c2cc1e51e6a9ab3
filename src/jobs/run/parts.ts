/** What a run of the jobs is made of. Only entry points make one; functions say which parts they use. */
import type { BookReading } from './bookReading';
import type { Books } from './books';
import type { Journal } from './journal';
import type { JobMemory } from './memory';
import type { Office } from './office';
import type { People } from './people';
import type { TimeBudget } from './time';

export interface Run {
  readonly time: TimeBudget;
  readonly memory: JobMemory;
  readonly journal: Journal;
  readonly office: Office;
  readonly people: People;
  readonly books: Books;
  /** What this run's rebuilds found, by book: the mails are made of it. */
  readonly readings: Map<string, BookReading>;
}

/** The parts of a run that a function uses, its own callees' included. */
export type Uses<Part extends keyof Run> = Pick<Run, Part>;
