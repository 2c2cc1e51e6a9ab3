/** The outcome of a head's request, by the ledger: which schools it reached, which not and why. */
import type { CivilDate } from '../../dates/civil';
import { organisationOfPair } from '../../report/registry';
import { mailKind } from '../kinds';
import type { Ledger } from '../ledger/ledger';
import type { LedgerRecord } from '../ledger/record';
import type { OutstandingReports } from '../outstandingByOrganisation';
import { assignmentKey } from '../people/assignments';
import type { Addressee, People } from '../people/people';
import type { HeadRequest } from '../planInput';

/** `today`: had a reminder that day already. */
export const SKIPS = ['noCurator', 'today', 'refused', 'unknown'] as const;
export type Skip = (typeof SKIPS)[number];

export interface RequestResult {
  /** False while a reminder still waits for the day's allowance. */
  readonly finished: boolean;
  /** A reminder was tried and not taken for a passing reason. */
  readonly deferred: boolean;
  /** Ids of organisations. */
  readonly sent: readonly string[];
  readonly skipped: Readonly<Record<Skip, readonly string[]>>;
}

/** Only those organisations of the district count that have something outstanding. */
export function requestResult(
  request: HeadRequest,
  outstanding: OutstandingReports,
  people: People,
  ledger: Ledger,
  today: CivilDate,
): RequestResult {
  const curators = curatorsOf(people);
  const skipped: Record<Skip, string[]> = { noCurator: [], today: [], refused: [], unknown: [] };
  const sent: string[] = [];
  let finished = true;
  let deferred = false;
  for (const reports of outstanding.values()) {
    const [first] = reports;
    if (first === undefined || first.book !== request.book || first.district !== request.district) continue;
    const id = organisationOfPair(first.pair);
    const listed = curators.get(assignmentKey({ book: first.book, id })) ?? [];
    if (listed.length === 0) {
      skipped.noCurator.push(id);
      continue;
    }
    const ends = listed.map(({ address }) => endOf(ledger.of(address).records, request, today));
    if (listed.some(({ address }) => isDeferred(ledger.of(address).records))) deferred = true;
    if (ends.includes('sent')) sent.push(id);
    else {
      const skip = SKIPS.find((each) => ends.includes(each));
      if (skip === undefined) finished = false;
      else skipped[skip].push(id);
    }
  }
  return { finished, deferred, sent, skipped };
}

const isDeferred = (records: readonly LedgerRecord[]): boolean =>
  records.some(({ kind, state }) => mailKind(kind).isReminder && state === 'deferred');

function curatorsOf({ all }: People): Map<string, Addressee[]> {
  const curators = new Map<string, Addressee[]>();
  for (const person of all) {
    for (const assignment of person.organisations) {
      const list = curators.get(assignmentKey(assignment));
      if (list) list.push(person);
      else curators.set(assignmentKey(assignment), [person]);
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
    ({ kind, period }) => mailKind(kind).isReminder && (period >= request.on || period === today),
  );
  const some = (asked: boolean, ...states: LedgerRecord['state'][]) =>
    since.some(({ kind, state }) => (kind === 'request') === asked && states.includes(state));
  const either = (...states: LedgerRecord['state'][]) => some(true, ...states) || some(false, ...states);
  if (some(true, 'sent')) return 'sent';
  if (some(false, 'sent')) return 'today';
  if (either('failed')) return 'refused';
  return either('unknown', 'settled') ? 'unknown' : null;
}
