/** Why somebody in the list of addresses gets nothing now, for whoever looks at a dry run. */
import type { CivilDate } from '../../dates/civil';
import { chargeOf, type Owed } from '../outstandingByOrganisation';
import type { PlanInput } from '../planInput';
import { lastReminder } from '../reminderPart';
import { type Digest, isRested, nextSlot, type SlotCalendar } from '../schedule';
import type { Addressee } from './people';

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
  calendar: SlotCalendar,
  owed: ReadonlyMap<string, readonly Owed[]>,
): WhyNot[] {
  const reasons: WhyNot[] = [];
  const digest = (kind: Digest) =>
    reasons.push({ code: 'nextDigest', digest: kind, on: nextSlot(kind, input.now, calendar) });
  if (to.roles.includes('ministry')) digest('ministry');
  if (to.districts.length > 0) digest('district');
  if (to.organisations.length > 0) {
    const own = to.organisations.flatMap((charge) => owed.get(chargeOf(charge)) ?? []);
    const last = lastReminder(input.ledger, to.address);
    if (own.length === 0) reasons.push({ code: 'nothingOwed' });
    else if (last !== null && !isRested(last, input.now.date, input.settings))
      reasons.push({ code: 'rested', last });
    else reasons.push({ code: 'notCalled' });
  }
  if (reasons.length > 0) return reasons;
  const wanted = to.roles.includes('curator') || to.roles.includes('head');
  return [{ code: wanted ? 'unknown' : 'nothingForRole' }];
}
