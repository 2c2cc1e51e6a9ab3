/** One report as a line of a mail, and reports by school. */
import { daysBetween } from '../../dates/civil';
import { findPersonalData } from '../../personal/personalData';
import type { ReportRecord } from '../../report/records';
import type { BookFacts } from '../facts';
import { outstandingState } from '../outstanding';
import { groupRow, type ItemRow, itemRow, type Link, type Row } from '../section';
import type { MailWords } from '../words';
import { LONGEST_TEXT, oneLine } from './oneLine';

/** Days since the deadline, 0 on the day itself; also of a report whose date cannot be read. */
export const overdueDays = ({ today }: BookFacts, { due }: ReportRecord): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, today));

/** «просрочено на 12 дней», «возвращено», «срок через 3 дня»; null when nothing is outstanding. */
export function outstandingBadge(book: BookFacts, record: ReportRecord, words: MailWords): ItemRow['badge'] {
  const { item } = words;
  if (record.bucket === 'missed') {
    const late = item.overdueDays(overdueDays(book, record));
    const isReturned = record.status.approval === 'returned';
    return { text: isReturned ? `${item.returned}, ${late}` : late, tone: 'missed' };
  }
  const state = outstandingState(record, book.today, book.soonDays);
  if (state === 'returned') return { text: item.returned, tone: 'returned' };
  return state === 'soon' && record.due !== null
    ? { text: item.dueIn(daysBetween(book.today, record.due)), tone: 'soon' }
    : null;
}

export function dueLine({ due, extended }: ReportRecord, words: MailWords): string[] {
  if (due === null) return [];
  return [extended ? words.item.dueExtended(due) : words.item.due(due)];
}

/** What the head wrote when returning it; withheld when it looks like personal data. */
export function returnLine(book: BookFacts, { pair, status }: ReportRecord, words: MailWords): string[] {
  if (status.approval !== 'returned') return [];
  const reason = book.reasons.get(pair) ?? '';
  if (reason === '') return [];
  return [
    findPersonalData(reason).length > 0
      ? words.item.reasonInSheet
      : words.item.reason(oneLine(reason, LONGEST_TEXT)),
  ];
}

export const unreadableLine = ({ status }: ReportRecord, words: MailWords): string[] =>
  status.name === 'invalid' ? [words.item.unreadable] : [];

/** Rows of each school under its name, schools in the order of their first report. */
export function bySchool(
  records: readonly ReportRecord[],
  link: (organisation: ReportRecord['organisation']) => Link,
  item: (record: ReportRecord) => Pick<ItemRow, 'title'> & Partial<ItemRow>,
): Row[] {
  const groups = new Map<string, ReportRecord[]>();
  for (const record of records) {
    const known = groups.get(record.organisation.id);
    if (known) known.push(record);
    else groups.set(record.organisation.id, [record]);
  }
  return [...groups.values()].flatMap((theirs) => {
    const [first] = theirs;
    return first === undefined
      ? []
      : [groupRow(link(first.organisation)), ...theirs.map((each) => itemRow(item(each)))];
  });
}
