/** Reporting books as «Пульт» shows them, and what is done to them there. */

import type { Added, BookProblem, BookView, ControlFunctions, Piece, Repaired } from '../../contract/control';
import type { Answer } from '../../contract/plain';
import type { TabSchema } from '../../domain/schema/schema';
import { isBlankRow, readTable, rowCount, type Table } from '../../domain/schema/table';
import { tidy } from '../../domain/values/text';
import { shownIn } from '../../google/book/calendar';
import type { ReportingBook } from '../../google/book/reportingBook';
import { emptyBookState } from '../../google/state/jobState';
import { control as says } from '../../messages/control/server';
import { dialogs, jobNames, runWords } from '../../messages/jobs/setup';
import { organisationsSchema, stagesSchema } from '../../tabs/schemas/programme';
import { rebuildBook } from '../rebuild/rebuild';
import { given, refuse } from '../run/answer';
import type { Uses } from '../run/parts';
import { command, query } from '../run/press';
import { OutOfTime } from '../run/time';
import { insertSample } from '../setUp/sample';
import { addBook, setUpBook } from '../setUp/setUp';
import { closingOf } from './closing';
import { bookIdInput, newBookInput, rebuildInput, repairInput, sampleInput } from './input';

/** Opened books cost a dozen calls each: a control book of eighty is asked for one by one. */
const MOST_OPENED = 3;

export const booksOf = (run: Uses<'memory' | 'office' | 'people' | 'books'>): BookView[] =>
  run.office.settings.books.map((id, index) => viewOf(run, id, index < MOST_OPENED));

function viewOf(run: Uses<'memory' | 'office' | 'people' | 'books'>, id: string, opened: boolean): BookView {
  const book = opened ? run.books.open(id) : null;
  const known = run.memory.state.books[id] ?? emptyBookState();
  const problems: BookProblem[] = [];
  if (known.unreachable !== null)
    problems.push({ kind: 'gone', sentence: refuse(known.unreachable).sentence });
  const left = book && run.books.notOurs(book);
  if (left) {
    problems.push({
      kind: left.kind,
      sentence: left.kind === 'foreign' ? says.foreign : refuse(left.why).sentence,
    });
  } else if (known.unfinished) problems.push({ kind: 'unfinished', sentence: says.unfinished });
  if (known.failures > 0) problems.push({ kind: 'failed', sentence: says.failedTimes(known.failures) });
  const organisations = book && tableOf(book, organisationsSchema);
  return {
    id,
    name: book?.file.getName() ?? known.name,
    url: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    isControl: run.books.isControl(id),
    figures: known.figures,
    rebuiltAt:
      known.rebuiltAt === null ? '' : shownIn(run.office.settings.timeZone, new Date(known.rebuiltAt)),
    problems,
    closing: book && organisations && left === null ? closingOf(run, book, organisations) : null,
    programme: book &&
      organisations && {
        stages: rowsOf(tableOf(book, stagesSchema)),
        organisations: rowsOf(organisations),
      },
  };
}

const tableOf = (book: ReportingBook, schema: TabSchema): Table =>
  readTable(schema, book.grid(schema.id) ?? [[]], book.state.renamed[schema.id]);

const rowsOf = (table: Table): number =>
  Array.from({ length: rowCount(table) }, (_, row) => row).filter((row) => !isBlankRow(table, row)).length;

/** One book, opened now. Writes nothing. */
export const controlBook: ControlFunctions['controlBook'] = (input) =>
  given(says, bookIdInput, input, (id) =>
    query(says, (run) =>
      run.office.settings.books.includes(id)
        ? { ok: true, book: viewOf(run, id, true) }
        : refuse(says.noBook),
    ),
  );

/** Rebuilds one book, or a piece of it. */
export const controlRebuild: ControlFunctions['controlRebuild'] = (input) =>
  given(says, rebuildInput, input, ({ book: id }) =>
    command<Piece>(
      says,
      jobNames.rebuild,
      (run) =>
        withBook(run, id, (book) => {
          const { reports, issues, unfinished, refused } = rebuildBook(run, book);
          if (refused !== null) return refuse(refused);
          const sentence = unfinished ? '' : says.rebuilt(reports, issues);
          return {
            ok: true,
            finished: !unfinished,
            progress: unfinished ? run.time.progress : null,
            sentence,
          };
        }),
      true,
    ),
  );

/** Puts a book's tables, lists, colours and rights in order, or takes it over; rebuilding is the next call. */
export const controlRepair: ControlFunctions['controlRepair'] = (input) =>
  given(says, repairInput, input, ({ book: id, goOn, takeOver }) =>
    command<Repaired>(
      says,
      jobNames.setUp,
      (run) =>
        withBook<Repaired>(run, id, (book) => {
          if (!goOn) book.state.repairing = null;
          const completion = unlessStopped(() => setUpBook(run, book, () => takeOver));
          if (completion === 'stopped') {
            return { ok: true, finished: false, progress: run.time.progress, sentence: '', foreign: false };
          }
          if ('kind' in completion && completion.kind === 'newer') return refuse(completion.why);
          const foreign = 'kind' in completion;
          const sentence = foreign ? says.foreignKept : says.repaired(completion.restored);
          return { ok: true, finished: true, progress: null, sentence, foreign };
        }),
      true,
    ),
  );

/** Thrown where the person has to answer first: nothing is written that the next call would not go on with. */
class Question extends Error {}

/** Adds a reporting book, or goes on with the one that is being added; rebuilding is the next call. */
export const controlAddBook: ControlFunctions['controlAddBook'] = (input) =>
  given(says, newBookInput, input, ({ kind, address, programme, answers }) =>
    command<Added>(
      says,
      jobNames.setUp,
      (run) => {
        const said: string[] = [];
        const before = run.office.settings.books;
        const begun = run.memory.state.adding?.id ?? null;
        const asked = { new: '', here: dialogs.thisBook, address: address.trim() }[kind];
        if (kind === 'address' && asked === '' && begun === null) return refuse(dialogs.badAddress);
        const going = { finished: false, progress: run.time.progress, sentence: '', question: '', book: '' };
        try {
          const ended = unlessStopped(() =>
            addBook(run, {
              say: (text) => said.push(text),
              ask: () => asked,
              programme: tidy(programme),
              agree: (question) => {
                if (!Object.keys(answers).includes(question)) throw new Question(question);
                return answers[question] === true;
              },
            }),
          );
          if (ended === 'stopped') return { ok: true, ...going, progress: run.time.progress };
        } catch (error) {
          if (error instanceof Question) return { ok: true, ...going, question: error.message };
          throw error;
        }
        const book = begun ?? run.office.settings.books.find((id) => !before.includes(id)) ?? '';
        const sentence = said.join('\n');
        return book === '' ? refuse(sentence) : { ok: true, ...going, finished: true, sentence, book };
      },
      true,
    ),
  );

/** Puts a built-in programme into the first book, where its tabs are empty. */
export const controlSample: ControlFunctions['controlSample'] = (input) =>
  given(says, sampleInput, input, (number) =>
    command(says, jobNames.sample, (run) => {
      const said: string[] = [];
      insertSample(run, {
        say: (text) => said.push(text),
        ask: () => String(number),
        agree: () => true,
      });
      return { ok: true, sentence: said.join('\n') };
    }),
  );

function withBook<T>(
  run: Uses<'office' | 'books'>,
  id: string,
  work: (book: ReportingBook) => Answer<T>,
): Answer<T> {
  if (!run.office.settings.books.includes(id)) return refuse(says.noBook);
  const book = run.books.open(id);
  return book === null ? refuse(runWords.bookGone) : work(book);
}

function unlessStopped<T>(work: () => T): T | 'stopped' {
  try {
    return work();
  } catch (error) {
    if (error instanceof OutOfTime) return 'stopped';
    throw error;
  }
}
