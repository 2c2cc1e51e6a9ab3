/** People's cells that stand in other rows: the administrator has them put back, or says that they stand where they ought to. */

import type { Displacement } from '../../domain/report/displaced/displacement';
import { sheetRow } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { type ReturnLine, restoreWords } from '../../messages/jobs/restoreCells';
import { dialogs } from '../../messages/jobs/setup';
import { rebuildBook } from '../rebuild/rebuild';
import { acceptCells, beginRestoring } from '../rebuild/restoreCells';
import type { Run } from '../run/parts';

type Agree = (question: string) => boolean;

/** Shows what goes where, asks, writes; gives what to tell the person, '' where she said no. */
export function restoreDisplaced(run: Run, agree: Agree): string {
  return eachBook(run, (book) => {
    if (!book.state.restoring) {
      const { displaced, sentence } = displacedIn(run, book);
      if (displaced === null) return sentence;
      if (displaced.returns.length > 0) {
        if (!agree(restoreWords.ask(book.file.getName(), linesOf(displaced)))) return '';
        beginRestoring(run, book);
      }
    }
    const { displaced, sentence } = displacedIn(run, book);
    if (book.state.restoring) return restoreWords.goesOn;
    if (displaced === null) return sentence ?? restoreWords.restored;
    return restoreWords.stillLeft(displaced.rows.size);
  });
}

/** Asks, and counts the rows from now on as they stand. */
export function acceptDisplaced(run: Run, agree: Agree): string {
  return eachBook(run, (book) => {
    const { displaced, sentence } = displacedIn(run, book);
    if (displaced === null) return sentence;
    const rows = [...displaced.rows.keys()].map(sheetRow).sort((a, b) => a - b);
    if (!agree(restoreWords.askAccept(book.file.getName(), rows))) return '';
    const accepted = acceptCells(run, book, run.books.moment(book).today);
    rebuildBook(run, book);
    return restoreWords.accepted(accepted);
  });
}

/** Rebuilds the book first, so that keys and labels are in order. `sentence`: why nothing more can be done now. */
function displacedIn(
  run: Run,
  book: ReportingBook,
): { readonly displaced: Displacement | null; readonly sentence: string | null } {
  const { refused, unfinished } = rebuildBook(run, book);
  if (refused !== null) return { displaced: null, sentence: refused };
  if (unfinished) return { displaced: null, sentence: dialogs.rebuildUnfinished };
  const displaced = run.readings.get(book.id)?.analysis.displaced ?? null;
  return { displaced: displaced !== null && displaced.rows.size > 0 ? displaced : null, sentence: null };
}

function eachBook(run: Run, work: (book: ReportingBook) => string | null): string {
  const { books } = run.office.settings;
  if (books.length === 0) return dialogs.noBooks;
  const said = books.flatMap((id) => {
    const book = run.books.open(id);
    const sentence = book === null ? null : work(book);
    return sentence === null ? [] : [sentence];
  });
  return said.length === 0
    ? restoreWords.nothing
    : [...new Set(said)].filter((each) => each !== '').join('\n');
}

function linesOf({ returns }: Displacement): ReturnLine[] {
  const lines = new Map<string, { to: number; from: number | null; cells: number }>();
  for (const { to, from } of returns) {
    const name = `${to} ${from}`;
    const line = lines.get(name) ?? {
      to: sheetRow(to),
      from: from === null ? null : sheetRow(from),
      cells: 0,
    };
    line.cells += 1;
    lines.set(name, line);
  }
  return [...lines.values()].sort((a, b) => a.to - b.to);
}
