/** What only a person can decide: mails of which it is not known whether they were sent. */

import type { MailOutcome } from '../../contract/mails';
import { type MailPart, mailKind } from '../../domain/mail/kinds';
import { type LedgerRecord, type LedgerState, readKey } from '../../domain/mail/ledger/record';
import { outstandingByOrganisation } from '../../domain/mail/outstandingByOrganisation';
import type { Addressee } from '../../domain/mail/people/people';
import type { DueMail } from '../../domain/mail/plan';
import { mailLeft } from '../../google/services/app';
import { sendMail } from '../../google/services/mail';
import { mailPress as says } from '../../messages/mail/jobs';
import type { Uses } from '../run/parts';
import { gather } from './facts';
import { writeJournal } from './journal';
import { peopleNow } from './plan';
import { partsByHand } from './preview';
import { compose, openLedger, rememberFigures, secondsNow } from './send';

const isOpen = ({ state }: LedgerRecord): boolean =>
  state === 'unknown' || state === 'failed' || state === 'deferred';

/**
 * Sends the mail again as it would be now, with all its parts: what else is unknown of this address belongs to the
 * same mail. The day's reserve is there for this.
 */
export function mailResend(
  run: Uses<'memory' | 'journal' | 'office' | 'people' | 'books' | 'readings'>,
  key: string,
): MailOutcome {
  const store = openLedger(run);
  const { ledger } = store;
  ledger.noteInterrupted(secondsNow());
  const wanted = readKey(key);
  const record = wanted === null ? null : ledger.find(wanted);
  if (record === null) return { ok: false, sentence: says.noRecord };
  if (!isOpen(record)) return { ok: false, sentence: says.notUnknown };
  const reading = gather(run, false);
  const people = peopleNow(run, reading);
  const to = people.byAddress.get(record.address);
  if (to === undefined) return { ok: false, sentence: says.notListed(record.address) };
  const records = ledger.of(record.address).records.filter((each) => each.state === record.state);
  const put = (state: LedgerState, reason: string) => {
    for (const each of records) ledger.set({ ...each, state, at: secondsNow(), reason });
    store.save();
  };
  const due = dueAgain(
    to,
    records,
    [...new Set(records.map(({ kind }) => mailKind(kind).part.kind))].flatMap((kind) =>
      partsByHand(
        kind,
        to,
        outstandingByOrganisation(reading.facts.books),
        ledger,
        run.memory.state.mail.waiting,
      ),
    ),
  );
  const mail = due.parts.length === 0 ? null : compose(due, reading.facts);
  if (mail === null) {
    put('settled', 'stale');
    return { ok: true, sentence: says.noLonger(to.address) };
  }
  put('sending', '');
  const { outcome, why } = sendMail(mail, to.address, mailLeft());
  if (outcome === 'sent') rememberFigures(store, due, reading.facts);
  const states = { sent: 'sent', refused: 'failed', unknown: 'unknown' } as const;
  // What was certainly not sent stays as it was.
  if (outcome === 'exhausted' || outcome === 'forbidden' || outcome === 'later')
    put(record.state, record.reason);
  else put(states[outcome], outcome === 'sent' ? 'again' : why);
  writeJournal(run, { store, waiting: [], unfinished: false });
  run.memory.save();
  switch (outcome) {
    case 'sent':
      return { ok: true, sentence: says.resent(to.address) };
    case 'exhausted':
      return { ok: false, sentence: says.exhausted };
    case 'later':
      return { ok: false, sentence: says.later(why) };
    case 'unknown':
      return { ok: false, sentence: says.unsure(why) };
    default:
      return { ok: false, sentence: says.refused(why) };
  }
}

const dueAgain = (to: Addressee, keys: DueMail['keys'], parts: readonly MailPart[]): DueMail => ({
  to,
  keys,
  parts,
  why: [],
  rank: 0,
  waitingSince: '',
  oldest: '',
  districts: [],
});

/** The administrator has looked into it: it is not shown any more, and not sent again. */
export function mailForget(run: Uses<'office'>, key: string): MailOutcome {
  const store = openLedger(run);
  const { ledger } = store;
  ledger.noteInterrupted(secondsNow());
  const wanted = readKey(key);
  const record = wanted === null ? null : ledger.find(wanted);
  if (record === null) return { ok: false, sentence: says.noRecord };
  if (!isOpen(record)) return { ok: false, sentence: says.notUnknown };
  ledger.set({ ...record, state: 'settled', at: secondsNow() });
  store.save();
  return { ok: true, sentence: says.forgotten };
}
