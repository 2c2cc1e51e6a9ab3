/** Records and parts of mails in words, for the pages that show them. */

import type { MailRecordView } from '../../contract/mails';
import type { CivilDate } from '../../domain/dates/civil';
import { countsOf, outstandingItems } from '../../domain/mail/content/outstandingItems';
import type { MailFacts } from '../../domain/mail/facts';
import { type MailPart, partRule } from '../../domain/mail/kinds';
import { keyText, type LedgerRecord } from '../../domain/mail/ledger/record';
import { isOver } from '../../domain/mail/ledger/retry';
import { shownIn } from '../../google/book/calendar';
import { KIND_WORDS } from '../../messages/mail/kinds';
import { clippedList, reasonText, STATE_WORDS, triedText } from '../../messages/mail/plan';
import { countsText } from '../../messages/mail/ru';
import type { Uses } from '../run/parts';

/** One call each: moments are the programme's. */
export const recordView = (run: Uses<'office'>, record: LedgerRecord): MailRecordView => ({
  key: keyText(record),
  address: record.address,
  what: KIND_WORDS[record.kind],
  state: record.state,
  stateText: STATE_WORDS[record.state],
  at: shownIn(run.office.settings.timeZone, new Date(record.at * 1000)),
  reason: [reasonText(record.reason), triesOf(run, record)].filter((text) => text !== '').join('; '),
});

function triesOf(run: Uses<'office'>, { state, tried }: LedgerRecord): string {
  if (state !== 'deferred' || tried === undefined) return '';
  return triedText(tried.times, isOver(tried, run.office.moment().date as CivilDate));
}

const MOST_SCHOOLS = 10;
/** In a list of many days. */
const FEW_SCHOOLS = 3;

/** «напоминание: Школа № 1 (просрочено 1, скоро срок 2)»: what a mail of a day to come will be about. */
export function aheadLabel(part: MailPart, facts: MailFacts): string {
  const about = partRule(part.kind).about(part, facts);
  const name = KIND_WORDS[part.kind];
  const counts =
    part.kind === 'reminder' ? ` (${countsText(countsOf(outstandingItems(part.pairs, facts)))})` : '';
  return about.length === 0 ? name : `${name}: ${clippedList(about, FEW_SCHOOLS)}${counts}`;
}

/** «напоминание: Школа № 1, Школа № 2» */
export function partLabel(part: MailPart, facts: MailFacts): string {
  const about = partRule(part.kind).about(part, facts);
  const name = KIND_WORDS[part.kind];
  return about.length === 0 ? name : `${name}: ${clippedList(about, MOST_SCHOOLS)}`;
}
