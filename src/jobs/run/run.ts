/** One run of the jobs: what it knows, how long it may go on, and what it must leave behind. */

import type { Progress } from '../../contract/control';
import type { CivilDate } from '../../domain/dates/civil';
import type { Analysis, BookSnapshot } from '../../domain/report/analyse';
import type { Issue } from '../../domain/schema/issue';
import type { TabSchema } from '../../domain/schema/schema';
import { cellAt, missingColumns, readTable, rowCount, type Table, textAt } from '../../domain/schema/table';
import { isEmail } from '../../domain/schema/types';
import { readSettings } from '../../domain/settings/readSettings';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings';
import { cellText } from '../../domain/values/cell';
import { listItems, sameKey } from '../../domain/values/text';
import { Calendar, type Moment, momentIn } from '../../google/book/calendar';
import { ControlBook } from '../../google/book/controlBook';
import { ReportingBook } from '../../google/book/reportingBook';
import type { Rights } from '../../google/pages/protect';
import { activeSpreadsheet, openBook, rightsFor, runner, timeZoneOf } from '../../google/services/app';
import { emptyBookState, type JobState } from '../../google/state/jobState';
import { StateStore } from '../../google/state/stateStore';
import { READING_WORDS } from '../../messages/jobs/settings';
import { jobNames, runWords } from '../../messages/jobs/setup';
import { addresses } from '../../messages/tabs/control';
import { addressesSchema, settingsSchema } from '../../tabs/schemas/control';

/** A run stops itself here: Google ends it at six minutes, in the middle of anything. */
const LONGEST_RUN_MS = 4.5 * 60_000;

/** A run of a page's press, in which somebody waits to see how far it is, stops so long after its first write. */
const PIECE_MS = 20_000;

/** A book as it was when a rebuild had nothing left to write in «Отчёт». */
export interface BookReading {
  readonly book: ReportingBook;
  readonly snapshot: BookSnapshot;
  readonly analysis: Analysis;
  /** All that «Замечания» lists. */
  readonly issues: readonly Issue[];
  /** «Напоминания»; null where it was not read, as nothing of it may have changed. */
  readonly reminders: Table | null;
}

interface People {
  readonly administrators: readonly string[];
  readonly headsOf: ReadonlyMap<string, readonly string[]>;
}

/** Thrown between two writes when the time is up; the next tick goes on. */
export class OutOfTime extends Error {}

export class Run {
  readonly store: StateStore;
  readonly state: JobState;
  readonly control: ControlBook;
  settings: Settings = DEFAULT_SETTINGS;
  settingIssues: readonly Issue[] = [];
  /** The control book's tables as this run read them; null while it did not. */
  settingsTable: Table | null = null;
  addressTable: Table | null = null;
  /** What this run's rebuilds found, by book: the mails are made of it. */
  readonly readings = new Map<string, BookReading>();
  /** The page calls again until the job is finished. */
  inPieces = false;
  progress: Progress | null = null;
  private readonly startedAt = Date.now();
  private writingSince: number | null = null;
  private people: People | null = null;
  private readonly rights = new Map<string, Rights>();
  /** By time zone. */
  private readonly moments = new Map<string, Moment>();

  /** `begun`: what a tick has read and asked already. */
  constructor(begun?: { readonly store: StateStore; readonly state: JobState; readonly moment: Moment }) {
    this.store = begun?.store ?? new StateStore();
    this.state = begun?.state ?? this.store.load();
    if (begun) this.moments.set(this.state.plan.timeZone, begun.moment);
    // Google says that a bound script's triggers have it; one report saw null, so the id is kept.
    const file = activeSpreadsheet() ?? openBook(this.state.controlId);
    if (file === null) throw new Error(runWords.bookGone);
    this.control = new ControlBook(file, this.state.control);
  }

  /**
   * A tab or column that somebody deleted is put back first: jobs must not go on with mere defaults unsaid.
   * `mayWrite`: false for whoever only looks, without the lock.
   */
  readSettings(mayWrite = true): void {
    if (!this.control.isSetUp()) this.control.recall();
    if (!this.control.isSetUp()) return;
    if (this.state.controlId === '') this.state.controlId = this.control.file.getId();
    let table = this.controlTable('settings', settingsSchema);
    if (mayWrite && (table === null || missingColumns(table).length > 0)) {
      this.control.complete(
        { administrators: [], heads: [], headsOf: new Map(), editors: [] },
        this.state.plan.books,
      );
      this.log(
        momentIn(this.state.plan.timeZone),
        jobNames.setUp,
        '',
        runWords.done,
        runWords.settingsRestored,
      );
      table = this.controlTable('settings', settingsSchema);
    }
    if (table === null) return;
    this.settingsTable = table;
    const { settings, issues } = readSettings(table, READING_WORDS);
    this.settings = settings;
    this.settingIssues = issues;
    const { books, rebuildMinutes, repairHour, timeZone } = settings;
    this.state.plan = { books: [...books], rebuildMinutes, repairHour, timeZone };
  }

  private controlTable(tab: 'settings' | 'addresses', schema: TabSchema): Table | null {
    const grid = this.control.grid(tab, this.calendar(this.state.plan.timeZone));
    return grid === null ? null : readTable(schema, grid, this.state.control.renamed[tab]);
  }

  calendar(zone: string): Calendar {
    return new Calendar(zone, this.state.calendar);
  }

  /** The book with its memory; null when it cannot be opened, which the state remembers and shows. */
  open(id: string): ReportingBook | null {
    this.state.books[id] ??= emptyBookState();
    const memory = { ...emptyBookState(), ...this.state.books[id] };
    this.state.books[id] = memory;
    const file = this.isControl(id) ? this.control.file : openBook(id);
    memory.unreachable = file === null ? runWords.bookGone : null;
    if (file === null) return null;
    const book = new ReportingBook(file, id, memory, this.calendar(timeZoneOf(file)));
    book.recall();
    return book;
  }

  /** All in one: the control book is the reporting book as well. */
  isControl(id: string): boolean {
    return this.state.controlId === id;
  }

  /** When the run began, where the book is: one day and one stamp for all that it does. */
  moment(book: ReportingBook): { moment: Moment; today: CivilDate } {
    const { zone } = book.calendar;
    const moment = this.moments.get(zone) ?? momentIn(zone);
    this.moments.set(zone, moment);
    return { moment, today: moment.date as CivilDate };
  }

  /** The same in the programme's time zone. */
  programmeMoment(): Moment {
    const zone = this.settings.timeZone;
    const moment = this.moments.get(zone) ?? momentIn(zone);
    this.moments.set(zone, moment);
    return moment;
  }

  rightsOf(book: Pick<ReportingBook, 'id' | 'file'>): Rights {
    const known = this.rights.get(book.id);
    if (known) return known;
    const { administrators, headsOf } = this.readPeople();
    const rights = rightsFor(book.file, administrators, headsOf);
    this.rights.set(book.id, rights);
    return rights;
  }

  /** Reads «Адреса» anew. */
  readAddresses(): void {
    this.people = null;
    this.readPeople();
  }

  /** Administrators, and heads by the key of their district, from «Настройки» and «Адреса». */
  private readPeople(): People {
    if (this.people) return this.people;
    const administrators = [...this.settings.administrators];
    const me = runner();
    if (me !== '') administrators.push(me);
    const headsOf = new Map<string, string[]>();
    const table = this.controlTable('addresses', addressesSchema);
    this.addressTable = table;
    for (let row = 0; table !== null && row < rowCount(table); row += 1) {
      const role = sameKey(cellText(cellAt(table, row, 'role')));
      const emails = listItems(cellText(cellAt(table, row, 'email'))).filter(isEmail);
      if (role === sameKey(addresses.roles.administrator)) administrators.push(...emails);
      if (role !== sameKey(addresses.roles.head)) continue;
      const district = sameKey(textAt(table, row, 'district'));
      headsOf.set(district, [...(headsOf.get(district) ?? []), ...emails]);
    }
    this.people = { administrators, headsOf };
    return this.people;
  }

  seconds(): number {
    return Math.round((Date.now() - this.startedAt) / 100) / 10;
  }

  /** Asked before each write that a stopped job can go on with; the first one of a piece always goes through. */
  checkTime = (): void => {
    const now = Date.now();
    this.writingSince ??= now;
    const pieceOver = this.inPieces && now - this.writingSince > PIECE_MS;
    if (pieceOver || now - this.startedAt > LONGEST_RUN_MS) throw new OutOfTime();
  };

  /** Takes over what the book's calendar learned, to be saved with the rest. */
  keep(book: ReportingBook): void {
    const learned = book.calendar.memory();
    if (learned) this.state.calendar = learned;
  }

  save(book?: ReportingBook): void {
    if (book) this.keep(book);
    this.store.save(this.state);
  }

  /** Remembers how a person's press ended. */
  end(job: string, result: string): void {
    this.state.lastRun = { at: new Date().toISOString(), job, seconds: this.seconds(), result };
    this.save();
  }

  log(moment: Moment, job: string, book: string, result: string, details: string): void {
    this.control.log({ moment, job, book, result, seconds: this.seconds(), details });
  }
}
