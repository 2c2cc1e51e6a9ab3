/**
 * Who may be written to: the rows of «Адреса», and what is wrong with them once the books are known. Only this file
 * makes an {@link Addressee} out of text, and only out of a row: what is not listed cannot be written to.
 */

import { cellAt, rowCount, sheetRow, type Table, textAt } from '../../schema/table';
import { isEmail } from '../../schema/types';
import { cellText } from '../../values/cell';
import { listItems, sameKey } from '../../values/text';
import type { Language, MailRole } from '../parts';
import {
  type Charge,
  type ChargeRow,
  curatedBy,
  headedBy,
  type Meant,
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
  readonly organisations: readonly Charge[];
  /** Whose head this is. */
  readonly districts: readonly Charge[];
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

export interface People {
  /** In the order of the rows. */
  readonly all: readonly Addressee[];
  readonly byAddress: ReadonlyMap<string, Addressee>;
  /** Rows first, then what no row is there for. */
  readonly doubts: readonly PeopleDoubt[];
}

export interface PeopleWords {
  readonly roles: Readonly<Record<MailRole, string>>;
  readonly languages: Readonly<Record<Language, string>>;
}

interface Draft {
  readonly language: Language | null;
  readonly roles: Set<MailRole>;
  readonly organisations: Charge[];
  readonly districts: Charge[];
}

/** What a reading knows of the books. */
export interface PeopleReading {
  /** Those that could be read. */
  readonly books: readonly PeopleBook[];
  /** What those that could not may hold as well; null when all were read. */
  readonly hidden: Overlap | null;
}

/** `language`: of whoever has none in the row. A row without a role or with an unreadable address is nobody's. */
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
  const drafts = new Map<string, Draft>();
  const doubts: PeopleDoubt[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    const role = roleOf.get(sameKey(textAt(table, row, 'role')));
    const emails = listItems(cellText(cellAt(table, row, 'email'))).filter(isEmail);
    if (role === undefined || emails.length === 0) continue;
    const texts: ChargeRow = {
      organisation: textAt(table, row, 'organisation'),
      district: textAt(table, row, 'district'),
      book: textAt(table, row, 'book'),
    };
    const charges = (meant: Meant, of: 'organisation' | 'district'): readonly Charge[] => {
      if (meant.ok) return meant.charges;
      const text = texts[of];
      if (text === '' || books.length === 0) return [];
      if (meant.why === 'several') {
        // While a book cannot be read nobody knows: the row waits, and nothing is to be mended.
        if (hidden === null) doubts.push({ code: 'severalBooks', row: sheetRow(row), text, of });
      } else {
        const code = of === 'organisation' ? 'unknownOrganisation' : 'unknownDistrict';
        doubts.push({ code, row: sheetRow(row), text });
      }
      return [];
    };
    const organisations = role === 'curator' ? charges(curatedBy(texts, books, hidden), 'organisation') : [];
    const districts = role === 'head' ? charges(headedBy(texts, books, hidden), 'district') : [];
    const own = languageOf.get(sameKey(textAt(table, row, 'language'))) ?? null;
    for (const email of emails) {
      const address = email.toLowerCase();
      const draft = drafts.get(address) ?? {
        language: own,
        roles: new Set<MailRole>(),
        organisations: [],
        districts: [],
      };
      drafts.set(address, draft);
      draft.roles.add(role);
      addOnce(draft.organisations, organisations);
      addOnce(draft.districts, districts);
    }
  }
  const all = [...drafts].map(
    ([address, draft]): Addressee => ({
      address: address as ListedAddress,
      language: draft.language ?? language,
      roles: [...draft.roles],
      organisations: draft.organisations,
      districts: draft.districts,
    }),
  );
  return {
    all,
    byAddress: new Map(all.map((each) => [each.address, each])),
    doubts: [...doubts, ...missingPeople(all, books)],
  };
}

function addOnce(list: Charge[], more: readonly Charge[]): void {
  for (const one of more)
    if (!list.some(({ book, id }) => book === one.book && id === one.id)) list.push(one);
}

const chargeKey = ({ book, id }: Charge): string => `${book}\n${id}`;

function missingPeople(all: readonly Addressee[], books: readonly PeopleBook[]): PeopleDoubt[] {
  const curated = new Set(all.flatMap(({ organisations }) => organisations.map(chargeKey)));
  const headed = new Set(all.flatMap(({ districts }) => districts.map(chargeKey)));
  const doubts: PeopleDoubt[] = [];
  if (!all.some(({ roles }) => roles.includes('ministry'))) doubts.push({ code: 'noMinistry' });
  for (const book of books) {
    for (const [key, district] of book.districts) {
      // An organisation without a district has nobody above it that could be named in «Адреса».
      if (key !== '' && !headed.has(chargeKey({ book: book.id, id: key }))) {
        doubts.push({ code: 'noHead', book: book.id, district });
      }
    }
    for (const id of book.reporting) {
      if (!curated.has(chargeKey({ book: book.id, id }))) {
        doubts.push({ code: 'noCurator', book: book.id, organisation: id });
      }
    }
  }
  return doubts;
}
