/** Who would get what and why at the next morning, and who would not and why. Nothing is sent, nothing is written. */

import type { DryRunMail, MailDryRun } from '../../contract/mails';
import { addDays, type CivilDate, formatRu } from '../../domain/dates/civil';
import { forecast } from '../../domain/mail/forecast';
import { outstandingByOrganisation } from '../../domain/mail/outstandingByOrganisation';
import type { Addressee } from '../../domain/mail/people/people';
import { skipReasons } from '../../domain/mail/people/skipReasons';
import { type DueMail, slotCalendar } from '../../domain/mail/plan';
import type { PlanInput } from '../../domain/mail/planInput';
import { isSendingTime, type Now, nextAllowed } from '../../domain/mail/schedule';
import { LAST_HOUR } from '../../domain/mail/settings';
import { mailLeft } from '../../google/services/app';
import { whyText } from '../../messages/mail/kinds';
import { doubtText, rolesText, skipReasonText, dryRun as words } from '../../messages/mail/plan';
import type { Uses } from '../run/parts';
import { nowOf } from './active';
import { gather, type MailReading } from './facts';
import { allotmentOf, inputOf, peopleNow } from './plan';
import { openLedger } from './send';
import { aheadLabel, partLabel } from './show';

/** What Google allows a consumer's account, where it does not say (guides/services/quotas). */
const USUAL_QUOTA = 100;

/** The rest of today's sending hours, or else the next day that is not quiet. */
function nextMoment(now: Now, run: Uses<'office'>): Now {
  const date = isSendingTime(now, run.office.settings)
    ? now.date
    : nextAllowed(now.hour < LAST_HOUR ? now.date : addDays(now.date, 1), run.office.settings);
  return { date, hour: LAST_HOUR - 1 };
}

/** Per person, in the order of «Адреса». */
function aheadOf(input: PlanInput, { requestsAhead }: MailReading, perDay: number): MailDryRun['ahead'] {
  const mails = forecast(input, requestsAhead, perDay);
  return input.people.all.flatMap((to) => {
    const own = mails.get(to);
    if (own === undefined) return [];
    return [
      {
        address: to.address,
        roles: rolesText(to.roles),
        mails: own.map(({ on, mail, facts }) => ({
          on: formatRu(on),
          parts: mail.parts.map((part) => aheadLabel(part, facts)),
        })),
      },
    ];
  });
}

export function mailDryRun(run: Uses<'memory' | 'office' | 'people' | 'books' | 'readings'>): MailDryRun {
  const { ledger } = openLedger(run);
  const reading = gather(run, false);
  const people = peopleNow(run, reading);
  const now = nowOf(run.office.moment());
  const then = nextMoment(now, run);
  const since = (run.memory.state.mail.since ?? then.date) as CivilDate;
  const input = inputOf(run, reading, people, ledger, {
    scheduled: true,
    now: then,
    since: since < then.date ? since : then.date,
  });
  const left = mailLeft() ?? USUAL_QUOTA;
  const allowed = then.date === now.date ? left : Math.max(run.memory.state.mail.perDay, left);
  const due = allotmentOf(run, input, allowed);
  const shown = (mail: DueMail, when: string): DryRunMail => ({
    address: mail.to.address,
    roles: rolesText(mail.to.roles),
    parts: mail.parts.map((part) => partLabel(part, reading.facts)),
    kinds: mail.parts.map(({ kind }) => kind),
    why: mail.why.map(whyText),
    when,
  });
  const day = then.date === now.date ? words.now : words.on(then.date);
  const gets = [
    ...due.now.map((mail) => shown(mail, day)),
    ...due.later.map((mail) => shown(mail, words.later)),
  ];
  const getting = new Set(gets.map(({ address }) => address as string));
  const calendar = slotCalendar(input);
  const outstanding = outstandingByOrganisation(reading.facts.books);
  const not = people.all
    .filter(({ address }) => !getting.has(address))
    .map((to: Addressee) => ({
      address: to.address as string,
      roles: rolesText(to.roles),
      why: skipReasons(to, input, calendar, outstanding).map(skipReasonText).join('; '),
    }));
  const nameOf = (book: string, id: string) =>
    reading.facts.books.find((each) => each.id === book)?.analysis.registry.organisationLabel(id) ?? id;
  return {
    gets,
    not,
    ahead: aheadOf(input, reading, Math.max(run.memory.state.mail.perDay, left)),
    doubts: people.doubts.map((doubt) => doubtText(doubt, nameOf)),
    sentence: words.sentence(gets.length, due.later.length, formatRu(then.date)),
  };
}
