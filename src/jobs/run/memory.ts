/** What the jobs remember, as one run reads it at its beginning and saves it as it goes. */
import { Calendar } from '../../google/book/calendar';
import type { ReportingBook } from '../../google/book/reportingBook';
import type { JobState } from '../../google/state/jobState';
import { StateStore } from '../../google/state/stateStore';

export class JobMemory {
  readonly state: JobState;
  private readonly store = new StateStore();

  /** Two calls. @throws NewerVersion when a newer version of the program wrote it */
  constructor() {
    this.state = this.store.load();
  }

  /** The calendar of a time zone, with the days that earlier runs asked Google for. */
  calendar(zone: string): Calendar {
    return new Calendar(zone, this.state.calendar);
  }

  /** Takes over what the book's calendar learned, to be saved with the rest. */
  learnDays({ calendar }: Pick<ReportingBook, 'calendar'>): void {
    const learned = calendar.memory();
    if (learned) this.state.calendar = learned;
  }

  save(book?: ReportingBook): void {
    if (book) this.learnDays(book);
    this.store.save(this.state);
  }

  /** Characters of all that is stored. One call. */
  size(): number {
    return this.store.size();
  }
}
