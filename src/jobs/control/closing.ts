/** «Закрыть чужие строки» as «Пульт» offers, shows and switches it. */
import type { ClosingView, ControlFunctions } from '../../contract/control';
import type { CivilDate } from '../../domain/dates/civil';
import { isOpen } from '../../domain/programme/deadline';
import { readOrganisations } from '../../domain/programme/readProgramme';
import { makeRegistry } from '../../domain/report/registry';
import { leftOpen } from '../../domain/rights/closings';
import type { Table } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { control as says } from '../../messages/control/server';
import { closingWords, jobNames } from '../../messages/jobs/setup';
import { BOOK_WORDS } from '../../messages/words/bookWords';
import { keepersIn } from '../rebuild/closeRows';
import { given, refuse } from '../run/answer';
import type { Uses } from '../run/parts';
import { command } from '../run/press';
import { closeInput } from './input';

/** `organisations`: the tab of the book as it stands. Writes nothing. */
export function closingOf(
  run: Uses<'memory' | 'office' | 'people' | 'books'>,
  book: ReportingBook,
  organisations: Table,
): ClosingView {
  const { closing } = book.state;
  const on = run.office.settings.closedBooks.includes(book.id);
  if (on) {
    const { closed = 0, open = null, problem = null } = closing ?? {};
    const waits = closing === null || (closing.rows === '' && closed === 0);
    const sentences =
      problem !== null
        ? [closingWords.problem(problem)]
        : waits
          ? [closingWords.soon]
          : [closingWords.closed(closed)];
    return { on, offered: false, sentences: [...sentences, ...(open ? closingWords.open(open) : [])] };
  }
  const { today } = run.books.moment(book);
  const open = wouldStayOpen(run, book, organisations, today);
  if (open === null) return { on, offered: false, sentences: [] };
  const offered = open.noCurator + open.noAccount === 0;
  return { on, offered, sentences: offered ? [] : closingWords.open(open) };
}

/** Null where there is no organisation, or nobody is a curator of any. */
function wouldStayOpen(
  run: Uses<'memory' | 'office' | 'people'>,
  book: ReportingBook,
  table: Table,
  today: CivilDate,
) {
  if (run.people.addressTable === null) run.people.readAddresses();
  const organisations = readOrganisations(table, today, BOOK_WORDS).items;
  const programme = { title: '', start: null, stages: [], targets: [], organisations };
  const registry = makeRegistry(programme);
  const keepers = keepersIn(run, book, { programme, registry, records: [] }, today);
  const open = { noCurator: 0, noAccount: 0, refused: 0 };
  for (const organisation of organisations) {
    if (!isOpen(organisation, today)) continue;
    const why = leftOpen(keepers, organisation.id, run.office.settings.googleAccounts);
    if (why !== null) open[why] += 1;
  }
  return keepers.curators.size === 0 ? null : open;
}

/** Writes the setting; the rebuild that follows closes or opens the rows. */
export const controlClose: ControlFunctions['controlClose'] = (input) =>
  given(says, closeInput, input, ({ book, on }) =>
    command(says, jobNames.closing, (run) => {
      if (!run.office.settings.books.includes(book)) return refuse(says.noBook);
      run.office.control.writeClosed(book, on);
      run.office.readSettings();
      return { ok: true, sentence: '' };
    }),
  );
