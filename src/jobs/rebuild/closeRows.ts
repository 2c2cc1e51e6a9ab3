/**
 * «Закрыть чужие строки»: keeps one protection for each organisation's rows as the book's setting wants it. Looks at the
 * protections only where rows or people changed, or a repair asked for it; what lets somebody in is done before the
 * pages are built, what shuts somebody out after them, so that a run that is stopped locks out nobody.
 */
import type { CivilDate } from '../../domain/dates/civil';
import { peopleBook } from '../../domain/mail/facts';
import { anyOverlap } from '../../domain/mail/people/assignments';
import { type Addressee, readPeople } from '../../domain/mail/people/people';
import type { Analysis } from '../../domain/report/analyse';
import { planClosings } from '../../domain/rights/closingPlan';
import {
  type Block,
  blocksOf,
  type Closing,
  closingsOf,
  type Keepers,
  keepersOf,
  leftOpen,
} from '../../domain/rights/closings';
import { readTable, rowCount, textAt } from '../../domain/schema/table';
import { fingerprint } from '../../domain/values/fingerprint';
import type { ReportingBook } from '../../google/book/reportingBook';
import { Closings, closingName } from '../../google/pages/closings';
import { isPassing, ownerOf, runner } from '../../google/services/app';
import { type ClosingState, emptyClosing } from '../../google/state/jobState';
import { LANGUAGE_NAMES } from '../../messages/jobs/settings';
import { closingWords, jobNames, runWords } from '../../messages/jobs/setup';
import { addresses } from '../../messages/tabs/control';
import { addressesSchema } from '../../tabs/schemas/control';
import type { Run, Uses } from '../run/parts';
import { OutOfTime } from '../run/time';

type Parts = Uses<'time' | 'memory' | 'journal' | 'office' | 'people' | 'books'>;

/** The next rebuild compares all protections and marks with what is wanted, for «Адреса» may have changed. */
export function lookAtClosingsAgain({ state }: ReportingBook): void {
  state.elsewhere = { ...state.elsewhere, marks: '' };
  if (state.closing !== null) state.closing = { ...state.closing, rows: '', people: '' };
}

/** Whether «Адреса» or the settings changed what the closed rows of the book were put right for. Reads «Адреса». */
export function keepersChanged(run: Parts, book: ReportingBook): boolean {
  if (!isOn(run, book)) return false;
  run.people.readAddresses();
  return book.state.closing?.people !== peopleMark(run);
}

/**
 * Lets in who was locked out, and gives what shuts out the others, to be called last. `width`: columns of «Отчёт».
 * `scheduled`: nobody pressed, so «Адреса» is not read where the rows are as they were.
 * @throws OutOfTime
 */
export function keepRowsClosed(
  run: Parts,
  book: ReportingBook,
  analysis: Analysis,
  {
    today,
    width,
    scheduled,
  }: { readonly today: CivilDate; readonly width: number; readonly scheduled: boolean },
): () => void {
  const { state } = book;
  const on = isOn(run, book);
  const sheet = book.sheet('report');
  if ((!on && state.closing === null) || sheet === null) return NOTHING;
  const blocks = on ? blocksOf(analysis.identities, analysis.registry) : [];
  const rows = fingerprint(JSON.stringify([on, blocks, analysis.programme.organisations]));
  const sameRows = state.closing?.rows === rows;
  if (sameRows && scheduled && run.people.addressTable === null) return NOTHING;
  if (on && run.people.addressTable === null) run.people.readAddresses();
  const people = on ? peopleMark(run) : '';
  if (sameRows && state.closing?.people === people) return NOTHING;
  if (state.closing === null) {
    // Kept before the first is made: switched off, it must be known that there is something to take away.
    state.closing = emptyClosing();
    run.memory.save(book);
  }
  run.time.checkBeforeReading();
  return trying(book, { rows, people }, () => {
    const keepers = on ? keepersIn(run, book, analysis, today) : NOBODY;
    const wanted = closingsOf(blocks, analysis.registry, keepers, run.office.settings.googleAccounts);
    const closings = new Closings(sheet, wanted, width, on ? run.people.rightsOf(book).editors : []);
    const keeps = on ? [ownerOf(book.file), runner()].filter((who) => who !== '') : [];
    const plan = planClosings(wanted, closings.found, closingName, keeps);
    const before = (left: number) => {
      run.time.progress = { what: 'rights', left };
      run.time.check();
    };
    closings.carryOut(plan.open, before);
    return () => {
      // The row below the data is nobody's: by it the sidebar tells whether the head's columns are open to somebody.
      if (wanted.length > 0) book.keepSpareRow();
      closings.carryOut(plan.close, before);
      const counted = count(run, blocks, wanted, keepers, closings.refused);
      state.closing = on ? { rows, people, problem: null, ...counted } : null;
      if (plan.open.length + plan.close.length > 0) tell(run, book, on, counted);
    };
  });
}

const NOTHING = (): void => {};
const NOBODY: Keepers = { curators: new Map(), heads: new Map(), administrators: [] };

const isOn = (run: Uses<'office'>, { id }: ReportingBook): boolean =>
  run.office.settings.closedBooks.includes(id);

/** A person who may not change a protection, or Google's limit: told, tried again at night, and all else goes on. */
function trying(
  book: ReportingBook,
  mark: Pick<ClosingState, 'rows' | 'people'>,
  work: () => () => void,
): () => void {
  const guarded = <T>(part: () => T, otherwise: T): T => {
    try {
      return part();
    } catch (error) {
      if (error instanceof OutOfTime || isPassing(error)) throw error;
      const problem = error instanceof Error ? error.message : String(error);
      book.state.closing = { ...(book.state.closing ?? emptyClosing()), ...mark, problem };
      return otherwise;
    }
  };
  const finish = guarded(work, NOTHING);
  return () => guarded(finish, undefined);
}

/** Of «Адреса» and of the settings, as far as rights depend on them. */
function peopleMark({ people, office, memory }: Uses<'people' | 'office' | 'memory'>): string {
  const table = people.addressTable;
  const rows = Array.from({ length: table === null ? 0 : rowCount(table) }, (_, row) =>
    ['email', 'role', 'organisation', 'district', 'book'].map((id) => (table ? textAt(table, row, id) : '')),
  );
  const { administrators, googleAccounts, books } = office.settings;
  return fingerprint(
    JSON.stringify([
      rows,
      administrators,
      googleAccounts,
      books.length > 1 ? memory.state.mail.overlap : null,
    ]),
  );
}

/** Who stands in «Адреса», as this run read it, for this book. */
export function peopleIn(
  run: Uses<'people' | 'office' | 'memory'>,
  book: ReportingBook,
  analysis: Pick<Analysis, 'programme' | 'registry' | 'records'>,
  today: CivilDate,
): readonly Addressee[] {
  book.state.name ||= book.file.getName();
  const table = run.people.addressTable ?? readTable(addressesSchema, [[]]);
  const books = [peopleBook({ id: book.id, name: book.state.name, today, analysis })];
  // What may be in another book as well is decided as the mails do it.
  const several = run.office.settings.books.length > 1;
  const hidden = several ? (run.memory.state.mail.overlap ?? anyOverlap(books)) : null;
  const words = { roles: addresses.roles, languages: LANGUAGE_NAMES };
  return readPeople(table, { books, hidden }, words, run.office.settings.mailLanguage).all;
}

export const keepersIn = (
  run: Uses<'people' | 'office' | 'memory'>,
  book: ReportingBook,
  analysis: Pick<Analysis, 'programme' | 'registry' | 'records'>,
  today: CivilDate,
): Keepers => keepersOf(peopleIn(run, book, analysis, today), run.people.rightsOf(book).administrators);

function count(
  run: Uses<'office'>,
  blocks: readonly Block[],
  wanted: readonly Closing[],
  keepers: Keepers,
  refused: ReadonlySet<string>,
): Pick<ClosingState, 'closed' | 'open'> {
  const open = { noCurator: 0, noAccount: 0, refused: refused.size };
  for (const organisation of new Set(blocks.map((block) => block.organisation))) {
    const why = leftOpen(keepers, organisation, run.office.settings.googleAccounts);
    if (why !== null) open[why] += 1;
  }
  return { closed: new Set(wanted.map(({ organisation }) => organisation)).size - refused.size, open };
}

function tell(
  run: Pick<Run, 'journal' | 'books'>,
  book: ReportingBook,
  on: boolean,
  { closed, open }: Pick<ClosingState, 'closed' | 'open'>,
): void {
  const { moment } = run.books.moment(book);
  const details = on ? [closingWords.closed(closed), ...closingWords.open(open)].join(' ') : closingWords.off;
  run.journal.log(moment, jobNames.closing, book.state.name || book.file.getName(), runWords.done, details);
}
