/** Names and links: where a mail leads to in the books. */
import type { Organisation } from '../../programme/programme';
import type { ReportRecord } from '../../report/records';
import { sheetRow } from '../../schema/table';
import type { BookFacts } from '../facts';
import type { Link } from '../section';
import { LONGEST_NAME, LONGEST_STAGE, oneLine } from './oneLine';

/** Address of a tab or of a range in it; null where the book has no such tab. */
function tabUrl({ url }: BookFacts, sheet: number | null | undefined, range: string | null): string | null {
  // Only what Google calls a book's address becomes a link.
  if (sheet === null || sheet === undefined || !/^https:\/\/[\w.-]+\/[^\s"'<>]*$/.test(url)) return null;
  return `${url.replace(/#.*$/, '')}#gid=${sheet}${range === null ? '' : `&range=${range}`}`;
}

export const summaryUrl = (book: BookFacts): string | null => tabUrl(book, book.sheets.summary, null);
export const reportUrl = (book: BookFacts): string | null => tabUrl(book, book.sheets.report, null);
export const issuesUrl = (book: BookFacts): string | null => tabUrl(book, book.sheets.issues, null);

/** The tab with the whole of these books: several have one each. */
export const onlySummary = ([only, ...others]: readonly BookFacts[]): string | null =>
  only === undefined || others.length > 0 ? null : summaryUrl(only);

/** Where a book has one district its tab is the summary. */
export const districtUrl = (book: BookFacts, district: string): string | null =>
  tabUrl(book, book.sheets.districts.get(district) ?? book.sheets.summary, null);

const rowUrl = (book: BookFacts, row: number | null): string | null =>
  row === null ? null : tabUrl(book, book.sheets.report, `A${sheetRow(row)}`);

const organisationName = ({ analysis }: BookFacts, organisation: Organisation): string =>
  oneLine(analysis.registry.organisationLabel(organisation.id) ?? organisation.shortName, LONGEST_NAME);

/** The code stays on one line with what follows it. */
const stageName = ({ analysis }: BookFacts, { stage }: ReportRecord): string =>
  oneLine(analysis.registry.stageName(stage.code) ?? stage.title, LONGEST_STAGE).replace(' ', '\u00a0');

/** The stage, linked to the organisation's row of it. */
export const stageLink = (book: BookFacts, record: ReportRecord): Link => ({
  text: stageName(book, record),
  url: rowUrl(book, record.row),
});

/** The organisation, linked to one of its rows. */
export const recordLink = (book: BookFacts, record: ReportRecord): Link => ({
  text: organisationName(book, record.organisation),
  url: rowUrl(book, record.row),
});

/** Each organisation's first row in «Отчёт», by id. */
function firstRows(book: BookFacts): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { organisation, row } of book.analysis.records) {
    const known = rows.get(organisation.id);
    if (row !== null && (known === undefined || row < known)) rows.set(organisation.id, row);
  }
  return rows;
}

/** The organisation, linked to its first row. Made once a book: give it the organisations one by one. */
export function organisationLinks(book: BookFacts): (organisation: Organisation) => Link {
  const rows = firstRows(book);
  return (organisation) => ({
    text: organisationName(book, organisation),
    url: rowUrl(book, rows.get(organisation.id) ?? null),
  });
}
