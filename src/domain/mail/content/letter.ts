/** A whole mail in words: which sections, and what stands around them. */
import type { MailFacts, MailPart, MailRequest } from '../parts';
import type { Letter, Section } from '../section';
import type { MailWords } from '../words';
import { districtSection } from './district';
import { ministrySection } from './ministry';
import { passOnSection, reminderSection } from './reminder';
import { said } from './said';

/** Google takes 250 characters of subject, with the date and the programme; a phone shows the first forty. */
const LONGEST_WHAT = 110;
const LONGEST_TITLE = 90;
/** A list of mails shows a line of it; a head of many districts has a line for each. */
const LONGEST_PREHEADER = 200;

/** What one must act on first. */
const ORDER: readonly MailPart['kind'][] = ['reminder', 'passOn', 'ministry', 'district'];

/** Null when there is nothing to say any more: all that was asked for was filed, the district is gone. */
export function letterOf(request: MailRequest, facts: MailFacts, words: MailWords): Letter | null {
  const sections = ORDER.flatMap((kind) => request.parts.filter((part) => part.kind === kind))
    .map((part) => sectionOf(part, facts, words))
    .filter((section) => section !== null);
  if (sections.length === 0) return null;
  const programme = said(facts.programmeTitle || words.untitledProgramme, LONGEST_TITLE);
  const what = said(sections.map(({ subject }) => subject).join(' · '), LONGEST_WHAT);
  const { subject, footer } = words;
  const whole = subject.whole(what, words.date(facts.today), programme);
  const office = said(facts.office.name, LONGEST_TITLE);
  return {
    language: words.language,
    subject: request.test === null ? whole : subject.test(whole),
    preheader: said(sections.map(gist).join(' '), LONGEST_PREHEADER),
    programme,
    date: words.date(facts.today),
    test: request.test === null ? '' : words.testBanner(said(request.test.insteadOf, LONGEST_TITLE)),
    sections,
    footer: [footer.automatic, footer.why(request.roles, office), footer.stop(facts.office.replyTo)],
  };
}

function sectionOf(part: MailPart, facts: MailFacts, words: MailWords): Section | null {
  switch (part.kind) {
    case 'ministry':
      return ministrySection(part, facts, words);
    case 'district':
      return districtSection(part, facts, words);
    case 'reminder':
      return reminderSection(part, facts, words);
    case 'passOn':
      return passOnSection(part, facts, words);
  }
}

/** What the section says in one line, for the list of mails. */
const gist = ({ title, lead, figures }: Section): string =>
  figures === null
    ? [title, lead].filter((text) => text !== '').join('. ')
    : figures.cells.map(({ label, percent }) => `${label} ${percent}`).join(', ');
