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
import {
  isPending,
  type LedgerKey,
  type LedgerRecord,
  type LedgerState,
} from '../../domain/mail/ledger/record';
import { restsUntil, triedAgain } from '../../domain/mail/ledger/retry';
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
/** After so many bad answers in a row the fault is the mail service's: the rest waits for another tick. */
const MOST_IN_A_ROW = 3;
/** Until then, at least, where it takes no mail at all. */
const BUSY_SECONDS = 9 * 60;

export const secondsNow = (): number => Math.floor(Date.now() / 1000);

export const openLedger = (run: Uses<'office'>): LedgerStore =>
  new LedgerStore({ today: inputDay(run), keepDays: keepDays(run.office.settings) });

const inputDay = (run: Uses<'office'>) => run.office.moment().date as PlanInput['now']['date'];

/** Why a run of sending came to its end. */
type End = 'done' | 'time' | 'trouble' | 'busy';

export interface SendResult {
  readonly store: LedgerStore;
  readonly reading: MailReading;
  readonly people: People;
  /** What was still due in the end, by the last reading, and might go at once: it waits for the allowance. */
  readonly waiting: readonly DueMail[];
  /** The second from which something that was not taken may be tried again; null where nothing is. */
  readonly retryAt: number | null;
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
    const { ready, all } = allotmentOf(run, input, left ?? 0);
    dropStale(store, all, mayBySchedule(input));
    const open = ready.filter(({ to }) => !noRoom.has(to.address));
    const batch = open.slice(0, BATCH);
    const end =
      batch.length === 0
        ? 'done'
        : sendBatch(run, store, batch, { reading, people, noRoom, left: left ?? 0 });
    if (end === 'done' && open.length > BATCH) continue;
    store.save();
    const due = dueMails(input);
    if (scheduled) rememberNext(run, input);
    if (mayBySchedule(input) && end !== 'time') closeMornings(run, input, due);
    // A look for returns and requests knows nothing of what the schedule waits for.
    if (scheduled && end === 'done' && left !== null) mail.trouble = troubleOf(reading, store);
    return { store, reading, people, ...whatWaits(due, input, end), unfinished: end === 'time' };
  }
}

function whatWaits(
  due: readonly DueMail[],
  input: PlanInput,
  end: End,
): Pick<SendResult, 'waiting' | 'retryAt'> {
  const { ledger, now } = input;
  const seconds = secondsNow();
  const rests = due.map(({ keys }) => restsUntil(keys, ledger, { today: now.date, seconds }));
  const waiting = due.filter((_, index) => rests[index] === null);
  const soonest = Math.min(
    ...rests.map((until) => until ?? Number.POSITIVE_INFINITY),
    ...(end === 'busy' && waiting.length > 0 ? [seconds + BUSY_SECONDS] : []),
  );
  return { waiting, retryAt: Number.isFinite(soonest) ? soonest : null };
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
  /** Recipients that Google allowed before the batch. */
  readonly left: number;
}

function sendBatch(
  run: Uses<'time' | 'memory' | 'office'>,
  store: LedgerStore,
  batch: readonly DueMail[],
  context: BatchContext,
): End {
  const { people, noRoom } = context;
  const { facts } = context.reading;
  const { ledger } = store;
  const today = inputDay(run);
  const put = (keys: readonly LedgerKey[], state: LedgerState, reason = '') => {
    for (const key of keys) {
      const known = ledger.find(key)?.tried;
      const tried = state === 'deferred' ? triedAgain(known, today) : known;
      const keeps = tried !== undefined && (isPending({ state }) || state === 'sending');
      ledger.set({ ...key, state, at: secondsNow(), reason, ...(keeps ? { tried } : {}) });
    }
  };
  for (const { keys } of batch) {
    for (const key of keys) ledger.replan({ ...key, state: 'planned', at: secondsNow(), reason: '' });
  }
  let { left }: { left: number | null } = context;
  const inARow = { unknown: 0, later: 0 };
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
    const { outcome, why } = sendMail(mail, due.to.address, left);
    if (outcome === 'sent') {
      put(due.keys, 'sent');
      rememberFigures(store, due, facts);
      inARow.unknown = 0;
      inARow.later = 0;
      if (left !== null) left -= 1;
    } else if (outcome === 'exhausted' || outcome === 'forbidden') {
      put(due.keys, 'planned', outcome);
      run.memory.state.mail.trouble = { kind: outcome, said: why };
      return 'trouble';
    } else if (outcome === 'refused') {
      put(due.keys, 'failed', why);
      inARow.unknown = 0;
    } else {
      put(due.keys, outcome === 'later' ? 'deferred' : 'unknown', why);
      inARow[outcome] += 1;
      // It may have cost a recipient.
      if (outcome === 'unknown') left = null;
      if (inARow[outcome] >= MOST_IN_A_ROW) {
        run.memory.state.mail.trouble = { kind: outcome === 'later' ? 'busy' : 'failing', said: why };
        return outcome === 'later' ? 'busy' : 'trouble';
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
