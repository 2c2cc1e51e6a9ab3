/** Stages of the letter's tables. */
import type { LetterBuilder } from '../letterBuilder';
import { deadlineInTitle, deadlineOfCell } from './cellDeadline';
import { cellOf, filled, type LetterCell, type LetterRow, type LetterTable, sectionOf } from './letterTable';

const isTotal = (text: string): boolean => /^(?:итого|всего)(?![а-яё])/i.test(text.trim());

/** A row without number and deadline goes on with the row above: a page was broken there. */
function joinedRows(table: LetterTable): LetterRow[] {
  const rows: LetterRow[] = [];
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
      const cells = table.roles.map((_, index): LetterCell => {
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
export function readPlan(builder: LetterBuilder, table: LetterTable): void {
  let section: string | null = null;
  for (const row of joinedRows(table)) {
    const heading = sectionOf(table, row);
    if (heading !== null) {
      section = builder.cellWords(heading);
      continue;
    }
    const title = cellOf(table, row, 'title') ?? cellOf(table, row, 'result');
    const deadline = cellOf(table, row, 'deadline');
    if (filled(row).length === 0 || (title === null && deadline === null)) continue;
    if (isTotal(title?.text ?? '')) continue;
    const words = (cell: LetterCell | null): string | null =>
      cell === null ? null : builder.cellWords(cell.text) || null;
    // A section's cell merged downwards is filled only in its first row.
    section = words(cellOf(table, row, 'section')) ?? section;
    const number = cellOf(table, row, 'number');
    builder.addStage({
      title: words(title) ?? '',
      section,
      number: number === null ? null : number.text.replace(/[.)\s]+$/, '').trim(),
      found: table.roles.includes('deadline') ? deadlineOfCell(deadline) : deadlineInTitle(title),
      responsible: words(cellOf(table, row, 'responsible')),
      result: title === cellOf(table, row, 'result') ? null : words(cellOf(table, row, 'result')),
      source: 'plan',
      place: { start: row.start, end: row.end },
    });
    if (title === null) builder.ask('title-missing', row);
  }
}
