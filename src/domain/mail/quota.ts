/**
 * What the day's allowance is spent on. Google counts recipients and every mail here has one
 * (https://developers.google.com/apps-script/guides/services/quotas), so a mail costs one.
 */
import { addDays, type CivilDate } from '../dates/civil';
import type { CallListPart } from './content/callList';
import type { PairRef } from './facts';
import { DIGEST_NAMES, digestKind, digestOf, MAIL_KINDS } from './kinds';
import type { Ledger } from './ledger/ledger';
import {
  type OutstandingReports,
  outstandingByOrganisation,
  outstandingOf,
} from './outstandingByOrganisation';
import { type Assignment, districtFingerprint } from './people/assignments';
import { type Addressee, holdsRole, type People } from './people/people';
import { type DueMail, inOrder, slotCalendar } from './plan';
import type { PlanInput } from './planInput';
import { latestSlot, nextAllowed } from './schedule';
import type { MailSettings } from './settings';

export interface Allowance {
  /** Recipients that Google still allows now. */
  readonly left: number;
  /** What a whole day allows, as far as is known. */
  readonly perDay: number;
}

export interface Allotment {
  /** To be sent now, most important first. */
  readonly now: readonly DueMail[];
  /** These wait for another day. */
  readonly later: readonly DueMail[];
}

/** What the schedule may spend: the reserve is for what is sent by hand. */
export const spendable = (left: number, { mailReserve }: Pick<MailSettings, 'mailReserve'>): number =>
  Math.max(0, left - mailReserve);

const allot = (due: readonly DueMail[], allowed: number): Allotment => ({
  now: due.slice(0, allowed),
  later: due.slice(allowed),
});

/**
 * The day on which each of the waiting mails will leave if nothing more important comes: so many a day, none on quiet
 * days. Null where even a year would not do.
 */
export function arrivals(
  waiting: number,
  today: CivilDate,
  quiet: Pick<MailSettings, 'quietDays' | 'quietDates'>,
  capacityOn: (day: CivilDate) => number,
): (CivilDate | null)[] {
  const days: (CivilDate | null)[] = [];
  let day = today;
  for (let step = 0; days.length < waiting && step < 366; step += 1) {
    day = nextAllowed(addDays(day, 1), quiet);
    const capacity = capacityOn(day);
    for (let sent = 0; sent < capacity && days.length < waiting; sent += 1) days.push(day);
  }
  while (days.length < waiting) days.push(null);
  return days;
}

/** Of a day's allowance this much is counted on: the rest is for what cannot be foreseen, such as returns. */
const CERTAIN = 0.9;

/** How many reminders a day to come has room for: digests go first. */
function capacityOf(input: PlanInput, perDay: number): (day: CivilDate) => number {
  const { people, settings } = input;
  const calendar = slotCalendar(input);
  const certain = Math.floor(spendable(perDay, settings) * CERTAIN);
  const digests = DIGEST_NAMES.map((name) => {
    const digest = digestKind(name);
    return { digest, count: people.all.filter((to) => holdsRole(to, digest.part.role)).length };
  });
  const load = (day: CivilDate): number =>
    digests.reduce(
      (sum, { digest, count }) => sum + (latestSlot(digest, day, calendar)?.day === day ? count : 0),
      0,
    );
  return (day) => Math.max(0, certain - load(day));
}

/** Whether it is a reminder, which can come too late. */
const reminds = ({ districts }: DueMail): boolean => districts.length > 0;

interface Unreachable extends PairRef {
  readonly district: string;
  readonly due: CivilDate;
}

/** Reports of waiting reminders whose deadline passes before the reminder could come. */
function unreachable(
  later: readonly DueMail[],
  input: PlanInput,
  perDay: number,
  outstanding: OutstandingReports,
): Unreachable[] {
  const { now, settings } = input;
  const days = arrivals(later.length, now.date, settings, capacityOf(input, perDay));
  return later.flatMap((mail, index) => {
    if (!reminds(mail)) return [];
    const arrives = days[index] ?? null;
    return outstandingOf(mail.to.organisations, outstanding).flatMap(({ book, pair, due, district }) =>
      due !== null && due >= now.date && (arrives === null || arrives > due)
        ? [{ book, pair, due, district }]
        : [],
    );
  });
}

/** Adds to the mails of district heads the call lists: the schools that no reminder can reach in time. */
function withCallLists(
  due: readonly DueMail[],
  lost: readonly Unreachable[],
  people: People,
  ledger: Ledger,
): DueMail[] {
  if (lost.length === 0) return [...due];
  const byAddress = new Map(due.map((mail) => [mail.to.address as string, mail]));
  for (const to of people.all) {
    if (to.districts.length === 0) continue;
    const mail = callListMail(to, lost, ledger, byAddress.get(to.address) ?? null);
    if (mail !== null) byAddress.set(to.address, mail);
  }
  return inOrder([...byAddress.values()]);
}

function callListMail(
  to: Addressee,
  lost: readonly Unreachable[],
  ledger: Ledger,
  known: DueMail | null,
): DueMail | null {
  const { address } = to;
  const { rank } = MAIL_KINDS.callList;
  let mail = known;
  const deadlines = new Set<CivilDate>();
  const periods = new Set<string>();
  for (const { book, id } of to.districts) {
    const pairs = lost.filter(
      (each) =>
        each.book === book &&
        each.district === id &&
        !ledger.has({ kind: 'callList', period: callListPeriod(each.due, { book, id }), address }),
    );
    if (pairs.length === 0) continue;
    for (const { due } of pairs) {
      deadlines.add(due);
      periods.add(callListPeriod(due, { book, id }));
    }
    const part: CallListPart = {
      kind: 'callList',
      book,
      district: id,
      pairs: pairs.map(({ pair }) => ({ book, pair })),
    };
    mail = {
      to,
      keys: mail?.keys ?? [],
      parts: [...(mail?.parts ?? []), part],
      why: mail?.why ?? [],
      rank: Math.min(mail?.rank ?? rank, rank),
      waitingSince: mail?.waitingSince ?? [...deadlines].sort()[0] ?? '',
      oldest: mail?.oldest ?? '',
      districts: mail?.districts ?? [],
    };
  }
  if (mail === null || deadlines.size === 0) return mail;
  const days = [...deadlines].sort();
  return {
    ...mail,
    keys: [
      ...mail.keys,
      ...[...periods].sort().map((period) => ({ kind: 'callList' as const, period, address })),
    ],
    why: [...mail.why, ...days.map((deadline) => ({ kind: 'callList' as const, deadline }))],
  };
}

/** A head of two districts may get the list of one today and of the other tomorrow. */
const callListPeriod = (due: CivilDate, assignment: Assignment): string =>
  `${due} ${districtFingerprint(assignment)}`;

const MOST_ROUNDS = 5;

/**
 * What goes out now and what waits. Schools that cannot be reached before a deadline are named to the district's head;
 * that costs mails of its own, so it is counted again until nothing changes.
 */
export function allotQuota(
  due: readonly DueMail[],
  input: PlanInput,
  { left, perDay }: Allowance,
): Allotment {
  const allowed = spendable(left, input.settings);
  let allotment = allot(due, allowed);
  if (allotment.later.length === 0) return { now: withUnsent(allotment.now, []), later: [] };
  const outstanding = outstandingByOrganisation(input.facts.books);
  let told = -1;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lost = unreachable(allotment.later, input, Math.max(perDay, left), outstanding);
    if (lost.length === told) break;
    told = lost.length;
    allotment = allot(withCallLists(due, lost, input.people, input.ledger), allowed);
  }
  return { now: withUnsent(allotment.now, allotment.later), later: allotment.later };
}

/** Digests say how many reminders wait: in all, and of their district. */
function withUnsent(mails: readonly DueMail[], later: readonly DueMail[]): DueMail[] {
  const waiting = later.filter(reminds);
  if (waiting.length === 0) return [...mails];
  return mails.map((mail) => ({
    ...mail,
    parts: mail.parts.map((part) => digestOf(part)?.withUnsent(part, waiting) ?? part),
  }));
}
