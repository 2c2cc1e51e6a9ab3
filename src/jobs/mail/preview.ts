/** Any mail as it would be, to look at or to send to oneself: outside the schedule and the ledger's records. */

import type { MailChoice, MailOutcome, MailPreview } from '../../contract/mails';
import type { MailRequest } from '../../domain/mail/content/mailContent';
import { type MailPart, type PartKind, partRule } from '../../domain/mail/kinds';
import type { Ledger } from '../../domain/mail/ledger/ledger';
import {
  type OutstandingReports,
  outstandingByOrganisation,
} from '../../domain/mail/outstandingByOrganisation';
import { type Addressee, holdsRole, type People } from '../../domain/mail/people/people';
import { mailLeft, runner } from '../../google/services/app';
import { ownAddress, sendMail } from '../../google/services/mail';
import { composeMail } from '../../mail/compose';
import { mailPress as says } from '../../messages/mail/jobs';
import type { Uses } from '../run/parts';
import { gather, type MailReading } from './facts';
import { peopleNow } from './plan';
import { openLedger } from './send';

/** The parts of a mail of this kind made by hand now; none where the address gets no such mail or nothing is to be reported. */
export function partsByHand(
  kind: PartKind,
  to: Addressee,
  outstanding: OutstandingReports,
  ledger: Ledger,
  unsent: number,
): readonly MailPart[] {
  const rule = partRule(kind);
  if (!holdsRole(to, rule.role)) return [];
  const lastDigest = (about: string) => ledger.lastDigest(to.address, about);
  return rule.byHand(to, { outstanding, lastDigest, unsent });
}

type Choosing =
  | { readonly ok: true; readonly request: MailRequest; readonly reading: MailReading }
  | { readonly ok: false; readonly sentence: string };

function choose(
  run: Uses<'memory' | 'office' | 'people' | 'books' | 'readings'>,
  { kind, whom }: MailChoice,
): Choosing {
  const reading = gather(run, false);
  const refuse = (sentence: string) => ({ ok: false, sentence }) as const;
  if (reading.facts.books.length === 0) return refuse(says.noBooks);
  const people = peopleNow(run, reading);
  const outstanding = outstandingByOrganisation(reading.facts.books);
  const { ledger } = openLedger(run);
  const partsOf = (to: Addressee) =>
    partsByHand(kind, to, outstanding, ledger, run.memory.state.mail.waiting);
  const to = whom === '' ? firstFor(kind, people, partsOf) : people.byAddress.get(whom.trim().toLowerCase());
  if (to === undefined) return refuse(whom === '' ? says.nobody : says.notListed(whom));
  if (!holdsRole(to, partRule(kind).role)) return refuse(says.notForThem(to.address));
  const parts = partsOf(to);
  if (parts.length === 0) return refuse(says.nothingToSay(to.address));
  return {
    ok: true,
    reading,
    request: { to: to.address, language: to.language, roles: to.roles, parts, test: null },
  };
}

/** The first address with something to report, else the first that holds the role. */
function firstFor(
  kind: PartKind,
  { all }: People,
  partsOf: (to: Addressee) => readonly MailPart[],
): Addressee | undefined {
  const suitable = all.filter((to) => holdsRole(to, partRule(kind).role));
  return suitable.find((to) => partsOf(to).length > 0) ?? suitable[0];
}

export function mailPreview(
  run: Uses<'memory' | 'office' | 'people' | 'books' | 'readings'>,
  choice: MailChoice,
): MailPreview {
  const chosen = choose(run, choice);
  if (!chosen.ok) return chosen;
  const mail = composeMail(chosen.request, chosen.reading.facts);
  if (mail === null) return { ok: false, sentence: says.nothingToSay(chosen.request.to) };
  const { to, subject, text, html, attachments } = mail;
  return {
    ok: true,
    to,
    subject,
    text,
    html,
    attachments: attachments.map((each) => ({ name: each.name, text: each.text })),
  };
}

/** Sends it to the person who pressed the button, marked as a test. */
export function mailTest(
  run: Uses<'memory' | 'office' | 'people' | 'books' | 'readings'>,
  choice: MailChoice,
): MailOutcome {
  const own = ownAddress(runner());
  if (own === null) return { ok: false, sentence: says.noOwnAddress };
  const chosen = choose(run, choice);
  if (!chosen.ok) return chosen;
  const { request, reading } = chosen;
  const mail = composeMail({ ...request, to: own, test: { insteadOf: request.to } }, reading.facts);
  if (mail === null) return { ok: false, sentence: says.nothingToSay(request.to) };
  const { outcome, why } = sendMail(mail, own, mailLeft());
  switch (outcome) {
    case 'sent':
      return { ok: true, sentence: says.tested(own) };
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
