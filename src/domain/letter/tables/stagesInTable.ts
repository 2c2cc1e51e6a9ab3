/** Stages and targets of the letter's tables. */
import { civil } from '../../dates/civil';
import { readDateText } from '../../dates/dateText';
import { type FoundDeadline, findDeadline, NO_DEADLINE } from '../deadlines/deadline';
import type { Draft } from '../draft';
import type { Operator } from '../letter';
import { yearOfColumn } from './columns';
import { type Cell, cellOf, filled, type Row, sectionOf, type Table } from './table';

const NOTHING: FoundDeadline = { deadline: NO_DEADLINE, problem: null, place: null, cut: [] };

/** A cell's text may come from several lines: it is read by itself, its place is the whole cell. */
function deadlineOf(cell: Cell | null): FoundDeadline {
  if (cell === null) return NOTHING;
  const found = findDeadline(cell.text, 0, cell.text.length, 'cell');
  return { ...found, place: found.place === null ? null : { start: cell.start, end: cell.end }, cut: [] };
}

const isTotal = (text: string): boolean => /^(?:итого|всего)(?![а-яё])/i.test(text.trim());

/** A row without number and deadline goes on with the row above: a page was broken there. */
function joinedRows(table: Table): Row[] {
  const rows: Row[] = [];
  const numbered =
    table.roles.includes('number') &&
    table.rows.filter((row) => cellOf(table, row, 'number') !== null).length > 1;
  for (const row of table.rows) {
    const last = rows[rows.length - 1];
    const whole =
      !numbered ||
      row.cells.length === 1 ||
      sectionOf(table, row) !== null ||
      cellOf(table, row, 'number') !== null ||
      cellOf(table, row, 'deadline') !== null;
    if (whole || last === undefined || sectionOf(table, last) !== null || filled(row).length === 0)
      rows.push(row);
    else {
      const cells = table.roles.map((_, index): Cell => {
        const [a, b] = [last.cells[index], row.cells[index]];
        if (a === undefined || b === undefined || b.text === '')
          return a ?? b ?? { text: '', start: last.start, end: last.start };
        return {
          text: `${a.text} ${b.text}`.trim(),
          start: Math.min(a.start, b.start),
          end: Math.max(a.end, b.end),
        };
      });
      rows[rows.length - 1] = { cells, start: last.start, end: row.end };
    }
  }
  return rows;
}

/** Rows of a plan: a task with its deadline, who answers for it and what is presented. */
export function readPlan(draft: Draft, table: Table): void {
  let section: string | null = null;
  for (const row of joinedRows(table)) {
    const heading = sectionOf(table, row);
    if (heading !== null) {
      section = draft.cellWords(heading);
      continue;
    }
    const title = cellOf(table, row, 'title') ?? cellOf(table, row, 'result');
    const deadline = cellOf(table, row, 'deadline');
    if (filled(row).length === 0 || (title === null && deadline === null)) continue;
    if (isTotal(title?.text ?? '')) continue;
    const words = (cell: Cell | null): string | null =>
      cell === null ? null : draft.cellWords(cell.text) || null;
    // A section's cell merged downwards is filled only in its first row.
    section = words(cellOf(table, row, 'section')) ?? section;
    const number = cellOf(table, row, 'number');
    draft.addStage({
      title: words(title) ?? '',
      section,
      number: number === null ? null : number.text.replace(/[.)\s]+$/, '').trim(),
      found: table.roles.includes('deadline') ? deadlineOf(deadline) : inTitle(title),
      responsible: words(cellOf(table, row, 'responsible')),
      result: title === cellOf(table, row, 'result') ? null : words(cellOf(table, row, 'result')),
      source: 'plan',
      place: { start: row.start, end: row.end },
    });
    if (title === null) draft.ask('title-missing', row);
  }
}

/** A plan without a column of deadlines may say them in the task. */
function inTitle(title: Cell | null): FoundDeadline {
  if (title === null) return NOTHING;
  const found = findDeadline(title.text, 0, title.text.length, 'prose');
  return { ...found, place: found.place === null ? null : { start: title.start, end: title.end }, cut: [] };
}

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
export function readIndicators(draft: Draft, table: Table): void {
  for (const row of table.rows) {
    const indicator = cellOf(table, row, 'indicator');
    if (indicator === null || sectionOf(table, row) !== null) continue;
    const unit =
      cellOf(table, row, 'unit')?.text.trim() ??
      /,\s*(%|чел\.?|ед\.?)\s*$/.exec(indicator.text.trim())?.[1] ??
      '';
    const title = draft.cellWords(indicator.text);
    table.headings.forEach((heading, index) => {
      const cell = row.cells[index];
      const year = yearOfColumn(heading);
      const day = readDateText(heading.replace(/^на\s+/i, ''));
      const date = year !== null ? civil(year, 12, 31) : day.ok ? day.date : null;
      if (date !== null && cell !== undefined) add(draft, row, title, date, cell, unit, indicator.text);
    });
    const value = cellOf(table, row, 'value');
    if (value === null) continue;
    const deadline = deadlineOf(cellOf(table, row, 'deadline')).deadline.end;
    add(draft, row, title, deadline, value, unit, indicator.text);
    if (deadline === null) draft.ask('target-undated', row, title);
  }
}

function add(
  draft: Draft,
  row: Row,
  title: string,
  date: ReturnType<typeof civil>,
  cell: Cell,
  unit: string,
  words: string,
): void {
  const read = numberIn(cell.text);
  const place = { start: row.start, end: row.end };
  if (read === null) {
    if (/[^\s\-–—xх]/i.test(cell.text)) draft.ask('target-unread', place, draft.cellWords(cell.text));
    return;
  }
  draft.addTarget({
    title,
    date,
    operator: operatorOf(cell.text, words),
    value: read.value,
    unit: read.unit || unit,
    place,
  });
}
