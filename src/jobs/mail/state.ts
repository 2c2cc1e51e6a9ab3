/** How things stand with the mails, and switching them on and off. */

import type { MailOutcome, MailStateView } from '../../contract/mails';
import type { CivilDate } from '../../domain/dates/civil';
import { digestKind } from '../../domain/mail/kinds';
import type { LedgerRecord } from '../../domain/mail/ledger/record';
import { isOver } from '../../domain/mail/ledger/retry';
import { nextSlot } from '../../domain/mail/schedule';
import type { MailTrouble } from '../../domain/mail/trouble';
import { mailLeft } from '../../google/services/app';
import type { MailMemory } from '../../google/state/jobState';
import { LedgerTrouble } from '../../google/state/ledger/shard';
import { SETTING_NAME_WORDS } from '../../messages/jobs/settings';
import { mailPress as says, troubleText, mailState as words } from '../../messages/mail/jobs';
import { NO, YES } from '../../messages/words/words';
import type { Uses } from '../run/parts';
import { isActive, nowOf, takeOverSettings } from './active';
import { openLedger } from './send';
import { recordView } from './show';

const MOST_SHOWN = 50;

/** With these most mails go out all the same. */
const CONCERNS_FEW: ReadonlySet<MailTrouble['kind']> = new Set(['full', 'books']);

/** Opens no book. */
export function mailState(run: Uses<'memory' | 'office'>): MailStateView {
  takeOverSettings(run);
  const { mail } = run.memory.state;
  const left = mailLeft();
  const confirmed = mail.book !== '' && mail.book === run.office.control.file.getId();
  const active = isActive(mail) && confirmed;
  const shown = records(run);
  return {
    on: mail.on,
    confirmed,
    sending:
      active && run.memory.state.scheduleOn && (mail.trouble === null || CONCERNS_FEW.has(mail.trouble.kind)),
    sentences: sentencesOf(run, {
      active,
      confirmed,
      left,
      unknown: shown?.unknown.length ?? 0,
      deferred: shown ?? { again: 0, over: 0 },
    }),
    left,
    reserve: run.office.settings.mailReserve,
    waiting: mail.waiting,
    unknown: shown?.unknown ?? [],
    failed: shown?.failed ?? [],
    deferred: shown?.deferred ?? [],
    over: shown?.over ?? 0,
    latest: shown?.latest ?? [],
  };
}

/** Null where the ledger cannot be read: then nothing is sent either, and the state says so. */
function records(
  run: Uses<'memory' | 'office'>,
): (Pick<MailStateView, 'unknown' | 'failed' | 'deferred' | 'latest'> & Deferred) | null {
  try {
    const { ledger } = openLedger(run);
    const newest = (...states: Parameters<typeof ledger.inState>) =>
      ledger
        .inState(...states)
        .reverse()
        .slice(0, MOST_SHOWN)
        .map((record) => recordView(run, record));
    return {
      // What a stopped run left behind is as unknown as what Google left open.
      unknown: newest('unknown', 'sending'),
      failed: newest('failed'),
      deferred: newest('deferred'),
      latest: newest('sent', 'failed', 'unknown', 'settled', 'dropped', 'deferred'),
      ...deferredOf(ledger.inState('deferred'), run.office.moment().date as CivilDate),
    };
  } catch (error) {
    if (!(error instanceof LedgerTrouble)) throw error;
    run.memory.state.mail.trouble = { kind: error.what, said: '' };
    return null;
  }
}

/** Addresses of mails that were not taken for a passing reason. */
interface Deferred {
  readonly again: number;
  readonly over: number;
}

function deferredOf(records: readonly LedgerRecord[], today: CivilDate): Deferred {
  const over = new Set(records.filter(({ tried }) => isOver(tried, today)).map(({ address }) => address));
  const all = new Set(records.map(({ address }) => address));
  return { again: all.size - over.size, over: over.size };
}

interface Standing {
  readonly active: boolean;
  readonly confirmed: boolean;
  readonly left: number | null;
  readonly unknown: number;
  readonly deferred: Deferred;
}

function sentencesOf(
  run: Uses<'memory' | 'office'>,
  { active, confirmed, left, unknown, deferred }: Standing,
): string[] {
  const { mail, scheduleOn } = run.memory.state;
  const why = !mail.on
    ? [words.off]
    : !confirmed
      ? [words.unconfirmed]
      : !scheduleOn
        ? [words.scheduleOff]
        : [];
  const on = active && mail.since !== null ? [words.on(mail.since as CivilDate), nextText(run)] : [];
  return [
    ...why,
    ...(mail.on && mail.trouble !== null ? [troubleText(mail.trouble)] : []),
    ...on,
    ...(mail.unfinished ? [words.unfinished] : []),
    ...(mail.waiting > 0 ? [waitingText(mail)] : []),
    ...(deferred.again > 0 ? [words.deferred(deferred.again)] : []),
    ...(deferred.over > 0 ? [words.over(deferred.over)] : []),
    left === null ? words.quotaUnknown : words.quota(left, run.office.settings.mailReserve),
    ...(unknown > 0 ? [words.unknown(unknown)] : []),
  ];
}

/** Where the service takes none, it is not the allowance that they wait for. */
const waitingText = ({ waiting, trouble }: MailMemory): string =>
  trouble?.kind === 'busy' || trouble?.kind === 'failing'
    ? words.waitingTurn(waiting)
    : words.waiting(waiting);

/** As the last look saw it, deadlines and all; before the first, by the weekdays. */
function nextText(run: Uses<'memory' | 'office'>): string {
  const { mail } = run.memory.state;
  const now = nowOf(run.office.moment());
  const since = (mail.since ?? now.date) as CivilDate;
  const calendar = { settings: run.office.settings, deadlines: new Set<CivilDate>(), since };
  return words.next((digest) => {
    const known = (mail.next[digest] ?? null) as CivilDate | null;
    return mail.looked !== null && (known === null || known >= now.date)
      ? known
      : nextSlot(digestKind(digest), now, calendar);
  });
}

/** Switches mail on in this very control book, or off. */
export function mailSwitch(run: Uses<'memory' | 'office'>, on: boolean): MailOutcome {
  run.office.control.writeSetting(SETTING_NAME_WORDS.mailOn, on ? YES : NO);
  run.office.readSettings();
  const sentence = switchMail(run, on);
  return { ok: true, sentence };
}

/** A person confirms that this control book, which may be a copy, is the one that sends. */
export function mailConfirmCopy(run: Uses<'memory' | 'office'>): MailOutcome {
  if (!run.office.settings.mailOn) return { ok: false, sentence: says.nothingToConfirm };
  switchMail(run, true);
  return { ok: true, sentence: says.confirmed };
}

function switchMail(run: Uses<'memory' | 'office'>, on: boolean): string {
  const { mail } = run.memory.state;
  const id = run.office.control.file.getId();
  if (mail.book !== id) {
    // Another book's memory: what that one sent says nothing of this one.
    mail.switchedOn = null;
    mail.since = null;
  }
  if (on) mail.book = id;
  mail.trouble = null;
  takeOverSettings(run);
  run.memory.save();
  if (!on) return says.off;
  const since = says.on((mail.since ?? run.office.moment().date) as CivilDate);
  return run.memory.state.scheduleOn ? since : `${since}\n${says.onWithoutSchedule}`;
}
