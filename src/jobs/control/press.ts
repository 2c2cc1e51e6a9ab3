/** How the calls of «Пульт» run: looking leaves no trace, a press runs alone and is remembered. */
import type { Answer } from '../../contract/plain';
import { control as says } from '../../messages/control/server';
import { runWords } from '../../messages/jobs/setup';
import { showOverall } from '../rebuild/overall';
import { alone, attempt } from '../run/answer';
import { Run } from '../run/run';
import { showControlIssues } from './controlIssues';

/** Without the lock: a tick may be at work for minutes, and its memory must not be written over. */
export const look = <T>(work: (run: Run) => Answer<T>): Answer<T> =>
  attempt(says, () => {
    const run = new Run();
    run.readSettings(false);
    return work(run);
  });

/** `inPieces`: the page calls again while the answer is not finished. */
export const press = <T>(job: string, work: (run: Run) => Answer<T>, inPieces = false): Answer<T> =>
  alone(says, () => {
    const run = new Run();
    run.inPieces = inPieces;
    let result: string = runWords.failed;
    try {
      run.readSettings();
      const answer = work(run);
      showControlIssues(run);
      showOverall(run);
      result = !answer.ok ? runWords.skipped : isUnfinished(answer) ? runWords.unfinished : runWords.done;
      return answer;
    } finally {
      run.end(job, result);
    }
  });

const isUnfinished = (answer: object): boolean => 'finished' in answer && answer.finished === false;
