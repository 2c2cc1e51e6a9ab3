/** How a person's press runs, on a page or in the menu. */
import type { Answer } from '../../contract/plain';
import { releaseLock, tryLock } from '../../google/services/app';
import { runWords } from '../../messages/jobs/setup';
import { showControlIssues } from '../control/controlIssues';
import { showOverall } from '../rebuild/overall';
import { attempt, type FailureWords, refuse } from './answer';
import type { Run } from './parts';
import { startRun } from './startRun';

/** Leaves no trace. Without the lock: a tick may be at work for minutes, and its memory must not be written over. */
export const query = <T>(words: FailureWords, work: (run: Run) => Answer<T>): Answer<T> =>
  attempt(words, () => {
    const run = startRun();
    run.office.readSettings(false);
    return work(run);
  });

interface CommandWords extends FailureWords {
  readonly busy: string;
}

/** Runs while no other run of the script writes; says so when one does. */
export function alone<T>(words: CommandWords, work: (run: Run) => Answer<T>): Answer<T> {
  let locked = false;
  try {
    return attempt(words, () => {
      locked = tryLock();
      return locked ? work(startRun()) : refuse(words.busy, true);
    });
  } finally {
    if (locked) releaseLock();
  }
}

/**
 * Does a job alone. What is wrong in the control book is shown there, and how the job ended is remembered.
 * `inPieces`: the page calls again while the answer is not finished.
 */
export const command = <T>(
  words: CommandWords,
  job: string,
  work: (run: Run) => Answer<T>,
  inPieces = false,
): Answer<T> =>
  alone(words, (run) => {
    run.time.inPieces = inPieces;
    let result: string = runWords.failed;
    try {
      run.office.readSettings();
      const answer = work(run);
      showControlIssues(run);
      showOverall(run);
      result = !answer.ok ? runWords.skipped : isUnfinished(answer) ? runWords.unfinished : runWords.done;
      return answer;
    } finally {
      run.journal.end(job, result);
      run.memory.save();
    }
  });

const isUnfinished = (answer: object): boolean => 'finished' in answer && answer.finished === false;
