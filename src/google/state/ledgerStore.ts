/**
 * The ledger of mails in the script properties of the control book's project, beside the jobs' memory. Addresses
 * are spread over a fixed number of properties, so that recording the outcome of one mail writes one or two of them.
 *
 * https://developers.google.com/apps-script/guides/services/quotas : 9 kB a value, 500 kB a store.
 */
import type { CivilDate } from '../../domain/dates/civil';
import type { Tightness } from '../../domain/mail/ledger/compact';
import { type AddressLedger, Ledger } from '../../domain/mail/ledger/ledger';
import type { LedgerKey } from '../../domain/mail/ledger/record';
import { LedgerTrouble, readShard, writeShard } from './ledger/shard';

const PREFIX = 'mail.';
/** With {@link MOST_CHARACTERS} each they stay under 400 kB, which leaves room for the jobs' memory. */
const SHARDS = 45;
const MOST_CHARACTERS = 8_800;
/** A write that failed may be repeated: it writes the same values. */
const TRIES = 3;

export interface KeepRule {
  readonly today: CivilDate;
  readonly keepDays: number;
}

export class LedgerStore {
  private readonly store = PropertiesService.getScriptProperties();
  /** Addresses by shard, those that were read and those that came. */
  private readonly shards = Array.from({ length: SHARDS }, () => new Set<string>());
  private readonly written = new Map<string, string>();
  readonly ledger: Ledger;
  /** Some of the records did not fit. */
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

  /** Writes what was touched since the last time, in one call. @throws LedgerTrouble when it is full */
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

  /** As {@link save}; where these records do not fit they are taken back, and the others are written. */
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
    const make = (tightness: Tightness, lastDigests: boolean): string => {
      for (const address of addresses) this.ledger.compactAddress(address, { ...this.rule, tightness });
      return writeShard(
        addresses.map((address) => this.ledger.of(address)),
        lastDigests,
      );
    };
    for (const [tightness, lastDigests] of [
      ['loose', true],
      ['tight', true],
      ['tight', false],
      ['bare', false],
    ] as const) {
      const text = make(tightness, lastDigests);
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
