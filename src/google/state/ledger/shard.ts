/** One property of the ledger as text: a few addresses with their records and what their last digests said. */
import { type CivilDate, parseIso } from '../../../domain/dates/civil';
import type { DigestFigures, DigestSnapshot } from '../../../domain/mail/digestSnapshot';
import { MAIL_KIND_NAMES, mailKind } from '../../../domain/mail/kinds';
import type { AddressLedger } from '../../../domain/mail/ledger/ledger';
import type { LedgerRecord, LedgerState } from '../../../domain/mail/ledger/record';
import { ascii } from '../stateStore';
import { LEDGER_VERSION, migrated, type StoredShard, VERSION_FIELD } from './migrations';

/**
 * The ledger cannot be used: nothing may be sent then. `unreadable`: damaged; `newer`: written by a later version of
 * this program; `full`: there is no room left in it.
 */
export class LedgerTrouble extends Error {
  constructor(readonly what: 'unreadable' | 'newer' | 'full') {
    super(what);
  }
}

interface StoredDigest {
  readonly on: CivilDate;
  readonly figures: DigestFigures;
  readonly print: string;
  /** Of what was counted; digests of before have none. */
  readonly pairs?: string;
}
type StoredAddress = readonly [records: string, lastDigests?: Readonly<Record<string, StoredDigest>>];

/** How a state is stored. For ever: a letter that was given out is never changed or given again. */
const STATE_LETTERS: Readonly<Record<LedgerState, string>> = {
  planned: 'a',
  sending: 'b',
  sent: 'c',
  failed: 'd',
  unknown: 'e',
  settled: 'f',
  dropped: 'g',
  deferred: 'h',
};

const KINDS = new Map(MAIL_KIND_NAMES.map((name) => [mailKind(name).letter, name]));
const STATES = new Map(
  Object.entries(STATE_LETTERS).map(([state, letter]) => [letter, state as LedgerState]),
);

/** «c2020-10-05⇥cq5k3f0⇥» — kind and period, state and second, reason; «⇥2020-10-05 3» where it was tried in vain. */
const writeRecord = ({ kind, period, state, at, reason, tried }: LedgerRecord): string =>
  [
    mailKind(kind).letter + period,
    STATE_LETTERS[state] + at.toString(36),
    reason,
    ...(tried === undefined ? [] : [`${tried.on} ${tried.times}`]),
  ]
    .map((part) => part.replace(/[\t\n]/g, ' '))
    .join('\t');

/** @throws LedgerTrouble for a letter that no record has: it may stand for a mail that was sent */
function readRecord(address: string, line: string): LedgerRecord {
  const [first = '', second = '', reason = '', third] = line.split('\t');
  const kind = KINDS.get(first.charAt(0));
  const state = STATES.get(second.charAt(0));
  const at = Number.parseInt(second.slice(1), 36);
  if (kind === undefined || state === undefined || !(at >= 0)) throw new LedgerTrouble('unreadable');
  const record = { kind, period: first.slice(1), address, state, at, reason };
  if (third === undefined) return record;
  const [on = '', times = ''] = third.split(' ');
  const day = parseIso(on);
  if (day === null || !(Number(times) >= 0)) throw new LedgerTrouble('unreadable');
  return { ...record, tried: { on: day, times: Number(times) } };
}

const mapped = <From, To>(entries: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));

const writeDigest = ({ on, figures, fingerprint, counted }: DigestSnapshot): StoredDigest => ({
  on,
  figures,
  print: fingerprint,
  ...(counted === '' ? {} : { pairs: counted }),
});
const readDigest = ({ on, figures, print, pairs = '' }: StoredDigest): DigestSnapshot => ({
  on,
  figures,
  fingerprint: print,
  counted: pairs,
});

export function writeShard(entries: readonly AddressLedger[], withDigests: boolean): string {
  const shard: Record<string, number | StoredAddress> = { [VERSION_FIELD]: LEDGER_VERSION };
  for (const { address, records, lastDigests } of entries) {
    const lines = records.map(writeRecord).join('\n');
    const hasDigests = withDigests && Object.keys(lastDigests).length > 0;
    if (lines !== '' || hasDigests)
      shard[address] = hasDigests ? [lines, mapped(lastDigests, writeDigest)] : [lines];
  }
  return ascii(JSON.stringify(shard));
}

/** @throws LedgerTrouble for anything but a shard: taken for an empty one, mails would go out twice */
export function readShard(text: string): AddressLedger[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    throw new LedgerTrouble('unreadable');
  }
  if (!isObject(stored)) throw new LedgerTrouble('unreadable');
  const shard = migrated(stored);
  if (shard === null) throw new LedgerTrouble('newer');
  const { [VERSION_FIELD]: _version, ...addresses } = shard;
  return Object.entries(addresses).map(([address, entry]) => {
    if (!isAddress(entry)) throw new LedgerTrouble('unreadable');
    const [lines, lastDigests = {}] = entry;
    return {
      address,
      records: lines === '' ? [] : lines.split('\n').map((line) => readRecord(address, line)),
      lastDigests: mapped(lastDigests, readDigest),
    };
  });
}

const isObject = (value: unknown): value is StoredShard =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAddress = (entry: unknown): entry is StoredAddress =>
  Array.isArray(entry) &&
  typeof entry[0] === 'string' &&
  (entry[1] === undefined || (isObject(entry[1]) && Object.values(entry[1]).every(isObject)));
