/** What the jobs remember between runs, and what they know at first. Stored by {@link StateStore}; see docs/design.md, «Stored state». */

import type { DigestName } from '../../domain/mail/kinds';
import type { Overlap } from '../../domain/mail/people/assignments';
import type { MailSettings } from '../../domain/mail/settings';
import type { MailTrouble } from '../../domain/mail/trouble';
import type { BookFigures, BookOverview } from '../../domain/report/overall';
import type { LeftOpen } from '../../domain/rights/closings';
import type { Elsewhere } from '../../domain/rights/elsewhere';
import type { FormulaPlace } from '../../domain/schema/formulas';
import type { Issue } from '../../domain/schema/issue';
import type { TabId } from '../../domain/schema/schema';
import type { CalendarMemory } from '../book/calendar';

export interface RestoredPart {
  readonly tab: string;
  /** Header of the column; null when the whole tab was put back. */
  readonly column: string | null;
  readonly on: string;
}

/** Cells that people merged, in A1 notation and from 1. */
export interface MergedCells {
  readonly tab: TabId;
  readonly range: string;
  readonly row: number;
  readonly column: number;
}

export interface BookState {
  /** As it was called when the jobs last had a reason to ask; '' while they had none. */
  name: string;
  figures: BookFigures | null;
  /** For the summary over all books; null while there is but one, or before its first rebuild. */
  overview: BookOverview | null;
  /** Tab id, or `district:<key>`, → sheet id. */
  tabs: Record<string, number>;
  /** The same names → rows of the grid, for generated tabs. */
  sizes: Record<string, number>;
  /** The same names → layout that was last laid. */
  layouts: Record<string, string>;
  /** The same names → fingerprint of what was last written there. */
  fingerprints: Record<string, string>;
  /** Names of districts whose tab exists, by key. */
  districts: Record<string, string>;
  /** Headers that people gave to columns: tab id → column id → header. */
  renamed: Record<string, Record<string, string>>;
  restored: RestoredPart[];
  /** Found by the last setup or repair, or since while there are any. */
  merged: MergedCells[];
  /** What «Напоминания» was last kept for, and what was wrong there then; null: it is read anew. */
  reminders: { readonly fingerprint: string; readonly issues: readonly Issue[] } | null;
  /** How many sheets the book had when its pages were last written. */
  sheetCount: number;
  /** The status formula as it was asked for, and as Sheets gave it back. */
  formula: { readonly asked: string; readonly reads: string } | null;
  /** Formulas where values belong: tab → what people had written when they were last looked for, and where they are. */
  typedFormulas: Partial<Record<TabId, { readonly mark: string; readonly places: readonly FormulaPlace[] }>>;
  /** The change marker of «Служебное» when the last rebuild began. */
  changeMarker: string;
  /** ISO instant of the last complete rebuild. */
  rebuiltAt: string | null;
  /** Where the tabs were when that was last written into the book. */
  registry: string;
  /** ISO instant when a tick last looked at the change marker. */
  watchedAt: string | null;
  /** Signature of schemas that the tabs were last completed for. */
  schema: string;
  /** Civil date of the last nightly repair. */
  repairedOn: string | null;
  /** Tables that a repair under way has finished; null when none is under way. */
  repairing: { readonly on: string; readonly tabs: string[] } | null;
  /** Civil date of a repair whose tables are done, while its pages are still being written. */
  repairingOn: string | null;
  /** Runs that failed one after another, and when the last one did. */
  failures: number;
  failedAt: string | null;
  /** A rebuild or repair that was stopped: goes on at the next tick. */
  unfinished: boolean;
  /** Why the book could not be opened last time; null when it could. */
  unreachable: string | null;
  /** Title of the book's own programme; '': that of «Настройки». */
  programme: string;
  /** People's cells are being put back into their rows; src/jobs/rebuild/restoreCells.ts. */
  restoring: boolean;
  /** How far other organisations' rows are closed; null while none of them is. */
  closing: ClosingState | null;
  /** Rows that somebody who belongs elsewhere filed or decided, and the fingerprint of the marks that say so. */
  elsewhere: { readonly marks: string; readonly found: readonly Elsewhere[] };
}

export interface ClosingState {
  /** Fingerprints of the rows and of the people for which all was put right; '' to look again. */
  rows: string;
  people: string;
  /** How many organisations' rows are closed. */
  closed: number;
  /** Organisations whose rows stay open, by the reason. */
  open: Record<LeftOpen | 'refused', number>;
  /** What Google said when the protections could not be put right; null when they could. */
  problem: string | null;
}

/** What is remembered of the control book's own tabs; see TabMemory. */
export interface ControlMemory {
  tabs: Record<string, number>;
  layouts: Record<string, string>;
  renamed: Record<string, Record<string, string>>;
  /** Of «Сводка по книгам», as BookState has it of a book's pages. */
  sizes: Record<string, number>;
  fingerprints: Record<string, string>;
  /** Version of the layout that its tabs were last completed for; 0 before there was one. */
  version: number;
}

/** What the mail jobs remember besides the ledger. */
export interface MailMemory {
  /** Id of the control book in which somebody switched mail on: a copy of it sends nothing. '' while nobody did. */
  book: string;
  /** What «Настройки» says, so that a tick with nothing due reads nothing. */
  on: boolean;
  /** Hours at which something may be due on a day that is not quiet. */
  hours: readonly number[];
  quiet: Pick<MailSettings, 'quietDays' | 'quietDates'>;
  /** Civil dates: when it was switched on, and the first morning on which the schedule sends; null while off. */
  switchedOn: string | null;
  since: string | null;
  /** Mornings whose digests are all done. */
  done: Partial<Record<DigestName, string>>;
  /** The next ones, as the last look saw it; null when none is in sight. */
  next: Partial<Record<DigestName, string | null>>;
  /** The last look by the schedule. */
  looked: { readonly date: string; readonly hour: number } | null;
  /** ISO instant of the last try to send. */
  triedAt: string | null;
  /** The last run was stopped by the time: the next tick goes on. */
  unfinished: boolean;
  /** Mails that wait for the day's allowance. */
  waiting: number;
  /** ISO instant from which a mail that was not taken for a passing reason may be tried again; null without one. */
  retryAt: string | null;
  /** The most that Google ever allowed: what a whole day has. */
  perDay: number;
  /** Fingerprint of returns and requests that were last looked at. */
  seen: string;
  /** Second up to which «Журнал» was told what became of the mails. */
  loggedAt: number;
  /** Why nothing can be sent; null when it can. */
  trouble: MailTrouble | null;
  /** Codes and districts of «Адреса» that no book knows, as they stand in the cells. */
  unknown: readonly string[];
  /** Those that several books know, so that nobody is written to for them. */
  several: readonly string[];
  /** What several books have, as the last reading of all of them saw it; null before it. */
  overlap: Overlap | null;
}

export interface JobState {
  owner: string | null;
  scheduleOn: boolean;
  lastRun: {
    readonly at: string;
    readonly job: string;
    readonly seconds: number;
    readonly result: string;
  } | null;
  calendar: CalendarMemory | null;
  /** Id of the control book, and its tabs. */
  controlId: string;
  control: ControlMemory;
  books: Record<string, BookState>;
  /** A reporting book that is being added; null when none is. */
  adding: { readonly id: string; readonly isNew: boolean } | null;
  mail: MailMemory;
  /** Ids of the books and how often to rebuild, so that a tick with nothing due opens nothing. */
  plan: { books: string[]; rebuildMinutes: number; repairHour: number; timeZone: string };
}

export const emptyBookState = (): BookState => ({
  name: '',
  programme: '',
  figures: null,
  overview: null,
  tabs: {},
  sizes: {},
  layouts: {},
  fingerprints: {},
  districts: {},
  renamed: {},
  restored: [],
  merged: [],
  reminders: null,
  sheetCount: 0,
  formula: null,
  typedFormulas: {},
  changeMarker: '',
  rebuiltAt: null,
  registry: '',
  watchedAt: null,
  schema: '',
  repairedOn: null,
  repairing: null,
  repairingOn: null,
  failures: 0,
  failedAt: null,
  unfinished: false,
  unreachable: null,
  restoring: false,
  closing: null,
  elsewhere: { marks: '', found: [] },
});

/** Nothing of it is known yet. */
export const emptyClosing = (): ClosingState => ({
  rows: '',
  people: '',
  closed: 0,
  open: { noCurator: 0, noAccount: 0, refused: 0 },
  problem: null,
});

export const emptyState = (): JobState => ({
  owner: null,
  scheduleOn: false,
  lastRun: null,
  calendar: null,
  controlId: '',
  control: { tabs: {}, layouts: {}, renamed: {}, sizes: {}, fingerprints: {}, version: 0 },
  books: {},
  adding: null,
  mail: {
    book: '',
    on: false,
    hours: [],
    quiet: { quietDays: [], quietDates: [] },
    switchedOn: null,
    since: null,
    done: { ministry: '', district: '' },
    next: { ministry: null, district: null },
    looked: null,
    triedAt: null,
    unfinished: false,
    waiting: 0,
    retryAt: null,
    perDay: 0,
    seen: '',
    loggedAt: 0,
    trouble: null,
    unknown: [],
    several: [],
    overlap: null,
  },
  plan: { books: [], rebuildMinutes: 60, repairHour: 3, timeZone: 'Europe/Moscow' },
});
