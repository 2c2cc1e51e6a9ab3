/** What the mails need of the books, read at one moment: plain data, links included. */
import type { CivilDate } from '../dates/civil';
import type { Analysis } from '../report/analyse';
import type { BookSnapshot } from '../report/bookSnapshot';
import type { PairKey } from '../report/registry';
import { byDistrict } from '../report/summary';
import type { Issue } from '../schema/issue';
import { cellAt } from '../schema/table';
import { tidy } from '../values/text';
import type { PeopleBook } from './people/assignments';

/** A report of a book, by the ids of both. */
export interface PairRef {
  readonly book: string;
  readonly pair: PairKey;
}

/** Ids of a book's tabs; null where the book has no such tab. */
export interface BookSheets {
  readonly report: number;
  readonly summary: number | null;
  readonly issues: number | null;
  readonly coverage: number | null;
  /** By the district's key. A book with one district has none: its summary tab is the district's. */
  readonly districts: ReadonlyMap<string, number>;
}

/** Where a book and its tabs are, for the links of a mail. */
export interface BookLocation {
  /** Id of the spreadsheet. */
  readonly id: string;
  readonly name: string;
  /** As `Spreadsheet.getUrl()` gives it. */
  readonly url: string;
  readonly sheets: BookSheets;
}

/** What the mails need of one reporting book, read at one moment. */
export interface BookFacts extends BookLocation {
  readonly today: CivilDate;
  readonly soonDays: number;
  readonly analysis: Pick<Analysis, 'programme' | 'registry' | 'records' | 'shifts' | 'coverage' | 'targets'>;
  /** All that «Замечания» of this book lists. */
  readonly issues: readonly Issue[];
  /** What heads wrote beside «возвращено», as it stands in the cell; only reports that are returned now. */
  readonly reasons: ReadonlyMap<PairKey, string>;
}

export interface Office {
  /** The sender's name and the footer's; '' where the setting is empty. */
  readonly name: string;
  /** Where answers go. */
  readonly replyTo: string;
}

export interface MailFacts {
  /** The control book's day: the date in the subject. */
  readonly today: CivilDate;
  readonly programmeTitle: string;
  readonly office: Office;
  /** In the order of «Настройки». */
  readonly books: readonly BookFacts[];
}

/** What of a book says whether those in «Адреса» exist. */
export const peopleBook = ({
  id,
  name,
  today,
  analysis,
}: Pick<BookFacts, 'id' | 'name' | 'today'> & {
  readonly analysis: Pick<Analysis, 'programme' | 'registry' | 'records'>;
}): PeopleBook => ({
  id,
  name,
  registry: analysis.registry,
  reporting: new Set(analysis.records.map(({ organisation }) => organisation.id)),
  districts: new Map(byDistrict(analysis.programme, [], today).map(({ key, name }) => [key, name])),
});

/** The facts of a book that was just read and analysed; `issues` are the book's own and the analysis's together. */
export function bookFacts(
  location: BookLocation,
  snapshot: Pick<BookSnapshot, 'today' | 'soonDays' | 'tables'>,
  analysis: Analysis,
  issues: readonly Issue[],
): BookFacts {
  const reasons = new Map<PairKey, string>();
  for (const { pair, row, status } of analysis.records) {
    if (row === null || status.approval !== 'returned') continue;
    const cell = cellAt(snapshot.tables.report, row, 'reason');
    const reason = typeof cell === 'string' ? tidy(cell) : '';
    if (reason !== '') reasons.set(pair, reason);
  }
  const { id, name, url, sheets } = location;
  const { today, soonDays } = snapshot;
  return { id, name, url, sheets, today, soonDays, analysis, issues, reasons };
}
