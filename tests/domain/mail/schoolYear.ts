/**
 * A made-up school year for the schedule: a book whose reports come in, are returned and handed in again as a seed
 * says, people to write to, and the looks of the jobs. Only the pure rules run here, and the ledger in its store.
 */
import { Properties } from '../../../host/services/storage/properties';
import { addDays, type CivilDate } from '../../../src/domain/dates/civil';
import type { BookFacts, MailFacts } from '../../../src/domain/mail/facts';
import { DIGEST_NAMES, type DigestName, digestKind } from '../../../src/domain/mail/kinds';
import type { LedgerKey } from '../../../src/domain/mail/ledger/record';
import { outstandingByOrganisation } from '../../../src/domain/mail/outstandingByOrganisation';
import { type People, readPeople } from '../../../src/domain/mail/people/people';
import { type DueMail, dueMails, mayBySchedule, slotCalendar } from '../../../src/domain/mail/plan';
import type { HeadRequest, PlanInput } from '../../../src/domain/mail/planInput';
import { allotQuota } from '../../../src/domain/mail/quota';
import { latestSlot, type Now } from '../../../src/domain/mail/schedule';
import { DEFAULT_MAIL_SETTINGS, type MailSettings } from '../../../src/domain/mail/settings';
import type { Organisation, Stage } from '../../../src/domain/programme/programme';
import { makeRecord, type ReportCells, type ReportRecord } from '../../../src/domain/report/records';
import { makeRegistry } from '../../../src/domain/report/registry';
import { byDistrict } from '../../../src/domain/report/summary';
import { LedgerStore } from '../../../src/google/state/ledgerStore';
import { LANGUAGE_NAMES } from '../../../src/messages/jobs/settings';
import { addresses } from '../../../src/messages/tabs/control';
import { BOOK_WORDS } from '../../../src/messages/words/bookWords';
import { addressesSchema } from '../../../src/tabs/schemas/control';
import { organisationOf, stageOf, tableOf } from '../../support/analysis';

/** What somebody typed into a row, by the day on which it stands there. */
export interface Life {
  readonly filed: CivilDate | null;
  /** The district returned it on that day; it is handed in again later, or never. */
  readonly returned: CivilDate | null;
  readonly again: CivilDate | null;
}
export const NEVER: Life = { filed: null, returned: null, again: null };

export interface YearOptions {
  readonly schools: number;
  readonly districts: number;
  readonly deadlines: readonly CivilDate[];
  readonly life: (school: number, stage: number, due: CivilDate) => Life;
  readonly settings?: Partial<MailSettings>;
  readonly since: CivilDate;
  readonly perDay: number;
  /** Address, role, organisation, district; without it each school and district has one of its own. */
  readonly people?: readonly (readonly [string, string, string, string])[];
}

export const idOf = (school: number): string => `О-${school}`;
export const curatorOf = (school: number): string => `school${school}@example.org`;
export const headOf = (district: number): string => `district${district}@example.org`;
export const MINISTRY = 'ministry@example.org';
const BOOK = 'book-of-the-year';

/** A mail that left, in the order of leaving. */
export interface Delivery {
  readonly address: string;
  readonly date: CivilDate;
  readonly hour: number;
  readonly keys: readonly LedgerKey[];
  readonly mail: DueMail;
}

export class SchoolYear {
  readonly settings: MailSettings;
  readonly deliveries: Delivery[] = [];
  readonly requests: HeadRequest[] = [];
  readonly store = new Map<string, string>();
  readonly done: Partial<Record<DigestName, string>> = {};
  readonly organisations: Organisation[];
  readonly stages: Stage[];
  /** How many waited at the end of each look. */
  waiting = 0;
  private readonly sentOn: { at: number; count: number }[] = [];
  private readonly lives: Life[][];
  private facts: MailFacts | null = null;
  private people: People | null = null;

  constructor(readonly options: YearOptions) {
    this.settings = { ...DEFAULT_MAIL_SETTINGS, mailOn: true, ...options.settings };
    this.organisations = Array.from({ length: options.schools }, (_, index) =>
      organisationOf({ id: idOf(index), district: `Район ${index % options.districts}` }),
    );
    this.stages = options.deadlines.map((deadline, index) => stageOf({ code: String(index + 1), deadline }));
    this.lives = this.organisations.map((_, school) =>
      options.deadlines.map((due, stage) => options.life(school, stage, due)),
    );
  }

  private rows(): readonly (readonly [string, string, string, string])[] {
    const { schools, districts } = this.options;
    return (
      this.options.people ?? [
        [MINISTRY, addresses.roles.ministry, '', ''],
        ...Array.from(
          { length: districts },
          (_, n) => [headOf(n), addresses.roles.head, '', `Район ${n}`] as const,
        ),
        ...Array.from(
          { length: schools },
          (_, n) => [curatorOf(n), addresses.roles.curator, idOf(n), ''] as const,
        ),
      ]
    );
  }

  /** The book as it is read on that day. */
  factsOn(today: CivilDate): MailFacts {
    if (this.facts?.today === today) return this.facts;
    const programme = {
      title: 'Год',
      start: null,
      stages: this.stages,
      organisations: this.organisations,
      targets: [],
    };
    const context = { today, soonDays: 7, words: BOOK_WORDS.decisions };
    const records: ReportRecord[] = [];
    this.organisations.forEach((organisation, school) => {
      this.stages.forEach((stage, index) => {
        const life = this.lives[school]?.[index] ?? NEVER;
        const record = makeRecord(organisation, stage, school, cellsOf(life, today), true, context);
        if (record !== null) records.push(record);
      });
    });
    const book: BookFacts = {
      id: BOOK,
      name: 'Отчёт',
      url: 'https://example.org/book',
      sheets: { report: 1, summary: 2, issues: 3, coverage: 4, districts: new Map() },
      today,
      soonDays: 7,
      analysis: {
        programme,
        registry: makeRegistry(programme),
        records,
        shifts: [],
        coverage: [],
        targets: [],
      },
      issues: [],
      reasons: new Map(),
    };
    this.facts = { today, programmeTitle: 'Год', office: { name: '', replyTo: '' }, books: [book] };
    this.people ??= readPeople(
      tableOf(
        addressesSchema,
        this.rows().map(([email, role, organisation, district]) => ({ email, role, organisation, district })),
      ),
      {
        books: [
          {
            id: BOOK,
            name: '',
            registry: book.analysis.registry,
            reporting: new Set(this.organisations.map(({ id }) => id)),
            districts: new Map(byDistrict(programme, [], today).map(({ key, name }) => [key, name])),
          },
        ],
        hidden: null,
      },
      { roles: addresses.roles, languages: LANGUAGE_NAMES },
      'ru',
    );
    return this.facts;
  }

  input(now: Now, store: LedgerStore): PlanInput {
    const facts = this.factsOn(now.date);
    return {
      settings: this.settings,
      now,
      scheduled: true,
      since: this.options.since,
      switchedOn: this.options.since,
      done: this.done,
      people: this.people as People,
      facts,
      complete: true,
      returns: facts.books.flatMap(({ analysis }) =>
        analysis.records.flatMap(({ pair, returnedOn }) =>
          returnedOn === null ? [] : [{ book: BOOK, pair, on: returnedOn }],
        ),
      ),
      requests: this.requests,
      ledger: store.ledger,
    };
  }

  openStore(today: CivilDate): LedgerStore {
    const properties = new Properties(this.store);
    (globalThis as { PropertiesService?: unknown }).PropertiesService = {
      getScriptProperties: () => properties,
    };
    return new LedgerStore({ today, keepDays: 21 });
  }

  /** Characters of the ledger as it lies in the properties. */
  bytes(): { readonly all: number; readonly largest: number } {
    const sizes = [...this.store].map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value));
    return { all: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(0, ...sizes) };
  }

  /** Recipients that are left on a day's allowance that comes back 24 hours after each mail. */
  private left(seconds: number): number {
    const spent = this.sentOn
      .filter(({ at }) => seconds - at < 86_400)
      .reduce((sum, { count }) => sum + count, 0);
    return this.options.perDay - spent;
  }

  /** One look of the jobs: what is due is sent, as far as the allowance goes. Gives what left. */
  look(date: CivilDate, hour: number): Delivery[] {
    const now = { date, hour };
    const seconds = Date.parse(`${date}T${String(hour).padStart(2, '0')}:10:00Z`) / 1000;
    const store = this.openStore(date);
    const input = this.input(now, store);
    const { perDay } = this.options;
    const allotted = allotQuota(dueMails(input), input, { left: this.left(seconds), perDay });
    const sent = allotted.now.map((mail): Delivery => {
      for (const key of mail.keys) store.ledger.set({ ...key, state: 'sent', at: seconds, reason: '' });
      return { address: mail.to.address, date, hour, keys: mail.keys, mail };
    });
    store.save();
    this.deliveries.push(...sent);
    if (sent.length > 0) this.sentOn.push({ at: seconds, count: sent.length });
    this.waiting = allotted.later.length;
    for (const name of DIGEST_NAMES) {
      const digest = digestKind(name);
      if (!mayBySchedule(input) || hour < digest.hour(this.settings)) continue;
      const slot = latestSlot(digest, date, slotCalendar(input));
      const waits = dueMails(input).some(({ keys }) => keys.some(({ kind }) => kind === name));
      if (slot !== null && !waits) this.done[name] = slot.day;
    }
    return sent;
  }

  /** What a school has outstanding on that day, as the reminder would list it. */
  outstandingOn(date: CivilDate): Map<string, number> {
    const outstanding = outstandingByOrganisation(this.factsOn(date).books);
    return new Map([...outstanding].map(([key, list]) => [key.split('\n')[1] ?? '', list.length]));
  }
}

function cellsOf({ filed, returned, again }: Life, today: CivilDate): ReportCells {
  const done = again !== null && again <= today ? again : filed !== null && filed <= today ? filed : null;
  const isReturned = returned !== null && returned <= today && !(again !== null && again < today);
  return {
    done: done === null ? '' : { date: done },
    decision: isReturned ? BOOK_WORDS.decisions.returned : '',
    extended: '',
    firstSeen: '',
    decided: {
      decision: isReturned
        ? {
            what: 'returned',
            on: returned,
            filed: '',
            refiled: again !== null && again <= today ? { on: again, reason: '' } : null,
          }
        : null,
      extension: null,
    },
  };
}

export const daysFrom = (from: CivilDate, count: number): CivilDate[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index));

/** The same numbers each time, from 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
