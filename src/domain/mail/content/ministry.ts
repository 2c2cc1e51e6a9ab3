/** The ministry's digest: all books together. */
import { doneShare } from '../../figures/shares';
import { byDistrict, type DistrictSummary, overdue, sumOf, type Tally, tally } from '../../report/summary';
import { clip, sameKey } from '../../values/text';
import { compared, type DigestSnapshot, digestSnapshot, isUnchanged } from '../digestSnapshot';
import type { BookFacts, MailFacts } from '../facts';
import type { DigestWhy } from '../mail';
import {
  type Block,
  barRow,
  block,
  itemRow,
  type Link,
  type More,
  plainText,
  type Section,
} from '../section';
import type { MailWords } from '../words';
import { barCells, figuresOf, worstFirst } from './figures';
import { overdueDays } from './items';
import { districtUrl, issuesUrl, onlySummary, recordLink, stageLink, summaryUrl } from './links';
import { stagesBlock } from './ministryStages';
import { distinctNames } from './names';
import { LONGEST_NAME, oneLine } from './oneLine';
import { changesLine } from './organisationChanges';
import { targetsBlock } from './targets';

/** All books together. */
export interface MinistryPart {
  readonly kind: 'ministry';
  readonly why: DigestWhy;
  /** What the last digest to this recipient said; null when this is the first. */
  readonly previous: DigestSnapshot | null;
  /** How many reminders (people, not schools) wait for tomorrow's quota; 0 when all went out. */
  readonly unsent: number;
}

/** One sheet of paper in all, whatever the programme: the sheet and the attached table have the rest. */
const MOST_OVERDUE = 5;
const MOST_DISTRICTS = 10;
/** On a phone a name of this length takes two lines beside its bar. */
const LONGEST_ROW = 36;
/** A school, its district and the stage: one line on paper; a stage has what the names leave, yet not less than that. */
const LONGEST_OVERDUE = 96;
const LEAST_STAGE = 20;
/** Under this many books each has a link of its own, beyond it the districts' links are enough. */
const MOST_BOOK_LINKS = 4;

interface OfBook {
  readonly book: BookFacts;
  readonly district: DistrictSummary;
  /** As it stands in a row: no two are alike. */
  readonly name: string;
}

export function ministrySection(part: MinistryPart, facts: MailFacts, words: MailWords): Section {
  const { books, today } = facts;
  const records = books.flatMap((book) => [...book.analysis.records]);
  const districts = named(
    books.flatMap((book) =>
      byDistrict(book.analysis.programme, book.analysis.records, book.today).map((district) => ({
        book,
        district,
      })),
    ),
    words,
  );
  const organisations = districts.reduce((sum, { district }) => sum + district.organisations.length, 0);
  const now = digestSnapshot(today, records);
  const { previous } = part;
  const shifts = books.flatMap((book) => [...book.analysis.shifts]);
  const comparison = previous && compared(previous, records, shifts, () => true);
  const figures = figuresOf(tally(records), organisations, previous, now, comparison, words);
  const changes =
    previous && comparison ? changesLine(books, previous.on, comparison, () => true, words) : [];
  return {
    subject: words.subject.digest({
      district: null,
      missed: now.figures.missed,
      unchanged: isUnchanged(part.previous, now),
    }),
    title: words.digest.ministryTitle,
    lead: part.why.kind === 'afterDeadline' ? words.digest.afterDeadline(part.why.deadline) : '',
    figures,
    notices: [
      ...changes,
      ...behind(districts, words),
      ...bookLinks(books, words),
      ...notices(part, facts, words),
    ],
    blocks: [
      ...targetsBlock(facts, words),
      ...districtsBlock(districts, books, words),
      ...stagesBlock(books, words),
      overdueBlock(books, districts, words),
    ],
    closing: '',
    whole: onlySummary(books),
    brief: { name: words.digest.ministryTitle, line: words.figures.line(figures.cells) },
    isShort: true,
  };
}

/** How many districts have something overdue. */
function behind(districts: readonly OfBook[], words: MailWords): Link[] {
  if (districts.length < 2) return [];
  const count = districts.filter(({ district }) => district.tally.missed > 0).length;
  return [plainText(words.digest.behind(count, districts.length))];
}

function notices(part: MinistryPart, { books }: MailFacts, words: MailWords): Link[] {
  const issues = books.reduce((sum, book) => sum + book.issues.length, 0);
  const withIssues = books.filter((book) => book.issues.length > 0);
  const [only] = withIssues;
  const url = withIssues.length === 1 && only ? issuesUrl(only) : null;
  return [
    ...(part.unsent > 0 ? [plainText(words.digest.unsent(part.unsent))] : []),
    ...(issues > 0 ? [{ text: words.digest.issues(issues), url }] : []),
  ];
}

function bookLinks(books: readonly BookFacts[], words: MailWords): Link[] {
  if (books.length > MOST_BOOK_LINKS) return [];
  return books.map((book) => ({
    text:
      books.length === 1 ? words.digest.openSummary : words.digest.openBook(oneLine(book.name, LONGEST_NAME)),
    url: summaryUrl(book),
  }));
}

/** A name that stands in two books is followed by its book. */
function named(districts: readonly Omit<OfBook, 'name'>[], words: MailWords): OfBook[] {
  const keys = districts.map(({ district }) => district.key);
  const isTwice = (key: string) => keys.indexOf(key) !== keys.lastIndexOf(key);
  const names = districts.map(({ book, district }) => {
    const name = district.name || words.noDistrict;
    return isTwice(district.key) ? `${name} (${book.name})` : name;
  });
  const distinct = distinctNames(names, LONGEST_ROW, words);
  return districts.map((each, index) => ({ ...each, name: distinct[index] ?? '' }));
}

function districtsBlock(
  districts: readonly OfBook[],
  books: readonly BookFacts[],
  words: MailWords,
): Block[] {
  // One district is the whole: its figures stand at the head already.
  if (districts.length < 2) return [];
  const { digest } = words;
  const ranked = [...districts].sort((a, b) => worstFirst(a.district.tally, b.district.tally));
  // A line that says «and one more» is as long as its row.
  const most = ranked.length === MOST_DISTRICTS + 1 ? ranked.length : MOST_DISTRICTS;
  const rows = ranked.slice(0, most).map(({ book, district, name }) =>
    barRow({
      name: { text: name, url: districtUrl(book, district.key) },
      hint: '',
      ...barCells(district.tally, words),
    }),
  );
  const note = digest.worstFirst(rows.length, ranked.length);
  const columns = { done: digest.done, missed: digest.missed };
  const others = ranked.slice(most).map(({ district }) => district.tally);
  return [
    block({
      heading: digest.districts,
      note,
      columns,
      rows,
      more: othersOf(others, onlySummary(books), words),
    }),
  ];
}

/** The districts without a row of their own, in one line. */
function othersOf(tallies: readonly Tally[], url: string | null, words: MailWords): More | null {
  const count = tallies.length;
  if (count === 0) return null;
  const sum = sumOf(tallies);
  const text = words.digest.otherDistricts({
    count,
    done: words.percent(doneShare(sum)),
    missed: sum.missed,
    clear: tallies.filter(({ missed }) => missed === 0).length,
  });
  return { text, url, count };
}

function overdueBlock(books: readonly BookFacts[], districts: readonly OfBook[], words: MailWords): Block {
  const nameOf = (book: BookFacts, key: string): string =>
    districts.find((each) => each.book === book && each.district.key === key)?.name ?? words.noDistrict;
  const bookOf = new Map(
    books.flatMap((book) => book.analysis.records.map((record) => [record, book] as const)),
  );
  const all = overdue([...bookOf.keys()]);
  const { digest } = words;
  if (all.length === 0) return block({ heading: digest.overdue(0), note: digest.nothingOverdue, rows: [] });
  const rows = all.slice(0, MOST_OVERDUE).flatMap((record) => {
    const book = bookOf.get(record);
    if (book === undefined) return [];
    const district = nameOf(book, sameKey(record.district));
    const { text, url } = recordLink(book, record);
    const whose = `${oneLine(text, LONGEST_ROW)} (${district})`;
    const room = Math.max(LEAST_STAGE, LONGEST_OVERDUE - whose.length);
    return itemRow({
      title: { text: whose, url },
      lines: [clip(stageLink(book, record).text, room)],
      badge: { text: words.days(overdueDays(book, record)), tone: 'missed' },
    });
  });
  const heading =
    all.length > MOST_OVERDUE ? digest.oldest(MOST_OVERDUE, all.length) : digest.overdue(all.length);
  return block({ heading, rows });
}
