/** «Сводка по книгам» of the control book: several reporting books on one page. */
import type { BookOverview } from '../../domain/report/overall';
import { sumOf } from '../../domain/report/summary';
import { pages } from '../../messages/tabs/pages';
import { linkToBook, type Page } from './page';
import { head, type TallyRow, tallyTable } from './sections';

export interface OverallBook {
  readonly id: string;
  readonly name: string;
  /** Null while it was never rebuilt. */
  readonly overview: BookOverview | null;
  /** When its figures were made, or why there are no newer ones. */
  readonly note: string;
}

const COLUMNS = 13;

/** `stamp`: «05.10.2020 09:10», when the newest of the figures were made. */
export function overallPage(programme: string, books: readonly OverallBook[], stamp: string): Page {
  const rows = books.map(({ id, name, overview, note }): TallyRow => {
    const districts = overview?.districts ?? [];
    return {
      name: name || id,
      organisations: districts.reduce((sum, each) => sum + each.organisations, 0),
      tally: sumOf(districts.map(({ tally }) => tally)),
      cells: [linkToBook(id, overview?.summary ?? null, pages.open), note],
    };
  });
  const all = sumOf(rows.map(({ tally }) => tally));
  const districts = books.flatMap(({ id, name, overview }) =>
    (overview?.districts ?? []).map(
      (each): TallyRow => ({
        name: each.name || pages.noDistrict,
        organisations: each.organisations,
        tally: each.tally,
        cells: [linkToBook(id, each.sheet ?? overview?.summary ?? null, pages.open), name || id],
      }),
    ),
  );
  const { header } = pages;
  return {
    columns: COLUMNS,
    layout: 'overall|2',
    aligned: true,
    rows: [
      ...head(pages.summaryTitle(programme || pages.untitledProgramme), all, stamp),
      ...tallyTable(pages.books, [header.book, header.link, header.figuresOf], all, rows),
      // Where each book is one district, the table of books has said it.
      ...(districts.length > books.length
        ? tallyTable(pages.districts, [header.district, header.link, header.book], all, districts)
        : []),
    ],
  };
}
