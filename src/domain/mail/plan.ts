/**
 * Which mails are due at a moment, to whom, of which parts and why: from settings, people, what the books say, and
 * the ledger. Plain data in and out; planning again after the plan was carried out gives nothing.
 */
import { addDays, type CivilDate } from '../dates/civil';
import type { PairKey } from '../report/registry';
import { fingerprint } from '../values/fingerprint';
import type { Ledger, LedgerKey, LedgerKind } from './ledger';
import { chargeKey, type Owed, owedByOrganisation } from './outstandingByOrganisation';
import type { BookFacts, MailPart } from './parts';
import type { Charge } from './people/assignments';
import type { Addressee } from './people/people';
import type { DueWhy, PlanInput, ReturnSeen } from './planInput';
import { curatorPart, LATEST, type ReminderContext } from './reminderPart';
import { type Digest, hourOf, isSendingTime, latestSlot, type Slot, type SlotCalendar } from './schedule';
import { CATCH_UP_DAYS } from './settings';

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

/** Under which the ledger keeps what a digest said: one recipient may get those of several districts. */
export const aboutDistrict = ({ book, id }: Charge): string => fingerprint(`${book} ${id}`);
export const ABOUT_ALL = '*';

const RANKS: Readonly<Record<LedgerKind, number>> = {
  return: 0,
  request: 0,
  ministry: 1,
  district: 2,
  passOn: 2,
  reminder: 3,
};

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

interface Context extends ReminderContext {
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
