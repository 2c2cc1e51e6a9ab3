/** What the books say at one moment, as the schedule and the mails need it. */

import { addDays, type CivilDate } from '../../domain/dates/civil';
import {
  type BookFacts,
  type BookLocation,
  bookFacts,
  type MailFacts,
  peopleBook,
} from '../../domain/mail/facts';
import { FORECAST_DAYS } from '../../domain/mail/forecast';
import type { PeopleBook } from '../../domain/mail/people/assignments';
import type { HeadRequest, ReturnSeen } from '../../domain/mail/planInput';
import { requestsDue } from '../../domain/mail/requests/reminderRequests';
import type { Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { allIssues } from '../rebuild/bookIssues';
import { analyseReading, readBook } from '../rebuild/readBook';
import { readReminders } from '../rebuild/reminders';
import type { BookReading } from '../run/bookReading';
import type { Uses } from '../run/parts';

export interface MailReading {
  readonly facts: MailFacts;
  /** Every book of «Настройки» was read. */
  readonly complete: boolean;
  readonly returns: readonly ReturnSeen[];
  readonly requests: readonly HeadRequest[];
  /** These, and those of the days to come. */
  readonly requestsAhead: readonly HeadRequest[];
  /** The same books, with what it takes to write into them. */
  readonly books: readonly ReportingBook[];
}

/**
 * `fresh`: read again what this run has read before. `only`: no other books than those it has read; what needs all of them
 * then waits, as `complete` says.
 */
export function gather(
  run: Uses<'office' | 'books' | 'readings'>,
  fresh: boolean,
  only = false,
): MailReading {
  const readings = run.office.settings.books
    .map((id) => (only && !run.readings.has(id) ? null : readingOf(run, id, fresh)))
    .filter((reading): reading is BookReading => reading !== null);
  const { date } = run.office.moment();
  const { programmeTitle, mailSender, mailReplyTo, books } = run.office.settings;
  const facts: MailFacts = {
    today: date as CivilDate,
    programmeTitle,
    office: { name: mailSender, replyTo: mailReplyTo },
    books: readings.map(factsOf),
  };
  const { ahead, due } = requestsOf(readings);
  return {
    facts,
    complete: readings.length === books.length,
    returns: facts.books.flatMap(returnsOf),
    requests: due,
    requestsAhead: ahead,
    books: readings.map(({ book }) => book),
  };
}

function readingOf(
  run: Uses<'office' | 'books' | 'readings'>,
  id: string,
  fresh: boolean,
): BookReading | null {
  const known = run.readings.get(id);
  if (known !== undefined && !fresh) return known;
  const book = known?.book ?? run.books.open(id);
  if (book === null || run.books.notOurs(book) !== null) return null;
  const { today } = run.books.moment(book);
  const reading = readBook(run, book, today);
  // Columns are missing: the next rebuild puts them back, and mails can wait for it.
  if (reading.incomplete) return null;
  const analysed = analyseReading(run, reading, today);
  const issues = allIssues(run, book, reading, analysed);
  const read = { book, ...analysed, issues, reminders: null };
  run.readings.set(id, read);
  return read;
}

const factsOf = ({ book, snapshot, analysis, issues }: BookReading): BookFacts =>
  bookFacts(locationOf(book), snapshot, analysis, issues);

function locationOf(book: ReportingBook): BookLocation {
  const { tabs } = book.state;
  book.state.name ||= book.file.getName();
  const districts = new Map<string, number>();
  for (const [name, id] of Object.entries(tabs)) {
    if (name.startsWith('district:')) districts.set(name.slice('district:'.length), id);
  }
  return {
    id: book.id,
    name: book.state.name,
    url: book.file.getUrl(),
    sheets: {
      report: tabs.report ?? 0,
      summary: tabs.summary ?? null,
      issues: tabs.issues ?? null,
      coverage: tabs.coverage ?? null,
      districts,
    },
  };
}

const returnsOf = ({ id, analysis }: BookFacts): ReturnSeen[] =>
  analysis.records.flatMap(({ pair, returnedOn }) =>
    returnedOn === null ? [] : [{ book: id, pair, on: returnedOn }],
  );

function requestsOf(readings: readonly BookReading[]): {
  readonly due: HeadRequest[];
  readonly ahead: HeadRequest[];
} {
  const due: HeadRequest[] = [];
  const ahead: HeadRequest[] = [];
  for (const { book, snapshot, reminders } of readings) {
    const table = reminders ?? readReminders(book);
    if (table === null) continue;
    const { today } = snapshot;
    due.push(...requestsIn(book.id, table, today));
    ahead.push(...requestsIn(book.id, table, today, addDays(today, FORECAST_DAYS)));
  }
  return { due, ahead };
}

export const requestsIn = (book: string, table: Table, today: CivilDate, until = today): HeadRequest[] =>
  requestsDue(table, today, until).map(({ key, requestedFor }) => ({
    book,
    district: key,
    on: requestedFor,
  }));

/** What of the books says whether those in «Адреса» exist. */
export const peopleBooks = ({ books }: MailFacts): PeopleBook[] => books.map(peopleBook);
