/**
 * What «Пульт», the control book's sidebar, and the server say to each other. Days and moments are texts as people
 * write them («05.10.2020 09:10», in the programme's time zone), and so is every sentence; nothing here is a `Date`.
 * Every call answers with `Answer`: a sentence when it could not.
 */

import type { BookFigures } from '../domain/report/overall';
import type { MailChoice, MailDryRun, MailPreview, MailStateView } from './mails';
import type { Answer, Contract } from './plain';

/** A reporting book as it stands. */
export interface BookView {
  readonly id: string;
  /** '' while nobody has opened it yet. */
  readonly name: string;
  readonly url: string;
  /** All in one: it is the control book as well. */
  readonly isControl: boolean;
  /** What the last rebuild found; null before the first. */
  readonly figures: BookFigures | null;
  /** '' before the first rebuild. */
  readonly rebuiltAt: string;
  readonly problems: readonly BookProblem[];
  /** «Закрыть чужие строки»; null where it was not opened for this answer, or could not be. */
  readonly closing: ClosingView | null;
  /** Rows of its tabs now; null where it was not opened for this answer, or could not be. */
  readonly programme: { readonly stages: number; readonly organisations: number } | null;
}

export interface ClosingView {
  readonly on: boolean;
  /** Off, and of every organisation it is known that its curators have Google accounts. */
  readonly offered: boolean;
  /** How far the rows are closed and which stay open; while it is off, which would. */
  readonly sentences: readonly string[];
}

export interface BookProblem {
  /** `foreign`: another control book runs it; `newer`: a newer version of the program wrote it; `gone`: deleted or not shared. */
  readonly kind: 'gone' | 'foreign' | 'newer' | 'unfinished' | 'failed';
  readonly sentence: string;
}

/** Who stands in «Адреса». */
export interface PeopleView {
  /** In the order of the tab's list, none left out. */
  readonly roles: readonly { readonly role: string; readonly addresses: number }[];
  readonly rows: number;
  /** Twenty at most; `more` are not listed. */
  readonly issues: readonly RowIssue[];
  readonly more: number;
}

export interface RowIssue {
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** Whose row it is; '' where it names nobody. */
  readonly who: string;
  readonly sentence: string;
}

export interface ScheduleView {
  readonly on: boolean;
  /** Address of the person who switched it on; '' where that is not known or nobody did. */
  readonly owner: string;
  readonly mine: boolean;
  /** It is on and this person's, yet Google has no trigger for it. */
  readonly lost: boolean;
  /** What comes next and when, soonest first. */
  readonly next: readonly { readonly what: string; readonly at: string }[];
  readonly lastRun: { readonly what: string; readonly at: string; readonly result: string } | null;
}

export interface JournalRow {
  readonly at: string;
  readonly job: string;
  readonly book: string;
  readonly result: string;
  readonly details: string;
}

export type MailsView = MailStateView;

/** Mails in short; the whole is `controlMails`. */
export interface MailsBrief {
  readonly on: boolean;
  /** Whether mails go out by themselves now. */
  readonly sending: boolean;
  /** False in a copied control book until somebody says that it may send. */
  readonly confirmed: boolean;
  /** Nobody knows whether these left. */
  readonly unknown: number;
  readonly failed: number;
  /** Not taken all morning for a passing reason: the next morning's mail takes their place. */
  readonly over: number;
}

export interface Overview {
  /** Whether the control book has its tabs. */
  readonly isSetUp: boolean;
  readonly programme: string;
  readonly books: readonly BookView[];
  /** A book that is being added: its name or id; '' when none is. */
  readonly adding: string;
  readonly people: PeopleView;
  readonly schedule: ScheduleView;
  readonly mails: MailsBrief;
  /** What is wrong in «Настройки», one a sentence. */
  readonly settings: readonly string[];
  /** Built-in programmes to try things out with. */
  readonly samples: readonly string[];
}

export interface StateView {
  readonly version: string;
  readonly timeZone: string;
  /** Characters in the jobs' memory, and how many Google keeps. */
  readonly memory: number;
  readonly mostMemory: number;
  readonly lastRun: ScheduleView['lastRun'];
  /** What is wrong in «Настройки» and «Адреса», one a sentence. */
  readonly issues: readonly string[];
}

/** How far a long job is. */
export interface Progress {
  readonly what: 'tables' | 'rows' | 'pages' | 'rights';
  /** How many are still to be written; 0 where that is not known. */
  readonly left: number;
}

/** How a long job goes: while it is not finished the page makes the call again. */
export interface Piece {
  readonly finished: boolean;
  readonly progress: Progress | null;
  readonly sentence: string;
}

export interface Rebuild {
  readonly book: string;
}

export interface Close extends Rebuild {
  readonly on: boolean;
}

export interface Repair extends Rebuild {
  /** False begins anew, true goes on with what the last piece left. */
  readonly goOn: boolean;
  /** Takes the book from the control book that runs it now. */
  readonly takeOver: boolean;
}

export interface Repaired extends Piece {
  /** The book is another control book's and stays so: nothing was done. */
  readonly foreign: boolean;
}

export interface NewBook {
  /** `here`: this control book is to be the reporting book as well. */
  readonly kind: 'new' | 'address' | 'here';
  /** With `address`: what the person pasted. */
  readonly address: string;
  /** Of the programme that the book is for; '': that of «Настройки». */
  readonly programme: string;
  /** What the person has answered so far, by the question's text. */
  readonly answers: Readonly<Record<string, boolean>>;
}

export interface Added extends Piece {
  /** To be answered with yes or no before it goes on; '' when there is nothing to ask. */
  readonly question: string;
  /** Id of the book, once it was added. */
  readonly book: string;
}

/** A row, from 1, of a tab of the control book. */
export interface Place {
  readonly tab: 'settings' | 'addresses' | 'journal' | 'overall';
  readonly row: number;
}

/** A sentence that says what was done. */
export interface Said {
  readonly sentence: string;
}

/** Signatures of the server's functions; src/jobs/control implements each. */
export interface ControlFunctions {
  /** All that the first screen needs. Writes nothing. */
  controlOpen(): Answer<Overview>;
  /** One book by its id, opened now. Writes nothing. */
  controlBook(id: string): Answer<{ readonly book: BookView }>;
  controlSetUp(): Answer<Said>;
  controlAddBook(book: NewBook): Answer<Added>;
  /** Switches «Закрыть чужие строки»; the rebuild that follows closes or opens the rows. */
  controlClose(close: Close): Answer<Said>;
  controlRepair(repair: Repair): Answer<Repaired>;
  controlRebuild(rebuild: Rebuild): Answer<Piece>;
  /** Takes the index of `Overview.samples`. */
  controlSample(index: number): Answer<Said>;
  controlSchedule(on: boolean): Answer<{ readonly sentence: string; readonly schedule: ScheduleView }>;
  controlJournal(): Answer<{ readonly runs: readonly JournalRow[] }>;
  controlState(): Answer<StateView>;
  controlMails(): Answer<MailsView>;
  /** Reads every book; sends and writes nothing. */
  controlMailDryRun(): Answer<MailDryRun>;
  controlMailPreview(choice: MailChoice): Answer<Extract<MailPreview, { ok: true }>>;
  controlMailTest(choice: MailChoice): Answer<Said>;
  controlMailSwitch(on: boolean): Answer<Said>;
  controlMailConfirm(): Answer<Said>;
  /** Takes the key of a `MailRecordView`; so does the next. */
  controlMailResend(key: string): Answer<Said>;
  controlMailForget(key: string): Answer<Said>;
  controlGo(place: Place): Answer<object>;
  controlImporter(): Answer<object>;
}

export type ControlServer = Contract<ControlFunctions>;
