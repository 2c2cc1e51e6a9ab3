/** A rebuild is stopped at each of its service calls and run again. */
import { describe, expect, it } from '@jest/globals';
import { callsOf, hasEffect, prepare, stopAndRunAgain, type Way } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { afterFiling, makeSmall } from '../support/scenes';
import { run } from '../support/smallProgramme';

/** Of the two ways to stop before a call has an effect each call gets one in turn, which halves a long test. */
function problemsOf(before: World): string[] {
  const job = prepare(before, 'menuRebuild');
  const kinds = callsOf((faults) => run(fork(before), 'menuRebuild', faults));
  expect(kinds).toHaveLength(job.calls);
  const stops = kinds.flatMap((kind, index) => {
    const early: Way[] = ['killed before the call', 'refused by the service'];
    const ways = early.slice(index % 2, (index % 2) + 1);
    if (hasEffect(kind)) ways.push('done, but reported as timed out');
    return ways.map((way) => ({ at: index + 1, way }));
  });
  return sample(stops, 40).flatMap(({ at, way }) => stopAndRunAgain(job, at, way));
}

describe('a rebuild that was stopped at any service call and pressed again ends as if nothing had happened', () => {
  it('when it was the first one', () => {
    expect(problemsOf(makeSmall())).toEqual([]);
  });
  it('when people had filed, a school of a new district had come and another had been renamed', () => {
    expect(problemsOf(afterFiling({ district: 'Новый' }))).toEqual([]);
  });
});
