/**
 * The figures as a table for Excel: one row an organisation. Rows of districts would be counted twice where somebody
 * adds up a column; a pivot or a filter over the column of districts gives them. What is overdue, by name, is in the sheet.
 */

import { doneShare } from '../domain/figures/shares';
import { oneLine } from '../domain/mail/content/oneLine';
import type { BookFacts, MailFacts } from '../domain/mail/facts';
import type { Attachment } from '../domain/mail/mail';
import type { MailWords } from '../domain/mail/words';
import { byDistrict, tally } from '../domain/report/summary';
import { safe } from '../tabs/pages/page';

/** Excel reads a file as UTF-8 only with the mark, and Russian Excel separates columns by semicolons. */
const BYTE_ORDER_MARK = '\ufeff';
const SEPARATOR = ';';
const LINE_END = '\r\n';
const LONGEST_CELL = 200;

export function figuresTable(facts: MailFacts, words: MailWords): Attachment {
  const { columns } = words.csv;
  const several = facts.books.length > 1;
  const titles = [
    ...(several ? [columns.book] : []),
    ...[columns.district, columns.organisation, columns.type, columns.expected, columns.inTime, columns.late],
    ...[columns.missed, columns.notYetDue, columns.share, columns.awaiting],
  ];
  const rows = facts.books.flatMap((book) =>
    rowsOf(book, words).map((row) => (several ? [text(book.name), ...row] : row)),
  );
  const lines = [titles.map(quoted), ...rows].map((row) => row.join(SEPARATOR) + LINE_END);
  return { name: words.csv.fileName(facts.today), mime: 'text/csv', text: BYTE_ORDER_MARK + lines.join('') };
}

function rowsOf({ analysis, today }: BookFacts, words: MailWords): string[][] {
  return byDistrict(analysis.programme, analysis.records, today).flatMap((district) =>
    // An organisation that moved stands in both districts, with what counts in each.
    [...district.organisations, ...district.former].map((organisation) => {
      const sum = tally(district.records.filter((record) => record.organisation.id === organisation.id));
      const share = sum.expected === 0 ? '' : String(doneShare(sum));
      return [
        text(district.name || words.noDistrict),
        text(analysis.registry.organisationLabel(organisation.id) ?? organisation.shortName),
        text(organisation.type),
        ...[sum.expected, sum.inTime, sum.late, sum.missed, sum.notYetDue].map(String),
        share,
        String(sum.awaiting),
      ];
    }),
  );
}

/** People's text: never a formula, never a number or a day, whatever it begins with. */
const text = (value: string): string => quoted(safe(oneLine(value, LONGEST_CELL)));

const quoted = (value: string): string => (/[";\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
