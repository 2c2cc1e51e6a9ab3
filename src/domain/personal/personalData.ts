/**
 * Personal data in a text: names, phones, private e-mails, СНИЛС, passports, dates of birth.
 * Svodka never keeps them (docs/design.md, «Rules that keep people's data safe», 7), so this tells only the kind
 * and the place.
 * Plain rules, no dictionary of people; linear in the length of the text; never throws.
 */
import { findEmails, findPhones } from './contacts';
import type { Finding, PersonalKind } from './finding';
import { findNames } from './names';
import { findBirthdates, findPassports, findSnils } from './numbers';

export type { FindingKind, PersonalKind } from './finding';

export interface PersonalData {
  readonly kind: PersonalKind;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"«»]+/gi;
/** Numbers and names inside links are no personal data: links are read as blanks of the same length. */
const withoutLinks = (text: string): string =>
  /:\/\/|www\./i.test(text) ? text.replace(LINK, (link) => ' '.repeat(link.length)) : text;

/** Findings in the order of the text, none inside another: the first and longest wins. */
function apart(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (finding.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(finding);
  }
  return kept;
}

function search(text: string, letterhead: boolean): Finding[] {
  const plain = withoutLinks(text);
  // Most cells hold no two digits: skipping these searches keeps ten thousand rows fast.
  const digits = /\d\D{0,3}\d/.test(plain);
  const numbers = digits
    ? [
        ...findSnils(plain),
        ...findPassports(plain),
        ...findBirthdates(plain),
        ...findPhones(plain, letterhead),
      ]
    : [];
  return apart([...numbers, ...findEmails(plain), ...findNames(plain)]);
}

/** What a letter holds: a number with a town's code is named an office's phone. */
export const findInLetter = (text: string): readonly Finding[] => search(text, true);

/** What must not stand in a cell. A phone that is named as an office's («факс», «приёмная») is allowed. */
export function findPersonalData(text: string): readonly PersonalData[] {
  return search(text, false).flatMap(({ kind, start, end }) =>
    kind === 'office-phone' ? [] : [{ kind, start, end }],
  );
}
