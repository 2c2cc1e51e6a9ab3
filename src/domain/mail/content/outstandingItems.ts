/** Reports that are outstanding, as a mail lists them: to the curator, or to the district's head. */

import { workOf } from '../../figures/work';
import type { ReportRecord } from '../../report/records';
import { organisationOfPair } from '../../report/registry';
import type { BookFacts, MailFacts, PairRef } from '../facts';
import { OUTSTANDING_STATES, type OutstandingState, outstandingState } from '../outstanding';
import { type Block, block, groupRow, type ItemRow, plainText, type Row } from '../section';
import type { MailWords, OutstandingCounts } from '../words';
import { bySchool } from './items';
import { organisationLinks } from './links';
import { moreOf } from './more';
import { LONGEST_NAME, oneLine } from './oneLine';

/** More than anybody has outstanding; for a person with a hundred schools the sheet has the rest. */
const MOST_ITEMS = 80;

export interface OutstandingItem {
  readonly book: BookFacts;
  readonly record: ReportRecord;
  readonly state: OutstandingState;
}

/** What is still outstanding of these, the most urgent first; each report once. */
export function outstandingItems(
  pairs: readonly PairRef[],
  { books }: MailFacts,
  belongs: (book: BookFacts, record: ReportRecord) => boolean = () => true,
): OutstandingItem[] {
  const items = books.flatMap((book) => {
    const wanted = new Set(pairs.filter((each) => each.book === book.id).map(({ pair }) => pair));
    return book.analysis.records.flatMap((record): OutstandingItem[] => {
      if (!wanted.has(record.pair) || !belongs(book, record)) return [];
      const state = outstandingState(record, book.today, book.soonDays);
      return state === null ? [] : [{ book, record, state }];
    });
  });
  const rank = ({ state, record }: OutstandingItem) =>
    `${OUTSTANDING_STATES.indexOf(state)} ${record.due ?? ''}`;
  return items.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

export const countsOf = (items: readonly OutstandingItem[]): OutstandingCounts =>
  workOf(
    items.map(({ state, record: { bucket, status } }) => ({
      ...{ bucket, status: status.name, approval: status.approval, refiled: false, soon: state === 'soon' },
    })),
  );

/** Per book where there are several, per school, the most urgent stage first. */
export function outstandingBlock(
  items: readonly OutstandingItem[],
  words: MailWords,
  whole: string | null,
  item: (book: BookFacts, record: ReportRecord) => Pick<ItemRow, 'title'> & Partial<ItemRow>,
): Block {
  const shown = items.slice(0, MOST_ITEMS);
  const books = [...new Set(shown.map(({ book }) => book))];
  const rows = books.flatMap((book): Row[] => {
    const theirs = shown.filter((each) => each.book === book).map(({ record }) => record);
    const schools = bySchool(theirs, organisationLinks(book), (record) => item(book, record));
    return books.length === 1 ? schools : [groupRow(plainText(oneLine(book.name, LONGEST_NAME))), ...schools];
  });
  const left = items.length - shown.length;
  return block({ heading: '', rows, more: moreOf(left, whole, words) });
}

/** Names of the organisations of these reports, each once. */
export function schoolNames(pairs: readonly PairRef[], { books }: MailFacts): string[] {
  const names = pairs.map(({ book, pair }) => {
    const id = organisationOfPair(pair);
    return books.find((each) => each.id === book)?.analysis.registry.organisationLabel(id) ?? id;
  });
  return [...new Set(names)];
}
