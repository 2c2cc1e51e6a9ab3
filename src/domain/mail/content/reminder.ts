/** What one person's schools owe: to the person, or to the district's head when no mail could be sent. */
import type { ReportRecord } from '../../report/records';
import { sameKey } from '../../values/text';
import { DEBTS, type Debt, debtOf } from '../outstanding';
import type { BookFacts, MailFacts, PairRef, PassOnPart, ReminderPart } from '../parts';
import { type Block, block, groupRow, type ItemRow, plainText, type Row, type Section } from '../section';
import type { DebtCounts, MailWords } from '../words';
import { bySchool, debtBadge, dueLine, returnLine, unreadableLine } from './items';
import { moreOf } from './more';
import { districtName } from './names';
import { districtUrl, organisationLinks, reportUrl, stageLink } from './places';
import { LONGEST_NAME, LONGEST_TEXT, said } from './said';

/** More than anybody owes; a person with a hundred schools goes on in the sheet. */
const MOST_ITEMS = 80;

interface Owed {
  readonly book: BookFacts;
  readonly record: ReportRecord;
  readonly debt: Debt;
}

/** What is still owed of these, the most urgent first; each report once. */
function owedOf(
  pairs: readonly PairRef[],
  { books }: MailFacts,
  belongs: (book: BookFacts, record: ReportRecord) => boolean = () => true,
): Owed[] {
  const owed = books.flatMap((book) => {
    const wanted = new Set(pairs.filter((each) => each.book === book.id).map(({ pair }) => pair));
    return book.analysis.records.flatMap((record): Owed[] => {
      if (!wanted.has(record.pair) || !belongs(book, record)) return [];
      const debt = debtOf(record, book.today, book.soonDays);
      return debt === null ? [] : [{ book, record, debt }];
    });
  });
  const rank = ({ debt, record }: Owed) => `${DEBTS.indexOf(debt)} ${record.due ?? ''}`;
  return owed.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** A report that was returned after its deadline is overdue as well. */
function countsOf(owed: readonly Owed[]): DebtCounts {
  const counts = { all: owed.length, returned: 0, overdue: 0, soon: 0 };
  for (const { debt, record } of owed) {
    counts[debt] += 1;
    if (debt === 'returned' && record.bucket === 'missed') counts.overdue += 1;
  }
  return counts;
}

/** The tab with all of it, where it is all in one book. */
const reportOf = (owed: readonly Owed[]): string | null => {
  const [book, ...others] = new Set(owed.map((each) => each.book));
  return book === undefined || others.length > 0 ? null : reportUrl(book);
};

/** Null when nothing of it is owed any more. */
export function reminderSection(part: ReminderPart, facts: MailFacts, words: MailWords): Section | null {
  const owed = owedOf(part.pairs, facts);
  if (owed.length === 0) return null;
  const counts = countsOf(owed);
  const whole = reportOf(owed);
  return {
    subject: words.subject.reminder(counts),
    title: words.reminder.title,
    lead: words.reminder.lead(counts),
    figures: null,
    notices: part.why.map((why) => ({ text: words.reminder.why[why], url: null })),
    blocks: [
      owedBlock(owed, words, whole, (book, record) => ({
        title: stageLink(book, record),
        lines: [
          ...dueLine(record, words),
          ...presentLine(record, words),
          ...returnLine(book, record, words),
          ...unreadableLine(record, words),
        ],
        badge: debtBadge(book, record, words),
      })),
    ],
    closing: [
      ...(counts.all > counts.returned ? [words.reminder.how] : []),
      ...(counts.returned > 0 ? [words.reminder.howReturned] : []),
    ].join(' '),
    whole,
    brief: { name: words.reminder.title, line: words.reminder.lead(counts) },
    isShort: false,
  };
}

/** Null when all of it was filed meanwhile. Only the district's own schools, whatever the part names. */
export function passOnSection(part: PassOnPart, facts: MailFacts, words: MailWords): Section | null {
  const owed = owedOf(
    part.pairs,
    facts,
    (book, { organisation }) => book.id === part.book && sameKey(organisation.district) === part.district,
  );
  const [first] = owed;
  if (first === undefined) return null;
  const whole = districtUrl(first.book, part.district);
  const district = districtName(first.record.organisation.district, first.book, words);
  return {
    subject: words.subject.passOn(district),
    title: words.passOn.title(district),
    lead: words.passOn.lead,
    figures: null,
    notices: [{ text: words.digest.openDistrict, url: whole }],
    blocks: [
      owedBlock(owed, words, whole, (book, record) => ({
        title: stageLink(book, record),
        lines: dueLine(record, words),
        badge: debtBadge(book, record, words),
      })),
    ],
    closing: '',
    whole,
    brief: { name: words.subject.passOn(district), line: words.reminder.lead(countsOf(owed)) },
    isShort: false,
  };
}

function presentLine({ stage }: ReportRecord, words: MailWords): string[] {
  return [
    ...(stage.result === '' ? [] : [words.item.present(said(stage.result, LONGEST_TEXT))]),
    ...(stage.documentNeeded ? [words.item.documentNeeded] : []),
  ];
}

/** Per book where there are several, per school, the most urgent stage first. */
function owedBlock(
  owed: readonly Owed[],
  words: MailWords,
  whole: string | null,
  item: (book: BookFacts, record: ReportRecord) => Pick<ItemRow, 'title'> & Partial<ItemRow>,
): Block {
  const shown = owed.slice(0, MOST_ITEMS);
  const books = [...new Set(shown.map(({ book }) => book))];
  const rows = books.flatMap((book): Row[] => {
    const theirs = shown.filter((each) => each.book === book).map(({ record }) => record);
    const schools = bySchool(theirs, organisationLinks(book), (record) => item(book, record));
    return books.length === 1 ? schools : [groupRow(plainText(said(book.name, LONGEST_NAME))), ...schools];
  });
  const left = owed.length - shown.length;
  return block({ heading: '', rows, more: moreOf(left, whole, words) });
}
