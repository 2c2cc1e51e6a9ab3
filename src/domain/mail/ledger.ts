/**
 * The ledger: what became of each part of each mail, one record per (kind, period, address). A mail is repeated by
 * nobody as long as its record is here, and a record is kept for as long as the schedule could ask for it again.
 */
import { addDays, type CivilDate } from '../dates/civil';
import { fingerprint } from '../values/fingerprint';
import type { DigestMark } from './parts';
import { CATCH_UP_DAYS } from './settings';

/** In the order of importance in which mails go out. `return`, `request` and `reminder` are all reminders. */
export const LEDGER_KINDS = ['return', 'request', 'ministry', 'district', 'passOn', 'reminder'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/**
 * `planned`: about to be sent by the run that wrote it. `sending`: handed to Google, or not, if the run was stopped
 * just then. `unknown`: such a record found by a later run, or an answer of Google's that leaves it open.
 * `settled`: unknown, and the administrator has said that it is to rest. `dropped`: had become stale when its turn came.
 */
export const LEDGER_STATES = [
  'planned',
  'sending',
  'sent',
  'failed',
  'unknown',
  'settled',
  'dropped',
] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface LedgerKey {
  readonly kind: LedgerKind;
  /**
   * Begins with a day: of the digest's morning, of the reminder, of the return (see {@link returnPeriod}), for
   * `passOn` the deadline that cannot be made, with the district behind it.
   */
  readonly period: string;
  readonly address: string;
}

export interface LedgerRecord extends LedgerKey {
  readonly state: LedgerState;
  /** Seconds since the epoch. */
  readonly at: number;
  /** A code of ours (src/messages/mail/plan.ts has the words), or what Google said. */
  readonly reason: string;
}

export const keyText = ({ kind, period, address }: LedgerKey): string => `${kind}\t${period}\t${address}`;

const isKind = (text: string): text is LedgerKind => (LEDGER_KINDS as readonly string[]).includes(text);

/** The way back; null for a text that names no record. */
export function readKey(text: string): LedgerKey | null {
  const [kind = '', period = '', address = '', ...more] = text.split('\t');
  return isKind(kind) && period !== '' && address !== '' && more.length === 0
    ? { kind, period, address }
    : null;
}

const PRINT_LENGTH = 4;

/** Tells a report apart among those returned on one day: a head may return hundreds at once, and all must be kept. */
export const returnPrint = (book: string, pair: string): string =>
  fingerprint(`${book} ${pair}`).slice(-PRINT_LENGTH).padStart(PRINT_LENGTH, '0');

/** Period of the reports returned on that day which one mail tells of. */
export const returnPeriod = (on: CivilDate, prints: readonly string[]): string => `${on} ${prints.join('')}`;

function tellsOf({ kind, period }: LedgerRecord, on: CivilDate, print: string): boolean {
  if (kind !== 'return' || !period.startsWith(on)) return false;
  for (let at = DAY_LENGTH + 1; at < period.length; at += PRINT_LENGTH) {
    if (period.startsWith(print, at)) return true;
  }
  return false;
}

const COMPUTED_ANEW: readonly LedgerKind[] = ['return', 'request', 'reminder'];

/**
 * Whether a record keeps the same mail from being sent: a plan does not, nor a reminder that was dropped because
 * nothing was owed any more. A digest that had nothing to tell is done with.
 */
const leaves = ({ state, kind }: LedgerRecord): boolean =>
  state !== 'planned' && !(state === 'dropped' && COMPUTED_ANEW.includes(kind));
/** Nobody has to do anything about it any more. */
const isAtRest = ({ state }: LedgerRecord): boolean =>
  state === 'sent' || state === 'failed' || state === 'dropped' || state === 'settled';

interface Entry {
  readonly records: Map<string, LedgerRecord>;
  /** What the last digest said, by what it was about. */
  readonly marks: Map<string, DigestMark>;
}

export interface AddressLedger {
  readonly address: string;
  readonly records: readonly LedgerRecord[];
  readonly marks: Readonly<Record<string, DigestMark>>;
}

const periodKey = (kind: LedgerKind, period: string): string => `${kind}\t${period}`;

/** Kept in memory while a run lasts; src/google/state/ledgerStore.ts writes the addresses that were touched. */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  /** Addresses changed since {@link settleTouched}. */
  readonly touched = new Set<string>();

  constructor(entries: Iterable<AddressLedger> = []) {
    for (const { address, records, marks } of entries) {
      const entry = this.entryOf(address);
      for (const record of records) entry.records.set(periodKey(record.kind, record.period), record);
      for (const [about, mark] of Object.entries(marks)) entry.marks.set(about, mark);
    }
  }

  private entryOf(address: string): Entry {
    let entry = this.entries.get(address);
    if (entry === undefined) {
      entry = { records: new Map(), marks: new Map() };
      this.entries.set(address, entry);
    }
    return entry;
  }

  of(address: string): AddressLedger {
    const entry = this.entries.get(address);
    return {
      address,
      records: entry === undefined ? [] : [...entry.records.values()],
      marks: entry === undefined ? {} : Object.fromEntries(entry.marks),
    };
  }

  *all(): Iterable<LedgerRecord> {
    for (const { records } of this.entries.values()) yield* records.values();
  }

  find({ kind, period, address }: LedgerKey): LedgerRecord | null {
    return this.entries.get(address)?.records.get(periodKey(kind, period)) ?? null;
  }

  /** Whether this very part went out, may have, or was refused for good. */
  has(key: LedgerKey): boolean {
    const record = this.find(key);
    return record !== null && leaves(record);
  }

  /** Whether the address was told, or may have been, that this report was returned on that day. */
  hasReturn(address: string, on: CivilDate, print: string): boolean {
    const records = this.entries.get(address)?.records.values() ?? [];
    return [...records].some((record) => leaves(record) && tellsOf(record, on, print));
  }

  /** The latest day of a part of these kinds that went out, or may have; '' when none did. */
  lastDay(address: string, kinds: readonly LedgerKind[]): string {
    let last = '';
    for (const record of this.entries.get(address)?.records.values() ?? []) {
      const day = record.period.slice(0, DAY_LENGTH);
      if (kinds.includes(record.kind) && leaves(record) && day > last) last = day;
    }
    return last;
  }

  mark(address: string, about: string): DigestMark | null {
    return this.entries.get(address)?.marks.get(about) ?? null;
  }

  set(record: LedgerRecord): void {
    const reason = record.reason.slice(0, LONGEST_REASON);
    this.entryOf(record.address).records.set(periodKey(record.kind, record.period), { ...record, reason });
    this.touched.add(record.address);
  }

  /** As if nothing had been planned: for what there is no room to write down, and so was not sent. */
  remove({ kind, period, address }: LedgerKey): void {
    this.entries.get(address)?.records.delete(periodKey(kind, period));
    this.touched.add(address);
  }

  /** A plan for another day takes the place of the one that was not carried out. */
  replan(record: LedgerRecord): void {
    const { records } = this.entryOf(record.address);
    const day = record.period.slice(0, DAY_LENGTH);
    for (const [key, known] of records) {
      const takesItsPlace = known.kind !== 'return' || known.period.startsWith(day);
      if (known.state === 'planned' && known.kind === record.kind && takesItsPlace) records.delete(key);
    }
    this.set(record);
  }

  setMark(address: string, about: string, mark: DigestMark): void {
    this.entryOf(address).marks.set(about, mark);
    this.touched.add(address);
  }

  /** Records in this state, oldest first. */
  inState(...states: LedgerState[]): LedgerRecord[] {
    return [...this.all()].filter(({ state }) => states.includes(state)).sort((a, b) => a.at - b.at);
  }

  /** What a stopped run left as `sending` may have left the house: only a person can tell. Gives how many. */
  doubtInterrupted(now: number): number {
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
    if (kept.length === 0 && entry.marks.size === 0) this.entries.delete(address);
  }
}

const DAY_LENGTH = 10;
/** Google's own words may be long; the beginning says enough. */
const LONGEST_REASON = 80;

/**
 * How much must go. `loose`: what is older than the schedule looks back. `tight`: of what is at rest only the last of
 * each kind, and returns that could still be asked for. `bare`: plans, too, which are made anew.
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
  const recent = records.filter(
    (record) => !isAtRest(record) || record.period.slice(0, DAY_LENGTH) >= oldest,
  );
  if (rule.tightness === 'loose') return recent;
  const askedFor = addDays(rule.today, -CATCH_UP_DAYS);
  const last = new Map<LedgerKind, string>();
  for (const record of recent) {
    if (leaves(record) && record.period > (last.get(record.kind) ?? '')) last.set(record.kind, record.period);
  }
  return recent.filter((record) => {
    if (record.state === 'planned' && rule.tightness === 'bare') return false;
    const { kind, period, state } = record;
    const day = period.slice(0, DAY_LENGTH);
    return (
      !isAtRest(record) ||
      (kind === 'return' && state !== 'dropped' && day >= askedFor) ||
      last.get(kind) === period
    );
  });
}

/**
 * Why nothing, or not everything, is sent. `forbidden`: mail was not granted; `exhausted`: the day's allowance is
 * spent; `failing`: Google leaves open what became of the mails; `unreadable`, `full`: the ledger itself; `copied`:
 * this control book is a copy; `books`: a book cannot be read, and figures of all books wait for it.
 */
export interface MailTrouble {
  readonly kind: 'forbidden' | 'exhausted' | 'failing' | 'unreadable' | 'full' | 'copied' | 'books';
  /** What Google said; '' where it said nothing. */
  readonly said: string;
}
