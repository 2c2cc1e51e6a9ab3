/** The menu's items: one press, one job, one sentence in the end. Errors are said in words, never as a trace. */
import { releaseLock, tryLock } from '../../google/services/app';
import { agree, ask, say } from '../../google/services/ui';
import { dialogs, jobNames, runWords } from '../../messages/jobs/setup';
import { dryRunText } from '../../messages/mail/plan';
import { mailDryRun, mailState, mailSwitch } from '../mail';
import { showOverall } from '../rebuild/overall';
import { rebuildBook } from '../rebuild/rebuild';
import { refuse, wordsOf } from '../run/answer';
import { notOurs } from '../run/ownership';
import { Run } from '../run/run';
import { scheduleOff, scheduleOn, stateReport } from '../schedule/schedule';
import { insertSample } from '../setUp/sample';
import { addBook, type Dialogs, setUp } from '../setUp/setUp';
import { controlIssues, showControlIssues } from './controlIssues';

const DIALOGS: Dialogs = { say, ask, agree };

/** Runs one job of a person's press: alone, with the settings read, and with an end that is always said. */
function press(job: string, work: (run: Run) => void, alone = true): void {
  let run: Run | null = null;
  try {
    if (alone && !tryLock()) {
      say(dialogs.busy);
      return;
    }
    run = new Run();
    run.readSettings(alone);
    work(run);
    if (alone) showControlIssues(run);
    showOverall(run);
    // Who only looks leaves the memory alone: another run may be writing it.
    if (alone) run.end(job, runWords.done);
  } catch (error) {
    const why = wordsOf(error);
    if (alone) run?.end(job, runWords.failed);
    say(dialogs.failed(why));
  } finally {
    if (alone) releaseLock();
  }
}

export const menuSetUp = (): void => press(jobNames.setUp, (run) => setUp(run, DIALOGS));
export const menuAddBook = (): void => press(jobNames.setUp, (run) => addBook(run, DIALOGS));
export const menuSample = (): void => press(jobNames.sample, (run) => insertSample(run, DIALOGS));
export const menuRebuild = (): void =>
  press(jobNames.rebuild, (run) => rebuildAll(run, (reports, issues) => dialogs.rebuilt(reports, issues)));
export const menuCheck = (): void =>
  press(jobNames.rebuild, (run) => rebuildAll(run, (_reports, issues) => dialogs.checked(issues)));
export const menuScheduleOn = (): void => press(jobNames.schedule, (run) => say(scheduleOn(run)));
export const menuScheduleOff = (): void => press(jobNames.schedule, (run) => say(scheduleOff(run)));
export const menuMailOn = (): void => press(jobNames.mail, (run) => say(mailSwitch(run, true).sentence));
export const menuMailOff = (): void => press(jobNames.mail, (run) => say(mailSwitch(run, false).sentence));
export const menuMailDryRun = (): void => press(jobNames.mail, (run) => say(dryRunText(mailDryRun(run))));
export const menuState = (): void =>
  press(
    jobNames.rebuild,
    (run) => {
      run.readAddresses();
      say([stateReport(run), ...mailState(run).sentences, ...controlIssues(run)].join('\n'));
    },
    false,
  );

export const menuRegroup = (): void =>
  press(jobNames.regroup, (run) => {
    if (run.settings.books.length === 0) say(dialogs.noBooks);
    if (run.settings.books.length === 0 || !agree(dialogs.regroupAsk)) return;
    const problems: string[] = [];
    for (const id of run.settings.books) {
      const book = run.open(id);
      if (book === null) continue;
      const left = notOurs(book.service(), run.state.controlId);
      if (left?.kind === 'newer') {
        problems.push(refuse(left.why).sentence);
        continue;
      }
      book.regroup();
      rebuildBook(run, book);
    }
    say(
      [...problems, ...(problems.length < run.settings.books.length ? [dialogs.regroupDone] : [])].join('\n'),
    );
  });

function rebuildAll(run: Run, text: (reports: number, issues: number) => string): void {
  say(run.settings.books.length === 0 ? dialogs.noBooks : rebuildBooks(run, text));
}

/** Rebuilds every book; gives what to tell the person. */
function rebuildBooks(run: Run, text: (reports: number, issues: number) => string): string {
  let [reports, issues, unfinished] = [0, 0, false];
  const problems: string[] = [];
  for (const id of run.settings.books) {
    const book = run.open(id);
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
  const ends = problems.length < run.settings.books.length ? [end] : [];
  return [...problems, ...ends, ...controlIssues(run)].join('\n');
}
