/** The ministry's digest: all books together. */
import { dueDate } from '../../deadline';
import type { Stage } from '../../programme';
import { byDistrict, byStage, type DistrictSummary, overdue, type Tally, tally } from '../../summary';
import { tidy } from '../../text';
import { digestMark, isUnchanged } from '../mark';
import type { BookFacts, MailFacts, MinistryPart } from '../parts';
import { type Block, barRow, block, itemRow, type Link, plainText, type Row, type Section } from '../section';
import type { MailWords } from '../words';
import { barOf, donePercent, figuresOf } from './figures';
import { overdueDays } from './items';
import { districtUrl, issuesUrl, recordLink, stageLink, summaryUrl } from './places';
import { LONGEST_NAME, LONGEST_STAGE, said } from './said';
import { targetsBlock } from './targets';

const MOST_OVERDUE = 10;
/** Letters give some twenty measures; more would push the rest off the page. */
const MOST_STAGES = 40;
/** Under this many books each has a link of its own, beyond it the districts' links are enough. */
const MOST_BOOK_LINKS = 6;

interface OfBook {
  readonly book: BookFacts;
  readonly district: DistrictSummary;
}

export function ministrySection(part: MinistryPart, facts: MailFacts, words: MailWords): Section {
  const { books, today } = facts;
  const records = books.flatMap((book) => [...book.analysis.records]);
  const districts = books.flatMap((book) =>
    byDistrict(book.analysis.programme, book.analysis.records, book.today).map((district) => ({
      book,
      district,
    })),
  );
  const organisations = districts.reduce((sum, { district }) => sum + district.organisations.length, 0);
  const now = digestMark(today, records);
  return {
    subject: words.subject.digest({
      district: null,
      missed: now.figures.missed,
      unchanged: isUnchanged(part.previous, now),
    }),
    title: words.digest.ministryTitle,
    lead: part.why.kind === 'afterDeadline' ? words.digest.afterDeadline(part.why.deadline) : '',
    figures: figuresOf(tally(records), organisations, part.previous, now, words),
    notices: [...notices(part, facts, words), ...bookLinks(books, words)],
    blocks: [
      ...targetsBlock(facts, words),
      ...districtsBlock(districts, words),
      ...stagesBlock(books, words),
      overdueBlock(books, words),
    ],
    closing: '',
  };
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
      books.length === 1 ? words.digest.openSummary : words.digest.openBook(said(book.name, LONGEST_NAME)),
    url: summaryUrl(book),
  }));
}

/** By the share that is missed, then by what is done: who needs attention stands first. */
function worstFirst(a: Tally, b: Tally): number {
  const missed = b.missed * Math.max(1, a.expected) - a.missed * Math.max(1, b.expected);
  return missed === 0 ? donePercent(a) - donePercent(b) : missed;
}

function districtsBlock(districts: readonly OfBook[], words: MailWords): Block[] {
  // One district is the whole: its figures stand at the head already.
  if (districts.length < 2) return [];
  const names = districts.map(({ district }) => district.key);
  const isTwice = (key: string) => names.indexOf(key) !== names.lastIndexOf(key);
  const { digest } = words;
  const rows = [...districts]
    .sort((a, b) => worstFirst(a.district.tally, b.district.tally))
    .map(({ book, district }) => {
      const name = said(district.name || words.noDistrict, LONGEST_NAME);
      const told = isTwice(district.key) ? `${name} (${said(book.name, LONGEST_NAME)})` : name;
      return barRow({
        name: { text: told, url: districtUrl(book, district.key) },
        hint: '',
        ...barCells(district.tally, words),
      });
    });
  const columns = { done: digest.done, missed: digest.missed };
  return [block({ heading: digest.districts, note: digest.worstFirst, columns, rows })];
}

const barCells = (sum: Tally, words: MailWords) => ({
  bar: barOf(sum),
  done: words.percent(donePercent(sum)),
  missed: String(sum.missed),
});

/** The same stage stands in several books; it is one by its code and title. */
function stagesBlock(books: readonly BookFacts[], words: MailWords): Block[] {
  const stages = new Map<string, { stage: Stage; name: string; records: Tally[] }>();
  for (const { analysis } of books) {
    for (const { stage, tally: sum } of byStage(analysis.programme, analysis.records)) {
      if (sum.expected === 0) continue;
      const name = tidy(`${stage.code.replace(/\.$/, '')}. ${stage.title}`);
      const known = stages.get(name);
      if (known) known.records.push(sum);
      else stages.set(name, { stage, name, records: [sum] });
    }
  }
  const { digest } = words;
  const all = [...stages.values()];
  const dueOf = (stage: Stage): string => {
    const due = dueDate(stage);
    return due === null ? digest.undated : digest.due(due);
  };
  // A bar where there is something to compare; what nobody has begun or all have done is named.
  const shown = all.slice(0, MOST_STAGES).map((each) => ({ ...each, sum: added(each.records) }));
  const isAhead = ({ sum }: { sum: Tally }) => sum.notYetDue === sum.expected;
  const isDone = ({ sum }: { sum: Tally }) => sum.inTime + sum.late === sum.expected;
  const rows = shown
    .filter((each) => !isAhead(each) && !isDone(each))
    .map(({ stage, name, sum }) =>
      barRow({ name: plainText(said(name, LONGEST_STAGE)), hint: dueOf(stage), ...barCells(sum, words) }),
    );
  const done = shown.filter(isDone).map(({ name }) => plainText(said(name, LONGEST_STAGE)));
  const ahead = shown
    .filter(isAhead)
    .map(({ stage, name }) => plainText(`${said(name, LONGEST_STAGE)} (${dueOf(stage)})`));
  const named = (title: string, names: readonly Link[]): Row[] =>
    names.length === 0 ? [] : [itemRow({ title: plainText(title), names })];
  if (all.length === 0) return [];
  return [
    block({
      heading: digest.stages,
      columns: rows.length === 0 ? null : { done: digest.done, missed: digest.missed },
      rows: [...rows, ...named(digest.doneByAll, done), ...named(digest.ahead, ahead)],
      more: all.length > MOST_STAGES ? plainText(words.more(all.length - MOST_STAGES)) : null,
    }),
  ];
}

function added(tallies: readonly Tally[]): Tally {
  const sum = { ...tally([]) };
  for (const each of tallies) {
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += each[name];
  }
  return sum;
}

function overdueBlock(books: readonly BookFacts[], words: MailWords): Block {
  const bookOf = new Map(
    books.flatMap((book) => book.analysis.records.map((record) => [record, book] as const)),
  );
  const all = overdue([...bookOf.keys()]);
  const { digest } = words;
  if (all.length === 0) return block({ heading: digest.overdue(0), note: digest.nothingOverdue, rows: [] });
  const rows = all.slice(0, MOST_OVERDUE).flatMap((record) => {
    const book = bookOf.get(record);
    if (book === undefined) return [];
    const district = said(record.organisation.district || words.noDistrict, LONGEST_NAME);
    const { text, url } = recordLink(book, record);
    return itemRow({
      title: { text: `${text} (${district})`, url },
      lines: [stageLink(book, record).text],
      badge: { text: words.days(overdueDays(book, record)), tone: 'missed' },
    });
  });
  const heading =
    all.length > MOST_OVERDUE ? digest.oldest(MOST_OVERDUE, all.length) : digest.overdue(all.length);
  return block({ heading, rows });
}
