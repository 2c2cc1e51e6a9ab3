/**
 * Which organisation or district a row of «Адреса» means. Books are numbered by themselves, so a code, or a district's
 * name, may stand in several of them: then the row must say more, and until it does no mail is sent for it.
 */
import type { Registry } from '../../report/registry';
import { bookIdIn } from '../../settings/readSettings';
import { fingerprint } from '../../values/fingerprint';
import { sameKey } from '../../values/text';

/** An organisation or a district of one book. */
export interface Assignment {
  readonly book: string;
  /** Organisation's id, or the district's key as `byDistrict` gives it. */
  readonly id: string;
}

/** Ids of organisations, districts and reports are unique in their book only. */
export const keyInBook = (book: string, id: string): string => `${book}\n${id}`;
export const assignmentKey = ({ book, id }: Assignment): string => keyInBook(book, id);

/** A short name of a district, under which the ledger stores what was sent to its head. */
export const districtFingerprint = ({ book, id }: Assignment): string => fingerprint(`${book} ${id}`);

/** What of a book says whether an organisation or a district exists. */
export interface PeopleBook {
  readonly id: string;
  readonly name: string;
  readonly registry: Pick<Registry, 'organisations'>;
  /** Ids of organisations that are asked for reports today; the others need no curator. */
  readonly reporting: ReadonlySet<string>;
  /** Name by key, of districts that have an organisation open today. */
  readonly districts: ReadonlyMap<string, string>;
}

/** Texts of the row. */
export interface AssignmentRow {
  readonly organisation: string;
  readonly district: string;
  readonly book: string;
}

export type AssignmentMatch =
  | { readonly ok: true; readonly assignments: readonly Assignment[] }
  /** `unknown`: no book knows it; `several`: more than one may be meant. */
  | { readonly ok: false; readonly why: 'unknown' | 'several' };

/** What is in more than one book, as the last reading of all of them saw it. */
export interface Overlap {
  /** A code of an organisation. */
  readonly codes: boolean;
  /** Keys of districts. */
  readonly districts: readonly string[];
}

export function overlapOf(books: readonly PeopleBook[]): Overlap {
  const codes = new Set<string>();
  const districts = new Set<string>();
  const shared = new Set<string>();
  let sharedCodes = false;
  for (const { registry, districts: own } of books) {
    for (const id of registry.organisations.keys()) {
      if (codes.has(sameKey(id))) sharedCodes = true;
      codes.add(sameKey(id));
    }
    for (const key of own.keys()) {
      if (key !== '' && districts.has(key)) shared.add(key);
      districts.add(key);
    }
  }
  return { codes: sharedCodes, districts: [...shared].sort() };
}

/** Where not all books were ever read: anything may stand in the others, too. */
export const anyOverlap = (books: readonly PeopleBook[]): Overlap => ({
  codes: true,
  districts: books.flatMap(({ districts }) => [...districts.keys()]),
});

const isNamed = (text: string, { id, name }: PeopleBook): boolean =>
  text === '' || bookIdIn(text) === id || sameKey(text) === sameKey(name);

/**
 * @param hidden what a book that could not be read now may hold as well: rows that it could be meant by as well are
 *   `several`; null when all were read.
 */
export function curatedBy(
  row: AssignmentRow,
  books: readonly PeopleBook[],
  hidden: Overlap | null,
): AssignmentMatch {
  const code = sameKey(row.organisation);
  const district = sameKey(row.district);
  const byCode = books
    .filter((book) => isNamed(row.book, book))
    .flatMap((book) =>
      [...book.registry.organisations]
        .filter(([id]) => sameKey(id) === code)
        .map(([id, organisation]) => ({ assignment: { book: book.id, id }, organisation })),
    );
  if (byCode.length === 0) return { ok: false, why: 'unknown' };
  // The district is looked at only where the code leaves it open: a renamed district stops no mail.
  const isSettled = byCode.length === 1 && (row.book !== '' || hidden?.codes !== true);
  const found = isSettled
    ? byCode
    : byCode.filter(({ organisation }) => district !== '' && sameKey(organisation.district) === district);
  const isOpen =
    hidden?.codes === true && row.book === '' && (district === '' || hidden.districts.includes(district));
  return found.length === 1 && !isOpen
    ? { ok: true, assignments: found.map(({ assignment }) => assignment) }
    : { ok: false, why: 'several' };
}

/** As {@link curatedBy}, for the head of a district. */
export function headedBy(
  row: AssignmentRow,
  books: readonly PeopleBook[],
  hidden: Overlap | null,
): AssignmentMatch {
  const id = sameKey(row.district);
  const found = books.filter((book) => isNamed(row.book, book) && book.districts.has(id));
  if (id === '' || found.length === 0) return { ok: false, why: 'unknown' };
  const isOpen = hidden?.districts.includes(id) === true && row.book === '';
  return found.length === 1 && !isOpen
    ? { ok: true, assignments: found.map((book) => ({ book: book.id, id })) }
    : { ok: false, why: 'several' };
}
