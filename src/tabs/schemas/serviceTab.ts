/**
 * «Служебное», the hidden tab of a reporting book: what status formulas and stamps refer to, a change marker by which
 * a tick sees that somebody filed something, and where Svodka's tabs are, in case the script properties are lost.
 */
import { columnLetters } from '../../domain/values/a1';
import { service } from '../../messages/jobs/setup';
import { DECISION_WORDS } from '../../messages/words/words';
import { BOOK_VERSION } from '../migrations';

/** Rows from 1; the values stand in column B. */
export const SERVICE_ROWS = {
  today: 2,
  soonDays: 3,
  updated: 4,
  updatedText: 5,
  stamp: 6,
  changeMarker: 7,
  version: 8,
  book: 9,
  control: 10,
  places: 12,
  manifest: 13,
  // Below these: name of a tab, its sheet id.
} as const;

export interface ServiceValues {
  readonly soonDays: number;
  readonly book: string;
  readonly control: string;
  readonly changeMarker: string;
}

/** What the schools' half reads there, as the cells hold it: see src/domain/school/manifest.ts and schoolPlaces.ts. */
export interface SchoolCells {
  readonly places: string;
  readonly manifest: string;
}

/** What the tab says; `version` is that of the layout which the book was last completed for. */
export interface ServiceReading extends ServiceValues {
  readonly version: number;
}

/** The cells of A2:B10 as setup writes them; the stamp's own cells are kept when they are there. */
export function serviceCells(
  values: ServiceValues,
  stamp: { readonly serial: number | ''; readonly text: string },
): (string | number)[][] {
  const at = SERVICE_ROWS;
  // Never a warning that depends on the clock: in a saved copy, or on paper, it would be wrong a day later.
  const shown = `=IF(B${at.updated}="";"${service.never}";B${at.updatedText})`;
  return [
    [service.today, '=TODAY()'],
    [service.soonDays, values.soonDays],
    [service.updated, stamp.serial],
    [service.updatedText, stamp.text],
    [service.stamp, shown],
    [service.changeMarker, values.changeMarker],
    [service.version, BOOK_VERSION],
    [service.book, values.book],
    [service.control, values.control],
  ];
}

/** A tab as a formula names it, with its columns by id, from 0. */
interface MarkedTab {
  readonly name: string;
  readonly at: ReadonlyMap<string, number>;
}

/**
 * A formula whose text changes whenever somebody files, withdraws, decides, extends or asks for a reminder: counts
 * and sums of whole columns, so that a tick reads one cell to learn that nothing happened.
 */
export function changeMarkerFormula(
  { name: reportName, at }: MarkedTab,
  organisationsName: string,
  reminders: MarkedTab | null,
): string {
  const column = (name: string, index: number) => {
    const letters = columnLetters(index + 1);
    return `'${name.replace(/'/g, "''")}'!${letters}2:${letters}`;
  };
  const counts = ['doneOn', 'document', 'comment', 'decision', 'extendedTo']
    .filter((id) => at.has(id))
    .map((id) => `COUNTA(${column(reportName, at.get(id) ?? 0)})`);
  const sums = ['doneOn', 'extendedTo']
    .filter((id) => at.has(id))
    .map((id) => `SUM(${column(reportName, at.get(id) ?? 0)})`);
  const returned = at.has('decision')
    ? [`COUNTIF(${column(reportName, at.get('decision') ?? 0)};"*${DECISION_WORDS.returned}*")`]
    : [];
  const asked = reminders?.at.get('asked');
  // The tab is optional: once it is deleted, changes elsewhere must still show.
  const requests =
    reminders && asked !== undefined
      ? ['COUNTA', 'SUM'].map((name) => `IFERROR(${name}(${column(reminders.name, asked)});"")`)
      : [];
  const organisations = `COUNTA(${column(organisationsName, 0)})`;
  return `=${[...counts, ...sums, ...returned, organisations, ...requests].join('&"|"&')}`;
}
