/** Which records of an address may be forgotten. */
import { addDays, type CivilDate } from '../../dates/civil';
import { type MailKindName, mailKind } from '../kinds';
import { CATCH_UP_DAYS } from '../settings';
import { dayOfPeriod, isAtRest, isDone, isPending, type LedgerRecord } from './record';

/**
 * How much must go. `loose`: what is older than the schedule looks back. `tight`: of what is at rest only the last of
 * each kind, and returns that could still be asked for. `bare`: plans and what was deferred, too: they are planned anew.
 */
export type Tightness = 'loose' | 'tight' | 'bare';

export interface CompactRule {
  readonly today: CivilDate;
  /** Days for which records at rest are kept: never fewer than the schedule looks back. */
  readonly keepDays: number;
  readonly tightness: Tightness;
}

/** What of one address's records must stay: all that is not at rest, and what the schedule could still ask for. */
export function compact(records: readonly LedgerRecord[], rule: CompactRule): LedgerRecord[] {
  const oldest = addDays(rule.today, -rule.keepDays);
  const recent = records.filter((record) => !isAtRest(record) || dayOfPeriod(record) >= oldest);
  if (rule.tightness === 'loose') return recent;
  const askedFor = addDays(rule.today, -CATCH_UP_DAYS);
  const last = new Map<MailKindName, string>();
  for (const record of recent) {
    if (isDone(record) && record.period > (last.get(record.kind) ?? '')) last.set(record.kind, record.period);
  }
  return recent.filter((record) => {
    const { kind, period, state } = record;
    if (isPending(record) && rule.tightness === 'bare') return false;
    return (
      !isAtRest(record) ||
      (mailKind(kind).eachDayStays && state !== 'dropped' && dayOfPeriod(record) >= askedFor) ||
      last.get(kind) === period
    );
  });
}
