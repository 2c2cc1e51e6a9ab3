/** How the calls of the schools' sidebar run: in a book that is there, with an end in words. */
import type { Answer } from '../../contract/plain';
import { openSchoolBook, type SchoolBook } from '../../google/book/schoolBook';
import { storedState } from '../../messages/jobs/storedState';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { attempt, refuse } from '../run/answer';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The work in the book that is open. */
export const inBook = <T>(work: (book: SchoolBook) => Answer<T>): Answer<T> =>
  attempt(says, () => {
    const book = openSchoolBook();
    if (book === null) return refuse(says.notHere);
    if (book === 'newer') return refuse(storedState.newerForSchools);
    return book === 'unbuilt' ? refuse(says.unbuilt) : work(book);
  });

/** The work in its «Отчёт». */
export const inReport = <T>(work: (book: SchoolBook, report: Sheet) => Answer<T>): Answer<T> =>
  inBook((book) => {
    const report = book.sheet('report');
    return report === null ? refuse(says.noReport) : work(book, report);
  });
