/** The menu's items: one press, one job, one sentence in the end. Errors are said in words, never as a trace. */
import type { Answer } from '../../contract/plain';
import { agree, ask, say } from '../../google/services/ui';
import { dialogs, jobNames, runWords } from '../../messages/jobs/setup';
import { dryRunText } from '../../messages/mail/plan';
import { mailDryRun, mailState, mailSwitch } from '../mail';
import { rebuildBook } from '../rebuild/rebuild';
import type { Run } from '../run/parts';
import { command, query } from '../run/press';
import { scheduleOff, scheduleOn, stateReport } from '../schedule/schedule';
import { insertSample } from '../setUp/sample';
import { addBook, type Dialogs, setUp } from '../setUp/setUp';
import { controlIssues } from './controlIssues';
import { acceptDisplaced, restoreDisplaced } from './displacedRows';

const DIALOGS: Dialogs = { say, ask, agree };

/** Where an item could not do its job, the person is told why; else the job has said how it ended. */
function tell(answer: Answer<object>): void {
  if (!answer.ok) say(answer.sentence);
}

const item = (job: string, work: (run: Run) => void): void =>
  tell(
    command(dialogs, job, (run) => {
      work(run);
      return { ok: true };
    }),
  );

export const menuSetUp = (): void => item(jobNames.setUp, (run) => setUp(run, DIALOGS));
export const menuAddBook = (): void => item(jobNames.setUp, (run) => addBook(run, DIALOGS));
export const menuSample = (): void => item(jobNames.sample, (run) => insertSample(run, DIALOGS));
export const menuRebuild = (): void =>
  item(jobNames.rebuild, (run) => rebuildAll(run, (reports, issues) => dialogs.rebuilt(reports, issues)));
export const menuCheck = (): void =>
  item(jobNames.rebuild, (run) => rebuildAll(run, (_reports, issues) => dialogs.checked(issues)));
export const menuScheduleOn = (): void => item(jobNames.schedule, (run) => say(scheduleOn(run)));
export const menuScheduleOff = (): void => item(jobNames.schedule, (run) => say(scheduleOff(run)));
export const menuMailOn = (): void => item(jobNames.mail, (run) => say(mailSwitch(run, true).sentence));
export const menuMailOff = (): void => item(jobNames.mail, (run) => say(mailSwitch(run, false).sentence));
export const menuMailDryRun = (): void => item(jobNames.mail, (run) => say(dryRunText(mailDryRun(run))));
export const menuState = (): void =>
  tell(
    query(dialogs, (run) => {
      run.people.readAddresses();
      say([stateReport(run), ...mailState(run).sentences, ...controlIssues(run)].join('\n'));
      return { ok: true };
    }),
  );

export const menuRegroup = (): void =>
  item(jobNames.regroup, (run) => {
    if (run.office.settings.books.length === 0) say(dialogs.noBooks);
    if (run.office.settings.books.length === 0 || !agree(dialogs.regroupAsk)) return;
    const problems: string[] = [];
    for (const id of run.office.settings.books) {
      const book = run.books.open(id);
      if (book === null) continue;
      const left = run.books.notOurs(book);
      if (left?.kind === 'newer') {
        problems.push(left.why);
        continue;
      }
      // Protections of rows do not move with them: a run that is stopped here is gone on with at the next tick.
      book.state.unfinished = true;
      run.memory.save(book);
      book.regroup();
      rebuildBook(run, book);
    }
    say(
      [
        ...problems,
        ...(problems.length < run.office.settings.books.length ? [dialogs.regroupDone] : []),
      ].join('\n'),
    );
  });

export const menuRestoreCells = (): void =>
  item(jobNames.restore, (run) => sayEnd(restoreDisplaced(run, agree)));
export const menuAcceptCells = (): void =>
  item(jobNames.restore, (run) => sayEnd(acceptDisplaced(run, agree)));

/** A person who said no needs no answer. */
const sayEnd = (text: string): void => {
  if (text !== '') say(text);
};

function rebuildAll(run: Run, text: (reports: number, issues: number) => string): void {
  say(run.office.settings.books.length === 0 ? dialogs.noBooks : rebuildBooks(run, text));
}

/** Rebuilds every book; gives what to tell the person. */
function rebuildBooks(run: Run, text: (reports: number, issues: number) => string): string {
  let [reports, issues, unfinished] = [0, 0, false];
  const problems: string[] = [];
  for (const id of run.office.settings.books) {
    const book = run.books.open(id);
    if (book === null) {
      problems.push(`${id}: ${runWords.bookGone}`);
      continue;
    }
    const rebuilt = rebuildBook(run, book);
    reports += rebuilt.reports;
    issues += rebuilt.issues;
    unfinished ||= rebuilt.unfinished;
    if (rebuilt.refused !== null) problems.push(rebuilt.refused);
  }
  const end = unfinished ? dialogs.rebuildUnfinished : text(reports, issues);
  const ends = problems.length < run.office.settings.books.length ? [end] : [];
  return [...problems, ...ends, ...controlIssues(run)].join('\n');
}
