/**
 * Who may be written to: the rows of «Адреса», and what is wrong with them once the books are known. Only this file
 * makes an {@link Addressee}, and only of a row: an address that is not listed cannot be written to.
 */

import { isEmail } from '../../schema/columnTypes/emails';
import { cellAt, rowCount, sheetRow, type Table, textAt } from '../../schema/table';
import { cellText } from '../../values/cell';
import { listItems, sameKey } from '../../values/text';
import type { Language, MailRole } from '../mail';
import {
  type Assignment,
  type AssignmentMatch,
  type AssignmentRow,
  assignmentKey,
  curatedBy,
  headedBy,
  keyInBook,
  type Overlap,
  type PeopleBook,
} from './assignments';

declare const listed: unique symbol;
/** Lower case. */
export type ListedAddress = string & { readonly [listed]: true };

export interface Addressee {
  readonly address: ListedAddress;
  readonly language: Language;
  /** In the order of the rows, each once. */
  readonly roles: readonly MailRole[];
  /** Whose curator this is. */
  readonly organisations: readonly Assignment[];
  /** Whose head this is. */
  readonly districts: readonly Assignment[];
}

export type PeopleDoubt =
  | { readonly code: 'unknownOrganisation'; readonly row: number; readonly text: string }
  | { readonly code: 'unknownDistrict'; readonly row: number; readonly text: string }
  | {
      readonly code: 'severalBooks';
      readonly row: number;
      readonly text: string;
      readonly of: 'organisation' | 'district';
    }
  | { readonly code: 'noCurator'; readonly book: string; readonly organisation: string }
  | { readonly code: 'noHead'; readonly book: string; readonly district: string }
  | { readonly code: 'noMinistry' };

/** Whether mails for this role go to the address: a head or a curator needs a district or an organisation that exists. */
export function holdsRole({ roles, organisations, districts }: Addressee, role: MailRole): boolean {
  if (role === 'head') return districts.length > 0;
  if (role === 'curator') return organisations.length > 0;
  return roles.includes(role);
}

export interface People {
  /** In the order of the rows. */
  readonly all: readonly Addressee[];
  readonly byAddress: ReadonlyMap<string, Addressee>;
  /** About rows first, then about missing rows. */
  readonly doubts: readonly PeopleDoubt[];
}

export interface PeopleWords {
  readonly roles: Readonly<Record<MailRole, string>>;
  readonly languages: Readonly<Record<Language, string>>;
}

/** What the rows read so far give an address. */
interface AddresseeParts {
  readonly language: Language | null;
  readonly roles: Set<MailRole>;
  readonly organisations: Assignment[];
  readonly districts: Assignment[];
}

/** What a reading knows of the books. */
export interface PeopleReading {
  /** Those that could be read. */
  readonly books: readonly PeopleBook[];
  /** What those that could not may hold as well; null when all were read. */
  readonly hidden: Overlap | null;
}

/** `language`: where the row gives none. A row without a role or with an unreadable address is left out. */
export function readPeople(
  table: Table,
  { books, hidden }: PeopleReading,
  words: PeopleWords,
  language: Language,
): People {
  const roleOf = new Map(
    Object.entries(words.roles).map(([role, text]) => [sameKey(text), role as MailRole]),
  );
  const languageOf = new Map(
    Object.entries(words.languages).map(([each, text]) => [sameKey(text), each as Language]),
  );
  const gathered = new Map<string, AddresseeParts>();
  const doubts: PeopleDoubt[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    const role = roleOf.get(sameKey(textAt(table, row, 'role')));
    const emails = listItems(cellText(cellAt(table, row, 'email'))).filter(isEmail);
    if (role === undefined || emails.length === 0) continue;
    const texts: AssignmentRow = {
      organisation: textAt(table, row, 'organisation'),
      district: textAt(table, row, 'district'),
      book: textAt(table, row, 'book'),
    };
    const assignments = (meant: AssignmentMatch, of: 'organisation' | 'district'): readonly Assignment[] => {
      if (meant.ok) return meant.assignments;
      const text = texts[of];
      if (text === '' || books.length === 0) return [];
      if (meant.why === 'several') {
        // While a book cannot be read it is not known: the row waits, and nothing has to be corrected.
        if (hidden === null) doubts.push({ code: 'severalBooks', row: sheetRow(row), text, of });
      } else {
        const code = of === 'organisation' ? 'unknownOrganisation' : 'unknownDistrict';
        doubts.push({ code, row: sheetRow(row), text });
      }
      return [];
    };
    const organisations =
      role === 'curator' ? assignments(curatedBy(texts, books, hidden), 'organisation') : [];
    const districts = role === 'head' ? assignments(headedBy(texts, books, hidden), 'district') : [];
    const own = languageOf.get(sameKey(textAt(table, row, 'language'))) ?? null;
    for (const email of emails) {
      const address = email.toLowerCase();
      const parts = gathered.get(address) ?? {
        language: own,
        roles: new Set<MailRole>(),
        organisations: [],
        districts: [],
      };
      gathered.set(address, parts);
      parts.roles.add(role);
      addOnce(parts.organisations, organisations);
      addOnce(parts.districts, districts);
    }
  }
  const all = [...gathered].map(
    ([address, parts]): Addressee => ({
      address: address as ListedAddress,
      language: parts.language ?? language,
      roles: [...parts.roles],
      organisations: parts.organisations,
      districts: parts.districts,
    }),
  );
  return {
    all,
    byAddress: new Map(all.map((each) => [each.address, each])),
    doubts: [...doubts, ...missingPeople(all, books)],
  };
}

function addOnce(list: Assignment[], more: readonly Assignment[]): void {
  for (const one of more)
    if (!list.some(({ book, id }) => book === one.book && id === one.id)) list.push(one);
}

function missingPeople(all: readonly Addressee[], books: readonly PeopleBook[]): PeopleDoubt[] {
  const curated = new Set(all.flatMap(({ organisations }) => organisations.map(assignmentKey)));
  const headed = new Set(all.flatMap(({ districts }) => districts.map(assignmentKey)));
  const doubts: PeopleDoubt[] = [];
  if (!all.some(({ roles }) => roles.includes('ministry'))) doubts.push({ code: 'noMinistry' });
  for (const book of books) {
    for (const [key, district] of book.districts) {
      // Organisations without a district have no head.
      if (key !== '' && !headed.has(keyInBook(book.id, key))) {
        doubts.push({ code: 'noHead', book: book.id, district });
      }
    }
    for (const id of book.reporting) {
      if (!curated.has(keyInBook(book.id, id))) {
        doubts.push({ code: 'noCurator', book: book.id, organisation: id });
      }
    }
  }
  return doubts;
}
