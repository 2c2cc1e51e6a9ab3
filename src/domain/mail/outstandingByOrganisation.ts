/** What each organisation has yet to hand in. */
import type { CivilDate } from '../dates/civil';
import { isOpen } from '../programme/deadline';
import { sameKey } from '../values/text';
import type { BookFacts, PairRef } from './facts';
import { type OutstandingState, outstandingState } from './outstanding';
import { type Assignment, assignmentKey } from './people/assignments';

/** A report that an organisation has yet to hand in, or to correct. */
export interface OutstandingReport extends PairRef {
  readonly state: OutstandingState;
  readonly due: CivilDate | null;
  /** The district's key. */
  readonly district: string;
  readonly soonDays: number;
}

/** By {@link assignmentKey} of the organisation. */
export type OutstandingReports = ReadonlyMap<string, readonly OutstandingReport[]>;

export function outstandingByOrganisation(books: readonly BookFacts[]): OutstandingReports {
  const outstanding = new Map<string, OutstandingReport[]>();
  for (const { id: book, analysis, today, soonDays } of books) {
    for (const record of analysis.records) {
      // Nobody is asked for what a closed organisation owes, though it stays in the figures.
      if (!isOpen(record.organisation, today)) continue;
      const state = outstandingState(record, today, soonDays);
      if (state === null) continue;
      const { pair, due, organisation } = record;
      const key = assignmentKey({ book, id: organisation.id });
      const one = { book, pair, state, due, district: sameKey(organisation.district), soonDays };
      const list = outstanding.get(key);
      if (list) list.push(one);
      else outstanding.set(key, [one]);
    }
  }
  return outstanding;
}

/** Of all these organisations together. */
export const outstandingOf = (
  organisations: readonly Assignment[],
  outstanding: OutstandingReports,
): OutstandingReport[] => organisations.flatMap((each) => outstanding.get(assignmentKey(each)) ?? []);
