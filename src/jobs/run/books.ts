/** Reporting books: opening them, and what day it is in each. */
import type { CivilDate } from '../../domain/dates/civil';
import type { Moment } from '../../google/book/calendar';
import type { ControlBook } from '../../google/book/controlBook';
import { ReportingBook } from '../../google/book/reportingBook';
import { openBook, timeZoneOf } from '../../google/services/app';
import { emptyBookState } from '../../google/state/jobState';
import { runWords } from '../../messages/jobs/setup';
import { storedState } from '../../messages/jobs/storedState';
import { BOOK_VERSION } from '../../tabs/migrations';
import type { JobMemory } from './memory';
import type { Moments } from './moments';

/** Why a book is left alone. */
export interface NotOurs {
  /** `newer`: a newer version of the program wrote it; `foreign`: another control book runs it. */
  readonly kind: 'newer' | 'foreign';
  /** In the journal's words. */
  readonly why: string;
}

export class Books {
  constructor(
    private readonly control: ControlBook,
    private readonly memory: JobMemory,
    private readonly moments: Moments,
  ) {}

  /** The book with its memory; null when it cannot be opened, which the memory keeps and shows. */
  open(id: string): ReportingBook | null {
    const { books } = this.memory.state;
    const memory = { ...emptyBookState(), ...books[id] };
    books[id] = memory;
    const file = this.isControl(id) ? this.control.file : openBook(id);
    memory.unreachable = file === null ? runWords.bookGone : null;
    if (file === null) return null;
    const book = new ReportingBook(file, id, memory, this.memory.calendar(timeZoneOf(file)));
    book.recall();
    return book;
  }

  /** All in one: the control book is the reporting book as well. */
  isControl(id: string): boolean {
    return this.memory.state.controlId === id;
  }

  /** Null where the book is ours, or nobody's yet. One call, unless its service tab was read already. */
  notOurs(book: ReportingBook, service = book.service()): NotOurs | null {
    if (service === null) return null;
    const { version, control } = service;
    if (version > BOOK_VERSION) return { kind: 'newer', why: storedState.newerBook };
    if (control === '' || this.isControl(control)) return null;
    return { kind: 'foreign', why: runWords.otherControl(control) };
  }

  /** When the run began, where the book is. */
  moment({ calendar }: Pick<ReportingBook, 'calendar'>): { moment: Moment; today: CivilDate } {
    const moment = this.moments.in(calendar.zone);
    return { moment, today: moment.date as CivilDate };
  }
}
