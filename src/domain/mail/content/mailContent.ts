/** A whole mail in words: which sections, and what stands around them. */
import type { MailFacts } from '../facts';
import { type AllMailWords, type MailPart, partRule } from '../kinds';
import type { Language, MailRole } from '../mail';
import type { MailContent, Section } from '../section';
import { oneLine } from './oneLine';

export interface MailRequest {
  /** Where the mail goes: one address. */
  readonly to: string;
  readonly language: Language;
  /** What the person it is made for is in «Адреса»; said in the footer. */
  readonly roles: readonly MailRole[];
  /** In any order: what asks for action is shown first, then digests. */
  readonly parts: readonly MailPart[];
  /** Made to be looked at: marked «проверка», and says whose mail it would be. Null for a real one. */
  readonly test: { readonly insteadOf: string } | null;
}

/** Google takes 250 characters of subject, with the date and the programme; a phone shows the first forty. */
const LONGEST_WHAT = 110;
const LONGEST_TITLE = 90;
/** A list of mails shows a line of it; a head of many districts has a line for each. */
const LONGEST_PREHEADER = 200;

/** Null when there is nothing to say any more: all that was asked for was filed, the district is gone. */
export function mailContent(request: MailRequest, facts: MailFacts, words: AllMailWords): MailContent | null {
  const sections = request.parts
    .map((part) => ({ part, rule: partRule(part.kind) }))
    .sort((a, b) => a.rule.order - b.rule.order)
    .map(({ part, rule }) => rule.section(part, facts, words))
    .filter((section) => section !== null);
  if (sections.length === 0) return null;
  const programme = oneLine(facts.programmeTitle || words.untitledProgramme, LONGEST_TITLE);
  const what = oneLine(sections.map(({ subject }) => subject).join(' · '), LONGEST_WHAT);
  const { subject, footer } = words;
  const whole = subject.whole(what, words.date(facts.today), programme);
  const office = oneLine(facts.office.name, LONGEST_TITLE);
  return {
    language: words.language,
    subject: request.test === null ? whole : subject.test(whole),
    preheader: oneLine(sections.map(gist).join(' '), LONGEST_PREHEADER),
    programme,
    date: words.date(facts.today),
    test: request.test === null ? '' : words.testBanner(oneLine(request.test.insteadOf, LONGEST_TITLE)),
    sections,
    footer: [footer.automatic, footer.why(request.roles, office), footer.stop(facts.office.replyTo)],
  };
}

/** What the section says in one line, for the list of mails. */
const gist = ({ title, lead, figures }: Section): string =>
  figures === null
    ? [title, lead].filter((text) => text !== '').join('. ')
    : figures.cells.map(({ label, percent }) => `${label} ${percent}`).join(', ');
