/** What is done of setting things up and what comes next, told from the real state. */
import type { BookView, Overview } from '../../../src/contract/control';
import { start } from '../../../src/messages/control/page';

export type StepId = keyof typeof start.steps;

export interface Step {
  readonly id: StepId;
  readonly done: boolean;
  /** How it stands, in a sentence. */
  readonly state: string;
  readonly button: string;
  /** Whether what it needs is there. */
  readonly possible: boolean;
}

const has = (book: BookView, what: 'stages' | 'organisations'): number =>
  book.programme?.[what] ?? book.figures?.[what] ?? 0;

export const isEmptyBook = (book: BookView): boolean =>
  has(book, 'stages') === 0 || has(book, 'organisations') === 0;

export function stepsOf(overview: Overview): Step[] {
  const { steps: says } = start;
  const { isSetUp, books, people, schedule, mails } = overview;
  const begun = overview.adding !== '';
  const hasBook = books.length > 0 && !begun;
  const empty = books.find(isEmptyBook);
  const filled = hasBook && empty === undefined;
  const addresses = people.roles.reduce((sum, each) => sum + each.addresses, 0);
  const wrong = people.issues.length + people.more;
  const built =
    hasBook && books.every(({ rebuiltAt, figures }) => rebuiltAt !== '' && (figures?.expected ?? 0) > 0);
  const total = (what: 'stages' | 'organisations') => books.reduce((sum, book) => sum + has(book, what), 0);
  const scheduled = schedule.on && !schedule.lost;
  const step = (id: StepId, done: boolean, possible: boolean, words: string, button?: string): Step => ({
    id,
    done,
    possible,
    state: words,
    button: button ?? says[id].button,
  });
  const missing = (book: BookView): string =>
    has(book, 'stages') === 0
      ? says.programme.noStages(book.name)
      : says.programme.noOrganisations(book.name);
  return [
    step('setUp', isSetUp, true, isSetUp ? says.setUp.done : says.setUp.todo),
    step(
      'book',
      hasBook,
      isSetUp,
      begun ? says.book.goOn : hasBook ? says.book.done(books.length) : says.book.todo,
      begun ? says.book.goOnButton : hasBook ? says.book.doneButton : says.book.button,
    ),
    step(
      'programme',
      filled,
      hasBook,
      filled
        ? says.programme.done(Math.max(...books.map((book) => has(book, 'stages'))), total('organisations'))
        : empty === undefined || books.length < 2
          ? says.programme.todo
          : missing(empty),
    ),
    step(
      'people',
      addresses > 0 && wrong === 0,
      isSetUp,
      wrong > 0 ? says.people.wrong(wrong) : addresses > 0 ? says.people.done(addresses) : says.people.todo,
      addresses > 0 && wrong === 0 ? says.people.doneButton : says.people.button,
    ),
    step('rebuild', built, filled, built ? says.rebuild.done(books[0]?.rebuiltAt ?? '') : says.rebuild.todo),
    step(
      'schedule',
      scheduled,
      hasBook,
      schedule.lost ? says.schedule.lost : scheduled ? says.schedule.done : says.schedule.todo,
      scheduled ? says.schedule.doneButton : says.schedule.button,
    ),
    step('mails', mails.sending, built, mails.sending ? says.mails.done : says.mails.todo),
  ];
}
