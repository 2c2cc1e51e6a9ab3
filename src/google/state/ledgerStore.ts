/**
 * The ledger of mails in the script properties of the control book's project, beside the jobs' memory. Addresses
 * are spread over a fixed number of properties, so that telling what became of one mail writes one or two of them.
 *
 * https://developers.google.com/apps-script/guides/services/quotas : 9 kB a value, 500 kB a store.
 */
import type { CivilDate } from '../../domain/dates/civil';
import {
  type AddressLedger,
  LEDGER_KINDS,
  LEDGER_STATES,
  Ledger,
  type LedgerKey,
  type LedgerKind,
  type LedgerRecord,
  type LedgerState,
  type Tightness,
} from '../../domain/mail/ledger';
import type { DigestMark } from '../../domain/mail/parts';
import { ascii } from './state';

const PREFIX = 'mail.';
/** With {@link MOST_CHARACTERS} each they stay under 400 kB, which leaves room for the jobs' memory. */
const SHARDS = 45;
const MOST_CHARACTERS = 8_800;
/** A write that failed may be repeated: it says the same again. */
const TRIES = 3;

/** The ledger cannot be read, or there is no room left in it: nothing may be sent then. */
export class LedgerTrouble extends Error {
  constructor(readonly what: 'unreadable' | 'full') {
    super(what);
  }
}

export interface KeepRule {
  readonly today: CivilDate;
  readonly keepDays: number;
}

/** What lies in one property: by address its records as text, and what the last digests said. */
type Shard = Record<string, readonly [records: string, marks?: Readonly<Record<string, DigestMark>>]>;

export class LedgerStore {
  private readonly store = PropertiesService.getScriptProperties();
  /** Addresses by shard, those that were read and those that came. */
  private readonly shards = Array.from({ length: SHARDS }, () => new Set<string>());
  private readonly written = new Map<string, string>();
  readonly ledger: Ledger;
  /** Some of the records found no room. */
  isFull = false;

  /** Reads it anew: another run may have sent since the jobs' memory was read. Two calls. */
  constructor(private readonly rule: KeepRule) {
    const entries: AddressLedger[] = [];
    for (const [name, text] of Object.entries(this.store.getProperties())) {
      if (!name.startsWith(PREFIX)) continue;
      this.written.set(name, text);
      entries.push(...readShard(text));
    }
    for (const { address } of entries) this.shards[shardOf(address)]?.add(address);
    this.ledger = new Ledger(entries);
  }

  /** Writes what was touched since the last time, in one call. @throws LedgerTrouble when it has no room */
  save(): void {
    const { ledger } = this;
    const shards = new Set([...ledger.touched].map(shardOf));
    for (const address of ledger.touched) this.shards[shardOf(address)]?.add(address);
    const changed: Record<string, string> = {};
    for (const shard of shards) {
      const name = PREFIX + shard;
      const text = this.textOf(shard);
      if (this.written.get(name) !== text) changed[name] = text;
    }
    if (Object.keys(changed).length > 0) this.write(changed);
    for (const [name, text] of Object.entries(changed)) this.written.set(name, text);
    ledger.touched.clear();
  }

  /** As {@link save}; where there is no room for these records they are taken back, and the others are written. */
  saveOrRemove(keys: readonly LedgerKey[]): boolean {
    try {
      this.save();
      return true;
    } catch (error) {
      if (!(error instanceof LedgerTrouble)) throw error;
      for (const key of keys) this.ledger.remove(key);
      this.isFull = true;
      this.save();
      return false;
    }
  }

  private write(changed: Record<string, string>): void {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.store.setProperties(changed);
        return;
      } catch (error) {
        if (attempt >= TRIES) throw error;
      }
    }
  }

  private textOf(shard: number): string {
    const addresses = [...(this.shards[shard] ?? [])];
    const make = (tightness: Tightness, marks: boolean): string => {
      for (const address of addresses) this.ledger.compactAddress(address, { ...this.rule, tightness });
      return writeShard(
        addresses.map((address) => this.ledger.of(address)),
        marks,
      );
    };
    for (const [tightness, marks] of [
      ['loose', true],
      ['tight', true],
      ['tight', false],
      ['bare', false],
    ] as const) {
      const text = make(tightness, marks);
      if (text.length <= MOST_CHARACTERS) return text;
    }
    throw new LedgerTrouble('full');
  }
}

function shardOf(address: string): number {
  let sum = 7;
  for (let index = 0; index < address.length; index += 1)
    sum = (sum * 31 + address.charCodeAt(index)) % 1_000_003;
  return sum % SHARDS;
}

const letterOf = (index: number): string => String.fromCharCode(97 + index);
const indexOf = (letter: string): number => letter.charCodeAt(0) - 97;
/** In the order in which the letters were given out: a new one goes to the end. */
const KIND_LETTERS: readonly LedgerKind[] = LEDGER_KINDS;
const STATE_LETTERS: readonly LedgerState[] = LEDGER_STATES;

/** «c2020-10-05⇥cq5k3f0⇥» — kind and period, state and second, reason. */
const writeRecord = ({ kind, period, state, at, reason }: LedgerRecord): string =>
  [
    letterOf(KIND_LETTERS.indexOf(kind)) + period,
    letterOf(STATE_LETTERS.indexOf(state)) + at.toString(36),
    reason,
  ]
    .map((part) => part.replace(/[\t\n]/g, ' '))
    .join('\t');

function readRecord(address: string, line: string): LedgerRecord {
  const [first = '', second = '', reason = ''] = line.split('\t');
  const kind = KIND_LETTERS[indexOf(first)];
  const state = STATE_LETTERS[indexOf(second)];
  const at = Number.parseInt(second.slice(1), 36);
  if (kind === undefined || state === undefined || !(at >= 0)) throw new LedgerTrouble('unreadable');
  return { kind, period: first.slice(1), address, state, at, reason };
}

function writeShard(entries: readonly AddressLedger[], withMarks: boolean): string {
  const shard: Shard = {};
  for (const { address, records, marks } of entries) {
    const lines = records.map(writeRecord).join('\n');
    const hasMarks = withMarks && Object.keys(marks).length > 0;
    if (lines !== '' || hasMarks) shard[address] = hasMarks ? [lines, marks] : [lines];
  }
  return ascii(JSON.stringify(shard));
}

function readShard(text: string): AddressLedger[] {
  let shard: unknown;
  try {
    shard = JSON.parse(text);
  } catch {
    throw new LedgerTrouble('unreadable');
  }
  // What was damaged must not be taken for an empty one: mails would go out twice.
  if (!isShard(shard)) throw new LedgerTrouble('unreadable');
  return Object.entries(shard).map(([address, [lines, marks]]) => ({
    address,
    records: lines === '' ? [] : lines.split('\n').map((line) => readRecord(address, line)),
    marks: marks ?? {},
  }));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isShard = (value: unknown): value is Shard =>
  isObject(value) &&
  Object.values(value).every(
    (entry) =>
      Array.isArray(entry) &&
      typeof entry[0] === 'string' &&
      (entry[1] === undefined || (isObject(entry[1]) && Object.values(entry[1]).every(isObject))),
  );
