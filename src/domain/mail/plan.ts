/**
 * Which mails are due at a moment, to whom, of which parts and why: from settings, people, what the books say, and
 * the ledger. Plain data in and out; planning again after the plan was carried out gives nothing.
 */
import { addDays, type CivilDate, parseIso } from '../civil';
import { fingerprint } from '../fingerprint';
import type { PairKey } from '../report/registry';
import { sameKey } from '../text';
import { type Debt, debtOf } from './debt';
import type { Ledger, LedgerKey, LedgerKind } from './ledger';
import type { BookFacts, MailFacts, MailPart, PairRef, ReminderWhy } from './parts';
import type { Addressee, Charge, People } from './people';
import {
  type Digest,
  firstCall,
  hourOf,
  isRested,
  isSendingTime,
  latestSlot,
  type Now,
  nextSlot,
  type Slot,
  type SlotCalendar,
} from './schedule';
import { CATCH_UP_DAYS, type MailSettings } from './settings';

/** A report that a head has returned; `on` is the day on which Svodka first saw it. */
export interface ReturnSeen extends PairRef {
  readonly on: CivilDate;
}

/** A head asks to remind the schools of the district on that day. */
export interface HeadRequest {
  readonly book: string;
  /** The district's key. */
  readonly district: string;
  readonly on: CivilDate;
}

export interface PlanInput {
  readonly settings: MailSettings;
  readonly now: Now;
  /** False: only what somebody did, returns and requests, not what the calendar calls for. */
  readonly scheduled: boolean;
  /** The first day on which the schedule sends. */
  readonly since: CivilDate;
  /** The day on which mail was switched on: returns seen before it are past. */
  readonly switchedOn: CivilDate;
  /** Mornings whose digests are all done: who is listed since then waits for the next. */
  readonly done: Readonly<Record<Digest, string>>;
  readonly people: People;
  readonly facts: MailFacts;
  /** False when a book could not be read: figures of all books cannot be told then. */
  readonly complete: boolean;
  readonly returns: readonly ReturnSeen[];
  readonly requests: readonly HeadRequest[];
  readonly ledger: Ledger;
}

/** Why a mail is due now, for whoever looks at a dry run. */
export type DueWhy =
  | { readonly kind: 'ministry' | 'district'; readonly slot: Slot }
  | { readonly kind: 'reminder'; readonly since: CivilDate }
  | { readonly kind: 'return' | 'request'; readonly on: CivilDate }
  | { readonly kind: 'passOn'; readonly deadline: CivilDate };

/** One mail: everything that is due to one address. */
export interface DueMail {
  readonly to: Addressee;
  /** What it settles in the ledger. */
  readonly keys: readonly LedgerKey[];
  readonly parts: readonly MailPart[];
  readonly why: readonly DueWhy[];
  /** Importance, 0 first. */
  readonly rank: number;
  /** The day since which it is owed, of a digest that of the last one; for the order among equals. */
  readonly owedSince: string;
  /** The earliest deadline among its reports; for the order among equals. */
  readonly oldest: string;
  /** Districts of the reports that it reminds of. */
  readonly districts: readonly Charge[];
}

/** A report that somebody has yet to hand in, or to mend. */
export interface Owed extends PairRef {
  readonly debt: Debt;
  readonly due: CivilDate | null;
  /** The district's key. */
  readonly district: string;
  readonly soonDays: number;
}

const chargeKey = (book: string, id: string): string => `${book}\n${id}`;
export const chargeOf = ({ book, id }: Charge): string => chargeKey(book, id);

/** What each organisation owes today, by {@link chargeOf}. */
export function owedByOrganisation(books: readonly BookFacts[]): Map<string, Owed[]> {
  const owed = new Map<string, Owed[]>();
  for (const { id: book, analysis, today, soonDays } of books) {
    for (const record of analysis.records) {
      const debt = debtOf(record, today, soonDays);
      if (debt === null) continue;
      const { pair, due, organisation, done, returnedOn } = record;
      // Handed in again since it was returned: the district has yet to look.
      if (returnedOn !== null && done !== null && done > returnedOn) continue;
      const key = chargeKey(book, organisation.id);
      const one = { book, pair, debt, due, district: sameKey(organisation.district), soonDays };
      const list = owed.get(key);
      if (list) list.push(one);
      else owed.set(key, [one]);
    }
  }
  return owed;
}

/** Under which the ledger keeps what a digest said: one recipient may get those of several districts. */
export const aboutDistrict = ({ book, id }: Charge): string => fingerprint(`${book} ${id}`);
export const ABOUT_ALL = '*';

/** A return's period: its day and its report. A report that is returned twice on one day is told once. */
const returnPeriod = ({ on, book, pair }: ReturnSeen): string => `${on} ${book.slice(0, 6)} ${pair}`;

const RANKS: Readonly<Record<LedgerKind, number>> = {
  return: 0,
  request: 0,
  ministry: 1,
  district: 2,
  passOn: 2,
  reminder: 3,
};
const REMINDERS: readonly LedgerKind[] = ['reminder', 'request'];

/** In the order in which they are to leave. */
export function dueMails(input: PlanInput): DueMail[] {
  const context = makeContext(input);
  const due: DueMail[] = [];
  for (const to of input.people.all) {
    const mail = mailFor(to, context);
    if (mail !== null) due.push(mail);
  }
  return inOrder(due);
}

export const inOrder = (mails: readonly DueMail[]): DueMail[] =>
  [...mails].sort(
    (a, b) =>
      a.rank - b.rank ||
      compare(a.owedSince, b.owedSince) ||
      compare(a.oldest, b.oldest) ||
      compare(a.to.address, b.to.address),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Context extends PlanInput {
  readonly owed: ReadonlyMap<string, readonly Owed[]>;
  readonly returned: ReadonlyMap<string, readonly ReturnSeen[]>;
  readonly mayBySchedule: boolean;
  /** Mornings that are not done yet, whatever the hour. */
  readonly slots: Readonly<Record<Digest, Slot | null>>;
}

/** The days on which a stage is due, of all books. */
const deadlinesOf = (books: readonly BookFacts[]): Set<CivilDate> =>
  new Set(
    books.flatMap(({ analysis }) =>
      analysis.records.flatMap(({ due, extended }) => (due === null || extended ? [] : [due])),
    ),
  );

export const slotCalendar = ({ settings, facts, since }: PlanInput): SlotCalendar => ({
  settings,
  since,
  deadlines: deadlinesOf(facts.books),
});

/** Whether what the calendar calls for may go out at this moment. */
export const mayBySchedule = ({ scheduled, now, settings, since }: PlanInput): boolean =>
  scheduled && isSendingTime(now, settings) && now.date >= since;

function makeContext(input: PlanInput): Context {
  const { now, facts, done, switchedOn } = input;
  const calendar = slotCalendar(input);
  const open = (digest: Digest): Slot | null => {
    if (digest === 'ministry' && !input.complete) return null;
    const slot = latestSlot(digest, now.date, calendar);
    return slot === null || slot.day <= done[digest] ? null : slot;
  };
  const oldest = addDays(now.date, -CATCH_UP_DAYS);
  const returned = new Map<string, ReturnSeen[]>();
  const owed = owedByOrganisation(facts.books);
  const stillReturned = new Map<string, Owed>();
  for (const list of owed.values()) {
    for (const one of list)
      if (one.debt === 'returned') stillReturned.set(chargeKey(one.book, one.pair), one);
  }
  for (const seen of input.returns) {
    if (seen.on < oldest || seen.on < switchedOn || !stillReturned.has(chargeKey(seen.book, seen.pair)))
      continue;
    const key = chargeKey(seen.book, organisationOf(seen.pair));
    const list = returned.get(key);
    if (list) list.push(seen);
    else returned.set(key, [seen]);
  }
  return {
    ...input,
    owed,
    returned,
    mayBySchedule: mayBySchedule(input),
    slots: { ministry: open('ministry'), district: open('district') },
  };
}

const organisationOf = (pair: PairKey): string => pair.slice(0, pair.indexOf('/'));

function mailFor(to: Addressee, context: Context): DueMail | null {
  const { now, settings, mayBySchedule } = context;
  const digests = mayBySchedule ? digestsFor(to, context) : [];
  const withCalendar = mayBySchedule ? curatorPart(to, context, true) : null;
  const hours = [
    ...digests.map(({ part }) => hourOf(part.kind, settings)),
    ...(withCalendar?.why.some(({ kind }) => kind === 'reminder') ? [settings.remindHour] : []),
  ];
  // What one morning brings is one mail, sent at the first of its hours.
  const bySchedule = hours.some((hour) => now.hour >= hour);
  const reminder = bySchedule ? withCalendar : curatorPart(to, context, false);
  const parts = bySchedule ? digests : [];
  if (reminder === null && parts.length === 0) return null;
  const keys = [...(reminder?.keys ?? [])];
  for (const { key } of parts) if (!keys.some(({ kind }) => kind === key.kind)) keys.push(key);
  return {
    to,
    keys,
    parts: [...(reminder === null ? [] : [reminder.part]), ...parts.map(({ part }) => part)],
    why: [...(reminder?.why ?? []), ...parts.map(({ part, slot }): DueWhy => ({ kind: part.kind, slot }))],
    rank: Math.min(...keys.map(({ kind }) => RANKS[kind])),
    // Among digests, whoever had none for the longest time comes first: a small allowance goes round.
    owedSince: parts.length > 0 ? lastDigest(to, parts, context.ledger) : (reminder?.owedSince ?? LATEST),
    oldest: reminder?.oldest ?? LATEST,
    districts: reminder?.districts ?? [],
  };
}

const lastDigest = ({ address }: Addressee, parts: readonly DigestPart[], ledger: Ledger): string =>
  parts.map(({ part }) => ledger.lastDay(address, [part.kind])).sort()[0] ?? '';

/** After every day. */
const LATEST = '9999-12-31';

interface DigestPart {
  readonly key: LedgerKey;
  readonly part: Extract<MailPart, { kind: 'ministry' | 'district' }>;
  readonly slot: Slot;
}

function digestsFor(to: Addressee, { ledger, slots }: Context): DigestPart[] {
  const { address } = to;
  const parts: DigestPart[] = [];
  const keyOf = (kind: Digest, { day }: Slot): LedgerKey | null => {
    const key = { kind, period: day, address };
    return ledger.lastDay(address, [kind]) >= day ? null : key;
  };
  if (slots.ministry !== null && to.roles.includes('ministry')) {
    const key = keyOf('ministry', slots.ministry);
    const previous = ledger.mark(address, ABOUT_ALL);
    const { why } = slots.ministry;
    if (key) parts.push({ key, part: { kind: 'ministry', why, previous, unsent: 0 }, slot: slots.ministry });
  }
  if (slots.district !== null && to.districts.length > 0) {
    const key = keyOf('district', slots.district);
    const { why } = slots.district;
    for (const charge of key === null ? [] : to.districts) {
      const { book, id: district } = charge;
      const previous = ledger.mark(address, aboutDistrict(charge));
      const part = { kind: 'district', book, district, why, previous, unsent: 0 } as const;
      if (key) parts.push({ key, part, slot: slots.district });
    }
  }
  return parts;
}

interface CuratorPart {
  readonly keys: readonly LedgerKey[];
  readonly part: Extract<MailPart, { kind: 'reminder' }>;
  readonly why: readonly DueWhy[];
  readonly owedSince: string;
  readonly oldest: string;
  readonly districts: readonly Charge[];
}

/** `scheduled`: with what the calendar calls for, besides what somebody did. */
function curatorPart(to: Addressee, context: Context, scheduled: boolean): CuratorPart | null {
  const { address } = to;
  const { ledger, now } = context;
  const owed = to.organisations.flatMap((charge) => context.owed.get(chargeOf(charge)) ?? []);
  if (owed.length === 0) return null;
  const last = dayOrNull(ledger.lastDay(address, REMINDERS));
  const keys: LedgerKey[] = [];
  const why: DueWhy[] = [];
  const reasons = new Set<ReminderWhy>();
  const pairs = new Map<string, PairRef>();
  let owedSince = LATEST;
  const take = ({ book, pair }: PairRef) => pairs.set(chargeKey(book, pair), { book, pair });
  const districts = new Map(
    owed.map(({ book, district }) => [chargeKey(book, district), { book, id: district }]),
  );

  for (const charge of to.organisations) {
    for (const seen of context.returned.get(chargeOf(charge)) ?? []) {
      const key = { kind: 'return', period: returnPeriod(seen), address } as const;
      if (ledger.has(key)) continue;
      keys.push(key);
      why.push({ kind: 'return', on: seen.on });
      reasons.add('returned');
      take(seen);
      if (seen.on < owedSince) owedSince = seen.on;
    }
  }
  // A request for a day to come is not carried out in the middle of the night.
  for (const request of now.hour >= context.settings.remindHour ? context.requests : []) {
    const asked = owed.filter(({ book, district }) => book === request.book && district === request.district);
    if (asked.length === 0 || isServed(last, request, now.date)) continue;
    if (!reasons.has('asked')) keys.push({ kind: 'request', period: now.date, address });
    why.push({ kind: 'request', on: request.on });
    reasons.add('asked');
    asked.forEach(take);
    if (request.on < owedSince) owedSince = request.on;
  }
  const since =
    scheduled && isRested(last, now.date, context.settings) ? calledSince(owed, last, context) : null;
  if (since !== null) {
    keys.push({ kind: 'reminder', period: now.date, address });
    why.push({ kind: 'reminder', since });
    reasons.add('scheduled');
    owed.forEach(take);
    if (since < owedSince) owedSince = since;
  }
  if (keys.length === 0) return null;
  const dues = owed.flatMap(({ due }) => (due === null ? [] : [due]));
  return {
    keys,
    part: { kind: 'reminder', why: [...reasons], pairs: [...pairs.values()] },
    why,
    owedSince,
    oldest: dues.sort()[0] ?? LATEST,
    districts: [...districts.values()],
  };
}

/** A head's request is served by any reminder since, and nobody gets a second one on the same day. */
const isServed = (last: CivilDate | null, request: HeadRequest, today: CivilDate): boolean =>
  last !== null && (last >= request.on || last === today);

/** The first day since the last reminder on which one of these reports called for one; null when none did. */
function calledSince(
  owed: readonly Owed[],
  last: CivilDate | null,
  { settings, since, now }: Pick<PlanInput, 'settings' | 'since' | 'now'>,
): CivilDate | null {
  let first: CivilDate | null = null;
  for (const { due, soonDays } of owed) {
    const call = due === null ? null : firstCall(due, last, now.date, { settings, soonDays, since });
    if (call !== null && (first === null || call < first)) first = call;
  }
  return first;
}

const dayOrNull = (text: string): CivilDate | null => parseIso(text);

/** Why somebody who is listed gets nothing now. */
export type WhyNot =
  /** No mail is made for this role, or for an organisation or a district that is not there. */
  | { readonly code: 'nothingForRole' | 'unknown' }
  | { readonly code: 'nothingOwed' | 'notCalled' }
  | { readonly code: 'rested'; readonly last: CivilDate }
  | { readonly code: 'nextDigest'; readonly digest: Digest; readonly on: CivilDate | null };

export function whyNot(
  to: Addressee,
  input: PlanInput,
  owed: ReadonlyMap<string, readonly Owed[]>,
): WhyNot[] {
  const calendar = slotCalendar(input);
  const reasons: WhyNot[] = [];
  const digest = (kind: Digest) =>
    reasons.push({ code: 'nextDigest', digest: kind, on: nextSlot(kind, input.now, calendar) });
  if (to.roles.includes('ministry')) digest('ministry');
  if (to.districts.length > 0) digest('district');
  if (to.organisations.length > 0) {
    const own = to.organisations.flatMap((charge) => owed.get(chargeOf(charge)) ?? []);
    const last = dayOrNull(input.ledger.lastDay(to.address, REMINDERS));
    if (own.length === 0) reasons.push({ code: 'nothingOwed' });
    else if (last !== null && !isRested(last, input.now.date, input.settings))
      reasons.push({ code: 'rested', last });
    else reasons.push({ code: 'notCalled' });
  }
  if (reasons.length > 0) return reasons;
  const wanted = to.roles.includes('curator') || to.roles.includes('head');
  return [{ code: wanted ? 'unknown' : 'nothingForRole' }];
}
