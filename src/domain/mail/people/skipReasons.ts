/** Why an address of «Адреса» gets nothing now, as a dry run shows it. */
import type { CivilDate } from '../../dates/civil';
import { DIGEST_NAMES, type DigestName, digestKind } from '../kinds';
import { type OutstandingReports, outstandingOf } from '../outstandingByOrganisation';
import type { PlanInput } from '../planInput';
import { lastReminder } from '../reminderPart';
import { isRested, nextSlot, type SlotCalendar } from '../schedule';
import { type Addressee, holdsRole } from './people';

export type SkipReason =
  /** No mail is made for this role, or for an organisation or a district that is not there. */
  | { readonly code: 'nothingForRole' | 'unknown' }
  | { readonly code: 'nothingOutstanding' | 'notCalled' }
  | { readonly code: 'rested'; readonly last: CivilDate }
  | { readonly code: 'nextDigest'; readonly digest: DigestName; readonly on: CivilDate | null };

export function skipReasons(
  to: Addressee,
  input: PlanInput,
  calendar: SlotCalendar,
  outstanding: OutstandingReports,
): SkipReason[] {
  const reasons: SkipReason[] = [];
  for (const name of DIGEST_NAMES) {
    const digest = digestKind(name);
    if (!holdsRole(to, digest.part.role)) continue;
    reasons.push({ code: 'nextDigest', digest: name, on: nextSlot(digest, input.now, calendar) });
  }
  if (holdsRole(to, 'curator')) {
    const last = lastReminder(input.ledger, to.address);
    if (outstandingOf(to.organisations, outstanding).length === 0)
      reasons.push({ code: 'nothingOutstanding' });
    else if (last !== null && !isRested(last, input.now.date, input.settings))
      reasons.push({ code: 'rested', last });
    else reasons.push({ code: 'notCalled' });
  }
  if (reasons.length > 0) return reasons;
  const wanted = to.roles.includes('curator') || to.roles.includes('head');
  return [{ code: wanted ? 'unknown' : 'nothingForRole' }];
}
