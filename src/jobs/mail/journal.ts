/** Writes into «Журнал» what became of the mails: one row a run and kind, with the end of every record. */
import { LEDGER_STATES, type LedgerRecord } from '../../domain/mail/ledger/record';
import { clip } from '../../domain/values/text';
import { runWords } from '../../messages/jobs/setup';
import { mailJobs } from '../../messages/mail/jobs';
import type { Uses } from '../run/parts';
import { changedSince, type SendResult, secondsNow } from './send';

/** A cell takes 50,000 characters; a run cannot send so many mails that their addresses fill it. */
const MOST_CHARACTERS = 40_000;

/** What a stopped run did not write is written with what this one did: the state knows since when. */
export function writeJournal(
  run: Uses<'memory' | 'journal' | 'office'>,
  { store, waiting, unfinished }: Pick<SendResult, 'store' | 'waiting' | 'unfinished'>,
): void {
  const { mail } = run.memory.state;
  const moment = run.office.moment();
  let told = mail.loggedAt;
  for (const [kind, records] of changedSince(store, mail.loggedAt)) {
    if (records.length === 0) continue;
    const late = waiting.filter(({ keys }) => keys.some((key) => key.kind === kind)).length;
    const details = [...linesOf(records), ...(late > 0 ? [mailJobs.waiting(late)] : [])];
    run.journal.log(
      moment,
      mailJobs.job(kind),
      '',
      resultOf(records, unfinished),
      clip(details.join('\n'), MOST_CHARACTERS),
    );
    told = Math.max(told, ...records.map(({ at }) => at));
  }
  mail.loggedAt = Math.min(told, secondsNow());
}

function resultOf(records: readonly LedgerRecord[], unfinished: boolean): string {
  if (records.some(({ state }) => state === 'failed' || state === 'unknown' || state === 'deferred'))
    return runWords.failed;
  return unfinished ? runWords.unfinished : runWords.done;
}

/** One line a state and reason. */
function linesOf(records: readonly LedgerRecord[]): string[] {
  const groups = new Map<string, LedgerRecord[]>();
  for (const state of LEDGER_STATES) {
    for (const record of records.filter((each) => each.state === state)) {
      const key = `${state}\t${record.reason}`;
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return [...groups.values()].map((group) => {
    const addresses = [...new Set(group.map(({ address }) => address))];
    return mailJobs.stateOf(group[0]?.state ?? 'sent', addresses, group[0]?.reason ?? '');
  });
}
