/** Targets of the letter's tables of indicators. */
import { civil } from '../../dates/civil';
import { readDateText } from '../../dates/dateText';
import type { Operator } from '../letter';
import type { LetterBuilder } from '../letterBuilder';
import { deadlineOfCell } from './cellDeadline';
import { yearOfColumn } from './columns';
import { cellOf, type LetterCell, type LetterRow, type LetterTable, sectionOf } from './letterTable';

const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/не\s+менее|не\s+ниже|≥|>=/i, '>='],
  [/не\s+более|не\s+выше|≤|<=/i, '<='],
  [/более|свыше|>/i, '>'],
  [/менее|ниже|</i, '<'],
];
const operatorOf = (...texts: readonly string[]): Operator => {
  for (const text of texts)
    for (const [pattern, operator] of OPERATORS) if (pattern.test(text)) return operator;
  return '=';
};

/** «не менее 10,5 %» → 10.5 and '%'; null when the cell holds no number. */
function numberIn(text: string): { value: number; unit: string } | null {
  const match = /(\d{1,9}(?:[ \u00a0]\d{3})*)(?:[.,](\d{1,6}))?\s*(%|процент|чел\.?|ед\.?|шт\.?)?/.exec(text);
  if (match === null) return null;
  const value = Number(`${(match[1] ?? '').replace(/[ \u00a0]/g, '')}.${match[2] ?? '0'}`);
  return { value, unit: match[3] === undefined ? '' : match[3].startsWith('процент') ? '%' : match[3] };
}

/** Rows of a table of indicators: a value by date, or a column for each year. */
export function readIndicators(builder: LetterBuilder, table: LetterTable): void {
  for (const row of table.rows) {
    const indicator = cellOf(table, row, 'indicator');
    if (indicator === null || sectionOf(table, row) !== null) continue;
    const unit =
      cellOf(table, row, 'unit')?.text.trim() ??
      /,\s*(%|чел\.?|ед\.?)\s*$/.exec(indicator.text.trim())?.[1] ??
      '';
    const title = builder.cellWords(indicator.text);
    table.headings.forEach((heading, index) => {
      const cell = row.cells[index];
      const year = yearOfColumn(heading);
      const day = readDateText(heading.replace(/^на\s+/i, ''));
      const date = year !== null ? civil(year, 12, 31) : day.ok ? day.date : null;
      if (date !== null && cell !== undefined) add(builder, row, title, date, cell, unit, indicator.text);
    });
    const value = cellOf(table, row, 'value');
    if (value === null) continue;
    const deadline = deadlineOfCell(cellOf(table, row, 'deadline')).deadline.end;
    add(builder, row, title, deadline, value, unit, indicator.text);
    if (deadline === null) builder.ask('target-undated', row, title);
  }
}

function add(
  builder: LetterBuilder,
  row: LetterRow,
  title: string,
  date: ReturnType<typeof civil>,
  cell: LetterCell,
  unit: string,
  words: string,
): void {
  const read = numberIn(cell.text);
  const place = { start: row.start, end: row.end };
  if (read === null) {
    if (/[^\s\-–—xх]/i.test(cell.text)) builder.ask('target-unread', place, builder.cellWords(cell.text));
    return;
  }
  builder.addTarget({
    title,
    date,
    operator: operatorOf(cell.text, words),
    value: read.value,
    unit: read.unit || unit,
    place,
  });
}
