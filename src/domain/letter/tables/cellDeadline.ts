/** The deadline that a cell of a table holds. */
import { type FoundDeadline, findDeadline, NO_DEADLINE } from '../deadlines/deadline';
import type { LetterCell } from './letterTable';

const NOTHING: FoundDeadline = { deadline: NO_DEADLINE, problem: null, place: null, cut: [] };

/** A cell's text may come from several lines: it is read by itself, its place is the whole cell. */
export function deadlineOfCell(cell: LetterCell | null): FoundDeadline {
  if (cell === null) return NOTHING;
  const found = findDeadline(cell.text, 0, cell.text.length, 'cell');
  return { ...found, place: found.place === null ? null : { start: cell.start, end: cell.end }, cut: [] };
}

/** A plan without a column of deadlines may say them in the task. */
export function deadlineInTitle(title: LetterCell | null): FoundDeadline {
  if (title === null) return NOTHING;
  const found = findDeadline(title.text, 0, title.text.length, 'prose');
  return { ...found, place: found.place === null ? null : { start: title.start, end: title.end }, cut: [] };
}
