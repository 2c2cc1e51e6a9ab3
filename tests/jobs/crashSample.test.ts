/** The sample programme's insertion is stopped at each of its service calls and pressed again. */
import { expect, it } from '@jest/globals';
import type { Fault } from '../../host/faults';
import { LocalHost } from '../../host/localHost';
import { makeBooks } from '../../host/sample/books';
import { differences } from '../support/bookDump';
import { stateOf, WAYS, type Way } from '../support/crash';
import { fork, type World } from '../support/fork';
import { MORNING, run } from '../support/smallProgramme';

function insertSample(world: World, faults: readonly Fault[] = []) {
  world.host.answers.length = 0;
  world.host.answers.push({ text: '2' });
  return run(world, 'menuSample', faults);
}

it('a sample that was inserted by halves is completed by the next press', () => {
  const host = new LocalHost({ now: MORNING });
  const start: World = { host, books: makeBooks(host, { timeZone: 'Europe/Moscow' }) };
  const clean = fork(start);
  const { total } = insertSample(clean).meter;
  const expected = stateOf(clean);
  const problems: string[] = [];
  for (let at = 1; at <= total; at += 1) {
    for (const way of ['killed before the call', 'done, but reported as timed out'] satisfies Way[]) {
      const world = fork(start);
      insertSample(world, [WAYS[way](at)]);
      insertSample(world);
      problems.push(...differences(expected, stateOf(world)).map((each) => `call ${at}, ${way}: ${each}`));
    }
  }
  expect(problems).toEqual([]);
});
