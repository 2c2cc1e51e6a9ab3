/** What one curator is told now: of returns, at a head's request, and by the calendar. */
import { addDays, type CivilDate, parseIso } from '../dates/civil';
import { type Ledger, type LedgerKey, type LedgerKind, returnPeriod, returnPrint } from './ledger';
import { chargeKey, chargeOf, type Owed } from './outstandingByOrganisation';
import type { MailPart, PairRef, ReminderWhy } from './parts';
import type { Charge } from './people/assignments';
import type { Addressee } from './people/people';
import type { DueWhy, HeadRequest, PlanInput, ReturnSeen } from './planInput';
import { firstCall, isRested } from './schedule';

/** After every day. */
export const LATEST = '9999-12-31';

const REMINDERS: readonly LedgerKind[] = ['reminder', 'request'];

/** The day of the last reminder, whatever it was for; null when there was none. */
export const lastReminder = (ledger: Ledger, address: string): CivilDate | null =>
  parseIso(ledger.lastDay(address, REMINDERS));

export interface ReminderContext extends PlanInput {
  /** By organisation, see {@link chargeOf}. */
  readonly owed: ReadonlyMap<string, readonly Owed[]>;
  /** What is returned still, and recently enough to be told. */
  readonly returned: ReadonlyMap<string, readonly ReturnSeen[]>;
}

export interface CuratorPart {
  readonly keys: readonly LedgerKey[];
  readonly part: Extract<MailPart, { kind: 'reminder' }>;
  readonly why: readonly DueWhy[];
  readonly owedSince: string;
  readonly oldest: string;
  readonly districts: readonly Charge[];
}

/** `scheduled`: with what the calendar calls for, besides what somebody did. */
export function curatorPart(to: Addressee, context: ReminderContext, scheduled: boolean): CuratorPart | null {
  const { address } = to;
  const { ledger, now } = context;
  const owed = to.organisations.flatMap((charge) => context.owed.get(chargeOf(charge)) ?? []);
  if (owed.length === 0) return null;
  const last = lastReminder(ledger, address);
  const keys: LedgerKey[] = [];
  const why: DueWhy[] = [];
  const reasons = new Set<ReminderWhy>();
  const pairs = new Map<string, PairRef>();
  let owedSince = LATEST;
  const take = ({ book, pair }: PairRef) => pairs.set(chargeKey(book, pair), { book, pair });
  const districts = new Map(
    owed.map(({ book, district }) => [chargeKey(book, district), { book, id: district }]),
  );

  const returned = to.organisations.flatMap((charge) => context.returned.get(chargeOf(charge)) ?? []);
  // A report that is returned twice on one day is told once.
  const untold = returned.filter(
    ({ on, book, pair }) => !ledger.hasReturn(address, on, returnPrint(book, pair)),
  );
  for (const on of [...new Set(untold.map((seen) => seen.on))].sort()) {
    const ofDay = untold.filter((seen) => seen.on === on);
    const prints = ofDay.map(({ book, pair }) => returnPrint(book, pair));
    keys.push({ kind: 'return', period: returnPeriod(on, prints.sort()), address });
    why.push({ kind: 'return', on });
    reasons.add('returned');
    ofDay.forEach(take);
    if (on < owedSince) owedSince = on;
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
    scheduled && isRested(last, now.date, context.settings)
      ? calledSince(withoutJustTold(owed, returned, to, context), last, context)
      : null;
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

/**
 * Without what the person has just been told of: word of a return is a reminder of that report. Another report that
 * calls for one may come to its deadline meanwhile, and is not kept waiting.
 */
function withoutJustTold(
  owed: readonly Owed[],
  returned: readonly ReturnSeen[],
  { address }: Addressee,
  { ledger, now, settings }: ReminderContext,
): readonly Owed[] {
  const oldest = addDays(now.date, -settings.remindGap);
  const told = new Set(
    returned.flatMap(({ on, book, pair }) =>
      on > oldest && ledger.hasReturn(address, on, returnPrint(book, pair)) ? [chargeKey(book, pair)] : [],
    ),
  );
  return told.size === 0 ? owed : owed.filter(({ book, pair }) => !told.has(chargeKey(book, pair)));
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
