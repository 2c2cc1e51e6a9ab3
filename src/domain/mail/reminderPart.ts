/** What one curator is reminded of now: returned reports, at a head's request, and by the calendar. */
import { addDays, type CivilDate, parseIso } from '../dates/civil';
import type { ReminderPart } from './content/reminder';
import type { PairRef } from './facts';
import { MAIL_KIND_NAMES, MAIL_KINDS } from './kinds';
import type { Ledger } from './ledger/ledger';
import { type LedgerKey, returnFingerprint, returnPeriod } from './ledger/record';
import type { ReminderWhy } from './mail';
import { type OutstandingReport, type OutstandingReports, outstandingOf } from './outstandingByOrganisation';
import { type Assignment, assignmentKey, keyInBook } from './people/assignments';
import type { Addressee } from './people/people';
import type { DueWhy, HeadRequest, PlanInput, ReturnSeen } from './planInput';
import { cannotWait, firstCall, isRested } from './schedule';

/** After every day. */
export const LATEST = '9999-12-31';

const REMINDERS = MAIL_KIND_NAMES.filter((name) => MAIL_KINDS[name].isReminder);

/** The day of the last reminder, whatever it was for; null when there was none. */
export const lastReminder = (ledger: Ledger, address: string): CivilDate | null =>
  parseIso(ledger.lastDay(address, REMINDERS));

export interface ReminderContext extends PlanInput {
  readonly outstanding: OutstandingReports;
  /** Reports that are still returned, and recently enough for a mail; by {@link assignmentKey} of the organisation. */
  readonly returned: ReadonlyMap<string, readonly ReturnSeen[]>;
}

export interface CuratorPart {
  readonly keys: readonly LedgerKey[];
  readonly part: ReminderPart;
  readonly why: readonly DueWhy[];
  readonly waitingSince: string;
  readonly oldest: string;
  readonly districts: readonly Assignment[];
}

/** `scheduled`: with what the calendar calls for, besides returns and requests. */
export function curatorPart(to: Addressee, context: ReminderContext, scheduled: boolean): CuratorPart | null {
  const { address } = to;
  const { ledger, now } = context;
  const outstanding = outstandingOf(to.organisations, context.outstanding);
  if (outstanding.length === 0) return null;
  const last = lastReminder(ledger, address);
  const keys: LedgerKey[] = [];
  const why: DueWhy[] = [];
  const reasons = new Set<ReminderWhy>();
  const pairs = new Map<string, PairRef>();
  let waitingSince = LATEST;
  const take = ({ book, pair }: PairRef) => pairs.set(keyInBook(book, pair), { book, pair });
  const districts = new Map(
    outstanding.map(({ book, district }) => [keyInBook(book, district), { book, id: district }]),
  );

  const returned = to.organisations.flatMap(
    (assignment) => context.returned.get(assignmentKey(assignment)) ?? [],
  );
  // A report that is returned twice on one day gets one mail.
  const untold = returned.filter(
    ({ on, book, pair }) => !ledger.hasReturn(address, on, returnFingerprint(book, pair)),
  );
  for (const on of [...new Set(untold.map((seen) => seen.on))].sort()) {
    const ofDay = untold.filter((seen) => seen.on === on);
    const fingerprints = ofDay.map(({ book, pair }) => returnFingerprint(book, pair));
    keys.push({ kind: 'return', period: returnPeriod(on, fingerprints.sort()), address });
    why.push({ kind: 'return', on });
    reasons.add('returned');
    ofDay.forEach(take);
    if (on < waitingSince) waitingSince = on;
  }
  const mayAsk = now.hour >= (MAIL_KINDS.request.hour(context.settings) ?? 0);
  for (const request of mayAsk ? context.requests : []) {
    const asked = outstanding.filter(
      ({ book, district }) => book === request.book && district === request.district,
    );
    if (asked.length === 0 || isServed(last, request, now.date)) continue;
    if (!reasons.has('asked')) keys.push({ kind: 'request', period: now.date, address });
    why.push({ kind: 'request', on: request.on });
    reasons.add('asked');
    // It counts as a reminder of everything, so it names everything.
    outstanding.forEach(take);
    if (request.on < waitingSince) waitingSince = request.on;
  }
  const since = scheduled
    ? calledSince(withoutJustTold(outstanding, returned, to, context), last, context)
    : null;
  if (since !== null) {
    keys.push({ kind: 'reminder', period: now.date, address });
    why.push({ kind: 'reminder', since });
    reasons.add('scheduled');
    outstanding.forEach(take);
    if (since < waitingSince) waitingSince = since;
  }
  if (keys.length === 0) return null;
  const dues = outstanding.flatMap(({ due }) => (due === null ? [] : [due]));
  return {
    keys,
    part: { kind: 'reminder', why: [...reasons], pairs: [...pairs.values()] },
    why,
    waitingSince,
    oldest: dues.sort()[0] ?? LATEST,
    districts: [...districts.values()],
  };
}

/**
 * Without reports whose return was mailed within the gap: that mail was a reminder of them. Another report may
 * come to its deadline meanwhile: that one is not kept waiting.
 */
function withoutJustTold(
  outstanding: readonly OutstandingReport[],
  returned: readonly ReturnSeen[],
  { address }: Addressee,
  { ledger, now, settings }: ReminderContext,
): readonly OutstandingReport[] {
  const oldest = addDays(now.date, -settings.remindGap);
  const told = new Set(
    returned.flatMap(({ on, book, pair }) =>
      on > oldest && ledger.hasReturn(address, on, returnFingerprint(book, pair))
        ? [keyInBook(book, pair)]
        : [],
    ),
  );
  return told.size === 0
    ? outstanding
    : outstanding.filter(({ book, pair }) => !told.has(keyInBook(book, pair)));
}

/** A head's request is served by any reminder since, and there is no second one on the same day. */
const isServed = (last: CivilDate | null, request: HeadRequest, today: CivilDate): boolean =>
  last !== null && (last >= request.on || last === today);

/**
 * The first day since the last reminder on which one of these reports called for one; null when none did, or when the
 * person is still to rest from the last and nothing is lost by it.
 */
function calledSince(
  outstanding: readonly OutstandingReport[],
  last: CivilDate | null,
  { settings, since, now: { date: today } }: Pick<PlanInput, 'settings' | 'since' | 'now'>,
): CivilDate | null {
  const rested = isRested(last, today, settings);
  let first: CivilDate | null = null;
  for (const { due, soonDays } of outstanding) {
    if (due === null) continue;
    const calendar = { settings, soonDays, since };
    if (last !== null && !rested && !cannotWait(due, last, today, calendar)) continue;
    const call = firstCall(due, last, today, calendar);
    if (call !== null && (first === null || call < first)) first = call;
  }
  return first;
}
