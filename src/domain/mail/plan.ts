/**
 * Which mails are due at a moment, to whom, of which parts and why: from settings, people, what the books say, and
 * the ledger. Plain data in and out; planning again after the plan was carried out gives nothing.
 */
import { addDays, type CivilDate } from '../dates/civil';
import { organisationOfPair } from '../report/registry';
import type { BookFacts } from './facts';
import { DIGEST_NAMES, type DigestName, digestKind, type MailPart, mailKind } from './kinds';
import type { Ledger } from './ledger/ledger';
import type { LedgerKey, LedgerRecord } from './ledger/record';
import { outstandingByOrganisation } from './outstandingByOrganisation';
import { type Assignment, keyInBook } from './people/assignments';
import { type Addressee, holdsRole } from './people/people';
import type { DueWhy, PlanInput, ReturnSeen } from './planInput';
import { curatorPart, LATEST, type ReminderContext } from './reminderPart';
import { isSendingTime, latestSlot, type Slot, type SlotCalendar } from './schedule';
import { CATCH_UP_DAYS } from './settings';

/** One mail: everything that is due to one address. */
export interface DueMail {
  readonly to: Addressee;
  /** Its records in the ledger. */
  readonly keys: readonly LedgerKey[];
  readonly parts: readonly MailPart[];
  readonly why: readonly DueWhy[];
  /** Importance, 0 first. */
  readonly rank: number;
  /** The day since which it is due, of a digest the day of the last one; for the order among equals. */
  readonly waitingSince: string;
  /** The earliest deadline among its reports; for the order among equals. */
  readonly oldest: string;
  /** Districts of the reports that it reminds of. */
  readonly districts: readonly Assignment[];
}

/** In the order in which they are to be sent. */
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
      compare(a.waitingSince, b.waitingSince) ||
      compare(a.oldest, b.oldest) ||
      compare(a.to.address, b.to.address),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Context extends ReminderContext {
  readonly mayBySchedule: boolean;
  /** Mornings that are not done yet; the hour is not looked at. */
  readonly slots: readonly (readonly [DigestName, Slot])[];
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
  const slots = DIGEST_NAMES.flatMap((name): (readonly [DigestName, Slot])[] => {
    const digest = digestKind(name);
    if (digest.needsAllBooks && !input.complete) return [];
    const slot = latestSlot(digest, now.date, calendar);
    return slot === null || slot.day <= (done[name] ?? '') ? [] : [[name, slot]];
  });
  const oldest = addDays(now.date, -CATCH_UP_DAYS);
  const returned = new Map<string, ReturnSeen[]>();
  const outstanding = outstandingByOrganisation(facts.books);
  const stillReturned = new Set(
    [...outstanding.values()]
      .flat()
      .flatMap(({ state, book, pair }) => (state === 'returned' ? [keyInBook(book, pair)] : [])),
  );
  for (const seen of input.returns) {
    if (seen.on < oldest || seen.on < switchedOn || !stillReturned.has(keyInBook(seen.book, seen.pair)))
      continue;
    const key = keyInBook(seen.book, organisationOfPair(seen.pair));
    const list = returned.get(key);
    if (list) list.push(seen);
    else returned.set(key, [seen]);
  }
  return {
    ...input,
    outstanding,
    returned,
    mayBySchedule: mayBySchedule(input),
    slots,
  };
}

function mailFor(to: Addressee, context: Context): DueMail | null {
  const { now, settings, mayBySchedule } = context;
  const digests = mayBySchedule ? digestsFor(to, context) : [];
  const withCalendar = mayBySchedule ? curatorPart(to, context, true) : null;
  const hours = [
    ...digests.map(({ name }) => digestKind(name).hour(settings)),
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
    why: [...(reminder?.why ?? []), ...parts.map(({ name, slot }): DueWhy => ({ kind: name, slot }))],
    rank: Math.min(...keys.map(({ kind }) => mailKind(kind).rank)),
    // Among digests, the address that had none for the longest time comes first: a small allowance reaches all in turn.
    waitingSince:
      parts.length > 0 ? lastDigest(to, parts, context.ledger) : (reminder?.waitingSince ?? LATEST),
    oldest: reminder?.oldest ?? LATEST,
    districts: reminder?.districts ?? [],
  };
}

interface DigestPart {
  readonly name: DigestName;
  readonly key: LedgerKey;
  readonly part: MailPart;
  readonly slot: Slot;
}

const lastDigest = ({ address }: Addressee, parts: readonly DigestPart[], ledger: Ledger): string =>
  parts.map(({ name }) => ledger.lastDay(address, [name])).sort()[0] ?? '';

function digestsFor(to: Addressee, { ledger, slots }: Context): DigestPart[] {
  const { address } = to;
  return slots.flatMap(([name, slot]): DigestPart[] => {
    const { part, parts } = digestKind(name);
    if (!holdsRole(to, part.role) || ledger.lastDay(address, [name]) >= slot.day) return [];
    const key = { kind: name, period: slot.day, address };
    const given = {
      why: slot.why,
      unsent: 0,
      lastDigest: (about: string) => ledger.lastDigest(address, about),
    };
    return parts(to, given).map((each) => ({ name, key, part: each, slot }));
  });
}

/**
 * What an earlier run planned and did not send, and what is not needed any more by now. `bySchedule`: the calendar was
 * asked for `due`; where it was not, what it called for still waits.
 */
export function stalePlans(ledger: Ledger, due: readonly DueMail[], bySchedule: boolean): LedgerRecord[] {
  const wanted = new Set(due.flatMap(({ keys }) => keys.map(({ kind, address }) => `${kind} ${address}`)));
  return ledger
    .inState('planned', 'deferred')
    .filter(
      ({ kind, address }) => (bySchedule || !mailKind(kind).bySchedule) && !wanted.has(`${kind} ${address}`),
    );
}
