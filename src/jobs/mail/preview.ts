/** Any mail as it would be, to look at or to send to oneself: outside the schedule and the ledger's records. */

import type { MailChoice, MailOutcome, MailPreview } from '../../contract/mails';
import type { Ledger } from '../../domain/mail/ledger';
import { chargeOf, type Owed, owedByOrganisation } from '../../domain/mail/outstandingByOrganisation';
import type { MailPart, MailRequest } from '../../domain/mail/parts';
import type { Addressee, People } from '../../domain/mail/people/people';
import { ABOUT_ALL, aboutDistrict } from '../../domain/mail/plan';
import { runner } from '../../google/services/app';
import { ownAddress, sendMail } from '../../google/services/mail';
import { composeMail } from '../../mail/compose';
import { mailPress as says } from '../../messages/mail/jobs';
import type { Run } from '../run/run';
import { gather, type MailReading } from './facts';
import { peopleNow } from './plan';
import { openLedger } from './send';

type Owing = ReadonlyMap<string, readonly Owed[]>;

const owedBy = (to: Addressee, owed: Owing): Owed[] =>
  to.organisations.flatMap((charge) => owed.get(chargeOf(charge)) ?? []);

const refs = (owed: readonly Owed[]) => owed.map(({ book, pair }) => ({ book, pair }));

/** The parts of a mail of this kind made by hand now; none where the address gets no such mail, or nothing is owed. */
export function partsByHand(
  kind: MailPart['kind'],
  to: Addressee,
  owed: Owing,
  ledger: Ledger,
  unsent: number,
): MailPart[] {
  const why = { kind: 'byHand' } as const;
  switch (kind) {
    case 'ministry':
      return to.roles.includes('ministry')
        ? [{ kind, why, previous: ledger.mark(to.address, ABOUT_ALL), unsent }]
        : [];
    case 'district':
      return to.districts.map((charge) => ({
        kind,
        book: charge.book,
        district: charge.id,
        why,
        previous: ledger.mark(to.address, aboutDistrict(charge)),
        unsent: 0,
      }));
    case 'reminder': {
      const pairs = refs(owedBy(to, owed));
      return pairs.length === 0 ? [] : [{ kind, why: ['scheduled'], pairs }];
    }
    case 'passOn':
      return to.districts.flatMap(({ book, id }) => {
        const all = [...owed.values()].flat();
        const pairs = refs(all.filter((each) => each.book === book && each.district === id));
        return pairs.length === 0 ? [] : [{ kind, book, district: id, pairs }];
      });
  }
}

const suits = (kind: MailPart['kind'], to: Addressee): boolean =>
  kind === 'ministry'
    ? to.roles.includes('ministry')
    : kind === 'reminder'
      ? to.organisations.length > 0
      : to.districts.length > 0;

type Choosing =
  | { readonly ok: true; readonly request: MailRequest; readonly reading: MailReading }
  | { readonly ok: false; readonly sentence: string };

function choose(run: Run, { kind, whom }: MailChoice): Choosing {
  const reading = gather(run, false);
  const refuse = (sentence: string) => ({ ok: false, sentence }) as const;
  if (reading.facts.books.length === 0) return refuse(says.noBooks);
  const people = peopleNow(run, reading);
  const owed = owedByOrganisation(reading.facts.books);
  const { ledger } = openLedger(run);
  const partsOf = (to: Addressee) => partsByHand(kind, to, owed, ledger, run.state.mail.waiting);
  const to = whom === '' ? firstFor(kind, people, partsOf) : people.byAddress.get(whom.trim().toLowerCase());
  if (to === undefined) return refuse(whom === '' ? says.nobody : says.notListed(whom));
  if (!suits(kind, to)) return refuse(says.notForThem(to.address));
  const parts = partsOf(to);
  if (parts.length === 0) return refuse(says.nothingToSay(to.address));
  return {
    ok: true,
    reading,
    request: { to: to.address, language: to.language, roles: to.roles, parts, test: null },
  };
}

/** One who has something to be told, else one who could. */
function firstFor(
  kind: MailPart['kind'],
  { all }: People,
  partsOf: (to: Addressee) => readonly MailPart[],
): Addressee | undefined {
  const suitable = all.filter((to) => suits(kind, to));
  return suitable.find((to) => partsOf(to).length > 0) ?? suitable[0];
}

export function mailPreview(run: Run, choice: MailChoice): MailPreview {
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

/** Sends it to whoever presses, marked as a test. */
export function mailTest(run: Run, choice: MailChoice): MailOutcome {
  const own = ownAddress(runner());
  if (own === null) return { ok: false, sentence: says.noOwnAddress };
  const chosen = choose(run, choice);
  if (!chosen.ok) return chosen;
  const { request, reading } = chosen;
  const mail = composeMail({ ...request, to: own, test: { insteadOf: request.to } }, reading.facts);
  if (mail === null) return { ok: false, sentence: says.nothingToSay(request.to) };
  const { outcome, why } = sendMail(mail, own);
  switch (outcome) {
    case 'sent':
      return { ok: true, sentence: says.tested(own) };
    case 'exhausted':
      return { ok: false, sentence: says.exhausted };
    case 'unknown':
      return { ok: false, sentence: says.unsure(why) };
    default:
      return { ok: false, sentence: says.refused(why) };
  }
}
