/** What each organisation has yet to hand in: the debts of its reports, by organisation. */
import type { CivilDate } from '../dates/civil';
import { sameKey } from '../values/text';
import { type Debt, debtOf } from './outstanding';
import type { BookFacts, PairRef } from './parts';
import type { Charge } from './people/assignments';

/** A report that somebody has yet to hand in, or to mend. */
export interface Owed extends PairRef {
  readonly debt: Debt;
  readonly due: CivilDate | null;
  /** The district's key. */
  readonly district: string;
  readonly soonDays: number;
}

export const chargeKey = (book: string, id: string): string => `${book}\n${id}`;
export const chargeOf = ({ book, id }: Charge): string => chargeKey(book, id);

/** What each organisation owes today, by {@link chargeOf}. */
export function owedByOrganisation(books: readonly BookFacts[]): Map<string, Owed[]> {
  const owed = new Map<string, Owed[]>();
  for (const { id: book, analysis, today, soonDays } of books) {
    for (const record of analysis.records) {
      const debt = debtOf(record, today, soonDays);
      if (debt === null) continue;
      const { pair, due, organisation } = record;
      const key = chargeKey(book, organisation.id);
      const one = { book, pair, debt, due, district: sameKey(organisation.district), soonDays };
      const list = owed.get(key);
      if (list) list.push(one);
      else owed.set(key, [one]);
    }
  }
  return owed;
}
