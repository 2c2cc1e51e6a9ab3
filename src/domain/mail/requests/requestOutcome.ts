/** What came of a head's request: whom it reached, whom not and why, told by the ledger. */
import type { CivilDate } from '../../dates/civil';
import type { Ledger, LedgerRecord } from '../ledger';
import { chargeOf, type Owed } from '../outstandingByOrganisation';
import type { Addressee, People } from '../people/people';
import type { HeadRequest } from '../planInput';

/** `today`: had a reminder that day already. */
export const SKIPS = ['noCurator', 'today', 'refused', 'unknown'] as const;
export type Skip = (typeof SKIPS)[number];

export interface RequestResult {
  /** False while somebody still waits for the day's allowance. */
  readonly finished: boolean;
  /** Ids of organisations. */
  readonly sent: readonly string[];
  readonly skipped: Readonly<Record<Skip, readonly string[]>>;
}

/** `owed`: what each organisation owes, by {@link chargeOf}; only those of the district that owe anything count. */
export function requestResult(
  request: HeadRequest,
  owed: ReadonlyMap<string, readonly Owed[]>,
  people: People,
  ledger: Ledger,
  today: CivilDate,
): RequestResult {
  const curators = curatorsOf(people);
  const skipped: Record<Skip, string[]> = { noCurator: [], today: [], refused: [], unknown: [] };
  const sent: string[] = [];
  let finished = true;
  for (const debts of owed.values()) {
    const [first] = debts;
    if (first === undefined || first.book !== request.book || first.district !== request.district) continue;
    const id = first.pair.slice(0, first.pair.indexOf('/'));
    const listed = curators.get(chargeOf({ book: first.book, id })) ?? [];
    if (listed.length === 0) {
      skipped.noCurator.push(id);
      continue;
    }
    const ends = listed.map(({ address }) => endOf(ledger.of(address).records, request, today));
    if (ends.includes('sent')) sent.push(id);
    else {
      const skip = SKIPS.find((each) => ends.includes(each));
      if (skip === undefined) finished = false;
      else skipped[skip].push(id);
    }
  }
  return { finished, sent, skipped };
}

function curatorsOf({ all }: People): Map<string, Addressee[]> {
  const curators = new Map<string, Addressee[]>();
  for (const person of all) {
    for (const charge of person.organisations) {
      const list = curators.get(chargeOf(charge));
      if (list) list.push(person);
      else curators.set(chargeOf(charge), [person]);
    }
  }
  return curators;
}

/** Null: nothing was tried for this address yet. */
function endOf(
  records: readonly LedgerRecord[],
  request: HeadRequest,
  today: CivilDate,
): Skip | 'sent' | null {
  const since = records.filter(
    ({ kind, period }) =>
      (kind === 'request' || kind === 'reminder') && (period >= request.on || period === today),
  );
  const by = (kind: LedgerRecord['kind'], ...states: LedgerRecord['state'][]) =>
    since.some((record) => record.kind === kind && states.includes(record.state));
  if (by('request', 'sent')) return 'sent';
  if (by('reminder', 'sent')) return 'today';
  if (by('request', 'failed') || by('reminder', 'failed')) return 'refused';
  return by('request', 'unknown', 'settled') || by('reminder', 'unknown', 'settled') ? 'unknown' : null;
}
