/**
 * Sends what is due, batch by batch: before each batch the books and «Адреса» are read again, before each mail
 * the ledger says that it is being sent. One write records the end of one mail and the beginning of the next, so a
 * mail costs two calls.
 */
import type { MailFacts } from '../../domain/mail/facts';
import {
  DIGEST_NAMES,
  digestKind,
  digestOf,
  MAIL_KIND_NAMES,
  type MailKindName,
} from '../../domain/mail/kinds';
import type { LedgerKey, LedgerRecord, LedgerState } from '../../domain/mail/ledger/record';
import type { Mail } from '../../domain/mail/mail';
import type { People } from '../../domain/mail/people/people';
import { type DueMail, dueMails, mayBySchedule, slotCalendar, stalePlans } from '../../domain/mail/plan';
import type { PlanInput } from '../../domain/mail/planInput';
import { spendable } from '../../domain/mail/quota';
import { latestSlot, nextSlot } from '../../domain/mail/schedule';
import type { MailTrouble } from '../../domain/mail/trouble';
import { mailLeft } from '../../google/services/app';
import { sendMail } from '../../google/services/mail';
import { LedgerStore } from '../../google/state/ledgerStore';
import { composeMail } from '../../mail/compose';
import type { Uses } from '../run/parts';
import { OutOfTime } from '../run/time';
import { gather, type MailReading } from './facts';
import { allotmentOf, inputOf, keepDays, peopleNow } from './plan';

const BATCH = 50;
/** After so many unknown outcomes in a row the fault is Google's: the rest is tried in an hour. */
const MOST_UNKNOWN = 3;

export const secondsNow = (): number => Math.floor(Date.now() / 1000);

export const openLedger = (run: Uses<'office'>): LedgerStore =>
  new LedgerStore({ today: inputDay(run), keepDays: keepDays(run.office.settings) });

const inputDay = (run: Uses<'office'>) => run.office.moment().date as PlanInput['now']['date'];

/** Why a run of sending came to its end. */
type End = 'done' | 'time' | 'trouble';

export interface SendResult {
  readonly store: LedgerStore;
  readonly reading: MailReading;
  readonly people: People;
  /** What was still due in the end, by the last reading: it waits. */
  readonly waiting: readonly DueMail[];
  readonly unfinished: boolean;
}

export function sendDue(
  run: Uses<'time' | 'memory' | 'office' | 'people' | 'books' | 'readings'>,
  scheduled: boolean,
): SendResult {
  const { mail } = run.memory.state;
  const store = openLedger(run);
  const { ledger } = store;
  if (ledger.noteInterrupted(secondsNow()) > 0) store.save();
  let reading = gather(run, false, !scheduled);
  const noRoom = new Set<string>();
  for (let batches = 0; ; batches += 1) {
    if (batches > 0) reading = gather(run, true, !scheduled);
    const people = peopleNow(run, reading);
    const input = inputOf(run, reading, people, ledger, { scheduled });
    const left = mailLeft();
    if (left === null) mail.trouble = { kind: 'forbidden', said: '' };
    const { now, later } = allotmentOf(run, input, left ?? 0);
    dropStale(store, [...now, ...later], mayBySchedule(input));
    const open = now.filter(({ to }) => !noRoom.has(to.address));
    const batch = open.slice(0, BATCH);
    const end = batch.length === 0 ? 'done' : sendBatch(run, store, batch, { reading, people, noRoom });
    if (end === 'done' && open.length > BATCH) continue;
    store.save();
    const waiting = dueMails(input);
    if (scheduled) rememberNext(run, input);
    if (mayBySchedule(input) && end !== 'time') closeMornings(run, input, waiting);
    // A look for returns and requests knows nothing of what the schedule waits for.
    if (scheduled && end === 'done' && left !== null) mail.trouble = troubleOf(reading, store);
    return { store, reading, people, waiting, unfinished: end === 'time' };
  }
}

function troubleOf({ complete }: MailReading, { isFull }: LedgerStore): MailTrouble | null {
  if (isFull) return { kind: 'full', said: '' };
  return complete ? null : { kind: 'books', said: '' };
}

function dropStale({ ledger }: LedgerStore, due: readonly DueMail[], bySchedule: boolean): void {
  for (const record of stalePlans(ledger, due, bySchedule))
    ledger.set({ ...record, state: 'dropped', at: secondsNow(), reason: 'stale' });
}

interface BatchContext {
  readonly reading: MailReading;
  readonly people: People;
  /** Addresses whose records did not fit into the ledger: nothing is sent to them in this run. */
  readonly noRoom: Set<string>;
}

function sendBatch(
  run: Uses<'time' | 'memory'>,
  store: LedgerStore,
  batch: readonly DueMail[],
  context: BatchContext,
): End {
  const { people, noRoom } = context;
  const { facts } = context.reading;
  const { ledger } = store;
  const put = (keys: readonly LedgerKey[], state: LedgerState, reason = '') => {
    for (const key of keys) ledger.set({ ...key, state, at: secondsNow(), reason });
  };
  for (const { keys } of batch) {
    for (const key of keys) ledger.replan({ ...key, state: 'planned', at: secondsNow(), reason: '' });
  }
  let unknown = 0;
  for (const due of batch) {
    if (isTimeUp(run)) return 'time';
    const mail = compose(due, facts);
    if (mail === null) {
      put(due.keys, 'dropped', 'stale');
      continue;
    }
    if (!people.byAddress.has(due.to.address)) throw new Error(`not listed: ${due.to.address}`);
    put(due.keys, 'sending');
    // Records the end of the mail before this one as well. What cannot be recorded is not sent.
    if (!store.saveOrRemove(due.keys)) {
      noRoom.add(due.to.address);
      continue;
    }
    const { outcome, why } = sendMail(mail, due.to.address);
    if (outcome === 'sent') {
      put(due.keys, 'sent');
      rememberFigures(store, due, facts);
      unknown = 0;
    } else if (outcome === 'exhausted' || outcome === 'forbidden') {
      put(due.keys, 'planned', outcome);
      run.memory.state.mail.trouble = { kind: outcome, said: why };
      return 'trouble';
    } else {
      put(due.keys, outcome === 'refused' ? 'failed' : 'unknown', why);
      unknown = outcome === 'refused' ? 0 : unknown + 1;
      if (unknown >= MOST_UNKNOWN) {
        run.memory.state.mail.trouble = { kind: 'failing', said: why };
        return 'trouble';
      }
    }
  }
  return 'done';
}

export const compose = ({ to, parts }: DueMail, facts: MailFacts): Mail | null =>
  composeMail({ to: to.address, language: to.language, roles: to.roles, parts, test: null }, facts);

/** Snapshots of the digests, so that the next ones show what changed. */
export function rememberFigures({ ledger }: LedgerStore, { to, parts }: DueMail, facts: MailFacts): void {
  for (const part of parts) {
    const digest = digestOf(part);
    const said = digest?.snapshot(part, facts) ?? null;
    if (digest !== null && said !== null) ledger.setLastDigest(to.address, digest.storedAs(part), said);
  }
}

function rememberNext(run: Uses<'memory'>, input: PlanInput): void {
  const { mail } = run.memory.state;
  const calendar = slotCalendar(input);
  for (const name of DIGEST_NAMES) mail.next[name] = nextSlot(digestKind(name), input.now, calendar);
}

/** A morning is done when none of its digests waits any more. */
function closeMornings(run: Uses<'memory'>, input: PlanInput, waiting: readonly DueMail[]): void {
  const calendar = slotCalendar(input);
  for (const name of DIGEST_NAMES) {
    const digest = digestKind(name);
    if (input.now.hour < digest.hour(input.settings)) continue;
    // A recipient whose book could not be read waits for it.
    if (!input.complete) continue;
    const slot = latestSlot(digest, input.now.date, calendar);
    if (slot === null || waiting.some(({ keys }) => keys.some(({ kind }) => kind === name))) continue;
    run.memory.state.mail.done[name] = slot.day;
  }
}

function isTimeUp(run: Uses<'time'>): boolean {
  try {
    run.time.check();
    return false;
  } catch (error) {
    if (error instanceof OutOfTime) return true;
    throw error;
  }
}

/** Records that changed since a moment and are not under way, by kind. */
export function changedSince(store: LedgerStore, seconds: number): Map<MailKindName, LedgerRecord[]> {
  const changed = new Map<MailKindName, LedgerRecord[]>();
  for (const kind of MAIL_KIND_NAMES) changed.set(kind, []);
  for (const record of store.ledger.all()) {
    if (record.at > seconds && record.state !== 'planned' && record.state !== 'sending') {
      changed.get(record.kind)?.push(record);
    }
  }
  return changed;
}

/** Whether the allowance leaves anything for the schedule; asked before any book is opened. */
export function hasAllowance(run: Uses<'office'>): boolean {
  const left = mailLeft();
  return left === null || spendable(left, run.office.settings) > 0;
}
