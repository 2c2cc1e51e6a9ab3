/** Setup: the control book's tabs, and reporting books added to it. Running it twice changes nothing. */
import { bookIdIn } from '../../domain/settings/readSettings';
import type { CompletedControl } from '../../google/book/controlBook';
import { prepareNewBook, setLocaleAndZone } from '../../google/book/newBook';
import type { ReportingBook } from '../../google/book/reportingBook';
import type { Rights } from '../../google/pages/protect';
import {
  activeSpreadsheet,
  type BookFile,
  createBook,
  localeOf,
  openBook,
  timeZoneOf,
} from '../../google/services/app';
import { SETTING_NAME_WORDS } from '../../messages/jobs/settings';
import { dialogs, runWords } from '../../messages/jobs/setup';
import { controlIssues } from '../control/controlIssues';
import { rebuildBook } from '../rebuild/rebuild';
import type { NotOurs } from '../run/books';
import type { Run, Uses } from '../run/parts';
import { type Completion, completeBook, keptPlace } from './completeBook';

export interface Dialogs {
  say(text: string): void;
  ask(text: string): string | null;
  agree(text: string): boolean;
  /** Title of the programme that a book which is added is for; absent or '': that of «Настройки». */
  readonly programme?: string;
}

const LOCALE = 'ru_RU';

/** Sets up the control book and completes every reporting book; asks for the first one when there is none. */
export function setUp(run: Run, dialogs_: Dialogs): void {
  const { created, restored: back } = setUpControl(run);
  const restored = [...back];
  if (run.office.settings.books.length === 0 || run.memory.state.adding !== null) {
    addBook(run, dialogs_);
    return;
  }
  let tabs = created;
  for (const id of run.office.settings.books) {
    const book = run.books.open(id);
    if (book === null) {
      dialogs_.say(`${id}: ${runWords.bookGone}`);
      continue;
    }
    const completion = setUpBook(run, book, dialogs_.agree);
    if ('kind' in completion) {
      dialogs_.say(leftText(book, completion));
      continue;
    }
    tabs += completion.created;
    restored.push(...completion.restored);
  }
  run.memory.save();
  dialogs_.say([dialogs.setUpDone(tabs, restored), ...controlIssues(run)].join('\n'));
}

/** Why it is left alone where a newer version wrote it, or the person leaves it to another control book. */
export function setUpBook(run: Run, book: ReportingBook, agree: Dialogs['agree']): Completion | NotOurs {
  return takeOver(run, book, agree) ?? completeAndRebuild(run, book);
}

/** The sentence for a book that is left alone. */
const leftText = (book: ReportingBook, { kind, why }: NotOurs): string => {
  const name = book.file.getName();
  return kind === 'foreign' ? dialogs.notTaken(name) : `${name}: ${why}`;
};

/** In pieces each goes on behind the tables of the one before, and rebuilding is the page's next call. */
function completeAndRebuild(run: Run, book: ReportingBook): Completion {
  const { today } = run.books.moment(book);
  if (run.time.inPieces) {
    const completion = completeBook(run, book, today, keptPlace(run, book, today));
    book.state.repairing = null;
    return completion;
  }
  const completion = completeBook(run, book, today);
  rebuildBook(run, book);
  return completion;
}

/** The control book's own tabs; the time zone of the settings is the spreadsheet's own at first. */
export function setUpControl(run: Uses<'memory' | 'office' | 'people'>): CompletedControl {
  const { file } = run.office.control;
  run.memory.state.controlId = file.getId();
  const zone = timeZoneOf(file);
  const completed = run.office.control.complete(controlRights(run), run.memory.state.plan.books);
  run.office.control.fillSetting(SETTING_NAME_WORDS.timeZone, zone);
  prepareNewBook(file);
  run.office.readSettings();
  run.people.readAddresses();
  run.memory.save();
  return completed;
}

/**
 * The control book is open only to those who run the programme, so nothing is locked in it. All in one, schools
 * are in it too, and its tabs are the administrators'.
 */
const controlRights = (run: Uses<'memory' | 'office' | 'people'>): Rights | null =>
  run.office.settings.books.includes(run.memory.state.controlId)
    ? run.people.rightsOf({ id: run.memory.state.controlId, file: run.office.control.file })
    : null;

/** Asks for a reporting book's address, or makes a new one, and sets it up; goes on where a run was stopped. */
export function addBook(run: Run, { say, ask, agree, programme = '' }: Dialogs): void {
  if (!run.office.control.isSetUp()) setUpControl(run);
  const { adding } = run.memory.state;
  const begun = adding === null ? null : openBook(adding.id);
  if (adding !== null && begun !== null) {
    const book = run.books.open(adding.id);
    const left = book === null ? null : run.books.notOurs(book);
    if (book !== null && left?.kind === 'newer') {
      say(leftText(book, left));
      return;
    }
    say(finishAdding(run, begun, adding.isNew, agree));
    return;
  }
  const answer = ask(dialogs.bookPrompt);
  if (answer !== null) say(addBookAt(run, answer, agree, programme));
}

/** Adds the book that was answered; gives what to tell the person. */
function addBookAt(run: Run, answer: string, agree: Dialogs['agree'], programme: string): string {
  const isNew = answer === '';
  const own = activeSpreadsheet();
  const here = answer.toLowerCase() === dialogs.thisBook;
  const id = here ? run.memory.state.controlId : bookIdIn(answer);
  if (!isNew && id === null) return dialogs.badAddress;
  if (id !== null && run.office.settings.books.includes(id)) return dialogs.bookThere;
  const file = here
    ? own
    : isNew
      ? createBook(dialogs.newBookName(programme || run.office.settings.programmeTitle))
      : openBook(id ?? '');
  if (file === null) return dialogs.failed(runWords.bookGone);
  const theirs = run.books.open(file.getId());
  const left = theirs === null ? null : takeOver(run, theirs, agree);
  if (theirs !== null && left !== null) return leftText(theirs, left);
  // From here on a run that is stopped is gone on with, or a second new book would be made.
  run.memory.state.adding = { id: file.getId(), isNew };
  const known = run.memory.state.books[file.getId()];
  if (known !== undefined && programme !== '') known.programme = programme;
  run.memory.save();
  return finishAdding(run, file, isNew, agree);
}

function finishAdding(run: Run, file: BookFile, isNew: boolean, agree: Dialogs['agree']): string {
  const id = file.getId();
  prepareLocale(file, run.office.settings.timeZone, isNew, agree);
  if (!run.office.settings.books.includes(id)) run.office.control.addBook(file.getUrl());
  run.office.readSettings();
  // Anew: its time zone may be another by now.
  const book = run.books.open(id);
  if (book === null) return dialogs.failed(runWords.bookGone);
  if (run.books.isControl(id)) run.office.control.complete(controlRights(run), run.memory.state.plan.books);
  completeAndRebuild(run, book);
  book.state.name = file.getName();
  if (isNew) prepareNewBook(file);
  run.memory.state.adding = null;
  run.memory.save();
  return `${dialogs.bookAdded(book.state.name)}\n${dialogs.setUpNext}`;
}

/** A US-English sheet reads 03/01 as March. A new sheet is set right at once; on one with data we ask. */
function prepareLocale(file: BookFile, zone: string, isNew: boolean, agree: (text: string) => boolean): void {
  const [locale, present] = [localeOf(file), timeZoneOf(file)];
  const wrong = [
    locale === LOCALE ? '' : dialogs.otherLocale(locale, LOCALE),
    present === zone ? '' : dialogs.otherZone(present, zone),
  ].filter((text) => text !== '');
  if (wrong.length === 0) return;
  const hasData = file.getSheets().some((sheet) => sheet.getLastRow() > 0);
  if (isNew || !hasData || agree(dialogs.changeLocale(file.getName(), wrong.join(', ')))) {
    setLocaleAndZone(file, LOCALE, zone);
  }
}

/** A book that another control book runs is taken over when the person says so. Why it is left alone otherwise. */
function takeOver(
  run: Uses<'memory' | 'books'>,
  book: ReportingBook,
  agree: Dialogs['agree'],
): NotOurs | null {
  const left = run.books.notOurs(book);
  if (left?.kind !== 'foreign') return left;
  if (!agree(dialogs.takeOver(book.file.getName()))) return left;
  book.writeControl(run.memory.state.controlId);
  return null;
}
