/**
 * The ledger: what became of each part of each mail, one record per (kind, period, address). No mail is repeated as
 * long as its record is here, and a record is kept for as long as the schedule could ask for it again.
 */
import type { CivilDate } from '../../dates/civil';
import type { DigestSnapshot } from '../digestSnapshot';
import { type MailKindName, mailKind } from '../kinds';
import { type CompactRule, compact } from './compact';
import {
  dayOfPeriod,
  isDone,
  isPending,
  type LedgerKey,
  type LedgerRecord,
  type LedgerState,
  type Tried,
  tellsOfReturn,
} from './record';

/** Google's own words may be long; the beginning says enough. */
const LONGEST_REASON = 80;

interface Entry {
  readonly records: Map<string, LedgerRecord>;
  /** What the last digests said, by {@link DigestKind.storedAs}. */
  readonly lastDigests: Map<string, DigestSnapshot>;
}

export interface AddressLedger {
  readonly address: string;
  readonly records: readonly LedgerRecord[];
  readonly lastDigests: Readonly<Record<string, DigestSnapshot>>;
}

const periodKey = (kind: MailKindName, period: string): string => `${kind}\t${period}`;

/** In memory while a run lasts; src/google/state/ledgerStore.ts writes the addresses that were touched. */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  /** Addresses changed since they were last written. */
  readonly touched = new Set<string>();

  constructor(entries: Iterable<AddressLedger> = []) {
    for (const { address, records, lastDigests } of entries) {
      const entry = this.entryOf(address);
      for (const record of records) entry.records.set(periodKey(record.kind, record.period), record);
      for (const [about, digest] of Object.entries(lastDigests)) entry.lastDigests.set(about, digest);
    }
  }

  private entryOf(address: string): Entry {
    let entry = this.entries.get(address);
    if (entry === undefined) {
      entry = { records: new Map(), lastDigests: new Map() };
      this.entries.set(address, entry);
    }
    return entry;
  }

  of(address: string): AddressLedger {
    const entry = this.entries.get(address);
    return {
      address,
      records: entry === undefined ? [] : [...entry.records.values()],
      lastDigests: entry === undefined ? {} : Object.fromEntries(entry.lastDigests),
    };
  }

  *all(): Iterable<LedgerRecord> {
    for (const { records } of this.entries.values()) yield* records.values();
  }

  find({ kind, period, address }: LedgerKey): LedgerRecord | null {
    return this.entries.get(address)?.records.get(periodKey(kind, period)) ?? null;
  }

  /** Whether this very part went out, may have gone out, or was refused for good. */
  has(key: LedgerKey): boolean {
    const record = this.find(key);
    return record !== null && isDone(record);
  }

  /** Whether a mail about the return of this report on that day was sent, or may have been sent. */
  hasReturn(address: string, on: CivilDate, report: string): boolean {
    const records = this.entries.get(address)?.records.values() ?? [];
    return [...records].some((record) => isDone(record) && tellsOfReturn(record, on, report));
  }

  /** The latest day of a part of these kinds that went out, or may have; '' when none did. */
  lastDay(address: string, kinds: readonly MailKindName[]): string {
    let last = '';
    for (const record of this.entries.get(address)?.records.values() ?? []) {
      const day = dayOfPeriod(record);
      if (kinds.includes(record.kind) && isDone(record) && day > last) last = day;
    }
    return last;
  }

  lastDigest(address: string, about: string): DigestSnapshot | null {
    return this.entries.get(address)?.lastDigests.get(about) ?? null;
  }

  set(record: LedgerRecord): void {
    const reason = record.reason.slice(0, LONGEST_REASON);
    this.entryOf(record.address).records.set(periodKey(record.kind, record.period), { ...record, reason });
    this.touched.add(record.address);
  }

  /** As if it had not been planned: there was no room to write it down, so it was not sent. */
  remove({ kind, period, address }: LedgerKey): void {
    this.entries.get(address)?.records.delete(periodKey(kind, period));
    this.touched.add(address);
  }

  /** A plan for another day takes the place of the one that was not carried out, and keeps how often that was tried. */
  replan(record: LedgerRecord): void {
    const { records } = this.entryOf(record.address);
    const day = dayOfPeriod(record);
    let tried: Tried | undefined;
    for (const [key, known] of records) {
      const takesItsPlace = !mailKind(known.kind).eachDayStays || dayOfPeriod(known) === day;
      if (!isPending(known) || known.kind !== record.kind || !takesItsPlace) continue;
      tried = known.tried ?? tried;
      records.delete(key);
    }
    this.set(tried === undefined ? record : { ...record, tried });
  }

  setLastDigest(address: string, about: string, digest: DigestSnapshot): void {
    this.entryOf(address).lastDigests.set(about, digest);
    this.touched.add(address);
  }

  /** Records in this state, oldest first. */
  inState(...states: LedgerState[]): LedgerRecord[] {
    return [...this.all()].filter(({ state }) => states.includes(state)).sort((a, b) => a.at - b.at);
  }

  /** What a stopped run left as `sending` may have been sent: only a person can tell. Returns how many. */
  noteInterrupted(now: number): number {
    const interrupted = this.inState('sending');
    for (const record of interrupted) this.set({ ...record, state: 'unknown', at: now, reason: 'stopped' });
    return interrupted.length;
  }

  /** Drops what the schedule cannot ask for again; see {@link compact}. */
  compactAddress(address: string, rule: CompactRule): void {
    const entry = this.entries.get(address);
    if (entry === undefined) return;
    const kept = compact([...entry.records.values()], rule);
    entry.records.clear();
    for (const record of kept) entry.records.set(periodKey(record.kind, record.period), record);
    if (kept.length === 0 && entry.lastDigests.size === 0) this.entries.delete(address);
  }
}
