/** Figures across several reporting books: each book's as its last rebuild left them. */

import type { CivilDate } from '../dates/civil';
import type { Analysis } from './analyse';
import { byDistrict, type Tally } from './summary';

/** What the last rebuild found, for those who ask how things stand without opening the book. */
export interface BookFigures {
  readonly stages: number;
  readonly organisations: number;
  /** inTime + late + missed + notYetDue. */
  readonly expected: number;
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly notYetDue: number;
  readonly issues: number;
}

/** One district of one book. */
export interface DistrictOverview {
  readonly name: string;
  readonly organisations: number;
  readonly tally: Tally;
  /** Sheet id of the district's tab; null where the book has one summary for all. */
  readonly sheet: number | null;
}

/** What is remembered of a book for the office's summary over all books. */
export interface BookOverview {
  readonly districts: readonly DistrictOverview[];
  /** Sheet id of its «Сводка»; null while there is none. */
  readonly summary: number | null;
}

/** `sheetOf`: sheet id of a tab by its name in the jobs' memory. */
export function overviewOf(
  { programme, records }: Pick<Analysis, 'programme' | 'records'>,
  today: CivilDate,
  sheetOf: (tab: string) => number | null,
): BookOverview {
  return {
    summary: sheetOf('summary'),
    districts: byDistrict(programme, records, today).map(({ key, name, organisations, tally }) => ({
      name,
      organisations: organisations.length,
      tally,
      sheet: sheetOf(`district:${key}`),
    })),
  };
}
